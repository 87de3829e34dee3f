package org.etabli.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.etabli.model.Condition;

/** {@code {all: […]}}, {@code {fact: value}} and the other forms of the schema, into a {@link Condition}. */
final class ConditionReader {

    private ConditionReader() {
    }

    static Condition read(Node node) {
        if (!(node instanceof Node.Mapping mapping))
            throw new IllegalArgumentException("a condition is a mapping, at line " + node.span().line());
        List<Condition> parts = new ArrayList<>();
        for (Node.Entry entry : mapping.entries())
            parts.add(part(entry));
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    private static Condition part(Node.Entry entry) {
        Node value = entry.value();
        return switch (entry.key().text()) {
            case "all" -> new Condition.All(conditions(value));
            case "any" -> new Condition.Any(conditions(value));
            case "none" -> new Condition.Not(new Condition.Any(conditions(value)));
            case "not" -> new Condition.Not(read(value));
            case "rule" -> new Condition.RuleHolds(word(value));
            case "class" -> new Condition.ClassApplies(word(value));
            case "role" -> new Condition.RoleHeld(word(value));
            default -> fact(entry.key().text(), value);
        };
    }

    private static List<Condition> conditions(Node node) {
        if (!(node instanceof Node.Sequence sequence))
            throw new IllegalArgumentException("a list of conditions is expected at line " + node.span().line());
        return sequence.items().stream().map(ConditionReader::read).toList();
    }

    private static Condition fact(String id, Node value) {
        return switch (value) {
            case Node.Scalar s -> new Condition.FactIs(id, List.of(s.text()));
            case Node.Sequence s -> new Condition.FactIs(id, s.items().stream().map(ConditionReader::word).toList());
            case Node.Mapping m -> {
                BigDecimal least = Reading.number(m, "at_least").orElse(null);
                BigDecimal most = Reading.number(m, "at_most").orElse(null);
                if (least == null && most == null)
                    throw new IllegalArgumentException("at_least or at_most is expected at line " + m.span().line());
                yield new Condition.FactBetween(id, least, most);
            }
        };
    }

    private static String word(Node node) {
        return Reading.word(node).orElseThrow(() -> new IllegalArgumentException("a word is expected at line " + node.span().line()));
    }
}
