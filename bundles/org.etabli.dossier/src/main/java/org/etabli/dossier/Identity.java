package org.etabli.dossier;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Catalogue;
import org.etabli.model.Fact;
import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Question;
import org.etabli.model.Question.AnswerType;
import org.etabli.model.Value;
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlText;

/**
 * What {@code dossier.yaml} says already of the facts, so that nobody writes it twice. Which of its fields answers which question stands in
 * the questions.
 *
 * @param dossier empty where there is no such file, or none that can be read
 */
public record Identity(Optional<YamlText> dossier) {
    public static final Identity NONE = new Identity(Optional.empty());

    /** Of a dossier's folder; a file that cannot be read says nothing here, and says why where it is. */
    public static Identity of(DossierPaths paths) {
        try {
            return new Identity(paths.exists(DossierFile.DOSSIER.name()) ? Optional.of(YamlText.parse(DossierFile.DOSSIER.name(), paths.read(DossierFile.DOSSIER.name()))) : Optional.empty());
        } catch (IOException | InvalidInputException e) {
            return NONE;
        }
    }

    /** The facts, with what the dossier says in the place of answers that nobody gave. */
    public Facts fill(Catalogue catalogue, Facts facts) {
        List<Fact> all = new ArrayList<>(facts.byId().values());
        for (Question question : catalogue.questions())
            if (question.identity().isPresent() && facts.value(question.id()) instanceof Value.Unknown)
                said(question).ifPresent(said -> {
                    all.removeIf(f -> f.id().equals(question.id()));
                    all.add(new Fact(question.id(), said.value, Optional.empty(), Optional.empty(), List.of(place(question)), ""));
                });
        return all.size() == facts.byId().size() && all.equals(List.copyOf(facts.byId().values())) ? facts : Facts.of(all);
    }

    /** Facts that say something else than the dossier: each names both places. */
    public List<Finding> contradictions(Catalogue catalogue, YamlText text, Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Question question : catalogue.questions())
            if (question.identity().isPresent() && !(facts.value(question.id()) instanceof Value.Unknown))
                said(question).filter(said -> !same(said.value, facts.value(question.id()))).ifPresent(said -> findings.add(text.finding(Severity.WARNING, "facts.identity",
                        text.start(List.of("facts", question.id())), DossierMessages.TEXTS.text("facts.identity", question.label(), facts.value(question.id()).code(),
                                place(question), said.at.line(), said.word)).about(question.id(), List.of())));
        return findings;
    }

    private static String place(Question question) {
        return DossierFile.DOSSIER.name() + ", " + question.identity().orElseThrow().field();
    }

    private static boolean same(Value one, Value other) {
        return one instanceof Value.Quantity a && other instanceof Value.Quantity b ? a.amount().compareTo(b.amount()) == 0 : one.equals(other);
    }

    /** @param word as it is written, {@code at} where */
    private record Said(Value value, String word, Node.Span at) {
    }

    private Optional<Said> said(Question question) {
        Question.Identity identity = question.identity().orElseThrow();
        return dossier.flatMap(d -> d.root().at(List.of(identity.field().split("\\.")))).filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast)
                .flatMap(s -> value(question, identity.answers().getOrDefault(s.text(), s.text())).map(v -> new Said(v, s.text(), s.span())));
    }

    private static Optional<Value> value(Question question, String word) {
        if (question.type() == AnswerType.NUMBER)
            return number(word).filter(question.range()::admits).map(Value.Quantity::new);
        return question.option(word).map(o -> new Value.Choice(o.id()));
    }

    private static Optional<BigDecimal> number(String word) {
        return word.matches("-?[0-9]{1,15}") ? Optional.of(new BigDecimal(word)) : Optional.empty();
    }
}
