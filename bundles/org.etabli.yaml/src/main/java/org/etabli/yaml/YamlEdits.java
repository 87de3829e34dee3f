package org.etabli.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.etabli.model.InvalidInputException;

/**
 * The smallest change of a text that gives one value another content. Comments, order, quoting of other values and unknown
 * keys stay as they are, since nothing but the value (or its line) is touched. An edit that would not give exactly the wanted
 * content is refused before anybody sees it.
 */
public final class YamlEdits {
    static final int STEP = 2;
    /** Words that need no quotes in any position; between brackets SnakeYAML takes a question mark for a sign. */
    private static final Pattern PLAIN = Pattern.compile(
            "[\\p{L}\\p{N}_(«/.][^:#?\\[\\]{},\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}\\x{FEFF}\\x{FFFE}\\x{FFFF}]*");
    private static final Pattern MEANS_SOMETHING_ELSE = Pattern.compile(
            "(?i)null|true|false|~|[-+]?[0-9][0-9_.,:eoXx+-]*|0x[0-9a-f_]+|[-+]?\\.(inf|nan|[0-9].*)");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DASH = Pattern.compile("[ \\t]*-[ \\t]+");

    private final YamlText document;
    final String text;
    final String newline;
    /** Whether a text of several lines is written as a block; if not, in quotes. */
    private final boolean blocks;
    /** Whether blank lines behind a value are left where they are; if not, they count as part of it. */
    private final boolean tight;

    private YamlEdits(YamlText document, boolean blocks, boolean tight) {
        this.document = document;
        this.text = document.text();
        this.newline = text.contains("\r\n") ? "\r\n" : "\n";
        this.blocks = blocks;
        this.tight = tight;
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

        /** A new list of mappings or texts, in block style. */
        record Items(List<Content> items) implements Content {
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
     * @param shortKey the key that a scalar or a list moves to when a mapping must take its place
     */
    public static TextEdit set(YamlText document, List<String> path, Content content, String shortKey) throws InvalidInputException {
        Optional<Node> existing = document.root().at(path);
        if (existing.filter(n -> is(n, content)).isPresent())
            return new TextEdit(existing.get().span().offset(), 0, "");
        return first(document, "the value at " + path + " of " + document.name() + " cannot be set by a small edit",
                ways(document).map(way -> () -> way.set(path, content, shortKey)),
                after -> after.at(path).filter(n -> is(n, content)).isPresent() && sameElsewhere(document.root(), after, path, shortKey));
    }

    /** Takes the entry at a path away, with its line. Nothing happens when it is not there. */
    public static Optional<TextEdit> remove(YamlText document, List<String> path) throws InvalidInputException {
        if (!(document.root().at(path.subList(0, path.size() - 1)).orElse(null) instanceof Node.Mapping parent) || parent.entry(last(path)).isEmpty())
            return Optional.empty();
        return Optional.of(first(document, "the entry " + path + " of " + document.name() + " cannot be taken away by a small edit",
                ways(document).map(way -> () -> way.remove(path, parent)),
                after -> after.at(path).isEmpty() && sameElsewhere(document.root(), after, path, null)));
    }

    /** Gives the entry at a path another key; its value and its place stay. Refused where its mapping has that key already. */
    public static TextEdit rename(YamlText document, List<String> path, String key) throws InvalidInputException {
        Node.Scalar old = new YamlEdits(document, true, true).entry(path).key();
        return first(document, "the entry " + path + " of " + document.name() + " cannot be called " + key,
                Stream.of(() -> new TextEdit(old.span().offset(), old.span().length(), scalar(key))),
                after -> same(renamed(document.root(), path, key), after));
    }

    /** From the nicest result to the safest. */
    static Stream<YamlEdits> ways(YamlText document) {
        return Stream.of(new YamlEdits(document, true, true), new YamlEdits(document, true, false),
                new YamlEdits(document, false, true), new YamlEdits(document, false, false));
    }

    interface Proof {
        boolean holds(Node root);
    }

    static TextEdit first(YamlText before, String refusal, Stream<Supplier<TextEdit>> edits, Proof proof) {
        return edits.map(Supplier::get).filter(edit -> {
            try {
                return proof.holds(YamlText.parse(before.name(), edit.apply(before.text())).root());
            } catch (InvalidInputException e) {
                return false;
            }
        }).findFirst().orElseThrow(() -> new IllegalStateException(refusal));
    }

    // --- a new content for a value that is there -----------------------------------------------------------------

    private TextEdit set(List<String> path, Content content, String shortKey) {
        return document.root().at(path).map(node -> replace(path, node, content)).orElseGet(() -> insert(path, content, shortKey));
    }

    private TextEdit replace(List<String> path, Node node, Content content) {
        int keyEnd = entry(path).key().span().end();
        int colon = colon(keyEnd);
        int from = node.span().offset();
        int length = node.span().length();
        if (inFlow(path)) {
            String comments = comments(from, node.span().end(), node);
            if (length == 0)
                return colon < 0 ? new TextEdit(keyEnd, 0, ": " + flow(content)) : new TextEdit(colon + 1, 0, " " + flow(content));
            return new TextEdit(from, length, flow(content) + (comments.isEmpty() ? "" : comments + newline + " ".repeat(STEP)));
        }
        Written written = write(content, indent(path) + STEP);
        boolean inPlace = !isBlock(node) && written.rest.isEmpty() && comments(from, node.span().end(), node).isEmpty();
        if (inPlace && length > 0)
            return new TextEdit(from, length, written.head);
        if (colon < 0)
            throw new IllegalStateException("a key without a colon, at line " + node.span().line());
        if (inPlace)
            return new TextEdit(colon + 1, 0, " " + written.head);
        Optional<TextEdit> items = node instanceof Node.Sequence s && !s.flow() && content instanceof Content.WordList l ? items(s, l.words()) : Optional.empty();
        if (items.isPresent())
            return items.get();
        int end = endOfWords(Math.max(end(node), colon + 1));
        return new TextEdit(colon + 1, end - colon - 1, written.behindColon(comments(colon + 1, end, node)) + (end == text.length() ? written.last : ""));
    }

    /** Lines are taken away and added, so that the comments of the other items stay beside them. */
    private Optional<TextEdit> items(Node.Sequence list, List<String> words) {
        List<Node> items = list.items();
        for (Node item : items)
            if (!(item instanceof Node.Scalar s) || s.span().length() == 0 || !DASH.matcher(text.substring(startOfLine(s.span().offset()), s.span().offset())).matches())
                return Optional.empty();
        if (words.isEmpty())
            return Optional.empty();
        int first = startOfLine(items.get(0).span().offset());
        String dash = text.substring(first, items.get(0).span().offset());
        int[] kept = kept(items, words);
        StringBuilder out = new StringBuilder();
        int at = first;
        int word = 0;
        for (int i = 0; i < items.size(); i++) {
            int end = endOfLine(end(items.get(i)));
            while (word < kept[i])
                line(out, dash + scalar(words.get(word++)));
            out.append(text, at, kept[i] < 0 ? startOfLine(items.get(i).span().offset()) : end);
            word += kept[i] < 0 ? 0 : 1;
            at = end;
        }
        while (word < words.size())
            line(out, dash + scalar(words.get(word++)));
        return Optional.of(new TextEdit(first, at - first, out.toString()));
    }

    private void line(StringBuilder out, String line) {
        out.append(out.isEmpty() || out.charAt(out.length() - 1) == '\n' ? "" : newline).append(line).append(newline);
    }

    /** For each item the word that it stands for in a longest common subsequence, or -1. */
    private static int[] kept(List<Node> items, List<String> words) {
        int[][] longest = new int[items.size() + 1][words.size() + 1];
        for (int i = items.size() - 1; i >= 0; i--)
            for (int j = words.size() - 1; j >= 0; j--)
                longest[i][j] = is(items.get(i), new Content.Words(words.get(j))) ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
        int[] kept = new int[items.size()];
        for (int i = 0, j = 0; i < items.size(); i++) {
            while (j < words.size() && longest[i][j + 1] == longest[i][j])
                j++;
            boolean keep = j < words.size() && longest[i + 1][j] < longest[i][j];
            kept[i] = keep ? j++ : -1;
        }
        return kept;
    }

    // --- a value that is not there yet ---------------------------------------------------------------------------

    /** The deepest existing mapping takes what is missing. */
    private TextEdit insert(List<String> path, Content content, String shortKey) {
        int depth = path.size() - 1;
        while (depth > 0 && document.root().at(path.subList(0, depth)).isEmpty())
            depth--;
        List<String> parentPath = path.subList(0, depth);
        Content wrapped = content;
        for (int i = path.size() - 1; i > depth; i--)
            wrapped = new Content.Fields(Map.of(path.get(i), wrapped));
        Node parent = document.root().at(parentPath).orElseThrow();
        String key = path.get(depth);
        return switch (parent) {
            case Node.Mapping m when m.entries().isEmpty() && !m.flow() -> atEnd(key, wrapped);
            case Node.Mapping m when m.flow() -> intoFlow(m, parentPath, key, wrapped);
            case Node.Mapping m -> {
                Node.Entry last = m.entries().get(m.entries().size() - 1);
                int at = endOfLine(Math.max(end(last.value()), last.key().span().end() + 1));
                yield new TextEdit(at, 0, freshLine(at, m.entries().get(0).key().span().column() - 1, key, wrapped));
            }
            case Node.Scalar s when s.isNull() && parentPath.isEmpty() -> atEnd(key, wrapped);
            case Node.Scalar s when s.isNull() -> replace(parentPath, s, new Content.Fields(Map.of(key, wrapped)));
            default -> lengthened(parent, parentPath, shortKey, key, wrapped);
        };
    }

    /** A document that says nothing yet may have comments: they stay ahead. */
    private TextEdit atEnd(String key, Content content) {
        return new TextEdit(text.length(), 0, freshLine(text.length(), 0, key, content));
    }

    private String freshLine(int at, int indent, String key, Content content) {
        Written written = write(content, indent + STEP);
        String line = " ".repeat(indent) + scalar(key) + ":" + written.behindColon("");
        return at == 0 || text.charAt(at - 1) == '\n' ? line + newline : newline + line + written.last;
    }

    private TextEdit intoFlow(Node.Mapping mapping, List<String> path, String key, Content content) {
        String entry = scalar(key) + ": " + flow(content);
        if (!mapping.entries().isEmpty()) {
            Node.Entry last = mapping.entries().get(mapping.entries().size() - 1);
            return new TextEdit(last.value().span().end(), 0, (last.value().span().length() == 0 ? " , " : ", ") + entry);
        }
        int inside = mapping.span().offset() + 1;
        boolean blank = text.substring(inside, mapping.span().end() - 1).isBlank();
        if (!blank || path.isEmpty() || inFlow(path) || !(document.root().at(path.subList(0, path.size() - 1)).orElseThrow() instanceof Node.Mapping))
            return new TextEdit(inside, 0, entry + (blank ? "" : " "));
        // "{}" stands for nothing: what it gets is written as a block
        int colon = colon(entry(path).key().span().end());
        int end = endOfWords(mapping.span().end());
        Written written = write(new Content.Fields(Map.of(key, content)), indent(path) + STEP);
        return new TextEdit(colon + 1, end - colon - 1, written.behindColon(comments(colon + 1, end, mapping)) + (end == text.length() ? written.last : ""));
    }

    /** {@code interacts: yes} becomes a mapping with {@code value: yes}, as it was written, and the new field. */
    private TextEdit lengthened(Node node, List<String> path, String shortKey, String key, Content content) {
        if (shortKey == null || path.isEmpty())
            throw new IllegalStateException("what stands at " + path + " has no room for a key " + key);
        if (shortKey.equals(key))
            return replace(path, node, new Content.Fields(Map.of(key, content)));
        if (inFlow(path)) {
            String now = text.substring(node.span().offset(), node.span().end());
            return new TextEdit(node.span().offset(), node.span().length(), "{" + scalar(shortKey) + ": " + now + ", " + scalar(key) + ": " + flow(content) + "}");
        }
        int colon = colon(entry(path).key().span().end());
        if (colon < 0)
            throw new IllegalStateException("a key without a colon, at line " + node.span().line());
        int end = endOfWords(end(node));
        int indent = indent(path) + STEP;
        // what is below the key moves to the right with the value; a line without words has nothing to move
        String now = text.substring(colon + 1, end).replaceAll("(\\n)(?=[^\\r\\n])", "$1" + " ".repeat(STEP));
        Written written = write(content, indent + STEP);
        String start = newline + " ".repeat(indent);
        String field = scalar(key) + ":" + written.behindColon("");
        // behind a text that keeps its blank lines there is no newline to add
        return new TextEdit(colon + 1, end - colon - 1, start + scalar(shortKey) + ":" + now
                + (now.endsWith("\n") ? " ".repeat(indent) + field + newline : start + field + (end == text.length() ? written.last : "")));
    }

    // --- an entry less -------------------------------------------------------------------------------------------

    private TextEdit remove(List<String> path, Node.Mapping parent) {
        Node.Entry entry = parent.entry(last(path)).orElseThrow();
        return parent.flow() ? removeFromFlow(parent, entry) : removeFromBlock(path, parent, entry);
    }

    private TextEdit removeFromBlock(List<String> path, Node.Mapping parent, Node.Entry entry) {
        int keyStart = entry.key().span().offset();
        int words = Math.max(end(entry.value()), entry.key().span().end() + 1);
        int line = startOfLine(keyStart);
        boolean ownLine = text.substring(line, keyStart).isBlank();
        List<String> parentPath = path.subList(0, path.size() - 1);
        if (parent.entries().size() == 1 && !parentPath.isEmpty()) {
            int colon = document.root().at(parentPath.subList(0, parentPath.size() - 1)).orElseThrow() instanceof Node.Mapping m
                    ? colon(m.entry(last(parentPath)).orElseThrow().key().span().end()) : -1;
            // the braces follow the key; comments in between stay below it
            return ownLine && colon >= 0 ? new TextEdit(colon + 1, endOfLine(words) - colon - 1, " {}" + text.substring(colon + 1, line))
                    : new TextEdit(keyStart, words - keyStart, "{}");
        }
        if (ownLine) {
            int end = endOfLine(words);
            if (!tight)
                while (end < text.length() && text.substring(end, endOfLine(end + 1)).isBlank())
                    end = endOfLine(end + 1);
            return new TextEdit(line, end - line, "");
        }
        // the first key of a list item stands behind the dash
        int next = parent.entries().get(1).key().span().offset();
        return new TextEdit(keyStart, (text.substring(words, next).contains("#") ? words : next) - keyStart, "");
    }

    private TextEdit removeFromFlow(Node.Mapping parent, Node.Entry entry) {
        return removeFromFlow(parent.entries().stream().map(e -> new Node.Span(e.key().span().offset(), e.value().span().end(), 0, 0)).toList(),
                parent.entries().indexOf(entry), parent.span().end() - 1);
    }

    /** @param close the place of the bracket behind the parts */
    TextEdit removeFromFlow(List<Node.Span> parts, int index, int close) {
        int start = parts.get(index).offset();
        int end = parts.get(index).end();
        boolean last = index == parts.size() - 1;
        int next = last ? close : parts.get(index + 1).offset();
        int comma = comma(end, next);
        if (last && index > 0) {
            int before = parts.get(index - 1).end();
            if (!text.substring(before, start).contains("#"))
                return new TextEdit(before, end - before, "");
        }
        if (comma < 0)
            return new TextEdit(start, end - start, "");
        int to = comma + 1;
        while (to < next && (text.charAt(to) == ' ' || text.charAt(to) == '\t'))
            to++;
        return new TextEdit(start, to - start, text.substring(end, comma).contains("#") ? text.substring(end, comma) : "");
    }

    /** The comma between two entries, comments passed over, or -1. */
    private int comma(int from, int to) {
        for (int i = from; i < to; i++)
            if (text.charAt(i) == ',')
                return i;
            else if (text.charAt(i) == '#')
                i = endOfLine(i + 1) - 1;
        return -1;
    }

    // --- writing values ------------------------------------------------------------------------------------------

    /**
     * @param head what stands behind the key; empty for a mapping
     * @param rest the lines below it, each with its newline before it
     * @param last a newline where the text must not end without one
     */
    record Written(String head, String rest, String last) {
        String behindColon(String comments) {
            return (head.isEmpty() ? "" : " ") + head + comments + rest;
        }
    }

    /** @param indent of the lines below the key */
    private Written write(Content content, int indent) {
        if (content instanceof Content.Words w && blocks && isBlock(w.text()))
            return block(w.text(), indent);
        if (content instanceof Content.Fields f && !f.fields().isEmpty()) {
            StringBuilder out = new StringBuilder();
            String last = "";
            for (Map.Entry<String, Content> e : f.fields().entrySet()) {
                Written written = write(e.getValue(), indent + STEP);
                out.append(newline).append(" ".repeat(indent)).append(scalar(e.getKey())).append(':').append(written.behindColon(""));
                last = written.last;
            }
            return new Written("", out.toString(), last);
        }
        if (content instanceof Content.Items l && !l.items().isEmpty()) {
            Written last = null;
            StringBuilder out = new StringBuilder();
            for (Content item : l.items()) {
                last = item(item, indent, " ");
                out.append(newline).append(last.head).append(last.rest);
            }
            return new Written("", out.toString(), last.last);
        }
        return new Written(flow(content), "", "");
    }

    /**
     * An item of a list in block style, with its dash; the head is its first line.
     *
     * @param gap between the dash and what the item says
     */
    Written item(Content content, int indent, String gap) {
        String dash = " ".repeat(indent) + "-" + gap;
        Written written = write(content, indent + 1 + gap.length());
        if (content instanceof Content.Fields f && !f.fields().isEmpty())
            // the first key stands behind the dash
            return new Written(dash + written.rest.stripLeading(), "", written.last);
        if (content instanceof Content.Items l && !l.items().isEmpty())
            return new Written(" ".repeat(indent) + "-", written.rest, written.last);
        return new Written(dash + written.head, written.rest, written.last);
    }

    /** On one line. */
    static String flow(Content content) {
        return switch (content) {
            case Content.Words w -> scalar(w.text());
            case Content.Number n -> n.digits();
            case Content.WordList l -> "[" + String.join(", ", l.words().stream().map(YamlEdits::scalar).toList()) + "]";
            case Content.Items l -> "[" + String.join(", ", l.items().stream().map(YamlEdits::flow).toList()) + "]";
            case Content.Fields f -> "{" + String.join(", ", f.fields().entrySet().stream().map(e -> scalar(e.getKey()) + ": " + flow(e.getValue())).toList()) + "}";
        };
    }

    /** A text of several lines that a block keeps unchanged: no spaces at line ends, no odd characters, no leading space, one newline at the end at most. */
    private static boolean isBlock(String text) {
        return text.indexOf('\n') > 0 && !text.startsWith(" ") && !text.startsWith("\t") && !text.endsWith("\n\n")
                && text.lines().noneMatch(l -> l.endsWith(" ") || l.endsWith("\t"))
                && text.codePoints().allMatch(c -> c == '\n' || c == '\t' || !isOdd(c));
    }

    private Written block(String text, int indent) {
        boolean ended = text.endsWith("\n");
        StringBuilder out = new StringBuilder();
        for (String line : (ended ? text.substring(0, text.length() - 1) : text).split("\n", -1))
            out.append(newline).append(line.isEmpty() ? "" : " ".repeat(indent) + line);
        return new Written(ended ? "|" : "|-", out.toString(), ended ? newline : "");
    }

    /** A text as it may stand behind {@code key: }, quoted where it must be. */
    public static String quoted(String text) {
        return scalar(text);
    }

    /** Plain where nobody can misread it, else in double quotes. */
    private static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !MEANS_SOMETHING_ELSE.matcher(text).matches() && !text.endsWith(" ") || DATE.matcher(text).matches())
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
                    if (isOdd(c))
                        out.append(String.format("\\u%04x", c));
                    else
                        out.appendCodePoint(c);
                }
            }
        });
        return out.append('"').toString();
    }

    /** A character that YAML does not allow, takes for a line break, or that nobody can see. */
    private static boolean isOdd(int c) {
        return c < 0x20 || c >= 0x7F && c <= 0x9F || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xD800 && c <= 0xDFFF || c >= 0xFFFE && c <= 0xFFFF;
    }

    // --- places in the text --------------------------------------------------------------------------------------

    static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    Node.Entry entry(List<String> path) {
        if (document.root().at(path.subList(0, path.size() - 1)).orElseThrow() instanceof Node.Mapping parent)
            return parent.entry(last(path)).orElseThrow();
        throw new IllegalStateException("an item of a list has no key: " + path);
    }

    private int indent(List<String> path) {
        return entry(path).key().span().column() - 1;
    }

    /** A block collection, or a text as a block. */
    private static boolean isBlock(Node node) {
        return switch (node) {
            case Node.Mapping m -> !m.flow();
            case Node.Sequence s -> !s.flow();
            case Node.Scalar s -> s.block();
        };
    }

    boolean inFlow(List<String> path) {
        for (int i = 0; i < path.size(); i++)
            if (document.root().at(path.subList(0, i)).orElseThrow() instanceof Node.Mapping m ? m.flow()
                    : document.root().at(path.subList(0, i)).orElseThrow() instanceof Node.Sequence s && s.flow())
                return true;
        return false;
    }

    /** The colon behind a key, or -1 for a key that stands alone. */
    int colon(int keyEnd) {
        int at = keyEnd;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t'))
            at++;
        return at < text.length() && text.charAt(at) == ':' ? at : -1;
    }

    int startOfLine(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** Behind the line's newline, or the end of the text. */
    int endOfLine(int offset) {
        if (offset > 0 && offset <= text.length() && text.charAt(offset - 1) == '\n')
            return offset;
        int newline = text.indexOf('\n', offset);
        return newline < 0 ? text.length() : newline + 1;
    }

    /** Before the line's newline. */
    private int endOfWords(int offset) {
        int end = endOfLine(offset);
        while (end > offset && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r'))
            end--;
        return end;
    }

    /** The end of what a node says. A block text's span reaches over blank lines, and into the indentation of the next line. */
    int end(Node node) {
        return switch (node) {
            case Node.Mapping m when !m.flow() && !m.entries().isEmpty() -> {
                Node.Entry last = m.entries().get(m.entries().size() - 1);
                yield Math.max(end(last.value()), last.key().span().end() + 1);
            }
            case Node.Sequence s when !s.flow() && !s.items().isEmpty() -> end(s.items().get(s.items().size() - 1));
            case Node.Scalar s when s.block() -> {
                int end = s.span().end();
                if (!tight && text.substring(startOfLine(end), end).isBlank())
                    yield startOfLine(end);
                while (end > s.span().offset() && Character.isWhitespace(text.charAt(end - 1)))
                    end--;
                yield end;
            }
            default -> node.span().end();
        };
    }

    /** Every comment between two places, each with a space before it; what looks like one inside a word of the node is none. */
    private String comments(int from, int to, Node node) {
        List<Node.Scalar> words = new ArrayList<>();
        words(node, words);
        StringBuilder out = new StringBuilder();
        int next = 0;
        int at = from;
        while (at < to) {
            while (next < words.size() && words.get(next).span().end() <= at)
                next++;
            Node.Scalar word = next < words.size() && words.get(next).span().offset() <= at ? words.get(next) : null;
            if (word != null && word.block() && at == word.span().offset()) {
                // behind the sign of a block text there may be a comment
                int end = endOfWords(at + 1);
                int sign = text.indexOf(" #", at);
                if (sign >= 0 && sign < end)
                    out.append(' ').append(text, sign + 1, end);
                at = Math.max(end(word), end);
            } else if (word != null) {
                at = word.span().end();
            } else if (text.charAt(at) == '#') {
                int end = endOfWords(at + 1);
                out.append(' ').append(text, at, end);
                at = end;
            } else {
                at++;
            }
        }
        return out.toString();
    }

    private static void words(Node node, List<Node.Scalar> into) {
        switch (node) {
            case Node.Scalar s when s.span().length() > 0 -> into.add(s);
            case Node.Scalar s -> { }
            case Node.Sequence s -> s.items().forEach(i -> words(i, into));
            case Node.Mapping m -> m.entries().forEach(e -> {
                words(e.key(), into);
                words(e.value(), into);
            });
        }
    }

    // --- proof ---------------------------------------------------------------------------------------------------

    static boolean is(Node node, Content content) {
        return switch (content) {
            case Content.Words w -> node instanceof Node.Scalar s && s.text().equals(w.text()) && !(s.plain() && MEANS_SOMETHING_ELSE.matcher(s.text()).matches() && !DATE.matcher(s.text()).matches())
                    && !s.isNull();
            case Content.Number n -> node instanceof Node.Scalar s && s.plain() && s.text().equals(n.digits());
            case Content.WordList l -> node instanceof Node.Sequence s && s.items().size() == l.words().size()
                    && java.util.stream.IntStream.range(0, l.words().size()).allMatch(i -> is(s.items().get(i), new Content.Words(l.words().get(i))));
            case Content.Items l -> node instanceof Node.Sequence s && s.items().size() == l.items().size()
                    && java.util.stream.IntStream.range(0, l.items().size()).allMatch(i -> is(s.items().get(i), l.items().get(i)));
            case Content.Fields f -> node instanceof Node.Mapping m && m.entries().size() == f.fields().size()
                    && f.fields().entrySet().stream().allMatch(e -> m.get(e.getKey()).map(n -> is(n, e.getValue())).orElse(false));
        };
    }

    /** Whether two trees say the same everywhere but on the path; a value that had to make room stands under the short key. */
    private static boolean sameElsewhere(Node before, Node after, List<String> path, String shortKey) {
        if (path.isEmpty())
            return true;
        String step = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (before instanceof Node.Sequence b && after instanceof Node.Sequence a && b.at(List.of(step)).isPresent())
            return b.items().size() == a.items().size() && java.util.stream.IntStream.range(0, b.items().size())
                    .allMatch(i -> String.valueOf(i).equals(step) ? sameElsewhere(b.items().get(i), a.items().get(i), rest, shortKey) : same(b.items().get(i), a.items().get(i)));
        if (!(after instanceof Node.Mapping a))
            return before instanceof Node.Mapping b && b.entries().size() == 1 && after instanceof Node.Scalar s && s.isNull();
        Map<String, Node> now = new LinkedHashMap<>();
        a.entries().stream().filter(e -> !e.key().text().equals(step)).forEach(e -> now.put(e.key().text(), e.value()));
        Map<String, Node> then = new LinkedHashMap<>();
        if (before instanceof Node.Mapping b)
            b.entries().stream().filter(e -> !e.key().text().equals(step)).forEach(e -> then.put(e.key().text(), e.value()));
        else if (!(before instanceof Node.Scalar s && s.isNull()) && !step.equals(shortKey))
            then.put(shortKey, before);
        if (!List.copyOf(then.keySet()).equals(List.copyOf(now.keySet())) || !then.keySet().stream().allMatch(k -> same(then.get(k), now.get(k))))
            return false;
        return !(before instanceof Node.Mapping b) || b.get(step).isEmpty() || a.get(step).isEmpty()
                || sameElsewhere(b.get(step).get(), a.get(step).get(), rest, shortKey);
    }

    private static Node renamed(Node node, List<String> path, String key) {
        return switch (node) {
            case Node.Mapping m -> new Node.Mapping(m.entries().stream().map(e -> !e.key().text().equals(path.get(0)) ? e
                    : path.size() > 1 ? new Node.Entry(e.key(), renamed(e.value(), path.subList(1, path.size()), key))
                    : new Node.Entry(new Node.Scalar(key, e.key().plain(), false, e.key().span()), e.value())).toList(), m.flow(), m.span());
            case Node.Sequence s -> new Node.Sequence(java.util.stream.IntStream.range(0, s.items().size())
                    .mapToObj(i -> String.valueOf(i).equals(path.get(0)) ? renamed(s.items().get(i), path.subList(1, path.size()), key) : s.items().get(i)).toList(), s.flow(), s.span());
            case Node.Scalar s -> s;
        };
    }

    static boolean same(Node a, Node b) {
        return switch (a) {
            case Node.Scalar s -> b instanceof Node.Scalar t && s.text().equals(t.text()) && s.plain() == t.plain();
            case Node.Sequence s -> b instanceof Node.Sequence t && s.items().size() == t.items().size()
                    && java.util.stream.IntStream.range(0, s.items().size()).allMatch(i -> same(s.items().get(i), t.items().get(i)));
            case Node.Mapping m -> b instanceof Node.Mapping n && m.entries().size() == n.entries().size()
                    && m.entries().stream().allMatch(e -> n.get(e.key().text()).map(v -> same(e.value(), v)).orElse(false));
        };
    }
}
