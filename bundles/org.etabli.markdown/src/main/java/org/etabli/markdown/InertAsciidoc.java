package org.etabli.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AsciiDoc that somebody else wrote, cut down to what a clause needs: paragraphs, lists, strong and stressed words, line breaks, and
 * the names that a document fills in. Everything else comes out as the characters that were typed: no block, macro, link, passthrough,
 * include or attribute is left.
 */
public final class InertAsciidoc {
    /** What clauses and frames may have filled in. */
    private static final Set<String> NAMES = Set.of("authority", "system", "dossier-title", "procedure-reference", "class-title", "charter-title", "charter-version", "nbsp", "empty");
    private static final Pattern ITEM = Pattern.compile("(\\*{1,5}|\\.{1,5}|-) +(\\S.*)");
    /** A name, strong words, stressed words; a mark inside a word is none. */
    private static final Pattern MARKUP = Pattern.compile("\\{([a-z-]{1,30})\\}|(?<![\\p{L}\\p{N}*_])(?:\\*\\*?([^\\s*][^*]*)\\*\\*?|__?([^\\s_][^_]*)__?)(?![\\p{L}\\p{N}*_])");
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
                blocks.add(block(lines));
                lines.clear();
            }
        }
        return String.join("\n\n", blocks) + (blocks.isEmpty() ? "" : "\n");
    }

    private static String block(List<String> lines) {
        StringBuilder out = new StringBuilder();
        StringBuilder text = new StringBuilder();
        String marker = "";
        for (String line : lines) {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                paragraph(marker, text, out);
                marker = item.group(1) + " ";
                text.append(item.group(2));
            } else {
                text.append(text.isEmpty() ? "" : "\n").append(line);
            }
        }
        paragraph(marker, text, out);
        return out.toString().stripTrailing();
    }

    /** Empties the text that it writes. */
    private static void paragraph(String marker, StringBuilder text, StringBuilder out) {
        if (text.isEmpty())
            return;
        out.append(marker);
        String[] lines = text.toString().split("\n");
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            boolean broken = i + 1 < lines.length && BREAK.matcher(lines[i]).find();
            run.append(run.isEmpty() ? "" : " ").append(broken ? BREAK.matcher(lines[i]).replaceFirst("") : lines[i]);
            if (broken || i + 1 == lines.length) {
                String words = words(run.toString()).strip();
                out.append(words.isEmpty() ? "{empty}" : words).append(broken ? " +\n" : "\n");
                run.setLength(0);
            }
        }
        text.setLength(0);
    }

    private static String words(String text) {
        StringBuilder out = new StringBuilder();
        Matcher markup = MARKUP.matcher(text);
        int from = 0;
        while (markup.find()) {
            if (markup.group(1) != null && !NAMES.contains(markup.group(1)))
                continue;
            out.append(FreeText.keepSpaces(text.substring(from, markup.start())));
            from = markup.end();
            if (markup.group(1) != null)
                out.append('{').append(markup.group(1)).append('}');
            else if (markup.group(2) != null)
                out.append(FreeText.marked("**", words(markup.group(2))));
            else
                out.append(FreeText.marked("__", words(markup.group(3))));
        }
        return out.append(FreeText.keepSpaces(text.substring(from))).toString();
    }
}
