package org.etabli.ui.charter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.etabli.dossier.CharterVersions;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.ui.Dossiers;
import org.etabli.ui.form.OwnTexts;
import org.etabli.yaml.FileTrouble;

/** Adopts or revises the charter on disk; the editor, which was saved before, shows what came of it. */
final class CharterVersionJob extends WorkspaceJob {

    interface Change {
        void make(CharterVersions versions) throws IOException, InvalidInputException;
    }

    private final IProject project;
    private final Lang lang;
    private final Change change;

    CharterVersionJob(String name, IProject project, Lang lang, Change change) {
        super(name);
        this.project = project;
        this.lang = lang;
        this.change = change;
        setUser(true);
        setRule(project);
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        Path folder = Dossiers.folder(project);
        try {
            change.make(new CharterVersions(folder));
            return Status.OK_STATUS;
        } catch (InvalidInputException e) {
            return Status.error(e.findings().stream().map(f -> f.message().in(lang)).collect(Collectors.joining("\n")));
        } catch (IOException e) {
            return Status.error(FileTrouble.of(e).in(lang), e);
        } finally {
            OwnTexts.note(project);
            project.refreshLocal(IResource.DEPTH_INFINITE, monitor);
        }
    }
}
