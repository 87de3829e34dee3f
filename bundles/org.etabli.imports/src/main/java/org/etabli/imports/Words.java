package org.etabli.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.etabli.model.Letters;

/**
 * The words of a paragraph, an item or a heading.
 *
 * @param markdown which reads back as the same characters; of its lines but the last each ends with a backslash
 * @param plain    the characters alone; addresses of links are left out
 * @param line     the same on one line, with the addresses
 * @param lead     what is bold at the beginning; empty where nothing is
 * @param runs     of which they were made
 */
record Words(String markdown, String plain, String line, String lead, List<Run> runs) {
    static final Words NONE = new Words("", "", "", "", List.of());
    private static final int LONGEST_TITLE = 80;
    /** "b)", "iv.", "bb)", "ii.3": what counts in small letters, up to its end. */
    private static final Pattern NUMBER_IN_LETTERS = Pattern.compile("(?:[ivxlcdm]{1,9}|([a-z])\\1{0,3})[.)]");
    /** Shorter ones are mostly abbreviations. */
    private static final Pattern SENTENCE = Pattern.compile(".{15,}?[.!?…](?=\\s+[\\p{Lu}«“\"(]|$)");
    /** Between a title and what it is the title of. */
    private static final Pattern START = Pattern.compile("^[\\s\\x{A0}\\x{202F}.;:,–—-]+");
    private static final Pattern LINK = Pattern.compile("(?:https?://|mailto:)[\\w.~:/?#@!$&',=%+-]+");
    /** Invisible, and nothing that YAML or XML may hold. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\p{Cs}\\x{FFFE}\\x{FFFF}&&[^\t\n\f\r\\x{B}\\x{85}]]");

    /** @throws IllegalStateException when no Markdown was found that says the same */
    static Words of(List<Run> written) {
        List<Run> runs = outsideLinks(tidy(withAddresses(written)));
        if (isBlank(runs))
            return NONE;
        String plain = runs.stream().map(Run::text).collect(Collectors.joining());
        Run first = runs.getFirst();
        String lead = first.bold() && first.link().isEmpty() ? first.text().strip() : "";
        return new Words(InlineMarkdown.of(runs, plain), plain, line(runs), lead, List.copyOf(runs));
    }

    static Words of(String text) {
        return of(List.of(Run.plain(text)));
    }

    boolean isEmpty() {
        return plain.isEmpty();
    }

    /** Whether nobody would see them. */
    static boolean isBlank(List<Run> runs) {
        return runs.stream().allMatch(run -> Letters.isBlank(run.text()));
    }

    /** The same, strong as a whole. */
    Words strong() {
        return of(List.of(new Run(line, true, false, false, Optional.empty())));
    }

    /** A name for what these words say: what is bold in front, the first sentence, or as many words as a title may have. */
    String title() {
        if (!lead.isEmpty() && lead.length() <= LONGEST_TITLE)
            return begun(withoutEnd(lead.replace('\n', ' ')));
        String all = beginning();
        Matcher sentence = SENTENCE.matcher(all);
        String first = sentence.lookingAt() ? sentence.group() : all;
        if (first.length() <= LONGEST_TITLE)
            return begun(withoutEnd(first));
        int cut = first.lastIndexOf(' ', LONGEST_TITLE - 1);
        if (cut <= 0)
            cut = first.offsetByCodePoints(0, LONGEST_TITLE / 2);
        return begun(withoutEnd(first.substring(0, cut))) + "…";
    }

    /** What is left to say below the {@link #title}: all of it, where the title only begins it or would lose an address. */
    Words rest() {
        int said = said();
        List<Run> left = new ArrayList<>();
        int from = 0;
        for (Run run : runs) {
            int end = from + run.text().length();
            if (from < said && run.link().isPresent())
                return this;
            if (end > said)
                left.add(run.with(run.text().substring(Math.max(0, said - from))));
            from = end;
        }
        if (said == 0 || left.isEmpty())
            return said == 0 ? this : NONE;
        String first = left.getFirst().text();
        left.set(0, left.getFirst().with(first.substring(first.length() - START.matcher(first).replaceFirst("").length())));
        return of(left);
    }

    /** How many signs the whole of the title stands for; none where it is cut. */
    private int said() {
        if (!lead.isEmpty() && lead.length() <= LONGEST_TITLE)
            return runs.getFirst().text().length();
        Matcher sentence = SENTENCE.matcher(beginning());
        int end = sentence.lookingAt() ? sentence.end() : beginning().length();
        return end <= LONGEST_TITLE ? end : 0;
    }

    private String beginning() {
        return plain.substring(0, Math.min(plain.length(), LONGEST_TITLE * 3)).replace('\n', ' ');
    }

    /** As the title of something a word in the middle of a sentence begins one; a number in letters stays the number it is. */
    private static String begun(String title) {
        if (title.isEmpty() || NUMBER_IN_LETTERS.matcher(title).lookingAt())
            return title;
        int first = title.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + title.substring(Character.charCount(first));
    }

    private static String withoutEnd(String words) {
        String shorter = words.replaceFirst("[\\s\\x{A0}\\x{202F}.;:,–—-]+$", "");
        return shorter.isEmpty() ? words : shorter;
    }

    private static String line(List<Run> runs) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            line.append(runs.get(i).text());
            if (endsLink(runs, i) && !endsWith(line, runs.get(i).link().get()))
                line.append(" (").append(runs.get(i).link().get()).append(')');
        }
        return line.toString().replace('\n', ' ');
    }

    private static boolean endsWith(StringBuilder line, String end) {
        return line.length() >= end.length() && line.substring(line.length() - end.length()).equals(end);
    }

    private static boolean endsLink(List<Run> runs, int i) {
        return runs.get(i).link().isPresent() && (i + 1 == runs.size() || !runs.get(i + 1).link().equals(runs.get(i).link()));
    }

    /** Only addresses that can do no harm stay behind their words; others stand beside them, as text. */
    private static List<Run> withAddresses(List<Run> written) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Run run = written.get(i);
            boolean harmless = run.link().filter(url -> LINK.matcher(url).matches()).isPresent();
            runs.add(harmless ? run : new Run(run.text(), run.bold(), run.italic(), run.code(), Optional.empty()));
            if (!harmless && endsLink(written, i) && !run.text().strip().equals(run.link().get()))
                runs.add(Run.plain(" (" + run.link().get() + ")"));
        }
        return runs;
    }

    /** One kind of white space, none at the ends, and neighbours that look alike in one run. */
    private static List<Run> tidy(List<Run> written) {
        StringBuilder text = new StringBuilder();
        List<Run> looks = new ArrayList<>();
        for (Run run : written)
            for (char c : NO_TEXT.matcher(Letters.composed(run.text())).replaceAll("").toCharArray()) {
                boolean space = c <= ' ' || c == '\u0085' || c == '\u2028' || c == '\u2029';
                if (c == '\n')
                    strip(text, looks);
                if (!space || !text.isEmpty() && (c == '\n' || text.charAt(text.length() - 1) > ' ')) {
                    text.append(c == '\n' || !space ? c : ' ');
                    looks.add(run);
                }
            }
        strip(text, looks);
        List<Run> runs = new ArrayList<>();
        for (int from = 0, i = 1; i <= text.length(); i++)
            if (i == text.length() || !looks.get(i).looksLike(looks.get(from))) {
                runs.add(looks.get(from).with(text.substring(from, i)));
                from = i;
            }
        return runs;
    }

    /** A blank at the edge of a link is none of its words. */
    private static List<Run> outsideLinks(List<Run> written) {
        List<Run> runs = new ArrayList<>();
        for (Run run : written) {
            String words = run.link().isEmpty() ? run.text() : run.text().strip();
            int from = run.text().indexOf(words);
            if (from > 0)
                runs.add(Run.plain(run.text().substring(0, from)));
            if (!words.isEmpty())
                runs.add(run.with(words));
            if (from + words.length() < run.text().length())
                runs.add(Run.plain(run.text().substring(from + words.length())));
        }
        return runs;
    }

    private static void strip(StringBuilder text, List<Run> looks) {
        while (!text.isEmpty() && text.charAt(text.length() - 1) <= ' ') {
            text.setLength(text.length() - 1);
            looks.removeLast();
        }
    }
}
