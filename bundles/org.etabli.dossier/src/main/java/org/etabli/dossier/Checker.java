package org.etabli.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Catalogue;
import org.etabli.model.Decision;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Question;
import org.etabli.model.Text;
import org.etabli.procurement.Identifiers;
import org.etabli.rules.Law;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.Node;
import org.etabli.yaml.SchemaValidator;
import org.etabli.yaml.YamlText;

/** What is to be said about the texts of a dossier: the one source of findings for markers, form headers and the command line. */
public final class Checker {

    private Checker() {
    }

    /** Syntax, schema and answers of a facts text. Never throws for bad input: that is what it reports. */
    public static List<Finding> facts(String name, String text, SchemaValidator schemas, Catalogue catalogue) {
        try {
            YamlText yaml = YamlText.parse(name, text);
            List<Finding> findings = new ArrayList<>(schemas.validate(yaml, "facts"));
            if (findings.stream().noneMatch(f -> f.severity() == Severity.ERROR))
                findings.addAll(new FactsReader(catalogue).read(yaml).findings());
            return findings;
        } catch (InvalidInputException e) {
            return e.findings();
        }
    }

    /** Syntax, schema and identifiers of a dossier text. */
    public static List<Finding> dossier(String name, String text, SchemaValidator schemas) {
        try {
            YamlText yaml = YamlText.parse(name, text);
            List<Finding> findings = new ArrayList<>(schemas.validate(yaml, "dossier"));
            findings.addAll(identifiers(yaml));
            return findings;
        } catch (InvalidInputException e) {
            return e.findings();
        }
    }

    /** Identifiers whose check digits are wrong. */
    public static List<Finding> identifiers(YamlText dossier) {
        Optional<Node> siret = dossier.root().at(List.of("authority", "siret"));
        if (siret.isPresent() && siret.get() instanceof Node.Scalar s && !Identifiers.isSiret(s.text()))
            return List.of(dossier.finding(Severity.ERROR, "dossier.siret", s.span(), DossierMessages.TEXTS.text("siret", s.text())));
        return List.of();
    }

    /** What the law says about the facts: a prohibited practice, facts that are missing, doubts. Placed on the facts concerned. */
    public static List<Finding> law(YamlText facts, Law law, Decision decision) {
        List<Finding> findings = new ArrayList<>();
        Node.Span whole = facts.root().at(List.of("facts")).map(Node::span).orElse(facts.root().span());
        Node.Span place = new Node.Span(whole.offset(), whole.offset(), whole.line(), whole.column());
        if (decision.classes().contains(Decision.PROHIBITED))
            findings.add(facts.finding(Severity.ERROR, "law.prohibited", place,
                    DossierMessages.TEXTS.text("law.prohibited", String.join(", ", decision.basis()))));
        if (!decision.isDecided())
            findings.add(facts.finding(Severity.WARNING, "law.undecided", place, DossierMessages.TEXTS.text("law.undecided", decision.missing().size())));
        for (Decision.Missing missing : decision.missing())
            findings.add(facts.finding(Severity.INFO, "law.missing-fact", span(facts, missing.fact(), place), DossierMessages.TEXTS.text("law.missing-fact",
                    missing.fact(), law.catalogue().get(missing.fact()).map(Question::text).orElse(Text.EMPTY))));
        for (Decision.Doubt doubt : decision.doubts())
            findings.add(facts.finding(Severity.INFO, "law.doubt", place,
                    DossierMessages.TEXTS.text("law.doubt", doubt.text(), String.join(", ", doubt.source()))));
        return findings;
    }

    private static Node.Span span(YamlText facts, String fact, Node.Span otherwise) {
        return facts.root().at(List.of("facts")).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast)
                .flatMap(m -> m.entry(fact)).map(e -> e.key().span()).orElse(otherwise);
    }
}
