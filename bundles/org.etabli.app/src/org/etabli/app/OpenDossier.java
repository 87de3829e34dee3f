package org.etabli.app;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;

/** Stands in for the platform's import of projects: a dossier is opened where it is. */
public class OpenDossier extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Commands.execute(Commands.OPEN_DOSSIER);
        return null;
    }
}
