package org.etabli.markdown;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.markdown.CharterText.Field;
import org.etabli.markdown.CharterText.Section;
import org.etabli.model.Charter;
import org.etabli.model.Condition;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.Letters;
import org.etabli.model.Text;
import org.etabli.yaml.Nearest;
import org.etabli.yaml.Node.Span;
import org.etabli.yaml.YamlText;

import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.BulletListItem;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;

/** One pass over the blocks that flexmark finds. */
final class CharterParser {
    /** Deeper headings are part of a text. */
    static final int DEEPEST = 3;
    private static final Pattern SENTENCE = Pattern.compile("[\\p{L}\\p{N}]+");
    /** A title of so many words says something by itself. */
    private static final int SHORTEST_SENTENCE = 4;
    private static final String OPENS_ID = "{#";
    /** Among thousands of links that lead nowhere nobody looks for what was meant. */
    private static final int MOST_HINTS = 100;
    static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Parser PARSER = Parser.builder().build();
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** A name is a few words; the no-break spaces are those of French typography. */
    private static final Pattern FIELD = Pattern.compile("(?<key>\\p{L}[\\p{L}\\p{M}\\p{N} \\t\\x{A0}\\x{202F}'’_-]{0,39}?)[ \\t\\x{A0}\\x{202F}]*:(?=\\s|$)");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\r?\\n");
    /** Without one of these there is nothing to be looked for inside the blocks. */
    private static final List<String> INSIDE = List.of("](", "]:", "```", "~~~");

    private final String name;
    private final String text;
    private final int[] lines;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final Map<Integer, Charter.Commitment> commitments = new HashMap<>();
    private int hints;

    CharterParser(String name, String text) {
        this.name = name;
        this.text = text;
        this.lines = lines(text);
    }

    private static int[] lines(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (count == starts.length)
                starts = Arrays.copyOf(starts, count * 2);
            starts[count++] = end + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    CharterText parse() {
        if (text.length() > YamlText.MAX_LENGTH) {
            report(Severity.ERROR, "charter.too-large", span(0, 0), "too-large", YamlText.MAX_LENGTH / 1024 / 1024);
            return new CharterText(name, text, Optional.empty(), text.length(), span(0, 0), charter(Optional.empty(), ""), List.of(), findings);
        }
        int mark = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int body = bodyStart(mark);
        Optional<YamlText> front = body > mark ? front(body) : Optional.empty();
        List<Node> blocks = new ArrayList<>();
        Node document = markdown(body);
        document.getChildren().forEach(blocks::add);
        List<Integer> headings = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++)
            if (blocks.get(i) instanceof Heading h && isSection(h, body))
                headings.add(i);
        int first = headings.isEmpty() ? blocks.size() : headings.get(0);
        Span preamble = words(body, first < blocks.size() ? lineStart(start(blocks.get(first), body)) : text.length());
        for (int i = 0; i < headings.size(); i++) {
            int next = i + 1 < headings.size() ? headings.get(i + 1) : blocks.size();
            section((Heading) blocks.get(headings.get(i)), blocks.subList(headings.get(i) + 1, next), body,
                    next < blocks.size() ? lineStart(start(blocks.get(next), body)) : text.length());
        }
        ends();
        ids();
        commitments();
        inside(document, body);
        ForeignForms.in(text, body).forEach(f -> report(Severity.WARNING, "charter.not-markdown", line(trimmed(f.at(), text.length())), "not-markdown",
                MarkdownMessages.TEXTS.text("charter.not-markdown." + f.kind())));
        findings.sort(Comparator.comparingInt(Finding::offset));
        Charter charter = charter(front, said(preamble));
        return new CharterText(name, text, front, body, preamble, charter, sections, findings);
    }

    private Node markdown(int body) {
        String markdown = text.substring(body);
        OptionalInt nested = MarkdownLimits.tooNested(markdown);
        OptionalInt tangled = MarkdownLimits.tangled(markdown);
        if (nested.isPresent() || tangled.isPresent()) {
            String message = nested.isPresent() ? "too-nested" : "tangled";
            report(Severity.ERROR, "charter." + message, line(body + nested.orElseGet(tangled::getAsInt)), message);
            return PARSER.parse("");
        }
        try {
            return PARSER.parse(markdown);
        } catch (StackOverflowError e) {
            // flexmark goes down into lists and quotations as deep as they are
            report(Severity.ERROR, "charter.too-nested", span(body, body), "too-nested");
            return PARSER.parse("");
        }
    }

    // --- front matter --------------------------------------------------------------------------------------------

    /** Behind the line that closes the front matter. */
    private int bodyStart(int mark) {
        if (!isLine(mark, "---")) {
            report(Severity.ERROR, "charter.no-front-matter", span(mark, mark), "no-front-matter");
            return mark;
        }
        for (int at = nextLine(mark); at < text.length(); at = nextLine(at))
            if (isLine(at, "---"))
                return nextLine(at);
        report(Severity.ERROR, "charter.open-front-matter", span(mark, mark + 3), "open-front-matter");
        return mark;
    }

    private boolean isLine(int at, String line) {
        return text.startsWith(line, at) && text.substring(at + line.length(), lineEnd(at)).isBlank();
    }

    /** The first line is a sign of YAML as well, so places are those of the whole text. */
    private Optional<YamlText> front(int body) {
        int close = lineStart(body == text.length() && text.charAt(body - 1) != '\n' ? body : body - 1);
        try {
            return Optional.of(YamlText.parse(name, text.substring(0, close)));
        } catch (InvalidInputException e) {
            findings.addAll(e.findings());
            return Optional.empty();
        }
    }

    private static Optional<String> word(Optional<YamlText> front, String... path) {
        return front.flatMap(f -> f.root().at(List.of(path)))
                .flatMap(n -> n instanceof org.etabli.yaml.Node.Scalar s && !s.isNull() ? Optional.of(s.text()) : Optional.empty());
    }

    private Charter charter(Optional<YamlText> front, String preamble) {
        Optional<Charter.Adoption> adoption = word(front, "adoption", "on").flatMap(CharterParser::day)
                .map(on -> new Charter.Adoption(on, word(front, "adoption", "deliberation").map(Letters::composed).orElse(""), word(front, "adoption", "by").map(Letters::composed).orElse(""), word(front, "adoption", "text")));
        return new Charter(word(front, "id").orElse(""), word(front, "title").map(Letters::composed).orElse(""), Lang.of(word(front, "language").orElse(null)),
                word(front, "counterpart"), word(front, "version").map(Letters::composed).orElse(""), adoption, word(front, "based_on"), preamble,
                principles());
    }

    private static Optional<LocalDate> day(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            // the schema says so
            return Optional.empty();
        }
    }

    // --- sections ------------------------------------------------------------------------------------------------

    private boolean isSection(Heading heading, int body) {
        int at = start(heading, body);
        if (heading.isSetextHeading())
            report(Severity.WARNING, "charter.underlined", line(at), "underlined");
        else if (heading.getLevel() > DEEPEST)
            report(Severity.ERROR, "charter.too-deep", line(at), "too-deep");
        return heading.isAtxHeading() && heading.getLevel() <= DEEPEST;
    }

    private void section(Heading heading, List<Node> blocks, int body, int next) {
        int level = heading.getLevel();
        int parent = sections.size() - 1;
        while (parent >= 0 && sections.get(parent).level() >= level)
            parent = sections.get(parent).parent();
        boolean deep = parent >= 0 && sections.get(parent).level() == level - 1;
        boolean placed = level == 1 || deep && sections.get(parent).placed();
        Span whole = line(start(heading, body));
        if (!placed && !deep)
            report(Severity.ERROR, "charter.misplaced", whole, level == 2 ? "misplaced.item" : "misplaced.commitment");

        // a heading without words has no place for them
        int from = heading.getText().isEmpty() ? trimmed(body + heading.getOpeningMarker().getEndOffset(), whole.end()) : body + heading.getText().getStartOffset();
        int to = heading.getText().isEmpty() ? from : body + heading.getText().getEndOffset();
        Optional<Span> id = id(from, to);
        Span title = id.map(at -> span(from, trimmedEnd(from, at.offset() - OPENS_ID.length()))).orElse(span(from, to));

        int behind = nextLine(whole.offset());
        int list = level < DEEPEST ? -1 : firstFields(blocks, body);
        List<Field> fields = new ArrayList<>();
        Span words;
        Optional<Span> rest = Optional.empty();
        if (list < 0) {
            words = words(behind, next);
            if (level < DEEPEST)
                outside(blocks, body);
        } else {
            List<Node> items = fieldItems(blocks, list, body);
            words = words(behind, lineStart(start(items.get(0), body)));
            items.forEach(i -> fields.add(field(i, body)));
            int lists = list;
            while (lists < blocks.size() && blocks.get(lists) instanceof BulletList)
                lists++;
            Span left = words(nextLine(fields.getLast().item().end()), next);
            if (lists < blocks.size() && left.length() > 0) {
                rest = Optional.of(left);
                report(Severity.WARNING, "charter.text-after-fields", left, "text-after-fields");
            }
        }
        sections.add(new Section(sections.size(), parent, placed, level, id.map(this::at).orElse(""), at(title), whole, title, id, said(words), words, fields, rest, next));
    }

    /** What stands in braces at the end of a heading. */
    private Optional<Span> id(int from, int to) {
        int end = trimmedEnd(from, to);
        int open = end > from && text.charAt(end - 1) == '}' ? text.lastIndexOf('{', end - 1) : -1;
        boolean isId = open >= from && text.startsWith(OPENS_ID, open) && open + OPENS_ID.length() < end && text.indexOf('}', open) == end - 1;
        return isId ? Optional.of(span(open + OPENS_ID.length(), end - 1)) : Optional.empty();
    }

    private int firstFields(List<Node> blocks, int body) {
        for (int i = 0; i < blocks.size(); i++)
            if (blocks.get(i) instanceof BulletList list && items(list).stream().anyMatch(item -> isKnown(item, body)))
                return i;
        return -1;
    }

    /** A text may end with a list, too: fields begin at the first line with a name, behind the blank line nearest to a field that is known. */
    private List<Node> fieldItems(List<Node> blocks, int list, int body) {
        List<Node> first = items((BulletList) blocks.get(list));
        int known = 0;
        while (!isKnown(first.get(known), body))
            known++;
        int start = known;
        for (int i = known - 1; i >= 0 && !BLANK_LINE.matcher(text).region(start(first.get(i), body), start(first.get(i + 1), body)).find(); i--)
            start = named(first.get(i), body).isPresent() ? i : start;
        List<Node> items = new ArrayList<>(first.subList(start, first.size()));
        for (int i = list + 1; i < blocks.size() && blocks.get(i) instanceof BulletList more; i++)
            items.addAll(items(more));
        return items;
    }

    private static List<Node> items(BulletList list) {
        List<Node> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext())
            if (item instanceof BulletListItem)
                items.add(item);
        return items;
    }

    private boolean isKnown(Node item, int body) {
        return named(item, body).flatMap(CharterField::of).isPresent();
    }

    private Optional<String> named(Node item, int body) {
        if (!(item.getFirstChild() instanceof Paragraph words))
            return Optional.empty();
        Matcher field = FIELD.matcher(text).region(start(words, body), body + words.getEndOffset());
        return field.lookingAt() ? Optional.of(Letters.composed(field.group("key"))) : Optional.empty();
    }

    private Field field(Node item, int body) {
        int from = start(item, body);
        Span whole = span(from, trimmedEnd(from, body + item.getEndOffset()));
        boolean inWords = item.getFirstChild() instanceof Paragraph;
        int words = inWords ? start(item.getFirstChild(), body) : whole.end();
        int end = inWords ? trimmedEnd(words, body + item.getFirstChild().getEndOffset()) : whole.end();
        Matcher named = FIELD.matcher(text).region(words, end);
        if (!named.lookingAt()) {
            report(Severity.WARNING, "charter.not-a-field", whole, "not-a-field");
            return new Field(Optional.empty(), "", oneLine(Letters.composed(text.substring(words, end))), whole, span(words, words), span(words, end));
        }
        Span key = span(named.start("key"), named.end("key"));
        int value = Math.min(trimmed(named.end(), end), end);
        Optional<CharterField> kind = CharterField.of(at(key));
        if (kind.isEmpty()) {
            List<String> near = Nearest.of(at(key).toLowerCase(Locale.ROOT), CharterField.names());
            findings.add(finding(Severity.WARNING, "charter.unknown-field", key, "unknown-field", at(key), MarkdownMessages.didYouMean(near)).about(at(key), near));
        } else if (value == end) {
            findings.add(finding(Severity.WARNING, "charter.empty-field", key, "empty-field", at(key)).about(at(key), List.of()));
        }
        if (item.getFirstChild().getNext() != null)
            report(Severity.WARNING, "charter.more-than-a-line", whole, "more-than-a-line", at(key));
        return new Field(kind, at(key), oneLine(Letters.composed(text.substring(value, end))), whole, key, span(value, end));
    }

    private void outside(List<Node> blocks, int body) {
        for (Node block : blocks)
            if (block instanceof BulletList list)
                items(list).stream().filter(i -> isKnown(i, body)).findFirst().ifPresent(i -> report(Severity.WARNING, "charter.field-outside", line(start(i, body)), "field-outside"));
    }

    static String oneLine(String value) {
        return value.indexOf('\n') < 0 ? value.strip() : Asciidoc.oneLine(value.strip());
    }

    /** A section goes on over everything deeper. */
    private void ends() {
        int[] ends = new int[DEEPEST + 1];
        Arrays.fill(ends, text.length());
        for (int i = sections.size() - 1; i >= 0; i--) {
            Section s = sections.get(i);
            sections.set(i, new Section(s.index(), s.parent(), s.placed(), s.level(), s.id(), s.title(), s.heading(), s.titleAt(), s.idAt(), s.text(), s.textAt(),
                    s.fields(), s.rest(), ends[s.level()]));
            Arrays.fill(ends, s.level(), ends.length, s.heading().offset());
        }
    }

    // --- what is to be said about them ---------------------------------------------------------------------------

    private void ids() {
        Set<String> seen = new HashSet<>();
        for (Section s : sections) {
            if (s.title().isEmpty())
                report(Severity.WARNING, "charter.no-title", s.heading(), "no-title");
            if (s.id().isEmpty())
                report(Severity.ERROR, "charter.no-id", s.idAt().orElse(s.titleAt()), "no-id", s.title());
            else if (!ID.matcher(s.id()).matches())
                findings.add(finding(Severity.ERROR, "charter.id-form", s.idAt().orElseThrow(), "id-form", s.id()).about(s.id(), List.of()));
            else if (!seen.add(s.id()))
                findings.add(finding(Severity.ERROR, "charter.duplicate-id", s.idAt().orElseThrow(), "duplicate-id", s.id()).about(s.id(), List.of()));
        }
    }

    private void commitments() {
        for (Section s : sections)
            if (s.level() == DEEPEST) {
                repeated(s);
                s.fields(CharterField.LEVEL).filter(f -> !f.value().isEmpty() && Charter.Level.of(f.value()).isEmpty()).forEach(this::level);
                Stream.of(CharterField.RESPECTED_IF, CharterField.BROKEN_IF).flatMap(s::fields).filter(f -> !f.value().isEmpty() && CharterConditions.read(f.value()).isEmpty())
                        .forEach(f -> findings.add(finding(Severity.ERROR, "charter.condition", f.valueAt(), "condition", f.value()).about(f.value(), List.of())));
                Charter.Commitment c = commitment(s);
                commitments.put(s.index(), c);
                if (c.text().isEmpty() && SENTENCE.matcher(c.title()).results().limit(SHORTEST_SENTENCE).count() < SHORTEST_SENTENCE)
                    report(Severity.WARNING, "charter.no-text", s.titleAt(), "no-text", c.title());
                if (s.fields(CharterField.LEVEL).findAny().isEmpty())
                    report(Severity.WARNING, "charter.no-level", s.titleAt(), "no-level", c.title());
                if (c.level().filter(l -> l == Charter.Level.MUST).isPresent() && c.evidence().isEmpty())
                    report(Severity.WARNING, "charter.no-evidence", s.fields(CharterField.LEVEL).findFirst().orElseThrow().item(), "no-evidence", c.title());
            }
    }

    private void repeated(Section s) {
        Set<CharterField> seen = EnumSet.noneOf(CharterField.class);
        for (Field f : s.fields())
            if (f.kind().filter(k -> k.form() == CharterField.Form.ONE && !seen.add(k)).isPresent())
                findings.add(finding(Severity.ERROR, "charter.repeated-field", f.keyAt(), "repeated-field", f.key()).about(f.key(), List.of()));
    }

    private void level(Field field) {
        Lang lang = CharterField.language(field.key());
        List<String> words = Arrays.stream(Charter.Level.values()).map(l -> l.word().in(lang)).toList();
        List<String> near = Nearest.of(field.value(), words);
        findings.add(finding(Severity.ERROR, "charter.level", field.valueAt(), "level", field.value(), String.join(", ", words), MarkdownMessages.didYouMean(near))
                .about(field.value(), near));
    }

    /** What flexmark found inside the blocks: links within the file, and code that is never closed. */
    private void inside(Node document, int body) {
        if (INSIDE.stream().noneMatch(text::contains))
            return;
        Set<String> ids = new HashSet<>();
        sections.forEach(s -> ids.add(s.id()));
        for (Node node : document.getDescendants())
            if (node instanceof FencedCodeBlock code && code.getClosingMarker().isEmpty())
                report(Severity.WARNING, "charter.open-fence", line(start(code, body)), "open-fence");
            else if (node instanceof Link link && link.getUrl().startsWith("#") && !ids.contains(link.getUrl().subSequence(1).toString()))
                deadAnchor(link.getUrl().subSequence(1).toString(), span(body + link.getUrl().getStartOffset(), body + link.getUrl().getEndOffset()), ids);
    }

    private void deadAnchor(String id, Span at, Set<String> ids) {
        List<String> near = hints++ < MOST_HINTS ? Nearest.of(id, ids) : List.of();
        findings.add(finding(Severity.ERROR, "charter.dead-anchor", at, "dead-anchor", id, MarkdownMessages.didYouMean(near)).about(id, near));
    }

    // --- the model -----------------------------------------------------------------------------------------------

    private List<Charter.Principle> principles() {
        Map<Integer, List<Section>> below = sections.stream().filter(Section::placed).collect(Collectors.groupingBy(Section::parent));
        return below.getOrDefault(-1, List.of()).stream().map(p -> new Charter.Principle(p.id(), p.title(), p.text(), below.getOrDefault(p.index(), List.of()).stream()
                .map(i -> new Charter.Item(i.id(), i.title(), i.text(), below.getOrDefault(i.index(), List.of()).stream().map(c -> commitments.get(c.index())).toList())).toList())).toList();
    }

    private static Charter.Commitment commitment(Section s) {
        return new Charter.Commitment(s.id(), s.title(), s.text(), one(s, CharterField.LEVEL).flatMap(Charter.Level::of), one(s, CharterField.RESPONSIBLE),
                values(s, CharterField.EVIDENCE).toList(), ids(s, CharterField.DUTIES), ids(s, CharterField.CRITERIA), ids(s, CharterField.CLAUSES), one(s, CharterField.SUPPLIER),
                conditions(s, CharterField.RESPECTED_IF), conditions(s, CharterField.BROKEN_IF));
    }

    static Stream<String> values(Section s, CharterField kind) {
        return s.fields(kind).map(Field::value).filter(v -> !v.isEmpty());
    }

    private static Optional<String> one(Section s, CharterField kind) {
        return values(s, kind).findFirst();
    }

    static List<String> ids(Section s, CharterField kind) {
        return values(s, kind).flatMap(v -> Arrays.stream(v.split(","))).map(String::strip).filter(v -> !v.isEmpty()).toList();
    }

    private static List<Condition> conditions(Section s, CharterField kind) {
        return values(s, kind).map(CharterConditions::read).flatMap(Optional::stream).toList();
    }

    // --- places --------------------------------------------------------------------------------------------------

    private int start(Node block, int body) {
        return body + block.getStartOffset();
    }

    private Span span(int from, int end) {
        int line = Arrays.binarySearch(lines, from);
        line = line >= 0 ? line : -line - 2;
        // nobody sees a byte order mark, and no editor counts it
        int column = from - lines[line] + (line == 0 && text.startsWith(String.valueOf(BYTE_ORDER_MARK)) && from > 0 ? 0 : 1);
        return new Span(from, end, line + 1, column);
    }

    private String at(Span span) {
        return Letters.composed(text.substring(span.offset(), span.end()));
    }

    /** Markdown as the model has it. */
    private String said(Span span) {
        return at(span).replace("\r\n", "\n");
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int nextLine(int at) {
        return Math.min(lineEnd(at) + 1, text.length());
    }

    /** The line of a place, without the blanks around it. */
    private Span line(int at) {
        return span(at, trimmedEnd(at, lineEnd(at)));
    }

    private int trimmed(int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at)))
            at++;
        return at;
    }

    private int trimmedEnd(int from, int end) {
        int at = end;
        while (at > from && Character.isWhitespace(text.charAt(at - 1)))
            at--;
        return at;
    }

    /** From the first line between two places that is not blank to the last character that is none; a point where all is blank. */
    private Span words(int from, int end) {
        int last = trimmedEnd(from, end);
        if (last <= from)
            return span(from, from);
        return span(Math.max(from, lineStart(trimmed(from, last))), last);
    }

    // --- findings ------------------------------------------------------------------------------------------------

    private void report(Severity severity, String id, Span at, String message, Object... args) {
        findings.add(finding(severity, id, at, message, args));
    }

    private Finding finding(Severity severity, String id, Span at, String message, Object... args) {
        Text words = MarkdownMessages.TEXTS.text("charter." + message, args);
        return new Finding(severity, id, name, at.line(), at.column(), at.offset(), at.length(), words);
    }
}
