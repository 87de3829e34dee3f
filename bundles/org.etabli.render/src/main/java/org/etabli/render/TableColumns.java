package org.etabli.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The rows of a table and how wide its columns are: as the page says, as far as the words in them allow. */
final class TableColumns {
    private static final Set<String> ROWS = Set.of("thead", "tbody", "tfoot");
    private static final Pattern PERCENT = Pattern.compile("width:\\s*([0-9.]+)%");
    /** Left and right of the text of a cell. */
    static final int PADDING = 2 * 96;
    /** A letter in a table, on average, in twentieths of a point. */
    private static final int LETTER = 100;
    /** How many letters a column is wide when the page does not say: a name at least, a line at most. */
    private static final int SHORTEST = 8;
    private static final int LONGEST = 60;

    /** @param head whether it belongs to the head of the table */
    record Row(List<Element> cells, boolean head) {
    }

    private final Element table;
    private final List<Row> rows = new ArrayList<>();

    TableColumns(Element table) {
        this.table = table;
        rows(table, false);
    }

    List<Row> rows() {
        return rows;
    }

    private void rows(Element parent, boolean head) {
        for (Element child : elements(parent))
            if (child.getTagName().equals("tr"))
                rows.add(new Row(elements(child), head));
            else if (ROWS.contains(child.getTagName()))
                rows(child, child.getTagName().equals("thead"));
    }

    /** The widths that the page names in per cent, or such as the text wants; but none is so narrow that a word would be cut in two. */
    int[] widths(int width) {
        double[] shares = shares();
        int[] least = new int[shares.length];
        for (Row row : rows)
            for (int i = 0; i < row.cells.size() && row.cells.size() == shares.length; i++)
                least[i] = Math.max(least[i], Math.min(width / shares.length, longestWord(row.cells.get(i)) * LETTER + PADDING));
        double wanting = 0;
        double spare = 0;
        for (int i = 0; i < shares.length; i++) {
            wanting += Math.max(0, least[i] - width * shares[i]);
            spare += Math.max(0, width * shares[i] - least[i]);
        }
        int[] columns = new int[shares.length];
        int left = width;
        for (int i = 0; i < columns.length; i++) {
            double own = width * shares[i];
            // what some lack, the others give in proportion to what they have to spare
            columns[i] = i == columns.length - 1 ? left : (int) (own < least[i] ? least[i] : own - (own - least[i]) * wanting / Math.max(1, spare));
            left -= columns[i];
        }
        return columns;
    }

    /** Of each column, its part of the whole. */
    private double[] shares() {
        List<Double> named = new ArrayList<>();
        for (Element group : elements(table))
            if (group.getTagName().equals("colgroup"))
                for (Element column : elements(group)) {
                    Matcher percent = PERCENT.matcher(column.getAttribute("style"));
                    named.add(percent.find() ? Double.parseDouble(percent.group(1)) : 0);
                }
        int used = rows.stream().mapToInt(r -> r.cells.stream().mapToInt(c -> number(c, "colspan")).sum()).max().orElse(1);
        double[] shares = new double[Math.max(1, Math.max(named.size(), used))];
        boolean all = named.size() == shares.length && named.stream().allMatch(s -> s > 0);
        for (int i = 0; i < shares.length; i++)
            shares[i] = all ? named.get(i) : longestText(i);
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(s -> s / sum).toArray();
    }

    /** The letters of the longest cell of a column, a line of them at most. */
    private int longestText(int column) {
        return rows.stream().filter(r -> r.cells.size() > column).mapToInt(r -> r.cells.get(column).getTextContent().strip().length()).map(n -> Math.clamp(n, SHORTEST, LONGEST)).max()
                .orElse(SHORTEST);
    }

    private static int longestWord(Element cell) {
        return Arrays.stream(cell.getTextContent().split("[\\s-]+")).mapToInt(String::length).max().orElse(0);
    }

    static int number(Element cell, String attribute) {
        String value = cell.getAttribute(attribute);
        return value.matches("[1-9]\\d{0,2}") ? Integer.parseInt(value) : 1;
    }

    private static List<Element> elements(Element parent) {
        List<Element> list = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element element)
                list.add(element);
        return list;
    }
}
