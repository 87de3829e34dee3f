package org.etabli.dossier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.etabli.markdown.CharterConditions;
import org.etabli.markdown.CharterField;
import org.etabli.markdown.CharterSeal;
import org.etabli.markdown.CharterText;
import org.etabli.markdown.CharterText.Field;
import org.etabli.markdown.CharterText.Section;
import org.etabli.markdown.CharterText.Word;
import org.etabli.model.Charter;
import org.etabli.model.Condition;
import org.etabli.model.Days;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.Letters;
import org.etabli.model.Question;
import org.etabli.model.Text;
import org.etabli.yaml.Nearest;
import org.etabli.yaml.Node;
import org.etabli.yaml.Node.Span;

/** What is to be said about a charter, beyond its form: names that lead nowhere, and the two languages out of step. */
public final class CharterCheck {
    private static final String CHANGED = "changed-since-adoption";

    private final CharterText charter;
    private final CharterTerms terms;
    private final List<Finding> findings = new ArrayList<>();

    private CharterCheck(CharterText charter, CharterTerms terms) {
        this.charter = charter;
        this.terms = terms;
    }

    /** Where the text of its counterpart comes from. */
    public interface Beside {
        String text(String name) throws IOException, InvalidInputException;
    }

    /**
     * Every finding on a charter, in the order of its text. Never throws for a bad charter: that is what it reports.
     *
     * @param beside reads its counterpart
     */
    public static List<Finding> findings(CharterText charter, Beside beside, Content content, LawLibrary library) throws IOException, InvalidInputException {
        CharterCheck check = alone(charter, library.terms());
        charter.frontMatter().ifPresent(f -> check.findings.addAll(content.schemas().validate(f, "charter")));
        check.adoption();
        check.counterpart(beside);
        check.findings.sort(Comparator.comparingInt(Finding::offset));
        return List.copyOf(check.findings);
    }

    /** How many findings of a kind there are on the text without its head and its neighbours. */
    static long count(String finding, CharterText charter, CharterTerms terms) {
        return alone(charter, terms).findings.stream().filter(f -> f.id().equals(finding)).count();
    }

    private static CharterCheck alone(CharterText charter, CharterTerms terms) {
        CharterCheck check = new CharterCheck(charter, terms);
        check.findings.addAll(charter.findings());
        charter.sections().forEach(check::links);
        return check;
    }

    // --- adoption ------------------------------------------------------------------------------------------------

    private void adoption() {
        Optional<Charter.Adoption> adoption = charter.charter().adoption();
        if (adoption.isPresent() && adoption.get().text().isEmpty())
            report(Severity.INFO, "not-sealed", adoptionAt());
        else if (CharterSeal.isBroken(charter))
            report(Severity.ERROR, CHANGED, adoptionAt(), charter.charter().version(), Days.inWords(adoption.orElseThrow().on()));
        else if (CharterSeal.isOfOlderForm(charter))
            report(Severity.INFO, "older-seal", adoptionAt());
    }

    private Span adoptionAt() {
        return charter.frontMatter().flatMap(f -> f.key(List.of("adoption"))).orElseThrow();
    }

    /** Whether a charter with this finding cannot be used. One that changed after its adoption can: what it says is plain. */
    static boolean isObstacle(Finding finding) {
        return finding.severity() == Severity.ERROR && !finding.id().equals("charter." + CHANGED);
    }

    // --- links ---------------------------------------------------------------------------------------------------

    private void links(Section section) {
        for (Field field : section.fields())
            field.kind().ifPresent(kind -> {
                switch (kind) {
                    case DUTIES -> ids(field, terms.duties().keySet(), "unknown-duty");
                    case CLAUSES -> ids(field, terms.clauses().keySet(), "unknown-clause");
                    case CRITERIA -> ids(field, terms.criteria().keySet(), "unknown-criterion");
                    case RESPECTED_IF, BROKEN_IF -> CharterConditions.read(field.value()).ifPresent(c -> condition(field, c));
                    default -> { }
                }
            });
    }

    private void ids(Field field, Set<String> ids, String message) {
        charter.words(field).stream().filter(w -> !ids.contains(w.text())).forEach(w -> dead(message, w.at(), w.text(), ids, Text.EMPTY));
    }

    private void condition(Field field, Condition condition) {
        Iterator<Word> words = charter.words(field).iterator();
        condition.leaves().forEach(leaf -> leaf(words, leaf));
    }

    /** @param words of the condition that are still to come */
    private void leaf(Iterator<Word> words, Condition leaf) {
        switch (leaf) {
            case Condition.ClassApplies c -> {
                Span at = place(words, c.classId());
                if (!terms.classes().containsKey(c.classId()))
                    dead("unknown-class", at, c.classId(), terms.classes().keySet(), Text.EMPTY);
            }
            case Condition.FactIs f -> fact(words, f);
            default -> { }
        }
    }

    private void fact(Iterator<Word> words, Condition.FactIs fact) {
        Optional<Question> question = terms.catalogue().get(fact.fact());
        Span at = place(words, fact.fact());
        if (question.isEmpty())
            dead("unknown-fact", at, fact.fact(), terms.catalogue().byId().keySet(), Text.EMPTY);
        List<String> options = question.map(CharterTerms::options).orElse(fact.options());
        for (String option : fact.options()) {
            Span place = place(words, option);
            if (!options.contains(option))
                dead("unknown-option", place, option, options, Text.same(fact.fact()));
        }
    }

    private static Span place(Iterator<Word> words, String word) {
        Word next = words.next();
        while (!next.text().equals(word))
            next = words.next();
        return next.at();
    }

    private void dead(String message, Span at, String id, Collection<String> ids, Text of) {
        List<String> near = Nearest.of(id, ids);
        Text hint = near.isEmpty() ? Text.EMPTY : DossierMessages.TEXTS.text("charter.did-you-mean", near.get(0));
        findings.add(charter.finding(Severity.ERROR, "charter." + message, at, DossierMessages.TEXTS.text("charter." + message, id, hint, of)).about(id, near));
    }

    // --- the other language --------------------------------------------------------------------------------------

    private void counterpart(Beside beside) {
        charter.charter().counterpart().filter(n -> !n.contains("/") && !n.contains("\\")).ifPresent(name -> {
            Span at = front("counterpart");
            try {
                outOfStep(CharterText.parse(name, beside.text(name)), at);
            } catch (IOException e) {
                report(Severity.ERROR, "no-counterpart", at, name);
            } catch (InvalidInputException e) {
                // its own places mean nothing in this text
                report(Severity.ERROR, "unreadable-counterpart", at, name, e.findings().getFirst().message());
            }
        });
    }

    private Span front(String key) {
        return charter.frontMatter().flatMap(f -> f.root().at(List.of(key))).map(Node::span).orElse(new Span(0, 0, 1, 1));
    }

    private void outOfStep(CharterText other, Span at) {
        Charter here = charter.charter();
        Charter there = other.charter();
        if (here.language() == there.language())
            report(Severity.WARNING, "same-language", at, other.name());
        if (!there.counterpart().map(Letters::composed).map(Letters.composed(charter.name())::endsWith).orElse(false))
            report(Severity.WARNING, "not-mutual", at, other.name());
        head("id", here.id(), there.id(), other);
        head("version", here.version(), there.version(), other);
        head("adoption", here.adoption().map(Charter.Adoption::on).map(Object::toString).orElse("–"), there.adoption().map(Charter.Adoption::on).map(Object::toString).orElse("–"), other);
        if (here.preamble().isEmpty() != there.preamble().isEmpty())
            report(Severity.WARNING, "text-in-one", charter.preamble(), here.title(), other.name());
        Map<String, Section> theirs = byId(other);
        Map<String, Section> ours = byId(charter);
        ours.values().stream().filter(s -> !theirs.containsKey(s.id())).forEach(s -> report(Severity.WARNING, "only-here", s.titleAt(), s.id(), other.name()));
        theirs.keySet().stream().filter(id -> !ours.containsKey(id)).forEach(id -> report(Severity.WARNING, "only-there", at, id, other.name()));
        order(ours, theirs, other);
        ours.forEach((id, s) -> Optional.ofNullable(theirs.get(id)).ifPresent(t -> section(s, t, other)));
    }

    private void head(String key, String here, String there, CharterText other) {
        if (!here.equals(there))
            report(Severity.WARNING, "head-differs", front(key), key, here, there, other.name());
    }

    private static Map<String, Section> byId(CharterText text) {
        Map<String, Section> sections = new LinkedHashMap<>();
        text.sections().stream().filter(s -> !s.id().isEmpty()).forEach(s -> sections.putIfAbsent(s.id(), s));
        return sections;
    }

    /** The first section that stands elsewhere: those behind it would only repeat it. */
    private void order(Map<String, Section> ours, Map<String, Section> theirs, CharterText other) {
        Iterator<String> there = theirs.keySet().stream().filter(ours::containsKey).iterator();
        for (Section s : ours.values())
            if (theirs.containsKey(s.id())) {
                Section t = theirs.get(there.next());
                if (!t.id().equals(s.id()) || t.level() != s.level() || !parent(charter, s).equals(parent(other, t))) {
                    report(Severity.WARNING, "other-order", s.titleAt(), s.id(), other.name());
                    return;
                }
            }
    }

    private static String parent(CharterText text, Section s) {
        return s.parent() < 0 ? "" : text.sections().get(s.parent()).id();
    }

    private void section(Section here, Section there, CharterText other) {
        if (here.text().isEmpty() != there.text().isEmpty())
            report(Severity.WARNING, "text-in-one", here.titleAt(), here.title(), other.name());
        for (CharterField kind : CharterField.values()) {
            List<Object> ours = comparable(here, kind);
            List<Object> theirs = comparable(there, kind);
            if (!ours.equals(theirs)) {
                Span at = here.fields(kind).findFirst().map(Field::item).orElse(here.titleAt());
                Text name = new Text(kind.in(Lang.FR), kind.in(Lang.EN));
                if (ours.size() != theirs.size())
                    report(Severity.WARNING, "field-count", at, name, ours.size(), theirs.size(), other.name());
                else
                    report(Severity.WARNING, "field-differs", at, name, other.name());
            }
        }
    }

    /** What must be the same in both languages: of words only how many there are. */
    private static List<Object> comparable(Section s, CharterField kind) {
        Stream<Field> fields = s.fields(kind);
        return switch (kind.form()) {
            case IDS -> fields.flatMap(f -> Arrays.stream(f.value().split(","))).<Object>map(String::strip).toList();
            case CONDITIONS -> fields.<Object>map(f -> CharterConditions.read(f.value())).toList();
            default -> fields.<Object>map(f -> kind == CharterField.LEVEL ? Charter.Level.of(f.value()) : "").toList();
        };
    }

    private void report(Severity severity, String message, Span at, Object... args) {
        findings.add(charter.finding(severity, "charter." + message, at, DossierMessages.TEXTS.text("charter." + message, args)));
    }
}
