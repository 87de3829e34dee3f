package org.etabli.ui;

import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;

/** Marks a project as a dossier: it is checked at every change. */
public final class DossierNature implements IProjectNature {
    public static final String ID = "org.etabli.ui.dossierNature";

    private IProject project;

    /** Makes a project a dossier. */
    static void add(IProject project) throws CoreException {
        IProjectDescription description = project.getDescription();
        description.setNatureIds(new String[] { ID });
        project.setDescription(description, null);
    }

    @Override
    public void configure() throws CoreException {
        IProjectDescription description = project.getDescription();
        ICommand command = description.newCommand();
        command.setBuilderName(CheckBuilder.ID);
        description.setBuildSpec(new ICommand[] { command });
        project.setDescription(description, null);
    }

    @Override
    public void deconfigure() throws CoreException {
        project.deleteMarkers(Markers.TYPE, true, org.eclipse.core.resources.IResource.DEPTH_INFINITE);
    }

    @Override
    public IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject project) {
        this.project = project;
    }
}
