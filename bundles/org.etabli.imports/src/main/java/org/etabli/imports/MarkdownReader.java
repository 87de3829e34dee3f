package org.etabli.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.etabli.markdown.CharterConditions;
import org.etabli.markdown.CharterField;
import org.etabli.markdown.MarkdownLimits;
import org.etabli.model.Charter;
import org.etabli.model.InvalidInputException;
import org.etabli.yaml.YamlText;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;

/** Markdown with tables and footnotes. HTML is text. */
final class MarkdownReader {
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create(), FootnoteExtension.create())).build();
    private static final Pattern FRONT_MATTER = Pattern.compile("---[ \\t]*\\n(.*?\\n)?(?:---|\\.\\.\\.)[ \\t]*(?:\\n|$)", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\\{#([a-z0-9]+(?:-[a-z0-9]+)*)}");
    private static final Pattern COMMENT = Pattern.compile("<!--(.*)-->", Pattern.DOTALL);
    private static final Pattern BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD_VALUE = Pattern.compile("[ \\t\\x{A0}\\x{202F}]+(\\S[^\\n]*)");

    private final Places places;
    private final Report report;
    private final Document document;
    private final List<Block> blocks = new ArrayList<>();
    private final Set<Node> used = Collections.newSetFromMap(new IdentityHashMap<>());

    private MarkdownReader(String text, Report report) {
        this.places = new Places(text);
        this.report = report;
        this.document = PARSER.parse(text);
    }

    static Source read(String text, Report report) throws InvalidInputException {
        Optional<YamlText> front = front(text);
        Optional<String> title = Optional.empty();
        String body = text;
        if (front.isPresent()) {
            report.info("front-matter", 1, front.get().text());
            title = front.get().root().at(List.of("title")).filter(org.etabli.yaml.Node.Scalar.class::isInstance).map(n -> ((org.etabli.yaml.Node.Scalar) n).text())
                    .filter(t -> !t.isBlank());
            int end = text.indexOf('\n') + 1 + front.get().text().length();
            int behind = text.indexOf('\n', end) < 0 ? text.length() : text.indexOf('\n', end);
            // as many lines as before, so that places stay
            body = text.substring(0, behind).replaceAll("[^\\n]", "") + text.substring(behind);
        }
        if (MarkdownLimits.tooNested(body).isPresent())
            throw report.refusal("too-nested");
        OptionalInt tangled = MarkdownLimits.tangled(body);
        if (tangled.isPresent())
            throw report.refusal("tangled", new Places(body).line(tangled.getAsInt()));
        try {
            MarkdownReader reader = new MarkdownReader(body, report);
            reader.blocks(reader.document, 0, Block.Kind.PLAIN);
            reader.unused();
            return new Source(title, reader.blocks);
        } catch (StackOverflowError e) {
            throw report.refusal("too-nested");
        }
    }

    /** Between two lines of dashes; a text may begin with one, too. */
    private static Optional<YamlText> front(String text) {
        Matcher front = FRONT_MATTER.matcher(text);
        if (!front.lookingAt() || front.group(1) == null)
            return Optional.empty();
        try {
            YamlText yaml = YamlText.parse("", front.group(1));
            return Optional.of(yaml).filter(y -> y.root() instanceof org.etabli.yaml.Node.Mapping m && !m.entries().isEmpty());
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private int line(Node node) {
        return places.line(node.getStartOffset());
    }

    // --- blocks --------------------------------------------------------------------------------------------------

    private void blocks(Node parent, int depth, Block.Kind kind) {
        for (Node node : parent.getChildren())
            block(node, depth, kind);
    }

    private void block(Node node, int depth, Block.Kind kind) {
        switch (node) {
            case Heading heading -> heading(heading, depth, kind);
            case Paragraph p -> paragraph(p, depth, kind, words(p));
            case ListBlock list -> list(list, depth, kind);
            case BlockQuote quote -> blocks(quote, depth, Block.Kind.QUOTED);
            case FencedCodeBlock code -> code(code, code.getInfo().toString(), code.getContentChars().toString());
            case IndentedCodeBlock code -> code(code, "", code.getContentChars().toString());
            case TableBlock table -> table(table);
            case ThematicBreak rule -> report.info("rule", line(rule), rule.getChars());
            case HtmlBlockBase html -> html(html, depth, kind);
            case Reference reference -> {
                // told at the end, where nothing uses it
            }
            case FootnoteBlock note -> {
                // likewise
            }
            default -> paragraph(node, depth, kind, Words.of(node.getChars().toString()));
        }
    }

    private void paragraph(Node node, int depth, Block.Kind kind, Words words) {
        if (!words.isEmpty())
            blocks.add(new Block.Paragraph(line(node), depth, kind, words));
    }

    private void heading(Heading heading, int depth, Block.Kind kind) {
        List<Run> runs = runs(heading);
        Optional<String> id = Optional.empty();
        if (!runs.isEmpty()) {
            String last = runs.getLast().text().stripTrailing();
            Matcher own = ID.matcher(last).region(Math.max(0, last.lastIndexOf("{#")), last.length());
            if (own.matches()) {
                id = Optional.of(own.group(1));
                runs.add(runs.removeLast().with(last.substring(0, own.start()).stripTrailing()));
            }
        }
        Words words = Words.of(runs);
        if (words.isEmpty() && id.isEmpty())
            return;
        if (depth == 0 && kind == Block.Kind.PLAIN) {
            blocks.add(new Block.Heading(line(heading), heading.getLevel(), words, id));
        } else {
            report.info("heading-inside", line(heading), words.line());
            paragraph(heading, depth, kind == Block.Kind.PLAIN ? Block.Kind.ASIDE : kind, words.strong());
        }
    }

    private void list(ListBlock list, int depth, Block.Kind kind) {
        if (kind == Block.Kind.QUOTED)
            report.info("quoted-list", line(list));
        Optional<List<String>> fields = depth == 0 && kind == Block.Kind.PLAIN && list instanceof BulletList ? fields(list) : Optional.empty();
        if (fields.isPresent()) {
            blocks.add(new Block.Fields(line(list), fields.get()));
            return;
        }
        int number = list instanceof OrderedList ordered ? ordered.getStartNumber() : 0;
        for (Node item : list.getChildren()) {
            Words words = item.getFirstChild() instanceof Paragraph p ? words(p) : Words.NONE;
            if (!words.isEmpty())
                blocks.add(new Block.ListItem(line(item), depth + 1, list instanceof OrderedList ? String.valueOf(number) : "", words));
            boolean first = true;
            for (Node child : item.getChildren()) {
                if (!first || !(child instanceof Paragraph))
                    block(child, words.isEmpty() ? depth : depth + 1, Block.Kind.PLAIN);
                first = false;
            }
            number++;
        }
    }

    /** A list of which every line is a field of ours, with a value that it may have. */
    private static Optional<List<String>> fields(ListBlock list) {
        List<String> lines = new ArrayList<>();
        Set<CharterField> once = EnumSet.noneOf(CharterField.class);
        for (Node item : list.getChildren()) {
            if (!(item.getFirstChild() instanceof Paragraph words) || words.getNext() != null)
                return Optional.empty();
            String line = words.getChars().toString().strip();
            int colon = line.indexOf(':');
            Matcher value = FIELD_VALUE.matcher(line).region(colon + 1, line.length());
            Optional<CharterField> kind = colon > 0 && value.matches() ? CharterField.of(line.substring(0, colon)) : Optional.empty();
            if (kind.isEmpty() || !holds(kind.get(), value.group(1)) || kind.get().form() == CharterField.Form.ONE && !once.add(kind.get()))
                return Optional.empty();
            lines.add(line);
        }
        return Optional.of(lines);
    }

    private static boolean holds(CharterField kind, String value) {
        return switch (kind.form()) {
            case ONE -> kind != CharterField.LEVEL || Charter.Level.of(value).isPresent();
            case CONDITIONS -> CharterConditions.read(value).isPresent();
            case SEVERAL, IDS -> true;
        };
    }

    private void code(Node node, String language, String content) {
        report.info("code", line(node), language);
        blocks.add(new Block.Code(line(node), content));
    }

    private void table(TableBlock table) {
        report.warn("table", line(table));
        List<Words> rows = new ArrayList<>();
        for (Node part : table.getChildren())
            if (part instanceof TableSeparator)
                continue;
            else if (part.getFirstChild() instanceof TableRow)
                for (Node row : part.getChildren())
                    rows.add(row(row, part instanceof TableHead));
            else
                rows.add(words(part));
        blocks.add(new Block.Rows(line(table), rows.stream().filter(r -> !r.isEmpty()).toList()));
    }

    private Words row(Node row, boolean head) {
        List<Run> runs = new ArrayList<>();
        for (Node cell : row.getChildren())
            if (cell instanceof TableCell) {
                if (!runs.isEmpty())
                    runs.add(Run.plain(" | "));
                runs(cell, new Look(head, false, Optional.empty()), runs);
            }
        return Words.of(runs);
    }

    private void html(Node html, int depth, Block.Kind kind) {
        Matcher comment = COMMENT.matcher(html.getChars().toString().strip());
        if (comment.matches() && !comment.group(1).contains("-->")) {
            report.warn("comment", line(html), comment.group(1).strip());
        } else {
            report.warn("html", line(html));
            paragraph(html, depth, Block.Kind.ASIDE, Words.of(html.getChars().toString()));
        }
    }

    /** Definitions that nothing refers to. */
    private void unused() {
        for (Node node : document.getDescendants())
            if (node instanceof Reference reference && !used.contains(reference))
                report.warn("unused", line(reference), reference.getChars().toString().strip());
            else if (node instanceof FootnoteBlock note && !used.contains(note)) {
                report.warn("unused", line(note), note.getChars().toString().strip());
            }
    }

    // --- words ---------------------------------------------------------------------------------------------------

    private record Look(boolean bold, boolean italic, Optional<String> link) {
        static final Look PLAIN = new Look(false, false, Optional.empty());

        Run run(CharSequence text) {
            return new Run(text.toString(), bold, italic, false, link);
        }
    }

    private Words words(Node parent) {
        return Words.of(runs(parent));
    }

    private List<Run> runs(Node parent) {
        List<Run> runs = new ArrayList<>();
        runs(parent, Look.PLAIN, runs);
        return runs;
    }

    private void runs(Node parent, Look look, List<Run> into) {
        for (Node node : parent.getChildren())
            switch (node) {
                case StrongEmphasis strong -> runs(strong, new Look(true, look.italic, look.link), into);
                case Emphasis emphasis -> runs(emphasis, new Look(look.bold, true, look.link), into);
                case Code code -> into.add(new Run(code.getText().toString(), look.bold, look.italic, true, look.link));
                case SoftLineBreak end -> into.add(look.run(" "));
                case HardLineBreak end -> into.add(look.run("\n"));
                case Image image -> image(image, image.getUrl().unescape(), image.getTitle().unescape(), look, into);
                case Link link -> link(link, link.getUrl().unescape(), link.getTitle().unescape(), look, into);
                case AutoLink link -> into.add(look.run(link.getText()));
                case MailLink mail -> into.add(look.run(mail.getText()));
                case RefNode ref -> reference(ref, look, into);
                case Footnote note -> footnote(note, look, into);
                case HtmlInlineBase html -> html(html, look, into);
                default -> into.add(look.run(node.getChars().unescape()));
            }
    }

    private void link(Node link, String url, String title, Look look, List<Run> into) {
        boolean inside = url.startsWith("#");
        if (inside)
            report.info("inner-link", line(link), url);
        int before = into.size();
        runs(link, inside || url.isBlank() ? look : new Look(look.bold, look.italic, Optional.of(url)), into);
        if (into.subList(before, into.size()).stream().allMatch(r -> r.text().isBlank()))
            into.add(look.run(url));
        if (!title.isBlank())
            into.add(look.run(" (" + title + ")"));
    }

    private void image(Node image, String url, String title, Look look, List<Run> into) {
        report.warn("image", line(image), url);
        runs(image, look, into);
        if (!title.isBlank())
            into.add(look.run(" (" + title + ")"));
    }

    private void reference(RefNode ref, Look look, List<Run> into) {
        Reference target = ref.getReferenceNode(document);
        if (target == null) {
            into.add(look.run(ref.getChars().unescape()));
            return;
        }
        used.add(target);
        if (ref instanceof ImageRef)
            image(ref, target.getUrl().unescape(), target.getTitle().unescape(), look, into);
        else
            link(ref, target.getUrl().unescape(), target.getTitle().unescape(), look, into);
    }

    /** The words of a note stand where it is first referred to. */
    private void footnote(Footnote footnote, Look look, List<Run> into) {
        FootnoteBlock note = footnote.getFootnoteBlock();
        if (note == null || !used.add(note)) {
            into.add(look.run(note == null ? footnote.getChars() : " (" + footnote.getText() + ")"));
            return;
        }
        report.info("footnote", line(footnote), footnote.getText());
        into.add(look.run(" (" + footnote.getText() + " : "));
        note(note, look, into);
        into.add(look.run(")"));
    }

    private void note(Node parent, Look look, List<Run> into) {
        boolean first = true;
        for (Node child : parent.getChildren()) {
            if (!first)
                into.add(look.run(" "));
            if (child instanceof Paragraph || child instanceof Heading)
                runs(child, look, into);
            else if (child.hasChildren())
                note(child, look, into);
            else
                into.add(look.run(child.getChars()));
            first = false;
        }
    }

    private void html(Node html, Look look, List<Run> into) {
        String tag = html.getChars().toString();
        Matcher comment = COMMENT.matcher(tag);
        if (BREAK.matcher(tag).matches()) {
            into.add(look.run("\n"));
        } else if (comment.matches()) {
            report.warn("comment", line(html), comment.group(1).strip());
        } else {
            report.info("html", line(html));
            into.add(look.run(tag));
        }
    }
}
