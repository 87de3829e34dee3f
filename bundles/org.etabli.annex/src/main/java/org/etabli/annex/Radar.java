package org.etabli.annex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.etabli.markdown.Asciidoc;
import org.etabli.rules.CharterReview.Share;

/**
 * The principles of a charter as a picture: how far each is kept at least and at most. Labels stand in two columns beside the circle,
 * pushed apart where they would meet, each with a line to its axis. A table says the same: this is never the only form.
 */
final class Radar {
    private static final int WIDTH = 640;
    private static final int RADIUS = 125;
    private static final int TEXT = 12;
    private static final int LINE = 15;
    private static final int GAP = 9;
    private static final int COLUMN = 158;
    private static final int MARGIN = 4;
    private static final int MAX_LINES = 3;
    private static final int LEGEND = 46;

    private final Wording wording;
    private final List<Share> shares;
    private final List<Label> labels = new ArrayList<>();
    private final int height;
    private final StringBuilder out = new StringBuilder();

    /** @param y of its middle */
    private record Label(Axis axis, List<String> title, String value, double y) {
        double height() {
            return (title.size() + 1) * LINE + GAP;
        }

        Label at(double place) {
            return new Label(axis, title, value, place);
        }
    }

    /** From the centre to {@code (x, y)} on the unit circle, the first one upwards, then clockwise. */
    private record Axis(Share share, double x, double y) {
        boolean isRight() {
            return x > 1e-9 || x > -1e-9 && y < 0;
        }
    }

    private Radar(List<Share> shares, Wording wording) {
        this.wording = wording;
        this.shares = shares;
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            double angle = 2 * Math.PI * i / shares.size() - Math.PI / 2;
            axes.add(new Axis(shares.get(i), Math.cos(angle), Math.sin(angle)));
        }
        List<Label> right = axes.stream().filter(Axis::isRight).map(this::label).toList();
        List<Label> left = new ArrayList<>(axes.stream().filter(a -> !a.isRight()).map(this::label).toList());
        Collections.reverse(left);
        height = (int) Math.ceil(Math.max(2 * RADIUS + 40, Math.max(total(right), total(left)) + 2 * GAP));
        labels.addAll(spread(right));
        labels.addAll(spread(left));
    }

    /** Empty where fewer than three principles have anything to show: two axes make no area. */
    static Optional<String> svg(List<Share> shares, Wording wording) {
        List<Share> shown = shares.stream().filter(s -> s.applicable() > 0).toList();
        return shown.size() < 3 ? Optional.empty() : Optional.of(new Radar(shown, wording).draw());
    }

    private Label label(Axis axis) {
        return new Label(axis, wrap(axis.share.principle().title()), wording.share(axis.share), axis.y * (RADIUS + 8));
    }

    private static double total(List<Label> labels) {
        return labels.stream().mapToDouble(Label::height).sum();
    }

    /** From top to bottom, as near to their axes as the others allow: first nobody above the one before, then nobody below the edge. */
    private List<Label> spread(List<Label> wanted) {
        double[] middles = new double[wanted.size()];
        double from = GAP;
        for (int i = 0; i < middles.length; i++) {
            double half = wanted.get(i).height() / 2;
            middles[i] = Math.max(from + half, height / 2.0 + wanted.get(i).y);
            from = middles[i] + half;
        }
        double to = height - GAP;
        for (int i = middles.length - 1; i >= 0; i--) {
            double half = wanted.get(i).height() / 2;
            middles[i] = Math.min(to - half, middles[i]);
            to = middles[i] - half;
        }
        List<Label> placed = new ArrayList<>();
        for (int i = 0; i < middles.length; i++)
            placed.add(wanted.get(i).at(middles[i]));
        return placed;
    }

    private String draw() {
        String description = shares.stream().map(s -> s.principle().title() + wording.message("colon") + wording.share(s)).collect(Collectors.joining(" ; "));
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"radar\" role=\"img\" aria-labelledby=\"radar-title radar-desc\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">",
                WIDTH, height + LEGEND, WIDTH, height + LEGEND);
        line("<title id=\"radar-title\">%s</title>", xml(wording.message("radar.title")));
        line("<desc id=\"radar-desc\">%s</desc>", xml(description));
        labels.forEach(this::leader);
        area("most", Share::atMost, "#e3ecf5", "stroke-dasharray=\"5 3\"");
        area("least", Share::atLeast, "#a9c4de", "");
        for (int ring = 1; ring <= 4; ring++)
            line("<circle class=\"grid\" cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"none\" stroke=\"#9aa5b4\" stroke-width=\"0.7\"/>", number(WIDTH / 2.0), number(height / 2.0),
                    number(RADIUS * ring / 4.0));
        labels.forEach(l -> line("<line class=\"grid\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#9aa5b4\" stroke-width=\"0.7\"/>", number(WIDTH / 2.0), number(height / 2.0),
                x(l.axis, RADIUS), y(l.axis, RADIUS)));
        labels.forEach(this::text);
        legend();
        out.append("</svg>\n");
        return out.toString();
    }

    private void leader(Label label) {
        double edge = label.axis.isRight() ? WIDTH - MARGIN - COLUMN - 4 : MARGIN + COLUMN + 4;
        line("<line class=\"leader\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#c9d3df\" stroke-width=\"0.8\"/>", x(label.axis, RADIUS + 2), y(label.axis, RADIUS + 2),
                number(edge), number(label.y));
    }

    private void area(String role, ToDoubleFunction<Share> value, String fill, String dashes) {
        List<Axis> inOrder = labels.stream().map(Label::axis).sorted(Comparator.comparingInt(a -> shares.indexOf(a.share))).toList();
        line("<polygon class=\"%s\" points=\"%s\" fill=\"%s\" stroke=\"#1f4e79\" stroke-width=\"1.6\" %s/>", role,
                inOrder.stream().map(a -> x(a, RADIUS * value.applyAsDouble(a.share)) + "," + y(a, RADIUS * value.applyAsDouble(a.share))).collect(Collectors.joining(" ")), fill, dashes);
    }

    private void text(Label label) {
        boolean right = label.axis.isRight();
        double x = right ? WIDTH - MARGIN - COLUMN : MARGIN + COLUMN;
        double baseline = label.y - label.height() / 2 + GAP / 2.0 + TEXT;
        for (String words : label.title) {
            words(x, baseline, right ? "start" : "end", "bold", words);
            baseline += LINE;
        }
        words(x, baseline, right ? "start" : "end", "normal", label.value);
    }

    private void legend() {
        int y = height + 14;
        String[] roles = {"least", "most"};
        for (int i = 0; i < roles.length; i++) {
            double x = MARGIN + 150 + i * 190;
            line("<polygon class=\"%s\" points=\"%s\" fill=\"%s\" stroke=\"#1f4e79\" stroke-width=\"1.4\" %s/>", roles[i],
                    number(x) + "," + (y - 9) + " " + number(x + 16) + "," + (y - 9) + " " + number(x + 16) + "," + (y + 1) + " " + number(x) + "," + (y + 1), i == 0 ? "#a9c4de" : "#e3ecf5",
                    i == 0 ? "" : "stroke-dasharray=\"5 3\"");
            words(x + 22, y, "start", "normal", wording.message("radar." + roles[i]));
        }
        words(WIDTH / 2.0, y + 20, "middle", "normal", wording.message("radar.rings"));
    }

    private void words(double x, double y, String anchor, String weight, String words) {
        line("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-family=\"Liberation Sans, Arial, sans-serif\" font-size=\"%d\" font-weight=\"%s\" fill=\"#1d2430\">%s</text>", number(x),
                number(y), anchor, TEXT, weight, xml(words));
    }

    private void line(String format, Object... args) {
        out.append(String.format(Locale.ROOT, format, args).replaceAll(" +/>", "/>")).append('\n');
    }

    private String x(Axis axis, double radius) {
        return number(WIDTH / 2.0 + axis.x * radius);
    }

    private String y(Axis axis, double radius) {
        return number(height / 2.0 + axis.y * radius);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Words on lines that fit the column; what is longer than three lines ends with an ellipsis, and stands whole in the table. */
    private static List<String> wrap(String title) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : title.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) <= COLUMN || line.isEmpty()) {
                line = longer;
                continue;
            }
            lines.add(line);
            line = word;
        }
        lines.add(line);
        boolean cut = lines.size() > MAX_LINES;
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(MAX_LINES, lines.size())));
        for (int i = 0; i < shown.size(); i++)
            shown.set(i, fitted(shown.get(i), cut && i == shown.size() - 1));
        return shown;
    }

    private static String fitted(String line, boolean cut) {
        String fitting = line;
        boolean shorter = cut;
        while (width(fitting + (shorter ? "…" : "")) > COLUMN) {
            fitting = fitting.substring(0, fitting.offsetByCodePoints(fitting.length(), -1));
            shorter = true;
        }
        return shorter ? fitting.stripTrailing() + "…" : fitting;
    }

    /** No less than a bold grotesque takes. */
    private static double width(String text) {
        return text.codePoints().mapToDouble(c -> "iljtfrI.,;:'’|!() ".indexOf(c) >= 0 ? 0.39 : "mwMW@%—…œŒæÆ".indexOf(c) >= 0 ? 1.0 : c > 0x2FF ? 1.1 : Character.isUpperCase(c) ? 0.79 : 0.62).sum() * TEXT;
    }

    private static String xml(String text) {
        return Asciidoc.inline(text).replaceAll("&(?!#\\d+;)", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
