package org.etabli.ui.form;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.Lang;

/** The message of a form's head: the worst finding, with a link to its place. A broken text greys the page, it never traps anybody on it. */
public final class Header {
    private final ScrolledForm form;
    private final Lang lang;
    private Finding shown;

    public Header(ScrolledForm form, DocumentEditor<?> editor, Lang lang) {
        this.form = form;
        this.lang = lang;
        form.getForm().addMessageHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent e) {
                if (shown != null)
                    editor.showSource(shown);
            }
        });
    }

    /** @param body what cannot be used while the text is broken */
    public void show(Snapshot snapshot, Control body) {
        Optional<Finding> worst = snapshot.findings().stream().min(Comparator.comparing(Finding::severity));
        boolean enabled = snapshot.isReadable();
        if (body.getEnabled() != enabled)
            body.setEnabled(enabled);
        // a form head lays out the whole page: only for news
        if (Objects.equals(shown, worst.orElse(null)))
            return;
        shown = worst.orElse(null);
        if (worst.isEmpty())
            form.setMessage(null, IMessageProvider.NONE);
        else
            form.setMessage(NLS.bind(Messages.headerFinding, worst.get().line(), worst.get().message().in(lang)),
                    kind(worst.get().severity()));
    }

    private static int kind(Severity severity) {
        return switch (severity) {
            case ERROR -> IMessageProvider.ERROR;
            case WARNING -> IMessageProvider.WARNING;
            case INFO -> IMessageProvider.INFORMATION;
        };
    }
}
