package org.etabli.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.etabli.markdown.CharterEdits;
import org.etabli.markdown.CharterField;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.yaml.YamlEdits;
import org.etabli.yaml.YamlText;

/** An outline in the format of charters. */
final class CharterWriter {
    /** Deeper lists look like this one; Markdown readers go down into each level. */
    private static final int DEEPEST_LIST = 12;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    /** The number in front of a heading: an id outlives the order. */
    private static final Pattern NUMBER = Pattern.compile("^\\d[\\d.)]*\\s+");
    private static final Pattern ORDER = Pattern.compile("(\\d{1,4})[.)]\\s+(?=\\S)");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private final Report report;
    /** Whether the numbers of the headings are those that every document of a charter counts itself. */
    private final boolean counted;
    private final boolean ordered;
    private final StringBuilder out = new StringBuilder();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private final Map<String, Integer> tried = new HashMap<>();
    /** The last item of each open list, the deepest last. */
    private final List<Item> open = new ArrayList<>();

    /**
     * @param margin how far its text stands from the margin
     * @param number empty for a bullet
     * @param sign   behind the number: another one begins another list
     */
    private record Item(int margin, String number, char sign) {
    }

    private CharterWriter(Report report, boolean counted, boolean ordered) {
        this.report = report;
        this.counted = counted;
        this.ordered = ordered;
    }

    /** Whether the numbers of its commitments say no more than their places; so it is where there are none. */
    private static boolean isInOrder(Section item) {
        List<Matcher> numbers = item.below.stream().map(c -> ORDER.matcher(c.title)).toList();
        return numbers.stream().noneMatch(Matcher::lookingAt) || IntStream.range(0, numbers.size()).allMatch(i -> numbers.get(i).lookingAt() && numbers.get(i).group(1).equals(String.valueOf(i + 1)));
    }

    static String write(Outline outline, Lang lang, Report report) throws InvalidInputException {
        List<String> numbers = outline.principles().stream().map(p -> number(p.title)).toList();
        boolean counted = !numbers.isEmpty() && IntStream.range(0, numbers.size()).allMatch(i -> numbers.get(i).equals(String.valueOf(i + 1)));
        if (counted)
            report.warn("numbers", 0, String.join(", ", numbers));
        List<Section> items = outline.principles().stream().flatMap(p -> p.below.stream()).toList();
        boolean ordered = items.stream().anyMatch(item -> item.below.stream().anyMatch(c -> ORDER.matcher(c.title).lookingAt())) && items.stream().allMatch(CharterWriter::isInOrder);
        if (ordered)
            report.warn("commitment-numbers", 0);
        CharterWriter writer = new CharterWriter(report, counted, ordered);
        writer.out.append("---\n").append(front(outline.title(), lang)).append("---\n");
        writer.blocks(outline.preambleBlocks(), false);
        outline.principles().forEach(writer::collect);
        outline.principles().forEach(writer::section);
        return writer.out.toString();
    }

    private static String front(String title, Lang lang) throws InvalidInputException {
        YamlText bare = YamlText.parse("charter.md", "schema: etabli/charter/1\nid: " + CharterEdits.freshId(Set.of(), withoutNumber(title)) + "\ntitle: \"\"\nlanguage: "
                + lang.locale().getLanguage() + "\nversion: \"1\"\n");
        return YamlEdits.set(bare, List.of("title"), YamlEdits.words(title), null).apply(bare.text());
    }

    /** The number in front of a title, without the dot or bracket behind it; empty where there is none. */
    private static String number(String title) {
        Matcher number = NUMBER.matcher(title);
        return number.find() ? number.group().strip().replaceFirst("[.)]+$", "") : "";
    }

    /** Every document counts principles and commitments itself. */
    private String shown(Section section) {
        if (ordered && section.level == Section.COMMITMENT)
            return ORDER.matcher(section.title).lookingAt() ? ORDER.matcher(section.title).replaceFirst("") : section.title;
        return counted && section.level < Section.COMMITMENT && number(section.title).matches("\\d+") ? withoutNumber(section.title) : section.title;
    }

    private static String withoutNumber(String title) {
        return NUMBER.matcher(title).replaceFirst("");
    }

    /** The ids of the author come first, wherever they stand. */
    private void collect(Section section) {
        section.id.filter(id -> ID.matcher(id).matches()).ifPresent(taken::add);
        section.below.forEach(this::collect);
    }

    private void section(Section section) {
        out.append('\n').append("#".repeat(section.level)).append(' ').append(heading(shown(section))).append(" {#").append(id(section)).append("}\n");
        blocks(section.text, section.level == Section.COMMITMENT);
        section.below.forEach(this::section);
    }

    /** A title is no Markdown, but a link within the file would be taken for one. */
    private static String heading(String title) {
        return title.replace("](", "]\\(");
    }

    private String id(Section section) {
        Optional<String> own = section.id.filter(taken::contains);
        if (own.isPresent() && written.add(own.get()))
            return own.get();
        String fresh = CharterEdits.freshId(taken, withoutNumber(section.title), tried);
        taken.add(fresh);
        written.add(fresh);
        section.id.ifPresent(id -> report.info("id", section.line, id, fresh));
        return fresh;
    }

    // --- text ----------------------------------------------------------------------------------------------------

    private void blocks(List<Block> blocks, boolean commitment) {
        open.clear();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean goesOn = i > 0 && block instanceof Block.ListItem && blocks.get(i - 1) instanceof Block.ListItem;
            if (!goesOn)
                out.append('\n');
            switch (block) {
                case Block.ListItem item -> item(item);
                case Block.Paragraph p -> paragraph(p);
                case Block.Rows table -> table.rows().forEach(row -> line("", "- ", bullet(row)));
                case Block.Code code -> code(code);
                case Block.Fields fields -> fields(fields, commitment && i + 1 == blocks.size());
                case Block.Heading h -> throw new IllegalStateException("a heading among the words of a section");
            }
            if (!(block instanceof Block.ListItem || block instanceof Block.Paragraph))
                open.clear();
        }
    }

    /** A list of Markdown counts by itself: where the numbers do not go on, another list begins, which says its first number. */
    private void item(Block.ListItem item) {
        int depth = Math.min(Math.min(item.depth(), DEEPEST_LIST), open.size() + 1);
        if (item.depth() > DEEPEST_LIST)
            report.info("deep-list", item.line());
        Optional<Item> before = open.size() < depth ? Optional.empty() : Optional.of(open.get(depth - 1));
        boolean goesOn = before.filter(b -> goesOn(b.number, item.number())).isPresent();
        char sign = before.filter(b -> !goesOn && !b.number.isEmpty() && b.sign == '.').isPresent() ? ')' : goesOn ? before.get().sign : '.';
        // else it would be a line of the text above it
        if (!goesOn && !item.number().isEmpty() && !item.number().equals("1") && !(out.length() > 1 && out.charAt(out.length() - 2) == '\n'))
            out.append('\n');
        open.subList(depth - 1, open.size()).clear();
        String mark = item.number().isEmpty() ? "- " : item.number() + sign + " ";
        int margin = margin();
        line(" ".repeat(margin), mark, item.number().isEmpty() ? bullet(item.words()) : item.words().markdown());
        open.add(new Item(margin + mark.length(), item.number(), sign));
    }

    private static boolean goesOn(String number, String next) {
        return number.isEmpty() || next.isEmpty() ? number.equals(next) : Long.parseLong(next) == Long.parseLong(number) + 1;
    }

    /** Of what stands in the deepest open item. */
    private int margin() {
        return open.isEmpty() ? 0 : open.getLast().margin;
    }

    private void paragraph(Block.Paragraph p) {
        open.subList(Math.min(p.depth(), open.size()), open.size()).clear();
        line(" ".repeat(margin()), p.kind() == Block.Kind.QUOTED ? "> " : "", p.words().markdown());
    }

    /** Further lines stand below the first; a quotation goes on with its mark. */
    private void line(String margin, String mark, String markdown) {
        String further = margin + (mark.equals("> ") ? mark : " ".repeat(mark.length()));
        out.append(margin).append(mark).append(markdown.replace("\n", "\n" + further)).append('\n');
    }

    /** What is written like a field of ours is none. */
    private static String bullet(Words words) {
        String markdown = words.markdown();
        int colon = markdown.indexOf(':');
        return colon > 0 && CharterField.of(markdown.substring(0, colon)).isPresent() ? markdown.substring(0, colon) + "\\" + markdown.substring(colon) : markdown;
    }

    private void code(Block.Code code) {
        int longest = BACKTICKS.matcher(code.text()).results().mapToInt(r -> r.end() - r.start()).max().orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        out.append(fence).append('\n').append(code.text()).append(code.text().endsWith("\n") ? "" : "\n").append(fence).append('\n');
    }

    private void fields(Block.Fields fields, boolean ours) {
        if (ours)
            report.info("fields", fields.line());
        for (String field : fields.lines())
            line("", "- ", ours ? field : bullet(Words.of(field)));
    }
}
