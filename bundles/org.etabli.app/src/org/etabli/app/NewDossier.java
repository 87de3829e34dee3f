package org.etabli.app;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;

/** An entry for the platform's "New" menus that goes on to our own command; it has no page of its own. */
public class NewDossier extends Wizard implements INewWizard {

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        // a new dossier does not depend on what is selected
    }

    @Override
    public boolean performFinish() {
        try {
            Commands.execute(Commands.NEW_DOSSIER);
        } catch (ExecutionException e) {
            ILog.of(getClass()).error("The wizard for a new dossier cannot be opened", e);
        }
        return true;
    }
}
