package org.etabli.ui.classification;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.Shades;

/** Below the question: what is left to be done, and the way on to the next question. It stays where it is while the question scrolls. */
final class NextPart {
    private final Label left;
    private final Button next;

    NextPart(Composite parent, FormToolkit kit, FactsEditor editor) {
        Composite bar = kit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(10, 6, 4, 4).spacing(10, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        left = kit.createLabel(bar, "", SWT.WRAP);
        left.setData("id", "facts.left");
        // room for two lines: an answer must not measure the page anew
        left.setText("\n");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(120, left.computeSize(SWT.DEFAULT, SWT.DEFAULT).y).applyTo(left);
        next = kit.createButton(bar, Messages.next, SWT.PUSH);
        next.setData("id", "facts.next");
        next.addListener(SWT.Selection, e -> editor.showNextQuestion());
    }

    void show(FactsSnapshot snapshot) {
        if (snapshot.read().isEmpty())
            return;
        Progress progress = Progress.of(snapshot.read().get());
        Shades.enable(next, progress.next().isPresent());
        String words = Parts.plain(progress.words());
        if (!words.equals(left.getText()))
            left.setText(words);
    }
}
