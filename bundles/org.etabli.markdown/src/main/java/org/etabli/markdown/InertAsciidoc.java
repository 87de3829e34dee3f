package org.etabli.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AsciiDoc that somebody else wrote, cut down to what a clause needs: paragraphs, lists, strong and stressed words, line breaks, and
 * the names that a document fills in. Everything else comes out as the characters that were typed: no block, macro, link, passthrough,
 * include or attribute is left. {@link TrustedAsciidoc} leaves more.
 */
public final class InertAsciidoc {
    private static final Pattern ITEM = Pattern.compile("(\\*{1,5}|\\.{1,5}|-) +(\\S.*)");
    private static final Pattern BREAK = Pattern.compile(" \\+$");

    private InertAsciidoc() {
    }

    /** The same text with nothing in it that acts, blocks separated by one blank line. */
    public static String of(String asciidoc) {
        List<String> blocks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        // one more, to end the last block
        for (String line : (asciidoc + "\n\n").split("\\R", -1)) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            } else if (!lines.isEmpty()) {
                blocks.add(block(lines, InertWords.PLAIN));
                lines.clear();
            }
        }
        return String.join("\n\n", blocks) + (blocks.isEmpty() ? "" : "\n");
    }

    /** A paragraph, a list, or both. @param lines without blanks around them, none empty */
    static String block(List<String> lines, InertWords words) {
        StringBuilder out = new StringBuilder();
        StringBuilder text = new StringBuilder();
        String marker = "";
        for (String line : lines) {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                paragraph(marker, text, words, out);
                marker = item.group(1) + " ";
                text.append(item.group(2));
            } else {
                text.append(text.isEmpty() ? "" : "\n").append(line);
            }
        }
        paragraph(marker, text, words, out);
        return out.toString().stripTrailing();
    }

    /** Empties the text that it writes. */
    private static void paragraph(String marker, StringBuilder text, InertWords inline, StringBuilder out) {
        if (text.isEmpty())
            return;
        out.append(marker);
        String[] lines = text.toString().split("\n");
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            boolean broken = i + 1 < lines.length && BREAK.matcher(lines[i]).find();
            run.append(run.isEmpty() ? "" : " ").append(broken ? BREAK.matcher(lines[i]).replaceFirst("") : lines[i]);
            if (broken || i + 1 == lines.length) {
                String words = inline.of(run.toString()).strip();
                out.append(words.isEmpty() ? "{empty}" : words).append(broken ? " +\n" : "\n");
                run.setLength(0);
            }
        }
        text.setLength(0);
    }
}
