package org.etabli.ui.charter.assessment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.DossierPaths;
import org.etabli.dossier.AssessmentEdits;
import org.etabli.dossier.InvolvementEdits;
import org.etabli.markdown.CharterText;
import org.etabli.model.Charter;
import org.etabli.model.InvalidInputException;
import org.etabli.ui.Dossiers;
import org.etabli.ui.charter.OpenCharterHandler;

/** Opens the assessment, or the involvement record, of the dossier that is edited or selected; begins it where there is none. */
public final class OpenHandler extends AbstractHandler {
    static final String ASSESS = "org.etabli.ui.charter.assess";
    static final String CONSULT = "org.etabli.ui.charter.consult";

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        boolean assess = event.getCommand().getId().equals(ASSESS);
        Dossiers.concerned(event).ifPresent(project -> {
            IFile file = project.getFile(assess ? DossierFile.ASSESSMENT.name() : DossierFile.INVOLVEMENT.name());
            try {
                file.refreshLocal(IResource.DEPTH_ZERO, null);
                if (file.exists() || begin(file, assess, window))
                    IDE.openEditor(window.getActivePage(), file);
            } catch (CoreException | IOException e) {
                ILog.get().error(file.getName(), e);
            }
        });
        return null;
    }

    /** @return whether there is something to open now; an assessment needs a charter to be judged against */
    private static boolean begin(IFile file, boolean assess, IWorkbenchWindow window) throws CoreException, IOException {
        if (!assess) {
            create(file, InvolvementEdits.fresh());
            return true;
        }
        IFile charterFile = file.getProject().getFile(DossierFile.CHARTER.name());
        charterFile.refreshLocal(IResource.DEPTH_ZERO, null);
        if (!charterFile.exists() && !OpenCharterHandler.begin(window.getShell(), file.getProject()))
            return false;
        Optional<Charter> charter = charter(charterFile);
        if (charter.isEmpty()) {
            MessageDialog.openInformation(window.getShell(), Messages.assess, Messages.assessNoVersion);
            IDE.openEditor(window.getActivePage(), charterFile);
            return false;
        }
        create(file, AssessmentEdits.fresh(charter.get()));
        return true;
    }

    /** Empty where the charter has no name or no version: nobody could say later what was judged. */
    private static Optional<Charter> charter(IFile file) throws IOException {
        try {
            return Optional.of(CharterText.parse(file.getName(), DossierPaths.of(file.getLocation().toPath().getParent()).read(file.getName())).charter())
                    .filter(c -> !c.id().isEmpty() && !c.version().isEmpty());
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private static void create(IFile file, String text) throws CoreException {
        file.create(text.getBytes(StandardCharsets.UTF_8), true, false, null);
    }
}
