package org.etabli.markdown;

import java.util.OptionalInt;

/**
 * What no text of people has, and what would keep the Markdown parser busy for minutes: it goes down into each list and quotation, and
 * looks for the end of each bracket as far as its paragraph goes.
 */
public final class MarkdownLimits {
    /** Lists and quotations in each other. */
    private static final int DEEPEST = 100;
    /** Opening brackets in one paragraph. */
    private static final int MOST_BRACKETS = 1000;
    /** Signs of one kind that may open or close something, in one paragraph. */
    private static final int MOST_SIGNS = 20_000;
    /** Lines without a blank one between them: with each, the parser puts together all those before it. */
    private static final int MOST_LINES = 1000;
    /** Between two words: from each, the parser looks for the end of the heading. */
    private static final int MOST_BLANKS = 2000;

    private MarkdownLimits() {
    }

    /** The place of the first line that stands in too many lists or quotations. */
    public static OptionalInt tooNested(String markdown) {
        for (int from = 0; from < markdown.length(); from = lineEnd(markdown, from) + 1)
            if (depth(markdown, from) > DEEPEST)
                return OptionalInt.of(from);
        return OptionalInt.empty();
    }

    /** The place of the first paragraph with too many signs that lead nowhere. */
    public static OptionalInt tangled(String markdown) {
        int paragraph = 0;
        int brackets = 0;
        int signs = 0;
        int lines = 0;
        int blanks = 0;
        boolean blank = true;
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            blanks = c == ' ' || c == '\t' ? blanks + 1 : 0;
            if (!blank && blanks > MOST_BLANKS)
                return OptionalInt.of(paragraph);
            if (c == '\n') {
                if (blank) {
                    paragraph = i + 1;
                    brackets = 0;
                    signs = 0;
                    lines = 0;
                }
                if (++lines > MOST_LINES)
                    return OptionalInt.of(paragraph);
                blank = true;
            } else if (c == '\\' && i + 1 < markdown.length() && markdown.charAt(i + 1) > ' ') {
                // the sign behind it is only a sign
                blank = false;
                i++;
            } else if (c > ' ') {
                blank = false;
                brackets += c == '[' ? 1 : 0;
                signs += "*_`<&![".indexOf(c) >= 0 ? 1 : 0;
                if (brackets > MOST_BRACKETS || signs > MOST_SIGNS)
                    return OptionalInt.of(paragraph);
            }
        }
        return OptionalInt.empty();
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** How many marks of lists and quotations a line begins with. */
    private static int depth(String text, int from) {
        int depth = 0;
        int at = blanks(text, from);
        while (at < text.length()) {
            char c = text.charAt(at);
            int mark = at;
            while (c != '>' && mark < text.length() && mark - at < 9 && Character.isDigit(text.charAt(mark)))
                mark++;
            boolean numbered = mark > at && mark < text.length() && (text.charAt(mark) == '.' || text.charAt(mark) == ')');
            if (c != '>' && c != '-' && c != '+' && c != '*' && !numbered)
                return depth;
            int behind = blanks(text, mark + 1);
            if (c != '>' && behind == mark + 1)
                return depth;
            depth++;
            at = behind;
        }
        return depth;
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t'))
            at++;
        return at;
    }
}
