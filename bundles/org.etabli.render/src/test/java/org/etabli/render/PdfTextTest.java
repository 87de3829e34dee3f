package org.etabli.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.etabli.annex.AnnexDocument;
import org.etabli.annex.Annexes;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.Examples;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.Standing;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Lang;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of the PDF has under his eyes: every character, whole, in its place; and the same bytes every time. */
class PdfTextTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Renderer RENDERER = Engines.renderer();
    /** 72 points in an inch of 25.4 mm; the margins that print.css names, less a hair for slanted letters. */
    private static final double MM = 72 / 25.4;
    private static final double LEFT = 19 * MM - 1;
    private static final double RIGHT = (210 - 19) * MM + 1;
    private static final double BOTTOM = (297 - 5) * MM;
    /** How far two letters of one line may reach into each other; an italic f does by a fifth. */
    private static final double OVERLAP = 0.45;

    private final Content content = new Content(Engines.CHARTERS);
    private final LawLibrary library = new LawLibrary(content);

    @TempDir
    Path folder;

    private static AnnexDocument text(String asciidoc) {
        return new AnnexDocument("t", Lang.FR, "Titre", "", "", asciidoc, List.of());
    }

    private static Renderer.Pdf pdf(String asciidoc) throws IOException {
        return RENDERER.render(text(asciidoc)).pdf(DAY);
    }

    private static String read(Renderer.Pdf pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.content())) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Letters outside the text area of their page, and letters that lie on others. */
    private static List<String> misplaced(byte[] pdf) throws IOException {
        List<String> found = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    TextPosition before = null;
                    for (TextPosition p : positions) {
                        if (p.getUnicode().isBlank())
                            continue;
                        if (p.getXDirAdj() < LEFT || p.getXDirAdj() + p.getWidthDirAdj() > RIGHT || p.getYDirAdj() > BOTTOM || p.getYDirAdj() < 5 * MM)
                            found.add("page " + getCurrentPageNo() + ", outside, at " + Math.round(p.getXDirAdj()) + ": " + text);
                        if (before != null && Math.abs(p.getYDirAdj() - before.getYDirAdj()) < 1
                                && p.getXDirAdj() + OVERLAP * Math.min(p.getWidthDirAdj(), before.getWidthDirAdj()) < before.getXDirAdj() + before.getWidthDirAdj())
                            found.add("page " + getCurrentPageNo() + ", on another letter: " + text);
                        before = p;
                    }
                }
            };
            // a cell is drawn after its neighbour, a bold word after its line
            stripper.setSortByPosition(true);
            stripper.getText(document);
        }
        return found;
    }

    private Path dossier(String example) throws Exception {
        Path dossier = folder.resolve(example);
        Examples.copy(content, example, dossier);
        // an example without a charter of its own gets a model, so that every kind of document is made
        if (!Files.exists(dossier.resolve("charter.md"))) {
            Files.writeString(dossier.resolve("charter.md"), Files.readString(content.builtIn().resolve("models/small-commune.fr.md")).replaceFirst("(?m)^counterpart:.*\\R", ""));
            Files.writeString(dossier.resolve("charter-assessment.yaml"), "schema: etabli/charter-assessment/1\ncharter: {id: small-commune, version: \"1\"}\ncommitments: {nous-decidons: respected}\n");
        }
        if (!Files.exists(dossier.resolve("involvement.yaml")))
            Files.writeString(dossier.resolve("involvement.yaml"), "schema: etabli/involvement/1\nconsultations: [{who: Les habitants, how: réunion}]\n");
        return dossier;
    }

    private List<AnnexDocument> documents(Path dossierFolder, Lang lang) throws Exception {
        Law law = library.law(DAY, Optional.empty());
        DossierFolder dossier = Standing.of(dossierFolder, content, new LawLibrary(content), LocalDate.EPOCH).dossier();
        Evaluation evaluation = law.evaluate(dossier.facts());
        Annexes annexes = new Annexes(content, Standing.of(dossierFolder, content, library, LocalDate.EPOCH).charter());
        var decision = evaluation.decision("x", DAY);
        return annexes.due(law, evaluation, decision).stream().map(DocumentTemplate::id).map(id -> annexes.document(id, dossier, law, evaluation, decision, lang)).toList();
    }

    @Test
    void nothingIsClippedOrCoveredInAnyDocumentOfAnyExample() throws Exception {
        List<String> found = new ArrayList<>();
        int made = 0;
        for (String example : Examples.names(content))
            for (AnnexDocument document : documents(dossier(example), Lang.FR)) {
                Renderer.Pdf pdf = RENDERER.render(document).pdf(DAY);
                made++;
                misplaced(pdf.content()).forEach(m -> found.add(example + "/" + document.id() + " " + m));
                assertEquals(Set.of(), pdf.replaced(), example + "/" + document.id() + ": every character is shown");
            }
        assertEquals(List.of(), found);
        assertTrue(made >= 30, made + " documents");
    }

    @Test
    void theCheckSeesWhatIsClippedOrCovered() throws Exception {
        assertFalse(misplaced(pdf("++++\n<p style=\"word-wrap: normal\">" + "w".repeat(300) + "</p>\n++++\n").content()).isEmpty(), "a word that leaves the page");
        assertFalse(misplaced(pdf("++++\n<ol style=\"padding-left: 0\"><li>un</li></ol>\n++++\n").content()).isEmpty(), "a number in the margin");
        assertFalse(misplaced(pdf("++++\n<table style=\"table-layout: fixed; word-wrap: normal\"><tr><td>" + "w".repeat(90) + "</td><td>autre</td></tr></table>\n++++\n").content()).isEmpty(),
                "a word that lies on the next cell");
    }

    @Test
    void longWordsBreakInTextAndInCells() throws Exception {
        String address = "https://www.exemple.fr/" + "un_chemin_sans_fin/".repeat(5).substring(0, 82);
        assertEquals(105, address.length());
        String word = "a1b2".repeat(75);
        for (String place : List.of("%s\n", "* %s\n", ". %s\n", "____\n%s\n____\n", "[cols=\"1,1,6\"]\n|===\n| %1$s | %1$s | court\n| un | deux | trois\n|===\n",
                "[.fields,cols=\"2h,7a\"]\n|===\n| %1$s\n| * %1$s\n* deux\n|===\n", "[.pairs,cols=\"1h,2\"]\n|===\n| %1$s | %1$s\n|===\n", "[.grid%%header,cols=\"3,1,2\"]\n|===\n| a | %1$s | c\n\n| 1 | 2 | %1$s\n|===\n"))
            for (String one : List.of(address.replace("_", "&#95;").replace("://", "&#58;//"), word)) {
                Renderer.Pdf pdf = pdf(String.format(place, one));
                assertEquals(List.of(), misplaced(pdf.content()), place);
                // no letter is lost, in whatever lines it stands
                String letters = read(pdf).replaceAll("\\s+", "");
                long pieces = one.equals(word) ? letters.chars().filter(c -> c == 'b').count() : letters.chars().filter(c -> c == '/').count();
                long times = place.split("%(1\\$)?s", -1).length - 1;
                assertTrue(pieces >= times * (one.equals(word) ? 75 : 6), place + letters);
            }
    }

    /** A narrow column is as wide as its words, and others give way; only what fits nowhere breaks. */
    @Test
    void wordsOfUsualLengthStayWhole() throws Exception {
        String table = "[.grid%header,cols=\"1,2,4,5\"]\n|===\n| Paragraphe | Clause | Source | Parce que\n\n| 1.1.1 | env-unite-perimetre | CCP L.2111-2 | " + "des mots qui prennent de la place ".repeat(5)
                + "\n|===\n";
        String read = read(pdf(table));
        assertTrue(read.contains("Paragraphe"), read);
        assertEquals(List.of(), misplaced(pdf(table).content()));
    }

    @Test
    void longListsKeepTheirNumbers() throws Exception {
        for (int items : List.of(9, 18, 120, 1005))
            for (String style : items > 120 ? List.of("arabic") : items > 26 ? List.of("arabic", "lowerroman") : List.of("arabic", "loweralpha", "lowerroman", "upperroman")) {
                String list = "[" + style + "]\n" + IntStream.rangeClosed(1, items).mapToObj(i -> ". point\n").collect(Collectors.joining());
                assertEquals(List.of(), misplaced(pdf(list).content()), style + " " + items);
            }
        assertEquals(List.of(), misplaced(pdf("[start=99998]\n. un\n. deux\n. trois\n").content()), "a list that begins late");
        assertTrue(read(pdf("[start=99998]\n. un\n. deux\n. trois\n")).contains("100000."));
    }

    @Test
    void signsOfEveryDayAreShown() throws Exception {
        String signs = "Case ☐ ☒ ☑ cochée ✓ ✔ ✗, CO₂, 10⁻³, non\u2011définitive, a → b ⇒ c ↔ d, ≤ ≥ ≠ ≈, œ Œ ½ № € … • ▪ ■ ● ★ ① Ω µ";
        Renderer.Pdf pdf = pdf(signs + "\n\n**" + signs + "**\n\n__" + signs + "__\n\n``" + signs + "``\n\n|===\n| " + signs + "\n|===\n");
        assertEquals(Set.of(), pdf.replaced());
        String read = Engines.words(read(pdf)).replace(" ", "");
        assertEquals(5, read.split("Case☐☒☑cochée✓✔✗,CO₂,10⁻³,non\u2011définitive", -1).length - 1, read);
        assertFalse(read.contains("#"), read);
    }

    @Test
    void whatNoFontHasIsNamed() throws Exception {
        Renderer.Pdf pdf = pdf("Avant 中文 et 🦊 après, # compris, une famille 👨\u200d👩 et un cœur ❤\uFE0F.\n");
        assertEquals(Set.of((int) '中', (int) '文', 0x1F98A, 0x1F468, 0x1F469), pdf.replaced());
        assertTrue(Engines.words(read(pdf)).contains("Avant \uFFFD\uFFFD et \uFFFD après, # compris, une famille \uFFFD\uFFFD et un cœur ❤."), read(pdf));
    }

    /** The accents of a text from a Mac are characters of their own: they stand on their letter. */
    @Test
    void accentsOfEitherFormAreTheSame() throws Exception {
        assertTrue(read(pdf("De\u0301cide\u0301 a\u0300 No\u0302tre\n")).contains("Décidé à Nôtre"));
    }

    @Test
    void theSameDocumentOfTheSameDayIsTheSameBytes() throws Exception {
        AnnexDocument document = documents(dossier("nantes-cantines"), Lang.FR).getFirst();
        byte[] first = RENDERER.render(document).pdf(DAY).content();
        try (Renderer other = new Renderer(Engines.HOME)) {
            assertArrayEquals(first, other.render(document).pdf(DAY).content());
        }
        String later = new String(RENDERER.render(document).pdf(DAY.plusDays(1)).content(), StandardCharsets.ISO_8859_1);
        assertTrue(new String(first, StandardCharsets.ISO_8859_1).contains("2026-11-21T00:00:00"), "the day of the document, not of the clock");
        assertTrue(later.contains("2026-11-22T00:00:00"));
        assertTrue(later.contains("<pdfaid:part>2</pdfaid:part>") && later.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "PDF/A-2a");
    }

    /** AsciiDoc’s secure mode cuts attributes after 4096 bytes. */
    @Test
    void noWordOfALongNameIsLost() throws Exception {
        Path dossier = dossier("saint-savin-fuites");
        String name = IntStream.range(0, 1200).mapToObj(i -> "m" + i + "&").collect(Collectors.joining(" ")) + " fin";
        Files.writeString(dossier.resolve("dossier.yaml"), "schema: etabli/dossier/1\nid: d\ntitle: " + name + "\nsystem: " + name + "\nneed: besoin\nauthority:\n  name: " + name
                + "\n  kind: commune\nprocedure:\n  kind: formal\n  reference: " + name + "\n");
        Files.writeString(dossier.resolve("charter.md"), Files.readString(dossier.resolve("charter.md")).replaceFirst("(?m)^title:.*$", "title: '" + name + "'").replaceFirst("(?m)^version:.*$", "version: '" + name + "'"));
        for (AnnexDocument document : documents(dossier, Lang.FR)) {
            Renderer.Rendered rendered = RENDERER.render(document);
            String main = Engines.words(Engines.xml(rendered.html()).getElementsByTagName("main").item(0).getTextContent());
            assertEquals(main.split("m0&", -1).length, main.split("m1199& fin", -1).length, document.id() + ": each name has its end");
            assertTrue(rendered.docx().length > 0);
            assertTrue(rendered.pdf(DAY).pages() > 0);
        }
    }
}
