package org.etabli.ui.charter;

import java.io.IOException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.etabli.dossier.DossierFile;
import org.etabli.markdown.CharterText;
import org.etabli.ui.Core;
import org.etabli.ui.Dossiers;
import org.etabli.ui.FileBeginning;
import org.etabli.ui.OpenFile;

/** How a charter and its assessment begin: with a model or an existing text, and with a charter that says which one it is. */
public final class Beginnings implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object file, Class<T> type) {
        FileBeginning beginning = file == DossierFile.CHARTER ? Beginnings::charter : file == DossierFile.ASSESSMENT ? Beginnings::assessment : null;
        return type.cast(beginning);
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] { FileBeginning.class };
    }

    private static boolean charter(IProject dossier, IWorkbenchPage page) {
        return new WizardDialog(page.getWorkbenchWindow().getShell(), new NewCharterWizard(dossier)).open() == Window.OK;
    }

    /** Nobody could say later what was judged against a charter without a name or a version. */
    private static boolean assessment(IProject dossier, IWorkbenchPage page) throws CoreException, IOException {
        IFile charter = dossier.getFile(DossierFile.CHARTER.name());
        charter.refreshLocal(IResource.DEPTH_ZERO, null);
        if (!charter.exists() && !charter(dossier, page))
            return false;
        boolean known = Core.get().of(Dossiers.folder(dossier)).standing(Dossiers.folder(dossier)).file(DossierFile.CHARTER).value().map(CharterText::charter)
                .filter(c -> !c.id().isEmpty() && !c.version().isEmpty()).isPresent();
        if (known)
            return OpenFile.create(DossierFile.ASSESSMENT, dossier.getFile(DossierFile.ASSESSMENT.name()), page);
        MessageDialog.openInformation(page.getWorkbenchWindow().getShell(), DossierFile.ASSESSMENT.title().in(Core.get().lang()), Messages.assessNoVersion);
        IDE.openEditor(page, charter);
        return false;
    }
}
