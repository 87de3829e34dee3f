package org.etabli.ui.annex;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.etabli.ui.Dossiers;
import org.etabli.ui.form.DocumentEditor;

/** Makes the annexes of the dossier that is edited or selected, in a job, and opens the first. */
public final class GenerateHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        Optional<IProject> project = Dossiers.concerned(event);
        settle(page);
        // annexes are made from what is on disk: the text on the screen must be the same
        if (project.isPresent() && page.saveAllEditors(true))
            new GenerateJob(project.get(), page).schedule();
        return null;
    }

    private static void settle(IWorkbenchPage page) {
        for (IEditorReference reference : page.getEditorReferences())
            if (reference.getEditor(false) instanceof DocumentEditor<?> editor)
                editor.settle();
    }
}
