package org.etabli.ui.charter.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.dossier.InvolvementEdits;
import org.etabli.dossier.InvolvementEdits.Field;
import org.etabli.model.Involvement.Consultation;
import org.etabli.model.Involvement.Point;
import org.etabli.ui.form.DayField;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.TextField;
import org.etabli.ui.form.TextTable;
import org.etabli.ui.form.YamlModel.Making;
import org.etabli.ui.form.YamlModel;

/** One consultation: who, how, when and how many, and each point with what was answered to it. */
final class ConsultationPane {
    private static final int MARGIN = 10;
    /** GTK lays the scroll bar over the text when it appears after the layout. */
    private static final int SCROLL_BAR = 24;

    private final FormToolkit kit;
    private final InvolvementEditor editor;
    private final InvolvementModel model;
    private final ScrolledForm form;
    private final List<Entry<Consultation>> fields = new ArrayList<>();
    private final List<Entry<Point>> pointFields = new ArrayList<>();
    private final TextTable<PointRow> points;
    private final ListButtons buttons;
    private final Composite point;
    private DayField on;
    private Optional<InvolvementPage.Row> shown = Optional.empty();
    private Optional<PointRow> shownPoint = Optional.empty();
    /** What is to be chosen as soon as it is in the text. */
    private OptionalInt wanted = OptionalInt.empty();
    /** A point that was just added waits for its words. */
    private boolean asking;

    /** A text field with the words that the document has for it. */
    private record Entry<T>(TextField field, Function<T, String> said) {
    }

    private record PointRow(int index, Point point) {
    }

    /** Says what is wrong with some words, or makes an edit of them. */
    private interface Setting {
        Optional<Making> edit(String words);
    }

    ConsultationPane(Composite parent, FormToolkit kit, InvolvementEditor editor, InvolvementModel model) {
        this.kit = kit;
        this.editor = editor;
        this.model = model;
        form = kit.createScrolledForm(parent);
        form.setExpandHorizontal(true);
        Composite body = form.getBody();
        GridLayoutFactory.fillDefaults().extendedMargins(MARGIN, SCROLL_BAR, MARGIN, MARGIN).spacing(6, 8).applyTo(body);
        Composite grid = grid(body, 4);
        consultation(grid, Messages.fieldWho, "who", 1, 3, Consultation::who, words -> words.isEmpty() ? Optional.empty() : text(Field.WHO, words));
        consultation(grid, Messages.fieldHow, "how", 1, 3, Consultation::how, words -> text(Field.HOW, words));
        consultation(grid, Messages.fieldWhen, "when", 1, 1, Consultation::when, words -> text(Field.WHEN, words));
        Label name = kit.createLabel(grid, Messages.fieldDay);
        on = new DayField(grid, kit, model.core().lang(), editor::tell, d -> shown.ifPresent(r -> edit(t -> InvolvementEdits.on(t, r.index(), d), this::refresh)));
        Named.by(name, on.control()).setData("id", "consultation.on");
        // room for the sign of a wrong day
        GridDataFactory.fillDefaults().hint(96, SWT.DEFAULT).applyTo(on.control());
        consultation(grid, Messages.fieldPeople, "people", 1, 1, c -> c.people().map(String::valueOf).orElse(""), this::people);
        kit.createLabel(grid, "");
        kit.createLabel(grid, "");
        consultation(grid, Messages.fieldNote, "note", 3, 3, Consultation::note, words -> text(Field.NOTE, words));
        Composite section = new Parts(kit).section(body, Messages.points, 1);
        points = new TextTable<>(section, kit, Messages.points, "consultation.points");
        GridDataFactory.fillDefaults().grab(true, false).hint(300, 150).applyTo(points.control());
        points.column(Messages.columnAsked, 46, r -> oneLine(r.point.asked()));
        points.column(Messages.columnAnswered, 54, r -> r.point.answered().isBlank() ? Messages.notAnswered : oneLine(r.point.answered()));
        points.onSelect(r -> showPoint()).onOpen(r -> pointFields.getFirst().field.control().setFocus());
        buttons = new ListButtons(section, kit, model, Messages.points, "point", this::addPoint, this::removePoint, this::movePoint);
        point = grid(section, 2);
        point(point, Messages.fieldAsked, "asked", Point::asked, words -> words.isEmpty() ? Optional.empty()
                : Optional.of(at((consultation, index) -> t -> InvolvementEdits.asked(t, consultation, index, words))));
        point(point, Messages.fieldAnswered, "answered", Point::answered, words -> Optional.of(at((consultation, index) -> t -> InvolvementEdits.answered(t, consultation, index, words))));
        body.setVisible(false);
    }

    private Composite grid(Composite parent, int columns) {
        Composite grid = kit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(8, 6).applyTo(grid);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(grid);
        return grid;
    }

    private void consultation(Composite parent, String label, String id, int lines, int span, Function<Consultation, String> said, Setting setting) {
        fields.add(new Entry<>(field(parent, label, "consultation." + id, lines, span, setting), said));
    }

    private void point(Composite parent, String label, String id, Function<Point, String> said, Setting setting) {
        pointFields.add(new Entry<>(field(parent, label, "point." + id, 3, 1, setting), said));
    }

    private TextField field(Composite parent, String label, String id, int lines, int span, Setting setting) {
        Label name = kit.createLabel(parent, label);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, lines > 1 ? SWT.BEGINNING : SWT.CENTER).hint(96, SWT.DEFAULT).indent(0, lines > 1 ? 3 : 0).applyTo(name);
        Text text = Named.by(name, kit.createText(parent, "", SWT.BORDER | (lines > 1 ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.NONE)));
        text.setData("id", id);
        GridDataFactory.fillDefaults().grab(true, false).span(span, 1).hint(100, lines > 1 ? lines * text.getLineHeight() : SWT.DEFAULT).applyTo(text);
        TextField[] field = new TextField[1];
        field[0] = new TextField(text, words -> setting.edit(words).ifPresentOrElse(m -> edit(m, () -> field[0].refuse(YamlModel.refused())),
                () -> field[0].refuse(id.endsWith("people") ? Messages.notANumber : Messages.notEmpty)));
        return field[0];
    }

    private Optional<Making> text(Field field, String words) {
        return shown.map(r -> t -> InvolvementEdits.set(t, r.index(), field, words));
    }

    private Optional<Making> people(String words) {
        String digits = words.replaceAll("[\\s\\u00A0\\u202F]", "");
        return !digits.matches("\\d{0,8}") ? Optional.empty()
                : shown.map(r -> t -> InvolvementEdits.people(t, r.index(), digits.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(digits))));
    }

    private interface Placed {
        Making at(int consultation, int point);
    }

    /** An edit of the point that is chosen now, whatever is chosen when it is made. */
    private Making at(Placed making) {
        return shown.isEmpty() || shownPoint.isEmpty() ? t -> Optional.empty() : making.at(shown.get().index(), shownPoint.get().index);
    }

    private void edit(Making making, Runnable refused) {
        model.edit(making, () -> {
            editor.tell(YamlModel.refused());
            refused.run();
        });
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    // --- points ----------------------------------------------------------------------------------------------------

    private void addPoint() {
        shown.ifPresent(r -> {
            int index = points.selected().map(p -> p.index + 1).orElse(points.rows().size());
            wanted = OptionalInt.of(index);
            asking = true;
            rearrange(t -> Optional.of(InvolvementEdits.addPoint(t, r.index(), index, Messages.newAsked)));
        });
    }

    private void removePoint() {
        points.selected().ifPresent(p -> {
            int consultation = shownIndex();
            wanted = OptionalInt.of(Math.max(0, Math.min(p.index, points.rows().size() - 2)));
            rearrange(t -> Optional.of(InvolvementEdits.removePoint(t, consultation, p.index)));
        });
    }

    private void movePoint(int by) {
        points.selected().ifPresent(p -> {
            int consultation = shownIndex();
            wanted = OptionalInt.of(p.index + by);
            rearrange(t -> Optional.of(InvolvementEdits.movePoint(t, consultation, p.index, p.index + by)));
        });
    }

    private int shownIndex() {
        return shown.map(InvolvementPage.Row::index).orElseThrow(IllegalStateException::new);
    }

    private void rearrange(Making making) {
        model.rearrange(making, () -> {
            editor.tell(YamlModel.refused());
            wanted = OptionalInt.empty();
            asking = false;
        });
    }

    // --- what it shows ---------------------------------------------------------------------------------------------

    void show(Optional<InvolvementPage.Row> row) {
        boolean other = !row.map(InvolvementPage.Row::index).equals(shown.map(InvolvementPage.Row::index));
        if (other)
            commit();
        shown = row;
        if (form.getBody().getVisible() != row.isPresent())
            form.getBody().setVisible(row.isPresent());
        row.map(InvolvementPage.Row::consultation).ifPresent(c -> {
            show(fields, c, other);
            if (other)
                on.showOther(c.on());
            else
                on.show(c.on());
            points(c.points(), other);
            if (other)
                form.setOrigin(0, 0);
        });
    }

    private static <T> void show(List<Entry<T>> entries, T of, boolean other) {
        for (Entry<T> entry : entries)
            if (other)
                entry.field.showOther(entry.said.apply(of));
            else
                entry.field.show(entry.said.apply(of));
    }

    private void points(List<Point> list, boolean other) {
        int before = points.selected().map(PointRow::index).filter(i -> !other).orElse(0);
        List<PointRow> rows = IntStream.range(0, list.size()).mapToObj(i -> new PointRow(i, list.get(i))).toList();
        points.show(rows);
        int choice = wanted.orElse(before);
        if (!rows.isEmpty())
            points.select(rows.get(Math.min(choice, rows.size() - 1)));
        if (choice < rows.size())
            wanted = OptionalInt.empty();
        if (other)
            shownPoint = Optional.empty();
        showPoint();
        if (asking && points.selected().filter(p -> p.point.asked().equals(Messages.newAsked)).isPresent()) {
            asking = false;
            first(pointFields);
        }
    }

    private void showPoint() {
        Optional<PointRow> row = points.selected();
        boolean other = !row.map(PointRow::index).equals(shownPoint.map(PointRow::index));
        if (other)
            pointFields.forEach(e -> e.field.commit());
        shownPoint = row;
        buttons.enable(row.isPresent(), row.map(PointRow::index).orElse(0), points.rows().size());
        if (point.getVisible() != row.isPresent())
            point.setVisible(row.isPresent());
        row.ifPresent(r -> show(pointFields, r.point, other));
    }

    private void refresh() {
        shown.ifPresent(r -> show(Optional.of(new InvolvementPage.Row(r.index(), model.snapshot().involvement().consultations().get(r.index())))));
    }

    /** What was typed goes into the document. */
    void commit() {
        fields.forEach(e -> e.field.commit());
        pointFields.forEach(e -> e.field.commit());
        on.commit();
    }

    void setFocus() {
        fields.getFirst().field.control().setFocus();
    }

    /** A consultation that is new is named first. */
    void name() {
        first(fields);
    }

    private static <T> void first(List<Entry<T>> entries) {
        Text text = entries.getFirst().field.control();
        text.setFocus();
        text.selectAll();
    }
}
