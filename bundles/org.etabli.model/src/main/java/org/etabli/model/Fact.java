package org.etabli.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One answer about the AI system, with who gave it, when, and what shows it.
 *
 * @param id       the id of the question it answers
 * @param evidence references to attachments or sources, in the words of the author
 * @param note     free text, Markdown; untrusted
 */
public record Fact(String id, Value value, Optional<String> by, Optional<LocalDate> on, List<String> evidence, String note) {

    public Fact {
        evidence = List.copyOf(evidence);
    }

    public static Fact of(String id, Value value) {
        return new Fact(id, value, Optional.empty(), Optional.empty(), List.of(), "");
    }
}
