package org.etabli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.etabli.annex.AnnexDocument;
import org.etabli.annex.Annexes;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.Examples;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.Standing;
import org.etabli.model.Lang;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The finished documents, and that no text from outside can act in them. JRuby starts once for all tests. */
class RendererTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Renderer RENDERER = Engines.renderer();

    private final Content content = new Content(Path.of(System.getProperty("etabli.charters")));
    private final LawLibrary library = new LawLibrary(content);

    @TempDir
    Path folder;

    private AnnexDocument document(String id, Path dossierFolder, Lang lang) throws Exception {
        Law law = library.law(TODAY, Optional.empty());
        DossierFolder dossier = Standing.of(dossierFolder, content, new LawLibrary(content), LocalDate.EPOCH).dossier();
        Evaluation evaluation = law.evaluate(dossier.facts());
        return new Annexes(content).document(id, dossier, law, evaluation, evaluation.decision("x", TODAY), lang);
    }

    private Path example(String name) {
        return content.builtIn().resolve("examples").resolve(name);
    }

    private static Document parse(String html) throws Exception {
        return Engines.xml(html);
    }

    private static final List<String> DOCUMENTS = List.of("fiche-classification", "cctp-ia", "ccap-ia", "environnement");

    @Test
    void htmlIsWellFormedAndNeedsNothingElse() throws Exception {
        for (String id : DOCUMENTS)
            for (Lang lang : Lang.values()) {
                AnnexDocument document = document(id, example("plaisir-optimus"), lang);
                String html = RENDERER.render(document).html();
                Document dom = parse(html);
                Element root = dom.getDocumentElement();
                assertEquals(lang.locale().getLanguage(), root.getAttribute("lang"));
                assertEquals(lang.locale().getLanguage(), root.getAttribute("xml:lang"));
                assertEquals(document.title(), dom.getElementsByTagName("title").item(0).getTextContent());
                assertEquals(document.title(), dom.getElementsByTagName("h1").item(0).getTextContent());
                Set<String> ids = new TreeSet<>();
                List<String> targets = new ArrayList<>();
                for (Element e : Engines.elements(root)) {
                    assertFalse(Set.of("script", "link", "img", "iframe", "object", "embed", "form", "base", "video", "audio").contains(e.getTagName()), id + ": " + e.getTagName());
                    for (int i = 0; i < e.getAttributes().getLength(); i++) {
                        Attr attribute = (Attr) e.getAttributes().item(i);
                        assertFalse(attribute.getName().startsWith("on"), attribute.toString());
                        if (Set.of("href", "src", "action", "data", "poster", "srcset", "style").contains(attribute.getName())) {
                            assertTrue(attribute.getValue().startsWith("#") || attribute.getName().equals("style") && !attribute.getValue().contains("url"), id + ": " + attribute);
                            if (attribute.getName().equals("href"))
                                targets.add(attribute.getValue().substring(1));
                        }
                    }
                    if (!e.getAttribute("id").isEmpty())
                        assertTrue(ids.add(e.getAttribute("id")), id + ": two elements are called " + e.getAttribute("id"));
                }
                assertTrue(ids.containsAll(targets), () -> id + " " + lang + ": links that lead nowhere: " + targets.stream().filter(t -> !ids.contains(t)).toList());
                document.paragraphs().forEach(p -> assertTrue(ids.contains(p.anchor()), p.toString()));
                String style = dom.getElementsByTagName("style").item(0).getTextContent();
                assertFalse(style.contains("url(") || style.contains("@import"), "styles fetch nothing");
                assertFalse(html.contains("{authority}") || html.contains("{system}") || html.contains("{class-title}") || html.contains("{procedure-reference}") || html.contains("{dossier-title}"), id + ": a placeholder is left");
                assertTrue(dom.getElementsByTagName("footer").item(0).getTextContent().contains(lang == Lang.FR ? "conseil juridique" : "legal advice"), "drafting help, no legal advice");
            }
    }

    private interface PdfCheck {
        void on(PDDocument pdf, AnnexDocument document) throws Exception;
    }

    private void everyPdf(PdfCheck check) throws Exception {
        for (Map.Entry<String, Lang> one : List.of(Map.entry("ccap-ia", Lang.FR), Map.entry("fiche-classification", Lang.FR), Map.entry("fiche-classification", Lang.EN), Map.entry("environnement", Lang.EN))) {
            AnnexDocument document = document(one.getKey(), example("nantes-cantines"), one.getValue());
            Renderer.Pdf pdf = PDFS.computeIfAbsent(one.getKey() + one.getValue(), k -> {
                try {
                    return RENDERER.render(document).pdf(TODAY);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            try (PDDocument read = Loader.loadPDF(pdf.content())) {
                check.on(read, document);
                assertEquals(read.getNumberOfPages(), pdf.pages());
            }
        }
    }

    private static final Map<String, Renderer.Pdf> PDFS = new ConcurrentHashMap<>();

    @Test
    void pdfIsTaggedWithLanguageAndTitle() throws Exception {
        everyPdf((pdf, document) -> {
            PDDocumentCatalog catalog = pdf.getDocumentCatalog();
            assertTrue(catalog.getMarkInfo().isMarked());
            assertEquals(document.lang().locale().getLanguage(), catalog.getLanguage());
            assertEquals(document.title(), pdf.getDocumentInformation().getTitle());
            assertEquals(document.authority(), pdf.getDocumentInformation().getAuthor());
            assertTrue(catalog.getViewerPreferences().displayDocTitle(), "readers show the title, not the file name");
            String metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertTrue(metadata.contains("pdfuaid") && metadata.contains("pdfaid"), metadata);
            Set<String> tags = new TreeSet<>();
            tags(catalog.getStructureTreeRoot(), tags);
            assertTrue(tags.containsAll(Set.of("H1", "H2", "P", "Table", "TR", "TH", "TD")), tags.toString());
        });
    }

    private static void tags(PDStructureNode node, Set<String> into) {
        for (Object kid : node.getKids())
            if (kid instanceof PDStructureElement e) {
                into.add(e.getStructureType());
                tags(e, into);
            }
    }

    @Test
    void everyFontOfThePdfIsEmbedded() throws Exception {
        everyPdf((pdf, document) -> {
            Set<String> fonts = new TreeSet<>();
            for (PDPage page : pdf.getPages())
                for (COSName name : page.getResources().getFontNames()) {
                    assertTrue(page.getResources().getFont(name).isEmbedded(), page.getResources().getFont(name).getName());
                    fonts.add(page.getResources().getFont(name).getName().replaceAll("^[A-Z]{6}\\+", ""));
                }
            assertTrue(fonts.contains("LiberationSans") && fonts.contains("LiberationSans-Bold"), fonts.toString());
        });
    }

    @Test
    void theOutlineOfThePdfNamesEverySection() throws Exception {
        everyPdf((pdf, document) -> {
            List<String> outline = new ArrayList<>();
            for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children())
                outline.add(Engines.words(item.getTitle()));
            List<String> sections = new ArrayList<>();
            NodeList headings = parse(RENDERER.render(document).html()).getElementsByTagName("h2");
            for (int i = 0; i < headings.getLength(); i++)
                sections.add(Engines.words(headings.item(i).getTextContent()));
            assertEquals(sections, outline);
            assertTrue(sections.size() > 3, sections.toString());
        });
    }

    @Test
    void theTextOfThePdfHasItsAccentsAndItsTypography() throws Exception {
        everyPdf((pdf, document) -> {
            String text = new PDFTextStripper().getText(pdf);
            String words = Engines.words(text.replace('\u00a0', ' '));
            assertTrue(words.contains("Nantes Métropole") && words.contains("2026"), words);
            assertTrue(document.lang() == Lang.EN || words.contains("« ") && words.contains(" »") && words.contains("’"), words);
            assertFalse(text.contains("\uFFFD") || text.contains("&#"), "a character could not be read");
            assertTrue(text.lines().noneMatch(l -> l.matches(".*(^|[^\\p{L}])[ldsncjm]’$")), "no line ends with an elision");
            assertTrue(words.contains(Engines.words(document.title().replace('\u00a0', ' '))), words.substring(0, 300));
            document.paragraphs().forEach(p -> assertTrue(words.contains(p.number()), p.toString()));
        });
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
            String text = Engines.words(dom.getElementsByTagName("main").item(0).getTextContent());
            assertTrue(text.contains(hostile), id + ": the words are there as they were typed");
            assertTrue(Engines.words(dom.getElementsByTagName("header").item(0).getTextContent()).contains(hostile), id + ": on the cover too");
        }
        try (PDDocument pdf = Loader.loadPDF(RENDERER.render(document("fiche-classification", dossier, Lang.EN)).pdf(TODAY).content())) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            assertTrue(text.contains(hostile.replaceAll("\\s+", "")), text);
            assertNull(pdf.getDocumentCatalog().getNames() == null ? null : pdf.getDocumentCatalog().getNames().getEmbeddedFiles());
            for (PDPage page : pdf.getPages())
                for (PDAnnotation annotation : page.getAnnotations())
                    assertFalse(annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI, "a link leads out of the document");
        }
    }

    /** Escapes of YAML can name characters that no XML may hold. */
    @Test
    void charactersThatAreNoneDoNotBreakADocument() throws Exception {
        Path dossier = folder.resolve("d");
        Files.createDirectories(dossier);
        String odd = "\"A\\u0000\\u0007\\u001b\\ud800\\uFFFE\\u0085\\u2028B\"";
        Files.writeString(dossier.resolve("dossier.yaml"), "schema: etabli/dossier/1\nid: d\ntitle: " + odd + "\nsystem: " + odd + "\nneed: " + odd + "\nauthority:\n  name: " + odd + "\n  kind: commune\n");
        Files.writeString(dossier.resolve("facts.yaml"), "schema: etabli/facts/1\nfacts:\n  technique:\n    value: learned\n    by: " + odd + "\n    note: " + odd + "\n");
        for (String id : DOCUMENTS) {
            Renderer.Rendered rendered = RENDERER.render(document(id, dossier, Lang.FR));
            assertTrue(Engines.words(parse(rendered.html()).getDocumentElement().getTextContent()).contains("A B"), id);
            if (id.equals("fiche-classification"))
                assertTrue(rendered.pdf(TODAY).pages() > 0, id);
        }
    }

    @Test
    void theExamplesCanAllBePrinted() throws Exception {
        for (String name : Examples.names(content))
            assertTrue(RENDERER.render(document("fiche-classification", example(name), Lang.FR)).pdf(TODAY).pages() >= 2, name);
    }

    private Path withCharter(String charter, String assessment, String involvement) throws Exception {
        Path dossier = folder.resolve("with-charter");
        Examples.copy(content, "saint-savin-fuites", dossier);
        Files.writeString(dossier.resolve("charter.md"), charter);
        Files.writeString(dossier.resolve("charter-assessment.yaml"), assessment);
        Files.writeString(dossier.resolve("involvement.yaml"), involvement);
        return dossier;
    }

    private AnnexDocument ofCharter(String id, Path dossierFolder) throws Exception {
        Law law = library.law(TODAY, Optional.empty());
        DossierFolder dossier = Standing.of(dossierFolder, content, new LawLibrary(content), LocalDate.EPOCH).dossier();
        Evaluation evaluation = law.evaluate(dossier.facts());
        return new Annexes(content, Standing.of(dossierFolder, content, library, LocalDate.EPOCH).charter()).document(id, dossier, law, evaluation, evaluation.decision("x", TODAY), Lang.FR);
    }

    private Path smallCommune() throws Exception {
        return withCharter(Files.readString(content.builtIn().resolve("models/small-commune.fr.md")).replaceFirst("(?m)^counterpart:.*\\R", ""),
                "schema: etabli/charter-assessment/1\ncharter: {id: small-commune, version: \"1\"}\ncommitments: {nous-decidons: respected}\n",
                "schema: etabli/involvement/1\nconsultations: [{who: Les habitants, how: réunion}]\n");
    }

    /** Three principles make a picture; whoever cannot see it hears the figures, in the page and in the PDF. */
    @Test
    void thePictureOfTheAssessmentHasItsWords() throws Exception {
        AnnexDocument document = ofCharter("evaluation-charte", smallCommune());
        Renderer.Rendered rendered = RENDERER.render(document);
        Element svg = (Element) parse(rendered.html()).getElementsByTagName("svg").item(0);
        String heard = svg.getElementsByTagName("desc").item(0).getTextContent();
        // nothing judged of the four of the first; one of the five of the third is kept
        assertTrue(heard.startsWith("Choisir : 0 % à 100 %") && heard.endsWith("Respecter : 20 % à 100 %"), heard);
        try (PDDocument pdf = Loader.loadPDF(rendered.pdf(TODAY).content())) {
            List<String> figures = new ArrayList<>();
            alternatives(pdf.getDocumentCatalog().getStructureTreeRoot(), figures);
            assertEquals(1, figures.size());
            assertTrue(figures.get(0).endsWith(heard), figures.toString());
            assertTrue(new PDFTextStripper().getText(pdf).contains("Part respectée"), "the table says it too");
        }
    }

    private static void alternatives(PDStructureNode node, List<String> into) {
        for (Object kid : node.getKids())
            if (kid instanceof PDStructureElement e) {
                if ("Figure".equals(e.getStructureType()))
                    into.add(e.getAlternateDescription());
                alternatives(e, into);
            }
    }

    /** Heading, fingerprint and every line to be signed stand on one page; the version stands at the foot of all. */
    @Test
    void theSignaturesStandTogether() throws Exception {
        AnnexDocument document = ofCharter("charte", smallCommune());
        byte[] bytes = RENDERER.render(document).pdf(TODAY).content();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            int pages = 0;
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = Engines.words(stripper.getText(pdf));
                assertTrue(text.contains(Engines.words(document.foot())), "page " + page + ": " + text);
                if (text.contains("Fait à")) {
                    pages++;
                    assertTrue(text.contains("Signatures") && text.contains("SHA-256") && text.contains("Nom et qualité"), text);
                }
            }
            assertEquals(1, pages);
        }
    }

    @Test
    void aHostileCharterIsInertEverywhere() throws Exception {
        String hostile = "zz include::/etc/passwd[] {authority} +++<b>x</b>+++ pass:[<i>] <script>alert(1)</script> image::http://x.y/z.png[] |=== ##h## [[a]] footnote:[f] </svg> ]]> &lt;";
        String quoted = "'" + hostile + "'";
        StringBuilder charter = new StringBuilder("---\nschema: etabli/charter/1\nid: h\ntitle: " + quoted + "\nlanguage: fr\nversion: '1 <i>'\n---\n\n" + hostile + "\n\n");
        for (int i = 1; i <= 3; i++)
            charter.append("# %1$s {#p%2$d}\n\n## %1$s {#i%2$d}\n\n### %1$s {#c%2$d}\n\n%1$s\n\n- niveau : obligatoire\n- responsable : %1$s\n- preuve : %1$s\n- titulaire : %1$s\n\n".formatted(hostile, i));
        Path dossier = withCharter(charter.toString(),
                "schema: etabli/charter-assessment/1\ncharter: {id: h, version: '1 <i>'}\ncommitments:\n  c1: {verdict: partly, reason: %1$s, evidence: [%1$s], by: %1$s}\n".formatted(quoted),
                "schema: etabli/involvement/1\nconsultations:\n  - {who: %1$s, how: %1$s, when: %1$s, note: %1$s, points: [{asked: %1$s, answered: %1$s}]}\n".formatted(quoted));
        for (String id : List.of("charte", "evaluation-charte", "ccap-ia")) {
            Renderer.Rendered rendered = RENDERER.render(ofCharter(id, dossier));
            Document dom = parse(rendered.html());
            for (String element : List.of("script", "img", "b", "i", "iframe", "sup"))
                assertEquals(0, dom.getElementsByTagName(element).getLength(), id + ": <" + element + ">");
            NodeList links = dom.getElementsByTagName("a");
            for (int i = 0; i < links.getLength(); i++)
                assertTrue(((Element) links.item(i)).getAttribute("href").startsWith("#"));
            assertFalse(rendered.html().contains("root:"), "nothing was included");
            assertTrue(Engines.words(dom.getElementsByTagName("main").item(0).getTextContent()).contains("alert(1)"), id + ": the words are there");
            assertTrue(rendered.pdf(TODAY).pages() > 0, id);
        }
    }
}
