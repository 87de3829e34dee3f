package org.etabli.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceRunnable;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.Trust;

/** Dossiers as projects of the workspace; the folder stays where the user put it. */
public final class Dossiers {

    private Dossiers() {
    }

    /**
     * Shows a dossier: its project, and its home in the editor.
     *
     * @throws CoreException with a message for the user when the folder is no dossier
     */
    public static IProject open(Path folder, IWorkbenchPage page) throws CoreException {
        IProject project = project(folder);
        IDE.openEditor(page, project.getFile(DossierFile.DOSSIER.name()));
        Recent.opened(folder);
        return project;
    }

    /** The dossier that is edited or selected. */
    public static Optional<IProject> concerned(ExecutionEvent event) {
        IEditorInput input = HandlerUtil.getActiveEditorInput(event);
        IResource edited = input == null ? null : Adapters.adapt(input, IResource.class);
        if (edited != null)
            return Optional.of(edited.getProject());
        return HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                ? Optional.ofNullable(Adapters.adapt(selection.getFirstElement(), IResource.class)).map(IResource::getProject)
                : Optional.empty();
    }

    /** The project of a folder, made when there is none yet. */
    public static IProject project(Path folder) throws CoreException {
        if (!DossierFolder.isDossier(folder))
            throw new CoreException(Status.error(NLS.bind(Messages.notADossier, folder)));
        IPath location = IPath.fromOSString(real(folder).toString());
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IProject[] found = new IProject[1];
        workspace.run((IWorkspaceRunnable) monitor -> found[0] = project(location, workspace), null);
        return found[0];
    }

    private static IProject project(IPath location, IWorkspace workspace) throws CoreException {
        for (IProject known : workspace.getRoot().getProjects())
            if (location.equals(known.getLocation()) || FarDossier.isOf(location, known)) {
                known.open(null);
                if (FarDossier.isOf(location, known))
                    FarDossier.link(location, known);
                known.refreshLocal(IResource.DEPTH_INFINITE, null);
                return known;
            }
        if (!isReadOnly(location))
            return create(location, workspace);
        IProject project = unused(location.lastSegment(), workspace);
        FarDossier.create(location, project);
        return project;
    }

    /** The folder of a dossier on disk, wherever its project lies. */
    public static Path folder(IProject project) {
        return FarDossier.folder(project).orElseGet(() -> project.getLocation().toPath());
    }

    /** Notes whether the user trusts the authors of a dossier; its findings, which say so, follow. */
    public static void trust(IProject project, boolean trusted) {
        try {
            Trust.ofUser().set(folder(project), trusted);
        } catch (IOException e) {
            ILog.get().error(project.getName(), e);
            return;
        }
        Job job = Job.create(project.getName(), (ICoreRunnable) monitor -> project.build(IncrementalProjectBuilder.FULL_BUILD, monitor));
        job.setSystem(true);
        job.setRule(project.getWorkspace().getRuleFactory().buildRule());
        job.schedule();
    }

    /** Whether a file cannot be written, by what it says of itself or by where it lies. */
    public static boolean isReadOnly(IFile file) {
        return file.isReadOnly() || file.getLocation() != null && isReadOnly(file.getLocation());
    }

    /** Whether nothing can be written into the folder of a dossier. */
    public static boolean isReadOnly(IProject project) {
        return isReadOnly(IPath.fromPath(folder(project)));
    }

    /** Whether a user may write there; asked of the folder's own marks as well, since an administrator may write everywhere. */
    private static boolean isReadOnly(IPath location) {
        return EFS.getLocalFileSystem().getStore(location).fetchInfo().getAttribute(EFS.ATTRIBUTE_READ_ONLY) || !Files.isWritable(location.toPath());
    }

    private static IProject unused(String name, IWorkspace workspace) {
        IProject project = workspace.getRoot().getProject(name);
        for (int i = 2; project.exists(); i++)
            project = workspace.getRoot().getProject(name + " (" + i + ")");
        return project;
    }

    private static Path real(Path folder) throws CoreException {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new CoreException(Status.error(Messages.cannotRead + " " + folder, e));
        }
    }

    private static IProject create(IPath location, IWorkspace workspace) throws CoreException {
        IProject project = unused(location.lastSegment(), workspace);
        IProjectDescription description = workspace.newProjectDescription(project.getName());
        if (!workspace.getRoot().getLocation().isPrefixOf(location))
            description.setLocation(location);
        // a description left by an earlier session is taken over, with its new name
        if (Files.exists(location.append(IProjectDescription.DESCRIPTION_FILE_NAME).toPath()))
            project.create(description, IResource.REPLACE, null);
        else
            project.create(description, null);
        project.open(null);
        DossierNature.add(project);
        return project;
    }
}
