package org.etabli.markdown;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.DelimitedNode;
import com.vladsch.flexmark.util.ast.Node;

/**
 * What people write in a field: Markdown with paragraphs, lists, emphasis and quotations. Everything else, HTML included,
 * comes out as the characters that were typed.
 */
public final class FreeText {
    private static final Parser PARSER = Parser.builder().build();
    /** Deeper quotations, lists and emphasis look like the last level that AsciiDoc shows as one. */
    private static final int DEEPEST = 5;
    private static final int DEEPEST_WORDS = 20;
    /** Addresses that a document may lead to; everything else, scripts above all, is only printed. */
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|mailto:)[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

    /** Anchors of the document by the ids that the text may name. */
    private final Map<String, String> anchors;
    private final boolean linked;

    private FreeText(Map<String, String> anchors, boolean linked) {
        this.anchors = anchors;
        this.linked = linked;
    }

    /** AsciiDoc of a field, ended by one newline; empty for an empty field. */
    public static String toAsciidoc(String markdown) {
        return new FreeText(Map.of(), false).convert(markdown);
    }

    /**
     * The same of a text that is published: its links can be followed. One to {@code #id} leads to an anchor, one to the web or to a
     * mail address shows where it leads.
     *
     * @param anchors of the document, by the ids that the text may name
     */
    public static String toAsciidoc(String markdown, Map<String, String> anchors) {
        return new FreeText(anchors, true).convert(markdown);
    }

    private String convert(String markdown) {
        if (markdown.isBlank())
            return "";
        StringBuilder out = new StringBuilder();
        Optional<Node> parsed = parsed(markdown);
        if (parsed.isPresent())
            blocks(parsed.get(), 0, out);
        else
            asTyped(markdown, out);
        return out.isEmpty() ? "" : out.toString().stripTrailing() + "\n";
    }

    private static Optional<Node> parsed(String markdown) {
        if (MarkdownLimits.tooNested(markdown).isPresent() || MarkdownLimits.tangled(markdown).isPresent())
            return Optional.empty();
        try {
            return Optional.of(PARSER.parse(markdown));
        } catch (StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** What no parser should be given: paragraph by paragraph, every sign as it is. */
    private static void asTyped(String markdown, StringBuilder out) {
        StringBuilder paragraph = new StringBuilder();
        markdown.lines().forEach(line -> {
            if (line.isBlank()) {
                paragraph(lines(paragraph.toString()), out);
                paragraph.setLength(0);
            } else {
                paragraph.append(line).append('\n');
            }
        });
        paragraph(lines(paragraph.toString()), out);
    }

    /** @param depth of quotations */
    private void blocks(Node parent, int depth, StringBuilder out) {
        for (Node node : parent.getChildren()) {
            block(node, depth, out);
            // else the next list would become part of the last item of this one
            if (node instanceof ListBlock && node.getNext() instanceof ListBlock)
                out.append("//-\n\n");
        }
    }

    private void block(Node node, int depth, StringBuilder out) {
        switch (node) {
            case Paragraph p -> out.append(inline(p)).append("\n\n");
            // a heading of a field must not become a chapter of the document
            case Heading h -> paragraph(marked("**", inline(h, 0, true, false)), out);
            case ListBlock list -> {
                list(list, 1, out);
                out.append('\n');
            }
            case BlockQuote quote when depth == DEEPEST -> blocks(quote, depth, out);
            case BlockQuote quote -> {
                String fence = "_".repeat(4 + depth);
                out.append(fence).append('\n');
                blocks(quote, depth + 1, out);
                out.append(fence).append("\n\n");
            }
            case FencedCodeBlock code -> paragraph(lines(code.getContentChars().toString()), out);
            case IndentedCodeBlock code -> paragraph(lines(code.getContentChars().toString()), out);
            default -> out.append(Asciidoc.inline(node.getChars().toString())).append("\n\n");
        }
    }

    private static void paragraph(String words, StringBuilder out) {
        out.append(words).append(words.isEmpty() ? "" : "\n\n");
    }

    /** Line by line, as typed. */
    private static String lines(String text) {
        return text.lines().map(Asciidoc::inline).map(l -> l.isEmpty() ? "{empty}" : l).collect(Collectors.joining(" +\n"));
    }

    /** Lists of the other kind, too, are one level deeper: AsciiDoc knows a level by its marker. */
    private void list(ListBlock list, int level, StringBuilder out) {
        String marker = (list instanceof OrderedList ? "." : "*").repeat(level);
        // a level of its own would else count in letters; the deepest ones are one list
        if (list instanceof OrderedList ordered && level < DEEPEST && (level > 1 || ordered.getStartNumber() != 1))
            out.append(ordered.getStartNumber() == 1 ? "[arabic]\n" : "[arabic,start=" + ordered.getStartNumber() + "]\n");
        for (Node item : list.getChildren()) {
            boolean first = true;
            for (Node child : item.getChildren()) {
                String words = child instanceof ListBlock ? "" : itemPart(child);
                if (first)
                    out.append(marker).append(' ').append(words.isEmpty() ? "{empty}" : words).append('\n');
                else if (!words.isEmpty())
                    out.append("+\n").append(words).append('\n');
                if (child instanceof ListBlock deeper)
                    list(deeper, Math.min(level + 1, DEEPEST), out);
                first = false;
            }
        }
    }

    /** What stands in an item beside its lists. */
    private String itemPart(Node node) {
        return switch (node) {
            case Paragraph p -> inline(p);
            case Heading h -> inline(h);
            case BlockQuote quote -> inline(quote);
            case FencedCodeBlock code -> lines(code.getContentChars().toString());
            case IndentedCodeBlock code -> lines(code.getContentChars().toString());
            default -> Asciidoc.inline(node.getChars().toString());
        };
    }

    private String inline(Node parent) {
        return inline(parent, 0, false, false);
    }

    /** Without the marks in it, however deep they are: as typed. */
    private static String typed(Node node) {
        return keepSpaces(node.getChars().toString());
    }

    /** What is strong, or stressed, already cannot become it once more. */
    private String inline(Node parent, int depth, boolean strong, boolean stressed) {
        StringBuilder out = new StringBuilder();
        for (Node node : parent.getChildren()) {
            switch (node) {
                case DelimitedNode deep when depth == DEEPEST_WORDS -> out.append(typed((Node) deep));
                case StrongEmphasis s when !strong -> out.append(marked("**", inline(s, depth + 1, true, stressed)));
                case StrongEmphasis s -> out.append(inline(s, depth + 1, true, stressed));
                case Emphasis e when !stressed -> out.append(marked("__", inline(e, depth + 1, strong, true)));
                case Emphasis e -> out.append(inline(e, depth + 1, strong, true));
                case Code c -> out.append(marked("``", keepSpaces(c.getText().toString())));
                case Link l -> out.append(link(linked ? l.getUrl().unescape() : l.getUrl().toString(), inline(l, depth + 1, strong, stressed)));
                case AutoLink a when linked && ADDRESS.matcher(a.getUrl()).matches() -> out.append(link(a.getUrl().toString(), Asciidoc.inline(a.getUrl().toString())));
                case SoftLineBreak b -> out.append(' ');
                case HardLineBreak b -> out.append(" +\n");
                default -> out.append(keepSpaces(node.getChars().unescape()));
            }
        }
        return depth > 0 ? out.toString() : out.toString().strip();
    }

    /** @param text what is to be read, inert */
    private String link(String target, String text) {
        if (target.startsWith("#") && anchors.containsKey(target.substring(1)) && !text.isBlank())
            return "xref:" + anchors.get(target.substring(1)) + "[" + text + "]";
        String printed = Asciidoc.inline(target);
        if (!linked || !ADDRESS.matcher(target).matches())
            return text + " &#40;" + keepSpaces(target) + ")";
        return text.equals(printed) ? "link:" + printed + "[" + printed + "]" : "link:" + printed + "[" + (text.isBlank() ? printed : text) + "] &#40;" + printed + ")";
    }

    /** Marks around words; alone in a line they would begin a block, and before a space an item of a list: so they touch words, or are not there. */
    static String marked(String mark, String words) {
        String bare = words.strip();
        if (bare.isEmpty())
            return words;
        return (Character.isWhitespace(words.charAt(0)) ? " " : "") + mark + bare + mark + (Character.isWhitespace(words.charAt(words.length() - 1)) ? " " : "");
    }

    /** {@link Asciidoc#inline} trims, and takes the first word of a line for one that could begin a block: so it is here too. */
    static String keepSpaces(String text) {
        if (text.isBlank())
            return text.isEmpty() ? "" : " ";
        return (Character.isWhitespace(text.charAt(0)) ? " " : "") + Asciidoc.inline(text) + (Character.isWhitespace(text.charAt(text.length() - 1)) ? " " : "");
    }
}
