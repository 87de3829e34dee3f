package org.etabli.ui.charter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.dossier.CharterVersions;
import org.etabli.markdown.CharterDiff;
import org.etabli.markdown.CharterHeading;
import org.etabli.model.Charter;
import org.etabli.model.Days;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.SnapshotPage;
import org.etabli.ui.form.TextTable;
import org.etabli.ui.form.UiThread;

/** What differs between two versions of the charter, or between it and the model it was made from. */
final class VersionsPage extends SnapshotPage<CharterSnapshot> {
    static final String ID = "versions";

    private final CharterModel model;
    private final Lang lang;
    private final Job job = Job.createSystem("Établi", (ICoreRunnable) monitor -> read());
    private List<Candidate> candidates = List.of();
    /** What is wrong with the kept versions; empty where nothing is. */
    private volatile String unreadable = "";
    private Combo before;
    private Combo after;
    private Label count;
    private TextTable<CharterDiff.Change> table;
    private Text was;
    private Text is;

    /** A charter that can be compared, and how it is called. */
    private record Candidate(String name, Charter charter) {
    }

    VersionsPage(CharterEditor editor, CharterModel model) {
        super(editor, model, ID, Messages.pageVersions);
        this.model = model;
        this.lang = model.core().lang();
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        FormToolkit kit = managed.getToolkit();
        ScrolledForm form = managed.getForm();
        form.setText(Messages.versionsTitle);
        kit.decorateFormHeading(form.getForm());
        GridLayoutFactory.fillDefaults().margins(14, 12).spacing(8, 10).applyTo(form.getBody());
        Composite row = kit.createComposite(form.getBody());
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(10, 6).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        before = combo(row, kit, Messages.versionBefore, "versions.before");
        after = combo(row, kit, Messages.versionAfter, "versions.after");
        count = new Parts(kit).label(form.getBody(), "");
        SashForm sash = new SashForm(form.getBody(), SWT.VERTICAL);
        sash.setSashWidth(6);
        kit.adapt(sash);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 300).applyTo(sash);
        table = new TextTable<CharterDiff.Change>(sash, kit, Messages.versionsTitle, "versions.table").column(Messages.columnWhere, 12, this::where)
                .column(Messages.columnChange, 88, c -> c.text().in(lang)).onSelect(this::detail);
        Composite sides = kit.createComposite(sash);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(10, 4).applyTo(sides);
        kit.createLabel(sides, Messages.sideBefore);
        kit.createLabel(sides, Messages.sideAfter);
        was = side(sides, kit, Messages.sideBefore, "versions.was");
        is = side(sides, kit, Messages.sideAfter, "versions.is");
        sash.setWeights(62, 38);
        follow();
    }

    private Combo combo(Composite parent, FormToolkit kit, String label, String id) {
        Label name = kit.createLabel(parent, label);
        Combo combo = Named.by(name, new Combo(parent, SWT.READ_ONLY));
        kit.adapt(combo, true, false);
        combo.setData("id", id);
        GridDataFactory.fillDefaults().grab(true, false).hint(150, SWT.DEFAULT).applyTo(combo);
        combo.addListener(SWT.Selection, e -> compare());
        return combo;
    }

    private static Text side(Composite parent, FormToolkit kit, String name, String id) {
        Text text = Named.as(name, kit.createText(parent, "", SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.BORDER));
        text.setData("id", id);
        GridDataFactory.fillDefaults().grab(true, true).hint(150, 60).applyTo(text);
        return text;
    }

    private String where(CharterDiff.Change change) {
        return change.heading().map(h -> h == CharterHeading.PRINCIPLE ? Messages.aPrinciple : h == CharterHeading.ITEM ? Messages.anItem : Messages.aCommitment)
                .orElse(Messages.theHead);
    }

    @Override
    protected void show(CharterSnapshot snapshot) {
        job.schedule();
    }

    /** The kept versions, the one that is being written, and the model. */
    private void read() {
        Charter now = model.snapshot().charter().charter();
        List<Candidate> found = new ArrayList<>();
        unreadable = "";
        try {
            model.core().content().models().stream().filter(m -> m.language() == now.language() && now.basedOn().filter(b -> b.split("@")[0].equals(m.text().charter().id())).isPresent())
                    .forEach(m -> found.add(new Candidate(NLS.bind(Messages.theModel, m.title(), m.text().charter().version()), m.text().charter())));
            new CharterVersions(model.file().getParent()).kept().stream().filter(v -> v.text().language() == now.language())
                    .forEach(v -> found.add(new Candidate(named(v.text().charter()), v.text().charter())));
        } catch (IOException e) {
            ILog.get().error(CharterVersions.FOLDER, e);
        } catch (InvalidInputException e) {
            unreadable = e.findings().stream().map(f -> f.line(lang)).collect(Collectors.joining("\n"));
        }
        found.add(new Candidate(NLS.bind(Messages.thisVersion, named(now)), now));
        UiThread.later(model.display(), () -> fill(found));
    }

    private String named(Charter charter) {
        return charter.adoption().map(a -> NLS.bind(Messages.versionAdopted, charter.version(), Days.digits(a.on(), lang))).orElse(NLS.bind(Messages.versionDraft, charter.version()));
    }

    private void fill(List<Candidate> found) {
        if (before.isDisposed())
            return;
        List<String> names = found.stream().map(Candidate::name).toList();
        boolean same = names.equals(candidates.stream().map(Candidate::name).toList());
        candidates = found;
        if (!same) {
            String[] items = names.toArray(String[]::new);
            before.setItems(items);
            after.setItems(items);
            // what is being written, against what came before it
            after.select(items.length - 1);
            before.select(Math.max(0, items.length - 2));
        }
        compare();
    }

    private void compare() {
        if (!unreadable.isEmpty()) {
            count.setText(Parts.plain(unreadable));
            table.show(List.of());
        } else if (candidates.size() < 2) {
            count.setText(Messages.nothingToCompare);
            table.show(List.of());
        } else {
            List<CharterDiff.Change> changes = CharterDiff.between(candidates.get(before.getSelectionIndex()).charter(), candidates.get(after.getSelectionIndex()).charter()).changes();
            count.setText(changes.isEmpty() ? Messages.noChange : NLS.bind(Messages.changes, changes.size()));
            table.show(changes);
        }
        detail(table.selected());
    }

    private void detail(Optional<CharterDiff.Change> change) {
        was.setText(change.flatMap(CharterDiff.Change::was).map(this::words).orElse(""));
        is.setText(change.flatMap(CharterDiff.Change::is).map(this::words).orElse(""));
    }

    private String words(CharterDiff.Side side) {
        return side.values().isEmpty() ? side.title() : side.values().stream().map(v -> v.in(lang)).collect(Collectors.joining("\n"));
    }

    @Override
    public void dispose() {
        job.cancel();
        super.dispose();
    }
}
