package org.etabli.ui.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where days stand in a picture of a given width: a column for each year in which something happens, wider where more
 * happens; years in which nothing happens are left out. Arithmetic only.
 */
record TimeLine(List<Year> years) {
    /** Between two years that do not follow each other. */
    static final int GAP = 22;
    private static final int MARGIN = 12;

    record Year(int year, int x, int width, boolean afterGap) {
    }

    static TimeLine of(Collection<LocalDate> days, LocalDate today, int width) {
        Map<Integer, Long> counts = Stream.concat(days.stream(), Stream.of(today)).distinct().collect(Collectors.groupingBy(LocalDate::getYear, TreeMap::new, Collectors.counting()));
        List<Integer> years = List.copyOf(counts.keySet());
        long gaps = years.stream().filter(y -> y > years.get(0) && !counts.containsKey(y - 1)).count();
        // what comes is told in more words than what is past
        counts.replaceAll((year, n) -> year < today.getYear() ? n + 1 : 2 * n + 2);
        double unit = (width - gaps * GAP) / (double) counts.values().stream().mapToLong(n -> n).sum();
        List<Year> list = new ArrayList<>();
        double x = 0;
        for (int year : years) {
            boolean afterGap = year > years.get(0) && !counts.containsKey(year - 1);
            x += afterGap ? GAP : 0;
            double end = x + unit * counts.get(year);
            list.add(new Year(year, (int) Math.round(x), (int) (Math.round(end) - Math.round(x)), afterGap));
            x = end;
        }
        return new TimeLine(List.copyOf(list));
    }

    int x(LocalDate day) {
        Year year = years.stream().filter(y -> y.year == day.getYear()).findFirst().orElseThrow();
        return year.x + MARGIN + (year.width - 2 * MARGIN) * (day.getDayOfYear() - 1) / (day.lengthOfYear() - 1);
    }

    /** A text that stands below its day: left edge and row. */
    record Place(int x, int row) {
    }

    /** Texts side by side where there is room, else in the next row; each as near its day as the edges allow. */
    static List<Place> places(List<Integer> centres, List<Integer> widths, int width) {
        List<Integer> ends = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < centres.size(); i++) {
            int left = Math.max(0, Math.min(centres.get(i) - widths.get(i) / 2, width - widths.get(i)));
            int row = 0;
            while (row < ends.size() && ends.get(row) + MARGIN > left)
                row++;
            if (row == ends.size())
                ends.add(0);
            ends.set(row, left + widths.get(i));
            places.add(new Place(left, row));
        }
        return places;
    }
}
