package org.etabli.ui;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.etabli.dossier.DossierFolder;
import org.osgi.service.prefs.BackingStoreException;

/** The dossiers that were opened last, the latest first, and where the user keeps them. */
public final class Recent {
    private static final String NODE = "org.etabli.ui";
    private static final String KEY = "recent";
    private static final int MOST = 12;

    private Recent() {
    }

    /** Those that are still there. */
    public static List<Path> dossiers() {
        return remembered().filter(DossierFolder::isDossier).toList();
    }

    private static Stream<Path> remembered() {
        return node().get(KEY, "").lines().flatMap(Recent::path);
    }

    private static Stream<Path> path(String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException e) {
            // written by another system, or by hand
            return Stream.empty();
        }
    }

    public static void opened(Path folder) {
        Path dossier = folder.toAbsolutePath().normalize();
        List<String> list = Stream.concat(Stream.of(dossier), remembered().filter(p -> !p.equals(dossier))).limit(MOST).map(Path::toString).toList();
        node().put(KEY, String.join("\n", list));
        try {
            node().flush();
        } catch (BackingStoreException e) {
            ILog.get().warn(KEY, e);
        }
    }

    /** Where dossiers are made and looked for: beside the last one, else a folder of our own in the user's. */
    public static Path home() {
        Path own = Path.of(System.getProperty("user.home"), "Etabli");
        return dossiers().stream().map(Path::getParent).filter(Files::isDirectory).findFirst().orElse(own);
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }
}
