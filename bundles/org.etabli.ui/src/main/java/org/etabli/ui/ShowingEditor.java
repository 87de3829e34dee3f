package org.etabli.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.part.EditorPart;

/** An editor that only shows: there is never anything to save. */
public abstract class ShowingEditor extends EditorPart {

    @Override
    public final void doSave(IProgressMonitor monitor) {
        // see above
    }

    @Override
    public final void doSaveAs() {
        // see above
    }

    @Override
    public final boolean isDirty() {
        return false;
    }

    @Override
    public final boolean isSaveAsAllowed() {
        return false;
    }
}
