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
import org.eclipse.ui.forms.widgets.FormToolkit;

/** A table of words, which are shown whole, on as many lines as they need: each row has a height of its own, so all are there from the beginning. */
public final class TextTable<T> {
    /** What the system leaves free on both sides of a cell, and a little more: a line must not be cut by one sign. */
    private static final int MARGIN = 14;
    /** With more rows it would cost too much to break their lines. */
    private static final int MOST_WHOLE = 400;

    private final Composite holder;
    private final TableColumnLayout layout = new TableColumnLayout();
    private final Table table;
    private final List<Function<T, String>> words = new ArrayList<>();
    private final WordWrap wrap;
    private List<T> rows = List.of();

    public TextTable(Composite parent, FormToolkit kit, String name, String id) {
        holder = kit.createComposite(parent);
        holder.setLayout(layout);
        table = kit.createTable(holder, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        Named.as(name, table).setData("id", id);
        wrap = new WordWrap(table);
    }

    private void fill(int column) {
        int width = table.getColumn(column).getWidth() - MARGIN;
        for (int i = 0; i < table.getItemCount(); i++) {
            String text = words.get(column).apply(rows.get(i));
            table.getItem(i).setText(column, rows.size() > MOST_WHOLE ? text : wrap.lines(text, width));
        }
    }

    public TextTable<T> column(String title, int weight, Function<T, String> text) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(title);
        layout.setColumnData(column, new ColumnWeightData(weight, 60));
        int index = words.size();
        words.add(text);
        column.addListener(SWT.Resize, e -> fill(index));
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
        for (int column = 0; column < words.size(); column++)
            fill(column);
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
