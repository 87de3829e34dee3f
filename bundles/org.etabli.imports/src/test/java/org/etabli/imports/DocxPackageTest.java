package org.etabli.imports;

import static org.etabli.imports.Imports.charter;
import static org.etabli.imports.Imports.headings;
import static org.etabli.imports.Imports.lines;
import static org.etabli.imports.Imports.refusal;
import static org.etabli.imports.Imports.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.junit.jupiter.api.Test;

/** What else stands in an office file, and how other programs pack one. */
class DocxPackageTest {
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static Imported read(byte[] docx) throws Exception {
        return Importer.read("c.docx", docx, Optional.empty());
    }

    /** A document with one relation to a file. */
    private static Map<String, String> parts(String runs, String type, String target, String content) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("_rels/.rels", "<Relationships><Relationship Id=\"d\" Type=\"" + TYPES + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        parts.put("word/document.xml", "<w:document " + Docx.NAMES + " xmlns:o=\"urn:o\" xmlns:c=\"urn:c\" xmlns:v=\"urn:v\"><w:body><w:p><w:r><w:t>Mots.</w:t></w:r>" + runs + "</w:p></w:body></w:document>");
        parts.put("word/_rels/document.xml.rels", "<Relationships><Relationship Id=\"x\" Type=\"" + TYPES + type + "\" Target=\"" + target + "\"/></Relationships>");
        parts.put("word/" + target, content);
        return parts;
    }

    @Test
    void picturesAndObjectsAreNamed() throws Exception {
        record Held(String runs, String type, String target, String id) {
        }
        for (Held held : List.of(new Held("<w:r><w:drawing><a:blip r:embed=\"x\"/></w:drawing></w:r>", "image", "media/logo.png", "image"), new Held("", "image", "media/logo.png", "image"),
                new Held("<w:r><w:pict><v:imagedata r:id=\"x\"/></w:pict></w:r>", "image", "media/logo.wmf", "image"),
                new Held("<w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\" r:id=\"x\"/></w:object></w:r>", "package", "embeddings/tableau.xlsx", "object"),
                new Held("", "oleObject", "embeddings/ole.bin", "object"), new Held("<w:r><w:drawing><c:chart r:id=\"x\"/></w:drawing></w:r>", "chart", "charts/chart1.xml", "object"),
                new Held("", "chart", "charts/chart1.xml", "object"), new Held("", "control", "activeX/activeX1.bin", "object"), new Held("", "video", "media/film.mp4", "object"),
                new Held("", "aFChunk", "morceau.html", "object"), new Held("", "inconnu", "autre.dat", "object"))) {
            Imported imported = read(Docx.zip(parts(held.runs, held.type, held.target, "\u0089PNG ceci n’est pas du XML")));
            assertEquals("Mots.", charter(imported).charter().preamble(), held.toString());
            String name = held.target.substring(held.target.lastIndexOf('/') + 1);
            assertEquals(1, said(imported, held.id).stream().filter(s -> s.contains(name)).count(), held + " " + imported.report());
        }
        Imported chunk = read(Docx.zip(parts("", "aFChunk", "morceau.html", "x")));
        assertEquals(1, lines(chunk, "object").size());
    }

    @Test
    void wordArtIsNamed() throws Exception {
        assertEquals(1, said(read(Docx.zip(parts("<w:r><w:pict><v:textpath string=\"PROJET\"/></w:pict></w:r>", "settings", "settings.xml", "<x/>"))), "object").stream().filter(s -> s.contains("PROJET")).count());
    }

    @Test
    void namesOfPartsMayHaveBackslashesAndAnotherCase() throws Exception {
        for (UnaryOperator<String> other : List.<UnaryOperator<String>>of(n -> n.replace('/', '\\'), n -> n.toUpperCase(), n -> n.replace("word/", "Word/").replace("document", "Document"), n -> "/" + n)) {
            Map<String, String> renamed = new LinkedHashMap<>();
            parts("", "styles", "styles.xml", "<w:styles " + Docx.NAMES + "/>").forEach((name, content) -> renamed.put(other.apply(name), content));
            assertEquals("Mots.", charter(read(Docx.zip(renamed))).charter().preamble(), renamed.keySet().toString());
        }
        Map<String, String> escaped = parts("", "styles", "mes styles.xml", "<w:styles " + Docx.NAMES + "><w:style w:styleId=\"a\"/></w:styles>");
        escaped.computeIfPresent("word/_rels/document.xml.rels", (n, xml) -> xml.replace("mes styles", "../word/./mes%20styles"));
        assertEquals(List.of(), said(read(Docx.zip(escaped)), "object"));
    }

    /** Sizes stand behind the content, and in the directory, but not in front: as programs write that do not go back. */
    private static byte[] streamed(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<byte[]> directory = new ArrayList<>();
        parts.forEach((name, text) -> {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            CRC32 crc = new CRC32();
            crc.update(content);
            int at = out.size();
            out.writeBytes(little(30).putInt(0x04034b50).putShort((short) 20).putShort((short) 8).putShort((short) 0).putInt(0).putInt(0).putInt(0).putInt(0).putShort((short) name.length()).array());
            out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(content);
            out.writeBytes(little(16).putInt(0x08074b50).putInt((int) crc.getValue()).putInt(content.length).putInt(content.length).array());
            directory.add(little(46 + name.length()).putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) 8).putShort((short) 0).putInt(0).putInt((int) crc.getValue())
                    .putInt(content.length).putInt(content.length).putShort((short) name.length()).putShort((short) 0).putShort((short) 0).putInt(0).putInt(0).putInt(at)
                    .put(name.getBytes(StandardCharsets.UTF_8)).array());
        });
        int at = out.size();
        directory.forEach(out::writeBytes);
        out.writeBytes(little(22).putInt(0x06054b50).putInt(0).putShort((short) directory.size()).putShort((short) directory.size()).putInt(out.size() - at).putInt(at).array());
        return out.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void aZipIsReadByItsDirectory() throws Exception {
        byte[] streamed = streamed(parts("", "styles", "styles.xml", "<w:styles " + Docx.NAMES + "/>"));
        assertEquals("Mots.", charter(read(streamed)).charter().preamble());
        byte[] shifted = new byte[streamed.length + 100];
        System.arraycopy(streamed, 0, shifted, 100, streamed.length);
        assertEquals("Mots.", charter(read(shifted)).charter().preamble(), "something stands in front of it");
    }

    @Test
    void whatIsChangedOnTheWayIsRefused() {
        byte[] zip = streamed(parts("", "styles", "styles.xml", "<w:styles " + Docx.NAMES + "/>"));
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("Mots.");
        zip[at] = 'm';
        assertEquals("import.broken", refusal("c.docx", zip));
    }

    @Test
    void otherFilesAreToldApart() throws Exception {
        assertEquals("import.protected", refusal("c.docx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}));
        assertEquals("import.no-document", refusal("c.docx", Docx.zip(Map.of("[Content_Types].xml", "<Types/>"))));
        Map<String, String> sheet = new LinkedHashMap<>(Map.of("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>"));
        sheet.put("_rels/.rels", "<Relationships><Relationship Id=\"d\" Type=\"" + TYPES + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        assertEquals("import.format", refusal("c.docx", Docx.zip(sheet)));
    }

    /** No word of the parser's, and the place in the part. */
    @Test
    void aBrokenPartIsNamedInTheUsersLanguage() {
        byte[] docx = Docx.zip(Map.of("word/document.xml", "<w:document " + Docx.NAMES + ">\n<w:body><w:p></w:body>"));
        try {
            Importer.read("charte.docx", docx, Optional.empty());
        } catch (InvalidInputException e) {
            Finding finding = e.findings().getFirst();
            assertEquals("charte.docx", finding.file());
            assertTrue(finding.message().fr().contains("partie word/document.xml, ligne 2"), finding.message().fr());
            assertTrue(finding.message().fr().contains("le XML est mal formé"), finding.message().fr());
            return;
        }
        throw new AssertionError("it was read");
    }

    /** Seven million empty elements are a small file. */
    @Test
    void elementsAreCounted() throws Exception {
        assertEquals("import.bomb", refusal("c.docx", new Docx().xml("<w:p/>".repeat(Xml.MOST + 1)).bytes()));
        assertEquals("import.bomb", refusal("c.docx", new Docx().xml(("<w:p" + " a%d=\"\"".repeat(100) + "/>").replace("%d", "").repeat(1).replaceAll(" a=\"\"", "")
                + ("<w:p a=\"\" b=\"\" c=\"\" d=\"\"/>").repeat(Xml.MOST / 5 + 1)).bytes()));
    }

    // --- tracked changes -----------------------------------------------------------------------------------------

    @Test
    void aParagraphWhoseEndIsDeletedGoesOn() throws Exception {
        String deleted = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
        Imported imported = read(new Docx().styled("Titre1", "P").paragraph(deleted + Docx.run("Un, ")).paragraph(deleted + Docx.run("deux, ")).paragraph(Docx.run("trois."))
                .paragraph("<w:pPr><w:rPr><w:moveFrom w:id=\"2\"/></w:rPr></w:pPr><w:moveFrom><w:r><w:t>ailleurs</w:t></w:r></w:moveFrom>").paragraph(deleted + Docx.run("Quatre.")).xml(Docx.table(new String[] {"a", "b"})).styled("Titre1", "Q").bytes());
        assertEquals(List.of("### Un, deux, trois", "### Quatre"), headings(imported).stream().filter(h -> h.startsWith("###")).toList());
    }

    @Test
    void rowsAndCellsThatAreDeletedLeaveNothing() throws Exception {
        String table = Docx.table(new String[] {"a", "b"}, new String[] {"c", "d"}, new String[] {"", "\u00A0"}, new String[] {"e", "f"});
        String withoutRow = table.replaceFirst("<w:tr>(?=<w:tc><w:p><w:r><w:t xml:space=\"preserve\">c)", "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>").replaceFirst("<w:tc>(?=<w:p><w:r><w:t xml:space=\"preserve\">f)", "<w:tc><w:tcPr><w:cellDel w:id=\"2\"/></w:tcPr>");
        Imported imported = read(new Docx().paragraph(Docx.run("Mots.")).xml(withoutRow).bytes());
        assertEquals("Mots.\n\n- a | b\n- e |", charter(imported).charter().preamble());
        assertEquals(List.of("Text deleted with tracked changes is not taken: c d", "Text deleted with tracked changes is not taken: f"), said(imported, "deleted").stream().map(s -> s.replaceAll("\\s+", " ")).toList());
    }

    // --- blanks --------------------------------------------------------------------------------------------------

    @Test
    void aParagraphOfBlanksIsEmptyInEveryFormat() throws Exception {
        for (String blank : List.of("\u00A0", "\u200B", "\u202F\u00A0", "\u2003", "\uFEFF", "\u2060", "\u3000", "\u00AD", "\u2007 \u200D")) {
            Docx docx = new Docx().styled("Titre1", "Dire").paragraph(Docx.run(blank)).paragraph(Docx.run("Un.")).styled("Titre1", blank).item(1, 0, Docx.run(blank)).paragraph(Docx.run("Deux.")).styled("Titre1", "Faire");
            assertEquals(List.of("# Dire", "# Faire"), headings(read(docx.bytes())).stream().filter(h -> h.startsWith("# ")).toList());
            for (String name : List.of("c.md", "c.adoc", "c.txt")) {
                String mark = name.equals("c.md") ? "# " : name.equals("c.adoc") ? "== " : "Article 1 – ";
                String text = mark + "Dire\n\nUn.\n" + blank + "\nDeux.\n\n" + (name.equals("c.txt") ? "" : mark + blank + "\n\n") + "- " + blank + "\n\n" + mark.replace('1', '2') + "Faire\n";
                List<String> found = headings(Imports.of(name, text));
                assertEquals(0, found.stream().filter(h -> h.replaceFirst("^#+ ", "").isBlank() || h.endsWith(blank)).count(), name + found);
                assertEquals(2, found.stream().filter(h -> h.startsWith("# ")).count(), name + found);
                assertTrue(found.containsAll(List.of("### Un", "### Deux")), name + found);
            }
        }
    }
}
