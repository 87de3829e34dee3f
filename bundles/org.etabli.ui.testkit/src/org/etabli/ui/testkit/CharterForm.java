package org.etabli.ui.testkit;

import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** The editor of a charter as its user handles it. */
public final class CharterForm extends Page {

    public CharterForm(Bot bot) {
        super(bot);
    }

    public CharterForm page(int index) {
        turnTo(index);
        return this;
    }

    /** Chooses a section by the titles on the way to it. */
    public CharterForm section(String... path) {
        bot.select(tree(), path);
        bot.waitUntil("the form of " + path[path.length - 1], () -> text("title").equals(path[path.length - 1]));
        return this;
    }

    public Tree tree() {
        return bot.find(Tree.class, "charter.tree");
    }

    /** The title of the chosen section in the tree; empty where none is chosen. */
    public String selected() {
        return bot.ui(() -> Arrays.stream(tree().getSelection()).findFirst().map(TreeItem::getText).orElse(""));
    }

    /** What stands in a field of the chosen section. */
    public String text(String field) {
        Text text = field(field);
        return bot.ui(() -> text.isDisposed() ? "" : text.getText());
    }

    /** Puts other words into a field of the chosen section and leaves it. */
    public CharterForm write(String field, String words) {
        return write(field(field), words);
    }

    public CharterForm write(Text text, String words) {
        bot.run(() -> {
            text.setFocus();
            text.setText(words);
            text.notifyListeners(SWT.FocusOut, new Event());
        });
        return this;
    }

    public Text field(String field) {
        return bot.find(Text.class, "section." + field);
    }

    /** Presses a button of the page by its id. */
    public CharterForm press(String id) {
        Button button = bot.find(Button.class, id);
        bot.waitUntil("the button " + id, button::isEnabled);
        bot.press(button);
        return this;
    }

    /** Answers the dialog that asks for a title. */
    public CharterForm title(String dialog, String words) {
        Shell shell = bot.shell(dialog);
        Text text = bot.find(Text.class, "the title", t -> t.getShell() == shell && t.getEditable());
        bot.run(() -> text.setText(words));
        Button ok = bot.find(Button.class, "the default button", b -> b == shell.getDefaultButton());
        bot.press(ok);
        bot.waitUntil("the dialog closed", shell::isDisposed);
        return this;
    }
}
