package org.etabli.ui.classification;

import java.util.Comparator;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.Section;
import org.etabli.annex.Wording;
import org.etabli.model.Decision;
import org.etabli.model.Trace;
import org.etabli.model.Truth;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Parts;

/**
 * The class and its reasons in a few lines, below the questions and always up to date. The reasons are one text that
 * scrolls by itself: measuring wrapped labels anew at each answer would keep the user waiting.
 */
final class ResultPane {
    private static final int REASONS = 4;
    /** What wrapped words ask for; they get the width of the column. */
    private static final int NARROW = 160;

    private final Wording wording;
    private final Composite body;
    private final Label classTitle;
    private final Text reasons;

    ResultPane(Composite parent, FormToolkit kit, FactsEditor editor, Wording wording) {
        this.wording = wording;
        Section section = kit.createSection(parent, ExpandableComposite.TITLE_BAR);
        section.setText(Messages.result);
        body = kit.createComposite(section);
        section.setClient(body);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(6, 5).applyTo(body);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), body);
        classTitle = kit.createLabel(body, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(classTitle);
        classTitle.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD).increaseHeight(3)));
        classTitle.setData("id", "result.class");
        reasons = new Text(body, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        kit.adapt(reasons, true, false);
        reasons.setData("id", "result.reasons");
        Named.as(Messages.result, reasons);
        GridDataFactory.fillDefaults().grab(true, true).hint(NARROW, 60).applyTo(reasons);
        Hyperlink all = kit.createHyperlink(body, Messages.allReasons, SWT.NONE);
        all.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent e) {
                editor.showPage(ResultPage.ID);
            }
        });
    }

    /** Of a text that cannot be read nothing is known: the class of the former one would pass for its own. */
    void show(FactsSnapshot snapshot) {
        Optional<Decision> decision = snapshot.read().map(FactsSnapshot.Read::decision);
        String title = Parts.plain(decision.map(wording::headline).orElse(Messages.noResult));
        String text = decision.map(this::reasons).orElse("");
        if (!reasons.getText().equals(text))
            reasons.setText(text);
        if (title.equals(classTitle.getText()))
            return;
        classTitle.setText(title);
        body.layout(true);
    }

    private String reasons(Decision decision) {
        StringBuilder out = new StringBuilder(wording.classMeaning(decision.classId())).append('\n');
        wording.remarks(decision).forEach(r -> out.append(r).append('\n'));
        if (!decision.basis().isEmpty())
            out.append(Messages.basis).append(' ').append(wording.articles(decision.basis())).append('\n');
        // what the class rests on comes before what merely let it be examined
        decision.trace().steps().stream().filter(s -> s.outcome() == Truth.TRUE).filter(s -> s.causes().stream().anyMatch(Trace.Cause.OfFact.class::isInstance))
                .sorted(Comparator.comparing(s -> !decision.basis().containsAll(s.rule().source()))).limit(REASONS)
                .forEach(s -> out.append("• ").append(s.rule().title().in(wording.lang())).append(" — ")
                        .append(String.join(" ; ", s.causes().stream().map(wording::cause).limit(2).toList())).append('\n'));
        return out.toString().strip();
    }
}
