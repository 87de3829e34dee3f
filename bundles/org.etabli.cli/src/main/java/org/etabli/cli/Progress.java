package org.etabli.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * A sign of life on the error stream while a command works for long: one line that says what is being done and for how long, and
 * that is gone when the command prints. Nothing at all where nobody watches.
 */
final class Progress implements AutoCloseable {
    /** Set by whoever started the program, where the error stream is a terminal. */
    static final String WATCHED = "etabli.watched";
    private static final String ERASE = "\r\u001B[K";
    private static final long TICK = 1000;

    private final PrintStream err;
    private final boolean watched;
    private final long start = System.nanoTime();
    private String doing = "";
    private boolean shown;

    Progress(PrintStream err) {
        this.err = err;
        this.watched = Boolean.getBoolean(WATCHED);
        if (watched)
            Thread.ofPlatform().daemon().name("progress").start(this::tick);
    }

    /** @param what in the words of the reader */
    synchronized void say(String what) {
        doing = what;
        show();
    }

    private synchronized void show() {
        if (!watched || doing.isEmpty())
            return;
        err.print(ERASE + String.format(Locale.ROOT, "%s (%d s)", doing, (System.nanoTime() - start) / 1_000_000_000));
        err.flush();
        shown = true;
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK);
                show();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The line goes, and does not come back. */
    @Override
    public synchronized void close() {
        doing = "";
        if (shown)
            err.print(ERASE);
        err.flush();
        shown = false;
    }
}
