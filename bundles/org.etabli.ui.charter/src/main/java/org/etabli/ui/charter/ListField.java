package org.etabli.ui.charter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.Shades;

/** Values that are chosen, not typed: shown in words, added with a dialog, taken away with a button. */
final class ListField {
    private static final int ROWS = 3;

    private final org.eclipse.swt.widgets.List list;
    private final Button add;
    private final Button remove;
    private final Function<String, String> inWords;
    private List<String> values = List.of();
    private boolean open;

    /**
     * @param inWords how a value is shown
     * @param choose  asks for the values that there are to be, given those that are there
     * @param commit  gets the new values
     */
    ListField(Composite parent, FormToolkit kit, Label name, String id, Function<String, String> inWords, Function<List<String>, Optional<List<String>>> choose,
            Consumer<List<String>> commit) {
        this.inWords = inWords;
        Composite row = kit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        list = Named.by(name, new org.eclipse.swt.widgets.List(row, SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL | SWT.MULTI));
        list.setData("id", id);
        kit.adapt(list, true, false);
        GridDataFactory.fillDefaults().grab(true, false).hint(160, ROWS * list.getItemHeight()).applyTo(list);
        Composite buttons = kit.createComposite(row);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(buttons);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(buttons);
        add = button(buttons, kit, Messages.add, id + ".add", name);
        remove = button(buttons, kit, Messages.takeAway, id + ".remove", name);
        add.addListener(SWT.Selection, e -> choose.apply(values).ifPresent(commit));
        remove.addListener(SWT.Selection, e -> {
            List<String> left = new ArrayList<>();
            for (int i = 0; i < values.size(); i++)
                if (!list.isSelected(i))
                    left.add(values.get(i));
            commit.accept(left);
        });
        list.addListener(SWT.Selection, e -> enable());
        // a sentence may be longer than the list is wide
        list.addListener(SWT.MouseMove, e -> {
            int line = list.getTopIndex() + e.y / list.getItemHeight();
            list.setToolTipText(line < list.getItemCount() ? Parts.plain(list.getItem(line)) : null);
        });
    }

    private static Button button(Composite parent, FormToolkit kit, String text, String id, Label name) {
        Button button = kit.createButton(parent, text, SWT.PUSH);
        button.setData("id", id);
        Named.as(text.replace("&", "") + " — " + name.getText(), button);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        return button;
    }

    void show(List<String> fresh, boolean canChange) {
        open = canChange;
        String[] texts = fresh.stream().map(inWords).toArray(String[]::new);
        values = List.copyOf(fresh);
        if (!Arrays.equals(texts, list.getItems()))
            list.setItems(texts);
        enable();
    }

    private void enable() {
        Shades.enable(add, open);
        Shades.enable(remove, open && list.getSelectionCount() > 0);
    }
}
