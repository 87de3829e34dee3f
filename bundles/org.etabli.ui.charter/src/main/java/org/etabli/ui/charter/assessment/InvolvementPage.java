package org.etabli.ui.charter.assessment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.dossier.InvolvementEdits;
import org.etabli.model.Days;
import org.etabli.model.Involvement.Consultation;
import org.etabli.ui.form.Header;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.SnapshotPage;
import org.etabli.ui.form.TextTable;
import org.etabli.ui.form.YamlModel;

/** The consultations on the left; the chosen one with its points on the right. */
final class InvolvementPage extends SnapshotPage<InvolvementModel.Record> {
    static final String ID = "involvement";

    private final InvolvementEditor editor;
    private final InvolvementModel model;
    private Header header;
    private SashForm body;
    private Label summary;
    private TextTable<Row> table;
    private ListButtons buttons;
    private ConsultationPane pane;
    /** What is to be chosen as soon as it is in the text. */
    private OptionalInt wanted = OptionalInt.of(0);
    /** A consultation that was just added waits for its name. */
    private boolean naming;

    /** @param index its place, by which a consultation is known */
    record Row(int index, Consultation consultation) {

        static long unanswered(Consultation consultation) {
            return consultation.points().stream().filter(p -> p.answered().isBlank()).count();
        }
    }

    InvolvementPage(InvolvementEditor editor, InvolvementModel model) {
        super(editor, model, ID, Messages.pageInvolvement);
        this.editor = editor;
        this.model = model;
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        FormToolkit kit = managed.getToolkit();
        ScrolledForm form = managed.getForm();
        header = Header.of(managed, Messages.involvementTitle, editor, model.core().lang());
        Parts parts = new Parts(kit);
        body = parts.panes(form.getBody());
        Composite left = parts.column(body);
        summary = parts.label(left, "");
        summary.setData("id", "involvement.summary");
        table = new TextTable<>(left, kit, Messages.consultations, "involvement.consultations");
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 120).applyTo(table.control());
        table.column(Messages.columnWho, 48, r -> r.consultation.who());
        table.column(Messages.columnWhen, 30, r -> r.consultation.on().map(d -> Days.digits(d, model.core().lang())).orElse(r.consultation.when()));
        table.column(Messages.columnPoints, 22, r -> points(r.consultation));
        table.onSelect(r -> showSelected()).onOpen(r -> pane.setFocus());
        buttons = new ListButtons(left, kit, model, Messages.consultations, "involvement", this::add, this::remove, this::move);
        pane = new ConsultationPane(body, kit, editor, model);
        body.setWeights(40, 60);
        follow();
    }

    private static String points(Consultation consultation) {
        long open = Row.unanswered(consultation);
        int all = consultation.points().size();
        return all == 0 ? "–" : NLS.bind(open == 0 ? Messages.pointsAnswered : Messages.pointsOpen, all - open, all);
    }

    private void add() {
        int index = table.selected().map(r -> r.index + 1).orElse(table.rows().size());
        wanted = OptionalInt.of(index);
        naming = true;
        model.rearrange(t -> Optional.of(InvolvementEdits.add(t, index, Messages.newWho)), this::refused);
    }

    private void remove() {
        table.selected().ifPresent(r -> {
            wanted = OptionalInt.of(Math.min(r.index, table.rows().size() - 2));
            model.rearrange(t -> Optional.of(InvolvementEdits.remove(t, r.index)), this::refused);
        });
    }

    private void move(int by) {
        table.selected().ifPresent(r -> {
            wanted = OptionalInt.of(r.index + by);
            model.rearrange(t -> Optional.of(InvolvementEdits.move(t, r.index, r.index + by)), this::refused);
        });
    }

    private void refused() {
        wanted = OptionalInt.empty();
        naming = false;
        editor.tell(YamlModel.refused());
    }

    /** What was typed goes into the document. */
    void commit() {
        if (pane != null)
            pane.commit();
    }

    @Override
    protected void show(InvolvementModel.Record snapshot) {
        header.show(snapshot, body);
        if (!snapshot.isReadable())
            return;
        List<Consultation> list = snapshot.involvement().consultations();
        int points = list.stream().mapToInt(c -> c.points().size()).sum();
        summary.setText(Parts.plain(list.isEmpty() ? Messages.nobodyConsulted
                : NLS.bind(Messages.involvementSummary, new Object[] { list.size(), points, list.stream().mapToLong(Row::unanswered).sum() })));
        summary.requestLayout();
        Optional<Integer> before = table.selected().map(Row::index);
        List<Row> rows = IntStream.range(0, list.size()).mapToObj(i -> new Row(i, list.get(i))).toList();
        table.show(rows);
        int choice = wanted.isPresent() ? wanted.getAsInt() : before.orElse(0);
        if (!rows.isEmpty())
            table.select(rows.get(Math.max(0, Math.min(choice, rows.size() - 1))));
        if (choice < rows.size())
            wanted = OptionalInt.empty();
        showSelected();
        if (naming && table.selected().filter(r -> r.consultation.who().equals(Messages.newWho)).isPresent()) {
            naming = false;
            pane.name();
        }
    }

    private void showSelected() {
        Optional<Row> row = table.selected();
        buttons.enable(row.isPresent(), row.map(Row::index).orElse(0), table.rows().size());
        pane.show(row);
    }

    @Override
    public void setFocus() {
        if (table != null)
            table.setFocus();
    }
}
