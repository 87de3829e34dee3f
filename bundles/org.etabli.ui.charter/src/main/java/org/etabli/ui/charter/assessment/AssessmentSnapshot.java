package org.etabli.ui.charter.assessment;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.etabli.model.Assessment;
import org.etabli.model.Assessment.Judgement;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.rules.CharterReview;
import org.etabli.rules.CharterReview.Line;
import org.etabli.ui.form.Snapshot;

/**
 * What a text judges, beside the charter and the facts. Immutable: computed off the UI thread, shown on it.
 *
 * @param remarks    all that is to be said about the text, also what is no more than a hint
 * @param assessment {@link Assessment#NONE} while the text is broken
 * @param review     empty while the text or the charter cannot be read
 * @param byId       its lines by the commitment's id, in the order of the charter
 */
record AssessmentSnapshot(String text, List<Finding> remarks, boolean isReadable, Assessment assessment, Beside beside, Optional<CharterReview> review, Map<String, Line> byId)
        implements Snapshot {

    static AssessmentSnapshot of(String text, List<Finding> remarks, Assessment assessment, Beside beside, Optional<CharterReview> review) {
        Map<String, Line> byId = new LinkedHashMap<>();
        review.ifPresent(r -> r.lines().forEach(l -> byId.put(l.commitment().id(), l)));
        return new AssessmentSnapshot(text, List.copyOf(remarks), true, assessment, beside, review, byId);
    }

    static AssessmentSnapshot broken(String text, List<Finding> findings, Beside beside) {
        return new AssessmentSnapshot(text, findings, false, Assessment.NONE, beside, Optional.empty(), Map.of());
    }

    /** What is worth a message in the head of a page. */
    @Override
    public List<Finding> findings() {
        return remarks.stream().filter(f -> f.severity() != Severity.INFO).toList();
    }

    List<Line> lines() {
        return review.map(CharterReview::lines).orElse(List.of());
    }

    Optional<Line> line(String commitment) {
        return Optional.ofNullable(byId.get(commitment));
    }

    Judgement judgement(String commitment) {
        return assessment.judgements().getOrDefault(commitment, new Judgement(commitment, Verdict.UNKNOWN, "", List.of(), Optional.empty(), Optional.empty()));
    }

    static boolean isOpen(Line line) {
        return line.verdict() == Verdict.UNKNOWN;
    }

    /** What is still to be judged: contradictions first, then what must be kept, then the order of the charter. */
    List<Line> open() {
        return lines().stream().filter(AssessmentSnapshot::isOpen)
                .sorted(Comparator.comparing((Line l) -> !l.isConflict()).thenComparing(l -> l.commitment().level().map(Enum::ordinal).orElse(Integer.MAX_VALUE))).toList();
    }
}
