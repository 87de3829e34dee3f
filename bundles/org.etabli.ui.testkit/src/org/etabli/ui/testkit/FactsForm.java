package org.etabli.ui.testkit;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;

/** The editor of facts as its user handles it. Widgets are found by the ids that the editor gives them, never by their words. */
public final class FactsForm extends Page {

    public FactsForm(Bot bot) {
        super(bot);
    }

    /** From the home of a dossier, with which it opens, to its facts. */
    public FactsForm fromHome() {
        Hyperlink link = bot.find(Hyperlink.class, "home.facts");
        bot.run(() -> {
            Event enter = new Event();
            enter.character = SWT.CR;
            link.notifyListeners(SWT.KeyDown, enter);
        });
        bot.waitUntil("the editor of facts", () -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().getActiveEditor() instanceof FormEditor editor
                && editor.getEditorInput().getName().equals("facts.yaml"));
        return this;
    }

    /** Turns to a page by its place in the row of tabs: 0 overview, 1 facts, 2 result, 3 calendar, 4 comparison, 5 source. */
    public FactsForm page(int index) {
        turnTo(index);
        return this;
    }

    /** Selects the question of a fact in the tree of the facts page. */
    public FactsForm question(String fact) {
        Tree tree = bot.find(Tree.class, "facts.tree");
        bot.waitUntil("question " + fact, () -> item(tree.getItems(), fact) != null);
        bot.run(() -> {
            TreeItem item = item(tree.getItems(), fact);
            tree.setSelection(item);
            tree.showItem(item);
            Event event = new Event();
            event.item = item;
            tree.notifyListeners(SWT.Selection, event);
        });
        return this;
    }

    /** The viewer hangs the question, a record whose first component is its id, on the row. */
    private static TreeItem item(TreeItem[] items, String fact) {
        for (TreeItem item : items) {
            if (String.valueOf(item.getData()).startsWith("Question[id=" + fact + ","))
                return item;
            TreeItem below = item(item.getItems(), fact);
            if (below != null)
                return below;
        }
        return null;
    }

    /** Chooses an answer with the pointer. */
    public FactsForm answer(String fact, String value) {
        Button button = bot.find(Button.class, "answer." + fact + "." + value);
        bot.run(() -> FormToolkit.ensureVisible(button));
        bot.click(button);
        bot.waitUntil("the answer " + value, () -> !button.isDisposed() && button.getSelection());
        return this;
    }

    /** What the head of the page says; null where it says nothing. */
    public String message() {
        return bot.exists(Hyperlink.class, "header.message") ? bot.ui(bot.find(Hyperlink.class, "header.message")::getText) : null;
    }

    /** Whether an answer is marked. */
    public boolean isChosen(String fact, String value) {
        Button button = bot.find(Button.class, "answer." + fact + "." + value);
        return bot.ui(button::getSelection);
    }

    /** Types into a field of the shown fact ({@code by}, {@code on}, {@code evidence}, {@code note}, {@code ask.who}, {@code ask.by}) and leaves it. */
    public FactsForm field(String key, String text) {
        Text field = bot.find(Text.class, "field." + key);
        bot.run(() -> {
            field.setFocus();
            field.setText(text);
            field.notifyListeners(SWT.FocusOut, new Event());
        });
        return this;
    }

    /** The class shown beside the questions. */
    public String shownClass() {
        Label label = bot.find(Label.class, "result.class");
        return bot.ui(label::getText);
    }

    /** Waits until the class beside the questions is another one than before. */
    public String classOtherThan(String before) {
        Label label = bot.find(Label.class, "result.class");
        bot.waitUntil("another class than " + before, () -> !label.getText().equals(before));
        return bot.ui(label::getText);
    }

    /** Waits until the class beside the questions is that one. */
    public FactsForm waitForClass(String title) {
        Label label = bot.find(Label.class, "result.class");
        bot.waitUntil("class " + title, () -> label.getText().equals(title));
        return this;
    }

    /** The reasons beside the questions. */
    public String shownReasons() {
        Text text = bot.find(Text.class, "result.reasons");
        return bot.ui(text::getText);
    }

    /** The headings of the list of questions with the labels below them, as far as they are open. */
    public List<List<String>> list() {
        Tree tree = bot.find(Tree.class, "facts.tree");
        return bot.ui(() -> {
            List<List<String>> sections = new ArrayList<>();
            for (TreeItem section : tree.getItems()) {
                List<String> texts = new ArrayList<>(List.of(section.getText()));
                if (section.getExpanded())
                    for (TreeItem item : section.getItems())
                        texts.add(item.getText());
                sections.add(texts);
            }
            return sections;
        });
    }

    /** The rows of a table, one text for each column. */
    public List<List<String>> rows(String table) {
        Table found = bot.find(Table.class, table);
        return bot.ui(() -> {
            List<List<String>> rows = new ArrayList<>();
            for (TableItem item : found.getItems()) {
                // a row gets its words when it is asked for them
                item.getText();
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < found.getColumnCount(); i++)
                    texts.add(item.getText(i).replace('\n', ' '));
                rows.add(texts);
            }
            return rows;
        });
    }

    /** Types into the combo box of that name. */
    public FactsForm choose(String combo, String text) {
        Combo found = bot.find(Combo.class, combo);
        bot.run(() -> found.setText(text));
        return this;
    }
}
