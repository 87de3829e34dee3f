package org.etabli.ui.classification;

import java.util.Comparator;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.etabli.annex.Wording;
import org.etabli.model.Decision;
import org.etabli.model.Trace;
import org.etabli.model.Truth;

/** The class and its reasons in a few lines, beside the questions and always up to date. */
final class ResultPane {
    private static final int REASONS = 4;

    private final FactsEditor editor;
    private final Wording wording;
    private final ScrolledForm form;
    private final Label classTitle;
    private final Label meaning;
    private final Label standing;
    private final Label reasons;
    private final Hyperlink next;
    private final Hyperlink all;
    private String nextFact = "";
    private boolean changed;

    ResultPane(Composite parent, FormToolkit kit, FactsEditor editor, Wording wording) {
        this.editor = editor;
        this.wording = wording;
        Section section = kit.createSection(parent, org.eclipse.ui.forms.widgets.ExpandableComposite.TITLE_BAR);
        section.setText(Messages.result);
        form = kit.createScrolledForm(section);
        section.setClient(form);
        GridLayoutFactory.fillDefaults().extendedMargins(8, 24, 6, 6).spacing(6, 5).applyTo(form.getBody());
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), form);
        classTitle = label(kit);
        classTitle.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD).increaseHeight(3)));
        classTitle.setData("id", "result.class");
        meaning = label(kit);
        standing = label(kit);
        next = kit.createHyperlink(form.getBody(), "", SWT.WRAP);
        next.setData("id", "result.next");
        GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(next);
        next.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent e) {
                editor.showQuestion(nextFact);
            }
        });
        reasons = label(kit);
        reasons.setData("id", "result.reasons");
        all = kit.createHyperlink(form.getBody(), Messages.allReasons, SWT.NONE);
        all.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent e) {
                editor.showResult();
            }
        });
    }

    private Label label(FormToolkit kit) {
        Label label = kit.createLabel(form.getBody(), "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(label);
        return label;
    }

    void show(Snapshot snapshot) {
        if (snapshot.read().isEmpty())
            return;
        Snapshot.Read read = snapshot.read().get();
        Decision decision = read.decision();
        changed = false;
        set(classTitle, wording.classTitle(decision.classId()));
        set(meaning, wording.classMeaning(decision.classId()));
        List<String> others = decision.classes().stream().filter(c -> !c.equals(decision.classId())).map(wording::classTitle).toList();
        set(standing, others.isEmpty() ? "" : org.eclipse.osgi.util.NLS.bind(decision.isDecided() ? Messages.alsoApplies : Messages.soFar, String.join(" ; ", others)));
        nextFact = read.evaluation().nextQuestion().orElse("");
        String nextText = nextFact.isEmpty() ? "" : org.eclipse.osgi.util.NLS.bind(Messages.nextQuestion, wording.question(nextFact)).replace("&", "&&");
        if (!next.getText().equals(nextText)) {
            next.setText(nextText);
            changed = true;
        }
        visible(next, !nextFact.isEmpty());
        set(reasons, reasons(decision));
        if (changed)
            form.reflow(true);
    }

    private String reasons(Decision decision) {
        StringBuilder out = new StringBuilder();
        if (!decision.basis().isEmpty())
            out.append(Messages.basis).append(' ').append(wording.articles(decision.basis())).append('\n');
        // what the class rests on comes before what merely let it be examined
        decision.trace().steps().stream().filter(s -> s.outcome() == Truth.TRUE).filter(s -> s.causes().stream().anyMatch(Trace.Cause.OfFact.class::isInstance))
                .sorted(Comparator.comparing(s -> !decision.basis().containsAll(s.rule().source()))).limit(REASONS).forEach(s -> out.append("• ").append(s.rule().title().in(wording.lang())).append(" — ")
                        .append(String.join(" ; ", s.causes().stream().map(wording::cause).limit(2).toList())).append('\n'));
        if (!decision.missing().isEmpty())
            out.append(org.eclipse.osgi.util.NLS.bind(Messages.missingCount, decision.missing().size())).append('\n');
        return out.toString().strip();
    }

    private void set(Label label, String text) {
        String escaped = text.replace("&", "&&");
        if (!label.getText().equals(escaped)) {
            label.setText(escaped);
            changed = true;
        }
        visible(label, !text.isEmpty());
    }

    private static void visible(org.eclipse.swt.widgets.Control control, boolean visible) {
        control.setVisible(visible);
        ((org.eclipse.swt.layout.GridData) control.getLayoutData()).exclude = !visible;
    }
}
