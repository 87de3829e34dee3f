package org.etabli.ui.classification;

import java.util.Comparator;
import java.util.Optional;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.Lang;

/** The message of a form's head: the worst finding, with a link to its place. A broken text greys the page, it never traps anybody on it. */
final class Header {
    private final ScrolledForm form;
    private final FactsEditor editor;
    private Finding shown;

    Header(ScrolledForm form, FactsEditor editor) {
        this.form = form;
        this.editor = editor;
        form.getForm().addMessageHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent e) {
                if (shown != null)
                    editor.showSource(shown);
            }
        });
    }

    void show(Snapshot snapshot, Control body) {
        Lang lang = editor.model().core().lang();
        Optional<Finding> worst = snapshot.findings().stream().min(Comparator.comparing(Finding::severity));
        boolean enabled = snapshot.read().isPresent();
        if (body.getEnabled() != enabled)
            body.setEnabled(enabled);
        // a form head lays out the whole page: only for news
        if (java.util.Objects.equals(shown, worst.orElse(null)))
            return;
        shown = worst.orElse(null);
        if (worst.isEmpty())
            form.setMessage(null, IMessageProvider.NONE);
        else
            form.setMessage(org.eclipse.osgi.util.NLS.bind(Messages.headerFinding, worst.get().line(), worst.get().message().in(lang)),
                    worst.get().severity() == Severity.ERROR ? IMessageProvider.ERROR : IMessageProvider.WARNING);
    }
}
