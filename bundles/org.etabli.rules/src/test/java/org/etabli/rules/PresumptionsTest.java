package org.etabli.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.etabli.model.Condition;
import org.etabli.model.Decision;
import org.etabli.model.Truth;
import org.etabli.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as answered while nobody has answered, on small laws by hand and on random ones by putting the answer in. */
class PresumptionsTest {

    /** A gate, a technique that is presumed behind it, a list of exclusions of which none is presumed, and one use. */
    private static Small law() {
        return new Small().yesNo("gate").presume("learned", Small.yes("gate")).oneOf("technique", "learned", "rules")
                .presume("none", Condition.ALWAYS).anyOf("excluded", "army", "lab", "none").yesNo("use", "ban")
                .rule("ai", Small.is("technique", "learned")).rule("in", Small.is("excluded", "none"))
                .absolute("out", Small.is("excluded", "army", "lab")).absolute("not_ai", Small.any(Small.is("technique", "rules"), Small.no("gate")))
                .classRule("banned", Small.yes("ban"), "ai", "in").classRule("high", Small.yes("use"), "ai", "in").fallback("low", "ai", "in");
    }

    /** Of the gate and of the technique every value: what the rule "it is AI" is then, and whether it rests on the presumption. */
    @ParameterizedTest
    @CsvSource({
            "yes, unknown, TRUE, true", "yes, learned, TRUE, false", "yes, rules, FALSE, false",
            "no, unknown, UNKNOWN, false", "no, learned, TRUE, false", "no, rules, FALSE, false",
            "unknown, unknown, UNKNOWN, false", "unknown, learned, TRUE, false", "unknown, rules, FALSE, false"})
    void aPresumptionCountsWhereItsConditionSurelyHoldsAndNobodyAnswered(String gate, String technique, Truth ai, boolean presumed) {
        Law law = law().law();
        String facts = "gate=" + gate + " technique=" + technique + " ban=no use=yes";
        Decision d = Small.decide(law, facts);
        assertEquals(ai, d.trace().step("ai").orElseThrow().outcome());
        assertEquals(presumed, d.presumed().stream().anyMatch(p -> p.fact().equals("technique")));
        assertEquals(presumed, law.evaluate(Small.facts(law, facts)).isPresumed("technique"));
    }

    /** Of a list that is presumed to hold nothing more, what is named stays. */
    @ParameterizedTest
    @CsvSource({"unknown, none, low", "'[army,unknown]', army, out", "'[none]', , low", "'[army,lab]', , out", "'[unknown]', none, low"})
    void ofAListNothingMoreIsPresumed(String excluded, String value, String classId) {
        Decision d = Small.decide(law().law(), "gate=yes technique=learned ban=no use=no excluded=" + excluded);
        assertEquals(classId, d.classId());
        assertEquals(value == null ? List.of() : List.of("[" + value + "]"), d.presumed().stream().map(p -> p.value().code()).toList());
    }

    @Test
    void theClassSaysWhatWouldTakeItOut() {
        Decision d = Small.decide(law().law(), "gate=yes ban=no use=yes");
        assertEquals("high", d.classId());
        assertEquals(List.of("technique", "excluded"), d.presumed().stream().map(Decision.Presumed::fact).toList());
        assertEquals(List.of(new Decision.WhatIf("technique", new Value.Choice("learned"), new Value.Choice("rules"), "not_ai")), d.presumed().get(0).wayOuts());
        assertEquals(List.of("[army] out", "[lab] out"), d.presumed().get(1).wayOuts().stream().map(w -> w.to().code() + " " + w.classId()).toList());
        assertTrue(d.whatIf().stream().noneMatch(w -> w.fact().equals("technique") || w.fact().equals("excluded")), "nobody gave these answers");
        assertFalse(d.unmoved().contains("excluded"));
        assertEquals(List.of(), d.missing());
    }

    /** The gate shut: the presumption behind it ends, and with it the class. */
    @Test
    void anotherAnswerEndsThePresumptionsThatRestOnIt() {
        Decision d = Small.decide(law().law(), "gate=yes ban=no use=yes");
        assertTrue(d.whatIf().contains(new Decision.WhatIf("gate", Value.YES, Value.NO, "not_ai")), d.whatIf().toString());
        Law chain = new Small().presume("yes", Condition.ALWAYS).yesNo("first").presume("yes", Small.yes("first")).yesNo("second").presume("yes", Small.yes("second")).yesNo("third").yesNo("use")
                .classRule("high", Small.all(Small.yes("third"), Small.yes("use"))).fallback("low").law();
        assertEquals("high", Small.decide(chain, "use=yes").classId());
        assertEquals(3, Small.decide(chain, "use=yes").presumed().size());
        assertEquals(Decision.INSUFFICIENT, Small.decide(chain, "use=yes first=no").classId(), "the second is not presumed any more, so neither is the third");
        assertEquals(List.of("no " + Decision.INSUFFICIENT), Small.decide(chain, "use=yes").presumed().get(0).wayOuts().stream().map(w -> w.to().code() + " " + w.classId()).toList());
    }

    // --- random laws ---------------------------------------------------------------------------------------------

    private static final List<String> PRESUMED = List.of("b", "t", "m");

    /** The same law with and without its presumptions. */
    private record Pair(Small with, Small without) {
    }

    private static Pair pair(int seed) {
        Random random = new Random(seed);
        Condition first = random.nextBoolean() ? Condition.ALWAYS : Small.yes("a");
        Condition second = switch (random.nextInt(3)) {
            case 0 -> Small.yes("b");
            case 1 -> Small.any(Small.yes("a"), Small.no("b"));
            default -> Condition.ALWAYS;
        };
        Condition third = random.nextBoolean() ? Condition.ALWAYS : Small.is("t", "x", "y");
        Small with = new Small().yesNo("a").presume("yes", first).yesNo("b").yesNo("c").presume("y", second).oneOf("t", "x", "y", "z").presume("none", third).anyOf("m", "p", "q", "none").number("n");
        Small without = new Small().yesNo("a", "b", "c").oneOf("t", "x", "y", "z").anyOf("m", "p", "q", "none").number("n");
        long rules = random.nextLong();
        return new Pair(RandomLawsTest.random(new Random(rules), with), RandomLawsTest.random(new Random(rules), without));
    }

    /** Puts in what is presumed, in the order of the questions, by two values: a condition surely holds where it does for every completion. */
    private static Map<String, String> filled(Small law, Map<String, String> facts) {
        Map<String, String> now = new LinkedHashMap<>(facts);
        for (var question : law.questions)
            question.presume().ifPresent(p -> {
                String said = now.get(question.id());
                boolean[] holds = {true};
                RandomLawsTest.each(now, full -> holds[0] &= RandomLawsTest.holds(law, p.when().orElseThrow(), full));
                if (holds[0] && said.contains("unknown"))
                    now.put(question.id(), !question.id().equals("m") ? p.value() : said.equals("unknown") ? "[none]" : said.replace(",unknown", ""));
            });
        return now;
    }

    private static Decision decide(Law law, Map<String, String> facts) {
        return law.decide("x", RandomLawsTest.read(law, facts), Small.DAY);
    }

    @Test
    void aPresumedAnswerCountsLikeOneThatIsGiven() {
        int[] presumed = {0};
        for (int seed = 0; seed < 150; seed++) {
            Pair pair = pair(seed);
            Law law = pair.with.law();
            Law plain = pair.without.law();
            Random random = new Random(seed);
            for (int i = 0; i < 12; i++) {
                Map<String, String> facts = RandomLawsTest.partial(random);
                Map<String, String> full = filled(pair.with, facts);
                Decision found = decide(law, facts);
                Decision expected = decide(plain, full);
                String name = "law " + seed + " on " + facts + " filled " + full;
                assertEquals(expected.classId(), found.classId(), name);
                assertEquals(expected.classes(), found.classes(), name);
                assertEquals(expected.open(), found.open(), name);
                assertEquals(new TreeSet<>(Small.missing(expected)), new TreeSet<>(Small.missing(found)), name);
                Set<String> changed = new TreeSet<>();
                full.forEach((f, v) -> {
                    if (!v.equals(facts.get(f)))
                        changed.add(f);
                });
                assertEquals(changed, new TreeSet<>(found.presumed().stream().map(Decision.Presumed::fact).toList()), name);
                presumed[0] += changed.size();
            }
        }
        assertTrue(presumed[0] > 500, presumed[0] + " presumptions");
    }

    /** Deciding anew with each other answer: for given facts under what-if, for presumed ones beside the presumption. */
    @Test
    void whatWouldChangeIsWorkedOutWithThePresumptionsThatThenHold() {
        int[] changes = {0, 0};
        for (int seed = 0; seed < 150; seed++) {
            Pair pair = pair(seed);
            Law law = pair.with.law();
            Random random = new Random(seed);
            for (int i = 0; i < 8; i++) {
                Map<String, String> facts = RandomLawsTest.partial(random);
                Map<String, String> full = filled(pair.with, facts);
                Decision d = decide(law, facts);
                Set<String> given = new TreeSet<>();
                Set<String> others = new TreeSet<>();
                full.forEach((fact, counts) -> {
                    if (fact.equals("n") || counts.equals("unknown"))
                        return;
                    boolean isGiven = counts.equals(facts.get(fact));
                    for (String other : counts.equals("[none]") ? List.of("[p]", "[q]") : RandomLawsTest.neighbours(fact, counts)) {
                        Map<String, String> changed = new LinkedHashMap<>(facts);
                        changed.put(fact, other);
                        String then = decide(law, changed).classId();
                        if (!then.equals(d.classId()))
                            (isGiven ? given : others).add(fact + " " + Small.value(law.catalogue().get(fact).orElseThrow(), other).code() + " " + then);
                    }
                });
                String name = "law " + seed + " on " + facts;
                assertEquals(given, words(d.whatIf().stream()), name);
                assertEquals(others, words(d.presumed().stream().flatMap(p -> p.wayOuts().stream())), name);
                changes[0] += given.size();
                changes[1] += others.size();
            }
        }
        assertTrue(changes[0] > 100 && changes[1] > 100, changes[0] + " of given, " + changes[1] + " of presumed facts");
    }

    private static Set<String> words(Stream<Decision.WhatIf> changes) {
        Set<String> words = new TreeSet<>();
        changes.filter(w -> !w.fact().equals("n")).forEach(w -> words.add(w.fact() + " " + w.to().code() + " " + w.classId()));
        return words;
    }

    // --- the proof -----------------------------------------------------------------------------------------------

    static Stream<Arguments> planted() {
        Condition use = Small.yes("use");
        return Stream.of(
                Arguments.of("nothing wrong", law(), List.of()),
                Arguments.of("it changes nothing", new Small().yesNo("use").presume("no", use).yesNo("other").classRule("high", use).fallback("low"), List.of("idle presumption other")),
                Arguments.of("a heavier class waits for the other answer", new Small().yesNo("use").presume("no", Condition.ALWAYS).yesNo("harm")
                        .classRule("banned", Small.yes("use")).classRule("high", Small.yes("harm")).fallback("low"), List.of("lightens presumption harm: use=no, harm=yes", "idle presumption harm")),
                Arguments.of("of a list a heavier class waits for more", new Small().yesNo("use").presume("none", Condition.ALWAYS).anyOf("harms", "p", "q", "none")
                        .absolute("out", Small.is("harms", "q")).classRule("banned", use).classRule("high", Small.is("harms", "p")).fallback("low"),
                        List.of("lightens presumption harms: use=no, harms=p")),
                Arguments.of("the heaviest class rests on it", new Small().yesNo("use").presume("yes", Condition.ALWAYS).yesNo("harm")
                        .classRule("banned", Small.all(use, Small.yes("harm"))).fallback("low"), List.of("condemns presumption harm: class banned")),
                Arguments.of("with no answer at all a class is decided", new Small().presume("yes", Condition.ALWAYS).yesNo("ai").rule("ai", Small.yes("ai")).absolute("out", Small.no("ai"))
                        .classRule("high", Small.yes("ai"), "ai").fallback("low", "ai"), List.of("condemns presumption ai: class high", "rash classes")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void theProofKnowsAPresumptionThatIsWrong(String what, Small law, List<String> expected) {
        assertEquals(expected, new LawProof(law.law()).run().stream().map(LawProof.Defect::toString).filter(d -> d.matches("(lightens|condemns|rash|idle presumption).*")).toList());
    }

    @Test
    void aPresumptionThatCannotBeReadIsNamed() {
        assertEquals(List.of("presumption of other: other has no answer called rules", "presumption of other: its condition may only ask for facts of questions that stand before"),
                new Small().presume("rules", Small.yes("use")).yesNo("other").yesNo("use").classRule("high", Small.yes("use")).fallback("low").problems());
        assertEquals(List.of("presumption of m: of a list only that nothing stands on it can be presumed"),
                new Small().presume("p", Condition.ALWAYS).anyOf("m", "p", "none").classRule("high", Small.is("m", "p")).fallback("low").problems());
        assertEquals(List.of("presumption of n: n has no answer called 3"),
                new Small().presume("3", Condition.ALWAYS).number("n").classRule("high", Small.between("n", 3, null)).fallback("low").problems());
    }

    @Test
    void classesOfOneLevelStandInARowAndWaysOutBeforeThem() {
        Condition a = Small.yes("a");
        assertEquals(List.of("classes of the level x do not stand in a row"),
                new Small().yesNo("a").level("x").classRule("one", a).level("").classRule("two", a).level("x").classRule("three", a).level("").fallback("low").problems());
        assertEquals(List.of("class out shuts out every other, so it stands before them"), new Small().yesNo("a").classRule("one", a).absolute("out", Small.no("a")).fallback("low").problems());
    }

    /** Every world of a random law, with the presumed answer in place of each other one. */
    @Test
    void whatIsPresumedIsTheWeightiestInEveryWorldOrTheProofSaysSo() {
        Map<String, String> nothing = new LinkedHashMap<>();
        RandomLawsTest.DOMAIN.keySet().forEach(f -> nothing.put(f, "unknown"));
        int[] seen = {0, 0};
        for (int seed = 0; seed < 40; seed++) {
            Small small = pair(seed).with;
            Set<String> expected = new TreeSet<>();
            RandomLawsTest.each(nothing, world -> small.questions.forEach(q -> q.presume().filter(p -> RandomLawsTest.holds(small, p.when().orElseThrow(), world)).ifPresent(p -> {
                for (String counts : q.id().equals("m") ? fewer(world.get("m")) : List.of(p.value())) {
                    Map<String, String> other = new LinkedHashMap<>(world);
                    other.put(q.id(), counts);
                    if (weight(small, other) > weight(small, world))
                        expected.add("presumption " + q.id());
                }
            })));
            Set<String> found = new TreeSet<>();
            new LawProof(small.law()).run().stream().filter(d -> d.what().equals("lightens")).forEach(d -> found.add(d.subject()));
            assertEquals(expected, found, "law " + seed);
            seen[0] += expected.size();
            seen[1] += PRESUMED.size() - expected.size();
        }
        assertTrue(seen[0] > 10 && seen[1] > 10, seen[0] + " lighten, " + seen[1] + " do not");
    }

    private static List<String> fewer(String list) {
        return list.equals("[p,q]") ? List.of("[p]", "[q]") : List.of("[none]");
    }

    /** 0 the heaviest; a way out, or no class at all, weighs nothing. */
    private static int weight(Small law, Map<String, String> world) {
        String strongest = RandomLawsTest.strongest(law, world);
        if (strongest.equals(Decision.INSUFFICIENT) || RandomLawsTest.weight(law, strongest).equals("out"))
            return Integer.MAX_VALUE;
        List<String> weights = law.classes.stream().filter(c -> !c.absolute()).map(c -> RandomLawsTest.weight(law, c.id())).distinct().toList();
        return weights.indexOf(RandomLawsTest.weight(law, strongest));
    }
}
