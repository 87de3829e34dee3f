package org.etabli.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.etabli.ui.Dossiers;
import org.etabli.ui.Welcome;

/** The dossier that was named on the command line. */
final class DossierArgument {

    private DossierArgument() {
    }

    /** The first argument that is a folder; relative ones count from where the user started the program. */
    static Optional<Path> in(String[] arguments) {
        return Arrays.stream(arguments).filter(a -> !a.startsWith("-")).map(Path::of).filter(Files::isDirectory)
                .map(p -> p.toAbsolutePath().normalize()).findFirst();
    }

    /** Without a dossier, and with none from the last session, the window says what can be done. */
    static void openNone() {
        Welcome.openIfEmpty(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage());
    }

    /** Brings the window to the front, with the dossier of another start in it. */
    static void show(Optional<Path> folder) {
        if (!PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().getWorkbenchWindowCount() == 0) {
            return;
        }
        Shell shell = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
        shell.setMinimized(false);
        shell.forceActive();
        folder.ifPresent(DossierArgument::open);
    }

    /** Opens a dossier in the window, or tells the user why that cannot be done. */
    static void open(Path folder) {
        try {
            Dossiers.open(folder, PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage());
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }
}
