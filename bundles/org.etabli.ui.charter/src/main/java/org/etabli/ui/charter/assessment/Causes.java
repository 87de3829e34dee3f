package org.etabli.ui.charter.assessment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Set<String> facts = new LinkedHashSet<>();
        Stream.concat(commitment.brokenIf().stream(), commitment.respectedIf().stream()).forEach(c -> collect(List.of(c), facts));
        return facts;
    }

    private static void collect(List<Condition> conditions, Set<String> facts) {
        for (Condition condition : conditions)
            switch (condition) {
                case Condition.All c -> collect(c.of(), facts);
                case Condition.Any c -> collect(c.of(), facts);
                case Condition.Not c -> collect(List.of(c.of()), facts);
                case Condition.FactIs c -> facts.add(c.fact());
                case Condition.FactBetween c -> facts.add(c.fact());
                case Condition.RuleHolds c -> { }
                case Condition.ClassApplies c -> { }
                case Condition.RoleHeld c -> { }
            }
    }
}
