package org.etabli.ui;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.navigator.CommonActionProvider;
import org.eclipse.ui.navigator.ICommonActionConstants;
import org.eclipse.ui.navigator.ICommonViewerWorkbenchSite;

/** A double click, or Enter, on a dossier in the tree opens it. */
public final class DossierOpening extends CommonActionProvider {
    private final IAction open = new Action(Messages.openTitle) {
        @Override
        public void run() {
            openSelected();
        }
    };

    @Override
    public void fillActionBars(IActionBars bars) {
        bars.setGlobalActionHandler(ICommonActionConstants.OPEN, open);
    }

    private void openSelected() {
        if (!(getContext().getSelection() instanceof IStructuredSelection selection) || !(getActionSite().getViewSite() instanceof ICommonViewerWorkbenchSite site))
            return;
        IProject project = Adapters.adapt(selection.getFirstElement(), IProject.class);
        IWorkbenchPage page = site.getPage();
        if (project != null && project.isOpen())
            try {
                Dossiers.open(Dossiers.folder(project), page);
            } catch (CoreException e) {
                ErrorDialog.openError(site.getShell(), Messages.openTitle, Messages.cannotOpen, e.getStatus());
            }
    }
}
