package org.etabli.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** A table of words. Rows get their words when they come into sight, so that a long list costs no more than a short one. */
public final class TextTable<T> {
    private final Composite holder;
    private final TableColumnLayout layout = new TableColumnLayout();
    private final Table table;
    private final List<Function<T, String>> words = new ArrayList<>();
    private List<T> rows = List.of();

    public TextTable(Composite parent, FormToolkit kit, String name, String id) {
        holder = kit.createComposite(parent);
        holder.setLayout(layout);
        table = kit.createTable(holder, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | SWT.VIRTUAL);
        table.setHeaderVisible(true);
        Named.as(name, table).setData("id", id);
        table.addListener(SWT.SetData, e -> {
            TableItem item = (TableItem) e.item;
            T row = rows.get(table.indexOf(item));
            for (int i = 0; i < words.size(); i++)
                item.setText(i, words.get(i).apply(row));
        });
    }

    public TextTable<T> column(String title, int weight, Function<T, String> text) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(title);
        layout.setColumnData(column, new ColumnWeightData(weight, 60));
        words.add(text);
        return this;
    }

    /** Hears of the row that is chosen, or of none. */
    public TextTable<T> onSelect(Consumer<Optional<T>> listener) {
        table.addListener(SWT.Selection, e -> listener.accept(selected()));
        return this;
    }

    /** Hears of Enter and of a double click. */
    public TextTable<T> onOpen(Consumer<T> listener) {
        table.addListener(SWT.DefaultSelection, e -> selected().ifPresent(listener));
        return this;
    }

    /** What the parent lays out. */
    public Composite control() {
        return holder;
    }

    public void setFocus() {
        table.setFocus();
    }

    public Optional<T> selected() {
        int index = table.getSelectionIndex();
        return index < 0 || index >= rows.size() ? Optional.empty() : Optional.of(rows.get(index));
    }

    public List<T> rows() {
        return rows;
    }

    /** Nothing is touched where the rows are the same; the chosen row stays chosen. */
    public void show(List<T> fresh) {
        if (fresh.equals(rows) && table.getItemCount() == fresh.size())
            return;
        Optional<T> chosen = selected();
        rows = List.copyOf(fresh);
        table.deselectAll();
        table.setItemCount(rows.size());
        table.clearAll();
        chosen.map(rows::indexOf).filter(i -> i >= 0).ifPresent(table::setSelection);
    }

    public void select(T row) {
        if (!rows.contains(row))
            return;
        table.setSelection(rows.indexOf(row));
        table.showSelection();
    }

    /** Chooses a row and shows those that follow it; later, since a table without a size cannot scroll. */
    public void selectOnTop(T row) {
        table.getDisplay().asyncExec(() -> {
            if (table.isDisposed() || !rows.contains(row))
                return;
            table.setSelection(rows.indexOf(row));
            table.setTopIndex(rows.indexOf(row));
        });
    }
}
