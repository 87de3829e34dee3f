package org.etabli.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.markdown.CharterText.Field;
import org.etabli.markdown.CharterText.Section;
import org.etabli.model.Charter;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.Letters;
import org.etabli.yaml.Node.Span;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlEdits;
import org.etabli.yaml.YamlText;

/**
 * What a form changes in a charter, as the smallest edit of its text. Whatever the form does not know stays as it is. Each edit
 * is proved: the text after it says exactly what was wanted, and the same as before everywhere else; an edit that would not is
 * refused with an {@link IllegalStateException} before anybody sees it. Sections and fields must be those of the given text.
 */
public final class CharterEdits {
    private static final int LONGEST_ID = 40;

    private final CharterText charter;
    private final String text;
    private final String newline;

    private CharterEdits(CharterText charter) {
        this.charter = charter;
        this.text = charter.text();
        this.newline = text.contains("\r\n") ? "\r\n" : "\n";
    }

    // --- the front matter ----------------------------------------------------------------------------------------

    /** Gives a value of the front matter; an empty text takes it away. */
    public static TextEdit front(CharterText charter, List<String> path, String value) {
        return front(charter, before -> value.isEmpty() ? YamlEdits.remove(before, path).orElse(nothing())
                : YamlEdits.set(before, path, YamlEdits.words(value), null));
    }

    /** Writes down that this version was adopted, with the {@link CharterSeal seal} of the text as it is. */
    public static TextEdit adopt(CharterText charter, Charter.Adoption adoption) {
        Map<String, YamlEdits.Content> fields = new LinkedHashMap<>();
        fields.put("on", YamlEdits.words(adoption.on().toString()));
        fields.put("deliberation", YamlEdits.words(adoption.deliberation()));
        fields.put("by", YamlEdits.words(adoption.by()));
        fields.put("text", YamlEdits.words(CharterSeal.of(charter, adoption)));
        return front(charter, before -> YamlEdits.set(before, List.of("adoption"), new YamlEdits.Content.Fields(fields), null));
    }

    /** Begins another version of an adopted charter. */
    public static TextEdit revise(CharterText charter, String version) {
        TextEdit unadopted = front(charter, List.of("adoption"), "");
        CharterText draft = CharterText.parse(charter.name(), unadopted.apply(charter.text()));
        return between(charter.text(), front(draft, List.of("version"), version).apply(draft.text()));
    }

    /** The one edit that makes a text of another. */
    private static TextEdit between(String before, String after) {
        int same = Arrays.mismatch(before.toCharArray(), after.toCharArray());
        if (same < 0)
            return nothing();
        int tail = 0;
        while (tail < Math.min(before.length(), after.length()) - same && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail))
            tail++;
        return new TextEdit(same, before.length() - tail - same, after.substring(same, after.length() - tail));
    }

    private interface FrontEdit {
        TextEdit of(YamlText front) throws InvalidInputException;
    }

    private static TextEdit front(CharterText charter, FrontEdit making) {
        YamlText before = charter.frontMatter().orElseThrow(() -> new IllegalStateException("the front matter of " + charter.name() + " cannot be read"));
        try {
            TextEdit edit = making.of(before);
            // YamlEdits has proved that the front matter says what it should; nothing below it may move
            CharterText after = CharterText.parse(charter.name(), edit.apply(charter.text()));
            if (!after.frontMatter().map(YamlText::text).equals(Optional.of(edit.apply(before.text()))) || !shape(after).equals(shape(charter)))
                throw new IllegalStateException("this cannot be said in the front matter of " + charter.name() + " by a small edit");
            return edit;
        } catch (InvalidInputException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- words ---------------------------------------------------------------------------------------------------

    /** The text before the first heading. */
    public static TextEdit preamble(CharterText charter, String markdown) {
        CharterEdits edits = new CharterEdits(charter);
        Shape wanted = shape(charter);
        String said = said(markdown);
        int next = charter.sections().isEmpty() ? charter.text().length() : edits.lineStart(charter.sections().getFirst().heading().offset());
        if (said.isEmpty() && charter.preamble().length() > 0) {
            int from = next < charter.text().length() ? charter.preamble().offset() : charter.body();
            return first(charter, wanted.with(said), Stream.of(new TextEdit(from, next - from, "")));
        }
        return first(charter, wanted.with(said), edits.passage(charter.preamble(), charter.body(), said));
    }

    /** The text of a principle, an item or a commitment. */
    public static TextEdit text(CharterText charter, Section section, String markdown) {
        CharterEdits edits = new CharterEdits(charter);
        String said = said(markdown);
        return first(charter, shape(charter).with(section, section.id(), section.title(), said, lines(section)),
                edits.passage(section.textAt(), section.heading().end(), said));
    }

    /** Another title; the id stays. */
    public static TextEdit title(CharterText charter, Section section, String title) {
        String words = CharterParser.oneLine(title);
        if (words.isEmpty())
            throw new IllegalStateException("a heading without words");
        Span at = section.titleAt();
        String space = at.length() > 0 || section.idAt().isEmpty() ? "" : " ";
        String before = charter.text().charAt(at.offset() - 1) == '#' ? " " : "";
        return first(charter, shape(charter).with(section, section.id(), words, section.text(), lines(section)),
                Stream.of(new TextEdit(at.offset(), at.length(), before + words + space), new TextEdit(at.offset(), at.length(), before + words)));
    }

    /** Gives an id, made from its title, to a section that has none, or one that is no id, or one that another has already. */
    public static TextEdit id(CharterText charter, Section section) {
        String id = freshId(charter, section.title());
        Shape wanted = shape(charter).with(section, id, section.title(), section.text(), lines(section));
        return first(charter, wanted, Stream.of(section.idAt().map(at -> new TextEdit(at.offset(), at.length(), id))
                .orElseGet(() -> new TextEdit(section.titleAt().end(), 0, " {#" + id + "}"))));
    }

    /** An id that no section has, made of the words of a title. */
    public static String freshId(CharterText charter, String title) {
        return freshId(charter.sections().stream().map(Section::id).collect(Collectors.toSet()), title);
    }

    /** An id that is not taken, made of the words of a title. */
    public static String freshId(Set<String> taken, String title) {
        return freshId(taken, title, new HashMap<>());
    }

    /** @param tried how far the numbers behind the words of ids have come, for many titles that are the same */
    public static String freshId(Set<String> taken, String title, Map<String, Integer> tried) {
        String plain = Letters.slug(title);
        if (plain.length() > LONGEST_ID) {
            int cut = plain.lastIndexOf('-', LONGEST_ID);
            plain = plain.substring(0, cut > 0 ? cut : LONGEST_ID);
        }
        String base = plain.isEmpty() ? "section" : plain;
        String id = base;
        while (taken.contains(id))
            id = base + "-" + tried.merge(base, 2, (last, first) -> last + 1);
        return id;
    }

    // --- fields --------------------------------------------------------------------------------------------------

    public static TextEdit level(CharterText charter, Section commitment, Optional<Charter.Level> level) {
        Lang lang = commitment.fields(CharterField.LEVEL).findFirst().map(f -> CharterField.language(f.key())).orElse(charter.language());
        return field(charter, commitment, CharterField.LEVEL, level.map(l -> l.word().in(lang)).stream().toList());
    }

    /**
     * Gives all the values of a field: lines are changed, added and taken away so that they are these.
     *
     * @param values one at most where the form is {@link CharterField.Form#ONE}; ids one by one; conditions as they are written.
     *            Empty ones are left out
     */
    public static TextEdit field(CharterText charter, Section commitment, CharterField kind, List<String> values) {
        if (commitment.level() != CharterParser.DEEPEST)
            throw new IllegalStateException("only a commitment has fields");
        List<String> wanted = values.stream().map(CharterParser::oneLine).filter(v -> !v.isEmpty()).toList();
        CharterEdits edits = new CharterEdits(charter);
        refuse(commitment, kind, wanted);
        if (wanted.equals(kind.form() == CharterField.Form.IDS ? CharterParser.ids(commitment, kind) : CharterParser.values(commitment, kind).toList()))
            return nothing();
        List<String> lines = kind.form() == CharterField.Form.IDS && !wanted.isEmpty() ? List.of(String.join(", ", wanted)) : wanted;
        return edits.lines(commitment, kind, lines);
    }

    /** Takes a line of the fields away. */
    public static TextEdit remove(CharterText charter, Section commitment, Field field) {
        CharterEdits edits = new CharterEdits(charter);
        List<Line> left = new ArrayList<>(lines(commitment));
        left.remove(index(commitment, field));
        return first(charter, shape(charter).with(commitment, commitment.id(), commitment.title(), commitment.text(), left),
                Stream.of(left.isEmpty() ? edits.withBlankLinesAbove(commitment) : edits.withLine(field)));
    }

    private static void refuse(Section commitment, CharterField kind, List<String> values) {
        boolean readable = switch (kind.form()) {
            case ONE -> values.size() < 2 && (kind != CharterField.LEVEL || values.stream().allMatch(v -> Charter.Level.of(v).isPresent()));
            case SEVERAL -> true;
            case IDS -> values.stream().allMatch(v -> v.matches("[^\\s,]+"));
            // a line that is there already may stay, readable or not
            case CONDITIONS -> values.stream().allMatch(v -> CharterConditions.read(v).isPresent() || commitment.fields(kind).anyMatch(f -> f.value().equals(v)));
        };
        if (!readable)
            throw new IllegalStateException("no value of " + kind + ": " + values);
    }

    /** What both lists have at their ends is not touched. */
    private TextEdit lines(Section s, CharterField kind, List<String> values) {
        List<Field> old = s.fields(kind).toList();
        int same = 0;
        while (same < Math.min(old.size(), values.size()) && old.get(same).value().equals(values.get(same)))
            same++;
        int tail = 0;
        while (tail < Math.min(old.size(), values.size()) - same && old.get(old.size() - 1 - tail).value().equals(values.get(values.size() - 1 - tail)))
            tail++;
        List<Field> gone = new ArrayList<>(old.subList(same, old.size() - tail));
        List<String> come = new ArrayList<>(values.subList(same, values.size() - tail));
        List<Line> after = new ArrayList<>(lines(s));
        List<TextEdit> edits = new ArrayList<>();
        int behind = same == 0 ? -1 : index(s, old.get(same - 1));
        while (!gone.isEmpty() && !come.isEmpty()) {
            Field changed = gone.removeFirst();
            behind = index(s, changed);
            after.set(behind, new Line(changed.key(), come.getFirst()));
            edits.add(value(changed, come.removeFirst()));
        }
        if (!come.isEmpty()) {
            if (behind < 0)
                behind = tail > 0 ? index(s, old.get(old.size() - tail)) - 1 : place(s, kind);
            String key = old.isEmpty() ? kind.in(charter.language()) : old.getFirst().key();
            edits.add(insert(s, behind, key, come));
            after.addAll(behind + 1, come.stream().map(v -> new Line(key, v)).toList());
        }
        // what is only taken away has moved nothing yet; equal lines may be there twice
        gone.reversed().forEach(f -> after.remove(index(s, f)));
        if (!gone.isEmpty() && after.isEmpty())
            edits.add(withBlankLinesAbove(s));
        else
            gone.forEach(f -> edits.add(withLine(f)));
        return first(charter, shape(charter).with(s, s.id(), s.title(), s.text(), after), Stream.of(joined(edits)));
    }

    private static int index(Section s, Field field) {
        return s.fields().indexOf(field);
    }

    private TextEdit value(Field field, String value) {
        boolean tight = field.valueAt().length() == 0 && text.charAt(field.valueAt().offset() - 1) == ':';
        return new TextEdit(field.valueAt().offset(), field.valueAt().length(), (tight ? " " : "") + value);
    }

    /** Behind the fields that usually stand before it: their index, or -1 for the top. */
    private static int place(Section s, CharterField kind) {
        int place = -1;
        for (int i = 0; i < s.fields().size(); i++)
            if (s.fields().get(i).kind().filter(k -> k.compareTo(kind) > 0).isPresent())
                return place;
            else
                place = i;
        return place;
    }

    private TextEdit insert(Section s, int behind, String key, List<String> values) {
        Optional<Field> model = s.fields().isEmpty() ? Optional.empty() : Optional.of(s.fields().get(Math.max(behind, 0)));
        String dash = model.map(f -> text.substring(lineStart(f.item().offset()), f.item().offset()) + text.charAt(f.item().offset())).orElse("-") + " ";
        String colon = CharterField.language(key) == Lang.FR && charter.language() == Lang.FR ? " : " : ": ";
        String lines = values.stream().map(v -> dash + key + colon + v).collect(Collectors.joining(newline));
        if (model.isEmpty())
            return new TextEdit(endOfWords(s), 0, newline + newline + lines);
        return behind < 0 ? new TextEdit(lineStart(model.get().item().offset()), 0, lines + newline) : new TextEdit(model.get().item().end(), 0, newline + lines);
    }

    private TextEdit withLine(Field field) {
        int from = lineStart(field.item().offset());
        int end = lineEnd(field.item().end());
        if (end < text.length())
            return new TextEdit(from, end + 1 - from, "");
        int before = from > 1 && text.charAt(from - 2) == '\r' ? from - 2 : Math.max(from - 1, 0);
        return new TextEdit(before, end - before, "");
    }

    private TextEdit withBlankLinesAbove(Section s) {
        int from = endOfWords(s);
        return new TextEdit(from, s.fields().getLast().item().end() - from, "");
    }

    private static int endOfWords(Section s) {
        return s.text().isEmpty() ? s.heading().end() : s.textAt().end();
    }

    // --- order ---------------------------------------------------------------------------------------------------

    /**
     * A new section with a title and the {@link #freshId id} made of it.
     *
     * @param parent {@code null} for a principle
     * @param index  among its future neighbours
     */
    public static TextEdit add(CharterText charter, Section parent, int index, String title) {
        CharterEdits edits = new CharterEdits(charter);
        int level = parent == null ? 1 : parent.level() + 1;
        String words = CharterParser.oneLine(title);
        if (words.isEmpty() || level > CharterParser.DEEPEST)
            throw new IllegalStateException("no heading can be added there");
        String id = freshId(charter, words);
        int at = edits.position(parent, index);
        Shape wanted = shape(charter).with(edits.sectionAt(at), List.of(new Said(level, id, words, "", List.of(), "")));
        return first(charter, wanted, Stream.of(edits.insert(at, "#".repeat(level) + " " + words + " {#" + id + "}")));
    }

    /** Takes a section away with everything below it. */
    public static TextEdit remove(CharterText charter, Section section) {
        CharterEdits edits = new CharterEdits(charter);
        return first(charter, shape(charter).without(section.index(), edits.after(section)), Stream.of(edits.cut(section)));
    }

    /**
     * Gives a section, with everything below it, another place among its neighbours, or another parent of the same level.
     *
     * @param parent {@code null} for a principle
     * @param index  among the neighbours that it will have, itself left out
     */
    public static TextEdit move(CharterText charter, Section section, Section parent, int index) {
        if (section.level() != (parent == null ? 1 : parent.level() + 1))
            throw new IllegalStateException("a section cannot change its level");
        CharterEdits edits = new CharterEdits(charter);
        List<Section> neighbours = charter.children(parent);
        int old = neighbours.indexOf(section);
        if (old == index)
            return nothing();
        int at = edits.position(parent, old >= 0 && index > old ? index + 1 : index);
        int from = section.index();
        int to = edits.after(section);
        Shape before = shape(charter);
        int target = edits.sectionAt(at);
        if (target >= from && target <= to)
            return nothing();
        Shape wanted = before.without(from, to).with(target > from ? target - (to - from) : target, before.sections.subList(from, to));
        String words = edits.text.substring(edits.lineStart(section.heading().offset()), edits.contentEnd(section.end()));
        return first(charter, wanted, Stream.of(edits.joined(List.of(edits.cut(section), edits.insert(at, words)))));
    }

    /** The index of the first section behind everything below one. */
    private int after(Section section) {
        return sectionAt(section.end());
    }

    private int sectionAt(int offset) {
        int at = 0;
        while (at < charter.sections().size() && charter.sections().get(at).heading().offset() < offset)
            at++;
        return at;
    }

    /** Where a child of that index begins, or would. */
    private int position(Section parent, int index) {
        List<Section> children = charter.children(parent);
        if (index < 0 || index > children.size())
            throw new IllegalStateException("no place " + index + " among " + children.size());
        return index < children.size() ? lineStart(children.get(index).heading().offset()) : parent == null ? text.length() : parent.end();
    }

    /** Whole lines, with a blank line on both sides. */
    private TextEdit insert(int at, String words) {
        if (at == text.length()) {
            int end = contentEnd(at);
            return new TextEdit(end, 0, end == 0 ? words + newline : newline + newline + words);
        }
        boolean blank = at == 0 || text.substring(text.lastIndexOf('\n', at - 2) + 1, at).isBlank();
        return new TextEdit(at, 0, (blank ? "" : newline) + words + newline + newline);
    }

    /** The last section goes with the blank lines above it, every other with those below. */
    private TextEdit cut(Section section) {
        int from = lineStart(section.heading().offset());
        if (section.end() < text.length())
            return new TextEdit(from, section.end() - from, "");
        int above = contentEnd(from);
        return new TextEdit(above, contentEnd(text.length()) - above, "");
    }

    // --- places --------------------------------------------------------------------------------------------------

    /** Ways to let a passage say something else, from the nicest. */
    private Stream<TextEdit> passage(Span at, int behind, String said) {
        String words = said.replace("\n", newline);
        if (said.isEmpty())
            return Stream.of(at.length() == 0 ? nothing() : new TextEdit(behind, at.end() - behind, ""));
        if (at.length() > 0)
            return Stream.of(new TextEdit(at.offset(), at.length(), words), new TextEdit(at.offset(), at.length(), words + newline));
        boolean line = behind == 0 || text.charAt(behind - 1) == '\n';
        String above = behind == 0 || text.startsWith("\uFEFF") && behind == 1 ? "" : line ? newline : newline + newline;
        String below = line ? newline : "";
        int next = Math.min(line ? behind : lineEnd(behind) + 1, text.length());
        boolean blank = text.substring(next, lineEnd(next)).isBlank();
        return Stream.of(new TextEdit(behind, 0, above + words + below + (blank ? "" : newline)), new TextEdit(behind, 0, above + words + below + newline));
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** Before the line end, which may have two characters. */
    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int contentEnd(int at) {
        int end = at;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1)))
            end--;
        return end;
    }

    /** Several edits as one; what stands between them is kept. */
    private TextEdit joined(List<TextEdit> edits) {
        if (edits.size() == 1)
            return edits.getFirst();
        List<TextEdit> inOrder = edits.stream().sorted(Comparator.comparingInt(TextEdit::offset)).toList();
        int from = inOrder.getFirst().offset();
        int at = from;
        StringBuilder out = new StringBuilder();
        for (TextEdit edit : inOrder) {
            if (edit.offset() < at)
                throw new IllegalStateException("edits that overlap");
            out.append(text, at, edit.offset()).append(edit.replacement());
            at = edit.offset() + edit.length();
        }
        return new TextEdit(from, at - from, out.toString());
    }

    private static TextEdit nothing() {
        return new TextEdit(0, 0, "");
    }

    // --- proof ---------------------------------------------------------------------------------------------------

    /** A field as it is written, without places. */
    private record Line(String key, String value) {
        private Line {
            key = Letters.composed(key);
            value = Letters.composed(value);
        }
    }

    /** A section without places. */
    private record Said(int level, String id, String title, String text, List<Line> fields, String rest) {
        private Said {
            title = Letters.composed(title);
            text = Letters.composed(text);
            rest = Letters.composed(rest);
        }
    }

    /** Everything that stands in a charter, whether it is understood or not. */
    private record Shape(String preamble, List<Said> sections) {
        private Shape {
            preamble = Letters.composed(preamble);
        }

        Shape with(String words) {
            return new Shape(words, sections);
        }

        Shape with(Section s, String id, String title, String text, List<Line> fields) {
            List<Said> changed = new ArrayList<>(sections);
            changed.set(s.index(), new Said(s.level(), id, title, text, fields, sections.get(s.index()).rest()));
            return new Shape(preamble, changed);
        }

        Shape with(int index, List<Said> more) {
            List<Said> changed = new ArrayList<>(sections);
            changed.addAll(index, more);
            return new Shape(preamble, changed);
        }

        Shape without(int from, int to) {
            List<Said> changed = new ArrayList<>(sections);
            changed.subList(from, to).clear();
            return new Shape(preamble, changed);
        }
    }

    private static Shape shape(CharterText charter) {
        return new Shape(charter.charter().preamble(), charter.sections().stream().map(s -> new Said(s.level(), s.id(), s.title(), s.text(), lines(s),
                s.rest().map(r -> charter.text().substring(r.offset(), r.end())).orElse(""))).toList());
    }

    private static List<Line> lines(Section s) {
        return s.fields().stream().map(f -> new Line(f.key(), f.value())).toList();
    }

    private static String said(String markdown) {
        return markdown.replace("\r\n", "\n").replaceFirst("^(?:[ \\t]*\\n)+", "").stripTrailing();
    }

    private static TextEdit first(CharterText before, Shape wanted, Stream<TextEdit> edits) {
        return edits.filter(edit -> holds(before, wanted, CharterText.parse(before.name(), edit.apply(before.text())))).findFirst()
                .orElseThrow(() -> new IllegalStateException("this cannot be said in " + before.name() + " by a small edit"));
    }

    private static boolean holds(CharterText before, Shape wanted, CharterText after) {
        return shape(after).equals(wanted) && after.frontMatter().map(YamlText::text).equals(before.frontMatter().map(YamlText::text));
    }
}
