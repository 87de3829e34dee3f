package org.etabli.rules;

import static org.etabli.rules.Small.all;
import static org.etabli.rules.Small.facts;
import static org.etabli.rules.Small.inClass;
import static org.etabli.rules.Small.no;
import static org.etabli.rules.Small.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.etabli.model.Assessment;
import org.etabli.model.Assessment.Judgement;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Charter;
import org.etabli.model.Condition;
import org.etabli.model.Lang;
import org.etabli.model.Trace;
import org.junit.jupiter.api.Test;

/** A charter beside facts and judgements. */
class CharterReviewTest {
    private final Law law = new Small().yesNo("a", "b", "c").classRule("strong", yes("a")).fallback("weak").law();

    private static Charter.Commitment commitment(String id, List<Condition> respected, List<Condition> broken) {
        return new Charter.Commitment(id, id, "Text.", Optional.of(Charter.Level.MUST), Optional.empty(), List.of("a note"), List.of(), List.of(), List.of(),
                Optional.empty(), respected, broken);
    }

    private static Charter charter(List<List<Charter.Commitment>> principles) {
        List<Charter.Principle> list = new java.util.ArrayList<>();
        for (int i = 0; i < principles.size(); i++)
            list.add(new Charter.Principle("p" + i, "p" + i, "", List.of(new Charter.Item("i" + i, "i" + i, "", principles.get(i)))));
        return new Charter("test", "Test", Lang.EN, Optional.empty(), "1", Optional.empty(), Optional.empty(), "", list);
    }

    private static Assessment assessment(Object... idsAndVerdicts) {
        Map<String, Judgement> judgements = new LinkedHashMap<>();
        for (int i = 0; i < idsAndVerdicts.length; i += 2)
            judgements.put((String) idsAndVerdicts[i], new Judgement((String) idsAndVerdicts[i], (Verdict) idsAndVerdicts[i + 1], "why", List.of(), Optional.empty(), Optional.empty()));
        return new Assessment("test", "1", judgements);
    }

    private CharterReview.Line line(Charter.Commitment commitment, String facts, Assessment assessment) throws LawException {
        return CharterReview.of(charter(List.of(List.of(commitment))), assessment, law, law.evaluate(facts(law, facts))).lines().get(0);
    }

    @Test
    void aFactProposesAndAContradictionIsStronger() throws Exception {
        Charter.Commitment c = commitment("c", List.of(yes("a")), List.of(yes("b")));
        assertEquals(Optional.of(Verdict.RESPECTED), line(c, "a=yes b=no", Assessment.NONE).proposed());
        assertEquals(Optional.of(Verdict.NOT_RESPECTED), line(c, "a=yes b=yes", Assessment.NONE).proposed());
        assertEquals(Optional.empty(), line(c, "a=no b=no", Assessment.NONE).proposed());
        assertEquals(Optional.empty(), line(c, "", Assessment.NONE).proposed(), "what is unknown proposes nothing");
        assertEquals(Verdict.UNKNOWN, line(c, "a=yes", Assessment.NONE).verdict(), "a proposal is no judgement");
    }

    @Test
    void oneOfSeveralConditionsIsEnoughAndNamesItsFacts() throws Exception {
        CharterReview.Line line = line(commitment("c", List.of(), List.of(yes("a"), all(yes("b"), no("c")))), "a=no b=yes c=no", Assessment.NONE);
        assertEquals(List.of("b", "c"), line.because().stream().map(x -> ((Trace.Cause.OfFact) x).fact()).toList());
    }

    @Test
    void aClassMayContradictToo() throws Exception {
        Charter.Commitment c = commitment("c", List.of(), List.of(inClass("strong")));
        assertTrue(line(c, "a=yes", Assessment.NONE).isConflict());
        assertFalse(line(c, "a=no", Assessment.NONE).isConflict());
    }

    /** Whoever has judged a commitment broken, or without object, has seen the contradiction; whoever judged it kept has not. */
    @Test
    void aContradictionIsAConflictUntilSomebodyOwnsUpToIt() throws Exception {
        Charter.Commitment c = commitment("c", List.of(), List.of(yes("a")));
        for (Verdict verdict : Verdict.values())
            assertEquals(verdict != Verdict.NOT_RESPECTED && verdict != Verdict.NOT_APPLICABLE, line(c, "a=yes", assessment("c", verdict)).isConflict(), verdict.code());
    }

    @Test
    void whatTheLawDoesNotKnowIsRefused() {
        assertThrows(LawException.class, () -> line(commitment("c", List.of(), List.of(yes("nobody asks this"))), "", Assessment.NONE));
    }

    /** Of five: one kept, one half, one broken, one without object, one open. Four apply; at least 1.5 of 4, at most 2.5 of 4. */
    @Test
    void theShareOfAPrincipleLiesBetweenTwoBounds() throws Exception {
        List<Charter.Commitment> five = java.util.stream.Stream.of("k", "h", "n", "x", "o").map(id -> commitment(id, List.of(), List.of())).toList();
        CharterReview review = CharterReview.of(charter(List.of(five, List.of(commitment("alone", List.of(), List.of())), List.of())),
                assessment("k", Verdict.RESPECTED, "h", Verdict.PARTLY, "n", Verdict.NOT_RESPECTED, "x", Verdict.NOT_APPLICABLE, "alone", Verdict.NOT_APPLICABLE), law,
                law.evaluate(facts(law, "")));
        CharterReview.Share share = review.shares().get(0);
        assertEquals(List.of(1, 1, 1, 1, 1, 4), List.of(share.respected(), share.partly(), share.notRespected(), share.notApplicable(), share.unknown(), share.applicable()));
        assertEquals(0.375, share.atLeast());
        assertEquals(0.625, share.atMost());
        assertEquals(0, review.shares().get(1).applicable(), "nothing applies");
        assertEquals(0, review.shares().get(2).atMost(), "nothing is there");
        assertEquals(5, review.judged());
    }
}
