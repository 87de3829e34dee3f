package org.etabli.yaml;

import java.util.List;
import java.util.Optional;

import org.etabli.model.Clause;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.SupplierDuties;

/** Clause files and document frames into records; read after validation. */
public final class ClauseReader {

    private ClauseReader() {
    }

    public static List<Clause> clauses(YamlText text) {
        String document = Reading.wordOr(text.root(), "document", "");
        return Reading.list(text.root(), "clauses", c -> new Clause(Reading.wordOr(c, "id", ""), document, Reading.wordOr(c, "section", ""),
                Reading.text(c, "title"), Reading.text(c, "body"), Reading.words(c, "source"), Reading.words(c, "serves"), LawReader.certainty(c), LawReader.when(c),
                Optional.of(Reading.text(c, "advice")).filter(t -> !t.isEmpty()), Reading.flag(c, "on_request")));
    }

    /** Empty for a file that says nothing about it. */
    public static Optional<SupplierDuties> supplier(YamlText text) {
        return Reading.child(text.root(), "supplier").map(s -> new SupplierDuties(Reading.words(s, "roles"),
                Reading.list(s, "left_to_law", l -> new SupplierDuties.LeftToLaw(Reading.wordOr(l, "duty", ""), Reading.text(l, "reason")))));
    }

    public static List<DocumentTemplate> documents(YamlText text) {
        return Reading.list(text.root(), "documents", d -> new DocumentTemplate(Reading.wordOr(d, "id", ""), Reading.wordOr(d, "kind", ""),
                Reading.text(d, "title"), Reading.text(d, "subtitle"), Reading.text(d, "intro"),
                Reading.list(d, "sections", s -> new DocumentTemplate.Section(Reading.wordOr(s, "id", ""), Reading.text(s, "title"), Reading.text(s, "intro"),
                        Reading.flag(s, "of_charter")))));
    }
}
