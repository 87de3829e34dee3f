package org.etabli.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.etabli.annex.AnnexDocument;
import org.etabli.annex.Annexes;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.Standing;
import org.etabli.markdown.Asciidoc;
import org.etabli.model.Lang;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the Word file says, read from its XML without the library that wrote it. */
class WordFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<String> DOCUMENTS = List.of("fiche-classification", "cctp-ia", "ccap-ia", "environnement");
    private static final Set<String> INLINE = Set.of("a", "b", "code", "em", "i", "span", "strong", "sub", "sup", "u", "del", "mark", "custom");

    private static AnnexDocument annex(String id, String example, Lang lang) throws Exception {
        Content content = new Content(Engines.CHARTERS);
        Law law = new LawLibrary(content).law(TODAY, Optional.empty());
        Path folder = content.builtIn().resolve("examples").resolve(example);
        DossierFolder dossier = Standing.of(folder, content, new LawLibrary(content), LocalDate.EPOCH).dossier();
        Evaluation evaluation = law.evaluate(dossier.facts());
        return new Annexes(content).document(id, dossier, law, evaluation, evaluation.decision("x", TODAY), lang);
    }

    private static AnnexDocument text(String asciidoc) {
        return new AnnexDocument("t", Lang.FR, "Le titre", "Le sous-titre", "Commune de Test", asciidoc, List.of());
    }

    private static Map<String, byte[]> parts(byte[] docx) throws Exception {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                parts.put(entry.getName(), in.readAllBytes());
        }
        return parts;
    }

    private static Document part(byte[] docx, String name) throws Exception {
        return Engines.xml(new String(parts(docx).get(name), StandardCharsets.UTF_8));
    }

    private static Document word(String asciidoc) throws Exception {
        return part(Engines.renderer().render(text(asciidoc)).docx(), "word/document.xml");
    }

    private static List<Element> all(Node in, String name) {
        return Engines.elements(in).stream().filter(e -> e.getTagName().equals(name)).toList();
    }

    private static Optional<String> value(Element in, String name) {
        return all(in, name).stream().findFirst().map(e -> e.getAttribute("w:val"));
    }

    private static String said(Node in) {
        StringBuilder out = new StringBuilder();
        for (Element e : Engines.elements(in))
            switch (e.getTagName()) {
                case "w:p", "w:br", "w:tab" -> out.append(' ');
                case "w:t" -> out.append(e.getTextContent());
                default -> { }
            }
        return words(out.toString());
    }

    private static String words(String text) {
        return Engines.words(text.replace('\u00a0', ' '));
    }

    /** The words of a page: what is no part of a line stands apart. */
    private static void read(Node node, StringBuilder out) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element e && !e.getTagName().equals("footer")) {
                out.append(INLINE.contains(e.getTagName()) ? "" : " ");
                read(e, out);
                out.append(INLINE.contains(e.getTagName()) ? "" : " ");
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                out.append(child.getTextContent());
            }
    }

    private static String read(String html) throws Exception {
        StringBuilder out = new StringBuilder();
        read(Engines.xml(html).getElementsByTagName("body").item(0), out);
        return words(out.toString());
    }

    private static Element paragraph(Document word, String text) {
        return all(word, "w:p").stream().filter(p -> said(p).equals(text)).findFirst().orElseThrow(() -> new AssertionError(text + " in " + said(word)));
    }

    // --- words ---------------------------------------------------------------------------------------------------

    @Test
    void everyWordOfThePageIsInTheFileInTheSameOrder() throws Exception {
        for (String example : List.of("saint-savin-fuites", "aides-sociales"))
            for (Lang lang : Lang.values())
                for (String id : DOCUMENTS) {
                    Renderer.Rendered rendered = Engines.renderer().render(annex(id, example, lang));
                    String expected = read(rendered.html());
                    assertTrue(expected.length() > 3000, id);
                    assertEquals(expected, said(part(rendered.docx(), "word/document.xml")), id + " " + lang);
                }
    }

    @Test
    void hostileTextIsTextAndNothingElse() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(9000 + seed);
            StringBuilder doc = new StringBuilder("= T\n");
            StringBuilder expected = new StringBuilder("Commune de Test Le titre Le sous-titre ");
            for (int i = 0; i < 6; i++) {
                String raw = HostileTextTest.random(random);
                String seen = words(Engines.visible(raw));
                if (seen.isEmpty())
                    continue;
                String inert = Asciidoc.inline(raw);
                doc.append("\n[#h").append(i).append("]\n== ").append(inert).append("\n\nbefore ").append(inert).append(" **").append(inert).append("** after\n\n* ").append(inert)
                        .append("\n** ").append(inert).append("\n. ").append(inert).append("\n\n[%header,cols=\"1,1\"]\n|===\n| ").append(inert).append("\n| H\n\n| ").append(inert).append("\n| C\n|===\n");
                expected.append(String.join(" ", seen, "before", seen, seen, "after", seen, seen, seen, seen, "H", seen, "C "));
            }
            byte[] docx = Engines.renderer().render(text(doc.toString())).docx();
            Document word = part(docx, "word/document.xml");
            assertEquals(words(expected.toString()), said(word), "seed " + seed);
            assertEquals(List.of(), all(word, "w:instrText"), "no field comes of a text");
            assertEquals(List.of(), all(word, "w:hyperlink"), "no link comes of a text");
            assertFalse(new String(parts(docx).get("word/_rels/document.xml.rels"), StandardCharsets.UTF_8).contains("External"));
        }
    }

    /** What the writer has never heard of keeps its words, wherever it stands. */
    @Test
    void anUnknownElementKeepsItsText() throws Exception {
        String html = "<html lang=\"en\"><head><title>T</title></head><body>loose<main><custom>a <p>b</p><other><ul><li>c</li>stray</ul></other> d</custom>"
                + "<table><caption>e</caption><tbody><tr><td>f<custom>g</custom><table><tr><td>h</td></tr></table></td><th/></tr></tbody></table>"
                + "<table><tr><td>i</td></tr></table><ol><li/><li><table><tr><td>j</td></tr></table></li><li><ul><li>k</li></ul>l</li></ol>"
                + "<video>m</video><p>n<br/>o <img src=\"x\" alt=\"p\"/></p><pre>q\n  r</pre><dl><dt>s</dt><dd>t</dd></dl><svg><text>u</text></svg><details><summary>v</summary>w</details></main>x</body></html>";
        byte[] docx = WordFile.of(html);
        Document word = part(docx, "word/document.xml");
        assertEquals("loose a b c stray d e fg h i j k l m n o p q r s t u v w x", said(word));
        all(word, "w:tc").forEach(c -> assertEquals("w:p", c.getLastChild().getNodeName(), "a cell that Word can read ends with a paragraph"));
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertEquals(3, read.getTables().size());
        }
    }

    // --- structure -----------------------------------------------------------------------------------------------

    @Test
    void headingsAreHeadingsOfWord() throws Exception {
        byte[] docx = Engines.renderer().render(text("= T\n\n== Un\n\n=== Deux\n\n==== Trois\n\nTexte.\n")).docx();
        Document word = part(docx, "word/document.xml");
        assertEquals(Optional.of("Title"), value(paragraph(word, "Le titre"), "w:pStyle"));
        assertEquals(Optional.of("Heading1"), value(paragraph(word, "Un"), "w:pStyle"));
        assertEquals(Optional.of("Heading2"), value(paragraph(word, "Deux"), "w:pStyle"));
        assertEquals(Optional.of("Heading3"), value(paragraph(word, "Trois"), "w:pStyle"));
        assertEquals(Optional.empty(), value(paragraph(word, "Texte."), "w:pStyle"));
        Map<String, String> levels = all(part(docx, "word/styles.xml"), "w:style").stream().filter(s -> value(s, "w:outlineLvl").isPresent())
                .collect(Collectors.toMap(s -> value(s, "w:name").orElseThrow(), s -> value(s, "w:outlineLvl").orElseThrow()));
        assertEquals(Map.of("heading 1", "0", "heading 2", "1", "heading 3", "2", "heading 4", "3", "heading 5", "4"), levels, "the names and levels that the navigation pane goes by");
        Set<String> named = all(part(docx, "word/styles.xml"), "w:style").stream().map(s -> s.getAttribute("w:styleId")).collect(Collectors.toSet());
        for (String kind : List.of("w:pStyle", "w:rStyle", "w:tblStyle"))
            all(word, kind).forEach(s -> assertTrue(named.contains(s.getAttribute("w:val")), s.getAttribute("w:val")));
    }

    @Test
    void boldItalicCodeAndLinksAreRunsOfWord() throws Exception {
        byte[] docx = Engines.renderer().render(text("= T\n\n[#a-b]\n== Un\n\nmot *gras* _italique_ `code` H~2~O m^3^ <<a-b,ici>> https://a.example/x?y=1[là] +\nligne\n")).docx();
        Element p = paragraph(part(docx, "word/document.xml"), "mot gras italique code H2O m3 ici là ligne");
        Map<String, String> looks = new LinkedHashMap<>();
        for (Element run : all(p, "w:r"))
            looks.put(said(run), all(run, "w:rPr").stream().flatMap(r -> Engines.elements(r).stream()).filter(e -> !e.getTagName().equals("w:rPr"))
                    .map(e -> e.getTagName() + (e.hasAttribute("w:val") ? "=" + e.getAttribute("w:val") : "")).collect(Collectors.joining(" ")));
        assertEquals("w:b", looks.get("gras"));
        assertEquals("w:i", looks.get("italique"));
        assertEquals("w:rStyle=CodeText", looks.get("code"));
        assertEquals("w:vertAlign=superscript", looks.get("3"));
        assertEquals("w:vertAlign=subscript", looks.get("2"));
        assertEquals("w:rStyle=Hyperlink", looks.get("ici"));
        assertEquals(1, all(p, "w:br").size());
        Element inside = all(p, "w:hyperlink").get(0);
        Element target = all(part(docx, "word/document.xml"), "w:p").stream().filter(x -> all(x, "w:bookmarkStart").stream().anyMatch(b -> b.getAttribute("w:name").equals(inside.getAttribute("w:anchor")))).findFirst().orElseThrow();
        assertEquals("Un", said(target));
        Element outside = all(p, "w:hyperlink").get(1);
        assertEquals("https://a.example/x?y=1", all(part(docx, "word/_rels/document.xml.rels"), "Relationship").stream().filter(r -> r.getAttribute("Id").equals(outside.getAttribute("r:id"))).findFirst().orElseThrow().getAttribute("Target"));
    }

    /** A link of Word can open a program: only the web and mail are linked, the rest is text. */
    @Test
    void aLinkLeadsToThePageOrTheWebOnly() throws Exception {
        StringBuilder html = new StringBuilder("<html lang=\"fr\"><head><title>T</title></head><body>");
        List<String> bad = List.of("javascript:alert(1)", "file:///etc/passwd", "\\\\server\\x", "ms-word:x", "x y z", "#nowhere", "relative.html", "http://[");
        bad.forEach(b -> html.append("<p><a href=\"").append(b).append("\">texte</a></p>"));
        byte[] docx = WordFile.of(html + "</body></html>");
        assertEquals("texte ".repeat(bad.size()).strip(), said(part(docx, "word/document.xml")));
        assertEquals(List.of(), all(part(docx, "word/document.xml"), "w:hyperlink"));
        assertFalse(new String(parts(docx).get("word/_rels/document.xml.rels"), StandardCharsets.UTF_8).contains("External"));
    }

    @Test
    void everyBookmarkIsOneAndEveryLinkFindsIt() throws Exception {
        Document word = part(Engines.renderer().render(annex("ccap-ia", "aides-sociales", Lang.FR)).docx(), "word/document.xml");
        List<String> names = all(word, "w:bookmarkStart").stream().map(b -> b.getAttribute("w:name")).toList();
        List<String> numbers = all(word, "w:bookmarkStart").stream().map(b -> b.getAttribute("w:id")).toList();
        assertTrue(names.size() > 20, names.toString());
        assertEquals(names.size(), new HashSet<>(names).size());
        assertEquals(numbers.size(), new HashSet<>(numbers).size());
        assertEquals(numbers, all(word, "w:bookmarkEnd").stream().map(b -> b.getAttribute("w:id")).toList());
        names.forEach(n -> assertTrue(n.matches("[A-Za-z][A-Za-z0-9_]{0,39}"), n));
        all(word, "w:hyperlink").forEach(h -> assertTrue(names.contains(h.getAttribute("w:anchor")), h.getAttribute("w:anchor")));
    }

    @Test
    void theTableOfContentsIsAFieldThatWordCanUpdate() throws Exception {
        Document word = part(Engines.renderer().render(annex("ccap-ia", "aides-sociales", Lang.FR)).docx(), "word/document.xml");
        assertEquals(List.of("TOC \\o \"1-2\" \\n \\h \\z \\u"), all(word, "w:instrText").stream().map(Element::getTextContent).toList());
        assertEquals(List.of("begin", "separate", "end"), all(word, "w:fldChar").stream().map(f -> f.getAttribute("w:fldCharType")).toList());
        List<String> entries = all(word, "w:p").stream().filter(p -> value(p, "w:pStyle").orElse("").matches("TOC\\d")).map(WordFileTest::said).toList();
        List<String> headings = all(word, "w:p").stream().filter(p -> value(p, "w:pStyle").orElse("").matches("Heading[12]")).map(WordFileTest::said).toList();
        assertEquals(headings, entries);
    }

    /** "level number" of each item, with the numbers of lists named in the order of their first use. */
    private static List<String> items(Document word) {
        List<String> lists = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (Element p : all(word, "w:p")) {
            String number = value(p, "w:numId").orElse("");
            if (!number.isEmpty() && !lists.contains(number))
                lists.add(number);
            if (!value(p, "w:pStyle").orElse("").matches("Authority|Title|Subtitle"))
                items.add(said(p) + (number.isEmpty() ? "" : " " + value(p, "w:ilvl").orElseThrow() + "/" + lists.indexOf(number)));
        }
        return items;
    }

    @Test
    void listsAreNumberedByWord() throws Exception {
        byte[] docx = Engines.renderer().render(text("= T\n\n* a\n** b\n*** c\n* d\n+\nencore d\n\nmilieu\n\n. e\n.. f\n.. g\n. h\n\nentre\n\n[start=4]\n. i\n. j\n\n[upperroman]\n. k\n")).docx();
        Document word = part(docx, "word/document.xml");
        assertEquals(List.of("a 0/0", "b 1/0", "c 2/0", "d 0/0", "encore d", "milieu", "e 0/1", "f 1/2", "g 1/2", "h 0/1", "entre", "i 0/3", "j 0/3", "k 0/4"), items(word));
        assertEquals("340", all(paragraph(word, "encore d"), "w:ind").getFirst().getAttribute("w:left"), "what follows in an item stands under its text");
        Document numbering = part(docx, "word/numbering.xml");
        List<String> formats = new ArrayList<>();
        for (String text : List.of("a", "e", "f", "i", "k")) {
            Element paragraph = paragraph(word, text);
            Element number = all(numbering, "w:num").stream().filter(n -> n.getAttribute("w:numId").equals(value(paragraph, "w:numId").orElseThrow())).findFirst().orElseThrow();
            Element definition = all(numbering, "w:abstractNum").stream().filter(n -> n.getAttribute("w:abstractNumId").equals(value(number, "w:abstractNumId").orElseThrow())).findFirst().orElseThrow();
            formats.add(value(definition, "w:numFmt").orElseThrow() + value(number, "w:startOverride").map(s -> " from " + s).orElse(""));
        }
        assertEquals(List.of("bullet", "decimal from 1", "lowerLetter from 1", "decimal from 4", "upperRoman from 1"), formats);
    }

    @Test
    void aTableRepeatsItsHeadAndHasTheWidthsOfThePage() throws Exception {
        Document word = word("= T\n\n[%header,cols=\"1,3\"]\n|===\n| A\n| B\n\n| c\n| d\n|===\n");
        Element table = all(word, "w:tbl").getFirst();
        List<Integer> widths = all(table, "w:gridCol").stream().map(c -> Integer.valueOf(c.getAttribute("w:w"))).toList();
        int whole = 11906 - 2 * 1077;
        assertEquals(whole, widths.stream().mapToInt(w -> w).sum(), "as wide as the text");
        assertEquals(whole / 4.0, widths.getFirst(), 1);
        assertEquals(List.of(1, 0), all(table, "w:tr").stream().map(r -> all(r, "w:tblHeader").size()).toList());
        assertEquals(2, all(table, "w:cantSplit").size());
        assertEquals(2, all(table, "w:shd").size(), "the head is shaded");
        assertEquals(List.of("TableHeading", "TableHeading", "TableText", "TableText"), all(table, "w:p").stream().map(p -> value(p, "w:pStyle").orElseThrow()).toList());
    }

    /** "Paragraphe" in a column of eight per cent. */
    @Test
    void noColumnIsNarrowerThanItsLongestWord() throws Exception {
        Document word = word("= T\n\n[cols=\"1,11\"]\n|===\n| Paragraphe | b\n|===\n");
        List<Integer> widths = all(word, "w:gridCol").stream().map(c -> Integer.valueOf(c.getAttribute("w:w"))).toList();
        assertTrue(widths.getFirst() > 1100, widths.toString());
        assertEquals(11906 - 2 * 1077, widths.stream().mapToInt(w -> w).sum());
    }

    @Test
    void cellsMaySpanColumnsAndRows() throws Exception {
        Document word = word("= T\n\n[cols=\"1,1,1\"]\n|===\n2+| ab | c\n.2+| d | e >| f\n| g ^| h\n|===\n");
        List<String> rows = all(word, "w:tr").stream().map(r -> all(r, "w:tc").stream()
                .map(c -> said(c) + value(c, "w:gridSpan").map(s -> "*" + s).orElse("") + all(c, "w:vMerge").stream().map(m -> "|" + m.getAttribute("w:val")).collect(Collectors.joining())
                        + value(c, "w:jc").map(j -> " " + j).orElse(""))
                .collect(Collectors.joining(", "))).toList();
        assertEquals(List.of("ab*2, c", "d|restart, e, f right", "|continue, g, h center"), rows);
    }

    /** Word makes one of two tables that touch. */
    @Test
    void tablesStayApart() throws Exception {
        Document word = word("= T\n\n|===\n| a\n|===\n\n|===\n| b\n|===\n");
        List<String> blocks = new ArrayList<>();
        for (Node child = all(word, "w:body").getFirst().getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element e)
                blocks.add(e.getTagName());
        assertEquals(List.of("w:p", "w:p", "w:p", "w:tbl", "w:p", "w:tbl", "w:p", "w:sectPr"), blocks);
    }

    @Test
    void quotationsDefinitionsNotesAndProgramsHaveTheirStyles() throws Exception {
        Document word = word("= T\n\n[quote,Un maire]\nDit ainsi.\n\nTerme:: Sa définition.\n\nNOTE: À savoir.\n\n----\nx = 1\n  y\n----\n\nMot.footnote:[La note.]\n\n[.trace]\nParce que.\n");
        assertEquals(Optional.of("Quote"), value(paragraph(word, "Dit ainsi."), "w:pStyle"));
        assertTrue(said(word).contains("— Un maire"));
        assertEquals(Optional.of("DefinitionTerm"), value(paragraph(word, "Terme"), "w:pStyle"));
        assertEquals(Optional.of("Definition"), value(paragraph(word, "Sa définition."), "w:pStyle"));
        assertTrue(said(all(word, "w:tbl").getFirst()).endsWith("À savoir."));
        Element code = paragraph(word, "x = 1 y");
        assertEquals(Optional.of("Code"), value(code, "w:pStyle"));
        assertEquals(List.of("x = 1", "  y"), all(code, "w:t").stream().map(Element::getTextContent).toList());
        assertEquals(1, all(code, "w:br").size());
        assertEquals(Optional.of("FootnoteText"), value(paragraph(word, "1. La note."), "w:pStyle"));
        assertEquals(Optional.of("Trace"), value(paragraph(word, "Parce que."), "w:pStyle"));
        assertEquals(1, all(paragraph(word, "Mot.[1]"), "w:keepNext").size(), "a reason stays with what it explains");
    }

    // --- the file ------------------------------------------------------------------------------------------------

    @Test
    void theFileKnowsItsLanguageItsTitleAndNobodyItDoesNotName() throws Exception {
        for (Lang lang : Lang.values()) {
            AnnexDocument document = annex("environnement", "aides-sociales", lang);
            byte[] docx = Engines.renderer().render(document).docx();
            String language = lang == Lang.FR ? "fr-FR" : "en-GB";
            Map<String, String> properties = new LinkedHashMap<>();
            Engines.elements(part(docx, "docProps/core.xml").getDocumentElement()).forEach(e -> properties.put(e.getTagName(), e.getTextContent()));
            properties.remove("cp:coreProperties");
            assertEquals(Map.of("dc:title", document.title(), "dc:subject", document.subtitle(), "dc:creator", document.authority(), "dc:language", language), properties);
            assertEquals(language, all(part(docx, "word/styles.xml"), "w:lang").getFirst().getAttribute("w:val"));
            assertEquals(words(document.title()), said(part(docx, "word/header.xml")));
            assertEquals(List.of(" PAGE ", " NUMPAGES "), all(part(docx, "word/footer.xml"), "w:fldSimple").stream().map(f -> f.getAttribute("w:instr")).toList());
            Element section = all(part(docx, "word/document.xml"), "w:sectPr").getFirst();
            assertEquals("11906 16838", all(section, "w:pgSz").getFirst().getAttribute("w:w") + " " + all(section, "w:pgSz").getFirst().getAttribute("w:h"), "A4");
            assertEquals(1, all(section, "w:titlePg").size());
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws Exception {
        Renderer.Rendered rendered = Engines.renderer().render(annex("fiche-classification", "saint-savin-fuites", Lang.FR));
        byte[] first = rendered.docx();
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Noumea"));
            assertArrayEquals(first, rendered.docx());
        } finally {
            TimeZone.setDefault(zone);
        }
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(first))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                assertEquals(LocalDate.of(1980, 1, 1), entry.getTimeLocal().toLocalDate(), entry.getName());
        }
        assertEquals("[Content_Types].xml", parts(first).keySet().iterator().next());
    }

    @Test
    void poiReadsWhatWasWritten() throws Exception {
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(Engines.renderer().render(annex("cctp-ia", "saint-savin-fuites", Lang.EN)).docx()))) {
            Set<String> styles = new TreeSet<>();
            for (XWPFParagraph p : read.getParagraphs())
                if (p.getStyle() != null)
                    styles.add(read.getStyles().getStyle(p.getStyle()).getName());
            assertTrue(styles.containsAll(Set.of("Title", "heading 1", "heading 2", "List Paragraph", "Trace")), styles.toString());
        }
    }

    /** The first PDF does not wait for the classes of Word files. */
    @Test
    void onlyTheWritersOfWordFilesTouchPoi() throws Exception {
        for (Class<?> of : List.of(Renderer.class, Renderer.Rendered.class, AsciidocEngine.class))
            try (InputStream in = of.getResourceAsStream(of.getName().replaceAll(".*\\.", "") + ".class")) {
                String names = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                for (String library : Arrays.asList("org/apache/poi", "org/openxmlformats", "org/apache/xmlbeans"))
                    assertFalse(names.contains(library), of + " names " + library);
            }
    }
}
