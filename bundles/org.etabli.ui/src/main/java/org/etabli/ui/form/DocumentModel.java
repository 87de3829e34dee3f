package org.etabli.ui.form;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;
import org.etabli.ui.DocumentEdits;
import org.etabli.yaml.TextEdit;

/**
 * The one document behind all pages of an editor. Each change of the text, by a form or by hand, is read in a job; listeners
 * then get a {@link Snapshot} in the UI thread. Form edits are small edits of the document, so undo is the document's.
 */
public abstract class DocumentModel<S extends Snapshot> {
    /** Fast enough to be felt as immediate, late enough to gather the keys of a word. */
    private static final int DELAY_MILLIS = 60;

    public interface Listener<S> {
        void changed(S snapshot);
    }

    protected final IDocument document;
    private final Display display;
    private final List<Listener<S>> listeners = new CopyOnWriteArrayList<>();
    private final IDocumentListener onText = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {
            // only the result matters
        }

        @Override
        public void documentChanged(DocumentEvent event) {
            later();
        }
    };
    private final Job job = Job.createSystem("Établi", (ICoreRunnable) monitor -> recompute());
    private volatile S snapshot;
    private volatile boolean disposed;
    private volatile boolean readOnly;

    protected DocumentModel(IDocument document, Display display) {
        this.document = document;
        this.display = display;
    }

    /** Reads the text for the first time; from now on every change is followed. */
    protected final void start() {
        snapshot = compute(document.get());
        document.addDocumentListener(onText);
    }

    /** What the text says; not called in the UI thread but for the first time. */
    protected abstract S compute(String text);

    public final S snapshot() {
        return snapshot;
    }

    /** Whether the snapshot is of the text as it stands. */
    public final boolean isUpToDate() {
        return snapshot.text().equals(document.get());
    }

    public final void listen(Listener<S> listener) {
        listeners.add(listener);
        listener.changed(snapshot);
    }

    /** Computes again, for something beside the text has changed. */
    protected final void later() {
        job.schedule(DELAY_MILLIS);
    }

    /** Whether edits of forms are refused, since the text cannot be written anyway. */
    final void setReadOnly(boolean readOnly) {
        this.readOnly = readOnly;
    }

    /** Makes an edit of a form, as one step of undo. Of a text that cannot be written the forms show again what it says. */
    protected final void apply(TextEdit edit) {
        if (readOnly)
            later();
        else
            DocumentEdits.apply(edit, document);
    }

    /** Makes every edit that was asked for, now: before the text is saved. */
    public void finish() {
        // where an edit is made at once, none waits
    }

    public void dispose() {
        disposed = true;
        job.cancel();
        document.removeDocumentListener(onText);
        listeners.clear();
    }

    private void recompute() {
        S fresh = compute(document.get());
        UiThread.later(display, () -> {
            if (disposed)
                return;
            snapshot = fresh;
            listeners.forEach(l -> l.changed(fresh));
        });
    }
}
