package org.etabli.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** When a rule holds: facts and other conclusions, joined by all / any / not. No expression language. */
public sealed interface Condition {

    /** Holds whatever the facts are. */
    Condition ALWAYS = new All(List.of());

    /** What it is made of in the end: facts, rules, classes and roles, in the order in which they are written. */
    default Stream<Condition> leaves() {
        return switch (this) {
            case All all -> all.of().stream().flatMap(Condition::leaves);
            case Any any -> any.of().stream().flatMap(Condition::leaves);
            case Not not -> not.of().leaves();
            default -> Stream.of(this);
        };
    }

    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of) implements Condition {
    }

    /**
     * A fact has a value: {@code yes}, {@code no}, or at least one of the named options.
     *
     * @param options the values that satisfy it; for a question with several answers, one of them is enough
     */
    record FactIs(String fact, List<String> options) implements Condition {
        public FactIs {
            options = List.copyOf(options);
        }
    }

    /** A number is at least / at most a bound; either bound may be null, not both. */
    record FactBetween(String fact, BigDecimal atLeast, BigDecimal atMost) implements Condition {
    }

    /** A rule of this or of another rule set of the same law holds. */
    record RuleHolds(String rule) implements Condition {
    }

    /** A class applies, whether or not a stronger one applies too. */
    record ClassApplies(String classId) implements Condition {
    }

    /** An operator's role is held by the authority. */
    record RoleHeld(String role) implements Condition {
    }
}
