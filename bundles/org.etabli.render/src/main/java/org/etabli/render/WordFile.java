package org.etabli.render;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;


import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A page of {@link Renderer} as a Word file: the same words in the same order. An empty file with our styles lies beside this class
 * and is filled. The same page gives the same bytes. Of its bundle, only the classes {@code Word…} touch POI, which loads late.
 */
final class WordFile {
    private static final String FOLDER = "word/";
    private static final List<String> PARTS = List.of("[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "word/_rels/document.xml.rels",
            "word/document.xml", "word/footer.xml", "word/header.xml", "word/numbering.xml", "word/settings.xml", "word/styles.xml");
    /** The earliest day that a zip file knows: no clock is read. At noon, since midnight is Java's sign for "earlier", and brings in the time zone. */
    private static final LocalDateTime ANY_DAY = LocalDateTime.of(1980, 1, 1, 12, 0);
    private static final Map<String, String> LANGUAGES = Map.of("fr", "fr-FR", "en", "en-GB");
    /** A4 less the margins, in twentieths of a point. */
    private static final int WIDTH = 11906 - 2 * 1077;
    private static final int LONGEST_NAME = 40;

    private final Document page;
    private final XWPFDocument word;
    private final WordLists lists;
    /** Ids that a link of the page leads to, with their names in Word. */
    private final Map<String, String> bookmarks = new HashMap<>();
    private final List<String> waiting = new ArrayList<>();
    private int bookmarkCount;

    private WordFile(Document page, XWPFDocument word) {
        this.page = page;
        this.word = word;
        this.lists = new WordLists(word.getNumbering());
        Set<String> targets = new HashSet<>();
        NodeList elements = page.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++)
            targets.add(((Element) elements.item(i)).getAttribute("href"));
        for (int i = 0; i < elements.getLength(); i++) {
            String id = ((Element) elements.item(i)).getAttribute("id");
            if (!id.isEmpty() && targets.contains("#" + id))
                bookmarks.putIfAbsent(id, bookmarkName(id, bookmarks.size()));
        }
    }

    /** @param html well-formed, as {@link Renderer} makes it */
    static byte[] of(String html) throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(empty()))) {
            WordFile file = new WordFile(PageTables.parse(html), word);
            file.fill();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            word.write(out);
            return timeless(out.toByteArray());
        }
    }

    WordLists lists() {
        return lists;
    }

    /** Notes that a link may lead to what comes next. */
    void comesTo(Element element) {
        if (bookmarks.containsKey(element.getAttribute("id")))
            waiting.add(element.getAttribute("id"));
    }

    /** Lets the links that wait lead to the start of this paragraph. */
    void place(CTP paragraph) {
        for (String id : waiting) {
            BigInteger number = BigInteger.valueOf(bookmarkCount++);
            CTBookmark start = paragraph.addNewBookmarkStart();
            start.setId(number);
            start.setName(bookmarks.get(id));
            paragraph.addNewBookmarkEnd().setId(number);
        }
        waiting.clear();
    }

    Optional<String> bookmark(String id) {
        return Optional.ofNullable(bookmarks.get(id));
    }

    /** The relation to an address outside; empty where a link of a document has no business to lead. */
    Optional<String> relation(String address) {
        try {
            String scheme = new URI(address).getScheme();
            if (scheme != null && Set.of("http", "https", "mailto").contains(scheme))
                return Optional.of(word.getPackagePart().addExternalRelationship(address, XWPFRelation.HYPERLINK.getRelation()).getId());
        } catch (URISyntaxException e) {
            // then it is text
        }
        return Optional.empty();
    }

    boolean isFrench() {
        return language().equals("fr");
    }

    private String language() {
        return page.getDocumentElement().getAttribute("lang");
    }

    private void fill() {
        String language = LANGUAGES.getOrDefault(language(), language());
        String title = text("title");
        POIXMLProperties.CoreProperties properties = word.getProperties().getCoreProperties();
        properties.setTitle(title);
        properties.setSubjectProperty(meta("subject"));
        properties.setCreator(meta("author"));
        properties.getUnderlyingProperties().setLanguageProperty(language);
        word.getStyles().setSpellingLanguage(language);
        word.getHeaderList().getFirst().getParagraphArray(0).createRun().setText(title);

        CTBody body = word.getDocument().getBody();
        WordFlow flow = new WordFlow(this, body::addNewP, body::addNewTbl, WIDTH, "");
        Element html = (Element) page.getElementsByTagName("body").item(0);
        // as in print.css: the foot of the pages is Word's
        NodeList feet = html.getElementsByTagName("footer");
        for (int i = feet.getLength() - 1; i >= 0; i--)
            if (feet.item(i).getParentNode() == html)
                html.removeChild(feet.item(i));
        flow.write(html);
        flow.end();
    }

    private String text(String element) {
        return page.getElementsByTagName(element).item(0).getTextContent();
    }

    private String meta(String name) {
        NodeList all = page.getElementsByTagName("meta");
        for (int i = 0; i < all.getLength(); i++)
            if (((Element) all.item(i)).getAttribute("name").equals(name))
                return ((Element) all.item(i)).getAttribute("content");
        return "";
    }

    /** Word wants a letter, then letters, digits and underscores, forty in all; the number keeps two from being called the same. */
    private static String bookmarkName(String id, int number) {
        String name = "s" + number + "_" + id.replaceAll("[^A-Za-z0-9]", "_");
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static byte[] empty() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (String part : PARTS)
            try (InputStream in = WordFile.class.getResourceAsStream(FOLDER + part)) {
                parts.put(part, in.readAllBytes());
            }
        return zip(parts);
    }

    /** The same file, its parts in order and without the time when they were written. */
    private static byte[] timeless(byte[] file) throws IOException {
        // "[" stands before the letters and "_" as well: the table of contents comes first, as readers expect
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                parts.put(entry.getName(), in.readAllBytes());
        }
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(ANY_DAY);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }
}
