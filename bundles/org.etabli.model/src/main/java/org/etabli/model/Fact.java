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
 * @param ask      who is to be asked, while the answer is open
 */
public record Fact(String id, Value value, Optional<String> by, Optional<LocalDate> on, List<String> evidence, String note, Optional<Ask> ask) {

    public Fact {
        evidence = List.copyOf(evidence);
    }

    public Fact(String id, Value value, Optional<String> by, Optional<LocalDate> on, List<String> evidence, String note) {
        this(id, value, by, on, evidence, note, Optional.empty());
    }

    public static Fact of(String id, Value value) {
        return new Fact(id, value, Optional.empty(), Optional.empty(), List.of(), "");
    }

    /**
     * "Je ne sais pas", turned into a task.
     *
     * @param who a person or a service, in the author's words; empty while nobody is named
     * @param by  the day by which the answer is wanted
     */
    public record Ask(String who, Optional<LocalDate> by) {
    }
}
