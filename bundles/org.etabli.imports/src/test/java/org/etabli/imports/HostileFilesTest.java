package org.etabli.imports;

import static org.etabli.imports.Imports.charter;
import static org.etabli.imports.Imports.of;
import static org.etabli.imports.Imports.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.etabli.model.Finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken, too large, or made to do harm. */
class HostileFilesTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        assertEquals("import.format", refusal("c.pdf", bytes("%PDF-1.7")));
        assertEquals("import.format", refusal("c.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}));
        assertEquals("import.format", refusal("c.docx", Docx.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>"))));
        assertEquals("import.no-text", refusal("c.txt", new byte[] {'a', 0, 'b', 'c', 'd', 'e', 'f'}));
        for (String name : List.of("c.txt", "c.md", "c.adoc"))
            assertEquals("import.empty", refusal(name, bytes(" \n\t\n")));
        assertEquals("import.empty", refusal("c.docx", new Docx().paragraph("").bytes()));
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertEquals("import.too-large", refusal("c.txt", new byte[20 * 1024 * 1024 + 1]));
        assertEquals("import.too-long", refusal("c.txt", bytes("mot ".repeat(600_000))));
        assertEquals("import.too-long", refusal("c.docx", new Docx().paragraph(Docx.run("mot ".repeat(600_000))).bytes()));
    }

    @Test
    void aBrokenWordFileIsRefused() {
        byte[] whole = new Docx().paragraph(Docx.run("mots")).bytes();
        assertEquals("none", refusal("c.docx", whole));
        assertEquals("none", refusal("c.txt", whole), "a DOCX is one whatever it is called");
        for (int length = 40; length < whole.length - 2000; length += 97)
            assertTrue(List.of("import.broken", "import.format").contains(refusal("c.docx", Arrays.copyOf(whole, length))), "cut at " + length);
        assertEquals("import.broken", refusal("c.docx", new Docx().xml("<w:p><w:r>").bytes()));
        assertEquals("import.broken", refusal("c.docx", new Docx().xml("<w:sdt>".repeat(5000) + "</w:sdt>".repeat(5000)).bytes()));
    }

    @Test
    void bombsAreRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String part : List.of("word/media/a.bin", "word/document.xml")) {
                zip.putNextEntry(new ZipEntry(part));
                byte[] blanks = new byte[1 << 20];
                Arrays.fill(blanks, (byte) ' ');
                for (int i = 0; i < 49; i++)
                    zip.write(blanks);
            }
        }
        assertTrue(out.size() < 1024 * 1024);
        assertEquals("import.bomb", refusal("c.docx", out.toByteArray()));
        assertEquals("import.bomb", refusal("c.docx", Docx.zip(IntStream.range(0, 5001).boxed().collect(Collectors.toMap(i -> "a" + i, i -> "")))));
    }

    @Test
    void entitiesOfAWordFileAreNotRead(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "le secret");
        for (String type : List.of("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY e \"&a;&a;&a;\">]>", "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">")) {
            String document = type + "<w:document " + Docx.NAMES + "><w:body><w:p><w:r><w:t>mots &e;</w:t></w:r></w:p></w:body></w:document>";
            assertEquals("import.broken", refusal("c.docx", Docx.zip(Map.of("word/document.xml", document))));
        }
    }

    @Test
    void nothingIsIncludedInAsciidoc(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.adoc"), "le secret\n");
        Imported imported = of("c.adoc", "= T\n:leveloffset: +1\n\ninclude::" + secret + "[]\n\nmots include::" + secret + "[] {docdir} pass:[<b>] image::" + secret + "[x]\n\n|===\ninclude::" + secret + "[]\n|===\n");
        assertFalse(imported.text().contains("le secret"));
        assertEquals(3, imported.text().split("include::", -1).length - 1);
    }

    /** Ten attributes of ten references each: ten thousand million words in a few lines. */
    @Test
    void attributesDoNotGrowWithoutLimit() {
        StringBuilder text = new StringBuilder("= T\n:a0: mot\n");
        for (int i = 1; i < 11; i++)
            text.append(":a").append(i).append(": ").append(("{a" + (i - 1) + "} ").repeat(10)).append('\n');
        text.append("\n").append("{a10} {a3} ".repeat(2000)).append('\n');
        assertTimeoutPreemptively(LONG, () -> {
            String refused = refusal("c.adoc", bytes(text.toString()));
            assertTrue(List.of("none", "import.too-long").contains(refused), refused);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "*a ", "**a", "_a ", "`", "![", "<a", "&", "> ", "- ", "1. ", "#", "a\n", "| a ", "\\", "<!--", "[^a]", "((", "{a}", "<<", "link:a[", "footnote:[", "+", "a::", "====\n", "\t- a\n", "[[a]]",
            "* a\n** b\n", "a. ", "1.1 a\n\n", "~", "https://", "- a\n", "--- ", "\u0000", "\uFFFF", "\u202e", "😀"})
    void hostileTextTakesNoForeverAndLosesNothing(String piece) {
        String text = "mot1\n\n" + piece.repeat(4000 / piece.length()) + "\n\nmot2 fin\n";
        for (String name : List.of("c.md", "c.adoc", "c.txt"))
            assertTimeoutPreemptively(LONG, () -> {
                if (refusal(name, bytes(text)).equals("none")) {
                    Imported imported = of(name, text);
                    String all = imported.text() + imported.report();
                    assertTrue(all.contains("mot1") && all.contains("mot2"), name);
                    assertTrue(charter(imported).findings().stream().noneMatch(f -> f.id().equals("charter.too-nested")), name);
                }
            });
    }

    @Test
    void whatHasNoWordsIsNoReasonToStop() throws Exception {
        for (String text : List.of("# \n\n## \n\n- \n- \uFFFF\n\n###\n", "= \n\n== x\n\n* \n* \uFFFF\n", "- \uFFFF\n\nArticle 1\n\n\uFFFF\n"))
            for (String name : List.of("c.md", "c.adoc", "c.txt"))
                assertEquals(0, charter(of(name, text + "\nmots\n")).findings().stream().filter(f -> f.severity() == Severity.ERROR).count());
        Imported word = Importer.read("c.docx", new Docx().styled("Titre1", "").styled("Titre2", "\u0081").item(1, 0, Docx.run("\u0081")).paragraph(Docx.run("- \u0081")).bytes(), Optional.empty());
        assertEquals(0, charter(word).findings().stream().filter(f -> f.severity() == Severity.ERROR).count());
    }

    /** What a text says of our format is text. */
    @Test
    void ourOwnSignsDoNoHarm() throws Exception {
        String text = "# P](#x) {#a\n\n--- \n\n## [I](#y) {#} {#b}\n\n### C {{#c}}\n\n[x]: #z\n\n[a][x] [b](#w) \\# t\n\n#### D\n\n```\n# E\n";
        Imported imported = of("c.md", "# T\n\n" + text + "\n");
        assertTrue(charter(imported).findings().stream().noneMatch(f -> f.severity() == Severity.ERROR), () -> imported.text() + charter(imported).findings());
        for (String word : List.of("# P", "I", "C", "# E", "**D**"))
            assertTrue(imported.text().contains(word), word);
        String title = "a: \"b\" # c ' {d} [e] - | > % @ ` \u0007 \uFEFF 😀";
        assertEquals(title.replace("\u0007 ", ""), charter(Importer.read("c.adoc", bytes("= " + title.replace("{d}", "\\{d}") + "\n\nmots\n"), Optional.empty())).charter().title());
    }
}
