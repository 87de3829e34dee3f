package org.etabli.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * AsciiDoc of authors whom the user trusts: beside what {@link InertAsciidoc} leaves, tables, boxes, notes, quotations, terms with their
 * definitions, text in the letters of a machine, rules, links to the web and notes at the foot. A heading is a strong line, since clauses
 * are numbered by Établi. What would read a file, run, fetch or change the document around it (includes, pictures, passthroughs,
 * attributes, conditions) still comes out as the characters that were typed: trust is for people, and their file may have been changed.
 * Whatever was opened is closed, so that no clause can hide the next one.
 */
public final class TrustedAsciidoc {
    private static final Set<String> NOTES = Set.of("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION");
    private static final Pattern NOTE = Pattern.compile("(NOTE|TIP|IMPORTANT|WARNING|CAUTION): +(\\S.*)");
    private static final Pattern BOX = Pattern.compile("={4,}|\\*{4,}|--");
    private static final Pattern QUOTE = Pattern.compile("_{4,}");
    private static final Pattern VERBATIM = Pattern.compile("-{4,}|\\.{4,}|```[a-z]{0,20}");
    private static final Pattern COMMENT = Pattern.compile("/{4,}");
    private static final Pattern TABLE = Pattern.compile("\\|={3,}");
    private static final Pattern HEADING = Pattern.compile("={1,6} +(\\S.*)");
    private static final Pattern TITLE = Pattern.compile("\\.([^\\s.].*)");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\[([^\\[\\]]{0,400})\\]");
    private static final Pattern TERM = Pattern.compile("([^\\s:].{0,200}?)::(?:[ \\t]+(\\S.*))?");
    private static final Pattern COLUMNS = Pattern.compile("cols=\"?(?:(\\d{1,2})\\*|([\\d,]{1,60}))");
    private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");
    private static final int MOST_COLUMNS = 20;
    /** Deeper boxes look like the last level. */
    private static final int DEEPEST = 5;

    private final UnaryOperator<String> labels;
    private final List<String> out = new ArrayList<>();
    private final List<String> lines;
    private final int depth;
    private int at;

    private TrustedAsciidoc(List<String> lines, int depth, UnaryOperator<String> labels) {
        this.lines = lines;
        this.depth = depth;
        this.labels = labels;
    }

    /**
     * The same text with nothing in it that acts, blocks separated by one blank line.
     *
     * @param labels the word of the reader's language for {@code note}, {@code tip}, {@code important}, {@code warning}, {@code caution}
     */
    public static String of(String asciidoc, UnaryOperator<String> labels) {
        List<String> blocks = new TrustedAsciidoc(asciidoc.lines().map(String::stripTrailing).toList(), 0, labels).blocks();
        return String.join("\n\n", blocks) + (blocks.isEmpty() ? "" : "\n");
    }

    /** The blocks of a text that this class wrote, each whole: what stands between two fences is one. */
    public static List<String> blocksOf(String asciidoc) {
        List<String> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        String fence = "";
        for (String line : (asciidoc.strip() + "\n\n").split("\\R", -1)) {
            if (line.isBlank() && fence.isEmpty()) {
                if (!block.isEmpty())
                    blocks.add(String.join("\n", block));
                block.clear();
                continue;
            }
            block.add(line);
            if (fence.isEmpty() ? isFence(line) : line.equals(fence))
                fence = fence.isEmpty() ? line : "";
        }
        return blocks;
    }

    /** Whether a block is something else than a paragraph or a list. */
    public static boolean isFramed(String block) {
        return block.lines().limit(3).anyMatch(TrustedAsciidoc::isFence) || block.equals("'''") || TERM.matcher(block.lines().findFirst().orElse("")).matches();
    }

    private static boolean isFence(String line) {
        return line.length() > 3 && (BOX.matcher(line).matches() || QUOTE.matcher(line).matches() || TABLE.matcher(line).matches());
    }

    private List<String> blocks() {
        while (at < lines.size())
            if (lines.get(at).isBlank())
                at++;
            else
                block();
        return out;
    }

    private void block() {
        int start = at;
        String attributes = take(ATTRIBUTES).orElse("");
        Optional<String> title = take(TITLE);
        if (attributes.isEmpty() && title.isPresent())
            attributes = take(ATTRIBUTES).orElse("");
        if (at < lines.size() && framed(lines.get(at).strip(), attributes, title))
            return;
        // they belong to nothing that is known here: words like others
        at = start;
        plain();
    }

    private Optional<String> take(Pattern what) {
        Matcher line = what.matcher(at < lines.size() ? lines.get(at).strip() : "");
        if (!line.matches())
            return Optional.empty();
        at++;
        return Optional.of(line.group(1));
    }

    /** Whether something began here that is neither a paragraph nor a list; it is then written, and passed. */
    private boolean framed(String line, String attributes, Optional<String> title) {
        if (TABLE.matcher(line).matches()) {
            table(between(line), attributes, title);
        } else if (BOX.matcher(line).matches()) {
            box(between(line), NOTES.contains(attributes) ? Optional.of(label(attributes)) : Optional.empty(), title);
        } else if (QUOTE.matcher(line).matches()) {
            quote(between(line), attributes, title);
        } else if (VERBATIM.matcher(line).matches()) {
            title.ifPresent(t -> out.add(strong(t)));
            verbatim(between(line.startsWith("```") ? "```" : line));
        } else if (COMMENT.matcher(line).matches()) {
            between(line);
        } else if (NOTES.contains(attributes)) {
            box(paragraph(), Optional.of(label(attributes)), title);
        } else {
            return attributes.isEmpty() && title.isEmpty() && small(line);
        }
        return true;
    }

    private boolean small(String line) {
        Matcher note = NOTE.matcher(line);
        Matcher heading = HEADING.matcher(line);
        if (line.equals("'''")) {
            at++;
            out.add(line);
        } else if (line.startsWith("//") && !line.startsWith("///")) {
            at++;
        } else if (heading.matches()) {
            at++;
            out.add(strong(heading.group(1)));
        } else if (note.matches()) {
            List<String> words = paragraph();
            words.set(0, note.group(2));
            box(words, Optional.of(label(note.group(1))), Optional.empty());
        } else if (TERM.matcher(line).matches()) {
            terms();
        } else {
            return false;
        }
        return true;
    }

    private String label(String note) {
        return labels.apply(note.toLowerCase(Locale.ROOT));
    }

    /** What stands before the next line that is the same as this one, or before the end; behind it all goes on. */
    private List<String> between(String fence) {
        int first = ++at;
        while (at < lines.size() && !lines.get(at).strip().equals(fence))
            at++;
        List<String> inside = lines.subList(first, at);
        at++;
        return inside;
    }

    /** The lines up to the next blank one. */
    private List<String> paragraph() {
        List<String> words = new ArrayList<>();
        while (at < lines.size() && !lines.get(at).isBlank())
            words.add(lines.get(at++).strip());
        return words;
    }

    /** A paragraph or a list; a fence ends it, too, and begins what comes next. */
    private void plain() {
        List<String> words = new ArrayList<>();
        do
            words.add(lines.get(at++).strip());
        while (at < lines.size() && !lines.get(at).isBlank() && !opens(lines.get(at).strip()));
        out.add(InertAsciidoc.block(words, InertWords.TRUSTED));
    }

    private static boolean opens(String line) {
        return line.length() > 3 && (isFence(line) || VERBATIM.matcher(line).matches() || COMMENT.matcher(line).matches());
    }

    private static String strong(String words) {
        return FreeText.marked("**", InertWords.PLAIN.of(words.replaceAll("[*_]", "")));
    }

    private List<String> inner(List<String> inside) {
        return new TrustedAsciidoc(inside, depth + 1, labels).blocks();
    }

    private void box(List<String> inside, Optional<String> label, Optional<String> title) {
        List<String> blocks = new ArrayList<>();
        label.ifPresent(l -> blocks.add(strong(l)));
        title.ifPresent(t -> blocks.add(strong(t)));
        blocks.addAll(inner(inside));
        fenced("=", blocks);
    }

    /** Whoever is quoted stands below the words. */
    private void quote(List<String> inside, String attributes, Optional<String> title) {
        title.ifPresent(t -> out.add(strong(t)));
        List<String> blocks = new ArrayList<>(inner(inside));
        String said = Arrays.stream(attributes.split(",")).skip(1).map(w -> w.replace("\"", "").strip()).filter(w -> !w.isEmpty()).collect(Collectors.joining(", "));
        if (attributes.startsWith("quote") && !said.isEmpty())
            blocks.add("— " + Asciidoc.inline(said));
        fenced("_", blocks);
    }

    private void fenced(String sign, List<String> blocks) {
        if (blocks.isEmpty())
            return;
        if (depth >= DEEPEST) {
            out.addAll(blocks);
            return;
        }
        // the outermost is the longest: so none inside it can end it
        String fence = sign.repeat(4 + DEEPEST - depth);
        out.add(fence + "\n" + String.join("\n\n", blocks) + "\n" + fence);
    }

    /** Line by line as typed, with the blanks that begin a line. */
    private void verbatim(List<String> inside) {
        List<String> shown = inside.stream().map(l -> {
            String words = l.strip();
            return words.isEmpty() ? "{empty}" : "{nbsp}".repeat(Math.min(40, l.length() - l.stripLeading().length())) + FreeText.marked("``", FreeText.keepSpaces(words));
        }).toList();
        if (!shown.isEmpty())
            out.add(String.join(" +\n", shown));
    }

    private void terms() {
        StringBuilder list = new StringBuilder();
        while (at < lines.size() && !lines.get(at).isBlank() && !opens(lines.get(at).strip())) {
            String line = lines.get(at++).strip();
            Matcher term = TERM.matcher(line);
            if (term.matches())
                list.append(list.isEmpty() ? "" : "\n").append(InertWords.PLAIN.of(term.group(1)).strip()).append(":: ").append(words(term.group(2) == null ? "" : term.group(2)));
            else
                list.append(' ').append(words(line));
        }
        out.add(list.toString());
    }

    private static String words(String text) {
        String words = InertWords.TRUSTED.of(text).strip();
        return words.isEmpty() ? "{empty}" : words;
    }

    /** The cells in their order; what is missing in the last row is empty, since AsciiDoc would drop that row. */
    private void table(List<String> inside, String attributes, Optional<String> title) {
        List<String> cells = new ArrayList<>();
        int firstRow = 0;
        boolean headed = attributes.contains("header");
        for (String line : inside) {
            // a first row with a blank line behind it is the head
            headed |= line.isBlank() && firstRow > 0 && cells.size() == firstRow && line != inside.getLast();
            cells(line, cells);
            if (firstRow == 0)
                firstRow = cells.size();
        }
        if (cells.isEmpty())
            return;
        List<String> widths = widths(attributes, firstRow);
        while (cells.size() % widths.size() != 0)
            cells.add("");
        StringBuilder table = new StringBuilder();
        title.ifPresent(t -> table.append('.').append(InertWords.PLAIN.of(t).strip()).append('\n'));
        table.append('[').append(headed ? "%header," : "").append("cols=\"").append(String.join(",", widths)).append("\"]\n|===\n");
        cells.forEach(c -> table.append("| ").append(words(c)).append('\n'));
        out.add(table.append("|===").toString());
    }

    /** Adds the cells that begin in a line; what stands before the first belongs to the one before. */
    private static void cells(String line, List<String> cells) {
        String[] parts = CELL.split(line, -1);
        String before = parts[0].replace("\\|", "|").strip();
        if (!before.isEmpty() && cells.isEmpty())
            cells.add(before);
        else if (!before.isEmpty())
            cells.set(cells.size() - 1, (cells.getLast() + " " + before).strip());
        Arrays.stream(parts).skip(1).map(p -> p.replace("\\|", "|").strip()).forEach(cells::add);
    }

    private static List<String> widths(String attributes, int cellsOfFirstLine) {
        Matcher columns = COLUMNS.matcher(attributes);
        if (columns.find() && columns.group(1) != null)
            return Collections.nCopies(Math.clamp(Integer.parseInt(columns.group(1)), 1, MOST_COLUMNS), "1");
        if (columns.reset().find()) {
            List<String> named = Arrays.stream(columns.group(2).split(",")).filter(w -> w.matches("[1-9]\\d?")).limit(MOST_COLUMNS).toList();
            if (!named.isEmpty())
                return named;
        }
        return Collections.nCopies(Math.clamp(cellsOfFirstLine, 1, MOST_COLUMNS), "1");
    }
}
