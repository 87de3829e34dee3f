package org.etabli.ui;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.etabli.dossier.CharterFixes;
import org.etabli.dossier.Fix;
import org.etabli.dossier.Fixes;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;

/**
 * The core's fixes for the markers of findings. They change the open document where there is one, which stays to be saved,
 * and else the file.
 */
public final class FixResolutions implements IMarkerResolutionGenerator2 {
    @Override
    public boolean hasResolutions(IMarker marker) {
        // asked for every row of the Problems view: no text may be read for the answer
        String finding = marker.getAttribute(Markers.FINDING, "");
        return Fixes.KINDS.contains(finding) || CharterFixes.KINDS.contains(finding);
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        if (!hasResolutions(marker))
            return new IMarkerResolution[0];
        try {
            return onDocument(marker, document -> fixes(marker, document)).stream()
                    .map(f -> new Resolution(f.label().in(Core.get().lang()))).toArray(IMarkerResolution[]::new);
        } catch (CoreException e) {
            ILog.get().log(e.getStatus());
            return new IMarkerResolution[0];
        }
    }

    private static <T> T onDocument(IMarker marker, Function<IDocument, T> action) throws CoreException {
        ITextFileBufferManager manager = FileBuffers.getTextFileBufferManager();
        IPath path = marker.getResource().getFullPath();
        boolean wasOpen = manager.getTextFileBuffer(path, LocationKind.IFILE) != null;
        manager.connect(path, LocationKind.IFILE, null);
        try {
            ITextFileBuffer buffer = manager.getTextFileBuffer(path, LocationKind.IFILE);
            T result = action.apply(buffer.getDocument());
            if (!wasOpen && buffer.isDirty())
                buffer.commit(null, true);
            return result;
        } finally {
            manager.disconnect(path, LocationKind.IFILE, null);
        }
    }

    /** The text may have changed since the marker was made: what counts is what is found now. */
    private static List<Fix> fixes(IMarker marker, IDocument document) {
        FileCheck check = new FileCheck((IFile) marker.getResource());
        try {
            Optional<Finding> finding = Markers.finding(marker, check.findings(document.get()), check.core().lang());
            return finding.isEmpty() ? List.of() : check.fixes(finding.get(), document.get());
        } catch (InvalidInputException | IOException e) {
            return List.of();
        }
    }

    private record Resolution(String label) implements IMarkerResolution {
        @Override
        public String getLabel() {
            return label;
        }

        @Override
        public void run(IMarker marker) {
            try {
                onDocument(marker, document -> {
                    Optional<Fix> fix = fixes(marker, document).stream().filter(f -> f.label().in(Core.get().lang()).equals(label)).findFirst();
                    fix.ifPresent(f -> DocumentEdits.apply(f.edit(), document));
                    return fix;
                });
            } catch (CoreException e) {
                ILog.get().log(e.getStatus());
            }
        }
    }
}
