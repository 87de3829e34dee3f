package org.etabli.ui.testkit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.forms.widgets.Hyperlink;

/** The editors of an assessment and of an involvement record as their user handles them. */
public final class AssessmentForm extends Page {

    public AssessmentForm(Bot bot) {
        super(bot);
    }

    /** Turns to a page by its place in the row of tabs. */
    public AssessmentForm page(int index) {
        turnTo(index);
        return this;
    }

    /** Chooses a commitment by the titles on the way to it. */
    public AssessmentForm commitment(String... path) {
        bot.select(bot.find(Tree.class, "assessment.tree"), path);
        bot.waitUntil("the form of " + path[path.length - 1], () -> label("judgement.title").equals(path[path.length - 1]));
        return this;
    }

    /** The words of a label by its id; empty while it is not seen. */
    public String label(String id) {
        return bot.exists(Label.class, id) ? bot.ui(bot.find(Label.class, id)::getText) : "";
    }

    /** The words in a field by its id; empty while it is not seen. */
    public String text(String id) {
        return bot.exists(Text.class, id) ? bot.ui(bot.find(Text.class, id)::getText) : "";
    }

    /** Puts other words into a field and leaves it. */
    public AssessmentForm write(String id, String words) {
        Text text = bot.find(Text.class, id);
        bot.run(() -> {
            text.setFocus();
            text.setText(words);
            text.notifyListeners(SWT.FocusOut, new Event());
        });
        return this;
    }

    /** Presses a button by its id; a radio button is chosen. */
    public AssessmentForm press(String id) {
        Button button = bot.find(Button.class, id);
        bot.waitUntil("the button " + id, button::isEnabled);
        bot.run(() -> {
            if ((button.getStyle() & SWT.RADIO) != 0)
                for (Control sibling : button.getParent().getChildren())
                    if (sibling instanceof Button other)
                        other.setSelection(other == button);
        });
        bot.press(button);
        return this;
    }

    /** Whether a button is there and chosen. */
    public boolean isChosen(String id) {
        return bot.exists(Button.class, id) && bot.ui(bot.find(Button.class, id)::getSelection);
    }

    /** Follows a link by its id. */
    public AssessmentForm follow(String id) {
        Hyperlink link = bot.find(Hyperlink.class, id);
        bot.run(() -> {
            Event enter = new Event();
            enter.character = SWT.CR;
            link.notifyListeners(SWT.KeyDown, enter);
        });
        return this;
    }
}
