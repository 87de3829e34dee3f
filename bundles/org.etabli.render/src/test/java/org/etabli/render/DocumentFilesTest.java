package org.etabli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.etabli.annex.AnnexDocument;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.Lang;
import org.etabli.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A set of documents in which some cannot be made. */
class DocumentFilesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Text TITLE = new Text("Le titre", "The title");

    @TempDir
    Path folder;

    private static Supplier<AnnexDocument> text(String asciidoc) {
        return () -> new AnnexDocument("t", Lang.FR, "T", "", "", asciidoc, List.of());
    }

    private static <T> Supplier<T> failing(Error error) {
        return () -> {
            throw error;
        };
    }

    @Test
    void whatFailsKeepsNothingElseBack() {
        DocumentFiles files = new DocumentFiles(Engines.renderer(), List.of(OutputFormat.values()), DAY);
        List<String> heard = new ArrayList<>();
        files.add("a", TITLE, text("Un."), f -> heard.add(f.name()));
        files.add("b", TITLE, () -> {
            throw new IllegalStateException("x");
        });
        files.add("c", TITLE, failing(new NoClassDefFoundError("org/apache/pdfbox/pdmodel/graphics/form/PDFormXObject")));
        files.add("d", TITLE, failing(new StackOverflowError()));
        files.add("e", TITLE, text("Deux."));
        List<String> whole = List.of("a.adoc", "a.html", "a.pdf", "a.docx");
        assertEquals(whole, heard);
        List<String> made = new ArrayList<>(whole);
        whole.forEach(n -> made.add(n.replace("a.", "e.")));
        assertEquals(made, files.files().stream().map(DocumentFiles.DocumentFile::name).toList());
        assertEquals(List.of("b.adoc", "c.adoc", "d.adoc"), files.findings().stream().map(Finding::file).toList());
        for (Finding finding : files.findings()) {
            assertEquals(Severity.ERROR, finding.severity());
            assertTrue(finding.message().fr().contains("« Le titre »") && finding.message().fr().contains("adoc, html, pdf, docx"), finding.message().fr());
            assertTrue(finding.message().en().contains("\"The title\""), finding.message().en());
            assertFalse(finding.line(Lang.FR).contains("Error") || finding.line(Lang.FR).contains("Exception"), "no word of Java");
        }
        assertEquals(12, files.failures().size());
        assertTrue(files.failures().get("c.pdf") instanceof NoClassDefFoundError);
    }

    @Test
    void oneFormThatFailsKeepsTheOthers() throws Exception {
        // an engine without fonts makes all but the PDF
        Files.createSymbolicLink(folder.resolve("engine"), Engines.HOME.resolve("engine").toAbsolutePath());
        try (Renderer renderer = new Renderer(folder)) {
            DocumentFiles files = new DocumentFiles(renderer, List.of(OutputFormat.values()), DAY);
            files.add("a", TITLE, text("Un."));
            assertEquals(List.of("a.adoc", "a.html", "a.docx"), files.files().stream().map(DocumentFiles.DocumentFile::name).toList());
            assertEquals(Set.of("a.pdf"), files.failures().keySet());
            assertTrue(files.findings().getFirst().message().fr().contains("(pdf)"), files.findings().toString());
        }
    }

    @Test
    void whatThePdfCannotShowIsAWarning() {
        DocumentFiles files = new DocumentFiles(Engines.renderer(), List.of(OutputFormat.PDF), DAY);
        files.add("a", TITLE, text("Avant 中文 après."));
        Finding finding = files.findings().getFirst();
        assertEquals(Severity.WARNING, finding.severity());
        assertTrue(finding.message().fr().contains("中 (U+4E2D)") && finding.message().en().contains("文 (U+6587)"), finding.toString());
        assertTrue(files.failures().isEmpty());
    }
}
