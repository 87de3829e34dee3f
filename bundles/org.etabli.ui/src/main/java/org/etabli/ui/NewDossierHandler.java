package org.etabli.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the wizard for a new dossier. */
public final class NewDossierHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        new WizardDialog(HandlerUtil.getActiveShell(event), new NewDossierWizard(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage())).open();
        return null;
    }
}
