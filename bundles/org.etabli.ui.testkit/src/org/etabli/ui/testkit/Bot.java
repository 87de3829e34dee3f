package org.etabli.ui.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.PlatformUI;

/**
 * A user made of code: finds widgets by the name that they were given with {@code setData("id", name)}, clicks and types
 * with real events, and waits until what it expects has happened.
 *
 * <p>To be used from any thread but the UI's. Nothing is done twice and nothing is made good: the robot first waits until the
 * pointer is over the control, or the control has the keyboard, then acts once, and an event that does not arrive is an error.
 */
public final class Bot {
    /** The key under which our code names its widgets. */
    public static final String ID = "id";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ARRIVAL = Duration.ofSeconds(5);
    /** Each time that the display answers, it has looked at its own events before. */
    private static final int ROUNDS = 5;
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final long BETWEEN_LOOKS = Duration.ofMillis(15).toNanos();

    private final Display display;
    private final Path pictures;

    /** A bot on the running workbench that leaves its pictures in "target/screenshots". */
    public Bot() {
        this(PlatformUI.getWorkbench().getDisplay(), Path.of("target", "screenshots"));
    }

    /** @param pictures the folder for screenshots, made when the first is taken */
    public Bot(Display display, Path pictures) {
        this.display = display;
        this.pictures = pictures;
    }

    // ---- threads and waiting

    /** Runs something on the UI thread and hands back what it answers. */
    public <T> T ui(Callable<T> call) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        display.syncExec(() -> {
            try {
                result.set(call.call());
            } catch (Exception | AssertionError e) {
                failure.set(e);
            }
        });
        if (failure.get() instanceof AssertionError error) {
            throw error;
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
        return result.get();
    }

    /** Runs something on the UI thread. */
    public void run(Runnable action) {
        ui(() -> {
            action.run();
            return null;
        });
    }

    /** Waits until a condition holds, which is evaluated on the UI thread; a picture of the screen tells why it did not. */
    public void waitUntil(String what, BooleanSupplier condition) {
        if (!holdsWithin(PATIENCE, () -> ui(condition::getAsBoolean))) {
            throw new AssertionError("timed out: " + what + "; see " + screenshot("timeout"));
        }
    }

    private static boolean holdsWithin(Duration time, BooleanSupplier condition) {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return true;
    }

    // ---- finding

    /** The visible control of that type and name; waits until there is one. */
    public <T extends Control> T find(Class<T> type, String id) {
        return find(type, type.getSimpleName() + " \"" + id + "\"", c -> id.equals(c.getData(ID)));
    }

    /** The first visible control of that type that fits; waits until there is one. */
    public <T extends Control> T find(Class<T> type, String what, Predicate<? super T> filter) {
        AtomicReference<T> found = new AtomicReference<>();
        waitUntil(what, () -> {
            all(type, filter).findFirst().ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    /** Whether there is such a control now. */
    public boolean exists(Class<? extends Control> type, String id) {
        return ui(() -> all(type, c -> id.equals(c.getData(ID))).findAny().isPresent());
    }

    private <T extends Control> Stream<T> all(Class<T> type, Predicate<? super T> filter) {
        List<Control> controls = new ArrayList<>();
        for (Shell shell : display.getShells()) {
            collect(shell, controls);
        }
        return controls.stream().filter(type::isInstance).map(type::cast).filter(Control::isVisible).filter(filter);
    }

    private static void collect(Control control, List<Control> into) {
        into.add(control);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, into);
            }
        }
    }

    /** The open shell with that title; waits until there is one. */
    public Shell shell(String title) {
        return find(Shell.class, "shell \"" + title + "\"", s -> title.equals(s.getText()));
    }

    // ---- pointer

    /** A real click in the middle of what is to be seen of a control. */
    public void click(Control control) {
        Point at = pointAt(control);
        deliver(control, SWT.MouseDown, pointer(SWT.MouseDown, at));
        deliver(control, SWT.MouseUp, pointer(SWT.MouseUp, at));
        idle();
    }

    /**
     * Leads the pointer over a control. A button is pressed only by a pointer that it has seen coming, and the display tells
     * of its way some time after it has moved: the control itself must have heard of it before anything is clicked.
     */
    private Point pointAt(Control control) {
        AtomicReference<Point> at = new AtomicReference<>();
        AtomicBoolean came = new AtomicBoolean();
        Listener witness = e -> {
            if (isWithin(e.widget, control))
                came.set(true);
        };
        run(() -> display.addFilter(SWT.MouseMove, witness));
        try {
            boolean over = holdsWithin(PATIENCE, () -> {
                Rectangle seen = ui(() -> {
                    control.getShell().forceActive();
                    return seen(control);
                });
                Point middle = new Point(seen.x + seen.width / 2, seen.y + seen.height / 2);
                at.set(middle);
                came.set(false);
                // two steps: to where the pointer is already, no way leads
                if (seen.isEmpty() || !post(pointer(SWT.MouseMove, new Point(middle.x - 1, middle.y))) || !post(pointer(SWT.MouseMove, middle)))
                    return false;
                boolean heard = holdsWithin(STEP, came::get);
                idle();
                return heard && ui(() -> seen.equals(seen(control)) && isWithin(display.getCursorControl(), control));
            });
            if (!over)
                throw new AssertionError("the pointer does not get over " + name(control) + "; see " + screenshot("pointer"));
        } finally {
            run(() -> display.removeFilter(SWT.MouseMove, witness));
        }
        return at.get();
    }

    private String name(Control control) {
        return ui(() -> control + " " + control.getData(ID));
    }

    /** The part of a control that nothing around it cuts off, on the display. */
    private Rectangle seen(Control control) {
        Rectangle seen = display.map(control.getParent(), null, control.getBounds());
        for (Composite around = control.getParent(); around != null; around = around.getParent())
            seen = seen.intersection(display.map(around, null, around.getClientArea()));
        return seen;
    }

    private static boolean isWithin(Widget widget, Control control) {
        for (Control c = widget instanceof Control inner ? inner : null; c != null; c = c.getParent())
            if (c == control)
                return true;
        return false;
    }

    private static Event pointer(int type, Point at) {
        Event event = new Event();
        event.type = type;
        event.x = at.x;
        event.y = at.y;
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.count = 1;
        return event;
    }

    /** Chooses a row of a tree by the texts on the way to it, opening what is closed. */
    public void select(Tree tree, String... path) {
        waitUntil("row " + String.join(" > ", path), () -> row(tree, path).isPresent());
        run(() -> {
            TreeItem item = row(tree, path).orElseThrow();
            tree.setSelection(item);
            tree.showItem(item);
            notify(tree, SWT.Selection, item);
        });
    }

    /** Double-clicks a row of a tree. */
    public void open(Tree tree, String... path) {
        select(tree, path);
        run(() -> notify(tree, SWT.DefaultSelection, row(tree, path).orElseThrow()));
    }

    private static Optional<TreeItem> row(Tree tree, String... path) {
        TreeItem[] level = tree.getItems();
        TreeItem found = null;
        for (String text : path) {
            found = Arrays.stream(level).filter(i -> i.getText().equals(text)).findFirst().orElse(null);
            if (found == null) {
                return Optional.empty();
            }
            if (!found.getExpanded() && found.getItemCount() > 0) {
                // a lazy tree makes the rows below when it hears of the opening
                notify(tree, SWT.Expand, found);
                found.setExpanded(true);
            }
            level = found.getItems();
        }
        return Optional.ofNullable(found);
    }

    /** Chooses the row of a table whose first column has that text. */
    public void select(Table table, String text) {
        waitUntil("row " + text, () -> Arrays.stream(table.getItems()).anyMatch(i -> i.getText().equals(text)));
        run(() -> {
            TableItem item = Arrays.stream(table.getItems()).filter(i -> i.getText().equals(text)).findFirst().orElseThrow();
            table.setSelection(item);
            notify(table, SWT.Selection, item);
        });
    }

    // ---- keyboard

    /** Gives a control the focus and types a text into it, key by key. */
    public void type(Control control, String text) {
        focus(control);
        for (char c : text.toCharArray()) {
            Event event = new Event();
            event.character = c == '\n' ? SWT.CR : c;
            stroke(control, event);
        }
        idle();
    }

    /** Strikes a key such as {@code SWT.F2} or {@code 's'} while modifiers such as {@code SWT.MOD1} are held. */
    public void key(Control control, int modifiers, int key) {
        focus(control);
        int[] held = IntStream.range(0, Integer.SIZE).map(i -> 1 << i).filter(bit -> (modifiers & bit) != 0).toArray();
        for (int modifier : held) {
            post(keyEvent(SWT.KeyDown, modifier));
        }
        Event event = new Event();
        if ((key & SWT.KEYCODE_BIT) != 0) {
            event.keyCode = key;
        } else {
            event.character = (char) key;
        }
        event.stateMask = modifiers;
        stroke(control, event);
        for (int modifier : held) {
            post(keyEvent(SWT.KeyUp, modifier));
        }
        idle();
    }

    /** The keyboard comes to a shell some time after it was asked for. */
    private void focus(Control control) {
        waitUntil("the keyboard at " + name(control), () -> {
            if (!control.isFocusControl()) {
                control.getShell().forceActive();
                control.forceFocus();
            }
            return control.isFocusControl() && display.getActiveShell() == control.getShell();
        });
    }

    private void stroke(Control control, Event key) {
        for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
            Event event = new Event();
            event.type = type;
            event.character = key.character;
            event.keyCode = key.keyCode;
            event.stateMask = key.stateMask;
            deliver(control, type, event);
        }
    }

    private static Event keyEvent(int type, int keyCode) {
        Event event = new Event();
        event.type = type;
        event.keyCode = keyCode;
        return event;
    }

    private boolean post(Event event) {
        return ui(() -> display.post(event));
    }

    /** Posts a real event and waits until it has arrived: one of the pointer at this control, one of a key wherever keys lead. */
    private void deliver(Control control, int type, Event event) {
        AtomicBoolean arrived = new AtomicBoolean();
        boolean key = type == SWT.KeyDown || type == SWT.KeyUp;
        // a key that is a command, or leads to the next field, is taken before any control hears of it
        Listener before = e -> {
            if (key && (e.detail == type || e.detail == SWT.Traverse))
                arrived.set(true);
        };
        Listener filter = e -> {
            if (isWithin(e.widget, control))
                arrived.set(true);
        };
        run(() -> {
            display.addListener(SWT.PreEvent, before);
            display.addFilter(type, filter);
        });
        try {
            if (!holdsWithin(ARRIVAL, () -> post(event)) || !holdsWithin(ARRIVAL, arrived::get))
                throw new AssertionError("an event got lost: " + event + " for " + name(control) + "; see " + screenshot("lost"));
        } finally {
            run(() -> {
                display.removeListener(SWT.PreEvent, before);
                display.removeFilter(type, filter);
            });
        }
    }

    // ---- buttons, menus

    /** Presses a button (or anything that is "selected") without the pointer: for what a test takes for granted. */
    public void press(Widget widget) {
        // asynchronously: what the button does may open a dialog, and only end when that is closed
        display.asyncExec(() -> notify(widget, SWT.Selection, null));
        idle();
    }

    /**
     * Chooses an entry of the menu bar by the texts on the way to it, without their mnemonics and key names. An entry may
     * say more than the text, as "Annuler Frappe" does.
     */
    public void menu(String... path) {
        press(menuItem(path));
    }

    /** The entry of the menu bar; every menu on the way is shown, so that it fills itself. */
    public MenuItem menuItem(String... path) {
        AtomicReference<MenuItem> found = new AtomicReference<>();
        waitUntil("menu " + String.join(" > ", path), () -> {
            Menu menu = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().getMenuBar();
            MenuItem item = null;
            for (String text : path) {
                if (menu == null) {
                    return false;
                }
                item = Arrays.stream(menu.getItems()).filter(i -> label(i).equals(text) || label(i).startsWith(text + " ")).findFirst().orElse(null);
                if (item == null) {
                    return false;
                }
                menu = item.getMenu();
                if (menu != null) {
                    menu.notifyListeners(SWT.Show, new Event());
                }
            }
            found.set(item);
            return true;
        });
        return found.get();
    }

    /** The text of an item as a reader sees it. */
    public static String label(Item item) {
        return item.getText().replace("&", "").split("\t")[0];
    }

    private static void notify(Widget widget, int type, Widget item) {
        if (widget.isDisposed()) {
            return;
        }
        Event event = new Event();
        event.type = type;
        event.widget = widget;
        event.item = item;
        widget.notifyListeners(type, event);
    }

    /**
     * Waits until the events so far have been worked off. The display is not asked to do so from here: an event may open a
     * dialog, which would keep the robot until somebody closed it.
     */
    public void idle() {
        for (int i = 0; i < ROUNDS; i++)
            run(() -> { });
    }

    // ---- pictures

    /** Takes a picture of the whole display, and says where it is. */
    public Path screenshot(String name) {
        Path file = pictures.resolve(name + ".png").toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        run(() -> {
            Rectangle bounds = display.getBounds();
            Image image = new Image(display, bounds.width, bounds.height);
            GC gc = new GC(display);
            gc.copyArea(image, 0, 0);
            gc.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            image.dispose();
            loader.save(file.toString(), SWT.IMAGE_PNG);
        });
        return file;
    }
}
