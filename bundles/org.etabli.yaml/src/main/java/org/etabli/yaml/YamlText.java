package org.etabli.yaml;

import java.util.List;

import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Text;

/**
 * A text and what it says.
 *
 * @param name the file's name as the user knows it, for findings
 * @param root of the only document; an empty text is an empty mapping
 */
public record YamlText(String name, String text, Node root) {
    /** A longer text is refused, so that nobody needs to read more of it. */
    public static final int MAX_LENGTH = NodeParser.MAX_LENGTH;

    /** @throws InvalidInputException when the text is no YAML that Établi accepts; its findings carry line and column */
    public static YamlText parse(String name, String text) throws InvalidInputException {
        List<Node> documents = new NodeParser(name, text).documents();
        if (documents.size() > 1)
            throw new InvalidInputException(finding(name, Severity.ERROR, "yaml.several-documents", documents.get(1).span(),
                    YamlMessages.TEXTS.text("several-documents")));
        return new YamlText(name, text,
                documents.isEmpty() ? new Node.Mapping(List.of(), false, new Node.Span(0, 0, 1, 1)) : documents.get(0));
    }

    /** Every document of a stream separated by {@code ---}. */
    public static List<YamlText> parseAll(String name, String text) throws InvalidInputException {
        return new NodeParser(name, text).documents().stream().map(n -> new YamlText(name, text, n)).toList();
    }

    public Finding finding(Severity severity, String id, Node.Span at, Text message) {
        return finding(name, severity, id, at, message);
    }

    static Finding finding(String name, Severity severity, String id, Node.Span at, Text message) {
        return new Finding(severity, id, name, at.line(), at.column(), at.offset(), at.length(), message);
    }
}
