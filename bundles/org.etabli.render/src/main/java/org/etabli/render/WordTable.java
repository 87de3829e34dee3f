package org.etabli.render;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One table: its columns as wide as in the page, its head on every page, no row torn apart. */
final class WordTable {
    private static final Set<String> ROWS = Set.of("thead", "tbody", "tfoot");
    private static final Pattern PERCENT = Pattern.compile("width:\\s*([0-9.]+)%");
    private static final String SHADE = "EEF3F8";
    /** Left and right of the text of a cell. */
    private static final int PADDING = 2 * 96;
    /** A letter in a table, on average, in twentieths of a point. */
    private static final int LETTER = 100;
    /** How many letters a column is wide when the page does not say: a name at least, a line at most. */
    private static final int SHORTEST = 8;
    private static final int LONGEST = 60;

    private record Row(List<Element> cells, boolean head) {
    }

    private final WordFile file;
    private final Element table;
    private final List<Row> rows = new ArrayList<>();

    WordTable(WordFile file, Element table) {
        this.file = file;
        this.table = table;
        rows(table, false);
    }

    private void rows(Element parent, boolean head) {
        for (Element child : elements(parent))
            if (child.getTagName().equals("tr"))
                rows.add(new Row(elements(child), head));
            else if (ROWS.contains(child.getTagName()))
                rows(child, child.getTagName().equals("thead"));
    }

    void write(CTTbl into, int width, int indent) {
        int[] columns = columns(width);
        CTTblPr properties = into.addNewTblPr();
        properties.addNewTblStyle().setVal("EtabliTable");
        set(properties.addNewTblW(), width);
        set(properties.addNewTblInd(), indent);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        var grid = into.addNewTblGrid();
        for (int column : columns)
            grid.addNewGridCol().setW(BigInteger.valueOf(column));
        // for each column: how many rows the cell above still reaches down, and how wide it is
        int[] reach = new int[columns.length];
        int[] span = new int[columns.length];
        for (Row row : rows)
            row(into.addNewTr(), row, columns, reach, span);
    }

    private void row(CTRow into, Row row, int[] columns, int[] reach, int[] span) {
        CTTrPr properties = into.addNewTrPr();
        properties.addNewCantSplit();
        if (row.head)
            properties.addNewTblHeader();
        int column = 0;
        for (Element cell : row.cells) {
            column = continued(into, column, columns, reach, span);
            if (column == columns.length)
                break;
            int wide = Math.min(number(cell, "colspan"), columns.length - column);
            int high = number(cell, "rowspan");
            CTTc to = cell(into, columns, column, wide);
            if (high > 1) {
                to.getTcPr().addNewVMerge().setVal(STMerge.RESTART);
                reach[column] = high - 1;
                span[column] = wide;
            }
            fill(to, cell, Arrays.stream(columns, column, column + wide).sum() - PADDING, row.head);
            column += wide;
        }
        column = continued(into, column, columns, reach, span);
        if (column < columns.length)
            cell(into, columns, column, columns.length - column).addNewP();
    }

    /** The cells that reach down from above. */
    private static int continued(CTRow into, int from, int[] columns, int[] reach, int[] span) {
        int column = from;
        while (column < columns.length && reach[column] > 0) {
            reach[column]--;
            CTTc cell = cell(into, columns, column, span[column]);
            cell.getTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
            cell.addNewP();
            column += span[column];
        }
        return column;
    }

    private static CTTc cell(CTRow into, int[] columns, int column, int wide) {
        CTTc cell = into.addNewTc();
        CTTcPr properties = cell.addNewTcPr();
        set(properties.addNewTcW(), Arrays.stream(columns, column, column + wide).sum());
        if (wide > 1)
            properties.addNewGridSpan().setVal(BigInteger.valueOf(wide));
        return cell;
    }

    private void fill(CTTc into, Element cell, int width, boolean head) {
        boolean heading = cell.getTagName().equals("th");
        if (heading) {
            CTShd shade = into.getTcPr().addNewShd();
            shade.setVal(STShd.CLEAR);
            shade.setColor("auto");
            shade.setFill(SHADE);
        }
        WordFlow flow = new WordFlow(file, into::addNewP, into::addNewTbl, width, heading ? "TableHeading" : "TableText");
        if (head)
            flow.keptWithNext();
        alignment(cell).ifPresent(flow::aligned);
        file.comesTo(cell);
        flow.write(cell);
        flow.end();
    }

    private static Optional<STJc.Enum> alignment(Element cell) {
        String classes = cell.getAttribute("class");
        return classes.contains("halign-right") ? Optional.of(STJc.RIGHT) : classes.contains("halign-center") ? Optional.of(STJc.CENTER) : Optional.empty();
    }

    /** The widths that the page names in per cent, or such as the text wants; but none is so narrow that Word would cut a word in two. */
    private int[] columns(int width) {
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

    private static int number(Element cell, String attribute) {
        String value = cell.getAttribute(attribute);
        return value.matches("[1-9]\\d{0,2}") ? Integer.parseInt(value) : 1;
    }

    private static void set(CTTblWidth width, int to) {
        width.setW(BigInteger.valueOf(to));
        width.setType(STTblWidth.DXA);
    }

    private static List<Element> elements(Element parent) {
        List<Element> list = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element element)
                list.add(element);
        return list;
    }
}
