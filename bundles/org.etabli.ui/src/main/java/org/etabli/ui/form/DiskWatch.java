package org.etabli.ui.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Looks, while an editor is open, whether another program has written its file: a user is told at once, not when he saves. */
final class DiskWatch {
    private static final int MILLIS = 1000;

    private record State(FileTime time, long size) {
    }

    private final Path file;
    private final Display display;
    private final Runnable changed;
    /** Not in the UI thread: a share that does not answer must not hold up the window. */
    // never done, so it has not the name of the jobs that others wait for
    private final Job look = Job.createSystem("Établi, disque", (ICoreRunnable) monitor -> look());
    private volatile boolean disposed;
    private Optional<State> known;

    /** @param changed is run in the UI thread when the file is not what it was */
    DiskWatch(IFile file, Display display, Runnable changed) {
        this.file = file.getLocation().toPath();
        this.display = display;
        this.changed = changed;
        known = state();
        look.schedule(MILLIS);
    }

    private void look() {
        Optional<State> now = state();
        if (!now.equals(known)) {
            known = now;
            UiThread.later(display, () -> {
                if (!disposed)
                    changed.run();
            });
        }
        if (!disposed)
            look.schedule(MILLIS);
    }

    private Optional<State> state() {
        try {
            return Optional.of(new State(Files.getLastModifiedTime(file), Files.size(file)));
        } catch (IOException e) {
            // gone, or out of reach: the editor hears of that from the workspace
            return Optional.empty();
        }
    }

    void dispose() {
        disposed = true;
        look.cancel();
    }
}
