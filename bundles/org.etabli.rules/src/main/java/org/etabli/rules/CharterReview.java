package org.etabli.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Assessment;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Charter;
import org.etabli.model.Condition;
import org.etabli.model.Trace;
import org.etabli.model.Truth;

/**
 * A charter beside the facts of one system and what a committee judged: what the facts propose, where they contradict, and how far
 * each principle is kept. Nothing is ever filled in: a proposal is no judgement.
 *
 * @param lines one for each commitment, in the order of the charter
 */
public record CharterReview(Charter charter, List<Line> lines) {

    public CharterReview {
        lines = List.copyOf(lines);
    }

    /**
     * @param proposed what the facts say: {@code NOT_RESPECTED} where one contradicts, else {@code RESPECTED} where one speaks for it
     * @param because  the facts and rules that say so
     */
    public record Line(Charter.Principle principle, Charter.Item item, Charter.Commitment commitment, Verdict verdict, Optional<Verdict> proposed,
            List<Trace.Cause> because) {

        /** A fact says that the commitment is broken, and nobody has judged so. Where it does not apply, nothing can break it. */
        public boolean isConflict() {
            return proposed.filter(p -> p == Verdict.NOT_RESPECTED).isPresent() && verdict != Verdict.NOT_RESPECTED && verdict != Verdict.NOT_APPLICABLE;
        }
    }

    /**
     * How far a principle is kept: commitments that do not apply are left out, a half-kept one counts half, and an open one once as
     * broken and once as kept. The truth lies between.
     *
     * @param atLeast from 0 to 1; @param atMost from 0 to 1; both 0 where nothing applies
     */
    public record Share(Charter.Principle principle, int respected, int partly, int notRespected, int notApplicable, int unknown, double atLeast, double atMost) {

        public int applicable() {
            return respected + partly + notRespected + unknown;
        }
    }

    /**
     * @throws LawException when a condition of the charter names a fact, an answer, a rule or a class that the law does not know
     */
    public static CharterReview of(Charter charter, Assessment assessment, Law law, Evaluation evaluation) throws LawException {
        List<Line> lines = new ArrayList<>();
        for (Charter.Principle principle : charter.principles())
            for (Charter.Item item : principle.items())
                for (Charter.Commitment commitment : item.commitments()) {
                    List<Trace.Cause> broken = holding(commitment.brokenIf(), law, evaluation);
                    List<Trace.Cause> respected = holding(commitment.respectedIf(), law, evaluation);
                    Optional<Verdict> proposed = !broken.isEmpty() ? Optional.of(Verdict.NOT_RESPECTED)
                            : !respected.isEmpty() ? Optional.of(Verdict.RESPECTED) : Optional.empty();
                    lines.add(new Line(principle, item, commitment, assessment.verdict(commitment.id()), proposed, !broken.isEmpty() ? broken : respected));
                }
        return new CharterReview(charter, lines);
    }

    private static List<Trace.Cause> holding(List<Condition> alternatives, Law law, Evaluation evaluation) throws LawException {
        List<Trace.Cause> causes = new ArrayList<>();
        for (Condition alternative : alternatives) {
            Law.Test test = law.test(alternative);
            if (evaluation.truth(test) == Truth.TRUE)
                evaluation.causes(test).stream().filter(c -> !causes.contains(c)).forEach(causes::add);
        }
        return causes;
    }

    /** One for each principle, in order. */
    public List<Share> shares() {
        return charter.principles().stream().map(p -> share(p, lines.stream().filter(l -> l.principle().id().equals(p.id())).toList())).toList();
    }

    private static Share share(Charter.Principle principle, List<Line> lines) {
        int[] counts = new int[Verdict.values().length];
        lines.forEach(l -> counts[l.verdict().ordinal()]++);
        int respected = counts[Verdict.RESPECTED.ordinal()];
        int partly = counts[Verdict.PARTLY.ordinal()];
        int not = counts[Verdict.NOT_RESPECTED.ordinal()];
        int unknown = counts[Verdict.UNKNOWN.ordinal()];
        int applicable = respected + partly + not + unknown;
        double kept = respected + partly / 2.0;
        return new Share(principle, respected, partly, not, counts[Verdict.NOT_APPLICABLE.ordinal()], unknown,
                applicable == 0 ? 0 : kept / applicable, applicable == 0 ? 0 : (kept + unknown) / applicable);
    }

    /** Commitments that somebody judged, of those there are. */
    public long judged() {
        return lines.stream().filter(l -> l.verdict() != Verdict.UNKNOWN).count();
    }
}
