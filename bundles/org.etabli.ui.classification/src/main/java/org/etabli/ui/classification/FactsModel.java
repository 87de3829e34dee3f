package org.etabli.ui.classification;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.etabli.annex.Annexes;
import org.etabli.annex.Shaping;
import org.etabli.dossier.DossierFile.Read;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.FactEdits;
import org.etabli.dossier.Standing;
import org.etabli.model.Decision;
import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.ui.Core;
import org.etabli.ui.form.YamlModel;
import org.etabli.yaml.YamlEdits;

/** The facts of a dossier, read and classified at each change. */
final class FactsModel extends YamlModel<Facts, FactsSnapshot> {
    /** Of the day that the dossier says; the last that could be read. */
    private volatile Law law;
    private volatile LocalDate day;
    /** Read with the first text. */
    private Annexes annexes;

    FactsModel(IDocument document, Display display, Core core, Path folder) throws IOException, InvalidInputException {
        super(document, display, core, folder, DossierFile.FACTS);
        Standing first = standing();
        this.law = first.law();
        this.day = first.day();
        start();
    }

    Law law() {
        return law;
    }

    /** Under the law of the dossier's day; while that cannot be read, under the last that could. */
    private Standing lawful(Standing now) throws IOException {
        try {
            law = now.law();
            day = now.day();
            return now;
        } catch (InvalidInputException e) {
            // the builder says what is wrong with the law of the dossier
            ILog.get().info("law", e);
            return now.on(Optional.of(day), Optional.empty());
        }
    }

    @Override
    protected FactsSnapshot read(String text, Read<Facts> read, Standing given) throws IOException, InvalidInputException {
        Standing now = lawful(given);
        List<Finding> findings = new ArrayList<>(read.findings());
        findings.addAll(now.contradictions());
        Evaluation evaluation = now.evaluation();
        Decision decision = now.decision();
        // the trace is made when somebody first asks for it: here, not in the UI thread
        decision.trace().steps();
        return new FactsSnapshot(text, now.law(), findings, Optional.of(new FactsSnapshot.Read(read.yaml().orElseThrow(), evaluation.facts(), evaluation, decision, shaping(evaluation, decision))));
    }

    @Override
    protected FactsSnapshot broken(String text, List<Finding> findings) {
        return new FactsSnapshot(text, law, findings, Optional.empty());
    }

    /** None where the clauses cannot be read: generating says why. */
    private List<String> shaping(Evaluation evaluation, Decision decision) {
        try {
            if (annexes == null)
                annexes = new Annexes(core().content());
            return Shaping.facts(law, evaluation, decision, annexes);
        } catch (IOException | InvalidInputException e) {
            ILog.get().info(DossierFile.FACTS.name(), e);
            return List.of();
        }
    }

    /**
     * Gives a fact an answer; its other fields stay as they are.
     *
     * @param refused is run in the UI thread when that cannot be written without touching anything else
     */
    void answer(String fact, YamlEdits.Content content, Runnable refused) {
        edit(yaml -> Optional.of(FactEdits.answer(yaml, fact, content)), refused);
    }

    /** Gives a field of a fact ({@code by}, or {@code ask} and {@code who}) a text; an empty text takes the field away. */
    void field(String fact, String text, Runnable refused, String... field) {
        edit(yaml -> FactEdits.field(yaml, fact, List.of(field), text), refused);
    }
}
