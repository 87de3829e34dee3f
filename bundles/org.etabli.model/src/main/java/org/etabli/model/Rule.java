package org.etabli.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A named conclusion of the law: it holds when {@code when} holds and {@code unless} does not.
 *
 * @param stage         the step of the decision it belongs to, for the order of the trace
 * @param summary       the rule in our own words
 * @param source        article paths; never empty
 * @param doubt         what is doubtful about it, shown as soon as it decides something; may be empty
 * @param appliesFrom   the date of application by the letter of the text
 * @param operativeFrom the date from which it can have effect, where that differs
 */
public record Rule(String id, String stage, Text title, Text summary, List<String> source, Certainty certainty, Text doubt,
        Optional<LocalDate> appliesFrom, Optional<LocalDate> operativeFrom, Condition when, Optional<Condition> unless) {

    public Rule {
        source = List.copyOf(source);
        if (source.isEmpty())
            throw new IllegalArgumentException("rule " + id + " has no source");
    }
}
