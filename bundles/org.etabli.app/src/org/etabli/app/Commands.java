package org.etabli.app;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** The commands of the plug-in set that the application offers in places of its own. */
final class Commands {
    static final String NEW_DOSSIER = "org.etabli.ui.newDossier";
    static final String OPEN_DOSSIER = "org.etabli.ui.openDossier";

    private Commands() {
    }

    static void execute(String command) throws ExecutionException {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (NotDefinedException | NotEnabledException | NotHandledException e) {
            throw new ExecutionException(command, e);
        }
    }
}
