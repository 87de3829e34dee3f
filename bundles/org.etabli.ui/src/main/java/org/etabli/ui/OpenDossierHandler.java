package org.etabli.ui;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for a folder and opens it. */
public final class OpenDossierHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        DirectoryDialog dialog = new DirectoryDialog(shell);
        dialog.setText(Messages.openTitle);
        dialog.setMessage(Messages.openMessage);
        dialog.setFilterPath(Recent.home().toString());
        String chosen = dialog.open();
        if (chosen != null)
            try {
                Dossiers.open(Path.of(chosen), HandlerUtil.getActiveWorkbenchWindow(event).getActivePage());
            } catch (CoreException e) {
                ErrorDialog.openError(shell, Messages.openTitle, Messages.cannotOpen, e.getStatus());
            }
        return null;
    }
}
