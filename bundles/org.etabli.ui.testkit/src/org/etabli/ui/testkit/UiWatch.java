package org.etabli.ui.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;

/**
 * Measures how long each event keeps the UI thread busy, and remembers the slowest, with what the thread was doing.
 * A dialog that is open inside an event does not count: while its loop sleeps, the user is not kept waiting. Nor does the time in which
 * the thread could go on and other programs had the processor: that says nothing of ours.
 */
public final class UiWatch implements AutoCloseable {
    /** What a user begins to feel; no event of ours may last longer. */
    public static final Duration LIMIT = Duration.ofMillis(100);

    private final Display display;
    private final Listener listener = event -> follow(event.type);
    private final Deque<Long> begun = new ArrayDeque<>();
    private final Thread sampler;
    /** Where Linux tells how long the UI thread has waited for a processor; null elsewhere. */
    private Path waiting;
    private volatile long since;
    private volatile StackTraceElement[] sample;
    private volatile long slowest;
    private volatile StackTraceElement[] slowestSample;

    private UiWatch(Display display) {
        this.display = display;
        sampler = Thread.ofPlatform().daemon().name("ui-watch").unstarted(this::sample);
    }

    /** Begins to watch; to be closed. */
    public static UiWatch of(Display display) {
        UiWatch watch = new UiWatch(display);
        display.syncExec(() -> {
            watch.waiting = ofThisThread();
            for (int type : new int[] {SWT.PreEvent, SWT.PostEvent, SWT.Sleep, SWT.Wakeup}) {
                display.addListener(type, watch.listener);
            }
        });
        watch.sampler.start();
        return watch;
    }

    /** The longest time that one event took so far. */
    public Duration slowest() {
        return Duration.ofNanos(slowest);
    }

    /** Throws when an event took longer than the limit. */
    public void check() {
        if (slowest().compareTo(LIMIT) > 0) {
            AssertionError error = new AssertionError("an event kept the user waiting for " + slowest().toMillis() + " ms");
            if (slowestSample != null) {
                error.setStackTrace(slowestSample);
            }
            throw error;
        }
    }

    private static Path ofThisThread() {
        try {
            return Path.of("/proc/thread-self").toRealPath().resolve("schedstat");
        } catch (IOException e) {
            return null;
        }
    }

    /** The clock of the UI thread, which stands still while other programs have its processor. */
    private long clock() {
        long now = System.nanoTime();
        if (waiting == null) {
            return now;
        }
        try {
            return now - Long.parseLong(Files.readString(waiting).split(" ")[1]);
        } catch (IOException | RuntimeException e) {
            waiting = null;
            begun.clear();
            return now;
        }
    }

    private void follow(int type) {
        long now = clock();
        switch (type) {
        case SWT.PreEvent -> {
            begun.push(now);
            since = System.nanoTime();
        }
        case SWT.PostEvent -> {
            if (begun.isEmpty()) {
                return;
            }
            long time = now - begun.pop();
            if (time > slowest) {
                slowest = time;
                slowestSample = sample;
            }
            sample = null;
            since = begun.isEmpty() ? 0 : System.nanoTime();
        }
        case SWT.Sleep -> since = 0;
        default -> {
            // awake: whatever is open around this loop starts to count anew
            int open = begun.size();
            begun.clear();
            for (int i = 0; i < open; i++) {
                begun.push(now);
            }
            since = open == 0 ? 0 : System.nanoTime();
        }
        }
    }

    /** Notes what the UI thread does once an event is over the limit. */
    private void sample() {
        try {
            while (true) {
                long start = since;
                if (start != 0 && sample == null && System.nanoTime() - start > LIMIT.toNanos() / 2) {
                    sample = display.getThread().getStackTrace();
                }
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    @Override
    public void close() {
        sampler.interrupt();
        if (!display.isDisposed()) {
            display.syncExec(() -> {
                for (int type : new int[] {SWT.PreEvent, SWT.PostEvent, SWT.Sleep, SWT.Wakeup}) {
                    display.removeListener(type, listener);
                }
            });
        }
    }
}
