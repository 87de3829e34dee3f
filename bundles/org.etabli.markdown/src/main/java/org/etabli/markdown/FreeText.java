package org.etabli.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;

/**
 * What people write in a field: Markdown with paragraphs, lists, emphasis and quotations. Everything else, HTML included,
 * comes out as the characters that were typed.
 */
public final class FreeText {
    private static final Parser PARSER = Parser.builder().build();

    private FreeText() {
    }

    /** AsciiDoc of a field, ended by one newline; empty for an empty field. */
    public static String toAsciidoc(String markdown) {
        if (markdown.isBlank())
            return "";
        StringBuilder out = new StringBuilder();
        for (Node node : PARSER.parse(markdown).getChildren())
            block(node, "", out);
        return out.toString().stripTrailing() + "\n";
    }

    private static void block(Node node, String marker, StringBuilder out) {
        switch (node) {
            case Paragraph p -> out.append(inline(p)).append("\n\n");
            // a heading of a field must not become a chapter of the document
            case Heading h -> out.append('*').append(inline(h)).append("*\n\n");
            case BulletList list -> {
                for (Node item : list.getChildren())
                    item((ListItem) item, marker.startsWith(".") ? "*" : marker + "*", out);
                out.append(marker.isEmpty() ? "\n" : "");
            }
            case OrderedList list -> {
                for (Node item : list.getChildren())
                    item((ListItem) item, marker.startsWith("*") ? "." : marker + ".", out);
                out.append(marker.isEmpty() ? "\n" : "");
            }
            case BlockQuote quote -> {
                out.append("____\n");
                for (Node child : quote.getChildren())
                    block(child, "", out);
                out.append("____\n\n");
            }
            case FencedCodeBlock code -> code.getContentChars().toString().lines()
                    .forEach(l -> out.append(Asciidoc.inline(l)).append(" +\n"));
            default -> out.append(Asciidoc.inline(node.getChars().toString())).append("\n\n");
        }
    }

    private static void item(ListItem item, String marker, StringBuilder out) {
        boolean first = true;
        for (Node child : item.getChildren()) {
            if (child instanceof BulletList || child instanceof OrderedList)
                block(child, marker, out);
            else if (first)
                out.append(marker).append(' ').append(inline(child)).append('\n');
            else
                out.append("+\n").append(inline(child)).append('\n');
            first = false;
        }
    }

    private static String inline(Node parent) {
        StringBuilder out = new StringBuilder();
        for (Node node : parent.getChildren()) {
            switch (node) {
                case StrongEmphasis s -> out.append("**").append(inline(s)).append("**");
                case Emphasis e -> out.append("__").append(inline(e)).append("__");
                case Code c -> out.append("``").append(keepSpaces(c.getText().toString())).append("``");
                case Link l -> out.append(inline(l)).append(" &#40;").append(keepSpaces(l.getUrl().toString())).append(')');
                case SoftLineBreak b -> out.append(' ');
                case HardLineBreak b -> out.append(" +\n");
                default -> out.append(keepSpaces(node.getChars().unescape()));
            }
        }
        return out.toString().strip();
    }

    /** {@link Asciidoc#inline} trims, and takes the first word of a line for one that could begin a block: so it is here too. */
    private static String keepSpaces(String text) {
        String inert = Asciidoc.inline(text);
        return (text.startsWith(" ") && !inert.isEmpty() ? " " : "") + inert + (text.endsWith(" ") && text.length() > 1 ? " " : "");
    }
}
