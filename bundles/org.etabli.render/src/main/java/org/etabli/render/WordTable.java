package org.etabli.render;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

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

/** One table: its columns as wide as in the page, its head on every page, no row torn apart. */
final class WordTable {
    private static final String SHADE = "EEF3F8";

    private final WordFile file;
    private final TableColumns table;

    WordTable(WordFile file, Element table) {
        this.file = file;
        this.table = new TableColumns(table);
    }

    void write(CTTbl into, int width, int indent) {
        int[] columns = table.widths(width);
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
        for (TableColumns.Row row : table.rows())
            row(into.addNewTr(), row, columns, reach, span);
    }

    private void row(CTRow into, TableColumns.Row row, int[] columns, int[] reach, int[] span) {
        CTTrPr properties = into.addNewTrPr();
        properties.addNewCantSplit();
        if (row.head())
            properties.addNewTblHeader();
        int column = 0;
        for (Element cell : row.cells()) {
            column = continued(into, column, columns, reach, span);
            if (column == columns.length)
                break;
            int wide = Math.min(TableColumns.number(cell, "colspan"), columns.length - column);
            int high = TableColumns.number(cell, "rowspan");
            CTTc to = cell(into, columns, column, wide);
            if (high > 1) {
                to.getTcPr().addNewVMerge().setVal(STMerge.RESTART);
                reach[column] = high - 1;
                span[column] = wide;
            }
            fill(to, cell, Arrays.stream(columns, column, column + wide).sum() - TableColumns.PADDING, row.head());
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

    private static void set(CTTblWidth width, int to) {
        width.setW(BigInteger.valueOf(to));
        width.setType(STTblWidth.DXA);
    }
}
