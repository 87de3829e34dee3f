package org.etabli.ui.form;

import java.util.function.Consumer;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Text;

/**
 * Words of a document in a text field. They are handed on when the field is left or Enter is struck; what the document cannot
 * say stays in the field, with the reason beside it, until it is mended.
 */
public final class TextField {
    private final Text text;
    private final Consumer<String> commit;
    private final ControlDecoration problem;
    private String shown = "";

    /** @param commit gets other words than are shown, with {@code \n} for every line end */
    public TextField(Text text, Consumer<String> commit) {
        this.text = text;
        this.commit = commit;
        problem = new ControlDecoration(text, SWT.RIGHT | SWT.TOP);
        problem.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
        problem.hide();
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getDescription(AccessibleEvent e) {
                if (problem.isVisible())
                    e.result = problem.getDescriptionText();
            }
        });
        text.addListener(SWT.FocusOut, e -> commit());
        text.addListener(SWT.Modify, e -> problem.hide());
        if ((text.getStyle() & SWT.MULTI) != 0)
            // in a text of several lines Tab leads on, as in every other field
            text.addListener(SWT.Traverse, e -> e.doit |= e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        else
            text.addListener(SWT.DefaultSelection, e -> commit());
    }

    public Text control() {
        return text;
    }

    /** Shows what the document says; a field that is being typed in, or whose words were refused, is left alone. */
    public void show(String words) {
        if (text.isFocusControl() && !said().equals(shown) || problem.isVisible() && words.equals(shown))
            return;
        shown = words;
        if (!said().equals(words))
            text.setText(words);
        problem.hide();
    }

    /** Shows the words of something else: whatever stood there has been handed on. */
    public void showOther(String words) {
        shown = words;
        text.setText(words);
        problem.hide();
    }

    /** Hands on what was typed. */
    public void commit() {
        if (text.isDisposed() || !text.getEditable() || said().strip().equals(shown.strip()))
            return;
        shown = said();
        commit.accept(shown.strip());
    }

    /** The document cannot say it. */
    public void refuse(String reason) {
        if (text.isDisposed())
            return;
        problem.setDescriptionText(reason);
        problem.show();
    }

    private String said() {
        return text.getText().replace("\r\n", "\n");
    }
}
