package org.etabli.ui.form;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Names for those who hear a form instead of seeing it: GTK tells a screen reader nothing of the label before a field. */
public final class Named {
    /** Under which a control knows its spoken name. */
    public static final String NAME = "name";

    private Named() {
    }

    public static <T extends Control> T by(Label label, T control) {
        label.getAccessible().addRelation(ACC.RELATION_LABEL_FOR, control.getAccessible());
        control.getAccessible().addRelation(ACC.RELATION_LABELLED_BY, label.getAccessible());
        return as(label.getText().replace("&", ""), control);
    }

    public static <T extends Control> T as(String name, T control) {
        boolean first = control.getData(NAME) == null;
        control.setData(NAME, name);
        GtkNames.set(control, name);
        if (first)
            control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
                @Override
                public void getName(AccessibleEvent e) {
                    e.result = (String) control.getData(NAME);
                }
            });
        return control;
    }
}
