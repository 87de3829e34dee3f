package org.etabli.ui;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileInfo;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.QualifiedName;
import org.etabli.dossier.DossierFile;

/**
 * A dossier that cannot be written, as on a share that is only lent: its project, and what a project writes of its own, lie in the
 * workspace, and its files and folders are linked there.
 */
final class FarDossier {
    private static final QualifiedName FOLDER = new QualifiedName("org.etabli.ui", "folder");

    private FarDossier() {
    }

    /** The folder of a project that is of this kind. */
    static Optional<Path> folder(IProject project) {
        return project.isOpen() && project.getFile(DossierFile.DOSSIER.name()).isLinked()
                ? Optional.ofNullable(project.getFile(DossierFile.DOSSIER.name()).getLocation()).map(l -> l.removeLastSegments(1).toPath()) : Optional.empty();
    }

    static boolean isOf(IPath folder, IProject project) throws CoreException {
        return project.isOpen() && folder.toOSString().equals(project.getPersistentProperty(FOLDER));
    }

    static void create(IPath folder, IProject project) throws CoreException {
        IProjectDescription description = project.getWorkspace().newProjectDescription(project.getName());
        project.create(description, null);
        project.open(null);
        link(folder, project);
        project.setPersistentProperty(FOLDER, folder.toOSString());
        DossierNature.add(project);
    }

    /** Links what is in the folder, and takes links away that lead to nothing. */
    static void link(IPath folder, IProject project) throws CoreException {
        for (IResource known : project.members())
            if (known.isLinked() && !EFS.getStore(known.getLocationURI()).fetchInfo().exists())
                known.delete(false, null);
        for (IFileStore child : EFS.getLocalFileSystem().getStore(folder).childStores(EFS.NONE, null)) {
            IFileInfo info = child.fetchInfo();
            // what begins with a dot is not the dossier's but some program's
            if (!child.getName().startsWith(".") && !info.getAttribute(EFS.ATTRIBUTE_SYMLINK))
                link(child, info.isDirectory(), project);
        }
    }

    private static void link(IFileStore child, boolean isFolder, IProject project) throws CoreException {
        if (isFolder) {
            IFolder folder = project.getFolder(child.getName());
            if (!folder.exists())
                folder.createLink(child.toURI(), IResource.ALLOW_MISSING_LOCAL, null);
        } else if (!project.getFile(child.getName()).exists()) {
            project.getFile(child.getName()).createLink(child.toURI(), IResource.ALLOW_MISSING_LOCAL, null);
        }
    }
}
