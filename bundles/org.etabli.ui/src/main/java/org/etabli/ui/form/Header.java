package org.etabli.ui.form;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.annex.Wording;
import org.etabli.dossier.Content;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.OwnContent;

/**
 * The message of a form's head: the worst finding, with a link to its place. A broken text greys the page, it never traps anybody on
 * it. It stands below the title, on as many lines as it needs: the form's own message is one line, and would widen the page.
 */
public final class Header {
    /** What a long message asks for at least; it gets the width of the page. */
    private static final int NARROW = 200;

    private final ScrolledForm form;
    private final DocumentEditor<?> editor;
    private final Lang lang;
    private Finding shown;
    private boolean laidOut;

    /** Gives a page its title, and the head that shows what is found in its text. */
    public static Header of(IManagedForm managed, String title, DocumentEditor<?> editor, Lang lang) {
        managed.getForm().setText(title);
        managed.getToolkit().decorateFormHeading(managed.getForm().getForm());
        return new Header(managed.getForm(), editor, lang);
    }

    private Header(ScrolledForm form, DocumentEditor<?> editor, Lang lang) {
        this.form = form;
        this.editor = editor;
        this.lang = lang;
    }

    /** @param body what cannot be used while the text is broken */
    public void show(Snapshot snapshot, Control body) {
        Optional<Finding> worst = worst(snapshot);
        boolean enabled = snapshot.isReadable();
        if (body.getEnabled() != enabled)
            body.setEnabled(enabled);
        // a form head lays out the whole page: only for news
        if (laidOut && Objects.equals(shown, worst.orElse(null)))
            return;
        laidOut = true;
        shown = worst.orElse(null);
        replace(worst);
    }

    private void replace(Optional<Finding> worst) {
        Control before = form.getForm().getHeadClient();
        form.getForm().setHeadClient(head(worst));
        // the form lets go of the one before, and leaves it where it is
        if (before != null)
            before.dispose();
        form.getForm().layout(true);
    }

    /** What is worst in a text. */
    static Optional<Finding> worst(Snapshot snapshot) {
        return snapshot.findings().stream().min(Comparator.comparing(Finding::severity));
    }

    /** A finding with its line, for those who have the text before them. */
    static String words(Finding finding, Lang lang) {
        return NLS.bind(Messages.headerFinding, finding.line(), finding.message().in(lang));
    }

    /** What rests on content of the dossier says so above all else, whatever is found. */
    private Control head(Optional<Finding> worst) {
        // what the dossier brings is read from disk: once for all that is said of it
        Content content = editor.core().content();
        List<String> own = own(content);
        if (own.isEmpty() && worst.isEmpty())
            return null;
        Composite head = new Composite(form.getForm().getHead(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(head);
        if (!own.isEmpty()) {
            Composite bar = bar(head, Severity.WARNING, String.join("\n", own));
            Label words = new Label(bar, SWT.WRAP);
            words.setText(Parts.plain(String.join("\n", own)));
            words.setData("id", "header.own");
            GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(words);
            if (bringsTexts(content))
                trust(bar, content.isTrusted());
        }
        worst.ifPresent(f -> message(head, f));
        return head;
    }

    private List<String> own(Content content) {
        try {
            return Wording.own(content.own(), lang);
        } catch (InvalidInputException e) {
            return e.findings().stream().map(f -> f.line(lang)).toList();
        }
    }

    private static boolean bringsTexts(Content content) {
        try {
            return content.own().stream().anyMatch(OwnContent::isText);
        } catch (InvalidInputException e) {
            return false;
        }
    }

    /** The user's word for or against the authors of the dossier's own clauses and frames. */
    private void trust(Composite bar, boolean trusted) {
        // below the words, not below the icon
        new Label(bar, SWT.NONE);
        link(bar, trusted ? Messages.headerDistrust : Messages.headerTrust, "header.trust", () -> {
            editor.trust(!trusted);
            // the link that was activated goes with the head that it stands in
            form.getDisplay().asyncExec(this::again);
        }).setToolTipText(trusted ? Messages.headerDistrustTip : Messages.headerTrustTip);
    }

    private void again() {
        if (!form.isDisposed())
            replace(Optional.ofNullable(shown));
    }

    private static Composite bar(Composite parent, Severity severity, String words) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(0, 0, 0, 4).spacing(6, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        Label icon = new Label(bar, SWT.NONE);
        icon.setImage(JFaceResources.getImage(image(severity)));
        Named.as(words, icon);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
        return bar;
    }

    private void message(Composite parent, Finding finding) {
        String words = words(finding, lang);
        Composite bar = bar(parent, finding.severity(), words);
        link(bar, Parts.plain(words), "header.message", () -> editor.showSource(finding));
    }

    private static Hyperlink link(Composite bar, String words, String id, Runnable action) {
        Hyperlink link = new Hyperlink(bar, SWT.WRAP);
        link.setText(words);
        link.setUnderlined(true);
        link.setForeground(Shades.accent(bar));
        link.setData("id", id);
        GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(link);
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent e) {
                action.run();
            }
        });
        return link;
    }

    private static String image(Severity severity) {
        return switch (severity) {
            case ERROR -> Dialog.DLG_IMG_MESSAGE_ERROR;
            case WARNING -> Dialog.DLG_IMG_MESSAGE_WARNING;
            case INFO -> Dialog.DLG_IMG_MESSAGE_INFO;
        };
    }
}
