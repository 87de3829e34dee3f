package org.etabli.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.etabli.model.InvalidInputException;
import org.etabli.yaml.Node;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlEdits;
import org.etabli.yaml.YamlEdits.Content;
import org.etabli.yaml.YamlText;

/** What a form changes in {@code facts.yaml}, as the smallest edit of its text. */
public final class FactEdits {
    private static final String FACTS = "facts";
    private static final String VALUE = "value";

    private FactEdits() {
    }

    /** Gives a fact an answer; its other fields stay as they are. */
    public static TextEdit answer(YamlText facts, String fact, Content content) throws InvalidInputException {
        return YamlEdits.set(facts, answerPath(facts, fact), content, VALUE);
    }

    /** Where the answer itself stands, or would: a fact is written in full or in short. */
    static List<String> answerPath(YamlText facts, String fact) {
        boolean full = facts.root().at(List.of(FACTS, fact)).filter(Node.Mapping.class::isInstance).isPresent();
        return full ? List.of(FACTS, fact, VALUE) : List.of(FACTS, fact);
    }

    /**
     * Gives a field of a fact ({@code by}, or {@code ask} and {@code who}) a text. A fact that was not written yet is unknown then.
     * An empty text takes the field away, and with it a mapping that would be left empty; nothing happens when it is not there.
     */
    public static Optional<TextEdit> field(YamlText facts, String fact, List<String> field, String text) throws InvalidInputException {
        List<String> path = new ArrayList<>(List.of(FACTS, fact));
        boolean isNew = facts.root().at(path).filter(n -> !(n instanceof Node.Scalar s && s.isNull())).isEmpty();
        path.addAll(field);
        if (text.isEmpty()) {
            while (path.size() > 3 && facts.root().at(path.subList(0, path.size() - 1)).filter(n -> n instanceof Node.Mapping m && m.entries().size() == 1).isPresent())
                path.removeLast();
            return YamlEdits.remove(facts, path);
        }
        if (!isNew)
            return Optional.of(YamlEdits.set(facts, path, YamlEdits.words(text), VALUE));
        Content content = YamlEdits.words(text);
        for (int i = field.size() - 1; i > 0; i--)
            content = new Content.Fields(Map.of(field.get(i), content));
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put(VALUE, YamlEdits.words("unknown"));
        fields.put(field.get(0), content);
        return Optional.of(YamlEdits.set(facts, List.of(FACTS, fact), new Content.Fields(fields), VALUE));
    }
}
