package org.etabli.ui.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.etabli.annex.Wording;
import org.etabli.rules.DutyCalendar;
import org.etabli.ui.form.Shades;

/**
 * The days of a calendar as a line of years. What is past has a hollow mark and pale words, what comes a full mark and bold
 * words, what a missing fact still decides a rhombus. Left and Right go from day to day. All of it stands in the table below too.
 */
final class TimeLinePicture {
    private static final int LINE = 52;
    private static final int YEARS = 22;
    private static final int MARK = 5;
    private static final int PADDING = 3;

    private final Wording wording;
    private final Canvas canvas;
    private final Font bold = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
    private final List<Consumer<LocalDate>> listeners = new ArrayList<>();
    private List<DutyCalendar.Day> days = List.of();
    private LocalDate today;
    private LocalDate selected;

    TimeLinePicture(Composite parent, FormToolkit kit, Wording wording) {
        this.wording = wording;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        kit.adapt(canvas, true, true);
        canvas.setData("id", "calendar.line");
        canvas.addListener(SWT.Paint, e -> paint(e.gc));
        canvas.addListener(SWT.Resize, e -> resized());
        canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
        canvas.addListener(SWT.MouseDown, this::clicked);
        canvas.addListener(SWT.KeyDown, this::struck);
        canvas.addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_ARROW_NEXT && e.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
    }

    Canvas control() {
        return canvas;
    }

    void show(DutyCalendar calendar, LocalDate day) {
        days = calendar.days();
        today = day;
        if (days.stream().noneMatch(d -> d.date().equals(selected)))
            selected = null;
        resized();
    }

    /** Hears of a day that is chosen here. */
    void listen(Consumer<LocalDate> listener) {
        listeners.add(listener);
    }

    void select(LocalDate day) {
        if (day == null || !day.equals(selected)) {
            selected = day;
            canvas.redraw();
        }
    }

    private void choose(LocalDate day) {
        select(day);
        listeners.forEach(l -> l.accept(day));
    }

    private void struck(Event e) {
        if (days.isEmpty() || e.keyCode != SWT.ARROW_LEFT && e.keyCode != SWT.ARROW_RIGHT && e.keyCode != SWT.HOME && e.keyCode != SWT.END)
            return;
        List<LocalDate> dates = days.stream().map(DutyCalendar.Day::date).toList();
        int now = dates.indexOf(selected);
        int last = dates.size() - 1;
        int next = switch (e.keyCode) {
            case SWT.HOME -> 0;
            case SWT.END -> last;
            case SWT.ARROW_LEFT -> Math.max(0, now - 1);
            default -> Math.min(last, now + 1);
        };
        choose(dates.get(next));
    }

    private void clicked(Event e) {
        canvas.forceFocus();
        GC gc = new GC(canvas);
        try {
            layout(gc).stream().filter(l -> l.bounds.contains(e.x, e.y) || Math.abs(l.x - e.x) <= MARK + 2 && Math.abs(LINE - e.y) <= MARK + 2).findFirst()
                    .ifPresent(l -> choose(l.day.date()));
        } finally {
            gc.dispose();
        }
    }

    /** As high as its words need in its width. */
    private void resized() {
        canvas.redraw();
        if (today == null || canvas.getClientArea().width == 0)
            return;
        GC gc = new GC(canvas);
        int height = layout(gc).stream().mapToInt(l -> l.bounds.y + l.bounds.height).max().orElse(LINE + 2 * MARK) + gc.getFontMetrics().getHeight() + 14;
        gc.dispose();
        GridData data = (GridData) canvas.getLayoutData();
        if (data.heightHint != height) {
            data.heightHint = height;
            canvas.getDisplay().asyncExec(() -> {
                if (!canvas.isDisposed())
                    canvas.getParent().layout(true);
            });
        }
    }

    // --- what stands where -----------------------------------------------------------------------------------------

    /** @param x of the mark on the line */
    private record Label(DutyCalendar.Day day, int x, List<String> lines, Rectangle bounds) {
    }

    private List<Label> layout(GC gc) {
        return labels(gc, canvas.getClientArea().width);
    }

    private TimeLine line(int width) {
        return TimeLine.of(days.stream().map(DutyCalendar.Day::date).toList(), today, width);
    }

    private List<Label> labels(GC gc, int width) {
        TimeLine line = line(width);
        int height = gc.getFontMetrics().getHeight();
        List<List<String>> texts = days.stream().map(this::lines).toList();
        List<Integer> centres = days.stream().map(d -> line.x(d.date())).toList();
        gc.setFont(bold);
        List<Integer> widths = texts.stream().map(t -> t.stream().mapToInt(s -> gc.textExtent(s).x).max().orElse(0) + 2 * PADDING).toList();
        gc.setFont(canvas.getFont());
        List<TimeLine.Place> places = TimeLine.places(centres, widths, width);
        int rows = places.stream().mapToInt(TimeLine.Place::row).max().orElse(0) + 1;
        int[] tops = new int[rows + 1];
        tops[0] = LINE + MARK + 10;
        for (int row = 0; row < rows; row++) {
            int lines = 0;
            for (int i = 0; i < places.size(); i++)
                lines = places.get(i).row() == row ? Math.max(lines, texts.get(i).size()) : lines;
            tops[row + 1] = tops[row] + lines * height + 2 * PADDING + 6;
        }
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < days.size(); i++)
            labels.add(new Label(days.get(i), centres.get(i), texts.get(i),
                    new Rectangle(places.get(i).x(), tops[places.get(i).row()], widths.get(i), texts.get(i).size() * height + 2 * PADDING)));
        return labels;
    }

    /** The day, and how many duties begin or end on it; of a past day just how many. */
    private List<String> lines(DutyCalendar.Day day) {
        // the year stands above it
        String date = wording.date(day.date()).replaceFirst(" \\d+$", "");
        if (day.date().isBefore(today))
            return List.of(NLS.bind(Messages.calendarCount, date, day.entries().size()));
        Map<DutyCalendar.Kind, Integer> counts = new LinkedHashMap<>();
        day.entries().forEach(e -> counts.merge(e.kind(), 1, Integer::sum));
        List<String> lines = new ArrayList<>(List.of(date));
        counts.forEach((kind, count) -> lines.add(NLS.bind(Messages.calendarCount, wording.calendarEntry(kind), count)));
        return lines;
    }

    // --- the picture -----------------------------------------------------------------------------------------------

    private void paint(GC gc) {
        if (today == null)
            return;
        Rectangle area = canvas.getClientArea();
        TimeLine line = line(area.width);
        Color pale = Shades.of(canvas, Shades.PALE);
        Color accent = Shades.accent(canvas);
        gc.setAntialias(SWT.ON);
        years(gc, line);
        List<Label> labels = labels(gc, area.width);
        gc.setForeground(Shades.of(canvas, 0.35));
        labels.forEach(l -> gc.drawLine(l.x, LINE, Math.max(l.bounds.x, Math.min(l.x, l.bounds.x + l.bounds.width)), l.bounds.y));
        today(gc, line, accent, area.width);
        for (Label label : labels) {
            boolean past = label.day.date().isBefore(today);
            boolean sure = label.day.entries().stream().anyMatch(e -> DutyCalendar.isSure(e.duty()));
            mark(gc, label.x, past, sure);
            gc.setBackground(canvas.getBackground());
            gc.fillRectangle(label.bounds);
            gc.setForeground(past ? pale : canvas.getForeground());
            int y = label.bounds.y + PADDING;
            for (int i = 0; i < label.lines.size(); i++) {
                gc.setFont(i == 0 && !past ? bold : canvas.getFont());
                gc.drawText(label.lines.get(i), label.bounds.x + PADDING, y, true);
                y += gc.getFontMetrics().getHeight();
            }
            gc.setFont(canvas.getFont());
            if (label.day.date().equals(selected)) {
                gc.setForeground(accent);
                gc.setLineWidth(canvas.isFocusControl() ? 2 : 1);
                gc.drawRoundRectangle(label.bounds.x, label.bounds.y, label.bounds.width - 1, label.bounds.height - 1, 6, 6);
                gc.setLineWidth(1);
            }
        }
        gc.setForeground(pale);
        gc.drawText(Messages.calendarLegend, 0, area.height - gc.getFontMetrics().getHeight() - 2, true);
        if (canvas.isFocusControl() && selected == null)
            gc.drawFocus(0, 0, area.width, area.height);
    }

    private void years(GC gc, TimeLine line) {
        for (int i = 0; i < line.years().size(); i++) {
            TimeLine.Year year = line.years().get(i);
            gc.setBackground(Shades.of(canvas, i % 2 == 0 ? 0.10 : 0.05));
            gc.fillRectangle(year.x(), YEARS, year.width(), LINE - YEARS + MARK + 4);
            gc.setForeground(canvas.getForeground());
            String text = String.valueOf(year.year());
            gc.drawText(text, year.x() + (year.width() - gc.textExtent(text).x) / 2, YEARS + 1, true);
            gc.setForeground(Shades.of(canvas, 0.5));
            gc.drawLine(year.x(), LINE, year.x() + year.width(), LINE);
            if (year.afterGap())
                gc.drawText("…", year.x() - TimeLine.GAP / 2 - gc.textExtent("…").x / 2, LINE - gc.getFontMetrics().getHeight() / 2 - 2, true);
        }
    }

    private void today(GC gc, TimeLine line, Color accent, int width) {
        int x = line.x(today);
        gc.setForeground(accent);
        gc.setLineWidth(2);
        gc.drawLine(x, YEARS - 3, x, LINE + MARK + 3);
        gc.setLineWidth(1);
        gc.setFont(bold);
        String text = NLS.bind(Messages.calendarToday, wording.date(today));
        gc.drawText(text, Math.max(0, Math.min(x - gc.textExtent(text).x / 2, width - gc.textExtent(text).x)), 1, true);
        gc.setFont(canvas.getFont());
    }

    private void mark(GC gc, int x, boolean past, boolean sure) {
        int[] rhombus = { x - MARK - 1, LINE, x, LINE - MARK - 1, x + MARK + 1, LINE, x, LINE + MARK + 1 };
        gc.setForeground(canvas.getForeground());
        gc.setBackground(past ? canvas.getBackground() : canvas.getForeground());
        if (sure) {
            gc.fillOval(x - MARK, LINE - MARK, 2 * MARK, 2 * MARK);
            gc.drawOval(x - MARK, LINE - MARK, 2 * MARK, 2 * MARK);
        } else {
            gc.fillPolygon(rhombus);
            gc.drawPolygon(rhombus);
        }
    }
}
