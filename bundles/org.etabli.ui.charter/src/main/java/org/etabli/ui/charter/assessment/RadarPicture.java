package org.etabli.ui.charter.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.etabli.annex.Wording;
import org.etabli.model.Lang;
import org.etabli.rules.CharterReview.Share;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Shades;

/**
 * The principles of a charter as the axes of a radar: the dark area is kept at least, the pale one at most, and what lies between is
 * still open. Left and Right go from axis to axis. All of it stands in the table beside it too.
 */
final class RadarPicture {
    /** Two axes make no area. */
    static final int LEAST = 3;
    private static final int HEIGHT = 360;
    private static final int WRAP = 132;
    private static final int PADDING = 3;
    private static final int SWATCH = 11;

    private final Canvas canvas;
    private final Control ground;
    private final Lang lang;
    private final Font bold = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
    private final List<Consumer<Share>> listeners = new ArrayList<>();
    private List<Share> shares = List.of();
    private int selected = -1;

    /** @param ground words on the page, whose colours the picture has: a theme may give a canvas others */
    RadarPicture(Composite parent, FormToolkit kit, Control ground, Lang lang) {
        this.lang = lang;
        this.ground = ground;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        kit.adapt(canvas, true, true);
        canvas.setData("id", "assessment.radar");
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

    void show(List<Share> fresh) {
        if (fresh.equals(shares))
            return;
        shares = List.copyOf(fresh);
        selected = Math.min(selected, shares.size() - 1);
        Named.as(Messages.radarName + " " + String.join(" ; ", shares.stream().map(s -> s.principle().title() + " " + range(s)).toList()), canvas);
        resized();
    }

    /** Hears of a principle that is chosen here. */
    void listen(Consumer<Share> listener) {
        listeners.add(listener);
    }

    void select(Share share) {
        int index = shares.indexOf(share);
        if (index != selected) {
            selected = index;
            canvas.redraw();
        }
    }

    private void choose(int axis) {
        select(shares.get(axis));
        listeners.forEach(l -> l.accept(shares.get(axis)));
    }

    private void struck(Event e) {
        if (shares.isEmpty())
            return;
        int last = shares.size() - 1;
        switch (e.keyCode) {
            case SWT.HOME -> choose(0);
            case SWT.END -> choose(last);
            case SWT.ARROW_LEFT -> choose(Math.max(0, selected - 1));
            case SWT.ARROW_RIGHT -> choose(Math.min(last, selected + 1));
            default -> { }
        }
    }

    private void clicked(Event e) {
        canvas.forceFocus();
        GC gc = new GC(canvas);
        try {
            Radar radar = radar(gc);
            IntStream.range(0, shares.size()).filter(i -> bounds(radar.labels().get(i)).contains(e.x, e.y)).findFirst().ifPresent(this::choose);
        } finally {
            gc.dispose();
        }
    }

    /** As high as its labels need. */
    private void resized() {
        canvas.redraw();
        if (shares.isEmpty())
            return;
        GC gc = new GC(canvas);
        int height = Math.max(HEIGHT, Radar.height(sizes(gc)) + legendHeight(gc));
        gc.dispose();
        GridData data = (GridData) canvas.getLayoutData();
        if (data.heightHint != height) {
            data.heightHint = height;
            canvas.requestLayout();
        }
    }

    // --- what stands where -----------------------------------------------------------------------------------------

    private String range(Share share) {
        return Wording.share(share, lang);
    }

    private Radar radar(GC gc) {
        Rectangle area = canvas.getClientArea();
        return Radar.of(sizes(gc), area.width, area.height - legendHeight(gc));
    }

    private static int legendHeight(GC gc) {
        return 2 * gc.getFontMetrics().getHeight() + 3 * PADDING;
    }

    private List<Radar.Size> sizes(GC gc) {
        gc.setFont(bold);
        List<Radar.Size> sizes = new ArrayList<>();
        for (Share share : shares) {
            List<String> lines = lines(gc, share);
            sizes.add(new Radar.Size(lines.stream().mapToInt(l -> gc.textExtent(l).x).max().orElse(0) + 2 * PADDING, lines.size() * gc.getFontMetrics().getHeight() + 2 * PADDING));
        }
        gc.setFont(canvas.getFont());
        return sizes;
    }

    /** The title on as many lines as it needs, and how far the principle is kept. */
    private List<String> lines(GC gc, Share share) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : share.principle().title().split("\\s+")) {
            if (!line.isEmpty() && gc.textExtent(line + " " + word).x > WRAP) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        lines.add(range(share));
        return lines;
    }

    private static Rectangle bounds(Radar.Label label) {
        return new Rectangle(label.x(), label.y(), label.width(), label.height());
    }

    // --- the picture -----------------------------------------------------------------------------------------------

    private void paint(GC gc) {
        if (shares.size() < LEAST)
            return;
        Color accent = Shades.accent(ground);
        gc.setBackground(ground.getBackground());
        gc.fillRectangle(canvas.getClientArea());
        Radar radar = radar(gc);
        gc.setAntialias(SWT.ON);
        net(gc, radar);
        area(gc, radar, accent, true);
        area(gc, radar, accent, false);
        for (int i = 0; i < shares.size(); i++)
            label(gc, radar.labels().get(i), shares.get(i), accent, i == selected);
        legend(gc, accent);
        if (canvas.isFocusControl() && selected < 0)
            gc.drawFocus(0, 0, canvas.getClientArea().width, canvas.getClientArea().height);
    }

    /** The axes, and a line at each quarter of them. */
    private void net(GC gc, Radar radar) {
        for (int quarter = 1; quarter <= 4; quarter++) {
            gc.setForeground(Shades.of(ground, quarter == 4 ? 0.45 : 0.18));
            gc.drawPolygon(polygon(radar, i -> 1.0, quarter / 4.0, false));
        }
        for (int i = 0; i < shares.size(); i++) {
            Radar.Point end = radar.at(i, 1);
            gc.setForeground(Shades.of(ground, i == selected ? 0.8 : 0.25));
            gc.setLineStyle(shares.get(i).applicable() == 0 ? SWT.LINE_DOT : SWT.LINE_SOLID);
            gc.drawLine(radar.x(), radar.y(), end.x(), end.y());
        }
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    private interface Length {
        double of(int axis);
    }

    /** @param judgeable whether an axis on which nothing applies is left out: neither kept nor broken */
    private int[] polygon(Radar radar, Length length, double scale, boolean judgeable) {
        return IntStream.range(0, shares.size()).filter(i -> !judgeable || shares.get(i).applicable() > 0).mapToObj(i -> radar.at(i, scale * length.of(i)))
                .flatMapToInt(p -> IntStream.of(p.x(), p.y())).toArray();
    }

    private void area(GC gc, Radar radar, Color accent, boolean most) {
        int[] polygon = polygon(radar, i -> most ? shares.get(i).atMost() : shares.get(i).atLeast(), 1, true);
        gc.setBackground(accent);
        gc.setForeground(accent);
        gc.setAlpha(most ? 46 : 130);
        gc.fillPolygon(polygon);
        gc.setAlpha(255);
        gc.setLineStyle(most ? SWT.LINE_DASH : SWT.LINE_SOLID);
        gc.setLineWidth(most ? 1 : 2);
        gc.drawPolygon(polygon);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
        if (!most)
            for (int i = 0; i + 1 < polygon.length; i += 2)
                gc.fillOval(polygon[i] - 3, polygon[i + 1] - 3, 6, 6);
    }

    private void label(GC gc, Radar.Label label, Share share, Color accent, boolean chosen) {
        gc.setFont(bold);
        List<String> lines = lines(gc, share);
        int y = label.y() + PADDING;
        for (int i = 0; i < lines.size(); i++) {
            boolean number = i == lines.size() - 1;
            gc.setFont(number ? canvas.getFont() : bold);
            gc.setForeground(number ? Shades.of(ground, Shades.PALE) : ground.getForeground());
            int room = label.width() - 2 * PADDING - gc.textExtent(lines.get(i)).x;
            int indent = switch (label.side()) {
                case LEFT -> room;
                case CENTRE -> room / 2;
                case RIGHT -> 0;
            };
            gc.drawText(lines.get(i), label.x() + PADDING + indent, y, true);
            y += gc.getFontMetrics().getHeight();
        }
        gc.setFont(canvas.getFont());
        if (chosen) {
            gc.setForeground(accent);
            gc.setLineWidth(canvas.isFocusControl() ? 2 : 1);
            gc.drawRoundRectangle(label.x(), label.y(), label.width() - 1, label.height() - 1, 6, 6);
            gc.setLineWidth(1);
        }
    }

    private void legend(GC gc, Color accent) {
        Rectangle area = canvas.getClientArea();
        int height = gc.getFontMetrics().getHeight();
        int y = area.height - 2 * height - PADDING;
        for (boolean most : new boolean[] { false, true }) {
            gc.setBackground(accent);
            gc.setAlpha(most ? 46 : 130);
            gc.fillRectangle(PADDING, y + (height - SWATCH) / 2, SWATCH, SWATCH);
            gc.setAlpha(255);
            gc.setForeground(accent);
            gc.setLineStyle(most ? SWT.LINE_DASH : SWT.LINE_SOLID);
            gc.drawRectangle(PADDING, y + (height - SWATCH) / 2, SWATCH, SWATCH);
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.setForeground(Shades.of(ground, Shades.PALE));
            String words = most ? Messages.radarMost : Messages.radarLeast;
            gc.drawText(words, PADDING + SWATCH + 8, y, true);
            y += height;
        }
    }
}
