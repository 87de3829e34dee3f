package org.etabli.ui.charter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.etabli.model.Letters;
import org.etabli.ui.form.Named;

/** Chooses some of many things by their words. What was chosen before and is not known any more stays chosen. */
final class PickDialog extends Dialog {
    private final String title;
    private final Map<String, String> words;
    private final List<String> before;
    private final Set<String> checked;
    private Text filter;
    private Table table;

    /** @param words of everything that can be chosen, by id */
    PickDialog(Shell shell, String title, Map<String, String> words, List<String> before) {
        super(shell);
        this.title = title;
        this.words = words;
        this.before = List.copyOf(before);
        this.checked = new LinkedHashSet<>(before);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.filter);
        Named.as(Messages.filter, filter);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        table = new Table(area, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL | SWT.FULL_SELECTION);
        Named.as(title, table).setData("id", "pick.table");
        GridDataFactory.fillDefaults().grab(true, true).hint(convertWidthInCharsToPixels(100), table.getItemHeight() * 16).applyTo(table);
        table.addListener(SWT.Selection, e -> {
            if (e.detail == SWT.CHECK && ((TableItem) e.item).getChecked())
                checked.add((String) e.item.getData());
            else if (e.detail == SWT.CHECK)
                checked.remove(e.item.getData());
        });
        filter.addListener(SWT.Modify, e -> fill());
        fill();
        return area;
    }

    /** The chosen ones first. */
    private void fill() {
        String looked = filter.getText();
        List<String> ids = new ArrayList<>(before.stream().filter(words::containsKey).toList());
        words.keySet().stream().filter(id -> !before.contains(id)).forEach(ids::add);
        table.setRedraw(false);
        table.removeAll();
        for (String id : ids)
            if (Letters.contains(words.get(id), looked) || Letters.contains(id, looked)) {
                TableItem item = new TableItem(table, SWT.NONE);
                item.setText(words.get(id));
                item.setData(id);
                item.setChecked(checked.contains(id));
            }
        table.setRedraw(true);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.choose, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    /** Those that were there keep their order. */
    List<String> chosen() {
        return List.copyOf(checked);
    }
}
