package org.etabli.ui.form;

import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/** From a job back to the widgets. */
public final class UiThread {

    private UiThread() {
    }

    /** Runs something in the UI thread, soon; not at all when the program has ended meanwhile. */
    public static void later(Display display, Runnable action) {
        try {
            if (!display.isDisposed())
                display.asyncExec(action);
        } catch (SWTException e) {
            // disposed between the two lines
        }
    }
}
