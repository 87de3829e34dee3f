package org.etabli.ui.charter.assessment;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.model.Charter;
import org.etabli.model.Condition;
import org.etabli.model.Trace;

/** The facts behind what a charter says about a project. */
final class Causes {

    private Causes() {
    }

    /** The fact whose question a cause can be seen at. */
    static Optional<String> question(Trace.Cause cause) {
        return cause instanceof Trace.Cause.OfFact f ? Optional.of(f.fact()) : Optional.empty();
    }

    /** Every fact that the conditions of a commitment ask about. */
    static Set<String> asked(Charter.Commitment commitment) {
        return Stream.concat(commitment.brokenIf().stream(), commitment.respectedIf().stream()).flatMap(Condition::leaves).map(Causes::fact).flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<String> fact(Condition leaf) {
        return switch (leaf) {
            case Condition.FactIs f -> Optional.of(f.fact());
            case Condition.FactBetween f -> Optional.of(f.fact());
            default -> Optional.empty();
        };
    }
}
