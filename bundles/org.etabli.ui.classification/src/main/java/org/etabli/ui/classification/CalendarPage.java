package org.etabli.ui.classification;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.annex.ICalendar;
import org.etabli.model.Decision;
import org.etabli.model.Dossier;
import org.etabli.rules.DutyCalendar;
import org.etabli.ui.form.Header;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.Shades;
import org.etabli.ui.form.TextTable;
import org.etabli.yaml.AtomicFiles;

/** The days on which duties begin and end: as a picture, and the same as a table. */
final class CalendarPage extends DecisionPage {
    static final String ID = "calendar";
    private static final String AGENDA = "obligations.ics";

    private Header header;
    private Composite body;
    private Label intro;
    private TimeLinePicture line;
    private TextTable<Row> table;
    private Text detail;
    private Button compare;

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
        super(editor, model, ID, Messages.pageCalendar);
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        FormToolkit kit = managed.getToolkit();
        ScrolledForm form = managed.getForm();
        header = Header.of(managed, Messages.calendarTitle, editor, model.core().lang());
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
        GridDataFactory.fillDefaults().grab(true, false).hint(300, 84).applyTo(detail);
        Composite buttons = kit.createComposite(body);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(buttons);
        compare = kit.createButton(buttons, Messages.calendarCompare, SWT.PUSH);
        GridDataFactory.fillDefaults().applyTo(compare);
        Button agenda = kit.createButton(buttons, Messages.calendarSave, SWT.PUSH);
        agenda.setData("id", "calendar.agenda");
        agenda.setToolTipText(Parts.tip(Messages.calendarSaveHelp));
        GridDataFactory.fillDefaults().applyTo(agenda);
        agenda.addListener(SWT.Selection, e -> saveForAgenda());
        compare.addListener(SWT.Selection, e -> compare());
        Shades.enable(compare, false);
        follow();
    }

    @Override
    public void setFocus() {
        if (table != null)
            table.setFocus();
    }

    // --- the table -------------------------------------------------------------------------------------------------

    private void createTable(FormToolkit kit) {
        table = new TextTable<>(body, kit, Messages.calendarTitle, "calendar.table");
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(400, 110).applyTo(table.control());
        table.column(Messages.columnDay, 13, r -> r.day == null ? Messages.momentOpen : wording.date(r.day));
        table.column(Messages.columnEvent, 12, r -> r.duty == null ? Messages.calendarDecision : r.entry == null ? "" : wording.calendarEntry(r.entry.kind()));
        table.column(Messages.columnArticle, 13, r -> r.duty == null ? "" : wording.articles(List.of(r.duty.path())));
        table.column(Messages.columnWho, 11, r -> r.duty == null ? "" : wording.bearer(r.duty));
        table.column(Messages.columnDuty, 45, r -> r.duty == null ? "" : r.duty.text().in(wording.lang()));
        table.column(Messages.columnStatus, 8, r -> r.duty == null ? "" : wording.status(r.duty.status()));
        table.onSelect(r -> selected(r.orElse(null))).onOpen(r -> compare());
    }

    private void selected(Row row) {
        Shades.enable(compare, row != null && row.day != null && row.moment != Moment.TODAY);
        line.select(row == null ? null : row.day);
        detail.setText(row == null || row.duty == null ? "" : wording.articles(List.of(row.duty.path())) + " — " + wording.bearer(row.duty) + "\n"
                + row.duty.text().in(wording.lang()) + "\n" + wording.when(row.duty));
    }

    /** The first line of a day that was chosen in the picture. */
    private void reveal(LocalDate day) {
        table.rows().stream().filter(r -> r.entry != null && day.equals(r.day)).findFirst().ifPresent(r -> {
            table.select(r);
            selected(r);
        });
    }

    private void compare() {
        table.selected().filter(r -> r.day != null && r.moment != Moment.TODAY)
                .ifPresent(r -> editor.compare(r.moment == Moment.PAST ? r.day : today(), r.moment == Moment.PAST ? today() : r.day));
    }

    /** The days to come as a file that every agenda can take. */
    private void saveForAgenda() {
        if (model.snapshot().read().isEmpty())
            return;
        Decision decision = model.snapshot().read().get().decision();
        FileDialog dialog = new FileDialog(editor.getSite().getShell(), SWT.SAVE);
        dialog.setText(Messages.calendarSave.replace("&", ""));
        dialog.setFileName(AGENDA);
        dialog.setFilterExtensions(new String[] { "*.ics" });
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null)
            write(Path.of(file), ICalendar.of(editor.dossier().map(Dossier::title).orElse(editor.getPartName()), decision.date(), DutyCalendar.of(decision), wording));
    }

    private void write(Path file, String text) {
        try {
            AtomicFiles.write(file, text);
            editor.tell(NLS.bind(Messages.calendarSaved, file));
        } catch (IOException e) {
            ErrorDialog.openError(editor.getSite().getShell(), Messages.calendarTitle, NLS.bind(Messages.tasksNotSaved, file), Status.error(String.valueOf(e.getMessage()), e));
        }
    }

    private LocalDate today() {
        return model.core().today();
    }

    // --- what it shows ---------------------------------------------------------------------------------------------

    @Override
    protected void show(FactsSnapshot snapshot) {
        header.show(snapshot, body);
        if (snapshot.read().isEmpty())
            return;
        Decision decision = snapshot.read().get().decision();
        DutyCalendar calendar = DutyCalendar.of(decision);
        String words = intro(calendar, decision.date());
        line.show(calendar, decision.date());
        Named.as(words, line.control());
        boolean first = table.rows().isEmpty();
        table.show(rows(calendar, decision.date()));
        // what is to come is what people look for
        if (first)
            table.rows().stream().filter(r -> r.duty == null).findFirst().ifPresent(table::selectOnTop);
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
