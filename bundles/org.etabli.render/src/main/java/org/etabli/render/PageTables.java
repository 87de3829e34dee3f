package org.etabli.render;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The tables of a page for the PDF maker, which would cut a word rather than widen a column beyond what the page names. */
final class PageTables {
    private static final Pattern COLUMNS = Pattern.compile("<colgroup>[^<]*(?:<col[^<]*)*</colgroup>");
    /** The width of the text on paper, in twentieths of a point: 172 mm. */
    private static final int WIDTH = 9751;

    private PageTables() {
    }

    /** The page as a tree. @param html well-formed, as {@link Renderer} makes it */
    static Document parse(String html) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            var builder = factory.newDocumentBuilder();
            // what is not well-formed is an exception, not a line on the console
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    /** The page with columns that hold their words. */
    static String in(String page) throws IOException {
        if (!page.contains("<colgroup>"))
            return page;
        Deque<String> columns = new ArrayDeque<>();
        NodeList tables = parse(page).getElementsByTagName("table");
        for (int i = 0; i < tables.getLength(); i++)
            for (Node child = tables.item(i).getFirstChild(); child != null; child = child.getNextSibling())
                if (child.getNodeName().equals("colgroup"))
                    columns.add(columns((Element) tables.item(i)));
        Matcher named = COLUMNS.matcher(page);
        return named.results().count() == columns.size() ? named.replaceAll(m -> columns.remove()) : page;
    }

    private static String columns(Element table) {
        int[] widths = new TableColumns(table).widths(WIDTH);
        return Arrays.stream(widths).mapToObj(w -> String.format(Locale.ROOT, "<col style=\"width: %.4f%%;\"/>", w * 100.0 / WIDTH)).collect(Collectors.joining("\n", "<colgroup>\n", "\n</colgroup>"));
    }
}
