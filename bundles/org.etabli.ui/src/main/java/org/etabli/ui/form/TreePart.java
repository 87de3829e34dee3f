package org.etabli.ui.form;

import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** A tree whose columns share its width. It fills its cell of a grid. */
public final class TreePart {
    /** What the platform leaves free at both sides of a cell, pixels. */
    private static final int PADDING = 14;
    private static final int SCROLL_BAR = 16;

    private final TreeColumnLayout layout = new TreeColumnLayout();
    private final TreeViewer viewer;
    /** What all columns need, pixels. */
    private int least;

    /**
     * @param name for those who hear it
     * @param id   for tests
     */
    public TreePart(Composite parent, FormToolkit kit, String name, String id) {
        Composite holder = kit.createComposite(parent);
        holder.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(holder);
        Tree tree = kit.createTree(holder, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
        tree.setHeaderVisible(true);
        Named.as(name, tree).setData("id", id);
        viewer = new TreeViewer(tree);
        viewer.setUseHashlookup(true);
    }

    public TreeViewer viewer() {
        return viewer;
    }

    /**
     * @param weight of its share of the width
     * @param words  of which each is shown whole
     */
    public TreePart column(String title, int weight, Stream<String> words, ColumnLabelProvider labels) {
        GC gc = new GC(viewer.getTree());
        try {
            return column(title, weight, words.mapToInt(w -> gc.textExtent(w).x).max().orElse(0) + PADDING, labels);
        } finally {
            gc.dispose();
        }
    }

    /** A column that is left out where the others would become too narrow for it; what it says is said elsewhere, too. */
    public TreePart columnWhereThereIsRoom(String title, int weight, Stream<String> words, ColumnLabelProvider labels) {
        int others = least;
        column(title, weight, words, labels);
        int pixels = least - others;
        TreeColumn column = viewer.getTree().getColumn(viewer.getTree().getColumnCount() - 1);
        viewer.getTree().getParent().addListener(SWT.Resize, e -> {
            boolean room = ((Composite) e.widget).getClientArea().width >= least + SCROLL_BAR;
            layout.setColumnData(column, room ? new ColumnWeightData(weight, pixels) : new ColumnWeightData(0, 0));
        });
        return this;
    }

    /**
     * @param weight of its share of the width
     * @param pixels that it keeps
     */
    public TreePart column(String title, int weight, int pixels, ColumnLabelProvider labels) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(title);
        column.setLabelProvider(labels);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, pixels));
        least += pixels;
        return this;
    }
}
