package org.etabli.ui.charter.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.annex.Wording;
import org.etabli.dossier.AssessmentEdits;
import org.etabli.dossier.DossierFile;
import org.etabli.model.Charter;
import org.etabli.model.Finding;
import org.etabli.rules.CharterReview.Line;
import org.etabli.rules.CharterReview.Share;
import org.etabli.ui.OpenFile;
import org.etabli.ui.form.Header;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.SnapshotPage;
import org.etabli.ui.form.TextTable;
import org.etabli.ui.form.YamlModel;

/** How far the charter is kept and how much of it is judged: in words, as a radar and as a table; what contradicts it, and what is left to do. */
final class OverviewPage extends SnapshotPage<AssessmentSnapshot> {
    static final String ID = "overview";
    /** What the picture and its table need beside one another, with the margins around. */
    private static final int BOTH = 940;
    private static final int LISTED = 10;

    private final AssessmentEditor editor;
    private final AssessmentModel model;
    private FormToolkit kit;
    private Parts parts;
    private Header header;
    private CharterNotice notice;
    private Label judged;
    private Label kept;
    private Label charter;
    private Composite steps;
    private Composite conflicts;
    private Composite remarks;
    private Composite left;
    private RadarPicture radar;
    private TextTable<Share> table;
    private Label detail;
    private List<Control> sections;

    OverviewPage(AssessmentEditor editor, AssessmentModel model) {
        super(editor, model, ID, Messages.pageOverview);
        this.editor = editor;
        this.model = model;
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        kit = managed.getToolkit();
        parts = new Parts(kit);
        ScrolledForm form = managed.getForm();
        header = Header.of(managed, Messages.overviewTitle, editor, model.core().lang());
        GridLayoutFactory.fillDefaults().margins(14, 12).numColumns(2).equalWidth(true).spacing(18, 14).applyTo(form.getBody());
        notice = new CharterNotice(form.getBody(), kit, editor, 2);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), form);
        Composite state = parts.section(form.getBody(), Messages.overviewState, 1);
        judged = parts.label(state, "");
        judged.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD).increaseHeight(3)));
        judged.setData("id", "assessment.judged");
        kept = parts.label(state, "");
        kept.setData("id", "assessment.kept");
        charter = parts.label(state, "");
        steps = parts.section(form.getBody(), Messages.overviewSteps, 1);
        Composite principles = parts.section(form.getBody(), Messages.overviewPrinciples, 2);
        principles(principles);
        Parts.beside(form, principles, BOTH);
        Composite side = column(form.getBody());
        conflicts = parts.section(side, Messages.overviewConflicts, 1);
        remarks = parts.section(side, Messages.overviewRemarks, 1);
        left = parts.section(form.getBody(), Messages.overviewOpen, 1);
        sections = List.of(state.getParent(), steps.getParent(), principles.getParent(), side, left.getParent());
        follow();
    }

    private Composite column(Composite parent) {
        Composite column = kit.createComposite(parent);
        GridLayoutFactory.fillDefaults().spacing(0, 14).applyTo(column);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.BEGINNING).applyTo(column);
        return column;
    }

    private void principles(Composite parent) {
        GridLayoutFactory.fillDefaults().margins(4, 4).numColumns(2).spacing(18, 6).applyTo(parent);
        radar = new RadarPicture(parent, kit, judged, model.core().lang());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(440, 360).applyTo(radar.control());
        Composite right = column(parent);
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.CENTER).applyTo(right);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(right);
        table = new TextTable<>(right, kit, Messages.overviewPrinciples, "assessment.principles");
        GridDataFactory.fillDefaults().grab(true, true).hint(420, 200).applyTo(table.control());
        table.column(Messages.columnPrinciple, 43, s -> s.principle().title());
        table.column(Messages.columnAtLeast, 19, s -> percent(s, s.atLeast()));
        table.column(Messages.columnAtMost, 19, s -> percent(s, s.atMost()));
        table.column(Messages.columnJudged, 19, s -> NLS.bind(Messages.judgedShort, s.applicable() + s.notApplicable() - s.unknown(), s.applicable() + s.notApplicable()));
        table.onSelect(s -> s.ifPresent(this::chosen)).onOpen(s -> first(s).ifPresent(editor::showCommitment));
        radar.listen(s -> {
            table.select(s);
            chosen(s);
        });
        detail = parts.label(right, "");
        detail.setData("id", "assessment.detail");
        parts.link(right, Messages.toCommitments, () -> table.selected().flatMap(this::first).ifPresent(editor::showCommitment));
    }

    private String percent(Share share, double part) {
        return share.applicable() == 0 ? Wording.share(share, model.core().lang()) : percent(part);
    }

    private String percent(double part) {
        return Wording.percent(part, model.core().lang());
    }

    private void chosen(Share share) {
        radar.select(share);
        detail.setText(Parts.plain(NLS.bind(Messages.counts, new Object[] { share.principle().title(), share.respected(), share.partly(), share.notRespected(),
                share.notApplicable(), share.unknown() })));
        detail.getParent().layout(true);
    }

    /** The first commitment of a principle that is still to be judged, or its first. */
    private Optional<String> first(Share share) {
        return model.snapshot().lines().stream().filter(l -> l.principle().id().equals(share.principle().id()))
                .min(Comparator.comparing(l -> !AssessmentSnapshot.isOpen(l))).map(l -> l.commitment().id());
    }

    // --- what it shows ---------------------------------------------------------------------------------------------

    @Override
    protected void show(AssessmentSnapshot snapshot) {
        header.show(snapshot, getManagedForm().getForm().getBody());
        if (!snapshot.isReadable())
            return;
        Beside.State state = snapshot.review().isPresent() || snapshot.beside().state() != Beside.State.READY ? snapshot.beside().state() : Beside.State.BROKEN;
        boolean ready = notice.show(state, sections.toArray(Control[]::new));
        if (ready) {
            Charter of = snapshot.review().orElseThrow().charter();
            List<Share> shares = snapshot.review().get().shares();
            Tally tally = Tally.of(shares);
            judged.setText(Parts.plain(NLS.bind(Messages.judgedOf, tally.judged(), tally.commitments())));
            kept.setText(Parts.plain(NLS.bind(Messages.keptOverall, percent(tally.atLeast()), percent(tally.atMost()))));
            charter.setText(Parts.plain(NLS.bind(Messages.ofCharter, of.title(), of.version()) + (snapshot.beside().factsRead() ? "" : "\n" + Messages.factsBroken)));
            radar.show(shares);
            CharterNotice.seen(radar.control(), shares.size() >= RadarPicture.LEAST);
            ((GridData) table.control().getParent().getLayoutData()).horizontalSpan = shares.size() >= RadarPicture.LEAST ? 1 : 2;
            show(shares);
            steps(snapshot, of);
            conflicts(snapshot);
            remarks(snapshot);
            left(snapshot);
        }
        getManagedForm().reflow(true);
        for (Composite part : List.of(steps, conflicts, remarks, left))
            part.layout(true, true);
    }

    /** The chosen principle stays chosen, whatever its numbers are now. */
    private void show(List<Share> shares) {
        Optional<String> before = table.selected().map(s -> s.principle().id());
        table.show(shares);
        shares.stream().filter(s -> before.filter(s.principle().id()::equals).isPresent()).findFirst().or(() -> shares.stream().findFirst()).ifPresent(s -> {
            table.select(s);
            chosen(s);
        });
    }

    private static void clear(Composite parent) {
        for (Control child : parent.getChildren())
            child.dispose();
    }

    private void steps(AssessmentSnapshot snapshot, Charter of) {
        clear(steps);
        snapshot.lines().stream().filter(Line::isConflict).findFirst()
                .ifPresent(l -> parts.link(steps, NLS.bind(Messages.stepConflict, l.commitment().title()), () -> editor.showCommitment(l.commitment().id())));
        List<Line> open = snapshot.open().stream().filter(l -> !l.isConflict()).toList();
        if (!open.isEmpty())
            parts.link(steps, NLS.bind(Messages.stepNext, open.getFirst().commitment().title()), () -> editor.showCommitment(open.getFirst().commitment().id()));
        List<Line> proposed = open.stream().filter(l -> l.proposed().isPresent()).toList();
        if (!proposed.isEmpty())
            parts.link(steps, NLS.bind(Messages.stepProposals, proposed.size()), () -> editor.showCommitment(proposed.getFirst().commitment().id()));
        if (snapshot.remarks().stream().anyMatch(f -> f.id().equals("assessment.other-version") || f.id().equals("assessment.other-charter")))
            parts.link(steps, NLS.bind(Messages.stepVersion, of.version()),
                    () -> model.edit(t -> Optional.of(AssessmentEdits.charter(t, of.id(), of.version())), () -> editor.tell(YamlModel.refused())));
        parts.link(steps, Messages.stepInvolvement, this::consult);
        parts.link(steps, Messages.openCharter, editor::openCharter);
    }

    private void consult() {
        OpenFile.open(DossierFile.INVOLVEMENT, model.file().getProject(), editor.getSite().getPage());
    }

    /** Each with a link to what is to be judged, and one to the question whose answer contradicts it. */
    private void conflicts(AssessmentSnapshot snapshot) {
        clear(conflicts);
        List<Line> lines = snapshot.lines().stream().filter(Line::isConflict).toList();
        if (lines.isEmpty())
            parts.label(conflicts, Messages.noConflicts);
        Optional<Wording> wording = snapshot.beside().wording(model.core());
        lines.forEach(l -> {
            Hyperlink link = parts.link(conflicts, l.commitment().title(), () -> editor.showCommitment(l.commitment().id()));
            link.setData("id", "conflict." + l.commitment().id());
            l.because().forEach(c -> Causes.question(c).ifPresentOrElse(
                    fact -> indented(parts.link(conflicts, wording.orElseThrow().cause(c), () -> editor.openQuestion(fact))),
                    () -> indented(parts.label(conflicts, wording.orElseThrow().cause(c)))));
        });
    }

    private static void indented(Control control) {
        ((GridData) control.getLayoutData()).horizontalIndent = 18;
    }

    private void remarks(AssessmentSnapshot snapshot) {
        clear(remarks);
        // how many are open stands above, and which ones beside it
        List<Finding> list = snapshot.remarks().stream().filter(f -> !f.id().equals("assessment.open")).sorted(Comparator.comparing(Finding::severity)).toList();
        if (list.isEmpty())
            parts.label(remarks, Messages.noRemarks);
        list.stream().limit(LISTED).forEach(f -> parts.link(remarks, f.message().in(model.core().lang()), () -> open(f)));
        more(remarks, list.size());
    }

    private void open(Finding finding) {
        model.snapshot().line(finding.subject()).ifPresentOrElse(l -> editor.showCommitment(finding.subject()), () -> editor.showSource(finding));
    }

    private void left(AssessmentSnapshot snapshot) {
        clear(left);
        List<Line> open = snapshot.open();
        if (open.isEmpty())
            parts.label(left, Messages.nothingOpen);
        open.stream().limit(LISTED).forEach(l -> parts.link(left, Words.titleWithLevel(l.commitment(), model.core().lang()), () -> editor.showCommitment(l.commitment().id())));
        more(left, open.size());
    }

    private void more(Composite parent, int size) {
        if (size > LISTED)
            parts.label(parent, NLS.bind(Messages.more, size - LISTED));
    }
}
