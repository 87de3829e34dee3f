package org.etabli.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.etabli.model.InvalidInputException;

/**
 * The smallest change of a text that gives one value another content. Comments, order, quoting of other values and unknown
 * keys stay as they are, since nothing but the value (or its line) is touched. An edit that would not give exactly the wanted
 * content is refused before anybody sees it.
 */
public final class YamlEdits {
    private static final int STEP = 2;
    /** Words that need no quotes in any position. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_(«/.][^:#\\[\\]{},\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}\\x{FEFF}]*");
    private static final Pattern MEANS_SOMETHING_ELSE = Pattern.compile(
            "(?i)null|true|false|~|[-+]?[0-9][0-9_.,:eExXoO+-]*|[-+]?\\.(inf|nan|[0-9].*)");

    private YamlEdits() {
    }

    /** What a value is to become. */
    public sealed interface Content {
        /** A word or a text, of one line or several. */
        record Words(String text) implements Content {
        }

        /** Digits, written without quotes so that they stay a number. */
        record Number(String digits) implements Content {
        }

        record WordList(List<String> words) implements Content {
        }

        /** A new mapping, in block style. */
        record Fields(Map<String, Content> fields) implements Content {
        }
    }

    public static Content words(String text) {
        return new Content.Words(text);
    }

    /**
     * Gives the value at a path of mapping keys a new content; keys that are missing are added at the end of their mapping.
     * A fact in short form ({@code interacts: yes}) that gets a further field becomes {@code value: yes} first.
     *
     * @param shortKey the key that a scalar moves to when a mapping must take its place
     */
    public static TextEdit set(YamlText document, List<String> path, Content content, String shortKey) throws InvalidInputException {
        return proved(document, path, content, edit(document, path, content, shortKey));
    }

    /** Takes the entry at a path away, with its line. Nothing happens when it is not there. */
    public static Optional<TextEdit> remove(YamlText document, List<String> path) throws InvalidInputException {
        List<String> parentPath = path.subList(0, path.size() - 1);
        String key = path.get(path.size() - 1);
        if (!(document.root().at(parentPath).orElse(null) instanceof Node.Mapping parent) || parent.entry(key).isEmpty())
            return Optional.empty();
        Node.Entry entry = parent.entry(key).get();
        TextEdit edit;
        String text = document.text();
        if (parent.entries().size() == 1 && !parentPath.isEmpty()) {
            edit = new TextEdit(parent.span().offset(), parent.span().length(), "{}");
            if (!parent.flow()) {
                // the mapping began on a line of its own: the braces follow their key
                int from = endOfLineContent(text, parent.span().offset());
                edit = new TextEdit(from, parent.span().end() - from, " {}");
            }
        } else if (parent.flow()) {
            int index = parent.entries().indexOf(entry);
            int from = index == 0 ? entry.key().span().offset() : parent.entries().get(index - 1).value().span().end();
            int to = index == 0 && parent.entries().size() > 1 ? parent.entries().get(1).key().span().offset() : entry.value().span().end();
            edit = new TextEdit(from, to - from, "");
        } else {
            int from = startOfLine(text, entry.key().span().offset());
            int to = endOfLine(text, Math.max(entry.value().span().end(), entry.key().span().end()));
            edit = new TextEdit(from, to - from, "");
        }
        YamlText after = YamlText.parse(document.name(), edit.apply(text));
        if (after.root().at(path).isPresent() || !sameElsewhere(document.root(), after.root(), path))
            throw new IllegalStateException("the entry " + path + " of " + document.name() + " cannot be taken away by a small edit");
        return Optional.of(edit);
    }

    private static TextEdit edit(YamlText document, List<String> path, Content content, String shortKey) {
        String text = document.text();
        Optional<Node> existing = document.root().at(path);
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        if (existing.isPresent()) {
            Node node = existing.get();
            int indent = indentOfPath(document, path);
            if (node instanceof Node.Scalar s && s.span().length() == 0) {
                // "key:" with nothing behind it
                int at = parent(document, path).entry(path.get(path.size() - 1)).orElseThrow().key().span().end();
                int colon = text.indexOf(':', at) + 1;
                return new TextEdit(colon, 0, lead(content) + encode(content, indent + STEP, newline, inFlow(document, path)));
            }
            String replacement = encode(content, indent + STEP, newline, inFlow(document, path));
            if (node instanceof Node.Scalar s && s.block() || !(node instanceof Node.Scalar) && !isFlow(node)) {
                // from behind the colon, since a block begins on the same line or on the next
                int at = parent(document, path).entry(path.get(path.size() - 1)).orElseThrow().key().span().end();
                int from = text.indexOf(':', at) + 1;
                int to = trimmedEnd(text, node);
                return new TextEdit(from, to - from, lead(content) + replacement);
            }
            boolean fields = content instanceof Content.Fields;
            int from = fields ? trimLeft(text, node.span().offset()) : node.span().offset();
            return new TextEdit(from, node.span().end() - from, replacement);
        }
        return insert(document, path, content, shortKey, newline);
    }

    /** The deepest existing mapping takes what is missing. */
    private static TextEdit insert(YamlText document, List<String> path, Content content, String shortKey, String newline) {
        int depth = path.size() - 1;
        while (depth > 0 && document.root().at(path.subList(0, depth)).isEmpty())
            depth--;
        List<String> parentPath = path.subList(0, depth);
        Content wrapped = content;
        for (int i = path.size() - 1; i > depth; i--)
            wrapped = new Content.Fields(Map.of(path.get(i), wrapped));
        Node parent = document.root().at(parentPath).orElseThrow();
        String text = document.text();
        String key = path.get(depth);
        switch (parent) {
            case Node.Mapping m when m.flow() && !m.entries().isEmpty() -> {
                int at = m.entries().get(m.entries().size() - 1).value().span().end();
                return new TextEdit(at, 0, ", " + encodeKey(key) + ": " + encode(wrapped, 0, newline, true));
            }
            case Node.Mapping m when !m.entries().isEmpty() -> {
                int indent = m.entries().get(0).key().span().column() - 1;
                int at = endOfBlock(text, m);
                String line = " ".repeat(indent) + encodeKey(key) + ":" + lead(wrapped) + encode(wrapped, indent + STEP, newline, false);
                boolean onFreshLine = at == 0 || text.charAt(at - 1) == '\n';
                return new TextEdit(at, 0, onFreshLine ? line + newline : newline + line);
            }
            case Node.Mapping m -> {
                // an empty mapping: "{}", or nothing at all in an empty file
                int indent = parentPath.isEmpty() ? 0 : indentOfPath(document, parentPath) + STEP;
                String line = " ".repeat(indent) + encodeKey(key) + ":" + lead(wrapped) + encode(wrapped, indent + STEP, newline, false);
                if (parentPath.isEmpty())
                    return new TextEdit(m.span().offset(), m.span().length(), line + newline);
                int from = trimLeft(text, m.span().offset());
                return new TextEdit(from, m.span().end() - from, newline + line);
            }
            case Node.Scalar s -> {
                int indent = indentOfPath(document, parentPath) + STEP;
                boolean flow = inFlow(document, parentPath);
                java.util.LinkedHashMap<String, Content> fields = new java.util.LinkedHashMap<>();
                if (!s.isNull() && shortKey != null)
                    fields.put(shortKey, new Content.Words(s.text()));
                fields.put(key, wrapped);
                int from = trimLeft(text, s.span().offset());
                int end = s.span().length() == 0 ? from : s.span().end();
                String replacement = encode(new Content.Fields(fields), indent, newline, flow);
                return new TextEdit(from, end - from, flow ? " " + replacement : replacement);
            }
            case Node.Sequence s -> {
                if (shortKey == null)
                    throw new IllegalStateException("a list has no key " + key);
                List<String> words = s.items().stream().map(i -> Reading.word(i).orElse("")).toList();
                java.util.LinkedHashMap<String, Content> fields = new java.util.LinkedHashMap<>();
                fields.put(shortKey, new Content.WordList(words));
                fields.put(key, wrapped);
                int indent = indentOfPath(document, parentPath) + STEP;
                int from = text.indexOf(':', parent(document, parentPath).entry(parentPath.get(parentPath.size() - 1)).orElseThrow().key().span().end()) + 1;
                return new TextEdit(from, trimmedEnd(text, s) - from, encode(new Content.Fields(fields), indent, newline, false));
            }
        }
    }

    // --- writing values ------------------------------------------------------------------------------------------

    private static String lead(Content content) {
        return content instanceof Content.Fields ? "" : " ";
    }

    /** @param indent of the lines below the key */
    private static String encode(Content content, int indent, String newline, boolean flow) {
        return switch (content) {
            case Content.Words w when !flow && isBlock(w.text()) -> block(w.text(), indent, newline);
            case Content.Words w -> scalar(w.text());
            case Content.Number n -> n.digits();
            case Content.WordList l -> "[" + String.join(", ", l.words().stream().map(YamlEdits::scalar).toList()) + "]";
            case Content.Fields f when flow -> "{" + String.join(", ",
                    f.fields().entrySet().stream().map(e -> encodeKey(e.getKey()) + ": " + encode(e.getValue(), 0, newline, true)).toList()) + "}";
            case Content.Fields f -> {
                StringBuilder out = new StringBuilder();
                f.fields().forEach((k, v) -> out.append(newline).append(" ".repeat(indent)).append(encodeKey(k)).append(':')
                        .append(lead(v)).append(encode(v, indent + STEP, newline, false)));
                yield out.toString();
            }
        };
    }

    /** A text of several lines that a block keeps unchanged: no spaces at line ends, no odd characters, no leading space. */
    private static boolean isBlock(String text) {
        return text.indexOf('\n') > 0 && !text.startsWith(" ") && !text.startsWith("\t")
                && text.lines().noneMatch(l -> l.endsWith(" ") || l.endsWith("\t"))
                && text.chars().allMatch(c -> c == '\n' || c >= ' ' && c != 0x7F && c != 0x85 && c != 0x2028 && c != 0x2029 && c != 0xFEFF
                        && (c < 0x80 || c > 0x9F) && !Character.isSurrogate((char) c));
    }

    private static String block(String text, int indent, String newline) {
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        String chomp = !text.endsWith("\n") ? "-" : body.endsWith("\n") ? "+" : "";
        StringBuilder out = new StringBuilder("|" + chomp);
        for (String line : body.split("\n", -1))
            out.append(newline).append(line.isEmpty() ? "" : " ".repeat(indent) + line);
        return out.toString();
    }

    private static String encodeKey(String key) {
        return scalar(key);
    }

    /** A text as it may stand behind {@code key: }, quoted where it must be. */
    public static String quoted(String text) {
        return scalar(text);
    }

    /** Plain where nobody can misread it, else in double quotes. */
    private static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !MEANS_SOMETHING_ELSE.matcher(text).matches() && !text.endsWith(" ")
                || text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
            return text;
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c >= 0x7F && c <= 0x9F || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xD800 && c <= 0xDFFF || c >= 0xFFFE && c <= 0xFFFF)
                        out.append(String.format("\\u%04x", c));
                    else
                        out.appendCodePoint(c);
                }
            }
        });
        return out.append('"').toString();
    }

    // --- places in the text --------------------------------------------------------------------------------------

    private static Node.Mapping parent(YamlText document, List<String> path) {
        return (Node.Mapping) document.root().at(path.subList(0, path.size() - 1)).orElseThrow();
    }

    private static int indentOfPath(YamlText document, List<String> path) {
        return path.isEmpty() ? -STEP : parent(document, path).entry(path.get(path.size() - 1)).orElseThrow().key().span().column() - 1;
    }

    private static boolean isFlow(Node node) {
        return node instanceof Node.Mapping m && m.flow() || node instanceof Node.Sequence s && s.flow();
    }

    private static boolean inFlow(YamlText document, List<String> path) {
        for (int i = 0; i < path.size(); i++)
            if (document.root().at(path.subList(0, i)).map(YamlEdits::isFlow).orElse(false))
                return true;
        return false;
    }

    private static int startOfLine(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** Behind the line's newline, or the end of the text. */
    private static int endOfLine(String text, int offset) {
        if (offset > 0 && offset <= text.length() && text.charAt(offset - 1) == '\n')
            return offset;
        int newline = text.indexOf('\n', offset);
        return newline < 0 ? text.length() : newline + 1;
    }

    /** Behind the last line that belongs to a block mapping: the comment on that line stays on it. */
    private static int endOfBlock(String text, Node.Mapping mapping) {
        Node.Entry last = mapping.entries().get(mapping.entries().size() - 1);
        Node deepest = last.value();
        while (deepest instanceof Node.Mapping m && !m.flow() && !m.entries().isEmpty())
            deepest = m.entries().get(m.entries().size() - 1).value();
        return endOfLine(text, Math.max(deepest.span().end(), last.key().span().end() + 1));
    }

    private static int trimLeft(String text, int offset) {
        int from = offset;
        while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t'))
            from--;
        return from;
    }

    /** The end of the line on which a block's key stands, without its comment. */
    private static int endOfLineContent(String text, int offset) {
        int at = startOfLine(text, offset);
        int colon = text.lastIndexOf(':', at);
        return colon + 1;
    }

    /** A block scalar's span reaches into the next line; the newline that closes it stays. */
    private static int trimmedEnd(String text, Node node) {
        int end = node.span().end();
        while (end > node.span().offset() && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r' || text.charAt(end - 1) == ' '))
            end--;
        return end;
    }

    // --- proof ---------------------------------------------------------------------------------------------------

    private static TextEdit proved(YamlText before, List<String> path, Content content, TextEdit edit) throws InvalidInputException {
        YamlText after;
        try {
            after = YamlText.parse(before.name(), edit.apply(before.text()));
        } catch (InvalidInputException e) {
            throw new IllegalStateException("the value at " + path + " of " + before.name() + " cannot be set by a small edit", e);
        }
        if (!after.root().at(path).map(n -> is(n, content)).orElse(false) || !sameElsewhere(before.root(), after.root(), path))
            throw new IllegalStateException("the value at " + path + " of " + before.name() + " cannot be set by a small edit");
        return edit;
    }

    private static boolean is(Node node, Content content) {
        return switch (content) {
            case Content.Words w -> node instanceof Node.Scalar s && s.text().equals(w.text());
            case Content.Number n -> node instanceof Node.Scalar s && s.plain() && s.text().equals(n.digits());
            case Content.WordList l -> node instanceof Node.Sequence s && s.items().stream().map(i -> ((Node.Scalar) i).text()).toList().equals(l.words());
            case Content.Fields f -> node instanceof Node.Mapping m && m.entries().size() == f.fields().size()
                    && f.fields().entrySet().stream().allMatch(e -> m.get(e.getKey()).map(n -> is(n, e.getValue())).orElse(false));
        };
    }

    /** Whether two trees say the same everywhere but on the path. */
    private static boolean sameElsewhere(Node before, Node after, List<String> path) {
        if (path.isEmpty())
            return true;
        if (!(before instanceof Node.Mapping b))
            return true;
        if (!(after instanceof Node.Mapping a))
            return false;
        String step = path.get(0);
        List<String> keysBefore = new ArrayList<>(b.entries().stream().map(e -> e.key().text()).filter(k -> !k.equals(step)).toList());
        List<String> keysAfter = new ArrayList<>(a.entries().stream().map(e -> e.key().text()).filter(k -> !k.equals(step)).toList());
        if (!keysBefore.equals(keysAfter))
            return false;
        for (String key : keysBefore)
            if (!same(b.get(key).orElseThrow(), a.get(key).orElseThrow()))
                return false;
        Optional<Node> stepBefore = b.get(step);
        Optional<Node> stepAfter = a.get(step);
        return stepBefore.isEmpty() || stepAfter.isEmpty() || sameElsewhere(stepBefore.get(), stepAfter.get(), path.subList(1, path.size()));
    }

    private static boolean same(Node a, Node b) {
        return switch (a) {
            case Node.Scalar s -> b instanceof Node.Scalar t && s.text().equals(t.text());
            case Node.Sequence s -> b instanceof Node.Sequence t && s.items().size() == t.items().size()
                    && java.util.stream.IntStream.range(0, s.items().size()).allMatch(i -> same(s.items().get(i), t.items().get(i)));
            case Node.Mapping m -> b instanceof Node.Mapping n && m.entries().size() == n.entries().size()
                    && m.entries().stream().allMatch(e -> n.get(e.key().text()).map(v -> same(e.value(), v)).orElse(false));
        };
    }
}
