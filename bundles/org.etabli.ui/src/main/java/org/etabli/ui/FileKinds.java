package org.etabli.ui;

import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.ILabelDecorator;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.etabli.dossier.CharterVersions;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFile;

/** What the files of a dossier are to their users, in a word: on tabs and in the tree. The tree keeps the names of all others. */
public final class FileKinds extends LabelProvider implements ILabelDecorator {
    /** Folders; what the files are, they say themselves. */
    private static final Map<String, String> FOLDERS = Map.of(CharterVersions.FOLDER, Messages.kindVersions, "annexes", Messages.kindAnnexes, Content.OVERRIDES, Messages.kindOwn);

    /** The word for a file or folder that stands right in a dossier; nothing for what only its name tells apart. */
    public static Optional<String> of(IResource resource) {
        return resource.getParent() instanceof IProject project && isDossier(project) ? word(resource.getName()) : Optional.empty();
    }

    private static Optional<String> word(String name) {
        return DossierFile.named(name).map(f -> f.title().in(Core.get().lang())).or(() -> Optional.ofNullable(FOLDERS.get(name)));
    }

    /** What a file is, and of which dossier: in this order, since the end of a tab is cut off. */
    public static String title(IFile file) {
        return NLS.bind(Messages.dossierPart, of(file).orElse(file.getName()), file.getProject().getName());
    }

    private static boolean isDossier(IProject project) {
        try {
            return project.isOpen() && project.hasNature(DossierNature.ID);
        } catch (CoreException e) {
            // closed or deleted meanwhile
            return false;
        }
    }

    @Override
    public String decorateText(String text, Object element) {
        return element instanceof IResource resource ? of(resource).orElse(null) : null;
    }

    @Override
    public Image decorateImage(Image image, Object element) {
        return null;
    }
}
