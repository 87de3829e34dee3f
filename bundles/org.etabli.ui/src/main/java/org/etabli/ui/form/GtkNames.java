package org.etabli.ui.form;

import java.nio.charset.StandardCharsets;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

/**
 * The names of GTK's own widgets. SWT asks its listeners for the names of widgets that it paints itself; an entry, a tree or a table
 * of GTK's never asks, and would be heard without a name. Other systems need nothing of this, and have no such classes.
 */
final class GtkNames {

    private GtkNames() {
    }

    static void set(Control control, String name) {
        if (!"gtk".equals(SWT.getPlatform()))
            return;
        try {
            long handle = control.getClass().getField("handle").getLong(control);
            long accessible = (long) Class.forName("org.eclipse.swt.internal.gtk3.GTK3").getMethod("gtk_widget_get_accessible", long.class).invoke(null, handle);
            Class.forName("org.eclipse.swt.internal.gtk.OS").getMethod("g_object_set", long.class, byte[].class, byte[].class, long.class)
                    .invoke(null, accessible, text("accessible-name"), text(name), 0L);
        } catch (ReflectiveOperationException | LinkageError e) {
            ILog.get().warn("a field keeps its name from those who hear it", e);
        }
    }

    private static byte[] text(String words) {
        return (words + '\0').getBytes(StandardCharsets.UTF_8);
    }
}
