package org.etabli.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.etabli.model.Condition;
import org.etabli.model.Decision;
import org.etabli.model.Fact;
import org.etabli.model.Facts;
import org.etabli.model.Question;
import org.etabli.model.Rule;
import org.etabli.model.RuleSet;
import org.etabli.model.Value;
import org.junit.jupiter.api.Test;

/**
 * Small random laws against every completion of the unknown facts. What a law says about facts that are all known is worked
 * out here by two-valued logic, without a line of the engine.
 */
class RandomLawsTest {
    private static final int LAWS = 150;
    private static final int FACTS_PER_LAW = 12;
    /** Answers that are complete, for each question. */
    static final Map<String, List<String>> DOMAIN = new LinkedHashMap<>();
    /** Answers that leave something open. */
    static final Map<String, List<String>> OPEN = Map.of("m", List.of("unknown", "[p,unknown]", "[q,unknown]"));

    static {
        DOMAIN.put("a", List.of("yes", "no"));
        DOMAIN.put("b", List.of("yes", "no"));
        DOMAIN.put("c", List.of("yes", "no"));
        DOMAIN.put("t", List.of("x", "y", "z"));
        DOMAIN.put("m", List.of("[p]", "[q]", "[p,q]", "[none]"));
        // one on each side of 10, of 20 and of 21, and the bounds themselves
        DOMAIN.put("n", List.of("5", "10", "15", "20", "20.5", "25"));
    }

    // --- random laws ---------------------------------------------------------------------------------------------

    private static Small questions() {
        return new Small().yesNo("a", "b", "c").oneOf("t", "x", "y", "z").anyOf("m", "p", "q", "none").number("n");
    }

    static Small random(Random random) {
        return random(random, questions());
    }

    /** Rules and classes over the questions of {@link #DOMAIN}. */
    static Small random(Random random, Small small) {
        List<Condition> leaves = new ArrayList<>(List.of());
        for (int i = 0; i < 4; i++) {
            Condition when = condition(random, leaves, 2);
            small.rule("r" + i, "s", org.etabli.model.Certainty.TEXT, org.etabli.model.Text.EMPTY, when, random.nextInt(4) == 0 ? condition(random, leaves, 1) : null);
            leaves.add(Small.rule("r" + i));
        }
        if (random.nextInt(2) == 0)
            small.absolute("out", condition(random, leaves, 1));
        if (random.nextInt(3) == 0)
            small.absolute("none_of_it", condition(random, leaves, 1));
        int classes = 1 + random.nextInt(3);
        int equal = random.nextInt(3);
        for (int i = 0; i < classes; i++)
            small.level(equal > 0 && i >= equal - 1 ? "equal" : "").classRule("c" + i, condition(random, leaves, 2), random.nextInt(3) == 0 ? new String[] {"r" + random.nextInt(4)} : new String[0]);
        small.level("").fallback("low", random.nextInt(3) == 0 ? new String[] {"r" + random.nextInt(4)} : new String[0]);
        return small;
    }

    private static Condition condition(Random random, List<Condition> more, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            List<Condition> parts = new ArrayList<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--)
                parts.add(condition(random, more, depth - 1));
            return switch (random.nextInt(5)) {
                case 0, 1 -> new Condition.All(parts);
                case 2, 3 -> new Condition.Any(parts);
                default -> new Condition.Not(parts.get(0));
            };
        }
        if (!more.isEmpty() && random.nextInt(3) == 0)
            return more.get(random.nextInt(more.size()));
        return leaf(random, any(random, List.copyOf(DOMAIN.keySet())));
    }

    private static Condition leaf(Random random, String fact) {
        return switch (fact) {
            case "t" -> random.nextBoolean() ? Small.is("t", any(random, DOMAIN.get("t"))) : Small.is("t", "x", "z");
            case "m" -> random.nextBoolean() ? Small.is("m", any(random, List.of("p", "q", "none"))) : Small.is("m", "p", "q");
            case "n" -> any(random, List.of(Small.between("n", 10, null), Small.between("n", null, 20), Small.between("n", 10, 20), Small.between("n", 21, null)));
            default -> random.nextBoolean() ? Small.yes(fact) : Small.no(fact);
        };
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    // --- two-valued logic on facts that are all known ------------------------------------------------------------

    static boolean holds(Small law, Condition condition, Map<String, String> facts) {
        return switch (condition) {
            case Condition.All all -> all.of().stream().allMatch(c -> holds(law, c, facts));
            case Condition.Any any -> any.of().stream().anyMatch(c -> holds(law, c, facts));
            case Condition.Not not -> !holds(law, not.of(), facts);
            case Condition.FactIs is -> {
                List<String> said = List.of(facts.get(is.fact()).replaceAll("[\\[\\]]", "").split(","));
                yield is.options().stream().anyMatch(said::contains);
            }
            case Condition.FactBetween b -> {
                BigDecimal n = new BigDecimal(facts.get(b.fact()));
                yield (b.atLeast() == null || n.compareTo(b.atLeast()) >= 0) && (b.atMost() == null || n.compareTo(b.atMost()) <= 0);
            }
            case Condition.RuleHolds r -> {
                Rule rule = law.rules.stream().filter(x -> x.id().equals(r.rule())).findFirst().orElseThrow();
                yield holds(law, rule.when(), facts) && (rule.unless().isEmpty() || !holds(law, rule.unless().get(), facts));
            }
            default -> throw new AssertionError(condition);
        };
    }

    static boolean applies(Small law, RuleSet.ClassRule c, Map<String, String> facts) {
        return c.requires().stream().allMatch(r -> holds(law, Small.rule(r), facts)) && holds(law, c.when(), facts)
                && !(c.fallback() && law.classes.stream().anyMatch(o -> o != c && !o.absolute() && applies(law, o, facts)));
    }

    static String strongest(Small law, Map<String, String> facts) {
        return law.classes.stream().filter(c -> applies(law, c, facts)).map(RuleSet.ClassRule::id).findFirst().orElse(Decision.INSUFFICIENT);
    }

    /** Ways out weigh nothing; classes of one level weigh the same. */
    static String weight(Small law, String classId) {
        RuleSet.ClassRule rule = law.classes.stream().filter(c -> c.id().equals(classId)).findFirst().orElseThrow();
        return rule.absolute() ? "out" : rule.level().isEmpty() ? rule.id() : rule.level();
    }

    /** Whether this can still be the class where another one was announced: it weighs the same, or a way out has been shown. */
    static boolean isWithin(Small law, String announced, String classId) {
        return weight(law, classId).equals(weight(law, announced)) || weight(law, classId).equals("out");
    }

    // --- facts ---------------------------------------------------------------------------------------------------

    static List<String> completions(String fact, String said) {
        if (DOMAIN.get(fact).contains(said))
            return List.of(said);
        return switch (said) {
            case "[p,unknown]" -> List.of("[p]", "[p,q]");
            case "[q,unknown]" -> List.of("[q]", "[p,q]");
            case "[p,q,unknown]" -> List.of("[p,q]");
            default -> DOMAIN.get(fact);
        };
    }

    static void each(Map<String, String> facts, Consumer<Map<String, String>> visitor) {
        List<String> order = List.copyOf(facts.keySet());
        walk(order, 0, facts, new LinkedHashMap<>(facts), visitor);
    }

    private static void walk(List<String> order, int at, Map<String, String> facts, Map<String, String> now, Consumer<Map<String, String>> visitor) {
        if (at == order.size()) {
            visitor.accept(now);
            return;
        }
        String fact = order.get(at);
        for (String value : completions(fact, facts.get(fact))) {
            now.put(fact, value);
            walk(order, at + 1, facts, now, visitor);
        }
    }

    static Map<String, String> partial(Random random) {
        Map<String, String> facts = new LinkedHashMap<>();
        int known = random.nextInt(5);
        DOMAIN.forEach((fact, values) -> facts.put(fact, random.nextInt(5) < known ? any(random, values) : any(random, OPEN.getOrDefault(fact, List.of("unknown")))));
        return facts;
    }

    static Facts read(Law law, Map<String, String> facts) {
        List<Fact> list = new ArrayList<>();
        facts.forEach((id, word) -> list.add(Fact.of(id, Small.value(law.catalogue().get(id).orElseThrow(), word))));
        return Facts.of(list);
    }

    private interface Case {
        void check(Small small, Law law, Map<String, String> facts, String name, Random random);
    }

    private static void forEachCase(Case test) {
        for (int seed = 0; seed < LAWS; seed++) {
            Random random = new Random(seed);
            Small small = random(random);
            Law law = small.law();
            for (int i = 0; i < FACTS_PER_LAW; i++) {
                Map<String, String> facts = partial(random);
                test.check(small, law, facts, "law " + seed + " on " + facts, random);
            }
        }
    }

    private static Decision decide(Law law, Map<String, String> facts) {
        return law.decide("x", read(law, facts), Small.DAY);
    }

    // --- properties ----------------------------------------------------------------------------------------------

    @Test
    void onKnownFactsTheDecisionIsThatOfTwoValuedLogic() {
        Map<String, Integer> seen = new HashMap<>();
        forEachCase((small, law, facts, name, random) -> {
            Map<String, String> known = new LinkedHashMap<>();
            DOMAIN.forEach((fact, values) -> known.put(fact, any(random, values)));
            Decision d = decide(law, known);
            assertEquals(strongest(small, known), d.classId(), () -> name + known);
            assertEquals(small.classes.stream().filter(c -> applies(small, c, known)).map(RuleSet.ClassRule::id).toList(), d.classes(), () -> name + known);
            assertEquals(List.of(), d.missing(), () -> name + known);
            d.trace().steps().forEach(s -> assertEquals(holds(small, Small.rule(s.rule().id()), known), s.outcome() == org.etabli.model.Truth.TRUE));
            seen.merge(d.classId(), 1, Integer::sum);
        });
        assertTrue(seen.size() >= 6 && seen.getOrDefault("low", 0) > 50 && seen.getOrDefault("out", 0) > 50, seen.toString());
    }

    /** What is decided stays decided, whatever the missing answers turn out to be. */
    @Test
    void aDecidedClassIsThatOfEveryCompletion() {
        int[] decided = {0, 0};
        forEachCase((small, law, facts, name, random) -> {
            Decision d = decide(law, facts);
            decided[d.isDecided() ? 1 : 0]++;
            if (d.isDecided())
                each(facts, full -> assertTrue(isWithin(small, d.classId(), strongest(small, full)), () -> name + " completed " + full));
        });
        assertTrue(decided[0] > 300 && decided[1] > 300, decided[0] + " open, " + decided[1] + " decided");
    }

    /** Classes said to apply apply in every completion, but for the fallback, which stands in. */
    @Test
    void classesThatStandApplyInEveryCompletion() {
        forEachCase((small, law, facts, name, random) -> {
            for (String id : decide(law, facts).classes()) {
                RuleSet.ClassRule rule = small.classes.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
                if (!rule.fallback())
                    each(facts, full -> assertTrue(applies(small, rule, full), () -> name + " completed " + full));
            }
        });
    }

    /** Rules that fired hold, and rules that did not fire do not, in every completion. */
    @Test
    void aDecidedStepIsThatOfEveryCompletion() {
        forEachCase((small, law, facts, name, random) -> decide(law, facts).trace().steps().stream().filter(s -> s.outcome().isDecided())
                .forEach(s -> each(facts, full -> assertEquals(holds(small, Small.rule(s.rule().id()), full), s.outcome() == org.etabli.model.Truth.TRUE, () -> name + full))));
    }

    @Test
    void turningAnUnknownIntoAValueNeverChangesADecidedClass() {
        int[] steps = {0};
        forEachCase((small, law, facts, name, random) -> {
            Map<String, String> now = new LinkedHashMap<>(facts);
            Decision before = decide(law, now);
            for (String fact : facts.keySet()) {
                List<String> more = completions(fact, now.get(fact));
                if (more.size() == 1)
                    continue;
                now.put(fact, any(random, more));
                Decision after = decide(law, now);
                if (before.isDecided()) {
                    String was = before.classId();
                    assertTrue(isWithin(small, was, after.classId()), () -> name + " then " + now);
                    steps[0]++;
                }
                before = after;
            }
        });
        assertTrue(steps[0] > 300, steps[0] + " steps");
    }

    /** An open class misses something, and with what is missing the class is decided, whatever the rest turns out to be. */
    @Test
    void whatIsMissingIsEnough() {
        forEachCase((small, law, facts, name, random) -> {
            Decision d = decide(law, facts);
            List<String> missing = Small.missing(d);
            if (d.isDecided()) {
                assertEquals(List.of(), missing, name);
                return;
            }
            Map<String, String> answered = new LinkedHashMap<>(facts);
            missing.forEach(f -> answered.put(f, any(random, completions(f, facts.get(f)))));
            Decision then = decide(law, answered);
            assertEquals(List.of(), then.missing(), () -> name + " answered " + answered);
            each(answered, full -> assertTrue(then.isDecided() ? isWithin(small, then.classId(), strongest(small, full)) : strongest(small, full).equals(Decision.INSUFFICIENT), () -> name + " answered " + answered + " completed " + full));
        });
    }

    /** What is missing is open, named once, in what it leads to, and the next question is among it. */
    @Test
    void whatIsMissingIsOpen() {
        forEachCase((small, law, facts, name, random) -> {
            Decision d = decide(law, facts);
            List<String> missing = Small.missing(d);
            missing.forEach(f -> assertTrue(completions(f, facts.get(f)).size() > 1, () -> name + ": " + f));
            assertEquals(missing.size(), Set.copyOf(missing).size(), name);
            d.missing().forEach(m -> assertTrue(!m.couldBecome().isEmpty(), name));
            assertEquals(missing.stream().findFirst(), law.evaluate(read(law, facts)).nextQuestion(), name);
        });
    }

    /** Where every fact is asked about in one place only, each missing fact can tip the scales, and each class it could become is within reach. */
    @Test
    void whereFactsStandOnceEachMissingOneCanChangeTheClass() {
        int[] checked = {0};
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(7919L * seed);
            Small small = readOnce(random);
            Law law = small.law();
            Map<String, String> facts = partial(random);
            Decision d = decide(law, facts);
            for (Decision.Missing m : d.missing()) {
                Set<String> reached = new LinkedHashSet<>();
                Map<String, Set<String>> byOthers = new HashMap<>();
                each(facts, full -> {
                    String found = strongest(small, full);
                    reached.add(found);
                    Map<String, String> others = new LinkedHashMap<>(full);
                    others.remove(m.fact());
                    byOthers.computeIfAbsent(others.toString(), k -> new LinkedHashSet<>()).add(found);
                });
                String name = "law " + seed + " on " + facts + ": " + m;
                assertTrue(byOthers.values().stream().anyMatch(s -> s.size() > 1), name);
                assertTrue(reached.containsAll(m.couldBecome()), name + " reaches " + reached);
                checked[0]++;
            }
        }
        assertTrue(checked[0] > 300, checked[0] + " facts");
    }

    private static Small readOnce(Random random) {
        Small small = questions();
        List<String> left = new ArrayList<>(DOMAIN.keySet());
        java.util.Collections.shuffle(left, random);
        for (int i = 0; i < 3; i++) {
            List<Condition> parts = new ArrayList<>(List.of(leaf(random, left.remove(0)), leaf(random, left.remove(0))));
            Condition when = random.nextBoolean() ? new Condition.All(parts) : new Condition.Any(parts);
            small.rule("r" + i, random.nextInt(4) == 0 ? new Condition.Not(when) : when);
            small.classRule("c" + i, Small.rule("r" + i));
        }
        return small.fallback("low");
    }

    /** Every single change of a known fact, worked out by deciding anew. */
    @Test
    void whatIfNamesExactlyTheSingleChangesThatChangeTheClass() {
        int[] changes = {0};
        int[] unmoved = {0};
        forEachCase((small, law, facts, name, random) -> {
            Decision d = decide(law, facts);
            Set<String> expected = new TreeSet<>();
            facts.forEach((fact, said) -> {
                if (!said.equals("unknown") && !fact.equals("n"))
                    for (String other : neighbours(fact, said)) {
                        Map<String, String> changed = new LinkedHashMap<>(facts);
                        changed.put(fact, other);
                        String then = decide(law, changed).classId();
                        if (!then.equals(d.classId()))
                            expected.add(fact + " " + Small.value(question(law, fact), other).code() + " " + then);
                    }
            });
            List<String> found = d.whatIf().stream().filter(w -> !w.fact().equals("n")).map(w -> w.fact() + " " + w.to().code() + " " + w.classId()).toList();
            assertEquals(new ArrayList<>(expected), found.stream().sorted().toList(), name);
            d.whatIf().forEach(w -> assertEquals(read(law, facts).value(w.fact()), w.from(), name));
            d.unmoved().forEach(fact -> {
                assertFalse(facts.get(fact).equals("unknown"), name);
                assertTrue(expected.stream().noneMatch(e -> e.startsWith(fact + " ")), name);
            });
            unmoved[0] += d.unmoved().size();
            changes[0] += found.size();
        });
        assertTrue(changes[0] > 300, changes[0] + " changes");
        assertTrue(unmoved[0] > 300, unmoved[0] + " facts that change nothing");
    }

    /** Numbers have no end of other values: each that is named is right, and no class that a number could give is left out. */
    @Test
    void whatIfNamesEveryClassThatAnotherNumberWouldGive() {
        int[] changes = {0};
        forEachCase((small, law, facts, name, random) -> {
            if (facts.get("n").equals("unknown"))
                return;
            Decision d = decide(law, facts);
            Set<String> reached = new TreeSet<>();
            for (int n = -1; n <= 30; n++)
                reached.add(with(law, facts, String.valueOf(n)));
            reached.remove(d.classId());
            Set<String> named = new TreeSet<>();
            for (Decision.WhatIf w : d.whatIf())
                if (w.fact().equals("n")) {
                    assertEquals(with(law, facts, w.to().code()), w.classId(), name);
                    named.add(w.classId());
                    changes[0]++;
                }
            assertEquals(reached, named, name);
        });
        assertTrue(changes[0] > 50, changes[0] + " changes");
    }

    private static String with(Law law, Map<String, String> facts, String number) {
        Map<String, String> changed = new LinkedHashMap<>(facts);
        changed.put("n", number);
        return decide(law, changed).classId();
    }

    private static Question question(Law law, String fact) {
        return law.catalogue().get(fact).orElseThrow();
    }

    /** The answers one step away: the other options; for a list one option more or one less, with "none" alone. */
    static List<String> neighbours(String fact, String said) {
        if (!fact.equals("m"))
            return DOMAIN.get(fact).stream().filter(v -> !v.equals(said)).toList();
        return switch (said) {
            case "[p]" -> List.of("[p,q]", "[none]");
            case "[q]" -> List.of("[p,q]", "[none]");
            case "[p,q]" -> List.of("[p]", "[q]", "[none]");
            case "[none]" -> List.of("[p]", "[q]");
            case "[p,unknown]" -> List.of("[p,q,unknown]", "[none]");
            case "[q,unknown]" -> List.of("[p,q,unknown]", "[none]");
            default -> throw new AssertionError(said);
        };
    }

    @Test
    void theOrderOfFactsChangesNothing() {
        forEachCase((small, law, facts, name, random) -> {
            List<Map.Entry<String, String>> entries = new ArrayList<>(facts.entrySet());
            java.util.Collections.shuffle(entries, random);
            Map<String, String> shuffled = new LinkedHashMap<>();
            entries.forEach(e -> shuffled.put(e.getKey(), e.getValue()));
            assertEquals(decide(law, facts), decide(law, shuffled), name);
        });
    }

    @Test
    void unsaidIsUnknown() {
        forEachCase((small, law, facts, name, random) -> {
            Map<String, String> said = new LinkedHashMap<>(facts);
            said.values().removeIf("unknown"::equals);
            assertEquals(decide(law, facts), decide(law, said), name);
        });
    }

    @Test
    void whatIfIsSilentAboutFactsThatAreUnknown() {
        forEachCase((small, law, facts, name, random) -> decide(law, facts).whatIf()
                .forEach(w -> assertTrue(!(w.from() instanceof Value.Unknown) && !(w.to() instanceof Value.Unknown), name)));
    }
}
