package org.etabli.imports;

import static org.etabli.imports.Imports.body;
import static org.etabli.imports.Imports.charter;
import static org.etabli.imports.Imports.headings;
import static org.etabli.imports.Imports.lines;
import static org.etabli.imports.Imports.of;
import static org.etabli.imports.Imports.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each format has of its own. */
class ReadersTest {

    private static String preamble(String name, String text) throws Exception {
        return charter(of(name, text)).charter().preamble();
    }

    // --- plain text ----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"TITRE PREMIER – %s", "Titre II : %s", "Chapitre 3. %s", "Article 1er – %s", "Principe n° 2 : %s", "Principe n°2", "Axe IV — %s", "Engagement 12", "1.1 %s", "1.2.3. %s", "LES HABITANTS",
            "%s\n------------", "%s\n~~~~~~~~~~~~"})
    void thisIsAHeading(String line) throws Exception {
        Imported imported = of("c.txt", "Une phrase pour commencer.\n\n" + line.formatted("Les habitants") + "\n\n- un engagement\n");
        assertEquals(3, headings(imported).size(), imported.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Article 3 de la loi du 6 janvier 1978 prévoit ceci", "Article 3 : la commune informe les habitants.", "Article 3 – la commune informe les habitants de\nchaque usage", "RGPD, CNIL ET DINUM.",
            "IA", "Les habitants d’abord", "Titre honorifique : maire", "1.1 La commune informe les habitants.", "Principe\n2", "Une ligne\n---", "Les habitants\nd’abord\n------------"})
    void thisIsNone(String line) throws Exception {
        Imported imported = of("c.txt", "Une phrase pour commencer.\n\n" + line + "\n\nUne phrase pour finir.\n");
        assertEquals(List.of(), headings(imported), imported.text());
    }

    /** Numbers that every document counts itself are not written twice; others say something, and stay. */
    @Test
    void numbersStayUnlessTheyAreThoseOfTheOrder() throws Exception {
        assertEquals(List.of("# Dire", "# Faire"), headings(of("c.md", "# 1. Dire\n\n- a\n\n# 2. Faire\n\n- b\n")).stream().filter(h -> h.startsWith("# ")).toList());
        Imported others = of("c.md", "# 2. Dire\n\n- a\n\n# 3. Faire\n\n- b\n");
        assertEquals(List.of("# 2. Dire", "# 3. Faire"), headings(others).stream().filter(h -> h.startsWith("# ")).toList());
    }

    @Test
    void shortNumberedLinesAreHeadingsWhereSomethingStandsBelowThem() throws Exception {
        assertEquals(List.of("# Dire", "## Engagements", "### Nous disons tout", "# Faire", "## Engagements", "### Nous faisons peu"),
                headings(of("c.txt", "Une phrase.\n\n1. Dire\n\nNous disons tout.\n\n2. Faire\n\nNous faisons peu.\n")));
        assertEquals(List.of("# c", "## Engagements", "### Dire", "### Faire"), headings(of("c.txt", "Une phrase.\n\n1. Dire\n\n2. Faire\n")));
    }

    @Test
    void aDashWithinASentenceIsNoItem() throws Exception {
        assertEquals("Nous mesurons – toujours – avant d’acheter.", preamble("c.txt", "Nous mesurons\n– toujours – avant d’acheter.\n"));
        assertEquals("Nous répondons en 2 à 3 jours, puis en 4. Et rien.", preamble("c.txt", "Nous répondons en 2 à 3 jours, puis en\n4. Et rien.\n"));
        assertEquals(List.of("# c", "## Engagements", "### Mesurer", "### Répondre"), headings(of("c.txt", "Nous voulons :\n– mesurer ;\n– répondre.\n")));
    }

    @Test
    void itemsGoOnAndMayBeNested() throws Exception {
        assertEquals("\nAvant.\n\n# c {#c}\n\n## Engagements {#engagements}\n\n### Un et demi {#un-et-demi}\n\n- a) deux\n  - trois\n- b) quatre\n\ncinq\n\n### Six {#six}\n",
                body(of("c.txt", "Avant.\n\n• un\net demi\n    a) deux\n\t\t- trois\n    b) quatre\n\n  cinq\n\n• six\n")));
    }

    @Test
    void rulesAndPageNumbersAreSaidAndLeftOut() throws Exception {
        Imported imported = of("c.txt", "Une phrase.\n\n* * *\n\nPage 2 sur 3\n\fUne autre phrase.\n\n- 4 -\n");
        assertEquals("Une phrase.\n\nUne autre phrase.", charter(imported).charter().preamble());
        assertEquals(List.of(3), lines(imported, "rule"));
        assertEquals(List.of(5, 9), lines(imported, "page"));
    }

    @Test
    void signsOfMarkdownAreSigns() throws Exception {
        String text = "# pas un titre, *ni* _gras_ [ni](lien) <b> &eacute; `code` {#id} ~~non~~ \\ snake_case 2*3 ![i](j)";
        Imported imported = of("c.txt", "Une phrase.\n\n" + text + "\n");
        assertEquals("Une phrase.\n\n\\# pas un titre, \\*ni\\* \\_gras\\_ \\[ni\\](lien) \\<b> \\&eacute; \\`code\\` {#id} \\~~non\\~~ \\\\ snake_case 2\\*3 !\\[i\\](j)", charter(imported).charter().preamble());
    }

    @Test
    void encodingsAreFoundAndSaid() throws Exception {
        String text = "Une phrase à l’été, à Saint-Étienne : œuvre.\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String mark : List.of("", "\uFEFF")) {
                Imported imported = Importer.read("c.txt", (mark + text).getBytes(charset), Optional.empty());
                assertEquals(text.strip(), charter(imported).charter().preamble());
                assertEquals(charset == StandardCharsets.UTF_8 ? 0 : 1, lines(imported, "encoding").size());
            }
        }
        Imported old = Importer.read("c.txt", text.getBytes("windows-1252"), Optional.empty());
        assertEquals(text.strip(), charter(old).charter().preamble());
        assertTrue(said(old, "encoding").getFirst().contains("windows-1252"));
        Imported odd = Importer.read("c.txt", new byte[] {'U', 'n', ' ', (byte) 0xE9, 't', (byte) 0x81, '.', '\n', 'a', 7, 'b'}, Optional.empty());
        assertEquals("Un ét\uFFFD. ab", charter(odd).charter().preamble());
        assertEquals(List.of(1), lines(odd, "unknown-character"));
        assertEquals(List.of(2), lines(odd, "control"));
        assertEquals("a b", preamble("c.txt", "a\r\nb\r\n"));
        assertEquals("a.\n\nb.", preamble("c.txt", "a.\r\rb."));
    }

    // --- Markdown ------------------------------------------------------------------------------------------------

    @Test
    void markdownKeepsItsWords() throws Exception {
        Imported imported = of("c.md", "a<br>b &eacute;\\* <i>c</i> [d](#e) [f](javascript:g) <http://h.fr> ![i](j.png) ~~k~~ [l] `m` ***n***\n\n> o\n> p\n\n<div>\nq\n</div>\n\n<!-- r -->\n\n    s\n\n***\n");
        assertEquals("a\\\nb é\\* \\<i>c\\</i> d f (javascript:g) http://h.fr i \\~~k\\~~ \\[l\\] `m` ***n***\n\n> o p\n\n\\<div>\\\nq\\\n\\</div>\n\n```\ns\n```", charter(imported).charter().preamble());
        assertEquals(List.of(1), lines(imported, "inner-link"));
        assertEquals(List.of(1), lines(imported, "image"));
        assertEquals(List.of(1, 1, 6), lines(imported, "html"));
        assertEquals(List.of("A comment is not taken: r"), said(imported, "comment"));
        assertEquals(List.of(10), lines(imported, "comment"));
        assertEquals(List.of(12), lines(imported, "code"));
        assertEquals(List.of(14), lines(imported, "rule"));
    }

    @Test
    void tablesBecomeLists() throws Exception {
        Imported imported = of("c.md", "mots\n\n| Quoi | Qui |\n|------|:---:|\n| *a*  | niveau : b \\| c |\n| d |\n");
        assertEquals("mots\n\n- **Quoi** | **Qui**\n- *a* | niveau : b | c\n- d", charter(imported).charter().preamble());
        assertEquals(List.of(3), lines(imported, "table"));
    }

    @Test
    void notesStandWhereTheTextRefersToThem() throws Exception {
        Imported imported = of("c.md", "un[^n] deux[^n] trois[^absent]\n\n[^n]: la *note*\n\n[^autre]: perdue\n\n[x]: http://y.fr 'z'\n");
        assertEquals("un (n : la *note*) deux (n) trois\\[^absent\\]", charter(imported).charter().preamble());
        assertEquals(List.of("Nothing refers to this definition; it is not taken: [^autre]: perdue", "Nothing refers to this definition; it is not taken: [x]: http://y.fr 'z'"), said(imported, "unused"));
    }

    // --- AsciiDoc ------------------------------------------------------------------------------------------------

    @Test
    void asciidocKeepsItsWords() throws Exception {
        Imported imported = of("c.adoc", "= T\nAnne Dupont\n:x: y\n\n// caché\na *b* _c_ `d` {x} {z} +\n**e**f ((g)) \\*h* https://i.fr[j,window=_blank] <<k,l>> footnote:[m] pass:[<n>] \"`o`\" x^2^\n\n----\np {x}\n----\n\nimage::q.png[r]\n\n[quote]\n____\ns\n____\n\nifdef::t[]\nu\nendif::[]\n");
        assertEquals("a **b** *c* `d` y {z}\\\n**e**f g \\*h\\* [j](https://i.fr) l (m) \\<n> “o” x2\n\n```\np {x}\n```\n\nr\n\n> s\n\nu", charter(imported).charter().preamble());
        assertEquals(List.of(2), lines(imported, "author"));
        assertEquals(List.of(3), lines(imported, "attribute"));
        assertEquals(List.of(5), lines(imported, "comment"));
        assertEquals(List.of(6), lines(imported, "unknown-attribute"));
        assertEquals(List.of(9), lines(imported, "code"));
        assertEquals(List.of(13), lines(imported, "image"));
        assertEquals(List.of(16), lines(imported, "block"));
        assertEquals(List.of(20, 22), lines(imported, "directive"));
    }

    @Test
    void asciidocListsAreNestedByTheirMarks() throws Exception {
        assertEquals("\n# T {#t}\n\n## Engagements {#engagements}\n\n### A {#a}\n\n- b\n  1. c\n  2. d\n\nattaché\n\n### E {#e}\n\n# U {#u}\n\n## Engagements {#engagements-2}\n\n### Terme {#terme}\n\ndit\n",
                body(of("c.adoc", "== T\n\n* a\n** b\n. c\n. d\n+\nattaché\n* e\n\n== U\n\nTerme:: dit\n")).replace("\n  attaché", "\nattaché").replace("\n     attaché", "\nattaché"));
    }

    /** Numbers are those that Asciidoctor shows: a list may begin elsewhere, and deeper ones count in letters. */
    @Test
    void asciidocListsCountAsTheySay() throws Exception {
        assertEquals(List.of("### 7. A", "### 8. B"), headings(of("c.adoc", "== P\n\n[start=7]\n. a\n. b\n\n== Q\n")).stream().filter(h -> h.startsWith("###")).toList());
        assertEquals(List.of("### c. x", "### d. y"), headings(of("c.adoc", "== P\n\n[loweralpha,start=3]\n. x\n. y\n\n== Q\n")).stream().filter(h -> h.startsWith("###")).toList());
        assertEquals(List.of("### IV. x", "### V. y"), headings(of("c.adoc", "== P\n\n[upperroman, start=\"4\"]\n. x\n. y\n\n== Q\n")).stream().filter(h -> h.startsWith("###")).toList());
        Imported unsure = of("c.adoc", "== P\n\n[%reversed]\n. x\n. y\n\n== Q\n");
        assertEquals(List.of(4, 5), lines(unsure, "numbering"));
    }

    @Test
    void asciidocTables() throws Exception {
        Imported imported = of("c.adoc", "mots\n\n[cols=\"1,1\"]\n|===\n|a |b\n\n|c\nencore\n2+|d \\| e\n|===\n");
        assertEquals("mots\n\n- a | b\n- c encore | d | e", charter(imported).charter().preamble());
    }

    // --- DOCX ----------------------------------------------------------------------------------------------------

    private static Imported docx(Docx docx) throws Exception {
        return Importer.read("c.docx", docx.bytes(), Optional.empty());
    }

    @Test
    void aWordFileIsReadWithAllThatStandsBesideItsText() throws Exception {
        Docx docx = new Docx().part("footnotes", "footnotes", "<w:footnote w:id=\"0\" w:type=\"separator\"><w:p/></w:footnote><w:footnote w:id=\"2\" w:type=\"normal\"><w:p>" + Docx.run("la note") + "</w:p></w:footnote>")
                .part("comments", "comments", "<w:comment w:id=\"1\" w:author=\"Paul\"><w:p>" + Docx.run("à revoir") + "</w:p></w:comment>").part("header1", "header", "<w:p>" + Docx.run("Direction générale") + "</w:p>")
                .part("footer1", "footer", "<w:p>" + Docx.run("Page 1") + "</w:p>").part("data1", "diagramData", "<a:p><a:t>Les étapes</a:t></a:p>")
                .paragraph(Docx.run("Un") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"1\"/></w:r><w:ins>" + Docx.run(" ajout") + "</w:ins><w:del><w:r><w:delText>retrait</w:delText></w:r></w:del>"
                        + Docx.run("<w:vanish/>", "secret") + Docx.run("<w:strike/>", " barré") + Docx.picture("le logo"))
                .paragraph(Docx.run("Deux") + Docx.box("encadré")).xml(Docx.table(new String[] {"a", "b"}, new String[] {"c", ""})).paragraph(Docx.run("Trois"));
        Imported imported = docx(docx);
        assertEquals("Un (1 : la note) ajout barré le logo\n\nDeux\n\nencadré\n\n- a | b\n- c |\n\nTrois", charter(imported).charter().preamble());
        assertEquals(List.of(1), lines(imported, "footnote"));
        assertEquals(List.of("A comment by Paul is not taken: à revoir"), said(imported, "note-by"));
        assertEquals(List.of("A tracked insertion is taken as if it were accepted: ajout"), said(imported, "inserted"));
        assertEquals(List.of("Text deleted with tracked changes is not taken: retrait"), said(imported, "deleted"));
        assertEquals(List.of("Hidden text is not taken: secret"), said(imported, "hidden"));
        assertEquals(List.of("Struck text is taken without the line: barré"), said(imported, "struck"));
        assertEquals(List.of("The header or footer is not taken: Direction générale", "The header or footer is not taken: Page 1"), said(imported, "header"));
        assertEquals(List.of("An embedded object is not taken: Les étapes"), said(imported, "object"));
        assertEquals(List.of(2), lines(imported, "text-box"));
        assertEquals(List.of(4), lines(imported, "table"));
    }

    @Test
    void numbersThatTheProgramWritesAreWords() throws Exception {
        Docx docx = new Docx();
        for (String title : List.of("Dire", "Faire"))
            docx.paragraph("<w:pPr><w:pStyle w:val=\"Titre1\"/><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr>" + Docx.run(title)).item(4, 0, Docx.run("un")).item(4, 0, Docx.run("deux"));
        assertEquals(List.of("# Article 1 Dire", "## Engagements", "### a) un", "### b) deux", "# Article 2 Faire", "## Engagements", "### c) un", "### d) deux"), headings(docx(docx)));
    }

    @Test
    void fieldsShowWhatTheyShow() throws Exception {
        String begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>%s</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        String end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        Imported imported = docx(new Docx().paragraph(begin.formatted("TOC \\o &quot;1-3&quot;") + Docx.run("Dire 1")).paragraph(Docx.run("Faire 2") + end)
                .paragraph(Docx.run("Voir ") + begin.formatted(" HYPERLINK &quot;https://a.fr&quot; ") + Docx.run("ici") + end + Docx.run(".")));
        assertEquals("Voir [ici](https://a.fr).", charter(imported).charter().preamble());
        assertEquals(List.of("The table of contents is not taken: Dire 1 Faire 2"), said(imported, "contents"));
    }

    @Test
    void aTableOfOneCellIsAFrameAndTypedBulletsAreBullets() throws Exception {
        assertEquals(List.of("# Dire", "## Engagements", "### Un", "### Deux"), headings(docx(new Docx().styled("Titre1", "Dire").xml(Docx.table(new String[] {"- un"})).paragraph(Docx.run("•\u00a0deux")).styled("Titre1", "Faire"))).subList(0, 4));
    }

    @Test
    void theNewerEditionOfTheStandardIsReadAsWell() throws Exception {
        Docx docx = new Docx().styled("Titre1", "Dire").item(1, 0, Docx.run("un")).styled("Titre1", "Faire");
        docx.parts.replaceAll((name, xml) -> xml.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"));
        assertEquals(List.of("# Dire", "## Engagements", "### Un", "# Faire"), headings(docx(docx)));
        assertFalse(docx.parts.isEmpty());
    }
}
