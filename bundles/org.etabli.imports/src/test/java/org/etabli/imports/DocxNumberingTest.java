package org.etabli.imports;

import static org.etabli.imports.Imports.charter;
import static org.etabli.imports.Imports.headings;
import static org.etabli.imports.Imports.lines;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The number in front of a paragraph is the one that a word processor shows, or there is none and the report says so. */
class DocxNumberingTest {

    private static String lvl(int level, String format, String text, String more) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    private static String kind(int id, String... levels) {
        return "<w:abstractNum w:abstractNumId=\"" + id + "\">" + String.join("", levels) + "</w:abstractNum>";
    }

    private static String list(int id, int kind, String... overrides) {
        return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + kind + "\"/>" + String.join("", overrides) + "</w:num>";
    }

    private static String override(int level, String content) {
        return "<w:lvlOverride w:ilvl=\"" + level + "\">" + content + "</w:lvlOverride>";
    }

    private static String startsAt(int level, int number) {
        return override(level, "<w:startOverride w:val=\"" + number + "\"/>");
    }

    /** A file with these lists. */
    private static Docx docx(String... numbering) {
        Docx docx = new Docx();
        docx.parts.replace("word/numbering.xml", "<w:numbering " + Docx.NAMES + ">" + String.join("", numbering) + "</w:numbering>");
        return docx;
    }

    private static Docx styles(Docx docx, String... styles) {
        docx.parts.computeIfPresent("word/styles.xml", (name, xml) -> xml.replace("</w:styles>", String.join("", styles) + "</w:styles>"));
        return docx;
    }

    private static String style(String id, String base, String properties) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + id + "\"/><w:basedOn w:val=\"" + base + "\"/><w:pPr>" + properties + "</w:pPr></w:style>";
    }

    /** What the preamble says, a line for each paragraph: the words name the number that is shown. */
    private static List<String> read(Docx docx) throws Exception {
        return charter(Importer.read("c.docx", docx.bytes(), Optional.empty())).charter().preamble().lines().filter(l -> !l.isBlank()).map(l -> l.strip().replaceFirst("^- ", "")).toList();
    }

    private static Docx items(Docx docx, int... listsAndLevels) {
        // below a quotation, so that a list does not become commitments
        for (int i = 0; i < listsAndLevels.length; i += 2)
            docx.xml(Docx.table(new String[] {"", "x"}).replaceFirst("<w:p>", "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + listsAndLevels[i + 1] + "\"/><w:numId w:val=\"" + listsAndLevels[i] + "\"/></w:numPr></w:pPr>" + Docx.run("mot")));
        return docx;
    }

    private static List<String> shown(Docx docx, int... listsAndLevels) throws Exception {
        return read(items(docx.paragraph(Docx.run("Avant.")), listsAndLevels)).stream().skip(1).map(l -> l.replace(" | x", "").replaceFirst(" ?mot$", "").replace("\\", "")).toList();
    }

    @Test
    void listsOfOneKindCountOnUntilOneOfThemBeginsAnew() throws Exception {
        String kind = kind(0, lvl(0, "decimal", "%1.", ""));
        assertEquals(List.of("1.", "2.", "3.", "4."), shown(docx(kind, list(1, 0), list(2, 0)), 1, 0, 1, 0, 2, 0, 2, 0));
        assertEquals(List.of("1.", "2.", "1.", "2.", "3."), shown(docx(kind, list(1, 0), list(2, 0, startsAt(0, 1))), 1, 0, 1, 0, 2, 0, 2, 0, 2, 0));
        assertEquals(List.of("1.", "7.", "8."), shown(docx(kind, list(1, 0), list(2, 0, startsAt(0, 7))), 1, 0, 2, 0, 2, 0));
    }

    @Test
    void aNumberThatIsGivenHoldsWheneverItsLevelBeginsAnew() throws Exception {
        String kind = kind(0, lvl(0, "decimal", "%1.", ""), lvl(1, "lowerLetter", "%2)", ""));
        assertEquals(List.of("1.", "c)", "d)", "2.", "c)"), shown(docx(kind, list(1, 0, startsAt(1, 3))), 1, 0, 1, 1, 1, 1, 1, 0, 1, 1));
    }

    @Test
    void aLevelBeginsAnewWhereItSays() throws Exception {
        assertEquals(List.of("I", "1", "2", "II", "3"), shown(docx(kind(0, lvl(0, "upperRoman", "%1", ""), lvl(1, "decimal", "%2", "<w:lvlRestart w:val=\"0\"/>")), list(1, 0)), 1, 0, 1, 1, 1, 1, 1, 0, 1, 1));
        String third = kind(0, lvl(0, "decimal", "%1", ""), lvl(1, "decimal", "%1.%2", ""), lvl(2, "lowerLetter", "%3)", "<w:lvlRestart w:val=\"1\"/>"));
        assertEquals(List.of("1", "1.1", "a)", "1.2", "b)", "2", "2.1", "a)"), shown(docx(third, list(1, 0)), 1, 0, 1, 1, 1, 2, 1, 1, 1, 2, 1, 0, 1, 1, 1, 2));
    }

    @Test
    void aLegalLevelHasDigitsOnly() throws Exception {
        String levels = lvl(0, "upperRoman", "%1.", "") + lvl(1, "decimal", "%1.%2", "<w:isLgl/>") + lvl(2, "decimal", "%1.%2.%3", "<w:isLgl w:val=\"0\"/>");
        assertEquals(List.of("I.", "1.1", "I.1.1", "II.", "2.1"), shown(docx(kind(0, levels), list(1, 0)), 1, 0, 1, 1, 1, 2, 1, 0, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"decimalZero,01", "upperLetter,A", "lowerRoman,i", "numberInDash,- 1 -"})
    void formsOfNumbers(String form, String first) throws Exception {
        assertEquals(List.of(first), shown(docx(kind(0, lvl(0, form, "%1", "")), list(1, 0)), 1, 0));
    }

    @Test
    void aNewerFormStandsBesideAnOlderOne() throws Exception {
        String padded = "<mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent>";
        String lvl = lvl(0, "", "%1", "").replaceFirst("<w:numFmt[^>]*>", padded);
        assertEquals(List.of("001", "002"), shown(docx(kind(0, lvl), list(1, 0)), 1, 0, 1, 0));
    }

    @Test
    void theLevelsMayStandBehindAStyle() throws Exception {
        Docx docx = docx(kind(0, lvl(0, "decimal", "Art. %1", "")), kind(1).replace("></w:abstractNum>", "><w:numStyleLink w:val=\"Liste\"/></w:abstractNum>"), list(1, 0), list(2, 1));
        styles(docx, "<w:style w:type=\"numbering\" w:styleId=\"Liste\"><w:name w:val=\"Liste\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>");
        assertEquals(List.of("Art. 1", "Art. 2"), shown(docx, 2, 0, 2, 0));
    }

    @Test
    void aListNamesTheStyleOfALevel() throws Exception {
        Docx docx = docx(kind(0, lvl(0, "decimal", "%1.", ""), lvl(1, "decimal", "%1.%2", "<w:pStyle w:val=\"Art\"/>")), list(1, 0));
        styles(docx, style("Art", "Titre2", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"), style("Alinea", "Art", ""));
        docx.paragraph("<w:pPr><w:pStyle w:val=\"Titre1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>" + Docx.run("vu 1.")).styled("Art", "vu 1.1").styled("Alinea", "vu 1.2").styled("Titre1", "sans");
        assertEquals(List.of("# 1. vu 1.", "## 1.1 vu 1.1", "## 1.2 vu 1.2", "# sans"), headings(Importer.read("c.docx", docx.bytes(), Optional.empty())));
    }

    @Test
    void theListMayBeThatOfTheStyleBelow() throws Exception {
        Docx docx = docx(kind(0, lvl(0, "upperLetter", "%1.", ""), lvl(1, "decimal", "%1.%2", "")), list(1, 0));
        styles(docx, style("Un", "Titre1", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"), style("Deux", "Un", "<w:numPr><w:ilvl w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"1\"/>"), style("Non", "Un", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"));
        docx.styled("Un", "vu A.").styled("Deux", "vu A.1").paragraph("<w:pPr><w:pStyle w:val=\"Un\"/><w:numPr><w:ilvl w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"1\"/></w:pPr>" + Docx.run("vu A.2")).styled("Non", "sans")
                .paragraph("<w:pPr><w:pStyle w:val=\"Un\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>" + Docx.run("sans")).styled("Un", "vu B.");
        assertEquals(List.of("# A. vu A.", "## A.1 vu A.1", "## A.2 vu A.2", "# sans", "# sans", "# B. vu B."), headings(Importer.read("c.docx", docx.bytes(), Optional.empty())));
    }

    /** A paragraph that has been taken out, or is not to be seen, has no number; one without words has. */
    @Test
    void onlyWhatIsShownCounts() throws Exception {
        String number = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
        String deleted = "<w:del><w:r><w:delText>ôté</w:delText></w:r></w:del>";
        Docx docx = docx(kind(0, lvl(0, "decimal", "(%1)", "")), list(1, 0));
        for (String p : List.of("<w:pPr>" + number + "</w:pPr>" + Docx.run("vu 1"), "<w:pPr>" + number + "<w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + deleted,
                "<w:pPr>" + number + "</w:pPr>" + Docx.run("vu 2"), "<w:pPr>" + number + "<w:rPr><w:vanish/></w:rPr></w:pPr>" + Docx.run("<w:vanish/>", "caché"),
                "<w:pPr>" + number + "</w:pPr>" + Docx.run("vu 3"), "<w:pPr>" + number + "</w:pPr>", "<w:pPr>" + number + "</w:pPr>" + Docx.run("vu 5")))
            docx.paragraph(p);
        assertEquals(List.of("### (1) vu 1", "### (2) vu 2", "### (3) vu 3", "### (5) vu 5"), headings(Importer.read("c.docx", docx.bytes(), Optional.empty())).stream().filter(h -> h.startsWith("###")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl>", "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"ordinalText\"/><w:lvlText w:val=\"%1\"/></w:lvl>",
            "<w:lvl w:ilvl=\"0\"><w:start w:val=\"4000\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1\"/></w:lvl>", "<w:lvl w:ilvl=\"3\"/>"})
    void whatIsNotSureIsSaid(String level) throws Exception {
        Docx docx = items(docx(kind(0, level), list(1, 0)).paragraph(Docx.run("Avant.")), 1, 0);
        Imported imported = Importer.read("c.docx", docx.bytes(), Optional.empty());
        assertEquals("Avant.\n\n- mot | x", charter(imported).charter().preamble());
        assertEquals(List.of(2), lines(imported, "numbering"));
    }

    @Test
    void aLevelThatWasPassedOverIsNotGuessed() throws Exception {
        Docx docx = docx(kind(0, lvl(0, "decimal", "%1", ""), lvl(1, "decimal", "%1.%2", "")), list(1, 0));
        Imported imported = Importer.read("c.docx", items(docx.paragraph(Docx.run("Avant.")), 1, 1, 1, 0).bytes(), Optional.empty());
        assertEquals(List.of(2, 4), lines(imported, "numbering"));
    }

    @Test
    void numbersThatAProgramWritesOnlyWhenItShowsThemAreSaid() throws Exception {
        for (String field : List.of("AUTONUM", "LISTNUM", "AUTONUMLGL \\e")) {
            Imported imported = Importer.read("c.docx", new Docx().paragraph("<w:fldSimple w:instr=\" " + field + " \"/>" + Docx.run("mots")).bytes(), Optional.empty());
            assertEquals(List.of(1), lines(imported, "numbering"), field);
        }
    }

    /** A list that leaves a number out, or begins anew, says so in Markdown as well. */
    @Test
    void numbersOfAListSurviveInMarkdown() throws Exception {
        Docx docx = docx(kind(0, lvl(0, "decimal", "%1.", "")), list(1, 0), list(2, 0, startsAt(0, 1)), list(3, 0, startsAt(0, 5))).styled("Titre1", "P").styled("Titre2", "I").styled("Titre3", "E").paragraph(Docx.run("Mots."));
        for (int list : new int[] {1, 1, 2, 2, 3})
            docx.item(list, 0, Docx.run("mot"));
        Imported imported = Importer.read("c.docx", docx.styled("Titre1", "Q").bytes(), Optional.empty());
        assertEquals("Mots.\n\n1. mot\n2. mot\n1) mot\n2) mot\n\n5. mot", charter(imported).charter().commitments().toList().getFirst().text());
        assertTrue(lines(imported, "numbering").isEmpty());
    }
}
