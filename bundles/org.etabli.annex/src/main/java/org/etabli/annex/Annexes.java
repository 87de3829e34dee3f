package org.etabli.annex;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.model.Clause;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.yaml.ClauseReader;

/** The documents of a dossier, as AsciiDoc. Pure: reads content, writes nothing. */
public final class Annexes {
    private final List<DocumentTemplate> templates;
    private final List<Clause> clauses;
    private final List<String> overridden;

    /** @param content as the dossier sees it: its own clauses and frames win */
    public Annexes(Content content) throws IOException, InvalidInputException {
        templates = ClauseReader.documents(content.read("templates/documents.yaml", "documents"));
        List<Clause> all = new ArrayList<>();
        for (String name : content.names("clauses"))
            all.addAll(ClauseReader.clauses(content.read("clauses/" + name, "clauses")));
        clauses = List.copyOf(all);
        overridden = content.overridden();
    }

    /** Every clause, chosen or not. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** The documents that can be made, in order. */
    public List<DocumentTemplate> templates() {
        return templates;
    }

    /** The documents that a decision calls for: a prohibited practice has a classification sheet, and no clause to be tendered with. */
    public List<DocumentTemplate> templates(Decision decision) {
        return decision.classes().contains(Decision.PROHIBITED) ? templates.stream().filter(t -> t.kind().equals(DocumentTemplate.SHEET)).toList() : templates;
    }

    public AnnexDocument document(String id, DossierFolder dossier, Law law, Evaluation evaluation, Decision decision, Lang lang) {
        DocumentTemplate template = templates.stream().filter(t -> t.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no document is called " + id));
        return template.kind().equals(DocumentTemplate.SHEET)
                ? new ClassificationSheet(template, dossier, law, evaluation, decision, lang).document()
                : new ClauseDocument(template, clauses, overridden, dossier, law, evaluation, decision, lang).document();
    }
}
