package org.etabli.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.etabli.dossier.Checker;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.Standing;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;

/** Checks a dossier's texts when they change and shows the findings as markers. */
public final class CheckBuilder extends IncrementalProjectBuilder {
    public static final String ID = "org.etabli.ui.checkBuilder";

    @Override
    protected IProject[] build(int kind, Map<String, String> args, IProgressMonitor monitor) throws CoreException {
        if (kind == FULL_BUILD || getDelta(getProject()) == null || touches(getDelta(getProject()))) {
            // before anything is read: what changes later is then another change, and built again
            for (DossierFile<?> file : DossierFile.ALL)
                getProject().getFile(file.name()).refreshLocal(IResource.DEPTH_ZERO, null);
            Path folder = Dossiers.folder(getProject());
            Core core = Core.get().of(folder);
            showOwn(core);
            Standing standing = core.standing(folder);
            for (DossierFile<?> file : DossierFile.ALL)
                check(standing, file, core.lang());
        }
        return null;
    }

    /** A mark on every file of content that the dossier brings; on the dossier where it cannot be used. */
    private void showOwn(Core core) throws CoreException {
        Path folder = Dossiers.folder(getProject());
        IFolder brought = getProject().getFolder(Content.OVERRIDES);
        brought.refreshLocal(IResource.DEPTH_INFINITE, null);
        getProject().deleteMarkers(Markers.TYPE, true, IResource.DEPTH_ZERO);
        if (brought.exists())
            brought.deleteMarkers(Markers.TYPE, true, IResource.DEPTH_INFINITE);
        for (Finding finding : own(core, folder)) {
            IFile file = getProject().getFile(IPath.fromPath(folder.relativize(Path.of(finding.file()))));
            Markers.show(file.exists() ? file : getProject(), List.of(finding), core.lang());
        }
    }

    private static List<Finding> own(Core core, Path folder) {
        try {
            return Checker.own(folder, core.content());
        } catch (InvalidInputException e) {
            return e.findings();
        }
    }

    private static boolean touches(IResourceDelta delta) {
        // a charter is compared with its counterpart, whatever that is called
        return Stream.concat(DossierFile.ALL.stream().map(DossierFile::name), Stream.of(Content.OVERRIDES)).anyMatch(n -> delta.findMember(IPath.fromOSString(n)) != null)
                || Arrays.stream(delta.getAffectedChildren()).anyMatch(d -> "md".equals(d.getFullPath().getFileExtension()));
    }

    private void check(Standing standing, DossierFile<?> file, Lang lang) throws CoreException {
        IFile resource = getProject().getFile(file.name());
        if (!resource.exists())
            return;
        try {
            Markers.show(resource, standing.findings(file), lang);
        } catch (InvalidInputException e) {
            Markers.show(resource, e.findings(), lang);
        } catch (IOException e) {
            throw new CoreException(Status.error(Messages.cannotRead + " " + file.name(), e));
        }
    }
}
