package org.etabli.ui.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.annex.Wording;
import org.etabli.model.Decision;
import org.etabli.rules.DutyCalendar;

/** The days on which duties begin and end: as a picture, and the same as a table. */
final class CalendarPage extends FormPage {
    static final String ID = "calendar";

    private final FactsEditor editor;
    private final FactsModel model;
    private final Wording wording;
    private Header header;
    private Composite body;
    private Label intro;
    private TimeLinePicture line;
    private TableViewer table;
    private Text detail;
    private Button compare;
    /** Filled only while the page is seen. */
    private boolean stale = true;

    /** Where a day stands seen from the day of the decision. */
    private enum Moment {
        PAST, TODAY, COMING, OPEN
    }

    /**
     * A line of the table.
     *
     * @param day   null for a duty whose day nobody knows yet
     * @param entry null for such a duty, and for the day of the decision itself
     * @param duty  null for the day of the decision
     */
    private record Row(LocalDate day, DutyCalendar.Entry entry, Decision.Duty duty, Moment moment) {
    }

    CalendarPage(FactsEditor editor, FactsModel model) {
        super(editor, ID, Messages.pageCalendar);
        this.editor = editor;
        this.model = model;
        this.wording = new Wording(model.law(), model.core().lang());
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        FormToolkit kit = managed.getToolkit();
        ScrolledForm form = managed.getForm();
        form.setText(Messages.calendarTitle);
        kit.decorateFormHeading(form.getForm());
        header = new Header(form, editor);
        body = form.getBody();
        GridLayoutFactory.fillDefaults().margins(12, 6).numColumns(2).spacing(10, 6).applyTo(body);
        intro = kit.createLabel(body, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, SWT.DEFAULT).applyTo(intro);
        line = new TimeLinePicture(body, kit, wording);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(400, 160).applyTo(line.control());
        line.listen(this::reveal);
        createTable(kit);
        detail = kit.createText(body, "", SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        Named.as(Messages.calendarDetail, detail).setData("id", "calendar.detail");
        GridDataFactory.fillDefaults().grab(true, false).hint(300, 58).applyTo(detail);
        compare = kit.createButton(body, Messages.calendarCompare, SWT.PUSH);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(compare);
        compare.addListener(SWT.Selection, e -> compare());
        compare.setEnabled(false);
        model.listen(s -> {
            stale = true;
            if (isActive())
                show();
        });
    }

    @Override
    public void setActive(boolean active) {
        super.setActive(active);
        if (active && stale)
            show();
    }

    @Override
    public void setFocus() {
        if (table != null)
            table.getControl().setFocus();
    }

    // --- the table -------------------------------------------------------------------------------------------------

    private void createTable(FormToolkit kit) {
        Composite holder = kit.createComposite(body);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(400, 110).applyTo(holder);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        Table widget = kit.createTable(holder, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
        widget.setHeaderVisible(true);
        Named.as(Messages.calendarTitle, widget).setData("id", "calendar.table");
        table = new TableViewer(widget);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(layout, Messages.columnDay, 15, r -> r.day == null ? Messages.momentOpen : wording.date(r.day));
        column(layout, Messages.columnMoment, 9, r -> switch (r.moment) {
            case PAST -> Messages.momentPast;
            case TODAY -> Messages.momentToday;
            case COMING -> Messages.momentComing;
            case OPEN -> "";
        });
        column(layout, Messages.columnEvent, 16, r -> r.duty == null ? Messages.calendarDecision : r.entry == null ? "" : wording.calendarEntry(r.entry.kind()));
        column(layout, Messages.columnArticle, 14, r -> r.duty == null ? "" : wording.articles(List.of(r.duty.path())));
        column(layout, Messages.columnWho, 11, r -> r.duty == null ? "" : wording.role(r.duty.role()));
        column(layout, Messages.columnDuty, 25, r -> r.duty == null ? "" : r.duty.text().in(wording.lang()));
        column(layout, Messages.columnStatus, 10, r -> r.duty == null ? "" : wording.status(r.duty.status()));
        table.addSelectionChangedListener(e -> selected((Row) e.getStructuredSelection().getFirstElement()));
        table.addOpenListener(e -> compare());
    }

    private void column(TableColumnLayout layout, String title, int weight, Function<Row, String> words) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 60));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return words.apply((Row) element);
            }
        });
    }

    private void selected(Row row) {
        compare.setEnabled(row != null && row.day != null && row.moment != Moment.TODAY);
        line.select(row == null ? null : row.day);
        detail.setText(row == null || row.duty == null ? "" : wording.articles(List.of(row.duty.path())) + " — " + wording.role(row.duty.role()) + "\n"
                + row.duty.text().in(wording.lang()) + "\n" + wording.when(row.duty));
    }

    /** The first line of a day that was chosen in the picture. */
    private void reveal(LocalDate day) {
        rows().stream().filter(r -> r.entry != null && day.equals(r.day)).findFirst().ifPresent(r -> table.setSelection(new StructuredSelection(r), true));
    }

    private void compare() {
        if (table.getStructuredSelection().getFirstElement() instanceof Row row && row.day != null && row.moment != Moment.TODAY)
            editor.compare(row.moment == Moment.PAST ? row.day : today(), row.moment == Moment.PAST ? today() : row.day);
    }

    private LocalDate today() {
        return model.snapshot().read().orElseThrow().decision().date();
    }

    // --- what it shows ---------------------------------------------------------------------------------------------

    @SuppressWarnings("unchecked")
    private List<Row> rows() {
        return table.getInput() == null ? List.of() : (List<Row>) table.getInput();
    }

    private void show() {
        if (body == null || body.isDisposed())
            return;
        Snapshot snapshot = model.snapshot();
        header.show(snapshot, body);
        if (snapshot.read().isEmpty())
            return;
        stale = false;
        Decision decision = snapshot.read().get().decision();
        DutyCalendar calendar = DutyCalendar.of(decision);
        String words = intro(calendar, decision.date());
        List<Row> rows = rows(calendar, decision.date());
        line.show(calendar, decision.date());
        Named.as(words, line.control());
        if (!rows.equals(rows())) {
            Object selected = table.getStructuredSelection().getFirstElement();
            table.setInput(rows);
            if (selected != null && rows.contains(selected))
                table.setSelection(new StructuredSelection(selected));
        }
        intro.setText(words.replace("&", "&&"));
        body.layout(true);
    }

    private String intro(DutyCalendar calendar, LocalDate date) {
        String next = calendar.after(date).stream().findFirst().map(d -> NLS.bind(Messages.calendarNext, wording.date(d.date()), d.entries().size()))
                .orElse(Messages.calendarNothingComing);
        return NLS.bind(Messages.calendarIntro, wording.date(date)) + " " + next
                + (calendar.awaited().isEmpty() ? "" : " " + NLS.bind(Messages.calendarAwaited, calendar.awaited().size()));
    }

    private static List<Row> rows(DutyCalendar calendar, LocalDate today) {
        List<Row> rows = new ArrayList<>();
        calendar.days().forEach(d -> d.entries().forEach(e -> rows.add(new Row(d.date(), e, e.duty(),
                d.date().isBefore(today) ? Moment.PAST : d.date().isAfter(today) ? Moment.COMING : Moment.TODAY))));
        rows.add(new Row(today, null, null, Moment.TODAY));
        rows.sort(Comparator.comparing(Row::day).thenComparing(r -> r.duty != null));
        calendar.awaited().forEach(d -> rows.add(new Row(null, null, d, Moment.OPEN)));
        return rows;
    }
}
