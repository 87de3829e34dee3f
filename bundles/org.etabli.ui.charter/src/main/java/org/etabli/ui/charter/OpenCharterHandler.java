package org.etabli.ui.charter;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.etabli.dossier.DossierFile;
import org.etabli.ui.Dossiers;

/** Opens the charter of the dossier; where it has none, offers to start or to import one. */
public final class OpenCharterHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        Dossiers.concerned(event).ifPresent(project -> {
            IFile charter = project.getFile(DossierFile.CHARTER.name());
            if (charter.exists() || begin(HandlerUtil.getActiveShell(event), project))
                try {
                    IDE.openEditor(page, charter);
                } catch (PartInitException e) {
                    ILog.get().error(charter.getName(), e);
                }
        });
        return null;
    }

    /** @return whether the dossier has a charter now */
    public static boolean begin(Shell shell, IProject project) {
        return new WizardDialog(shell, new NewCharterWizard(project)).open() == Window.OK;
    }
}
