package org.etabli.rules;

import static org.etabli.model.Truth.FALSE;
import static org.etabli.model.Truth.TRUE;
import static org.etabli.model.Truth.UNKNOWN;
import static org.etabli.rules.Small.all;
import static org.etabli.rules.Small.any;
import static org.etabli.rules.Small.between;
import static org.etabli.rules.Small.decide;
import static org.etabli.rules.Small.facts;
import static org.etabli.rules.Small.inClass;
import static org.etabli.rules.Small.inRole;
import static org.etabli.rules.Small.is;
import static org.etabli.rules.Small.no;
import static org.etabli.rules.Small.not;
import static org.etabli.rules.Small.rule;
import static org.etabli.rules.Small.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.etabli.model.Certainty;
import org.etabli.model.Condition;
import org.etabli.model.Fact;
import org.etabli.model.Facts;
import org.etabli.model.Text;
import org.etabli.model.Trace.Cause;
import org.etabli.model.Trace.Cause.OfConclusion;
import org.etabli.model.Trace.Cause.OfFact;
import org.etabli.model.Trace.Cause.OfRule;
import org.etabli.model.Truth;
import org.etabli.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth of conditions, and what made it so. */
class ConditionsTest {
    private final Law law = new Small().yesNo("a", "b", "c").oneOf("t", "x", "y", "z").anyOf("m", "p", "q", "r", "none").number("n")
            .rule("ra", yes("a")).rule("rb", "s", Certainty.TEXT, Text.EMPTY, yes("a"), yes("b"))
            .role("provider", yes("c")).classRule("strong", yes("a")).fallback("weak").law();

    private Truth truth(Condition condition, String facts) throws Exception {
        return law.evaluate(facts(law, facts)).truth(law.test(condition));
    }

    private List<Cause> causes(Condition condition, String facts) throws Exception {
        return law.evaluate(facts(law, facts)).causes(law.test(condition));
    }

    private static String word(Truth truth) {
        return truth == TRUE ? "yes" : truth == FALSE ? "no" : "unknown";
    }

    /** Kleene's tables, written out. */
    @ParameterizedTest
    @CsvSource({"FALSE,FALSE,FALSE,FALSE", "FALSE,UNKNOWN,FALSE,UNKNOWN", "FALSE,TRUE,FALSE,TRUE", "UNKNOWN,FALSE,FALSE,UNKNOWN", "UNKNOWN,UNKNOWN,UNKNOWN,UNKNOWN",
            "UNKNOWN,TRUE,UNKNOWN,TRUE", "TRUE,FALSE,FALSE,TRUE", "TRUE,UNKNOWN,UNKNOWN,TRUE", "TRUE,TRUE,TRUE,TRUE"})
    void andOrFollowKleene(Truth a, Truth b, Truth and, Truth or) throws Exception {
        assertEquals(and, a.and(b));
        assertEquals(or, a.or(b));
        String facts = "a=" + word(a) + " b=" + word(b);
        assertEquals(and, truth(all(yes("a"), yes("b")), facts));
        assertEquals(or, truth(any(yes("a"), yes("b")), facts));
    }

    @Test
    void notFollowsKleene() throws Exception {
        for (Map.Entry<Truth, Truth> row : Map.of(TRUE, FALSE, FALSE, TRUE, UNKNOWN, UNKNOWN).entrySet()) {
            assertEquals(row.getValue(), row.getKey().not());
            assertEquals(row.getValue(), truth(not(yes("a")), "a=" + word(row.getKey())));
        }
    }

    @Test
    void nothingToFulfilIsFulfilledAndNothingToChooseFromIsNot() throws Exception {
        assertEquals(TRUE, truth(all(), ""));
        assertEquals(FALSE, truth(any(), ""));
        assertEquals(TRUE, truth(Condition.ALWAYS, ""));
    }

    @Test
    void unknownNeverProvesANegative() throws Exception {
        for (String facts : List.of("", "a=unknown")) {
            assertEquals(UNKNOWN, truth(yes("a"), facts));
            assertEquals(UNKNOWN, truth(no("a"), facts));
            assertEquals(UNKNOWN, truth(not(yes("a")), facts));
            assertEquals(UNKNOWN, truth(rule("ra"), facts));
            assertEquals(UNKNOWN, truth(not(inClass("strong")), facts));
            assertEquals(UNKNOWN, truth(inClass("weak"), facts), "the fallback is no proof that nothing else applies");
        }
        assertEquals(UNKNOWN, truth(not(inRole("provider")), ""));
        assertEquals(UNKNOWN, truth(not(is("t", "x")), "t=unknown"));
        assertEquals(UNKNOWN, truth(not(is("m", "p")), "m=unknown"));
        assertEquals(UNKNOWN, truth(not(is("m", "none")), "m=unknown"));
        assertEquals(UNKNOWN, truth(not(between("n", 1, null)), "n=unknown"));
    }

    @Test
    void oneAnswerOfSeveralIsEnough() throws Exception {
        assertEquals(TRUE, truth(is("t", "x", "y"), "t=y"));
        assertEquals(FALSE, truth(is("t", "x", "y"), "t=z"));
        assertEquals(TRUE, truth(is("a", "yes", "no"), "a=no"));
    }

    /** A complete list excludes what it does not name. */
    @ParameterizedTest
    @CsvSource({"'[p]',p,TRUE", "'[p]',q,FALSE", "'[p]',none,FALSE", "'[p,q]',q,TRUE", "'[p,q]',r,FALSE", "'[none]',none,TRUE", "'[none]',p,FALSE"})
    void aCompleteListIsAllThereIs(String list, String option, Truth expected) throws Exception {
        assertEquals(expected, truth(is("m", option), "m=" + list));
    }

    /** A list with "unknown" in it leaves the others open, but "none of them" is out. */
    @ParameterizedTest
    @CsvSource({"'[p,unknown]',p,TRUE", "'[p,unknown]',q,UNKNOWN", "'[p,unknown]',none,FALSE", "'[p,q,unknown]',r,UNKNOWN"})
    void aPartialListLeavesTheOthersOpen(String list, String option, Truth expected) throws Exception {
        assertEquals(expected, truth(is("m", option), "m=" + list));
    }

    @Test
    void severalOptionsOfAListAreJoinedByOr() throws Exception {
        assertEquals(TRUE, truth(is("m", "q", "p"), "m=[p]"));
        assertEquals(FALSE, truth(is("m", "q", "r"), "m=[p]"));
        assertEquals(UNKNOWN, truth(is("m", "q", "none"), "m=[p,unknown]"));
    }

    @ParameterizedTest
    @CsvSource({"9,FALSE", "9.99,FALSE", "10,TRUE", "10.0,TRUE", "15,TRUE", "20,TRUE", "20.01,FALSE", "-1,FALSE"})
    void boundsBelongToTheRange(String number, Truth expected) throws Exception {
        assertEquals(expected, truth(between("n", 10, 20), "n=" + number));
    }

    @Test
    void oneBoundIsEnough() throws Exception {
        assertEquals(TRUE, truth(between("n", 10, null), "n=1000000"));
        assertEquals(FALSE, truth(between("n", 10, null), "n=9"));
        assertEquals(TRUE, truth(between("n", null, 20), "n=-5"));
        assertEquals(FALSE, truth(between("n", null, 20), "n=21"));
    }

    @Test
    void aRuleHoldsUnlessItsExceptionDoes() throws Exception {
        assertEquals(TRUE, truth(rule("rb"), "a=yes b=no"));
        assertEquals(FALSE, truth(rule("rb"), "a=yes b=yes"));
        assertEquals(UNKNOWN, truth(rule("rb"), "a=yes"), "an unknown exception leaves the rule open");
        assertEquals(FALSE, truth(rule("rb"), "a=no"), "no exception is needed for what does not hold");
        assertEquals(FALSE, truth(rule("rb"), "b=yes"));
    }

    @Test
    void classesAndRolesCanBeReferredTo() throws Exception {
        assertEquals(TRUE, truth(inClass("strong"), "a=yes"));
        assertEquals(FALSE, truth(inClass("weak"), "a=yes"));
        assertEquals(TRUE, truth(inClass("weak"), "a=no"));
        assertEquals(TRUE, truth(inRole("provider"), "c=yes"));
    }

    @Test
    void anAnswerOfTheWrongKindIsRefused() {
        for (Map.Entry<String, Value> wrong : Map.of("a", new Value.Choice("yes"), "t", Value.YES, "m", new Value.Choice("p"), "n", Value.YES).entrySet())
            assertThrows(IllegalArgumentException.class, () -> law.evaluate(Facts.of(List.of(Fact.of(wrong.getKey(), wrong.getValue())))), wrong.getKey());
    }

    /** Else a mistyped option would exclude all the others. */
    @Test
    void anOptionThatDoesNotExistIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> law.evaluate(Facts.of(List.of(Fact.of("t", new Value.Choice("w"))))));
        assertThrows(IllegalArgumentException.class, () -> law.evaluate(Facts.of(List.of(Fact.of("m", new Value.Choices(new TreeSet<>(Set.of("p", "w")), true))))));
    }

    // --- causes --------------------------------------------------------------------------------------------------

    private static Cause fact(String id, Value value, Truth truth, String... expected) {
        return new OfFact(id, value, List.of(expected), truth);
    }

    @Test
    void allThatHeldMadeItTrue() throws Exception {
        assertEquals(List.of(fact("a", Value.YES, TRUE, "yes"), fact("t", new Value.Choice("x"), TRUE, "x", "y")), causes(all(yes("a"), is("t", "x", "y")), "a=yes t=x"));
    }

    @Test
    void onlyWhatFailedMadeItFalse() throws Exception {
        assertEquals(List.of(fact("b", Value.NO, FALSE, "yes")), causes(all(yes("a"), yes("b"), yes("c")), "a=yes b=no"));
        assertEquals(List.of(fact("a", Value.NO, FALSE, "yes"), fact("b", Value.NO, FALSE, "yes")), causes(all(yes("a"), yes("b"), yes("c")), "a=no b=no"));
        assertEquals(List.of(fact("a", Value.NO, FALSE, "yes"), fact("b", Value.NO, FALSE, "yes")), causes(any(yes("a"), yes("b")), "a=no b=no"));
    }

    @Test
    void onlyWhatIsOpenLeavesItOpen() throws Exception {
        assertEquals(List.of(fact("b", Value.UNKNOWN, UNKNOWN, "yes")), causes(all(yes("a"), yes("b")), "a=yes"));
        assertEquals(List.of(fact("b", Value.UNKNOWN, UNKNOWN, "yes")), causes(any(yes("a"), yes("b")), "a=no"));
        assertEquals(List.of(fact("b", Value.UNKNOWN, UNKNOWN, "yes"), fact("c", Value.UNKNOWN, UNKNOWN, "no")), causes(all(yes("a"), any(yes("b"), no("c"))), "a=yes"));
    }

    @Test
    void onlyWhatHeldMadeAChoiceTrue() throws Exception {
        assertEquals(List.of(fact("a", Value.YES, TRUE, "yes")), causes(any(yes("a"), yes("b"), yes("c")), "a=yes b=no"));
    }

    @Test
    void behindANotTheOppositeIsTheCause() throws Exception {
        assertEquals(List.of(fact("b", Value.NO, FALSE, "yes")), causes(not(all(yes("a"), yes("b"))), "a=yes b=no"));
        assertEquals(List.of(fact("a", Value.YES, TRUE, "yes"), fact("b", Value.YES, TRUE, "yes")), causes(not(all(yes("a"), yes("b"))), "a=yes b=yes"));
        assertEquals(List.of(fact("a", Value.YES, TRUE, "yes")), causes(not(any(yes("a"), yes("b"))), "a=yes b=no"));
        assertEquals(List.of(fact("a", Value.UNKNOWN, UNKNOWN, "yes")), causes(not(not(yes("a"))), ""));
    }

    @Test
    void rulesRolesAndClassesAreNamedNotUnfolded() throws Exception {
        assertEquals(List.of(new OfRule("ra", TRUE), new OfConclusion("class", "strong", TRUE), new OfConclusion("role", "provider", TRUE)),
                causes(all(rule("ra"), inClass("strong"), inRole("provider")), "a=yes c=yes"));
        assertEquals(List.of(new OfRule("ra", UNKNOWN)), causes(all(rule("ra"), inRole("provider")), "c=yes"));
    }

    @Test
    void aCauseSaysWhatWasExpected() throws Exception {
        assertEquals(List.of(fact("n", new Value.Quantity(new BigDecimal("5")), FALSE, "≥ 10 ≤ 20")), causes(between("n", 10, 20), "n=5"));
        assertEquals(List.of(fact("n", new Value.Quantity(new BigDecimal("5")), TRUE, "≤ 20")), causes(between("n", null, 20), "n=5"));
        assertEquals(List.of(fact("n", Value.UNKNOWN, UNKNOWN, "≥ 10")), causes(between("n", 10, null), ""));
    }

    @Test
    void theSameCauseIsNamedOnce() throws Exception {
        assertEquals(List.of(fact("a", Value.YES, TRUE, "yes")), causes(all(yes("a"), any(yes("a"), yes("b")), yes("a")), "a=yes"));
    }

    @Test
    void everyRuleHasItsStepWithItsCauses() {
        assertEquals(List.of("ra TRUE [yes]", "rb FALSE [yes]"), decide(law, "a=yes b=yes").trace().steps().stream()
                .map(s -> s.rule().id() + " " + s.outcome() + " " + s.causes().stream().map(c -> ((OfFact) c).value().code()).toList()).toList());
        assertEquals(List.of(fact("b", Value.YES, TRUE, "yes")), decide(law, "a=yes b=yes").trace().step("rb").orElseThrow().causes(), "the exception alone shut it out");
    }
}
