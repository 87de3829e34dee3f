package org.etabli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.etabli.annex.AnnexDocument;
import org.etabli.annex.Annexes;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.Examples;
import org.etabli.dossier.LawLibrary;
import org.etabli.markdown.Asciidoc;
import org.etabli.markdown.FreeText;
import org.etabli.model.Lang;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The finished documents, and that no text from outside can act in them. JRuby starts once for all tests. */
class RendererTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Renderer RENDERER = new Renderer(Path.of(System.getProperty("etabli.engine")));

    private final Content content = new Content(Path.of(System.getProperty("etabli.charters")));
    private final LawLibrary library = new LawLibrary(content);

    @TempDir
    Path folder;

    @AfterAll
    static void stopTheEngine() throws Exception {
        RENDERER.close();
    }

    private AnnexDocument document(String id, Path dossierFolder, Lang lang) throws Exception {
        Law law = library.law(TODAY, Optional.empty());
        DossierFolder dossier = DossierFolder.load(dossierFolder, content, law.catalogue());
        Evaluation evaluation = law.evaluate(dossier.facts());
        return new Annexes(content).document(id, dossier, law, evaluation, evaluation.decision("x", TODAY), lang);
    }

    private Path example(String name) {
        return content.builtIn().resolve("examples").resolve(name);
    }

    private static Document parse(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void htmlIsWellFormedAndNeedsNothingElse() throws Exception {
        for (String id : List.of("fiche-classification", "cctp-ia", "ccap-ia", "environnement"))
            for (Lang lang : Lang.values()) {
                String html = RENDERER.render(document(id, example("plaisir-optimus"), lang)).html();
                Document dom = parse(html);
                assertEquals(lang.locale().getLanguage(), dom.getDocumentElement().getAttribute("lang"));
                assertFalse(dom.getElementsByTagName("title").item(0).getTextContent().isBlank());
                for (String element : List.of("script", "link", "img", "iframe", "object"))
                    assertEquals(0, dom.getElementsByTagName(element).getLength(), element);
                NodeList links = dom.getElementsByTagName("a");
                for (int i = 0; i < links.getLength(); i++)
                    assertTrue(((Element) links.item(i)).getAttribute("href").startsWith("#"), "links stay in the document");
                assertFalse(html.contains("{authority}") || html.contains("{system}") || html.contains("{class-title}"), id + ": a placeholder is left");
            }
    }

    @Test
    void pdfIsTaggedWithLanguageTitleOutlineAndEmbeddedFonts() throws Exception {
        byte[] pdf = RENDERER.render(document("ccap-ia", example("nantes-cantines"), Lang.FR)).pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals("fr", document.getDocumentCatalog().getLanguage());
            assertNotNull(document.getDocumentCatalog().getStructureTreeRoot());
            assertTrue(document.getDocumentInformation().getTitle().contains("intelligence artificielle"));
            assertNotNull(document.getDocumentCatalog().getDocumentOutline().getFirstChild());
            Set<String> fonts = new TreeSet<>();
            for (PDPage page : document.getPages())
                for (COSName name : page.getResources().getFontNames()) {
                    assertTrue(page.getResources().getFont(name).isEmbedded(), page.getResources().getFont(name).getName());
                    fonts.add(page.getResources().getFont(name).getName().replaceAll("^[A-Z]{6}\\+", ""));
                }
            assertTrue(fonts.contains("LiberationSans") && fonts.contains("LiberationSans-Bold"), fonts.toString());
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Nantes Métropole") && text.contains("« ") && text.contains("œ") | text.contains("é"));
            assertTrue(text.lines().noneMatch(l -> l.matches(".*(^|[^\\p{L}])[ldsncjm]’$")), "no line ends with an elision");
            assertEquals(document.getNumberOfPages(), Renderer.pages(pdf));
        }
    }

    /** What a dossier says is seen letter for letter, and does nothing. */
    @Test
    void hostileTextIsInertEverywhere() throws Exception {
        String hostile = "include::/etc/passwd[] {authority} +++<b>x</b>+++ pass:[<i>] <script>alert(1)</script> image::http://x.y/z.png[] link:http://x.y[z] http://x.y/z |=== *b* _i_ `m` ##h## [[a]] <<a>> footnote:[f] (C) -- ... &lt; &#65; \\ ^u^ ~d~ 'q' \"q\"";
        Path dossier = folder.resolve("d");
        Files.createDirectories(dossier);
        String quoted = "\"" + hostile.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        Files.writeString(dossier.resolve("dossier.yaml"), "schema: etabli/dossier/1\nid: d\ntitle: " + quoted + "\nsystem: " + quoted + "\nneed: " + quoted
                + "\nauthority:\n  name: " + quoted + "\n  kind: commune\nprocedure:\n  reference: " + quoted + "\n");
        Files.writeString(dossier.resolve("facts.yaml"), "schema: etabli/facts/1\nfacts:\n  technique:\n    value: learned\n    by: " + quoted + "\n    evidence: " + quoted
                + "\n    note: " + quoted + "\n");
        for (String id : List.of("fiche-classification", "cctp-ia", "ccap-ia")) {
            String html = RENDERER.render(document(id, dossier, Lang.FR)).html();
            Document dom = parse(html);
            for (String element : List.of("script", "img", "b", "i", "iframe", "sup", "sub"))
                assertEquals(0, dom.getElementsByTagName(element).getLength(), id + ": <" + element + ">");
            assertFalse(html.contains("root:"), "nothing was included");
            NodeList links = dom.getElementsByTagName("a");
            for (int i = 0; i < links.getLength(); i++)
                assertTrue(((Element) links.item(i)).getAttribute("href").startsWith("#"));
            String text = dom.getElementsByTagName("main").item(0).getTextContent();
            assertTrue(text.contains("include::/etc/passwd[] {authority} +++<b>x</b>+++"), id + ": the words are there as they were typed");
        }
    }

    /** One line of anything, through the real engine: the characters come out as they went in. */
    @Test
    void everyLineComesOutAsItWentIn() throws Exception {
        Random random = new Random(20261121);
        String alphabet = "ab é’\"'`*_#^~+:;.,!?/\\|<>[](){}=-&%$@0123 \u00A0«»…";
        StringBuilder source = new StringBuilder();
        List<String> lines = new java.util.ArrayList<>(List.of("NOTE: x", ". a", "* b", "== c", "1. d", "a:: b", "term;; def", "[.role]", "//comment", "----", "....",
                "|===", "<1> co", "'''", "<<<", "ifdef::x[]", ":attr: v", "(R) (TM) -> =>", "a -- b", "menu:A[B]", "kbd:[x]", "toc::[]", "image::a[]", "xref:a[b]", "stem:[x]"));
        for (int i = 0; i < 400; i++) {
            StringBuilder line = new StringBuilder();
            for (int j = random.nextInt(24) + 1; j > 0; j--)
                line.append(alphabet.charAt(random.nextInt(alphabet.length())));
            lines.add(line.toString());
        }
        lines.removeIf(l -> Asciidoc.inline(l).isBlank());
        for (String line : lines)
            source.append(Asciidoc.inline(line)).append("\n\n");
        String body;
        try (AsciidocEngine engine = new AsciidocEngine(Path.of(System.getProperty("etabli.engine"), "engine"))) {
            body = engine.toXhtmlBody(source.toString());
        }
        Document dom = parse("<body>" + body + "</body>");
        NodeList paragraphs = dom.getElementsByTagName("p");
        assertEquals(lines.size(), paragraphs.getLength());
        assertEquals(lines.size() * 2 + 1, dom.getElementsByTagName("*").getLength(), "a division and a paragraph for each line, and nothing else");
        for (int i = 0; i < lines.size(); i++)
            assertEquals(normal(lines.get(i)), normal(paragraphs.item(i).getTextContent()), lines.get(i));
    }

    /** AsciiDoc may set a typographic apostrophe for a straight one; spaces may fold. */
    private static String normal(String text) {
        return text.replace('\'', '’').replaceAll("[ \\t\\n]+", " ").strip();
    }

    @Test
    void markdownKeepsListsAndEmphasisAndLosesHtml() throws Exception {
        String html;
        try (AsciidocEngine engine = new AsciidocEngine(Path.of(System.getProperty("etabli.engine"), "engine"))) {
            html = engine.toXhtmlBody(FreeText.toAsciidoc("Un **mot** et *un autre*.\n\n- a\n- b {x}\n\n1. c\n2. d\n\n<script>alert(1)</script>\n\n> cité\n"));
        }
        Document dom = parse("<body>" + html + "</body>");
        assertEquals("mot", dom.getElementsByTagName("strong").item(0).getTextContent());
        assertEquals("un autre", dom.getElementsByTagName("em").item(0).getTextContent());
        assertEquals(4, dom.getElementsByTagName("li").getLength());
        assertEquals(1, dom.getElementsByTagName("blockquote").getLength());
        assertEquals(0, dom.getElementsByTagName("script").getLength());
        assertTrue(dom.getDocumentElement().getTextContent().contains("<script>alert(1)</script>"));
    }

    @Test
    void theExamplesCanAllBePrinted() throws Exception {
        for (String name : Examples.names(content))
            assertTrue(Renderer.pages(RENDERER.render(document("fiche-classification", example(name), Lang.FR)).pdf()) >= 2, name);
    }
}
