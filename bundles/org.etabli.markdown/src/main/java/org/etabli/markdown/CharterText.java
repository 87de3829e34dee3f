package org.etabli.markdown;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.etabli.model.Charter;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.Lang;
import org.etabli.model.Text;
import org.etabli.yaml.Node.Span;
import org.etabli.yaml.YamlText;

/**
 * A charter's Markdown and what it says, with the place of everything. Nothing is too wrong to be parsed: what is not
 * understood is a finding, and is not in the {@link Charter}; it stays in the text.
 *
 * @param name        the file's name as the user knows it, for findings
 * @param frontMatter empty where it is missing or no YAML; its places are those of this text
 * @param body        where the front matter is over
 * @param preamble    the place of the text before the first heading; a point behind the front matter where there is none
 * @param sections    every principle, item and commitment, those in the wrong place included, in the order of the text
 */
public record CharterText(String name, String text, Optional<YamlText> frontMatter, int body, Span preamble, Charter charter, List<Section> sections,
        List<Finding> findings) {
    /** Every word of a field that may be an id. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.-]+");

    /** Never throws for bad input: that is what {@link #findings} report. */
    public static CharterText parse(String name, String text) {
        return new CharterParser(name, text).parse();
    }

    /**
     * A heading with what stands below it, up to the next heading of the first three levels.
     *
     * @param index   in {@link CharterText#sections}
     * @param parent  index of the section it belongs to, -1 for a principle or where there is none
     * @param placed  whether it stands where its level belongs, and so is part of the charter
     * @param level   1 for a principle, 2 for an item, 3 for a commitment
     * @param id      empty where none is written
     * @param heading the whole line, without the line end
     * @param idAt    the id alone, without braces; empty where none is written
     * @param text    Markdown, with {@code \n} for every line end
     * @param textAt  where that stands; a point behind the heading where there is none
     * @param fields  of a commitment, those with unknown names included
     * @param rest    what stands behind the fields, and is not understood
     * @param end     where the section ends with everything below it: at the next heading that is not deeper, or at the end of the text
     */
    public record Section(int index, int parent, boolean placed, int level, String id, String title, Span heading, Span titleAt, Optional<Span> idAt,
            String text, Span textAt, List<Field> fields, Optional<Span> rest, int end) {

        public Section {
            fields = List.copyOf(fields);
        }

        public Stream<Field> fields(CharterField kind) {
            return fields.stream().filter(f -> f.kind().filter(k -> k == kind).isPresent());
        }
    }

    /**
     * A line of the list of fields.
     *
     * @param kind  empty for a name that nobody knows, or where there is no name
     * @param key   the name as it is written
     * @param value on one line, without blanks around it
     * @param item  from its dash to its last character
     */
    public record Field(Optional<CharterField> kind, String key, String value, Span item, Span keyAt, Span valueAt) {
    }

    /** A word with its place. */
    public record Word(String text, Span at) {
    }

    public CharterText {
        sections = List.copyOf(sections);
        findings = List.copyOf(findings);
    }

    public Lang language() {
        return charter.language();
    }

    /** The first section of that id. */
    public Optional<Section> section(String id) {
        return sections.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The deepest section in which a place of the text lies. */
    public Optional<Section> sectionAt(int offset) {
        int low = 0;
        int high = sections.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (sections.get(middle).heading().offset() <= offset)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return high < 0 ? Optional.empty() : Optional.of(sections.get(high));
    }

    /** The sections right below one, or the principles for {@code null}. */
    public List<Section> children(Section parent) {
        int index = parent == null ? -1 : parent.index();
        return sections.stream().filter(s -> s.parent() == index && s.placed()).toList();
    }

    /** The words of a field's value: its ids, or the facts and options of a condition. */
    public List<Word> words(Field field) {
        Span at = field.valueAt();
        return WORD.matcher(text).region(at.offset(), at.end()).results().map(w -> new Word(w.group(), inside(at, w.start(), w.end()))).toList();
    }

    /** A value may stand on several lines. */
    private Span inside(Span at, int from, int end) {
        int line = at.line() + (int) text.substring(at.offset(), from).chars().filter(c -> c == '\n').count();
        return new Span(from, end, line, from - text.lastIndexOf('\n', from - 1));
    }

    public Finding finding(Severity severity, String id, Span at, Text message) {
        return new Finding(severity, id, name, at.line(), at.column(), at.offset(), at.length(), message);
    }
}
