package org.etabli.yaml;

import java.util.List;
import java.util.Optional;

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

    /** The key at the end of a path, where it is there. */
    public Optional<Node.Span> key(List<String> path) {
        return root.at(path.subList(0, path.size() - 1)).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast)
                .flatMap(m -> m.entry(path.getLast())).map(e -> e.key().span());
    }

    /** The point where the value of a path begins, or the text where there is none. */
    public Node.Span start(List<String> path) {
        Node.Span whole = root.at(path).map(Node::span).orElse(root.span());
        return new Node.Span(whole.offset(), whole.offset(), whole.line(), whole.column());
    }

    static Finding finding(String name, Severity severity, String id, Node.Span at, Text message) {
        return new Finding(severity, id, name, at.line(), at.column(), at.offset(), at.length(), message);
    }
}
