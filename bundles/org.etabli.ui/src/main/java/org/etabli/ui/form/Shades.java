package org.etabli.ui.form;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** Shades between a control's background and its foreground, whatever theme they come from. */
public final class Shades {
    /** For what is less important, and still to be read: more than 4.5:1 on light and on dark grounds. */
    public static final double PALE = 0.7;

    /** The contrast that words need. */
    private static final double READABLE = 4.5;
    private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";
    private static final double CLOSED = 0.08;
    private static final double DISABLED = 0.42;

    private Shades() {
    }

    /** A button that can be pressed, or one that looks as if it could not: in a form it would keep the colour of its words. */
    public static void enable(Button button, boolean enabled) {
        if (button.getEnabled() == enabled)
            return;
        button.setEnabled(enabled);
        button.setForeground(enabled ? button.getParent().getForeground() : of(button.getParent(), DISABLED));
    }

    /** A field that can be written in, or one whose ground says that it cannot. */
    public static void open(Text field, boolean open) {
        field.setEditable(open);
        // for themes, which may paint the field after this
        field.setData(CSS_CLASS, open ? null : "closed");
        // null is the theme's own colour of fields
        field.setBackground(open ? null : of(field.getParent(), CLOSED));
    }

    /** @param foreground 0 gives the background, 1 the foreground */
    public static Color of(Control control, double foreground) {
        RGB a = control.getForeground().getRGB();
        RGB b = control.getBackground().getRGB();
        return new Color(mixed(a.red, b.red, foreground), mixed(a.green, b.green, foreground), mixed(a.blue, b.blue, foreground));
    }

    /** The theme's colour of links, where it can be read on that ground; a theme of ours may not say it. */
    public static Color accent(Control control) {
        Color link = JFaceResources.getColorRegistry().get(JFacePreferences.HYPERLINK_COLOR);
        double a = link == null ? 0 : luminance(link.getRGB()) + 0.05;
        double b = luminance(control.getBackground().getRGB()) + 0.05;
        return link == null || Math.max(a, b) / Math.min(a, b) < READABLE ? control.getForeground() : link;
    }

    private static double luminance(RGB rgb) {
        return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
    }

    private static double linear(int part) {
        return Math.pow(part / 255.0, 2.2);
    }

    private static int mixed(int a, int b, double share) {
        return (int) Math.round(a * share + b * (1 - share));
    }
}
