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

/**
 * A table of words. Rows get their words when they come into sight, so that a long list costs no more than a short one; but where
 * words are shown whole, on as many lines as they need, all rows are there from the beginning, since each has a height of its own.
 */
public final class TextTable<T> {
    /** What the system leaves free on both sides of a cell, and a little more: a line must not be cut by one sign. */
    private static final int MARGIN = 14;
    /** Beyond it a table costs too much to be whole. */
    private static final int MOST_WHOLE = 400;

    private final Composite holder;
    private final TableColumnLayout layout = new TableColumnLayout();
    private final Table table;
    private final List<Function<T, String>> words = new ArrayList<>();
    private final WordWrap wrap;
    private List<T> rows = List.of();

    public TextTable(Composite parent, FormToolkit kit, String name, String id) {
        this(parent, kit, name, id, SWT.VIRTUAL);
    }

    /** A table that shows its words whole. */
    public static <T> TextTable<T> whole(Composite parent, FormToolkit kit, String name, String id) {
        return new TextTable<>(parent, kit, name, id, SWT.NONE);
    }

    private TextTable(Composite parent, FormToolkit kit, String name, String id, int style) {
        holder = kit.createComposite(parent);
        holder.setLayout(layout);
        table = kit.createTable(holder, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | style);
        table.setHeaderVisible(true);
        Named.as(name, table).setData("id", id);
        wrap = new WordWrap(table);
        table.addListener(SWT.SetData, e -> fill((TableItem) e.item));
    }

    private void fill(TableItem item) {
        T row = rows.get(table.indexOf(item));
        for (int i = 0; i < words.size(); i++)
            item.setText(i, shown(row, i));
    }

    private String shown(T row, int column) {
        String text = words.get(column).apply(row);
        return isVirtual() || rows.size() > MOST_WHOLE ? text : wrap.lines(text, table.getColumn(column).getWidth() - MARGIN);
    }

    private boolean isVirtual() {
        return (table.getStyle() & SWT.VIRTUAL) != 0;
    }

    public TextTable<T> column(String title, int weight, Function<T, String> text) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(title);
        layout.setColumnData(column, new ColumnWeightData(weight, 60));
        int index = words.size();
        words.add(text);
        if (!isVirtual())
            column.addListener(SWT.Resize, e -> {
                for (TableItem item : table.getItems())
                    item.setText(index, shown(rows.get(table.indexOf(item)), index));
            });
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
        if (isVirtual())
            table.clearAll();
        else
            for (TableItem item : table.getItems())
                fill(item);
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
