package org.etabli.yaml;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.Text;

/** Cases written from the law beside a rule set, for its proof. */
public final class CaseReader {

    private CaseReader() {
    }

    /** What the law says about a case; an empty list asks nothing. */
    public record Expectation(Optional<String> classId, List<String> classes, List<String> basis, List<String> notBasis, List<String> duties,
            List<String> notDuties, List<String> missing, List<String> doubts, List<String> frenchLaw, List<String> roles, Optional<String> fria) {
    }

    public record Case(String id, Text title, Text why, List<String> source, Optional<LocalDate> date, Facts facts, Expectation expect, int line) {
    }

    /** @param findings facts of the cases that no question knows, or answers that do not fit */
    public record Cases(String law, List<Case> cases, List<Finding> findings) {
    }

    public static Cases read(YamlText text, FactsReader facts) {
        List<Finding> findings = new java.util.ArrayList<>();
        List<Case> cases = Reading.list(text.root(), "cases", c -> {
            FactsReader.Result read = facts.read(new YamlText(text.name(), text.text(), c));
            findings.addAll(read.findings());
            Node e = Reading.child(c, "expect").orElse(c);
            return new Case(Reading.wordOr(c, "id", ""), Reading.text(c, "title"), Reading.text(c, "why"), Reading.words(c, "source"),
                    Reading.date(c, "date"), read.facts(),
                    new Expectation(Reading.word(e, "class"), Reading.words(e, "classes"), Reading.words(e, "basis"), Reading.words(e, "not_basis"),
                            Reading.words(e, "duties"), Reading.words(e, "not_duties"), Reading.words(e, "missing"), Reading.words(e, "doubts"),
                            Reading.words(e, "french_law"), Reading.words(e, "roles"), Reading.word(e, "fria")),
                    c.span().line());
        });
        return new Cases(Reading.wordOr(text.root(), "law", ""), cases, findings);
    }
}
