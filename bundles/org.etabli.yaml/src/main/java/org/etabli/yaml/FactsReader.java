package org.etabli.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.etabli.model.Catalogue;
import org.etabli.model.Fact;
import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.Lang;
import org.etabli.model.Letters;
import org.etabli.model.Question;
import org.etabli.model.Text;
import org.etabli.model.Value;

/**
 * {@code facts.yaml}, or the {@code facts} of one document of a stream, into {@link Facts}. A fact is written in full,
 * {@code {value: yes, by: …}}, or in short, {@code interacts: yes}.
 */
public final class FactsReader {
    private static final String UNKNOWN = "unknown";

    private final Catalogue catalogue;

    public FactsReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param findings answers that do not fit their question (errors) and facts that no question asks for (warnings) */
    public record Result(Facts facts, List<Finding> findings) {
    }

    public Result read(YamlText text) {
        List<Fact> facts = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        if (Reading.child(text.root(), "facts").orElse(null) instanceof Node.Mapping mapping)
            for (Node.Entry entry : mapping.entries())
                fact(text, entry, findings).ifPresent(facts::add);
        return new Result(Facts.of(facts), findings);
    }

    private Optional<Fact> fact(YamlText text, Node.Entry entry, List<Finding> findings) {
        String id = entry.key().text();
        Optional<Question> question = catalogue.get(id);
        if (question.isEmpty()) {
            List<String> near = Nearest.of(id, catalogue.questions().stream().map(Question::id).toList());
            findings.add(text.finding(Severity.WARNING, "facts.unknown-fact", entry.key().span(),
                    YamlMessages.TEXTS.text("facts.unknown-fact", id, YamlMessages.didYouMean(near))).about(id, near));
            return Optional.empty();
        }
        Node node = entry.value();
        Node valueNode = node instanceof Node.Mapping ? Reading.child(node, "value").orElse(null) : node;
        Value value = valueNode == null ? Value.UNKNOWN : value(text, question.get(), valueNode, findings);
        return Optional.of(new Fact(id, value, Reading.word(node, "by"), Reading.date(node, "on"),
                Reading.wordOrWords(node, "evidence"), Reading.wordOr(node, "note", ""), Reading.child(node, "ask").flatMap(FactsReader::ask)));
    }

    private static Optional<Fact.Ask> ask(Node node) {
        Fact.Ask ask = new Fact.Ask(Reading.wordOr(node, "who", "").strip(), Reading.date(node, "by"));
        return ask.who().isEmpty() && ask.by().isEmpty() ? Optional.empty() : Optional.of(ask);
    }

    private static Value value(YamlText text, Question question, Node node, List<Finding> findings) {
        // a list fits only where several answers may be given
        String word = normal(Reading.word(node).orElse(""));
        return switch (question.type()) {
            case YES_NO -> switch (word) {
                case "yes", "true" -> Value.YES;
                case "no", "false" -> Value.NO;
                case UNKNOWN -> Value.UNKNOWN;
                default -> misfit(text, question, node, findings, "yes, no, unknown");
            };
            case ONE_OF -> {
                if (word.equals(UNKNOWN))
                    yield Value.UNKNOWN;
                yield question.option(word).isPresent() ? new Value.Choice(word) : misfit(text, question, node, findings, options(question));
            }
            case ANY_OF -> {
                TreeSet<String> options = new TreeSet<>();
                for (Node part : node instanceof Node.Sequence s ? s.items() : List.of(node))
                    options.add(normal(Reading.word(part).orElse("")));
                boolean complete = !options.remove(UNKNOWN);
                boolean none = false;
                for (String option : options) {
                    Optional<Question.Option> found = question.option(option);
                    if (found.isEmpty())
                        yield misfit(text, question, node, findings, options(question));
                    none |= found.get().none();
                }
                if (options.isEmpty())
                    yield Value.UNKNOWN;
                if (none && (options.size() > 1 || !complete)) {
                    findings.add(text.finding(Severity.ERROR, "facts.contradiction", node.span(),
                            YamlMessages.TEXTS.text("facts.contradiction", question.id())).about(question.id(), List.of()));
                    yield Value.UNKNOWN;
                }
                yield new Value.Choices(options, complete);
            }
            case NUMBER -> {
                if (word.equals(UNKNOWN))
                    yield Value.UNKNOWN;
                Optional<BigDecimal> number = Reading.number(word);
                yield number.filter(question.range()::admits).isPresent() ? new Value.Quantity(number.get()) : misfit(text, question, node, findings, admitted(question.range()));
            }
        };
    }

    /** Which numbers can be true, in words. */
    private static Text admitted(Question.Range range) {
        Text kind = YamlMessages.TEXTS.text(range.whole() ? "facts.a-whole-number" : "facts.a-number");
        Text least = range.least() == null ? Text.EMPTY : YamlMessages.TEXTS.text("facts.at-least", range.least().toPlainString());
        Text most = range.most() == null ? Text.EMPTY : YamlMessages.TEXTS.text("facts.at-most", range.most().toPlainString());
        return YamlMessages.TEXTS.text("facts.number-or-unknown", kind, least, most);
    }

    /** An answer without what carries no meaning in it: case, surrounding space and invisible characters. */
    public static String normal(String word) {
        return isNormal(word) ? word : Letters.composed(word).codePoints().filter(c -> Character.getType(c) != Character.FORMAT).map(c -> Character.isSpaceChar(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** Nearly every answer is written as it should be. */
    private static boolean isNormal(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < 'a' || c > 'z') && c != '_' && (c < '0' || c > '9'))
                return false;
        }
        return true;
    }

    private static Value misfit(YamlText text, Question question, Node node, List<Finding> findings, Object allowed) {
        String found = node instanceof Node.Scalar s ? s.text() : "[…]";
        findings.add(text.finding(Severity.ERROR, "facts.value", node.span(),
                YamlMessages.TEXTS.text("facts.value", question.id(), found, allowed instanceof Text ? allowed : Text.same(allowed.toString())))
                .about(question.id(), near(question, node)));
        return Value.UNKNOWN;
    }

    /** What the first word that does not fit was perhaps meant to be; answers may be known by their titles. */
    private static List<String> near(Question question, Node node) {
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        question.options().forEach(o -> spellings.put(o.id(), List.of(o.id(), o.text().fr(), o.text().en())));
        if (question.type() == Question.AnswerType.YES_NO)
            for (String word : List.of("yes", "no"))
                spellings.put(word, List.of(word, YamlMessages.TEXTS.get(Lang.FR, "answer." + word)));
        spellings.put(UNKNOWN, List.of(UNKNOWN, YamlMessages.TEXTS.get(Lang.FR, "answer." + UNKNOWN)));
        return (node instanceof Node.Sequence s ? s.items() : List.of(node)).stream().map(n -> normal(Reading.word(n).orElse("")))
                .filter(w -> !spellings.containsKey(w)).findFirst().map(w -> Nearest.byTitle(w, spellings)).orElse(List.of());
    }

    private static String options(Question question) {
        return String.join(", ", question.options().stream().map(Question.Option::id).toList()) + ", " + UNKNOWN;
    }
}
