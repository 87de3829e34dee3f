package org.etabli.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.etabli.model.Catalogue;
import org.etabli.model.Days;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Question;
import org.etabli.model.Text;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.Node;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlEdits;
import org.etabli.yaml.YamlEdits.Content;
import org.etabli.yaml.YamlText;

/** Ways to put findings right, as edits of the text that they were found in. The best one comes first. */
public final class Fixes {
    /** The findings that may have a fix; whether one has, its text says. */
    public static final Set<String> KINDS = Set.of("facts.unknown-fact", "facts.value", "facts.contradiction", "facts.not-asked", "schema.unknown-key", "schema.enum", "schema.date",
            "assessment.unknown-commitment", "assessment.other-version");

    private static final String FACTS = "facts";
    private static final String UNKNOWN = "unknown";
    private static final int MOST = 3;

    private final YamlText text;
    private final Catalogue catalogue;
    private final List<Fix> fixes = new ArrayList<>();

    private Fixes(YamlText text, Catalogue catalogue) {
        this.text = text;
        this.catalogue = catalogue;
    }

    /** Nothing for a finding that only its author can put right. The finding must be of this very text. */
    public static List<Fix> of(Finding finding, YamlText text, Catalogue catalogue) {
        Fixes fixes = new Fixes(text, catalogue);
        switch (finding.id()) {
            case "facts.unknown-fact" -> fixes.key(List.of(FACTS, finding.subject()), finding.near(), "fix.remove-fact");
            case "schema.unknown-key" -> fixes.pathOf(finding.offset(), true).ifPresent(p -> fixes.key(p, finding.near(), "fix.remove-key"));
            case "assessment.unknown-commitment" -> fixes.key(List.of("commitments", finding.subject()), finding.near(), "fix.remove-commitment");
            case "assessment.other-version" -> finding.near().forEach(v -> fixes.set(List.of("charter", "version"), YamlEdits.words(v), Text.same(v)));
            case "facts.value" -> fixes.value(finding);
            case "facts.contradiction" -> fixes.contradiction(finding.subject());
            case "facts.not-asked" -> fixes.remove(List.of(FACTS, finding.subject()), "fix.remove-answer");
            case "schema.enum" -> fixes.pathOf(finding.offset(), false).ifPresent(p -> finding.near().stream().limit(MOST).forEach(w -> fixes.set(p, YamlEdits.words(w), Text.same(w))));
            case "schema.date" -> fixes.pathOf(finding.offset(), false).ifPresent(p -> Days.read(finding.subject()).map(LocalDate::toString)
                    .ifPresent(d -> fixes.set(p, YamlEdits.words(d), Text.same(d))));
            default -> { }
        }
        return List.copyOf(fixes.fixes);
    }

    // --- keys ----------------------------------------------------------------------------------------------------

    private void key(List<String> path, List<String> near, String removal) {
        near.stream().limit(MOST).forEach(n -> add(DossierMessages.TEXTS.text("fix.rename", path.getLast(), n), () -> Optional.of(YamlEdits.rename(text, path, n))));
        remove(path, removal);
    }

    private void remove(List<String> path, String label) {
        add(DossierMessages.TEXTS.text(label, path.getLast()), () -> YamlEdits.remove(text, path));
    }

    // --- answers -------------------------------------------------------------------------------------------------

    private void value(Finding finding) {
        catalogue.get(finding.subject()).ifPresent(question -> {
            List<String> words = words(question.id());
            Optional<String> wrong = words.stream().filter(w -> !isAnswer(question, w)).findFirst();
            // to a question with few answers all of them are offered, however far away
            Stream<String> all = switch (question.type()) {
                case YES_NO -> Stream.of("yes", "no", UNKNOWN);
                default -> Stream.of(UNKNOWN);
            };
            Stream.concat(finding.near().stream().limit(MOST), all).distinct().forEach(answer -> add(DossierMessages.TEXTS.text("fix.set", title(question, answer)), () -> Optional.of(
                    FactEdits.answer(text, question.id(), question.type() == Question.AnswerType.ANY_OF ? list(question, wrong.map(w -> replaced(words, w, answer)).orElse(List.of(answer)))
                            : YamlEdits.words(answer)))));
        });
    }

    private static List<String> replaced(List<String> words, String wrong, String answer) {
        return words.stream().map(w -> w.equals(wrong) ? answer : w).distinct().toList();
    }

    private void contradiction(String fact) {
        catalogue.get(fact).ifPresent(question -> {
            List<String> words = words(fact);
            List<String> none = words.stream().filter(w -> question.option(FactsReader.normal(w)).filter(Question.Option::none).isPresent()).toList();
            List<String> others = words.stream().filter(w -> !none.contains(w)).toList();
            for (List<String> kept : List.of(none, others))
                if (!kept.isEmpty())
                    add(DossierMessages.TEXTS.text("fix.keep", String.join(", ", kept)), () -> Optional.of(FactEdits.answer(text, fact, list(question, kept))));
        });
    }

    /** "unknown" alone is written as one word. */
    private static Content list(Question question, List<String> words) {
        return words.equals(List.of(UNKNOWN)) ? YamlEdits.words(UNKNOWN) : new Content.WordList(words);
    }

    private static boolean isAnswer(Question question, String word) {
        return FactsReader.normal(word).equals(UNKNOWN) || question.option(FactsReader.normal(word)).isPresent();
    }

    private static Text title(Question question, String answer) {
        return question.option(answer).map(o -> DossierMessages.TEXTS.text("fix.option", answer, o.text())).orElse(Text.same(answer));
    }

    private List<String> words(String fact) {
        return text.root().at(FactEdits.answerPath(text, fact)).stream().flatMap(n -> n instanceof Node.Sequence s ? s.items().stream() : Stream.of(n))
                .map(n -> n instanceof Node.Scalar s ? s.text() : "").toList();
    }

    private void set(List<String> path, Content content, Text what) {
        add(DossierMessages.TEXTS.text("fix.set", what), () -> Optional.of(YamlEdits.set(text, path, content, "value")));
    }

    // --- places and proof ----------------------------------------------------------------------------------------

    private Optional<List<String>> pathOf(int offset, boolean key) {
        return pathOf(text.root(), List.of(), offset, key);
    }

    /** The path to the entry whose key, or to the word that, begins there. */
    private static Optional<List<String>> pathOf(Node node, List<String> path, int offset, boolean key) {
        return switch (node) {
            case Node.Mapping m -> m.entries().stream().map(e -> {
                List<String> below = with(path, e.key().text());
                return key && e.key().span().offset() == offset ? Optional.of(below) : pathOf(e.value(), below, offset, key);
            }).flatMap(Optional::stream).findFirst();
            case Node.Sequence s -> java.util.stream.IntStream.range(0, s.items().size())
                    .mapToObj(i -> pathOf(s.items().get(i), with(path, String.valueOf(i)), offset, key)).flatMap(Optional::stream).findFirst();
            case Node.Scalar s -> key || s.span().offset() != offset ? Optional.empty() : Optional.of(path);
        };
    }

    private static List<String> with(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    private interface Making {
        Optional<TextEdit> edit() throws InvalidInputException;
    }

    /** An edit that cannot be made without touching anything else is not offered. */
    private void add(Text label, Making making) {
        try {
            making.edit().ifPresent(e -> fixes.add(new Fix(label, e)));
        } catch (InvalidInputException | IllegalStateException e) {
            // the text itself stays the way to put it right
        }
    }
}
