package org.etabli.markdown;

import java.util.regex.Pattern;

/**
 * Makes text from anywhere inert in AsciiDoc: whatever is written, the reader of the document sees exactly those characters,
 * and no include, macro, attribute, passthrough or block comes out of it.
 */
public final class Asciidoc {
    /** What XML allows nowhere, not even as a number, and controls that nobody sees. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\p{Cs}\\x{FFFE}\\x{FFFF}&&[^\t\n\f\r\\x{B}\\x{85}]]");

    private Asciidoc() {
    }

    /** One line of text for use inside a paragraph, a cell or a title; line breaks become spaces. */
    public static String inline(String text) {
        String line = oneLine(NO_TEXT.matcher(text).replaceAll("")).strip();
        int lastBracket = line.lastIndexOf(')');
        StringBuilder out = new StringBuilder(line.length() + 16);
        boolean firstWord = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ' ')
                firstWord = false;
            if (isHarmless(line, i, c, firstWord, lastBracket))
                out.append(c);
            else
                out.append("&#").append((int) c).append(';');
        }
        return out.toString();
    }

    /** A line break with the blanks around it is one space; so is every other sign of white space. */
    static String oneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int to = from;
            boolean broken = false;
            while (to < text.length() && isBlank(text.charAt(to)))
                broken |= isLineEnd(text.charAt(to++));
            if (broken)
                out.append(' ');
            else
                for (int i = from; i < to; i++)
                    out.append(text.charAt(i) == '\t' ? ' ' : text.charAt(i));
            if (to < text.length())
                out.append(text.charAt(to++));
            from = to;
        }
        return out.toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || isLineEnd(c);
    }

    private static boolean isLineEnd(char c) {
        return c >= '\n' && c <= '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Letters, digits and everything beyond ASCII have no meaning in AsciiDoc; some signs have one in certain places only. */
    private static boolean isHarmless(String line, int i, char c, boolean firstWord, int lastBracket) {
        if (c > 0x7F)
            return true;
        if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == ' ' || c == ',' || c == '?' || c == '%')
            return true;
        if (firstWord)
            return false;
        char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
        char before = line.charAt(i - 1);
        return switch (c) {
            // behind the first word only: "iv)" would begin a list
            case ')' -> true;
            case '.' -> before != '.' && next != '.';
            case ':' -> next == ' ' && before != ':';
            case ';' -> next == ' ' && before != ';' && i + 1 < line.length();
            case '!' -> before != '!' && next != '!';
            case '/' -> before != '/' && next != '/' && before != ':';
            case '-' -> Character.isLetterOrDigit(before) && Character.isLetterOrDigit(next);
            case '(' -> Character.isLetterOrDigit(next) && (i + 2 >= line.length() || lastBracket < i || line.indexOf(')', i, Math.min(i + 5, line.length())) < 0);
            default -> false;
        };
    }
}
