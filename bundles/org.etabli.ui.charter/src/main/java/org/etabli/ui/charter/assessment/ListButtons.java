package org.etabli.ui.charter.assessment;

import java.util.function.IntConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Shades;

/** Add, remove, up and down below a list. */
final class ListButtons {
    private final Button remove;
    private final Button up;
    private final Button down;

    /** @param move gets -1 or 1 */
    ListButtons(Composite parent, FormToolkit kit, InvolvementModel model, String list, String id, Runnable add, Runnable remove, IntConsumer move) {
        Composite row = kit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(6, 0).applyTo(row);
        button(row, kit, Messages.add, list, id + ".add", () -> once(model, add));
        this.remove = button(row, kit, Messages.remove, list, id + ".remove", () -> once(model, remove));
        up = button(row, kit, Messages.up, list, id + ".up", () -> once(model, () -> move.accept(-1)));
        down = button(row, kit, Messages.down, list, id + ".down", () -> once(model, () -> move.accept(1)));
    }

    /** A second click before the first is to be seen would be for the neighbour. */
    private static void once(InvolvementModel model, Runnable action) {
        if (!model.isRearranging())
            action.run();
    }

    private static Button button(Composite parent, FormToolkit kit, String text, String list, String id, Runnable action) {
        Button button = kit.createButton(parent, text, SWT.PUSH);
        Named.as(text + " — " + list, button).setData("id", id);
        GridDataFactory.fillDefaults().applyTo(button);
        button.addListener(SWT.Selection, e -> action.run());
        return button;
    }

    void enable(boolean chosen, int index, int size) {
        Shades.enable(remove, chosen);
        Shades.enable(up, chosen && index > 0);
        Shades.enable(down, chosen && index < size - 1);
    }
}
