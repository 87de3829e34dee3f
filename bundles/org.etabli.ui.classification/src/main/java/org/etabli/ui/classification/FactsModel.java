package org.etabli.ui.classification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.etabli.annex.Annexes;
import org.etabli.annex.Shaping;
import org.etabli.dossier.Checker;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.FactEdits;
import org.etabli.dossier.Identity;
import org.etabli.model.Decision;
import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.ui.Core;
import org.etabli.ui.form.DocumentModel;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlEdits;
import org.etabli.yaml.YamlText;

/** The facts of a dossier, read and classified at each change. */
final class FactsModel extends DocumentModel<FactsSnapshot> {
    /** Of the day that the dossier says; the last that could be read. */
    private volatile Law law;
    private final Core core;
    private final Supplier<Identity> identity;
    /** Read with the first text. */
    private Annexes annexes;

    /** @param identity asked at each change: the dossier may be edited beside the facts */
    FactsModel(IDocument document, Display display, Core core, Supplier<Identity> identity) throws IOException, InvalidInputException {
        super(document, display);
        this.core = core;
        this.identity = identity;
        this.law = core.law();
        start();
    }

    Law law() {
        return law;
    }

    Core core() {
        return core;
    }

    private Law current() {
        try {
            law = core.law();
        } catch (IOException | InvalidInputException e) {
            // the builder says what is wrong with the law of the dossier
            ILog.get().info("law", e);
        }
        return law;
    }

    @Override
    protected FactsSnapshot compute(String text) {
        Law law = current();
        List<Finding> findings = new ArrayList<>(Checker.facts(DossierFolder.FACTS, text, core.content().schemas(), law.catalogue()));
        if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR))
            return new FactsSnapshot(text, law, findings, Optional.empty());
        try {
            YamlText yaml = YamlText.parse(DossierFolder.FACTS, text);
            FactsReader.Result result = new FactsReader(law.catalogue()).read(yaml);
            Identity known = identity.get();
            findings.addAll(known.contradictions(law.catalogue(), yaml, result.facts()));
            Facts facts = known.fill(law.catalogue(), result.facts());
            Evaluation evaluation = law.evaluate(facts);
            Decision decision = evaluation.decision(DossierFolder.FACTS, core.lawDay());
            // the trace is made when somebody first asks for it: here, not in the UI thread
            decision.trace().steps();
            return new FactsSnapshot(text, law, findings, Optional.of(new FactsSnapshot.Read(yaml, facts, evaluation, decision, shaping(evaluation, decision))));
        } catch (InvalidInputException e) {
            return new FactsSnapshot(text, law, e.findings(), Optional.empty());
        }
    }

    /** None where the clauses cannot be read: generating says why. */
    private List<String> shaping(Evaluation evaluation, Decision decision) {
        try {
            if (annexes == null)
                annexes = new Annexes(core.content());
            return Shaping.facts(law, evaluation, decision, annexes);
        } catch (IOException | InvalidInputException e) {
            ILog.get().info(DossierFolder.FACTS, e);
            return List.of();
        }
    }

    /** Gives a fact an answer; its other fields stay as they are. */
    void answer(String fact, YamlEdits.Content content) {
        edit(fact, yaml -> Optional.of(FactEdits.answer(yaml, fact, content)));
    }

    /** Gives a field of a fact ({@code by}, or {@code ask} and {@code who}) a text; an empty text takes the field away. */
    void field(String fact, String text, String... field) {
        edit(fact, yaml -> FactEdits.field(yaml, fact, List.of(field), text));
    }

    private interface Making {
        Optional<TextEdit> edit(YamlText yaml) throws InvalidInputException;
    }

    /** One step of undo; refused, and said in the log, when it cannot be made without touching anything else. */
    private void edit(String fact, Making making) {
        try {
            String text = document.get();
            Optional<YamlText> known = snapshot().text().equals(text) ? snapshot().read().map(FactsSnapshot.Read::yaml) : Optional.empty();
            making.edit(known.isPresent() ? known.get() : YamlText.parse(DossierFolder.FACTS, text)).ifPresent(this::apply);
        } catch (InvalidInputException | IllegalStateException e) {
            ILog.get().error("edit of " + fact, e);
        }
    }
}
