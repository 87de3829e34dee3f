package org.etabli.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the wizard for a new dossier. */
public final class NewDossierHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        NewDossierWizard.open(HandlerUtil.getActiveShell(event), HandlerUtil.getActiveWorkbenchWindow(event).getActivePage(), NewDossierWizard.Start.EMPTY);
        return null;
    }
}
