package org.etabli.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Events of SnakeYAML into {@link Node}s. Anchors, aliases and tags are refused: a dossier has no use for them and they are
 * what attacks are made of. Duplicate keys are refused too, since the second would silently win.
 */
final class NodeParser {
    /** Deeper than any file of ours, shallow enough for the stack. */
    private static final int MAX_DEPTH = 40;
    /** Ten times our longest file. SnakeYAML takes time in the square of a line's length: 3 s for a line of this length, 40 s for four times as much. */
    static final int MAX_LENGTH = 2 * 1024 * 1024;

    private final String name;
    private final String text;
    /** UTF-16 offset for each code point index, or null where both are the same. */
    private final int[] utf16;
    private int[] lineStarts;
    private Parser parser;
    /** Where the lists and blocks between brackets begin that are open just now. */
    private final Deque<Mark> brackets = new ArrayDeque<>();

    NodeParser(String name, String text) {
        this.name = name;
        this.text = text;
        this.utf16 = offsets(text);
    }

    private static int[] offsets(String text) {
        int points = text.codePointCount(0, text.length());
        if (points == text.length())
            return null;
        int[] map = new int[points + 1];
        for (int unit = 0, point = 0; unit < text.length(); point++) {
            map[point] = unit;
            unit += Character.charCount(text.codePointAt(unit));
            map[point + 1] = unit;
        }
        return map;
    }

    List<Node> documents() throws InvalidInputException {
        if (text.length() > MAX_LENGTH)
            throw tooLarge(name);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_LENGTH);
        List<Node> documents = new ArrayList<>();
        try {
            parser = new ParserImpl(new StreamReader(text), options);
            while (true) {
                Event event = parser.getEvent();
                if (event == null || event.is(Event.ID.StreamEnd))
                    return documents;
                if (event instanceof NodeEvent)
                    documents.add(node(event, 0));
            }
        } catch (MarkedYAMLException e) {
            throw fail("yaml.syntax", point(place(e)), syntax(e));
        } catch (ReaderException e) {
            int offset = unit(Math.min(e.getPosition(), text.codePointCount(0, text.length())));
            throw fail("yaml.character", spanAt(offset),
                    YamlMessages.TEXTS.text("character", String.format("U+%04X", e.getCodePoint())));
        } catch (YAMLException e) {
            throw fail("yaml.syntax", new Node.Span(0, 0, 1, 1), YamlMessages.TEXTS.text("syntax.other"));
        }
    }

    private Node node(Event event, int depth) throws InvalidInputException {
        Node.Span start = point(event.getStartMark());
        if (event instanceof AliasEvent || ((NodeEvent) event).getAnchor() != null)
            throw fail("yaml.anchor", start, YamlMessages.TEXTS.text("anchor"));
        if (depth > MAX_DEPTH)
            throw fail("yaml.too-deep", start, YamlMessages.TEXTS.text("too-deep", MAX_DEPTH));
        return switch (event) {
            case ScalarEvent scalar -> {
                refuseTag(scalar.getTag(), start);
                yield new Node.Scalar(scalar.getValue(), scalar.isPlain(), scalar.isLiteral() || scalar.isFolded(), span(scalar));
            }
            case SequenceStartEvent sequence -> {
                refuseTag(sequence.getTag(), start);
                List<Node> items = new ArrayList<>();
                open(sequence.isFlow(), sequence);
                Event next = parser.getEvent();
                for (; !next.is(Event.ID.SequenceEnd); next = parser.getEvent())
                    items.add(node(next, depth + 1));
                close(sequence.isFlow());
                yield new Node.Sequence(items, sequence.isFlow(), closed(start, items, next, sequence.isFlow()));
            }
            case MappingStartEvent mapping -> {
                refuseTag(mapping.getTag(), start);
                List<Node.Entry> entries = new ArrayList<>();
                List<Node> values = new ArrayList<>();
                Set<String> seen = new HashSet<>();
                open(mapping.isFlow(), mapping);
                Event next = parser.getEvent();
                for (; !next.is(Event.ID.MappingEnd); next = parser.getEvent()) {
                    if (!(node(next, depth + 1) instanceof Node.Scalar key))
                        throw fail("yaml.key", point(next.getStartMark()), YamlMessages.TEXTS.text("key"));
                    if (!seen.add(key.text()))
                        throw fail("yaml.duplicate-key", key.span(), YamlMessages.TEXTS.text("duplicate-key", key.text()));
                    Node value = node(parser.getEvent(), depth + 1);
                    entries.add(new Node.Entry(key, value));
                    values.add(value);
                }
                close(mapping.isFlow());
                yield new Node.Mapping(entries, mapping.isFlow(), closed(start, values, next, mapping.isFlow()));
            }
            default -> throw new IllegalStateException("unexpected event " + event);
        };
    }

    private void open(boolean flow, Event start) {
        if (flow)
            brackets.push(start.getStartMark());
    }

    private void close(boolean flow) {
        if (flow)
            brackets.pop();
    }

    /** A block collection ends with its last value: SnakeYAML's own end mark lies behind the comments that follow. */
    private Node.Span closed(Node.Span start, List<Node> values, Event end, boolean flow) {
        int last = flow || values.isEmpty() ? unit(end.getEndMark().getIndex()) : values.get(values.size() - 1).span().end();
        return new Node.Span(start.offset(), last, start.line(), start.column());
    }

    private void refuseTag(String tag, Node.Span at) throws InvalidInputException {
        if (tag != null)
            throw fail("yaml.tag", at, YamlMessages.TEXTS.text("tag", tag));
    }

    private Node.Span span(Event event) {
        Node.Span start = point(event.getStartMark());
        return new Node.Span(start.offset(), unit(event.getEndMark().getIndex()), start.line(), start.column());
    }

    private Node.Span point(Mark mark) {
        if (mark == null)
            return spanAt(0);
        int offset = unit(mark.getIndex());
        int[] starts = lineStarts();
        // SnakeYAML sees more line ends than editors do; mostly it is right
        int line = mark.getLine();
        boolean right = line < starts.length && starts[line] <= offset && (line + 1 == starts.length || starts[line + 1] > offset);
        return right ? new Node.Span(offset, offset, line + 1, offset - starts[line] + 1) : spanAt(offset);
    }

    private Node.Span spanAt(int offset) {
        int[] starts = lineStarts();
        int line = java.util.Arrays.binarySearch(starts, offset);
        line = line >= 0 ? line : -line - 2;
        return new Node.Span(offset, offset, line + 1, offset - starts[line] + 1);
    }

    private int[] lineStarts() {
        if (lineStarts == null) {
            int[] starts = new int[16];
            int count = 1;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
                if (count == starts.length)
                    starts = java.util.Arrays.copyOf(starts, count * 2);
                starts[count++] = end + 1;
            }
            lineStarts = java.util.Arrays.copyOf(starts, count);
        }
        return lineStarts;
    }

    private int unit(int codePoint) {
        return utf16 == null ? codePoint : utf16[Math.min(codePoint, utf16.length - 1)];
    }

    /** What is never closed is shown where it opens, not at the end of the text; a key without a colon, where it stands. */
    private Mark place(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("<stream end>") && !brackets.isEmpty())
            return brackets.peek();
        boolean open = problem.startsWith("could not find expected ':'") || problem.contains("unexpected end of stream") || problem.contains("unexpected document separator");
        return open && e.getContextMark() != null || e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    }

    /** SnakeYAML's words are English, and meant for programmers. */
    private static Text syntax(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        String context = String.valueOf(e.getContext());
        return YamlMessages.TEXTS.text(problem.startsWith("mapping values are not allowed") ? "syntax.colon"
                : problem.startsWith("could not find expected ':'") ? "syntax.no-colon"
                : problem.contains("\\t(TAB)") || problem.contains("'\\t'") ? "syntax.tab"
                : problem.startsWith("expected <block end>") ? "syntax.indent"
                : problem.startsWith("sequence entries are not allowed") ? "syntax.dash"
                : context.contains("quoted scalar") && problem.contains("unexpected") ? "syntax.quote"
                : context.contains("double-quoted scalar") ? "syntax.escape"
                : context.contains("block scalar") ? "syntax.block"
                : context.startsWith("while scanning an a") ? "anchor"
                : problem.startsWith("expected ',' or") || problem.contains("<stream end>") ? "syntax.bracket"
                : problem.startsWith("expected the node content") ? "syntax.content"
                : problem.contains("cannot start any token") || context.contains("tag") || context.contains("directive") || problem.contains("tag handle") ? "syntax.character"
                : "syntax.other");
    }

    static InvalidInputException tooLarge(String name) {
        return new InvalidInputException(YamlText.finding(name, Severity.ERROR, "yaml.too-large", new Node.Span(0, 0, 1, 1),
                YamlMessages.TEXTS.text("too-large", MAX_LENGTH / 1024 / 1024)));
    }

    private InvalidInputException fail(String id, Node.Span at, Text message) {
        return new InvalidInputException(YamlText.finding(name, Severity.ERROR, id, at, message));
    }
}
