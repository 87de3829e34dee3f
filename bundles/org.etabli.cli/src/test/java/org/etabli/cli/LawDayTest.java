package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which day's law is applied to a dossier, and where that is said. Article 50 binds from 2 August 2026 (Article 113). */
class LawDayTest {
    private final Cli cli = new Cli();

    @TempDir
    Path folder;

    private Path dossier(String launch) throws Exception {
        Path dossier = Files.createDirectories(folder.resolve("d"));
        Files.writeString(dossier.resolve("dossier.yaml"), "schema: etabli/dossier/1\nid: d\ntitle: T\nauthority: {name: A, kind: commune}\n" + launch);
        Files.writeString(dossier.resolve("facts.yaml"), Files.readString(Cli.CHARTERS.resolve("examples/nantes-cantines/facts.yaml")));
        return dossier;
    }

    private Map<String, Object> classified(Object... words) throws Exception {
        assertEquals(Main.OK, cli.run(words), cli.err);
        return Cli.object(cli.out);
    }

    @Test
    void theLawIsThatOfTheLaunchThenOfTheDayAskedForThenOfToday() throws Exception {
        Map<String, Object> launched = classified("classify", "--json", dossier("procedure: {launch: 2026-03-01}\n"));
        assertEquals("2026-03-01", launched.get("date"));
        assertEquals("ai-act@2024-08-01+france@2026-01-30", launched.get("law"), "the state of 27 July 2026 is not in force yet");
        assertEquals("launch", launched.get("dateFrom"));
        Map<String, Object> asked = classified("classify", "--json", "--date", "2026-09-01", dossier("procedure: {launch: 2026-03-01}\n"));
        assertEquals("ai-act@2026-07-27+france@2026-03-22", asked.get("law"));
        assertEquals("asked", asked.get("dateFrom"));
        assertEquals(Cli.TODAY.toString(), classified("classify", "--json", dossier("")).get("date"));
        assertEquals("today", classified("classify", "--json", dossier("procedure: {kind: adapted}\n")).get("dateFrom"));
    }

    /** No state of the law is as old as that. */
    @Test
    void aLaunchBeforeEveryStateOfTheLawLeavesToday() throws Exception {
        assertEquals("today", classified("classify", "--json", dossier("procedure: {launch: 2019-01-01}\n")).get("dateFrom"));
    }

    @Test
    void itIsSaidInWordsOnTheCommandLineAndOnEachDocument() throws Exception {
        Path dossier = dossier("procedure: {launch: 2026-12-15}\n");
        cli.run("classify", dossier);
        String said = "Droit appliqué : Règlement sur l’intelligence artificielle, état du 27 juillet 2026 ; Droit français applicable aux algorithmes publics, état du 22 mars 2026, à la date du 15 décembre 2026, jour du lancement de la procédure.";
        assertTrue(cli.out.contains(said), cli.out);
        assertFalse(cli.out.contains("@2026"), "words, not names of files: " + cli.out);
        assertEquals(Main.OK, cli.run("annexes", dossier, "--format", "adoc", "--out", folder.resolve("out")), cli.err);
        assertEquals(4, Files.list(folder.resolve("out")).filter(f -> contains(f, "jour du lancement de la procédure")).count());
        cli.run("diff", dossier, "--date", "2026-01-15", "--date", "2029-01-01");
        assertFalse(cli.out.contains("@2026"), cli.out);
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void explainCheckAndAnnexesApplyTheSameLaw() throws Exception {
        Path dossier = dossier("procedure: {launch: 2026-03-01}\n");
        assertEquals(Main.OK, cli.run("explain", dossier, "ai-act"), cli.err);
        assertTrue(cli.out.contains("état du 1er août 2024"), cli.out);
        assertEquals(Main.OK, cli.run("explain", dossier, "ai-act", "--date", "2026-09-01"), cli.err);
        assertTrue(cli.out.contains("état du 27 juillet 2026"), cli.out);
    }
}
