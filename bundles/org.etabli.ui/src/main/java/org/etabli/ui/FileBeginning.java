package org.etabli.ui;

import java.io.IOException;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbenchPage;

/**
 * How a file of a dossier begins where somebody has to choose or to be asked first. The bundle that edits such a file adapts its
 * {@link org.etabli.dossier.DossierFile} to one; all other files begin with the text that their kind knows.
 */
public interface FileBeginning {

    /** @return whether the dossier has the file now */
    boolean begin(IProject dossier, IWorkbenchPage page) throws CoreException, IOException;
}
