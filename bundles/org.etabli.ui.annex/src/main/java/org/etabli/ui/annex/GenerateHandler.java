package org.etabli.ui.annex;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
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
            target(project.get(), page).ifPresent(t -> new GenerateJob(project.get(), t, page).schedule());
        return null;
    }

    /** Where the documents go: into the dossier, or where the user says while that cannot be written. */
    private static Optional<Path> target(IProject project, IWorkbenchPage page) {
        if (!Dossiers.isReadOnly(project))
            return Optional.of(Dossiers.folder(project).resolve(GenerateJob.FOLDER));
        DirectoryDialog dialog = new DirectoryDialog(page.getWorkbenchWindow().getShell(), SWT.SAVE);
        dialog.setText(Messages.elsewhereTitle);
        dialog.setMessage(Messages.elsewhere);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    private static void settle(IWorkbenchPage page) {
        for (IEditorReference reference : page.getEditorReferences())
            if (reference.getEditor(false) instanceof DocumentEditor<?> editor)
                editor.settle();
    }
}
