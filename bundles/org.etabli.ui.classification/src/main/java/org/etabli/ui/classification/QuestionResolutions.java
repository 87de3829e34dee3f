package org.etabli.ui.classification;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.etabli.dossier.DossierFile;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Question;
import org.etabli.ui.Core;
import org.etabli.ui.Markers;

/** From a finding about a fact to its question. */
public final class QuestionResolutions implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        String id = marker.getAttribute(Markers.FINDING, "");
        return marker.getResource().getName().equals(DossierFile.FACTS.name()) && !marker.getAttribute(Markers.SUBJECT, "").isEmpty() && !id.startsWith("schema.")
                && !id.equals("facts.unknown-fact");
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        if (!hasResolutions(marker))
            return new IMarkerResolution[0];
        Core core = Core.get();
        String fact = marker.getAttribute(Markers.SUBJECT, "");
        try {
            return core.law().catalogue().get(fact).map(Question::label).map(l -> new IMarkerResolution[] { new Opening(NLS.bind(Messages.openQuestion, l.in(core.lang())), fact) })
                    .orElse(new IMarkerResolution[0]);
        } catch (java.io.IOException | InvalidInputException e) {
            ILog.get().error("questions", e);
            return new IMarkerResolution[0];
        }
    }

    private record Opening(String label, String fact) implements IMarkerResolution {
        @Override
        public String getLabel() {
            return label;
        }

        @Override
        public void run(IMarker marker) {
            try {
                if (IDE.openEditor(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(), (IFile) marker.getResource()) instanceof FactsEditor editor)
                    editor.showQuestion(fact);
            } catch (PartInitException e) {
                ILog.get().error(fact, e);
            }
        }
    }
}
