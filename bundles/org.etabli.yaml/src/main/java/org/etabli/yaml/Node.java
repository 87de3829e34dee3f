package org.etabli.yaml;

import java.util.List;
import java.util.Optional;

/**
 * A YAML node with its place in the text. Offsets and columns count UTF-16 units, as editors and Java strings do.
 * Scalars keep their written words: what they mean is decided by YAML 1.2's core schema, so {@code yes} is a word.
 */
public sealed interface Node {

    Span span();

    /** @param line from 1; @param column from 1; @param offset from 0; @param end exclusive */
    record Span(int offset, int end, int line, int column) {
        public int length() {
            return end - offset;
        }
    }

    /** @param plain written without quotes and not as a block */
    record Scalar(String text, boolean plain, boolean block, Span span) implements Node {

        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null") || text.equals("Null") || text.equals("NULL"));
        }
    }

    record Sequence(List<Node> items, boolean flow, Span span) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    record Mapping(List<Entry> entries, boolean flow, Span span) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> entry(String key) {
            for (Entry entry : entries)
                if (entry.key().text().equals(key))
                    return Optional.of(entry);
            return Optional.empty();
        }

        public Optional<Node> get(String key) {
            return entry(key).map(Entry::value);
        }
    }

    record Entry(Scalar key, Node value) {
    }

    /** The node at the end of a path of keys and list indexes, if there is one. */
    default Optional<Node> at(List<String> path) {
        Node node = this;
        for (String step : path) {
            Optional<Node> next = switch (node) {
                case Mapping m -> m.get(step);
                case Sequence s -> step.matches("\\d{1,9}") && Integer.parseInt(step) < s.items().size()
                        ? Optional.of(s.items().get(Integer.parseInt(step)))
                        : Optional.empty();
                case Scalar x -> Optional.empty();
            };
            if (next.isEmpty())
                return next;
            node = next.get();
        }
        return Optional.of(node);
    }
}
