package org.etabli.ui.form;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Scrollable;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/**
 * The mouse wheel on a page of a form: it scrolls the page, and no field on its way stops it or changes its value. A list takes the
 * wheel as long as it can scroll itself, a text only while it is typed in.
 */
public final class Wheel {
    /** Pixels for one line of the wheel; GTK counts three for each notch. */
    private static final int LINE = 18;

    private final Control root;

    private Wheel(Control root) {
        this.root = root;
    }

    /** From now on, and as long as the control lives, for everything in it. */
    public static void leadsThrough(Control root) {
        Display display = root.getDisplay();
        Listener filter = new Wheel(root)::turned;
        display.addFilter(SWT.MouseWheel, filter);
        root.addListener(SWT.Dispose, e -> display.removeFilter(SWT.MouseWheel, filter));
    }

    private void turned(Event event) {
        if (!(event.widget instanceof Control control) || !isInside(control) || takes(control, event.count))
            return;
        ScrolledComposite page = page(control, event.count);
        if (page != null) {
            Point origin = page.getOrigin();
            page.setOrigin(origin.x, origin.y - event.count * LINE);
            event.doit = false;
        } else if (isValue(control)) {
            event.doit = false;
        }
    }

    private boolean isInside(Control control) {
        for (Control c = control; c != null; c = c.getParent())
            if (c == root)
                return true;
        return false;
    }

    /** Whether the wheel would change what the field says. */
    private static boolean isValue(Control control) {
        return control instanceof Combo || control instanceof CCombo || control instanceof Spinner;
    }

    private static boolean takes(Control control, int count) {
        return !isValue(control) && !(control instanceof Text && !control.isFocusControl()) && !(control instanceof ScrolledComposite)
                && control instanceof Scrollable scrollable && canScroll(scrollable, count);
    }

    /** The nearest page around the control that can still scroll that way; null where none can. */
    private static ScrolledComposite page(Control control, int count) {
        for (Control c = control; c != null; c = c.getParent())
            if (c instanceof ScrolledComposite page && canScroll(page, count))
                return page;
        return null;
    }

    private static boolean canScroll(Scrollable scrollable, int count) {
        ScrollBar bar = scrollable.getVerticalBar();
        return bar != null && (count > 0 ? bar.getSelection() > bar.getMinimum() : bar.getSelection() + bar.getThumb() < bar.getMaximum());
    }
}
