package org.etabli.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.etabli.markdown.CharterField;
import org.etabli.markdown.CharterText;
import org.etabli.markdown.CharterText.Section;
import org.etabli.model.Charter.Level;
import org.etabli.model.Lang;
import org.etabli.model.Letters;
import org.etabli.model.Question;
import org.etabli.model.Text;
import org.etabli.yaml.TextEdit;

/**
 * What may be written at a place of a charter: names and levels in the language of the charter, ids with their words. What is
 * typed already is looked for at the beginning of every word of both, whatever the accents.
 */
public final class CharterAssist {
    /** Keys of the head, as its schema has them; the adoption is written when the charter is adopted, with its seal. */
    static final List<String> HEAD = List.of("schema", "id", "title", "language", "counterpart", "version", "based_on");

    private static final Pattern KEY = Pattern.compile("[a-z_]*");
    private static final Pattern REST_OF_KEY = Pattern.compile("([a-z_]*)[ \\t]*(:.*)?");
    private static final Pattern ANCHOR = Pattern.compile("]\\(#([^\\s()]*)\\z");
    private static final Pattern REST_OF_ANCHOR = Pattern.compile("[^\\s()]*(?=\\))");
    private static final Pattern NAME = Pattern.compile("[ \\t]*[-*+][ \\t]+(?<name>[^:]*)");
    private static final Pattern REST_OF_NAME = Pattern.compile("([^:]*?)[ \\t\\x{A0}\\x{202F}]*:.*");
    private static final Pattern VALUE = Pattern.compile("[ \\t]*[-*+][ \\t]+(?<name>[^:]*):(?<value>.*)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.-]*");
    private static final Pattern AND = Pattern.compile("\\s(?:et|and)\\s");

    /**
     * @param label the id with its words
     * @param more  what else may help to choose; may be empty
     */
    public record Proposal(TextEdit edit, String label, String more) {
    }

    /** @param rank 0 where the id begins with what is typed, 1 where its words do */
    private record Ranked(int rank, Proposal proposal) {
    }

    private final CharterText charter;
    private final CharterTerms terms;
    private final Lang lang;
    private final String text;
    private final int offset;
    private final int line;
    private final String before;
    private final String behind;
    private final List<Ranked> found = new ArrayList<>();
    private int from;
    private int to;
    private String typed = "";

    private CharterAssist(CharterText charter, int offset, CharterTerms terms, Lang lang) {
        this.charter = charter;
        this.terms = terms;
        this.lang = lang;
        this.text = charter.text();
        this.offset = offset;
        this.line = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', offset);
        this.before = text.substring(line, offset);
        this.behind = text.substring(offset, end < 0 ? text.length() : end).stripTrailing();
    }

    /**
     * The best one first; nothing where anything may be written.
     *
     * @param lang of the words; what is written is in the language of the charter
     */
    public static List<Proposal> proposals(CharterText charter, int offset, CharterTerms terms, Lang lang) {
        CharterAssist assist = new CharterAssist(charter, offset, terms, lang);
        assist.find();
        return assist.found.stream().sorted(Comparator.comparingInt(Ranked::rank)).map(Ranked::proposal).toList();
    }

    private void find() {
        Matcher anchor = ANCHOR.matcher(before);
        Matcher value = VALUE.matcher(before);
        Matcher name = NAME.matcher(before);
        Optional<Section> commitment = charter.sectionAt(line).filter(s -> s.level() == 3 && s.heading().offset() < line);
        if (isHead())
            head();
        else if (anchor.find())
            anchors(line + anchor.start(1));
        else if (commitment.isPresent() && value.matches())
            CharterField.of(value.group("name")).ifPresent(kind -> value(kind, CharterField.language(value.group("name")), line + value.start("value")));
        else if (commitment.isPresent() && name.matches())
            names(commitment.get(), line + name.start("name"));
    }

    // --- the head ------------------------------------------------------------------------------------------------

    /** While its last line is missing, everything before the first heading is taken for it. */
    private boolean isHead() {
        int open = text.startsWith("\uFEFF") ? 1 : 0;
        int close = charter.body() > open ? charter.body() : charter.sections().isEmpty() ? text.length() + 1 : charter.sections().getFirst().heading().offset();
        return text.startsWith("---", open) && line > open && offset < close;
    }

    private void head() {
        Matcher rest = REST_OF_KEY.matcher(behind);
        if (!KEY.matcher(before).matches() || !rest.matches())
            return;
        Set<String> there = text.substring(0, line).lines().skip(1).collect(Collectors.toCollection(HashSet::new));
        text.substring(offset + behind.length(), Math.max(offset + behind.length(), charter.body())).lines().forEach(there::add);
        look(line, offset + rest.end(1));
        for (String key : HEAD)
            if (there.stream().noneMatch(l -> l.startsWith(key + ":")))
                add(key, DossierMessages.TEXTS.text("assist.head." + key), key + (rest.group(2) == null ? ": " : ""), "");
    }

    // --- links ---------------------------------------------------------------------------------------------------

    private void anchors(int begin) {
        Matcher rest = REST_OF_ANCHOR.matcher(behind);
        boolean closed = rest.lookingAt();
        look(begin, closed ? offset + rest.end() : offset);
        charter.sections().stream().filter(s -> !s.id().isEmpty()).forEach(s -> add(s.id(), Text.same(s.title()), s.id() + (closed ? "" : ")"), ""));
    }

    // --- names of fields -----------------------------------------------------------------------------------------

    private void names(Section commitment, int begin) {
        Matcher rest = REST_OF_NAME.matcher(behind);
        boolean named = rest.matches();
        if (named)
            look(begin, offset + rest.end(1));
        else
            look(begin);
        Set<CharterField> used = commitment.fields().stream().filter(f -> f.item().end() < line || f.item().offset() > offset).flatMap(f -> f.kind().stream()).collect(Collectors.toSet());
        String colon = charter.language() == Lang.EN ? ": " : " : ";
        for (CharterField kind : CharterField.values()) {
            boolean once = kind.form() == CharterField.Form.ONE || kind.form() == CharterField.Form.IDS;
            if (!once || !used.contains(kind))
                add(kind.in(charter.language()), DossierMessages.TEXTS.text("assist.field." + kind), kind.in(charter.language()) + (named ? "" : colon), "");
        }
    }

    // --- values --------------------------------------------------------------------------------------------------

    private void value(CharterField kind, Lang written, int begin) {
        switch (kind) {
            case LEVEL -> levels(written, begin);
            case DUTIES -> ids(terms.duties(), begin);
            case CLAUSES -> ids(terms.clauses(), begin);
            case CRITERIA -> ids(terms.criteria(), begin);
            case RESPECTED_IF, BROKEN_IF -> condition(begin);
            default -> { }
        }
    }

    /** There is only one: it is replaced whole. */
    private void levels(Lang written, int begin) {
        look(begin, offset + behind.length());
        for (Level level : Level.values())
            add(level.word().in(written), level == Level.MUST ? DossierMessages.TEXTS.text("assist.must") : Text.EMPTY, level.word().in(written), "");
    }

    /** @param list where the list begins in which the place is; what stands in it is not offered again */
    private void ids(Map<String, Text> words, int list) {
        look(Math.max(list, text.lastIndexOf(',', offset - 1) + 1));
        String others = text.substring(list, from) + "," + text.substring(to, offset + behind.length());
        Set<String> there = Arrays.stream(others.split("[,\\s]+")).collect(Collectors.toSet());
        words.forEach((id, text) -> {
            if (!there.contains(id))
                add(id, text, id, "");
        });
    }

    private void condition(int begin) {
        int part = begin;
        for (Matcher and = AND.matcher(text).region(begin, offset); and.find();)
            part = and.end();
        int equals = text.substring(part, offset).indexOf('=');
        if (equals < 0)
            facts(part);
        else
            answers(text.substring(part, part + equals).strip(), part + equals + 1);
    }

    private void facts(int begin) {
        look(begin);
        String is = behind.substring(to - offset).stripLeading().startsWith("=") ? "" : " = ";
        for (Question question : terms.catalogue().questions())
            if (!CharterTerms.options(question).isEmpty())
                add(question.id(), question.label(), question.id() + is, question.text().in(lang));
        String word = charter.language() == Lang.EN ? "class" : "classe";
        add(word, DossierMessages.TEXTS.text("assist.class"), word + is, "");
    }

    private void answers(String fact, int list) {
        Map<String, Text> answers = new LinkedHashMap<>();
        terms.catalogue().get(fact).ifPresent(q -> CharterTerms.options(q).forEach(o -> answers.put(o, answer(q, o))));
        ids(fact.equals("classe") || fact.equals("class") ? terms.classes() : answers, list);
    }

    private static Text answer(Question question, String option) {
        return question.option(option).map(Question.Option::text).orElseGet(() -> DossierMessages.TEXTS.text("assist." + option));
    }

    // --- what is typed -------------------------------------------------------------------------------------------

    /** What is typed begins there; the word goes on behind the place. */
    private void look(int begin) {
        Matcher rest = WORD.matcher(behind);
        rest.lookingAt();
        look(begin, text.substring(begin, offset).isBlank() ? offset : offset + rest.end());
    }

    private void look(int begin, int end) {
        from = begin;
        while (from < offset && Character.isWhitespace(text.charAt(from)))
            from++;
        to = end;
        typed = Letters.plain(text.substring(from, offset)).strip();
    }

    private void add(String id, Text words, String replacement, String more) {
        String title = words.in(lang);
        String all = Letters.plain(id + " " + title);
        if (!Arrays.stream(typed.split("\\s+")).allMatch(word -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word)).matcher(all).find()))
            return;
        int rank = Letters.plain(id).startsWith(typed) ? 0 : Letters.plain(title).startsWith(typed) ? 1 : 2;
        String space = from > 0 && ":,=".indexOf(text.charAt(from - 1)) >= 0 ? " " : "";
        found.add(new Ranked(rank, new Proposal(new TextEdit(from, to - from, space + replacement), title.isEmpty() ? id : id + " — " + title, more)));
    }
}
