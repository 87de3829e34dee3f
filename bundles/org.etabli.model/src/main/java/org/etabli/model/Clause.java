package org.etabli.model;

import java.util.List;
import java.util.Optional;

/**
 * A clause that may stand in a document of the tender.
 *
 * @param document the id of the {@link DocumentTemplate} it belongs to
 * @param section  the id of the section within that document
 * @param title    heading
 * @param body     AsciiDoc of ours, with {@code {placeholders}} of the dossier
 * @param source   article paths the clause answers to
 * @param serves   ids of the duties that it answers to, or helps to meet
 * @param when     chosen when this holds; kept with a mark while it is undecided
 * @param advice   for the drafter, never printed in the tender; may be empty
 * @param onRequest whether its text stands where its condition does not: a charter may then ask for it
 */
public record Clause(String id, String document, String section, Text title, Text body, List<String> source, List<String> serves,
        Certainty certainty, Condition when, Optional<Text> advice, boolean onRequest) {

    public Clause {
        source = List.copyOf(source);
        serves = List.copyOf(serves);
    }

    /** The same clause in other words. */
    public Clause withBody(Text words) {
        return new Clause(id, document, section, title, words, source, serves, certainty, when, advice, onRequest);
    }
}
