package org.etabli.ui.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.swt.widgets.Control;

/** What GTK tells a screen reader a widget is called: what the bus of assistive technologies passes on. */
public final class SpokenName {

    private SpokenName() {
    }

    /** To be called in the UI thread. */
    public static String of(Control control) {
        try {
            long handle = control.getClass().getField("handle").getLong(control);
            long accessible = (long) Class.forName("org.eclipse.swt.internal.gtk3.GTK3").getMethod("gtk_widget_get_accessible", long.class).invoke(null, handle);
            Class<?> os = Class.forName("org.eclipse.swt.internal.gtk.OS");
            long[] name = new long[1];
            os.getMethod("g_object_get", long.class, byte[].class, long[].class, long.class).invoke(null, accessible,
                    "accessible-name\0".getBytes(StandardCharsets.US_ASCII), name, 0L);
            return name[0] == 0 ? "" : text(Class.forName("org.eclipse.swt.internal.C"), name[0]);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Class<?> c, long address) throws ReflectiveOperationException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] one = new byte[1];
        for (long at = address;; at++) {
            c.getMethod("memmove", byte[].class, long.class, long.class).invoke(null, one, at, 1L);
            if (one[0] == 0)
                return bytes.toString(StandardCharsets.UTF_8);
            bytes.write(one[0]);
        }
    }
}
