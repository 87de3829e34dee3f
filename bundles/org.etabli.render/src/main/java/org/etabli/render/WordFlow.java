package org.etabli.render;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Blocks of HTML as paragraphs and tables, one below the other: in the body of a document or in a cell. An element that is not
 * known is looked through, so that its text is never lost.
 */
final class WordFlow {
    private static final Set<String> BLOCKS = Set.of("address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure",
            "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul");
    private static final Map<String, String> STYLE_OF_ELEMENT = Map.ofEntries(Map.entry("h1", "Title"), Map.entry("h2", "Heading1"), Map.entry("h3", "Heading2"),
            Map.entry("h4", "Heading3"), Map.entry("h5", "Heading4"), Map.entry("h6", "Heading5"), Map.entry("dt", "DefinitionTerm"), Map.entry("dd", "Definition"),
            Map.entry("blockquote", "Quote"), Map.entry("caption", "Caption"), Map.entry("figcaption", "Caption"), Map.entry("pre", "Code"));
    /** The classes of document.css. */
    private static final Map<String, String> STYLE_OF_CLASS = Map.of("authority", "Authority", "subtitle", "Subtitle", "class", "Class", "trace", "Trace", "undecided", "Undecided",
            "override", "Override", "notice", "Notice", "title", "Caption", "footnote", "FootnoteText");
    private static final Set<String> INDENTED = Set.of("dd", "blockquote");
    /** Styles that leave no room above themselves, which a table or a box before them needs. */
    private static final Set<String> CLOSE = Set.of("", "ListParagraph", "DefinitionTerm", "Definition", "Trace", "TableText");
    private static final int ROOM = 160;
    private static final int LITTLE = 120;

    /** @param level how deep in lists, quotations and definitions */
    private record Block(String style, int level) {
        private Block in(Element element) {
            String name = element.getTagName();
            String ownStyle = Stream.of(element.getAttribute("class").split(" ")).filter(STYLE_OF_CLASS::containsKey).map(STYLE_OF_CLASS::get).findFirst()
                    .orElse(STYLE_OF_ELEMENT.getOrDefault(name, style));
            return new Block(ownStyle, INDENTED.contains(name) ? level + 1 : level);
        }

        private int indent() {
            return level * WordLists.STEP;
        }
    }

    private final WordFile file;
    private final Supplier<CTP> paragraphs;
    private final Supplier<CTTbl> tables;
    private final int width;
    private final String style;
    private STJc.Enum alignment;
    private boolean withNext;

    private CTP last;
    private boolean afterBox;
    private boolean newPage;
    private CTNumPr marker;

    /**
     * @param width of a line, in twentieths of a point
     * @param style of a paragraph that is nothing special; empty for Word's own
     */
    WordFlow(WordFile file, Supplier<CTP> paragraphs, Supplier<CTTbl> tables, int width, String style) {
        this.file = file;
        this.paragraphs = paragraphs;
        this.tables = tables;
        this.width = width;
        this.style = style;
    }

    WordFlow aligned(STJc.Enum to) {
        alignment = to;
        return this;
    }

    /** Stays on the page of what follows: the head of a table. */
    WordFlow keptWithNext() {
        withNext = true;
        return this;
    }

    /** What is inside this element. */
    void write(Node parent) {
        blocks(parent, new Block(style, 0));
    }

    /** Word wants a paragraph at the end of each cell, and behind each table. */
    void end() {
        if (last == null)
            paragraph(new Block(style, 0));
        else if (afterBox)
            gap();
    }

    private void blocks(Node parent, Block block) {
        List<Node> inline = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element element && holdsBlocks(element)) {
                paragraph(inline, block);
                inline.clear();
                block(element, block.in(element));
            } else {
                inline.add(child);
            }
        paragraph(inline, block);
    }

    private static boolean holdsBlocks(Element element) {
        if (BLOCKS.contains(element.getTagName()))
            return true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element inner && holdsBlocks(inner))
                return true;
        return false;
    }

    private void block(Element element, Block block) {
        file.comesTo(element);
        switch (element.getTagName()) {
            case "ul", "ol" -> list(element, block);
            case "table" -> table(element, block);
            case "pre" -> paragraph(new WordText(file, true).add(List.of(element)), block);
            case "hr" -> rule(paragraph(block));
            case "header" -> {
                blocks(element, block);
                if (last != null)
                    rule(last);
            }
            default -> {
                if (element.getAttribute("id").equals("toc"))
                    contents(element);
                else
                    blocks(element, block);
                newPage |= element.getAttribute("style").startsWith("page-break-after");
            }
        }
    }

    private void list(Element list, Block block) {
        int level = Math.min(block.level, WordLists.LEVELS - 1);
        BigInteger number = file.lists().numberOf(list, level);
        Block item = new Block(block.style.isEmpty() ? "ListParagraph" : block.style, block.level + 1);
        for (Node child = list.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element element && element.getTagName().equals("li")) {
                file.comesTo(element);
                flushMarker(item);
                marker = CTNumPr.Factory.newInstance();
                marker.addNewIlvl().setVal(BigInteger.valueOf(level));
                marker.addNewNumId().setVal(number);
                blocks(element, item);
                flushMarker(item);
            } else {
                paragraph(List.of(child), item);
            }
    }

    /** An item that begins with no text of its own still shows its bullet or number. */
    private void flushMarker(Block block) {
        if (marker != null)
            paragraph(block);
    }

    private void table(Element table, Block block) {
        flushMarker(block);
        if (newPage || afterBox)
            gap();
        for (Node child = table.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element caption && caption.getTagName().equals("caption"))
                blocks(caption, block.in(caption));
        new WordTable(file, table).write(tables.get(), width - block.indent(), block.indent());
        afterBox = true;
        last = null;
    }

    private void paragraph(List<Node> inline, Block block) {
        paragraph(new WordText(file, false).add(inline), block);
    }

    private void paragraph(WordText text, Block block) {
        if (!text.isEmpty())
            text.write(paragraph(block));
    }

    private CTP paragraph(Block block) {
        // why a clause stands here belongs under the clause
        if (block.style.equals("Trace") && last != null && !last.getPPr().isSetKeepNext())
            last.getPPr().addNewKeepNext();
        CTP paragraph = paragraphs.get();
        CTPPr properties = paragraph.addNewPPr();
        if (!block.style.isEmpty())
            properties.addNewPStyle().setVal(block.style);
        if (withNext)
            properties.addNewKeepNext();
        if (newPage)
            properties.addNewPageBreakBefore();
        if (marker != null)
            properties.setNumPr(marker);
        else if (block.level > 0)
            properties.addNewInd().setLeft(BigInteger.valueOf(block.indent()));
        if (afterBox && CLOSE.contains(block.style))
            properties.addNewSpacing().setBefore(BigInteger.valueOf(ROOM));
        if (alignment != null)
            properties.addNewJc().setVal(alignment);
        file.place(paragraph);
        marker = null;
        newPage = false;
        afterBox = false;
        last = paragraph;
        return paragraph;
    }

    /** Tables that touch would become one. */
    private void gap() {
        CTP gap = paragraph(new Block(style, 0));
        CTSpacing spacing = gap.getPPr().isSetSpacing() ? gap.getPPr().getSpacing() : gap.getPPr().addNewSpacing();
        spacing.setBefore(BigInteger.ZERO);
        spacing.setAfter(BigInteger.ZERO);
        spacing.setLine(BigInteger.valueOf(LITTLE));
        spacing.setLineRule(STLineSpacingRule.EXACT);
    }

    private static void rule(CTP paragraph) {
        CTBorder line = paragraph.getPPr().addNewPBdr().addNewBottom();
        line.setVal(STBorder.SINGLE);
        line.setSz(BigInteger.valueOf(18));
        line.setSpace(BigInteger.valueOf(8));
        line.setColor("1F4E79");
    }

    /** The table of contents as a field of Word, with the entries of the page until somebody updates it. Like them, without page numbers. */
    private void contents(Element toc) {
        List<Element> lists = new ArrayList<>();
        for (Node child = toc.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element element && element.getTagName().equals("ul"))
                lists.add(element);
            else if (child instanceof Element element)
                blocks(element, new Block("TOCHeading", 0));
            else
                paragraph(List.of(child), new Block("TOCHeading", 0));
        List<Entry> entries = new ArrayList<>();
        lists.forEach(l -> entries(l, 1, entries));
        int depth = entries.stream().mapToInt(Entry::level).max().orElse(0);
        for (int i = 0; i < entries.size(); i++) {
            WordText text = new WordText(file, false).add(entries.get(i).text);
            CTP paragraph = paragraph(new Block("TOC" + Math.min(entries.get(i).level, 3), 0));
            if (i == 0) {
                field(paragraph, STFldCharType.BEGIN);
                CTR instruction = paragraph.addNewR();
                instruction.addNewInstrText().setStringValue("TOC \\o \"1-" + depth + "\" \\n \\h \\z \\u");
                field(paragraph, STFldCharType.SEPARATE);
            }
            text.write(paragraph);
            if (i == entries.size() - 1)
                field(paragraph, STFldCharType.END);
        }
        afterBox = true;
    }

    private record Entry(int level, List<Node> text) {
    }

    private static void entries(Element list, int level, List<Entry> into) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNextSibling()) {
            List<Node> text = new ArrayList<>();
            List<Element> inner = new ArrayList<>();
            for (Node child = item.getFirstChild(); child != null; child = child.getNextSibling())
                if (child instanceof Element element && element.getTagName().equals("ul"))
                    inner.add(element);
                else
                    text.add(child);
            if (item instanceof Element)
                into.add(new Entry(level, text));
            inner.forEach(l -> entries(l, level + 1, into));
        }
    }

    private static void field(CTP paragraph, STFldCharType.Enum type) {
        paragraph.addNewR().addNewFldChar().setFldCharType(type);
    }
}
