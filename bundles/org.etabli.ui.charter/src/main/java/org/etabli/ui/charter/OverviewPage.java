package org.etabli.ui.charter;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.dossier.DossierFile;
import org.etabli.markdown.CharterEdits;
import org.etabli.markdown.CharterText;
import org.etabli.model.Charter;
import org.etabli.model.Days;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.Lang;
import org.etabli.ui.form.Header;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.SnapshotPage;
import org.etabli.ui.form.Shades;
import org.etabli.ui.form.TextField;
import org.etabli.yaml.TextEdit;

/** What the charter is, where it stands and what is still to be put right. */
final class OverviewPage extends SnapshotPage<CharterSnapshot> {
    static final String ID = "overview";
    private static final int FINDINGS = 12;

    private final CharterEditor editor;
    private final CharterModel model;
    private final Lang lang;
    private FormToolkit kit;
    private Parts parts;
    private Header header;
    private TextField title;
    private TextField version;
    private TextField preamble;
    private Composite steps;
    private Label numbers;
    private Label state;
    private Composite findings;

    OverviewPage(CharterEditor editor, CharterModel model) {
        super(editor, model, ID, Messages.pageOverview);
        this.editor = editor;
        this.model = model;
        this.lang = model.core().lang();
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        kit = managed.getToolkit();
        parts = new Parts(kit);
        ScrolledForm form = managed.getForm();
        header = Header.of(managed, Messages.pageOverview, editor, lang);
        GridLayoutFactory.fillDefaults().margins(14, 12).numColumns(2).equalWidth(true).spacing(18, 14).applyTo(form.getBody());
        Composite charter = parts.section(form.getBody(), Messages.overviewCharter, 2);
        GridLayoutFactory.fillDefaults().margins(4, 4).numColumns(2).spacing(12, 7).applyTo(charter);
        title = text(charter, Messages.fieldTitle, "charter.title", 1, t -> c -> CharterEdits.front(c, List.of("title"), t));
        version = text(charter, Messages.fieldVersion, "charter.version", 1, t -> c -> CharterEdits.front(c, List.of("version"), t));
        preamble = text(charter, Messages.fieldPreamble, "charter.preamble", 8, t -> c -> CharterEdits.preamble(c, t));
        Composite standing = parts.section(form.getBody(), Messages.overviewState, 1);
        state = parts.label(standing, "");
        numbers = parts.label(standing, "");
        steps = parts.section(form.getBody(), Messages.overviewSteps, 1);
        findings = parts.section(form.getBody(), Messages.overviewFindings, 2);
        follow();
    }

    private TextField text(Composite parent, String label, String id, int lines, Function<String, Function<CharterText, TextEdit>> making) {
        Label name = kit.createLabel(parent, label);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 3).applyTo(name);
        Text text = Named.by(name, kit.createText(parent, "", SWT.BORDER | (lines > 1 ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.NONE)));
        text.setData("id", id);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, lines > 1 ? lines * text.getLineHeight() : SWT.DEFAULT).applyTo(text);
        TextField[] field = new TextField[1];
        field[0] = new TextField(text, t -> model.edit(c -> making.apply(t).apply(c), () -> field[0].refuse(Messages.refused)));
        return field[0];
    }

    @Override
    protected void show(CharterSnapshot snapshot) {
        Charter charter = snapshot.charter().charter();
        header.show(snapshot, getManagedForm().getForm().getBody());
        for (TextField field : List.of(title, version, preamble))
            Shades.open(field.control(), !snapshot.isAdopted());
        title.show(charter.title());
        version.show(charter.version());
        preamble.show(charter.preamble());
        state.setText(Parts.plain(charter.adoption().map(a -> NLS.bind(Messages.stateAdopted, new Object[] { charter.version(), Days.digits(a.on(), lang), a.deliberation(), a.by() }))
                .orElse(NLS.bind(Messages.stateDraft, charter.version()))));
        long items = charter.principles().stream().mapToLong(p -> p.items().size()).sum();
        numbers.setText(NLS.bind(Messages.numbers, new Object[] { charter.principles().size(), items, charter.commitments().count(), count(charter, Charter.Level.MUST),
                count(charter, Charter.Level.SHOULD), count(charter, Charter.Level.MAY) }));
        steps(snapshot);
        findings(snapshot);
        getManagedForm().reflow(true);
        // what keeps its size is not laid out by the form
        state.getParent().layout(true);
    }

    private static long count(Charter charter, Charter.Level level) {
        return charter.commitments().filter(c -> c.level().equals(Optional.of(level))).count();
    }

    private void steps(CharterSnapshot snapshot) {
        for (Control child : steps.getChildren())
            child.dispose();
        parts.link(steps, Messages.stepPrinciples, () -> editor.showPage(PrinciplesPage.ID));
        parts.link(steps, Messages.stepPreview, () -> editor.showPage(PreviewPage.ID));
        parts.link(steps, Messages.stepVersions, () -> editor.showPage(VersionsPage.ID));
        // only the charter in force, or its next version, is adopted; the file in the other language goes with it
        if (model.file().getFileName().toString().equals(DossierFile.CHARTER.name())) {
            Hyperlink link = snapshot.isAdopted() ? parts.link(steps, Messages.stepRevise, editor::revise) : parts.link(steps, Messages.stepAdopt, editor::adopt);
            link.setData("id", "charter.adoption");
        }
        snapshot.charter().charter().counterpart().ifPresent(name -> parts.link(steps, NLS.bind(Messages.stepCounterpart, name), () -> editor.openBeside(name)));
        parts.link(steps, Messages.stepDocuments, editor::generate);
        steps.layout(true);
    }

    private void findings(CharterSnapshot snapshot) {
        for (Control child : findings.getChildren())
            child.dispose();
        List<Finding> list = snapshot.findings().stream().filter(f -> f.severity() != Severity.INFO).sorted(Comparator.comparing(Finding::severity)).toList();
        if (list.isEmpty())
            parts.label(findings, Messages.noFindings);
        list.stream().limit(FINDINGS).forEach(f -> parts.link(findings, f.message().in(lang), () -> open(f)));
        if (list.size() > FINDINGS)
            parts.label(findings, NLS.bind(Messages.moreFindings, list.size() - FINDINGS));
        findings.layout(true);
    }

    private void open(Finding finding) {
        CharterSnapshot.at(model.snapshot().charter(), finding.offset()).map(s -> Ref.of(model.snapshot().charter(), s)).ifPresentOrElse(editor::show, () -> editor.showSource(finding));
    }
}
