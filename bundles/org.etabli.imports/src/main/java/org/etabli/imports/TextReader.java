package org.etabli.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain text: what is surely a heading or an item becomes one; when in doubt it is a paragraph. */
final class TextReader {
    private static final int LONGEST_HEADING = 100;
    private static final int LONGEST_PAGE = 40;
    private static final Pattern BULLET = Pattern.compile("([ \\t]*)([-*•–—▪◦‣●○■□►➢✓·\uF0B7\uF0A7])[ \\t\\x{A0}]+(?=\\S)");
    private static final Pattern NUMBERED = Pattern.compile("([ \\t]*)(\\d{1,3})[.)][ \\t\\x{A0}]+(?=\\S)");
    private static final Pattern LETTERED = Pattern.compile("([ \\t]*)(?:[a-zA-Z]|[ivx]{1,5})\\)[ \\t\\x{A0}]+(?=\\S)");
    private static final Pattern DECIMAL = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})+)\\.?[ \\t\\x{A0}]+\\S.*");
    private static final String RULES = "-=_*~#.•–—";
    private static final Pattern PAGE = Pattern.compile("[-– ]*(?:page|p\\.)?[ \\x{A0}]*\\d{1,4}(?:[ \\x{A0}]*(?:/|sur|of)[ \\x{A0}]*\\d{1,4})?[-– ]*", Pattern.CASE_INSENSITIVE);
    /** From the highest; those in one row stand beside each other. */
    private static final List<String> DIVISIONS = List.of("titre|title|partie|part|livre", "chapitre|chapter|axe", "principe|principle|section|thème|theme",
            "article|engagement|commitment|règle|rule");
    private static final List<Pattern> DIVISION = DIVISIONS.stream().map(words -> Pattern.compile("(?:" + words
            + ")[ \\x{A0}]+(?:n[°o][ \\x{A0}\\x{202F}]*)?(?:\\d{1,3}(?:er|ère|e)?(?:\\.\\d{1,3})*|[IVXLC]{1,7}|premier|première)(?:[ \\x{A0}\\x{202F}]*[-–—:.][ \\x{A0}]*.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)).toList();
    private static final int UNDERLINED = 1;
    private static final int CAPITALS = 10;
    private static final int DIVIDED = 11;
    private static final int COUNTED = 20;

    private final String[] lines;
    private final Report report;
    private final List<Block> blocks = new ArrayList<>();
    /** Where the texts of the open list items begin. */
    private final List<Integer> indents = new ArrayList<>();
    private final boolean numbersAreHeadings;

    private TextReader(String text, Report report) {
        this.lines = text.replace('\f', '\n').split("\n", -1);
        this.report = report;
        this.numbersAreHeadings = numbersAreHeadings();
    }

    static Source read(String text, Report report) {
        TextReader reader = new TextReader(text, report);
        reader.read();
        return new Source(Optional.empty(), reader.blocks);
    }

    private void read() {
        int at = 0;
        while (at < lines.length)
            if (isBlank(at))
                at++;
            else if (isRule(at)) {
                report.info("rule", at + 1, lines[at].strip());
                at++;
            } else
                at = block(at);
    }

    /** @return the line behind it */
    private int block(int at) {
        int underline = underline(at);
        if (underline > 0) {
            heading(at, underline);
            return at + 2;
        }
        if (isAlone(at) && blocks.isEmpty() && looksLikeTitle(at)) {
            heading(at, 0);
            return at + 1;
        }
        if (isAlone(at) && lines[at].strip().length() <= LONGEST_PAGE && PAGE.matcher(lines[at].strip()).matches()) {
            report.info("page", at + 1, lines[at].strip());
            return at + 1;
        }
        int level = level(at);
        if (level > 0) {
            heading(at, level);
            return at + 1;
        }
        return startsItem(at) ? item(at) : paragraph(at);
    }

    private void heading(int at, int level) {
        indents.clear();
        blocks.add(new Block.Heading(at + 1, level, Words.of(lines[at]), Optional.empty()));
    }

    /** A line of one sign, three times or more. */
    private boolean isRule(int at) {
        String line = lines[at].strip();
        if (line.length() < 3 || RULES.indexOf(line.charAt(0)) < 0)
            return false;
        return line.chars().allMatch(c -> c == line.charAt(0) || c == ' ' || c == '\t') && line.chars().filter(c -> c == line.charAt(0)).count() > 2;
    }

    // --- headings ------------------------------------------------------------------------------------------------

    private boolean isBlank(int at) {
        return at < 0 || at >= lines.length || lines[at].isBlank();
    }

    /** The first line of a paragraph of one line. */
    private boolean isAlone(int at) {
        return isBlank(at + 1) && startsParagraph(at);
    }

    private boolean startsParagraph(int at) {
        return isBlank(at - 1) || isRule(at - 1) || !blocks.isEmpty() && blocks.getLast() instanceof Block.Heading h && h.line() == at;
    }

    private static boolean isShort(String line) {
        return line.length() <= LONGEST_HEADING && !line.matches(".*[.;,:!?]") && line.chars().anyMatch(Character::isLetter);
    }

    /** A line as long as the one above it, about. */
    private int underline(int at) {
        String line = lines[at].strip();
        if (at + 1 >= lines.length || !startsParagraph(at) || !isShort(line) && !line.endsWith(":"))
            return 0;
        String below = lines[at + 1].strip();
        return below.matches("={3,}|-{3,}|~{3,}|_{3,}|\\*{3,}") && below.length() * 2 >= line.length() && below.length() <= line.length() + 20
                ? UNDERLINED + "=-~_*".indexOf(below.charAt(0))
                : 0;
    }

    private boolean looksLikeTitle(int at) {
        String line = lines[at].strip();
        return isShort(line) && level(at) == 0 && !startsItem(at) || isShort(line) && isCapitals(line);
    }

    /** 0 for no heading. */
    private int level(int at) {
        String line = lines[at].strip();
        if (!startsParagraph(at) || !isShort(line))
            return 0;
        for (int i = 0; i < DIVISION.size(); i++)
            if (DIVISION.get(i).matcher(line).matches() && (isBlank(at + 1) || !Character.isLowerCase(lines[at + 1].strip().charAt(0))))
                return DIVIDED + i;
        if (!isAlone(at))
            return 0;
        Matcher decimal = DECIMAL.matcher(line);
        if (decimal.matches())
            return COUNTED + (int) decimal.group(1).chars().filter(c -> c == '.').count();
        if (numbersAreHeadings && NUMBERED.matcher(line).lookingAt())
            return COUNTED;
        return isCapitals(line) && !startsItem(at) ? CAPITALS : 0;
    }

    private static boolean isCapitals(String line) {
        long letters = line.chars().filter(Character::isLetter).count();
        return letters >= 4 && line.chars().noneMatch(Character::isLowerCase);
    }

    /** Short numbered lines that stand alone are headings where most of them have something else below them; else a list. */
    private boolean numbersAreHeadings() {
        int alone = 0;
        int above = 0;
        for (int at = 0; at < lines.length; at++)
            if (!isBlank(at) && isBlank(at - 1) && isBlank(at + 1) && NUMBERED.matcher(lines[at]).lookingAt() && isShort(lines[at].strip())) {
                int next = at + 1;
                while (next < lines.length && isBlank(next))
                    next++;
                alone++;
                above += next < lines.length && !NUMBERED.matcher(lines[next]).lookingAt() ? 1 : 0;
            }
        return alone > 0 && above * 2 > alone;
    }

    // --- items and paragraphs ------------------------------------------------------------------------------------

    private boolean startsItem(int at) {
        return BULLET.matcher(lines[at]).lookingAt() || NUMBERED.matcher(lines[at]).lookingAt() || LETTERED.matcher(lines[at]).lookingAt();
    }

    /** Within a paragraph a dash or a number may be part of a sentence. */
    private boolean interrupts(int at, boolean inItem) {
        Matcher bullet = BULLET.matcher(lines[at]);
        if (bullet.lookingAt() && "–—".indexOf(bullet.group(2)) < 0)
            return true;
        return startsItem(at) && (inItem && "–—".indexOf(lines[at].strip().charAt(0)) < 0 || ":;.,".indexOf(lines[at - 1].strip().charAt(lines[at - 1].strip().length() - 1)) >= 0);
    }

    private int item(int at) {
        Matcher mark = BULLET.matcher(lines[at]);
        String number = "";
        boolean kept = false;
        if (!mark.lookingAt()) {
            mark = NUMBERED.matcher(lines[at]);
            if (mark.lookingAt()) {
                number = mark.group(2);
            } else {
                mark = LETTERED.matcher(lines[at]);
                kept = mark.lookingAt();
            }
        }
        int indent = width(mark.group(1));
        while (!indents.isEmpty() && indents.getLast() > indent)
            indents.removeLast();
        // a blank more or less is no level
        if (indents.isEmpty() || indents.getLast() + 1 < indent)
            indents.add(indent);
        int end = end(at, true);
        String words = lines[at].substring(kept ? mark.end(1) : mark.end()) + rest(at, end);
        Words said = Words.of(words);
        if (!said.isEmpty())
            blocks.add(new Block.ListItem(at + 1, indents.size(), number, said));
        return end;
    }

    private int paragraph(int at) {
        int end = end(at, false);
        int depth = 0;
        if (!indents.isEmpty()) {
            int indent = width(lines[at].substring(0, lines[at].length() - lines[at].stripLeading().length()));
            while (depth < indents.size() && indents.get(depth) < indent)
                depth++;
            indents.subList(depth, indents.size()).clear();
        }
        blocks.add(new Block.Paragraph(at + 1, depth, Block.Kind.PLAIN, Words.of(lines[at] + rest(at, end))));
        return end;
    }

    /** The line behind the last one that goes on. */
    private int end(int at, boolean inItem) {
        int end = at + 1;
        while (!isBlank(end) && !interrupts(end, inItem) && !isRule(end))
            end++;
        return end;
    }

    private String rest(int at, int end) {
        return " " + Arrays.stream(lines, at + 1, end).collect(Collectors.joining(" "));
    }

    private static int width(String blanks) {
        return blanks.chars().map(c -> c == '\t' ? 4 : 1).sum();
    }
}
