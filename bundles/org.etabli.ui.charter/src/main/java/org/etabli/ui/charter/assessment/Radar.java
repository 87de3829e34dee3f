package org.etabli.ui.charter.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the axes of a radar and their labels stand in a picture of a given size. The first axis points upwards, the others follow
 * clockwise. A label stands at the end of its axis, as near as the others and the circle allow: labels never overlap, and never
 * leave a picture that is as high as {@link #height} says. Arithmetic only.
 *
 * @param labels one for each axis, in order
 */
public record Radar(int x, int y, int radius, List<Label> labels) {
    /** Between the circle and the labels, and between two labels. */
    private static final int GAP = 8;

    public enum Side {
        LEFT, CENTRE, RIGHT
    }

    public record Size(int width, int height) {
    }

    public record Label(int x, int y, int width, int height, Side side) {
    }

    public record Point(int x, int y) {
    }

    /** @param sizes of the labels, in the order of the axes */
    public static Radar of(List<Size> sizes, int width, int height) {
        int column = IntStream.range(0, sizes.size()).filter(i -> side(i, sizes.size()) != Side.CENTRE).map(i -> sizes.get(i).width()).max().orElse(0);
        int top = upright(sizes, 0);
        int room = height - top - upright(sizes, sizes.size());
        int radius = Math.max(0, Math.min(width - 2 * column, room) / 2 - GAP);
        Radar circle = new Radar(width / 2, top + room / 2, radius, List.of());
        Label[] labels = new Label[sizes.size()];
        for (Side side : Side.values())
            circle.place(side, sizes, width, height, labels);
        return new Radar(circle.x, circle.y, radius, List.of(labels));
    }

    /** The height that the labels need. */
    public static int height(List<Size> sizes) {
        return column(sizes) + upright(sizes, 0) + upright(sizes, sizes.size());
    }

    /** The height of the fuller column. */
    private static int column(List<Size> sizes) {
        return Stream.of(Side.LEFT, Side.RIGHT)
                .mapToInt(side -> IntStream.range(0, sizes.size()).filter(i -> side(i, sizes.size()) == side).map(i -> sizes.get(i).height() + GAP).sum()).max().orElse(0);
    }

    /** The height of the label above the circle, or below it, where there is one. */
    private static int upright(List<Size> sizes, int twice) {
        return twice % 2 == 0 ? sizes.get(twice / 2).height() : 0;
    }

    private void place(Side side, List<Size> sizes, int width, int height, Label[] labels) {
        int axes = sizes.size();
        List<Integer> ordered = IntStream.range(0, axes).filter(i -> side(i, axes) == side).boxed().sorted(Comparator.comparingDouble(i -> down(i, axes))).toList();
        int reach = radius + GAP;
        // above and below the columns stand the labels of the upright axes
        int extent = Math.max(reach, (column(sizes) + 1) / 2);
        int from = side == Side.CENTRE ? 0 : y - extent;
        int to = side == Side.CENTRE ? height : y + extent;
        int below = ordered.stream().mapToInt(i -> sizes.get(i).height() + GAP).sum();
        for (int i : ordered) {
            Size size = sizes.get(i);
            int wanted = (int) Math.round(y + (side == Side.CENTRE ? extent : reach) * down(i, axes) - size.height() * (1 - down(i, axes)) / 2);
            // low enough for those above it, high enough for those below it
            int top = Math.max(from, Math.min(wanted, to - below + GAP));
            int beside = beside(reach, top, top + size.height());
            int left = switch (side) {
                case LEFT -> Math.max(0, x - beside - size.width());
                case CENTRE -> Math.max(0, Math.min(x - size.width() / 2, width - size.width()));
                case RIGHT -> Math.min(x + beside, width - size.width());
            };
            labels[i] = new Label(left, top, size.width(), size.height(), side);
            from = top + size.height() + GAP;
            below -= size.height() + GAP;
        }
    }

    /** How far from the middle a band begins to be free of the circle. */
    private int beside(int reach, int top, int bottom) {
        int nearest = top > y ? top - y : bottom < y ? y - bottom : 0;
        return nearest >= reach ? GAP : (int) Math.ceil(Math.sqrt((double) reach * reach - (double) nearest * nearest));
    }

    /** The place on an axis at that share of its length. */
    public Point at(int axis, double share) {
        return new Point((int) Math.round(x + radius * share * Math.sin(2 * Math.PI * axis / labels.size())), (int) Math.round(y + radius * share * down(axis, labels.size())));
    }

    /** How far down an axis leads: -1 for the first. */
    private static double down(int axis, int axes) {
        return -Math.cos(2 * Math.PI * axis / axes);
    }

    private static Side side(int axis, int axes) {
        return axis == 0 || 2 * axis == axes ? Side.CENTRE : 2 * axis < axes ? Side.RIGHT : Side.LEFT;
    }
}
