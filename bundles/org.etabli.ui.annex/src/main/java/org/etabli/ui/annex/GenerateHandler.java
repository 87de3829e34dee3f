package org.etabli.ui.annex;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;

/** Makes the annexes of the dossier that is edited or selected, in a job, and opens the first. */
public final class GenerateHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        // annexes are made from what is on disk: the text on the screen must be the same
        if (project(event).isPresent() && page.saveAllEditors(true))
            new GenerateJob(project(event).get(), page).schedule();
        return null;
    }

    private static Optional<IProject> project(ExecutionEvent event) {
        IEditorInput input = HandlerUtil.getActiveEditorInput(event);
        IResource edited = input == null ? null : Adapters.adapt(input, IResource.class);
        if (edited != null)
            return Optional.of(edited.getProject());
        return HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                ? Optional.ofNullable(Adapters.adapt(selection.getFirstElement(), IResource.class)).map(IResource::getProject)
                : Optional.empty();
    }
}
