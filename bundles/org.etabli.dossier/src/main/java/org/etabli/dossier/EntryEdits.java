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

/**
 * Edits of entries that are written in short, {@code id: word}, or in full, {@code id: {main: word, …}}.
 *
 * @param mapping the key of the mapping that they stand in
 * @param main    the field that the short form stands for; {@code unknown} in an entry that was not written yet
 */
record EntryEdits(String mapping, String main) {

    /** Gives the main field a content; the other fields stay as they are. */
    TextEdit main(YamlText text, String id, Content content) throws InvalidInputException {
        return YamlEdits.set(text, mainPath(text, id), content, main);
    }

    /** Where the main field stands, or would. */
    List<String> mainPath(YamlText text, String id) {
        boolean full = text.root().at(List.of(mapping, id)).filter(Node.Mapping.class::isInstance).isPresent();
        return full ? List.of(mapping, id, main) : List.of(mapping, id);
    }

    /** Gives a field a content; a field may stand in another one. */
    TextEdit field(YamlText text, String id, List<String> field, Content content) throws InvalidInputException {
        List<String> path = path(id, field);
        if (text.root().at(path.subList(0, 2)).filter(n -> !(n instanceof Node.Scalar s && s.isNull())).isPresent())
            return YamlEdits.set(text, path, content, main);
        Content inner = content;
        for (int i = field.size() - 1; i > 0; i--)
            inner = new Content.Fields(Map.of(field.get(i), inner));
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put(main, YamlEdits.words("unknown"));
        fields.put(field.getFirst(), inner);
        return YamlEdits.set(text, path.subList(0, 2), new Content.Fields(fields), main);
    }

    /** Takes a field away, and with it a mapping that would be left empty; nothing happens when it is not there. */
    Optional<TextEdit> without(YamlText text, String id, List<String> field) throws InvalidInputException {
        List<String> path = path(id, field);
        while (path.size() > 3 && text.root().at(path.subList(0, path.size() - 1)).filter(n -> n instanceof Node.Mapping m && m.entries().size() == 1).isPresent())
            path.removeLast();
        return YamlEdits.remove(text, path);
    }

    private List<String> path(String id, List<String> field) {
        List<String> path = new ArrayList<>(List.of(mapping, id));
        path.addAll(field);
        return path;
    }
}
