package org.etabli.ui.form;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.etabli.model.Days;
import org.etabli.model.Lang;

/** A day in a text field. What is no day is said beside the field and never reaches the document. */
public final class DayField {
    private final Text text;
    private final Lang lang;
    private final Consumer<String> tell;
    private final Consumer<Optional<LocalDate>> commit;
    private final ControlDecoration problem;
    private Optional<LocalDate> shown = Optional.empty();

    /**
     * @param tell   hears what is wrong, in words
     * @param commit gets another day, or none, when the field is left or Enter is struck
     */
    public DayField(Composite parent, FormToolkit kit, Lang lang, Consumer<String> tell, Consumer<Optional<LocalDate>> commit) {
        this.lang = lang;
        this.tell = tell;
        this.commit = commit;
        text = kit.createText(parent, "", SWT.BORDER);
        text.setMessage(Messages.dayForm);
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
        text.addListener(SWT.DefaultSelection, e -> commit());
        text.addListener(SWT.Modify, e -> {
            if (problem.isVisible()) {
                problem.hide();
                tell.accept("");
            }
        });
    }

    /** Says that words are no day. */
    public static String notADay(String typed) {
        return NLS.bind(Messages.dayWrong, typed);
    }

    public Text control() {
        return text;
    }

    /** Shows what the document says; a field that is being typed in, or that holds no day, is left alone. */
    public void show(Optional<LocalDate> day) {
        if (text.isFocusControl() || problem.isVisible() && day.equals(shown))
            return;
        showOther(day);
    }

    /** Shows the day of something else: whatever stood there has been handed on. */
    public void showOther(Optional<LocalDate> day) {
        shown = day;
        String words = day.map(d -> Days.digits(d, lang)).orElse("");
        if (!text.getText().equals(words))
            text.setText(words);
        problem.hide();
    }

    /** Hands on what was typed, when it is another day than is shown. */
    public void commit() {
        if (text.isDisposed())
            return;
        String typed = text.getText().strip();
        Optional<LocalDate> day = Days.read(typed);
        if (day.isEmpty() && !typed.isEmpty()) {
            problem.setDescriptionText(notADay(typed));
            problem.show();
            tell.accept(problem.getDescriptionText());
        } else if (!day.equals(shown)) {
            shown = day;
            commit.accept(day);
        }
    }
}
