package org.etabli.ui.form;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;

/**
 * Makes the parts of a page. A part that gets the keyboard is scrolled into sight, as everywhere; but one that gets it from a
 * click stays under the pointer until the click is over: otherwise it is let go somewhere else, and the click is lost.
 */
final class PageToolkit extends FormToolkit {
    private static final String PRESSED = "pressed";

    private final Listener sight = event -> {
        Control control = (Control) event.widget;
        switch (event.type) {
            case SWT.MouseDown -> control.setData(PRESSED, true);
            case SWT.MouseUp -> control.setData(PRESSED, null);
            default -> {
                if (control.getData(PRESSED) == null)
                    ensureVisible(control);
            }
        }
    };

    PageToolkit(Display display) {
        super(display);
    }

    @Override
    public void adapt(Control control, boolean trackFocus, boolean trackKeyboard) {
        super.adapt(control, false, trackKeyboard);
        if (trackFocus)
            keepInSight(control);
    }

    @Override
    public Hyperlink createHyperlink(Composite parent, String text, int style) {
        Hyperlink link = new Hyperlink(parent, style | getOrientation());
        link.setText(text);
        adapt(link, true, true);
        getHyperlinkGroup().add(link);
        return link;
    }

    private void keepInSight(Control control) {
        for (int type : new int[] { SWT.FocusIn, SWT.MouseDown, SWT.MouseUp })
            control.addListener(type, sight);
    }
}
