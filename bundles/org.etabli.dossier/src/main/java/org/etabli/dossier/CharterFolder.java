package org.etabli.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.etabli.markdown.CharterText;
import org.etabli.model.Assessment;
import org.etabli.model.Charter;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Involvement;
import org.etabli.rules.CharterReview;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.rules.LawException;
import org.etabli.yaml.AssessmentReader;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlText;

/**
 * The charter of a dossier, and what a committee wrote about it.
 *
 * @param charter     empty where there is none, or where its own findings say that it cannot be used yet
 * @param assessment  {@link Assessment#NONE} while there is none
 * @param text        of the assessment
 * @param involvement {@link Involvement#NONE} while there is none
 * @param findings    about these three files
 */
public record CharterFolder(Optional<Charter> charter, Assessment assessment, Optional<YamlText> text, Involvement involvement, List<Finding> findings) {
    public static final String ASSESSMENT = "charter-assessment.yaml";
    public static final String INVOLVEMENT = "involvement.yaml";

    /** @throws InvalidInputException when the assessment or the involvement record breaks its schema: nothing is half read */
    public static CharterFolder load(Path folder, Content content, LawLibrary library) throws IOException, InvalidInputException {
        List<Finding> findings = new ArrayList<>(CharterCheck.ofDossier(folder, content, library));
        Path file = folder.resolve(DossierFolder.CHARTER);
        boolean usable = Files.exists(file) && findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
        Optional<Charter> charter = usable ? Optional.of(CharterText.parse(file.toString(), AtomicFiles.read(file, file.toString())).charter()) : Optional.empty();
        Optional<YamlText> assessment = read(folder.resolve(ASSESSMENT), "charter-assessment", content, findings);
        Optional<YamlText> involvement = read(folder.resolve(INVOLVEMENT), "involvement", content, findings);
        if (assessment.isPresent() && !Files.exists(file))
            findings.add(assessment.get().finding(Severity.WARNING, "assessment.no-charter", new Node.Span(0, 0, 1, 1),
                    DossierMessages.TEXTS.text("assessment.no-charter", DossierFolder.CHARTER)));
        return new CharterFolder(charter, assessment.map(AssessmentReader::assessment).orElse(Assessment.NONE), assessment,
                involvement.map(AssessmentReader::involvement).orElse(Involvement.NONE), List.copyOf(findings));
    }

    private static Optional<YamlText> read(Path file, String kind, Content content, List<Finding> findings) throws IOException, InvalidInputException {
        if (!Files.exists(file))
            return Optional.empty();
        YamlText text = YamlText.parse(file.toString(), AtomicFiles.read(file, file.toString()));
        List<Finding> found = content.schemas().validate(text, kind);
        Findings.refuseErrors(found);
        findings.addAll(found);
        return Optional.of(text);
    }

    /** Empty where there is no charter that can be used. */
    public Optional<CharterReview> review(Law law, Evaluation evaluation) {
        if (charter.isEmpty())
            return Optional.empty();
        try {
            return Optional.of(CharterReview.of(charter.get(), assessment, law, evaluation));
        } catch (LawException e) {
            // another state of the law may lack a fact that the charter asks about: it is checked against the newest
            return Optional.empty();
        }
    }

    /** What the charter and its assessment say about the project; {@link #findings} are about the files. */
    public List<Finding> about(Law law, Evaluation evaluation, Optional<YamlText> facts) {
        return review(law, evaluation).map(r -> AssessmentCheck.of(r, assessment, law, facts, text)).orElse(List.of());
    }
}
