package org.etabli.ui.charter.assessment;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.etabli.ui.form.Parts;

/** Says why nothing can be judged while there is no charter that can be used, in place of what could be. */
final class CharterNotice {
    private final Composite row;
    private final Label words;
    private final Hyperlink link;

    CharterNotice(Composite parent, FormToolkit kit, AssessmentEditor editor, int span) {
        Parts parts = new Parts(kit);
        row = kit.createComposite(parent);
        GridLayoutFactory.fillDefaults().spacing(6, 8).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).span(span, 1).exclude(true).applyTo(row);
        row.setVisible(false);
        words = parts.label(row, "");
        words.setData("id", "assessment.notice");
        link = parts.link(row, Messages.openCharter, editor::openCharter);
        link.setData("id", "assessment.openCharter");
    }

    /** @param bodies what is shown once there is a charter; each has grid data */
    boolean show(Beside.State state, Control... bodies) {
        boolean ready = state == Beside.State.READY;
        words.setText(switch (state) {
            case READING -> Messages.charterReading;
            case NONE -> Messages.charterNone;
            case BROKEN -> Messages.charterBroken;
            case READY -> "";
        });
        link.setVisible(state == Beside.State.BROKEN);
        seen(row, !ready);
        for (Control body : bodies)
            seen(body, ready);
        return ready;
    }

    static void seen(Control control, boolean seen) {
        ((GridData) control.getLayoutData()).exclude = !seen;
        control.setVisible(seen);
    }
}
