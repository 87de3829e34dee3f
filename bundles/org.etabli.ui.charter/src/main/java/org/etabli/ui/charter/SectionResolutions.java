package org.etabli.ui.charter;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.etabli.dossier.DossierFile;
import org.etabli.model.Finding;
import org.etabli.ui.Core;
import org.etabli.ui.Markers;

/** From a finding on a charter to the form of what it is about. */
public final class SectionResolutions implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        String id = marker.getAttribute(Markers.FINDING, "");
        return marker.getResource().getName().equals(DossierFile.CHARTER.name()) && (id.startsWith("charter.") || id.startsWith("schema."));
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return hasResolutions(marker) ? new IMarkerResolution[] { new Opening() } : new IMarkerResolution[0];
    }

    private record Opening() implements IMarkerResolution {
        @Override
        public String getLabel() {
            return Messages.openInForm;
        }

        @Override
        public void run(IMarker marker) {
            try {
                if (IDE.openEditor(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(), (IFile) marker.getResource()) instanceof CharterEditor editor)
                    editor.showForm(Markers.finding(marker, editor.model().snapshot().findings(), Core.get().lang()).map(Finding::offset)
                            .orElse(marker.getAttribute(IMarker.CHAR_START, 0)));
            } catch (PartInitException e) {
                ILog.get().error(marker.getResource().getName(), e);
            }
        }
    }
}
