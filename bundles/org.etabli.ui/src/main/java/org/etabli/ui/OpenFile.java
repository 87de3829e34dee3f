package org.etabli.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.IParameterValues;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.etabli.dossier.DossierFile;
import org.etabli.model.InvalidInputException;

/** Opens a file of a dossier, of the kind that the command names; begins it where there is none. */
public final class OpenFile extends AbstractHandler {
    /** The name of the file. */
    private static final String FILE = "org.etabli.ui.openFile.file";

    /** The files that can be opened so, by what their users call them. */
    public static final class Kinds implements IParameterValues {
        @Override
        public Map<String, String> getParameterValues() {
            return DossierFile.ALL.stream().collect(Collectors.toMap(f -> f.title().in(Core.get().lang()), DossierFile::name));
        }
    }

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        DossierFile.named(String.valueOf(event.getParameter(FILE))).ifPresent(f -> Dossiers.concerned(event).ifPresent(d -> open(f, d, page)));
        return null;
    }

    /** Opens it, where there is something to open: what has to be chosen first may be called off. */
    public static Optional<IEditorPart> open(DossierFile<?> kind, IProject dossier, IWorkbenchPage page) {
        IFile file = dossier.getFile(kind.name());
        try {
            file.refreshLocal(IResource.DEPTH_ZERO, null);
            if (file.exists() || begin(kind, file, page))
                return Optional.ofNullable(IDE.openEditor(page, file));
        } catch (CoreException | IOException e) {
            ILog.get().error(kind.name(), e);
        }
        return Optional.empty();
    }

    /** Opens the identity of a dossier at the first field that is wanted. */
    public static void identity(IProject dossier, IWorkbenchPage page) {
        open(DossierFile.DOSSIER, dossier, page).filter(DossierEditor.class::isInstance).map(DossierEditor.class::cast).ifPresent(DossierEditor::showIdentity);
    }

    private static boolean begin(DossierFile<?> kind, IFile file, IWorkbenchPage page) throws CoreException, IOException {
        FileBeginning asked = Adapters.adapt(kind, FileBeginning.class);
        return asked == null ? create(kind, file, page) : asked.begin(file.getProject(), page);
    }

    /** Makes the file with the text that its kind begins with. */
    public static boolean create(DossierFile<?> kind, IFile file, IWorkbenchPage page) throws CoreException, IOException {
        Path folder = Dossiers.folder(file.getProject());
        Core core = Core.get().of(folder);
        try {
            Optional<String> text = kind.fresh(core.standing(folder), core.lang());
            if (text.isPresent())
                file.create(text.get().getBytes(StandardCharsets.UTF_8), true, false, null);
            return text.isPresent();
        } catch (InvalidInputException e) {
            MessageDialog.openInformation(page.getWorkbenchWindow().getShell(), kind.title().in(core.lang()), e.findings().getFirst().message().in(core.lang()));
            return false;
        }
    }
}
