package org.etabli.ui.form;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.QualifiedName;

/**
 * What the workbench itself wrote to files that may be open: their editors show it without a word, and no key takes it back (an
 * adopted charter is one by what an assembly did).
 */
public final class OwnTexts {
    private static final QualifiedName TEXT = new QualifiedName("org.etabli.ui", "own");

    private OwnTexts() {
    }

    /** Notes what was written since the workspace last looked. To be called before it looks again, under the rule that was held while writing. */
    public static void note(IProject project) throws CoreException {
        for (IResource member : project.members())
            if (member instanceof IFile file && file.getLocation() != null && file.getLocation().toFile().isFile() && !file.isSynchronized(IResource.DEPTH_ZERO))
                file.setSessionProperty(TEXT, file.readString());
    }

    static boolean is(IFile file, String text) {
        try {
            return text.equals(file.getSessionProperty(TEXT));
        } catch (CoreException e) {
            // gone meanwhile
            return false;
        }
    }
}
