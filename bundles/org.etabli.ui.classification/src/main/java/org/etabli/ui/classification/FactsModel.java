package org.etabli.ui.classification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;
import org.etabli.dossier.Checker;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.FactEdits;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.ui.Core;
import org.etabli.ui.DocumentEdits;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlEdits;
import org.etabli.yaml.YamlText;

/**
 * The one document behind all pages. Each change of the text, by a form or by hand, is read and classified in a job; listeners
 * then get a {@link Snapshot} in the UI thread. Form edits are small edits of the document, so undo is the document's.
 */
final class FactsModel {
    /** Fast enough to be felt as immediate, late enough to gather the keys of a word. */
    private static final int DELAY_MILLIS = 60;

    interface Listener {
        void changed(Snapshot snapshot);
    }

    private final IDocument document;
    private final Display display;
    private final Law law;
    private final Core core;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final IDocumentListener onText = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {
            // only the result matters
        }

        @Override
        public void documentChanged(DocumentEvent event) {
            job.schedule(DELAY_MILLIS);
        }
    };
    private final Job job;
    private volatile Snapshot snapshot;
    private volatile boolean disposed;

    FactsModel(IDocument document, Display display, Core core) throws IOException, InvalidInputException {
        this.document = document;
        this.display = display;
        this.core = core;
        this.law = core.law();
        this.job = Job.createSystem("Établi", (ICoreRunnable) monitor -> recompute());
        this.snapshot = compute(document.get());
        document.addDocumentListener(onText);
    }

    Law law() {
        return law;
    }

    Core core() {
        return core;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    void listen(Listener listener) {
        listeners.add(listener);
        listener.changed(snapshot);
    }

    void dispose() {
        disposed = true;
        job.cancel();
        document.removeDocumentListener(onText);
        listeners.clear();
    }

    private void recompute() {
        Snapshot fresh = compute(document.get());
        display.asyncExec(() -> {
            if (disposed)
                return;
            snapshot = fresh;
            listeners.forEach(l -> l.changed(fresh));
        });
    }

    private Snapshot compute(String text) {
        List<Finding> findings = new ArrayList<>(Checker.facts(DossierFolder.FACTS, text, core.content().schemas(), law.catalogue()));
        if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR))
            return new Snapshot(text, law, findings, Optional.empty());
        try {
            YamlText yaml = YamlText.parse(DossierFolder.FACTS, text);
            FactsReader.Result result = new FactsReader(law.catalogue()).read(yaml);
            Evaluation evaluation = law.evaluate(result.facts());
            return new Snapshot(text, law, findings,
                    Optional.of(new Snapshot.Read(yaml, result.facts(), evaluation, evaluation.decision(DossierFolder.FACTS, core.today()))));
        } catch (InvalidInputException e) {
            return new Snapshot(text, law, e.findings(), Optional.empty());
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
            Optional<YamlText> known = snapshot.text().equals(text) ? snapshot.read().map(Snapshot.Read::yaml) : Optional.empty();
            making.edit(known.isPresent() ? known.get() : YamlText.parse(DossierFolder.FACTS, text)).ifPresent(e -> DocumentEdits.apply(e, document));
        } catch (InvalidInputException | IllegalStateException e) {
            ILog.get().error("edit of " + fact, e);
        }
    }
}
