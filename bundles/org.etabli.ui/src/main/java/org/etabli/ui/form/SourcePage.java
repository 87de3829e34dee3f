package org.etabli.ui.form;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.ui.editors.text.TextEditor;

/** The text itself, the last page of an editor. What it has to say of its file, its editor says above all pages. */
final class SourcePage extends TextEditor {
    private final boolean prose;
    private final boolean readOnly;
    private final Runnable outOfStep;

    /**
     * @param prose     whether a paragraph is one line, shown on as many as it needs
     * @param readOnly  whether the file cannot be written
     * @param outOfStep is run when the file was changed by another program
     */
    SourcePage(SourceViewerConfiguration configuration, boolean prose, boolean readOnly, Runnable outOfStep) {
        this.prose = prose;
        this.readOnly = readOnly;
        this.outOfStep = outOfStep;
        // the superclass has read its own in its constructor, before this one had a field
        setSourceViewerConfiguration(configuration);
    }

    @Override
    protected boolean getInitialWordWrapStatus() {
        return prose || super.getInitialWordWrapStatus();
    }

    @Override
    public boolean isEditable() {
        return !readOnly && super.isEditable();
    }

    @Override
    public boolean isEditorInputModifiable() {
        return !readOnly && super.isEditorInputModifiable();
    }

    @Override
    protected void handleEditorInputChanged() {
        if (getDocumentProvider().isDeleted(getEditorInput()))
            super.handleEditorInputChanged();
        else
            outOfStep.run();
    }

    /** Saves over whatever another program has written meanwhile: somebody has looked at it, and chosen. */
    void overwrite(IProgressMonitor monitor) {
        performSave(true, monitor);
    }
}
