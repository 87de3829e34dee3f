package org.etabli.dossier;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.model.ArticlePath;
import org.etabli.model.Condition;
import org.etabli.model.Days;
import org.etabli.model.Decision;
import org.etabli.model.Fact;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.OwnContent;
import org.etabli.model.Question;
import org.etabli.model.Text;
import org.etabli.model.Truth;
import org.etabli.model.Value;
import org.etabli.model.Finding.Severity;
import org.etabli.procurement.Identifiers;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.yaml.FileSet;
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlText;

/** What is to be said about the texts of a dossier: the one source of findings for markers, form headers and the command line. */
public final class Checker {

    private Checker() {
    }

    /**
     * That results rest on content that the dossier brings: a warning on each file; and what of their texts is left.
     *
     * @throws InvalidInputException when something of it cannot be used
     */
    public static List<Finding> own(Path folder, Content content) throws InvalidInputException {
        List<Finding> findings = new ArrayList<>();
        for (OwnContent own : content.own()) {
            String file = folder.resolve(own.file()).toString();
            findings.add(new Finding(Severity.WARNING, "content.own", file, 1, 1, 0, 0, DossierMessages.TEXTS.text(own.replaces() ? "content.own-replaces" : "content.own-added", linked(own))));
            if (own.isText())
                findings.add(new Finding(Severity.INFO, "content.trust", file, 1, 1, 0, 0, DossierMessages.TEXTS.text(content.isTrusted() ? "content.trusted" : "content.untrusted", folder)));
        }
        return findings;
    }

    /** That a kill has left documents of two editions beside one another: a warning on their folder. */
    public static List<Finding> unfinished(Path folder) {
        Path annexes = folder.resolve("annexes");
        if (!FileSet.isInterrupted(annexes))
            return List.of();
        return List.of(new Finding(Severity.WARNING, "annexes.unfinished", annexes.toString(), 1, 1, 0, 0, DossierMessages.TEXTS.text("annexes.unfinished", folder)));
    }

    private static Text linked(OwnContent own) {
        return own.linkedTo().map(t -> DossierMessages.TEXTS.text("content.linked", t)).orElse(Text.EMPTY);
    }

    /** What is wrong in an identity, or not said in it. */
    public static List<Finding> identity(YamlText dossier) {
        return Stream.of(identifiers(dossier).stream(), unsaid(dossier).stream(), unexamined(dossier)).flatMap(f -> f).toList();
    }

    /** The first gate of a purchase: why at all, and what would do without AI. To be known, and never a wall for a draft. */
    private static Stream<Finding> unexamined(YamlText dossier) {
        return Stream.of(IdentityEdits.Field.NEED, IdentityEdits.Field.WITHOUT_AI).filter(f -> IdentityEdits.said(dossier, f).filter(w -> !w.isBlank()).isEmpty())
                .map(f -> dossier.finding(Severity.INFO, f == IdentityEdits.Field.NEED ? "dossier.no-need" : "dossier.no-alternative", dossier.start(List.of("authority")),
                        DossierMessages.TEXTS.text(f == IdentityEdits.Field.NEED ? "dossier.no-need" : "dossier.no-alternative")));
    }

    /** Identifiers whose check digits are wrong. */
    private static List<Finding> identifiers(YamlText dossier) {
        Optional<Node> siret = dossier.root().at(List.of("authority", "siret"));
        if (siret.isPresent() && siret.get() instanceof Node.Scalar s && !Identifiers.isSiret(s.text()))
            return List.of(dossier.finding(Severity.ERROR, "dossier.siret", s.span(), DossierMessages.TEXTS.text("siret", s.text())));
        return List.of();
    }

    /** That the documents will say "to be completed", and where. */
    public static Optional<Finding> unsaid(YamlText dossier) {
        List<IdentityEdits.Field> fields = IdentityEdits.unsaid(dossier);
        return fields.isEmpty() ? Optional.empty() : Optional.of(dossier.finding(Severity.INFO, "dossier.unsaid", dossier.start(List.of("authority")),
                DossierMessages.TEXTS.text("dossier.unsaid", new Text(names(fields, Lang.FR), names(fields, Lang.EN)))));
    }

    private static String names(List<IdentityEdits.Field> fields, Lang lang) {
        return fields.stream().map(f -> IdentityEdits.name(f).in(lang)).collect(Collectors.joining(", "));
    }

    /**
     * What the law says about the facts: a prohibited practice, facts that are missing, answers that exclude each other, doubts;
     * and what somebody is to find out. Placed on the facts concerned.
     *
     * @param today against which tasks are overdue; the decision may be of another day
     */
    public static List<Finding> law(YamlText facts, Law law, Evaluation evaluation, Decision decision, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        Node.Span place = facts.start(List.of("facts"));
        if (decision.classes().contains(Decision.PROHIBITED))
            findings.add(facts.finding(Severity.ERROR, "law.prohibited", place,
                    DossierMessages.TEXTS.text("law.prohibited", labels(evaluation.basis(Decision.PROHIBITED)))));
        for (Decision.Unlawful use : decision.unlawful())
            findings.add(facts.finding(Severity.ERROR, "law.unlawful", unlawfulPlace(facts, law, use.id(), place),
                    DossierMessages.TEXTS.text("law.unlawful", use.text(), use.wayOut(), labels(use.source()))).about(use.id(), List.of()));
        if (!decision.isDecided())
            findings.add(facts.finding(Severity.WARNING, "law.undecided", place, DossierMessages.TEXTS.text("law.undecided", decision.missing().size())));
        for (Decision.Presumed p : decision.presumed())
            if (!p.wayOuts().isEmpty())
                findings.add(facts.finding(Severity.INFO, "law.presumed", span(facts, p.fact(), place), DossierMessages.TEXTS.text("law.presumed",
                        p.why().title(), p.why().doubt(), p.why().wayOut(), labels(p.why().source()))).about(p.fact(), List.of()));
        for (Decision.Missing missing : decision.missing())
            findings.add(facts.finding(Severity.INFO, "law.missing-fact", span(facts, missing.fact(), place), DossierMessages.TEXTS.text("law.missing-fact",
                    missing.fact(), question(law, missing.fact()))).about(missing.fact(), List.of()));
        evaluation.facts().byId().values().stream().filter(f -> evaluation.asks(f.id()) == Truth.FALSE && affirms(law, f))
                .forEach(f -> findings.add(facts.finding(Severity.WARNING, "facts.not-asked", span(facts, f.id(), place), DossierMessages.TEXTS.text("facts.not-asked",
                        f.id(), because(evaluation, f.id()))).about(f.id(), List.of())));
        for (Tasks.Task task : Tasks.of(evaluation, today))
            findings.add(facts.finding(task.overdue() ? Severity.WARNING : Severity.INFO, "facts.task", span(facts, task.fact(), place), DossierMessages.TEXTS.text(
                    task.overdue() ? "facts.task-overdue" : "facts.task", task.ask().who().isEmpty() ? DossierMessages.TEXTS.text("task.nobody") : Text.same(task.ask().who()),
                    task.ask().by().map(d -> DossierMessages.TEXTS.text("task.by", Days.inWords(d))).orElse(Text.EMPTY), question(law, task.fact()))).about(task.fact(), List.of()));
        for (Decision.Doubt doubt : decision.doubts())
            findings.add(facts.finding(Severity.INFO, "law.doubt", place,
                    DossierMessages.TEXTS.text("law.doubt", doubt.text(), String.join(", ", doubt.source()))));
        return findings;
    }

    /** The last of the answers that the rule names: those before only lead to it. */
    private static Node.Span unlawfulPlace(YamlText facts, Law law, String id, Node.Span otherwise) {
        return law.ruleSets().stream().flatMap(s -> s.unlawful().stream()).filter(u -> u.id().equals(id)).flatMap(u -> u.when().leaves())
                .flatMap(l -> l instanceof Condition.FactIs f ? facts.key(List.of("facts", f.fact())).stream() : Stream.empty()).reduce((earlier, later) -> later).orElse(otherwise);
    }

    private static Text question(Law law, String fact) {
        return law.catalogue().get(fact).map(Question::text).orElse(Text.EMPTY);
    }

    /** "No" and "none of these" contradict nothing that was answered before. */
    private static boolean affirms(Law law, Fact fact) {
        Question question = law.catalogue().get(fact.id()).orElseThrow();
        return switch (fact.value()) {
            case Value.YesNo v -> v.yes();
            case Value.Choice c -> question.option(c.option()).filter(o -> !o.none()).isPresent();
            case Value.Choices c -> c.options().stream().anyMatch(o -> question.option(o).filter(x -> !x.none()).isPresent());
            case Value.Quantity q -> false;
            case Value.Unknown u -> false;
        };
    }

    /** The answers that make the question pointless, as they are written. */
    private static String because(Evaluation evaluation, String question) {
        return evaluation.whyNotAsked(question).stream().map(f -> f.fact() + ": " + f.value().code()).distinct().collect(Collectors.joining(" ; "));
    }

    private static Node.Span span(YamlText facts, String fact, Node.Span otherwise) {
        return facts.key(List.of("facts", fact)).orElse(otherwise);
    }

    private static Text labels(List<String> paths) {
        return new Text(labels(paths, Lang.FR), labels(paths, Lang.EN));
    }

    private static String labels(List<String> paths, Lang lang) {
        return String.join(" ; ", paths.stream().map(p -> ArticlePath.label(p, lang)).toList());
    }
}
