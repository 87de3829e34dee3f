package org.etabli.ui.form;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** The toolkit of our forms. The platform's own gives every button colours that it keeps when it cannot be pressed: nobody would see that. */
final class Kit extends FormToolkit {

    Kit(Display display) {
        super(display);
    }

    @Override
    public Button createButton(Composite parent, String text, int style) {
        Button button = super.createButton(parent, text, style);
        button.setForeground(null);
        button.setBackground(null);
        return button;
    }
}
