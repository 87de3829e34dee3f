package org.etabli.ui.form;

import java.util.function.Consumer;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/**
 * Words of a document in a text field. They are handed on when the typing pauses, when the field is left and when Enter is
 * struck; what the document cannot say stays in the field, with the reason beside it, until it is mended.
 */
public final class TextField {
    private static final int PAUSE_MILLIS = 500;
    private static final String TYPING = "typing";

    private final Text text;
    private final Consumer<String> commit;
    private final ControlDecoration problem;
    /** What the document said last. */
    private String shown = "";
    /** What was handed on last: the document says it too, or will soon, or cannot. */
    private String handed = "";
    private boolean showing;
    private final Runnable onPause = this::commit;

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
        text.addListener(SWT.Modify, e -> {
            problem.hide();
            text.setData(TYPING, !showing);
            if (!showing)
                text.getDisplay().timerExec(PAUSE_MILLIS, onPause);
        });
        if ((text.getStyle() & SWT.MULTI) != 0)
            // in a text of several lines Tab leads on, as in every other field
            text.addListener(SWT.Traverse, e -> e.doit |= e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        else
            text.addListener(SWT.DefaultSelection, e -> commit());
    }

    public Text control() {
        return text;
    }

    /** Shows what the document says. A field that is being typed in, or whose words have not arrived there, is left alone. */
    public void show(String words) {
        boolean typing = text.isFocusControl() && (isOpen() || alike(words, said()));
        boolean waiting = words.equals(shown) && !handed.equals(shown);
        if (typing)
            shown = words;
        else if (!waiting)
            set(words);
    }

    /** Shows the words of something else: whatever stood there has been handed on. */
    public void showOther(String words) {
        set(words);
    }

    private void set(String words) {
        shown = words;
        handed = words;
        if (!said().equals(words)) {
            showing = true;
            try {
                text.setText(words);
            } finally {
                showing = false;
            }
        }
        problem.hide();
    }

    /** A blank that somebody has just typed is not taken from under the cursor. */
    private static boolean alike(String a, String b) {
        return a.replaceAll("\\s+", "").equals(b.replaceAll("\\s+", ""));
    }

    /** Whether something was typed that has not been handed on. */
    private boolean isOpen() {
        return !said().strip().equals(handed.strip());
    }

    /** Hands on what was typed. */
    public void commit() {
        if (text.isDisposed() || !text.getEditable() || !isOpen())
            return;
        text.getDisplay().timerExec(-1, onPause);
        text.setData(TYPING, false);
        handed = said();
        commit.accept(handed.strip());
    }

    /** Whether a control holds words that have not been handed on. */
    static boolean isTyping(Control control) {
        return control != null && !control.isDisposed() && Boolean.TRUE.equals(control.getData(TYPING));
    }

    /** The document cannot say what was handed on, though the field shows something else by now: the words come back. */
    public void refuse(String words, String reason) {
        if (text.isDisposed())
            return;
        handed = words;
        showing = true;
        try {
            text.setText(words);
        } finally {
            showing = false;
        }
        refuse(reason);
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
