package org.etabli.ui.tests;

import java.util.Set;
import java.util.TreeSet;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Collects every text that a reader can see or have read aloud; to be used on the UI thread. */
final class VisibleTexts {
    private final Set<String> texts = new TreeSet<>();

    Set<String> texts() {
        return texts;
    }

    VisibleTexts addMenu(Menu menu) {
        if (menu == null) {
            return this;
        }
        // menus fill themselves when they are about to be shown
        menu.notifyListeners(SWT.Show, new Event());
        for (MenuItem item : menu.getItems()) {
            add(item.getText());
            addMenu(item.getMenu());
        }
        menu.notifyListeners(SWT.Hide, new Event());
        return this;
    }

    VisibleTexts addControl(Control control) {
        if (!control.isVisible()) {
            return this;
        }
        add(control.getToolTipText());
        switch (control) {
        case Shell shell -> add(shell.getText());
        case Label label -> add(label.getText());
        case CLabel label -> add(label.getText());
        case Link link -> add(link.getText());
        case Button button -> add(button.getText());
        case Group group -> add(group.getText());
        case Text text -> {
            add(text.getText());
            add(text.getMessage());
        }
        case StyledText text -> add(text.getText());
        case Combo combo -> add(combo.getItems());
        case ToolBar bar -> {
            for (ToolItem item : bar.getItems()) {
                add(item.getText());
                add(item.getToolTipText());
            }
        }
        case CTabFolder folder -> {
            for (CTabItem item : folder.getItems()) {
                add(item.getText());
                add(item.getToolTipText());
            }
        }
        case TabFolder folder -> add(folder.getItems());
        case Table table -> {
            add(table.getColumns());
            add(table.getItems());
        }
        case Tree tree -> {
            add(tree.getColumns());
            addRows(tree.getItems());
        }
        default -> {
            // it has no text of its own
        }
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                addControl(child);
            }
        }
        return this;
    }

    private void addRows(TreeItem[] rows) {
        for (TreeItem row : rows) {
            add(row.getText());
            addRows(row.getItems());
        }
    }

    private void add(Item... items) {
        for (Item item : items) {
            add(item.getText());
        }
    }

    private void add(String... more) {
        for (String text : more) {
            if (text != null && !text.isBlank()) {
                texts.add(text.replace("&", "").split("\t")[0].strip());
            }
        }
    }
}
