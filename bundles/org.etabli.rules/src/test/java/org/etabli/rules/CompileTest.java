package org.etabli.rules;

import static org.etabli.rules.Small.all;
import static org.etabli.rules.Small.between;
import static org.etabli.rules.Small.facts;
import static org.etabli.rules.Small.inClass;
import static org.etabli.rules.Small.inRole;
import static org.etabli.rules.Small.is;
import static org.etabli.rules.Small.not;
import static org.etabli.rules.Small.rule;
import static org.etabli.rules.Small.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.etabli.model.Catalogue;
import org.etabli.model.Certainty;
import org.etabli.model.Condition;
import org.etabli.model.Rule;
import org.etabli.model.Text;
import org.etabli.model.Truth;
import org.junit.jupiter.api.Test;

/** A rule set that names what does not exist, or goes round in a circle, never decides anything. */
class CompileTest {

    private static void problem(Small small, String... words) {
        List<String> problems = small.problems();
        assertEquals(1, problems.size(), problems.toString());
        for (String word : words)
            assertTrue(problems.get(0).contains(word), problems.get(0));
    }

    private static Small small() {
        return new Small().yesNo("a", "b").oneOf("t", "x", "y").number("n");
    }

    @Test
    void whatIsRightHasNoProblem() {
        assertEquals(List.of(), small().rule("r", yes("a")).classRule("c", rule("r"), "r").fallback("f", "r").role("p", yes("b")).duty("d", inRole("p"), Small.from("2026-01-01"))
                .doubt("q", inClass("c")).fria(rule("r")).problems());
    }

    @Test
    void unknownFact() {
        problem(small().rule("r", yes("nope")), "RULE r", "nope");
        problem(small().classRule("c", not(yes("nope"))), "CLASS c", "nope");
        problem(small().rule("r", "s", Certainty.TEXT, Text.EMPTY, yes("a"), yes("nope")), "RULE r", "nope");
    }

    @Test
    void unknownOption() {
        problem(small().rule("r", is("t", "x", "z")), "RULE r", "t", "z");
        problem(small().rule("r", is("a", "maybe")), "a", "maybe");
        problem(small().rule("r", is("a", "x")), "a", "x");
    }

    @Test
    void numbersAreComparedAndOthersAreNot() {
        problem(small().rule("r", is("n", "12")), "n", "12");
        problem(small().rule("r", between("a", 1, null)), "number", "a");
        problem(small().rule("r", between("nope", 1, null)), "number", "nope");
    }

    /** One problem: that the reference leads nowhere makes no circle. */
    @Test
    void unknownRuleClassOrRole() {
        problem(small().rule("r", rule("nope")), "RULE r", "no RULE", "nope");
        problem(small().rule("r", inClass("nope")), "no CLASS", "nope");
        problem(small().rule("r", inRole("nope")), "no ROLE", "nope");
        problem(small().classRule("c", yes("a"), "nope"), "CLASS c", "no RULE", "nope");
    }

    @Test
    void unknownNamesInDutiesDatesDoubtsFriaAndQuestions() {
        problem(small().duty("d", yes("nope"), Small.from("2026-01-01")), "duty d", "nope");
        problem(small().duty("d", yes("a"), Small.dates(rule("nope"), "2026-01-01", null, null)), "duty d", "nope");
        problem(small().doubt("q", inClass("nope")), "doubt q", "nope");
        problem(small().fria(inRole("nope")), "fria", "nope");
        problem(small().askWhen(yes("nope")).yesNo("z"), "question z", "nope");
    }

    @Test
    void circles() {
        problem(small().rule("r", rule("r")), "RULE r depends on itself");
        problem(small().rule("r", yes("a")).rule("s", all(rule("r"), rule("u"))).rule("u", not(rule("s"))), "depends on itself");
        problem(small().classRule("c", inClass("d")).classRule("d", inClass("c")), "depends on itself");
        problem(small().rule("r", inClass("f")).classRule("c", rule("r")).fallback("f"), "depends on itself");
        problem(small().role("p", rule("r")).rule("r", inRole("p")), "depends on itself");
    }

    @Test
    void twoOfAName() {
        problem(small().rule("r", yes("a")).rule("r", yes("b")), "two", "RULE r");
        problem(small().classRule("c", yes("a")).classRule("c", yes("b")), "two", "CLASS c");
        problem(small().role("p", yes("a")).role("p", yes("b")), "two", "ROLE p");
        assertEquals(List.of(), small().rule("x", yes("a")).classRule("x", rule("x")).role("x", rule("x")).problems(), "a rule, a class and a role may share a name");
    }

    @Test
    void twoRuleSetsMayNotDefineTheSameRule() {
        Small one = new Small().yesNo("a").rule("r", yes("a"));
        Small two = new Small().rule("r", yes("a"));
        LawException e = assertThrows(LawException.class, () -> Law.compile(new Catalogue("p", List.of(), one.questions), List.of(one.set("one"), two.set("two"))));
        assertEquals(1, e.problems().size());
    }

    @Test
    void aRuleSetMayReferToRulesOfAnother() throws Exception {
        Small one = new Small().yesNo("a").rule("r", yes("a"));
        Small two = new Small().rule("s", rule("r"));
        Law law = Law.compile(new Catalogue("p", List.of(), one.questions), List.of(two.set("two"), one.set("one")));
        assertEquals(Truth.TRUE, law.evaluate(facts(law, "a=yes")).truth(law.test(rule("s"))));
        assertEquals("two@2026-01-01+one@2026-01-01", law.name());
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        List<String> problems = small().rule("r", all(yes("nope"), is("t", "z"), rule("gone"))).classRule("c", inRole("nobody")).problems();
        assertEquals(4, problems.size(), problems.toString());
    }

    @Test
    void twoQuestionsOfAnIdAreNoCatalogue() {
        assertThrows(IllegalArgumentException.class, () -> new Catalogue("p", List.of(), new Small().yesNo("a", "a").questions));
    }

    @Test
    void aListMayHaveSixtyFourOptions() throws Exception {
        String[] options = IntStream.range(0, 64).mapToObj(i -> "o" + i).toArray(String[]::new);
        Law law = new Small().anyOf("m", options).rule("first", is("m", "o0")).rule("last", is("m", "o63")).law();
        Evaluation evaluation = law.evaluate(facts(law, "m=[o63]"));
        assertEquals(Truth.TRUE, evaluation.truth(law.test(rule("last"))));
        assertEquals(Truth.FALSE, evaluation.truth(law.test(rule("first"))));
        Catalogue more = new Catalogue("p", List.of(), new Small().anyOf("m", IntStream.range(0, 65).mapToObj(i -> "o" + i).toArray(String[]::new)).questions);
        assertThrows(IllegalArgumentException.class, () -> Law.compile(more, List.of()));
    }

    @Test
    void aRuleWithoutASourceIsNone() {
        assertThrows(IllegalArgumentException.class,
                () -> new Rule("r", "s", Text.EMPTY, Text.EMPTY, List.of(), Certainty.TEXT, Text.EMPTY, Optional.empty(), Optional.empty(), Condition.ALWAYS, Optional.empty()));
    }

    // --- conditions asked later ----------------------------------------------------------------------------------

    @Test
    void aConditionThatNamesWhatDoesNotExistCannotBeAsked() throws Exception {
        Law law = small().rule("r", yes("a")).law();
        LawException e = assertThrows(LawException.class, () -> law.test(all(rule("nope"), yes("gone"))));
        assertEquals(2, e.problems().size());
        assertEquals(Truth.TRUE, law.evaluate(facts(law, "a=yes")).truth(law.test(rule("r"))), "and the next one is not blamed for it");
        assertThrows(LawException.class, () -> law.test(inClass("nope")));
    }

    @Test
    void aLawAnswersSeveralThreadsAtOnce() throws Exception {
        Law law = small().rule("r", yes("a")).classRule("c", rule("r")).fallback("f").law();
        List<Thread> threads = IntStream.range(0, 4).mapToObj(i -> new Thread(() -> {
            for (int n = 0; n < 200; n++) {
                String answer = (n + i) % 2 == 0 ? "yes" : "no";
                try {
                    assertEquals(Truth.of(answer.equals("yes")), law.evaluate(facts(law, "a=" + answer)).truth(law.test(rule("r"))));
                    assertThrows(LawException.class, () -> law.test(rule("nope")));
                } catch (LawException e) {
                    throw new AssertionError(e);
                }
            }
        })).toList();
        List<Throwable> failures = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
        threads.forEach(t -> t.setUncaughtExceptionHandler((x, e) -> failures.add(e)));
        threads.forEach(Thread::start);
        for (Thread thread : threads)
            thread.join();
        assertEquals(List.of(), failures);
    }
}
