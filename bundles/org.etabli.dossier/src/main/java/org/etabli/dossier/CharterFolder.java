package org.etabli.dossier;

import java.io.IOException;
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
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlText;

/**
 * The charter of a dossier, and what a committee wrote about it.
 *
 * @param charterText empty where there is none
 * @param charter     empty where there is none, or where its own findings say that it cannot be used yet
 * @param assessment  {@link Assessment#NONE} while there is none
 * @param text        of the assessment
 * @param involvement {@link Involvement#NONE} while there is none
 * @param findings    about these three files
 */
public record CharterFolder(Optional<CharterText> charterText, Optional<Charter> charter, Assessment assessment, Optional<YamlText> text, Involvement involvement,
        List<Finding> findings) {
    public static final String ASSESSMENT = "charter-assessment.yaml";
    public static final String INVOLVEMENT = "involvement.yaml";
    /** Of a dossier that has none of the three files. */
    public static final CharterFolder NONE = new CharterFolder(Optional.empty(), Optional.empty(), Assessment.NONE, Optional.empty(), Involvement.NONE, List.of());
    /** The schema of each. */
    public static final String ASSESSMENT_KIND = "charter-assessment";
    public static final String INVOLVEMENT_KIND = "involvement";

    /**
     * @throws InvalidInputException when one of the files cannot be read, or the assessment or the involvement record breaks its schema:
     *             nothing is half read. It says what is wrong with the others as well
     */
    public static CharterFolder load(Path folder, Content content, LawLibrary library) throws IOException, InvalidInputException {
        Loading loading = new Loading(folder, content, library);
        Optional<CharterText> charter = loading.charter();
        boolean usable = loading.findings.stream().noneMatch(CharterCheck::isObstacle);
        Optional<YamlText> assessment = loading.yaml(ASSESSMENT, ASSESSMENT_KIND);
        Optional<YamlText> involvement = loading.yaml(INVOLVEMENT, INVOLVEMENT_KIND);
        if (loading.refused)
            throw new InvalidInputException(loading.findings);
        if (assessment.isPresent() && charter.isEmpty())
            loading.findings.add(assessment.get().finding(Severity.WARNING, "assessment.no-charter", new Node.Span(0, 0, 1, 1),
                    DossierMessages.TEXTS.text("assessment.no-charter", DossierFolder.CHARTER)));
        return new CharterFolder(charter, charter.map(CharterText::charter).filter(c -> usable), assessment.map(AssessmentReader::assessment).orElse(Assessment.NONE), assessment,
                involvement.map(AssessmentReader::involvement).orElse(Involvement.NONE), List.copyOf(loading.findings));
    }

    /**
     * The charter alone, for whoever writes the assessment.
     *
     * @throws InvalidInputException when it cannot be read at all
     */
    public static CharterFolder charter(Path folder, Content content, LawLibrary library) throws IOException, InvalidInputException {
        Loading loading = new Loading(folder, content, library);
        Optional<CharterText> charter = loading.charter();
        if (loading.refused)
            throw new InvalidInputException(loading.findings);
        boolean usable = loading.findings.stream().noneMatch(CharterCheck::isObstacle);
        return new CharterFolder(charter, charter.map(CharterText::charter).filter(c -> usable), Assessment.NONE, Optional.empty(), Involvement.NONE, List.copyOf(loading.findings));
    }

    /** The same charter beside another text of the assessment, which keeps to its schema. */
    public CharterFolder with(YamlText assessed) {
        return new CharterFolder(charterText, charter, AssessmentReader.assessment(assessed), Optional.of(assessed), involvement, findings);
    }

    /** File by file, so that one that is refused does not hide the findings on another. */
    private static final class Loading {
        private final Path folder;
        private final DossierPaths paths;
        private final Content content;
        private final LawLibrary library;
        private final List<Finding> findings = new ArrayList<>();
        private boolean refused;

        Loading(Path folder, Content content, LawLibrary library) {
            this.folder = folder;
            this.paths = DossierPaths.of(folder);
            this.content = content;
            this.library = library;
        }

        Optional<CharterText> charter() throws IOException {
            if (!paths.exists(DossierFolder.CHARTER))
                return Optional.empty();
            try {
                CharterText charter = CharterText.parse(paths.named(DossierFolder.CHARTER).toString(), paths.read(DossierFolder.CHARTER));
                findings.addAll(paths.links(DossierFolder.CHARTER));
                findings.addAll(CharterCheck.findings(charter, paths::read, content, library));
                findings.addAll(CharterVersions.findings(folder, charter));
                return Optional.of(charter);
            } catch (InvalidInputException e) {
                return refuse(e);
            }
        }

        Optional<YamlText> yaml(String name, String kind) throws IOException {
            try {
                return DossierFolder.readIfThere(paths, name, content, kind, findings);
            } catch (InvalidInputException e) {
                return refuse(e);
            }
        }

        private <T> Optional<T> refuse(InvalidInputException e) {
            refused = true;
            findings.addAll(e.findings());
            return Optional.empty();
        }
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
