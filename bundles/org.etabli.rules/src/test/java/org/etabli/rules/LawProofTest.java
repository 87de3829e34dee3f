package org.etabli.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.etabli.model.Condition;
import org.etabli.model.Decision;
import org.etabli.model.Rule;
import org.etabli.model.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof finds planted defects, and says the same as running through every combination of answers. */
class LawProofTest {

    private static List<String> defects(Small small) {
        return new LawProof(small.law()).run().stream().map(LawProof.Defect::toString).toList();
    }

    private static Small sound() {
        return new Small().yesNo("a", "b").rule("r", Small.yes("a")).classRule("high", Small.rule("r")).classRule("middle", Small.yes("b")).fallback("low");
    }

    @Test
    void aSoundLawHasNoDefect() {
        assertEquals(List.of(), defects(sound()));
    }

    @Test
    void aQuestionForNothingIsFound() {
        assertEquals(Set.of("idle"), new LawProof(sound().yesNo("idle", "gate").askWhen(Small.yes("gate")).yesNo("c").doubt("d", Small.yes("c")).law()).idleQuestions());
    }

    /** Two yes-or-no questions, a choice of three, a list of two with "none" (four subsets), a number with one bound. */
    @Test
    void combinationsAreCounted() {
        Small small = new Small().yesNo("a", "b").oneOf("t", "x", "y", "z").anyOf("m", "p", "q", "none").number("n")
                .classRule("high", Small.between("n", 10, null)).fallback("low");
        assertEquals(BigInteger.valueOf(2 * 2 * 3 * 4 * 2), new LawProof(small.law()).combinations());
    }

    static Stream<Arguments> planted() {
        Condition a = Small.yes("a");
        Condition b = Small.yes("b");
        return Stream.of(
                Arguments.of("no class is left", new Small().yesNo("a", "b").classRule("high", a).classRule("low", b), "gap classes: a=no, b=no"),
                Arguments.of("a rule that contradicts itself", sound().rule("dead", Small.all(a, Small.no("a"))).doubt("d", Small.rule("dead")), "dead rule dead"),
                Arguments.of("two options of which only one can be chosen", new Small().oneOf("t", "x", "y").rule("dead", Small.all(Small.is("t", "x"), Small.is("t", "y")))
                        .classRule("high", Small.any(Small.rule("dead"), Small.is("t", "x"))).fallback("low"), "dead rule dead"),
                Arguments.of("none beside another", new Small().anyOf("m", "p", "q", "none").rule("dead", Small.all(Small.is("m", "p"), Small.is("m", "none")))
                        .classRule("high", Small.any(Small.rule("dead"), Small.is("m", "q"))).doubt("d", Small.is("m", "p")).fallback("low"), "dead rule dead"),
                Arguments.of("a number on both sides", new Small().number("n").rule("dead", Small.all(Small.between("n", 20, null), Small.between("n", null, 10)))
                        .classRule("high", Small.any(Small.rule("dead"), Small.between("n", 10, 20))).fallback("low"), "dead rule dead"),
                Arguments.of("a rule that cannot fail", sound().rule("sure", Small.any(a, Small.no("a"))).doubt("d", Small.rule("sure")), "always rule sure"),
                Arguments.of("a rule that nothing uses", sound().rule("idle", b), "idle rule idle"),
                Arguments.of("a rule that another one covers", new Small().yesNo("a", "b").rule("r", a).rule("covered", Small.all(a, b))
                        .classRule("high", Small.any(Small.rule("r"), Small.rule("covered"))).classRule("middle", b).fallback("low"), "idle rule covered"),
                Arguments.of("a duty of a class that shuts it out", sound().duty("never", Small.all(Small.inClass("low"), a), Small.from("2026-01-01")), "dead duty never"),
                Arguments.of("dates behind the last word", sound().duty("d", a, Small.from("2026-01-01"), Small.from("2027-01-01")), "dead dates of duty d #2"),
                Arguments.of("a doubt that nobody can have", sound().doubt("never", Small.all(a, Small.no("a"))), "dead doubt never"),
                Arguments.of("a table with a hole", sound().table("t", Condition.ALWAYS, Small.inClass("high"), Small.inClass("low")), "gap table t: a=no, b=yes"),
                Arguments.of("a table with two outcomes", sound().table("t", a, Small.rule("r"), b), "overlap table t: a=yes, b=yes"),
                Arguments.of("what may never be", sound().never("t", a, Small.no("b"), Small.inClass("middle")), "overlap table t: a=yes, b=yes"),
                Arguments.of("a table of what cannot be given", sound().never("t", Small.all(a, Small.no("a")), b), "dead table t"),
                Arguments.of("a table with an outcome that never comes", sound().table("t", a, Small.rule("r"), Small.no("a")), "dead an outcome of table t"),
                Arguments.of("nothing more to ask", new Small().yesNo("a").askWhen(Small.yes("a")).yesNo("b").classRule("high", Small.yes("b")).fallback("low"), "stuck classes: a=no"),
                Arguments.of("two questions that wait for each other", new Small().askWhen(b).yesNo("a").askWhen(a).yesNo("b").classRule("high", Small.all(a, b)).fallback("low"), "stuck classes"),
                Arguments.of("left open although all agree", new Small().yesNo("a", "b").classRule("high", Small.any(a, Small.all(Small.no("a"), b), Small.all(Small.no("a"), Small.no("b")), Small.all(a, b)))
                        .fallback("low"), "undecided class high"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void aPlantedDefectIsFound(String what, Small law, String expected) {
        List<String> found = defects(law);
        assertTrue(found.contains(expected) || found.stream().anyMatch(d -> d.startsWith(expected + ":")), () -> expected + " in " + found);
    }

    // --- against every combination -------------------------------------------------------------------------------

    private static List<Map<String, String>> worlds() {
        Map<String, String> nothing = new LinkedHashMap<>();
        RandomLawsTest.DOMAIN.keySet().forEach(f -> nothing.put(f, "unknown"));
        List<Map<String, String>> all = new ArrayList<>();
        RandomLawsTest.each(nothing, full -> all.add(Map.copyOf(full)));
        return all;
    }

    private static Set<String> find(Small small, String... kinds) {
        Set<String> found = new TreeSet<>();
        for (LawProof.Defect d : new LawProof(small.law()).run())
            if (List.of(kinds).contains(d.what()))
                found.add(d.what() + " " + d.subject());
        return found;
    }

    @Test
    void deadRulesAndGapsAreThoseOfEveryCombination() {
        List<Map<String, String>> worlds = worlds();
        int[] seen = {0};
        for (int seed = 0; seed < 200; seed++) {
            Small small = RandomLawsTest.random(new Random(seed));
            Set<String> expected = new TreeSet<>();
            for (Rule rule : small.rules) {
                long holding = worlds.stream().filter(w -> RandomLawsTest.holds(small, Small.rule(rule.id()), w)).count();
                if (holding == 0)
                    expected.add("dead rule " + rule.id());
                else if (holding == worlds.size())
                    expected.add("always rule " + rule.id());
            }
            for (RuleSet.ClassRule c : small.classes)
                if (worlds.stream().noneMatch(w -> RandomLawsTest.applies(small, c, w)))
                    expected.add("dead class " + c.id());
            if (worlds.stream().anyMatch(w -> RandomLawsTest.strongest(small, w).equals(Decision.INSUFFICIENT)))
                expected.add("gap classes");
            assertEquals(expected, find(small, "dead", "always", "gap"), "law " + seed);
            seen[0] += expected.size();
        }
        assertTrue(seen[0] > 100, seen[0] + " defects");
    }

    /** Every state of the answers, with every completion of each. */
    @Test
    void whatIsLeftOpenForNothingIsThatOfEveryState() {
        List<Map<String, String>> states = new ArrayList<>();
        states(new LinkedHashMap<>(), List.copyOf(RandomLawsTest.DOMAIN.keySet()), states);
        int[] seen = {0, 0};
        for (int seed = 0; seed < 4; seed++) {
            Small small = RandomLawsTest.random(new Random(31 + seed));
            Law law = small.law();
            Map<Map<String, String>, String> outcome = new LinkedHashMap<>();
            worlds().forEach(w -> outcome.put(w, RandomLawsTest.strongest(small, w)));
            Set<String> expected = new TreeSet<>();
            for (Map<String, String> state : states) {
                if (law.decide("x", RandomLawsTest.read(law, state), Small.DAY).isDecided())
                    continue;
                Set<String> reached = new LinkedHashSet<>();
                RandomLawsTest.each(state, full -> reached.add(outcome.get(full)));
                if (reached.size() == 1 && !reached.contains(Decision.INSUFFICIENT))
                    expected.add("undecided class " + reached.iterator().next());
            }
            assertEquals(expected, find(small, "undecided", "unsound", "not-monotone"), "law " + seed);
            seen[expected.isEmpty() ? 0 : 1]++;
        }
        assertTrue(seen[0] > 0 && seen[1] > 0, seen[0] + " exact, " + seen[1] + " not");
    }

    private static void states(Map<String, String> now, List<String> left, List<Map<String, String>> all) {
        if (left.isEmpty()) {
            all.add(new LinkedHashMap<>(now));
            return;
        }
        String fact = left.get(0);
        List<String> values = new ArrayList<>(RandomLawsTest.DOMAIN.get(fact));
        values.addAll(RandomLawsTest.OPEN.getOrDefault(fact, List.of("unknown")));
        if (fact.equals("m"))
            values.add("[p,q,unknown]");
        for (String value : values) {
            now.put(fact, value);
            states(now, left.subList(1, left.size()), all);
        }
        now.remove(fact);
    }
}
