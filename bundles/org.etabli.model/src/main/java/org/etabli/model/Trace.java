package org.etabli.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Every rule with its outcome and its causes, in the order of the law. Made when somebody asks for it first: whoever decides on
 * thousands of systems reads few traces.
 */
public final class Trace {
    private final Supplier<List<Step>> source;
    private List<Step> steps;

    private Trace(Supplier<List<Step>> source) {
        this.source = source;
    }

    /** @param source asked at most once; gives the same steps whenever that is */
    public static Trace of(Supplier<List<Step>> source) {
        return new Trace(source);
    }

    public synchronized List<Step> steps() {
        if (steps == null)
            steps = List.copyOf(source.get());
        return steps;
    }

    public Optional<Step> step(String ruleId) {
        return steps().stream().filter(s -> s.rule().id().equals(ruleId)).findFirst();
    }

    /** The undecided steps that wait for one of these facts, straight or through other rules. */
    public List<Step> waitingFor(Set<String> facts) {
        Map<String, Step> byRule = new HashMap<>();
        steps().forEach(s -> byRule.put(s.rule().id(), s));
        Map<String, Boolean> known = new HashMap<>();
        return steps().stream().filter(s -> s.outcome() == Truth.UNKNOWN && waits(s, facts, byRule, known)).toList();
    }

    private static boolean waits(Step step, Set<String> facts, Map<String, Step> byRule, Map<String, Boolean> known) {
        Boolean before = known.get(step.rule().id());
        if (before != null)
            return before;
        boolean waits = false;
        for (Cause cause : step.causes())
            waits |= switch (cause) {
                case Cause.OfFact f -> facts.contains(f.fact());
                case Cause.OfRule r -> byRule.containsKey(r.rule()) && waits(byRule.get(r.rule()), facts, byRule, known);
                case Cause.OfConclusion c -> false;
            };
        known.put(step.rule().id(), waits);
        return waits;
    }

    /**
     * A rule that fired (true), did not fire because of its causes (false), or is undecided because of them (unknown).
     *
     * @param causes exactly those parts of the condition that decided, or that left it open
     */
    public record Step(Rule rule, Truth outcome, List<Cause> causes) {
        public Step {
            causes = List.copyOf(causes);
        }
    }

    /** A part of a condition with the value it had. */
    public sealed interface Cause {
        Truth truth();

        /**
         * A test on a fact.
         *
         * @param expected the values that would have satisfied it
         * @param presumed whether nobody gave the value, so that it counts as given
         */
        record OfFact(String fact, Value value, List<String> expected, Truth truth, boolean presumed) implements Cause {
            public OfFact(String fact, Value value, List<String> expected, Truth truth) {
                this(fact, value, expected, truth, false);
            }
        }

        /** Another rule; its own step says why. */
        record OfRule(String rule, Truth truth) implements Cause {
        }

        /** A class or a role that the condition refers to. */
        record OfConclusion(String kind, String id, Truth truth) implements Cause {
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trace t && t.steps().equals(steps());
    }

    @Override
    public int hashCode() {
        return steps().hashCode();
    }

    @Override
    public String toString() {
        return steps().toString();
    }
}
