package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.etabli.dossier.Content;
import org.etabli.dossier.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that cannot be made, or not as they should. */
class AnnexesTest {
    private static final String SHEET = "fiche-classification";

    @TempDir
    Path folder;
    private Path dossier;
    private String err;

    @BeforeEach
    void dossier() throws Exception {
        dossier = folder.resolve("d");
        Examples.copy(new Content(Cli.CHARTERS), "saint-savin-fuites", dossier);
    }

    /** Without fonts there is no PDF, but all else. */
    private int runWithoutFonts(Object... words) throws Exception {
        Path home = folder.resolve("home");
        if (!Files.exists(home)) {
            Files.createDirectory(home);
            Files.createSymbolicLink(home.resolve("engine"), Path.of(System.getProperty("etabli.engine")).resolve("engine").toAbsolutePath());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = new Main(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8), new PrintStream(bytes, false, StandardCharsets.UTF_8), Cli.CHARTERS, home,
                () -> Cli.TODAY).run(Stream.of(words).map(Object::toString).toList());
        err = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    @Test
    void whatCannotBeMadeIsNamedAndKeepsNothingElseBack() throws Exception {
        Path annexes = Files.createDirectory(dossier.resolve("annexes"));
        Files.writeString(annexes.resolve(SHEET + ".pdf"), "of yesterday");
        assertEquals(Main.FINDINGS, runWithoutFonts("annexes", dossier, "--only", SHEET, "--format", "html,pdf,docx"), err);
        assertTrue(Files.exists(annexes.resolve(SHEET + ".html")) && Files.exists(annexes.resolve(SHEET + ".docx")));
        assertFalse(Files.exists(annexes.resolve(SHEET + ".pdf")), "nothing older stands beside the new ones");
        assertTrue(err.contains("annex.failed") && err.contains("« Fiche de classification") && err.contains("(pdf)"), err);
        assertTrue(err.contains(".log"), "where the trace is: " + err);
        assertFalse(err.contains("Exception") || err.contains("\tat "), err);
    }

    @Test
    void whenNothingCanBeMadeNothingIsTouched() throws Exception {
        Path annexes = Files.createDirectory(dossier.resolve("annexes"));
        Files.writeString(annexes.resolve(SHEET + ".pdf"), "of yesterday");
        assertEquals(Main.INVALID, runWithoutFonts("annexes", dossier, "--only", SHEET, "--format", "pdf"));
        assertEquals("of yesterday", Files.readString(annexes.resolve(SHEET + ".pdf")));
    }

    @Test
    void whatThePdfCannotShowIsSaid() throws Exception {
        Path file = dossier.resolve("dossier.yaml");
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^title:.*$", "title: 'Projet 中 ☒ CO₂'"));
        Cli cli = new Cli();
        assertEquals(Main.OK, cli.run("annexes", dossier, "--only", SHEET, "--format", "pdf"), cli.err);
        assertTrue(cli.err.contains("annex.replaced") && cli.err.contains("中 (U+4E2D)"), cli.err);
        for (String shown : List.of("☒", "₂"))
            assertFalse(cli.err.contains(shown), cli.err);
    }

    /** A gap that the documents show is named before they are sent, and no other. */
    @Test
    void whatTheDocumentsLeaveToCompleteIsSaid() throws Exception {
        Path started = folder.resolve("started");
        Cli cli = new Cli();
        assertEquals(Main.OK, cli.run("new", started), cli.err);
        assertEquals(2, gaps(started, cli));
        assertTrue(cli.err.contains("nom de l’acheteur, référence de la procédure"), cli.err);
        Path file = started.resolve("dossier.yaml");
        Files.writeString(file, Files.readString(file).replace("name: à compléter", "name: Ville de Nantes"));
        assertEquals(1, gaps(started, cli));
        assertTrue(cli.err.contains(": référence de la procédure."), cli.err);
        Files.writeString(file, Files.readString(file) + "procedure: {reference: 2026-14}\n");
        assertEquals(0, gaps(started, cli));
        assertFalse(cli.err.contains("dossier.unsaid"), cli.err);
        cli.run("check", started);
        assertFalse(cli.out.contains("dossier.unsaid"), cli.out);
    }

    /** How many of the two fields the sheet shows as gaps; then {@code check} has named them, too. */
    private static int gaps(Path started, Cli cli) throws Exception {
        cli.run("check", started);
        String checked = cli.out;
        cli.run("annexes", started, "--only", SHEET, "--format", "adoc");
        assertEquals(cli.err.contains("dossier.unsaid"), checked.contains("info dossier.unsaid"), checked + cli.err);
        return (int) Files.readAllLines(started.resolve("annexes").resolve(SHEET + ".adoc")).stream()
                .filter(l -> (l.startsWith(":authority:") || l.startsWith(":procedure-reference:")) && l.endsWith(" à compléter")).count();
    }
}
