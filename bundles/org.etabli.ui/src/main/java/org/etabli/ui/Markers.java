package org.etabli.ui;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.etabli.model.Finding;
import org.etabli.model.Lang;

/** Findings of the core as markers: the same ids and the same words as on the command line. */
public final class Markers {
    public static final String TYPE = "org.etabli.ui.problem";
    public static final String FINDING = "findingId";
    /** The fact, the key or the word that the finding is about. */
    public static final String SUBJECT = "subject";

    private Markers() {
    }

    /** Replaces the markers of a resource. */
    public static void show(IResource resource, List<Finding> findings, Lang lang) throws CoreException {
        resource.deleteMarkers(TYPE, true, IResource.DEPTH_ZERO);
        for (Finding finding : findings) {
            Map<String, Object> attributes = new HashMap<>();
            attributes.put(IMarker.MESSAGE, finding.message().in(lang));
            attributes.put(IMarker.SEVERITY, switch (finding.severity()) {
                case ERROR -> IMarker.SEVERITY_ERROR;
                case WARNING -> IMarker.SEVERITY_WARNING;
                case INFO -> IMarker.SEVERITY_INFO;
            });
            attributes.put(FINDING, finding.id());
            attributes.put(SUBJECT, finding.subject());
            attributes.put(IMarker.SOURCE_ID, finding.id());
            if (finding.line() > 0) {
                attributes.put(IMarker.LINE_NUMBER, finding.line());
                attributes.put(IMarker.CHAR_START, finding.offset());
                attributes.put(IMarker.CHAR_END, finding.offset() + finding.length());
            }
            resource.createMarker(TYPE, attributes);
        }
    }

    /** The finding of a marker among those of the text as it stands now: of the same words, the nearest. */
    public static Optional<Finding> finding(IMarker marker, List<Finding> findings, Lang lang) {
        int line = marker.getAttribute(IMarker.LINE_NUMBER, 0);
        int start = marker.getAttribute(IMarker.CHAR_START, 0);
        return findings.stream().filter(f -> f.id().equals(marker.getAttribute(FINDING, "")) && f.message().in(lang).equals(marker.getAttribute(IMarker.MESSAGE, "")))
                .min(Comparator.<Finding>comparingInt(f -> Math.abs(f.line() - line)).thenComparingInt(f -> Math.abs(f.offset() - start)));
    }
}
