package org.etabli.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * AsciiDoc, read line by line. Asciidoctor would drop comments, conditions and attributes without a word and needs seconds to
 * start; here every line is a block, part of one, or in the report. Nothing is included or executed.
 */
final class AsciidocReader {
    private static final Pattern HEADING = Pattern.compile("(={1,6}|#{1,6})[ \\t]+(\\S.*)");
    private static final Pattern ATTRIBUTE = Pattern.compile(":(!?[\\w][\\w-]*!?):(?:[ \\t]+(.*))?");
    private static final Pattern DIRECTIVE = Pattern.compile("(?:ifdef|ifndef|ifeval|endif)::\\S*\\[.*]");
    private static final Pattern INCLUDE = Pattern.compile("include::\\S.*\\[.*]");
    private static final Pattern MACRO = Pattern.compile("([a-zA-Z]\\w*)::(\\S*)\\[(.*)]");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\[(?:\\[[^\\[\\]]+]|[\\p{L}\\d_.#%{,\"'][^\\[\\]]*|)]");
    private static final Pattern ID = Pattern.compile("\\[(?:\\[|#)([a-z0-9]+(?:-[a-z0-9]+)*)]{1,2}");
    private static final Pattern TITLE = Pattern.compile("\\.([^\\s.].*)");
    private static final Pattern VERBATIM = Pattern.compile("-{4,}|\\.{4,}|\\+{4,}|```.*");
    private static final Pattern CONTAINER = Pattern.compile("={4,}|\\*{4,}|_{4,}|--");
    private static final Pattern TABLE = Pattern.compile("([|,:!])={3,}");
    private static final Pattern RULE = Pattern.compile("'{3,}|<{3,}|-{3}|\\*{3}|- - -|\\* \\* \\*");
    private static final Pattern UNORDERED = Pattern.compile("[ \\t]*(-|\\*{1,5}|•)[ \\t]+(\\S.*)");
    private static final Pattern ORDERED = Pattern.compile("[ \\t]*(\\.{1,5}|\\d+\\.)[ \\t]+(\\S.*)");
    private static final Pattern LETTERED = Pattern.compile("[ \\t]*((?:[a-zA-Z]\\.|[ivxIVX]+\\)|<\\d+>|<\\.>)[ \\t]+\\S.*)");
    private static final Pattern DESCRIPTION = Pattern.compile("[ \\t]*(\\S.*?)(:{2,4}|;;)(?:[ \\t]+(.*))?");
    private static final Pattern CELL = Pattern.compile("(?:\\d+\\*|(?:\\d+)?(?:\\.\\d+)?\\+)?[<^>]?(?:\\.[<^>])?[adehlmsv]?$");
    private static final int LONGEST_FORM = 20;
    private static final Pattern START = Pattern.compile("\\bstart=[\"']?(\\d{1,6})");
    private static final Pattern STYLE = Pattern.compile("\\b(arabic|decimal|loweralpha|upperalpha|lowerroman|upperroman|lowergreek)\\b");
    /** How a list counts that says nothing, by the number of its dots. */
    private static final List<String> STYLES = List.of("arabic", "loweralpha", "lowerroman", "upperalpha", "upperroman");
    private static final Pattern COLUMNS = Pattern.compile("cols=\"?([^\"\\]]*)\"?");

    /** A block between two delimiters, within which lists begin anew. */
    private record Container(String delimiter, int line, List<Level> levels, int base) {
    }

    /** An open list: what its items begin with, how they are counted, and the number of the last one. */
    private static final class Level {
        private final String marker;
        private final String style;
        private int count;

        private Level(String marker, String style, int start) {
            this.marker = marker;
            this.style = style;
            this.count = start - 1;
        }
    }

    private final String[] lines;
    private final Report report;
    private final AsciidocInline inline;
    private final List<Block> blocks = new ArrayList<>();
    private final Deque<Container> containers = new ArrayDeque<>();
    /** From the highest; a marker that none of them has begins a deeper list. */
    private List<Level> levels = new ArrayList<>();
    /** The depth of the list item that the container belongs to. */
    private int base;
    /** The depth of the list item that a plus ties the next block to. */
    private int tied;
    private Optional<String> id = Optional.empty();
    private boolean discrete;
    private int columns;
    /** What a line of attributes says of the list below it. */
    private String style = "";
    private int start;
    private boolean reversed;
    private int at;

    private AsciidocReader(String text, Report report) {
        this.lines = text.split("\n", -1);
        Arrays.setAll(lines, i -> lines[i].stripTrailing());
        this.report = report;
        this.inline = new AsciidocInline(report);
    }

    static Source read(String text, Report report) {
        AsciidocReader reader = new AsciidocReader(text, report);
        while (reader.at < reader.lines.length)
            reader.block();
        reader.containers.forEach(c -> report.warn("open-block", c.line, c.delimiter));
        return new Source(Optional.empty(), reader.blocks);
    }

    private void block() {
        String line = lines[at];
        if (line.isEmpty()) {
            at++;
        } else if (line.startsWith("//") && !line.startsWith("///") || line.matches("/{4,}")) {
            comment();
        } else if (!metadata(line) && !delimited(line) && !heading(line) && !macro(line) && !item(line)) {
            paragraph();
        }
    }

    private boolean forgets(boolean done) {
        id = Optional.empty();
        discrete = false;
        style = "";
        start = 0;
        reversed = false;
        return done;
    }

    private int line() {
        return at + 1;
    }

    /** Where a block stands that is no list: tied to an item, or at the margin of its container. */
    private int depth() {
        int depth = tied > 0 ? tied : base;
        if (tied == 0)
            levels.clear();
        tied = 0;
        return depth;
    }

    private void add(int line, int depth, Block.Kind kind, Words words) {
        if (!words.isEmpty())
            blocks.add(new Block.Paragraph(line, depth, kind, words));
    }

    // --- what nobody sees ----------------------------------------------------------------------------------------

    private void comment() {
        int from = at++;
        if (lines[from].matches("/{4,}")) {
            int end = end(lines[from]);
            report.warn("comment", from + 1, between(at, end));
            at = end + 1;
        } else {
            report.warn("comment", from + 1, lines[from].substring(2).strip());
        }
    }

    /** The line that closes a block, or the last one. */
    private int end(String delimiter) {
        int end = at;
        while (end < lines.length && !lines[end].equals(delimiter))
            end++;
        if (end == lines.length)
            report.warn("open-block", at, delimiter);
        return end;
    }

    private String between(int from, int end) {
        return Arrays.stream(lines, from, Math.min(end, lines.length)).collect(Collectors.joining("\n"));
    }

    private boolean metadata(String line) {
        Matcher attribute = ATTRIBUTE.matcher(line);
        Matcher ownId = ID.matcher(line);
        if (attribute.matches()) {
            attribute(attribute);
        } else if (isDirective(line)) {
            report.warn("directive", line(), line);
            at++;
        } else if (isInclude(line)) {
            report.warn("include", line());
            add(line(), depth(), Block.Kind.ASIDE, Words.of(line));
            at++;
        } else if (ownId.matches()) {
            id = Optional.of(ownId.group(1));
            at++;
        } else if (ATTRIBUTES.matcher(line).matches()) {
            discrete |= line.matches("\\[(?:discrete|float)\\b.*");
            Matcher cols = COLUMNS.matcher(line);
            columns = cols.find() ? columns(cols.group(1)) : columns;
            counted(line);
            report.info("attributes", line(), line);
            at++;
        } else {
            return false;
        }
        return true;
    }

    private void counted(String attributes) {
        Matcher first = START.matcher(attributes);
        start = first.find() ? Integer.parseInt(first.group(1)) : start;
        Matcher form = STYLE.matcher(attributes);
        style = form.find() ? form.group(1) : style;
        reversed |= attributes.contains("%reversed") || attributes.contains("reversed-option");
    }

    /** Lines that have no end are told before a pattern would look for it from every bracket. */
    private static boolean isDirective(String line) {
        return line.endsWith("]") && DIRECTIVE.matcher(line).matches();
    }

    private static boolean isInclude(String line) {
        return line.endsWith("]") && INCLUDE.matcher(line).matches();
    }

    private static int columns(String cols) {
        Matcher times = Pattern.compile("(\\d{1,3})\\*.*").matcher(cols.strip());
        return times.matches() ? Integer.parseInt(times.group(1)) : cols.split("[,;]").length;
    }

    private void attribute(Matcher first) {
        int from = at;
        StringBuilder value = new StringBuilder(first.group(2) == null ? "" : first.group(2));
        while ((lines[at].endsWith(" \\") || lines[at].endsWith(" +")) && at + 1 < lines.length) {
            value.setLength(value.length() - 1);
            value.append(lines[++at].strip());
        }
        at++;
        report.info("attribute", from + 1, first.group(1), value.toString().strip());
        inline.define(first.group(1), value.toString().strip());
    }

    // --- blocks between lines ------------------------------------------------------------------------------------

    private boolean delimited(String line) {
        if (TABLE.matcher(line).matches())
            table(line);
        else if (VERBATIM.matcher(line).matches())
            verbatim(line);
        else if (CONTAINER.matcher(line).matches())
            container(line);
        else if (RULE.matcher(line).matches()) {
            report.info("rule", line(), line);
            at++;
        } else
            return false;
        return forgets(true);
    }

    private void verbatim(String line) {
        int from = at++;
        int end = end(line.startsWith("```") ? "```" : line);
        report.info("code", from + 1, line.startsWith("```") ? line.substring(3) : "");
        depth();
        if (end > at)
            blocks.add(new Block.Code(from + 1, between(at, end)));
        at = end + 1;
    }

    private void container(String line) {
        if (containers.stream().anyMatch(c -> c.delimiter.equals(line))) {
            Container closed = containers.pop();
            while (!closed.delimiter.equals(line)) {
                report.warn("open-block", closed.line, closed.delimiter);
                closed = containers.pop();
            }
            levels = closed.levels;
            base = closed.base;
        } else {
            report.info("block", line(), line);
            int depth = depth();
            containers.push(new Container(line, line(), levels, base));
            levels = new ArrayList<>();
            base = depth;
        }
        at++;
    }

    private void table(String line) {
        int from = at++;
        int end = end(line);
        depth();
        report.warn("table", from + 1);
        List<Words> rows = new ArrayList<>();
        if (line.startsWith("|") || line.startsWith("!")) {
            rows(line.charAt(0), at, end, rows);
        } else {
            for (int i = at; i < end; i++)
                rows.add(inline.words(lines[i], i + 1));
        }
        blocks.add(new Block.Rows(from + 1, rows.stream().filter(r -> !r.isEmpty()).toList()));
        columns = 0;
        at = end + 1;
    }

    /** A cell goes on to the next bar; how many make a row is said above, or by the first line. */
    private void rows(char bar, int from, int end, List<Words> rows) {
        List<StringBuilder> cells = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = from; i < end; i++) {
            List<String> parts = split(lines[i], bar);
            if (!parts.getFirst().isBlank() && cells.isEmpty())
                rows.add(inline.words(parts.getFirst(), i + 1));
            else if (!cells.isEmpty())
                cells.getLast().append('\n').append(parts.getFirst());
            for (String part : parts.subList(1, parts.size())) {
                cells.add(new StringBuilder(part));
                places.add(i + 1);
            }
            if (columns == 0 && !cells.isEmpty())
                columns = cells.size();
        }
        for (int i = 0; i < cells.size(); i += columns) {
            List<Run> runs = new ArrayList<>();
            for (int cell = i; cell < Math.min(i + columns, cells.size()); cell++) {
                if (cell > i)
                    runs.add(Run.plain(" | "));
                runs.addAll(inline.runs(cells.get(cell).toString().strip(), places.get(cell)));
            }
            rows.add(Words.of(runs));
        }
    }

    /** What stands before the first bar, then the cells; a cell's form in front of its bar is left out. */
    private static List<String> split(String line, char bar) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < line.length(); i++)
            if (line.charAt(i) == '\\' && i + 1 < line.length() && line.charAt(i + 1) == bar) {
                part.append(bar);
                i++;
            } else if (line.charAt(i) == bar) {
                parts.add(withoutForm(part.toString()));
                part.setLength(0);
            } else {
                part.append(line.charAt(i));
            }
        parts.add(part.toString());
        return parts;
    }

    private static String withoutForm(String cell) {
        Matcher form = CELL.matcher(cell).region(Math.max(0, cell.length() - LONGEST_FORM), cell.length());
        return form.find() && (form.start() == 0 || Character.isWhitespace(cell.charAt(form.start() - 1))) ? cell.substring(0, form.start()) : cell;
    }

    // --- headings ------------------------------------------------------------------------------------------------

    private boolean heading(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            String words = heading.group(2);
            String tail = " " + heading.group(1);
            heading(heading.group(1).length() - 1, words.endsWith(tail) ? words.substring(0, words.length() - tail.length()) : words, 1);
        } else if (underline(line) >= 0) {
            heading(underline(line), line, 2);
        } else {
            return false;
        }
        return forgets(true);
    }

    /** The level that the line below gives to this one, or -1. */
    private int underline(String line) {
        String below = at + 1 < lines.length ? lines[at + 1] : "";
        boolean fits = below.matches("={2,}|-{2,}|~{2,}|\\^{2,}|\\+{2,}") && Math.abs(below.length() - line.codePointCount(0, line.length())) <= 1;
        return fits && line.chars().anyMatch(Character::isLetterOrDigit) && !Character.isWhitespace(line.charAt(0)) ? "=-~^+".indexOf(below.charAt(0)) : -1;
    }

    private void heading(int level, String words, int height) {
        int line = line();
        at += height;
        // the attributes below the title of the document may stand in it
        if (level == 0 && blocks.isEmpty())
            while (at < lines.length && !lines[at].isEmpty())
                header();
        Words title = inline.words(words, line);
        int depth = depth();
        if (title.isEmpty() && id.isEmpty())
            return;
        if (discrete || !containers.isEmpty()) {
            report.info("heading-inside", line, title.line());
            add(line, depth, Block.Kind.ASIDE, title.strong());
            return;
        }
        blocks.add(new Block.Heading(line, level, title, id));
    }

    /** Below the title stand the authors and the version. */
    private void header() {
        String line = lines[at];
        if (line.startsWith("//"))
            comment();
        else if (!metadata(line)) {
            report.info("author", line(), line);
            at++;
        }
    }

    // --- lists and paragraphs ------------------------------------------------------------------------------------

    private boolean macro(String line) {
        Matcher macro = MACRO.matcher(line);
        Matcher title = TITLE.matcher(line);
        if (title.matches()) {
            int from = line();
            at++;
            Words words = inline.words(title.group(1), from);
            report.info("block-title", from, words.line());
            add(from, tied > 0 ? tied : base, Block.Kind.ASIDE, words.strong());
            return true;
        }
        if (!line.endsWith("]") || !macro.matches())
            return false;
        int depth = depth();
        if (macro.group(1).equals("image")) {
            report.warn("image", line(), macro.group(2));
            String[] given = macro.group(3).split(",", 2);
            add(line(), depth, Block.Kind.ASIDE, Words.of(given[0].replaceAll("^(?:alt=)?\"|\"$", "")));
            if (given.length > 1)
                report.info("attributes", line(), given[1]);
        } else {
            report.warn("macro", line());
            add(line(), depth, Block.Kind.ASIDE, Words.of(line));
        }
        at++;
        return forgets(true);
    }

    private boolean item(String line) {
        if (line.equals("+")) {
            tied = base + levels.size();
            at++;
            return true;
        }
        Matcher unordered = UNORDERED.matcher(line);
        Matcher ordered = ORDERED.matcher(line);
        Matcher lettered = LETTERED.matcher(line);
        Matcher description = DESCRIPTION.matcher(line);
        if (unordered.matches())
            item(unordered.group(1), "", unordered.group(2));
        else if (ordered.matches())
            item(ordered.group(1).replaceAll("\\d+", "1"), ordered.group(1).replaceAll("\\D", ""), ordered.group(2));
        else if (lettered.matches())
            item("a", "", lettered.group(1));
        else if (description.matches())
            description(description);
        else
            return false;
        return forgets(true);
    }

    /** @param number that is written; empty where there is none, or where it is to be counted */
    private void item(String marker, String number, String words) {
        Level level = open(marker);
        int from = line();
        level.count = number.isEmpty() ? level.count + 1 : Integer.parseInt(number.substring(0, Math.min(number.length(), 9)));
        Optional<String> label = marker.startsWith(".") || marker.equals("1.") ? Numerals.of(level.count, level.style) : Optional.of("");
        if (label.isEmpty())
            report.warn("numbering", from);
        at++;
        String text = words + further(true);
        List<Run> runs = inline.runs(text, from);
        boolean digits = label.filter(l -> l.equals(String.valueOf(level.count))).isPresent();
        if (!Words.isBlank(runs)) {
            if (!digits && !label.orElse("").isEmpty())
                runs.addFirst(Run.plain(label.get() + ". "));
            blocks.add(new Block.ListItem(from, base + levels.size(), digits ? label.get() : "", Words.of(runs)));
        }
    }

    private Level open(String marker) {
        tied = 0;
        int known = 0;
        while (known < levels.size() && !levels.get(known).marker.equals(marker))
            known++;
        if (known == levels.size())
            levels.add(new Level(marker, reversed ? "reversed" : !style.isEmpty() ? style : marker.startsWith(".") ? STYLES.get(marker.length() - 1) : "arabic", Math.max(start, start == 0 ? 1 : 0)));
        levels.subList(known + 1, levels.size()).clear();
        return levels.getLast();
    }

    private void description(Matcher term) {
        open(term.group(2));
        int from = line();
        at++;
        String text = (term.group(3) == null ? "" : term.group(3)) + further(true);
        List<Run> runs = new ArrayList<>();
        for (Run run : inline.runs(term.group(1), from))
            runs.add(new Run(run.text(), true, run.italic(), run.code(), run.link()));
        if (!text.isBlank()) {
            runs.add(Run.plain(" : "));
            runs.addAll(inline.runs(text.strip(), from));
        } else {
            // what is said of the term may stand below a blank line
            tied = base + levels.size();
        }
        blocks.add(new Block.ListItem(from, base + levels.size(), "", Words.of(runs)));
    }

    /** The lines that go on, each behind a line end. */
    private String further(boolean inItem) {
        StringBuilder text = new StringBuilder();
        while (at < lines.length && !lines[at].isEmpty() && !(inItem && ends(lines[at]))) {
            String line = lines[at];
            if (line.startsWith("//") && !line.startsWith("///")) {
                comment();
                continue;
            }
            if (interrupts(line))
                break;
            text.append('\n').append(inItem ? line.strip() : line);
            at++;
        }
        return text.toString();
    }

    private static boolean ends(String line) {
        return line.equals("+") || UNORDERED.matcher(line).matches() || ORDERED.matcher(line).matches() || LETTERED.matcher(line).matches() || DESCRIPTION.matcher(line).matches();
    }

    private boolean interrupts(String line) {
        return ATTRIBUTES.matcher(line).matches() || isDirective(line) || isInclude(line) || TABLE.matcher(line).matches()
                || VERBATIM.matcher(line).matches() || CONTAINER.matcher(line).matches() || line.matches("/{4,}");
    }

    private void paragraph() {
        int from = line();
        String first = lines[at++];
        boolean literal = Character.isWhitespace(first.charAt(0));
        String text = first + further(!levels.isEmpty() && tied > 0);
        int depth = depth();
        if (literal) {
            report.info("code", from, "");
            blocks.add(new Block.Code(from, text));
        } else {
            add(from, depth, containers.stream().anyMatch(c -> c.delimiter.startsWith("_")) ? Block.Kind.QUOTED : Block.Kind.PLAIN, inline.words(text, from));
        }
        forgets(true);
    }
}
