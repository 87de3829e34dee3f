package org.etabli.dossier;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.etabli.markdown.CharterText;
import org.etabli.model.Assessment;
import org.etabli.model.Charter;
import org.etabli.model.Finding;
import org.etabli.model.Involvement;
import org.etabli.rules.CharterReview;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.rules.LawException;
import org.etabli.yaml.AssessmentReader;
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
    /** Of a dossier that has none of the three files. */
    public static final CharterFolder NONE = new CharterFolder(Optional.empty(), Optional.empty(), Assessment.NONE, Optional.empty(), Involvement.NONE, List.of());
    /** The same charter beside another text of the assessment, which keeps to its schema. */
    public CharterFolder with(YamlText assessed) {
        return new CharterFolder(charterText, charter, AssessmentReader.assessment(assessed), Optional.of(assessed), involvement, findings);
    }

    /** Empty where there is no charter that can be used. */
    public Optional<CharterReview> review(Law law, Evaluation evaluation) {
        return charter.flatMap(c -> review(c, assessment, law, evaluation));
    }

    /** Empty where that law cannot say what the charter asks. */
    static Optional<CharterReview> review(Charter charter, Assessment assessment, Law law, Evaluation evaluation) {
        try {
            return Optional.of(CharterReview.of(charter, assessment, law, evaluation));
        } catch (LawException e) {
            // another state of the law may lack a fact that the charter asks about: it is checked against the newest
            return Optional.empty();
        }
    }

    /** What the charter and its assessment say about the project; {@link #findings} are about the files. */
    public List<Finding> about(Law law, Evaluation evaluation, Optional<YamlText> facts) {
        return review(law, evaluation).map(r -> Stream.concat(facts.stream().flatMap(f -> AssessmentCheck.ofFacts(r, law, f).stream()),
                text.stream().flatMap(t -> AssessmentCheck.ofAssessment(r, assessment, law, t).stream())).toList()).orElse(List.of());
    }
}
