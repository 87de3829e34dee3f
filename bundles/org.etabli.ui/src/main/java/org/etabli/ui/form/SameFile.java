package org.etabli.ui.form;

import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorMatchingStrategy;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PartInitException;

/** One editor for a file. Of an editor that nobody has looked at since the start the platform compares the title with the file's name, and ours have other titles. */
public final class SameFile implements IEditorMatchingStrategy {

    @Override
    public boolean matches(IEditorReference editor, IEditorInput input) {
        try {
            return input.equals(editor.getEditorInput());
        } catch (PartInitException e) {
            // its file is gone meanwhile
            ILog.get().info(editor.getName(), e);
            return false;
        }
    }
}
