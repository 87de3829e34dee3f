package org.etabli.model;

import java.util.List;
import java.util.Optional;

/** Every rule with its outcome and its causes, in the order of the law. */
public record Trace(List<Step> steps) {

    public Trace {
        steps = List.copyOf(steps);
    }

    public Optional<Step> step(String ruleId) {
        return steps.stream().filter(s -> s.rule().id().equals(ruleId)).findFirst();
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

        /** A test on a fact; {@code expected} are the values that would have satisfied it. */
        record OfFact(String fact, Value value, List<String> expected, Truth truth) implements Cause {
        }

        /** Another rule; its own step says why. */
        record OfRule(String rule, Truth truth) implements Cause {
        }

        /** A class or a role that the condition refers to. */
        record OfConclusion(String kind, String id, Truth truth) implements Cause {
        }
    }
}
