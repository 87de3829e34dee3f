package org.etabli.imports;

import java.util.List;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;

/** Runs as the Markdown of one paragraph. Each is read back and compared: formatting may be lost, a character never. */
final class InlineMarkdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final String ALWAYS = "\\`*[]<";
    private static final String FIRST = "#>+-=~";

    /** How much is tried; each step is uglier and surer than the one before. */
    private enum Way {
        FORMATTED,
        PLAIN,
        ESCAPED
    }

    private final List<Run> runs;
    private final Way way;
    private final StringBuilder out = new StringBuilder();
    /** Behind a line break nothing but digits has come yet. */
    private boolean atStart = true;

    private InlineMarkdown(List<Run> runs, Way way) {
        this.runs = runs;
        this.way = way;
    }

    static String of(List<Run> runs, String plain) {
        for (Way way : Way.values()) {
            String markdown = new InlineMarkdown(runs, way).write();
            if (readsBack(markdown, plain))
                return markdown;
        }
        throw new IllegalStateException("no Markdown says: " + plain);
    }

    private String write() {
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean bare = run.link().filter(run.text()::equals).isPresent();
            boolean opens = run.link().isPresent() && !bare && (i == 0 || !runs.get(i - 1).link().equals(run.link()));
            boolean closes = run.link().isPresent() && !bare && (i + 1 == runs.size() || !runs.get(i + 1).link().equals(run.link()));
            if (opens)
                put("[");
            run(run, i);
            if (closes)
                put("](" + run.link().get() + ")");
        }
        return out.toString();
    }

    private void run(Run run, int i) {
        String text = run.text();
        if (run.code() && way != Way.ESCAPED && !text.isBlank() && text.indexOf('`') < 0 && text.indexOf('\n') < 0 && text.equals(text.strip())) {
            put("`" + text + "`");
            return;
        }
        String words = text.strip();
        int from = text.indexOf(words);
        String mark = (run.bold() ? "**" : "") + (run.italic() ? "*" : "");
        boolean marked = way == Way.FORMATTED && !words.isEmpty() && canOpen(from > 0 ? ' ' : before(i), words.charAt(0))
                && canOpen(from + words.length() < text.length() ? ' ' : after(i), words.charAt(words.length() - 1));
        escape(text.substring(0, from));
        if (marked)
            put(mark);
        escape(words);
        if (marked)
            put(mark);
        escape(text.substring(from + words.length()));
    }

    private void put(String markdown) {
        out.append(markdown);
        atStart &= markdown.isEmpty();
    }

    /** A mark between a letter and a sign belongs to neither word. */
    private static boolean canOpen(char outside, char inside) {
        return Character.isLetterOrDigit(inside) || !Character.isLetterOrDigit(outside);
    }

    private char before(int i) {
        return i == 0 ? ' ' : runs.get(i - 1).text().charAt(runs.get(i - 1).text().length() - 1);
    }

    private char after(int i) {
        return i + 1 == runs.size() ? ' ' : runs.get(i + 1).text().charAt(0);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                out.append("\\\n");
                atStart = true;
                continue;
            }
            if (hasMeaning(text, i, c))
                out.append('\\');
            out.append(c);
            atStart &= c >= '0' && c <= '9';
        }
    }

    private boolean hasMeaning(String text, int i, char c) {
        if (way == Way.ESCAPED)
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        if (ALWAYS.indexOf(c) >= 0)
            return true;
        boolean first = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
        char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        return switch (c) {
            case '_' -> i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)) || !Character.isLetterOrDigit(next);
            case '&' -> next == '#' || Character.isLetter(next);
            case '~' -> first || next == '~';
            case '.', ')' -> atStart && !first;
            default -> first && FIRST.indexOf(c) >= 0;
        };
    }

    // --- proof -----------------------------------------------------------------------------------------------------

    private static boolean readsBack(String markdown, String plain) {
        Node document = PARSER.parse(markdown);
        Node first = document.getFirstChild();
        if (!(first instanceof Paragraph) || first.getNext() != null)
            return false;
        StringBuilder read = new StringBuilder();
        return read(first, read) && read.toString().equals(plain);
    }

    private static boolean read(Node parent, StringBuilder into) {
        for (Node node : parent.getChildren()) {
            switch (node) {
                case Text text -> into.append(text.getChars().unescape());
                case Code code -> into.append(code.getText());
                case HardLineBreak end -> into.append('\n');
                case StrongEmphasis strong -> read(strong, into);
                case Emphasis emphasis -> read(emphasis, into);
                case Link link -> read(link, into);
                default -> {
                    return false;
                }
            }
        }
        return true;
    }
}
