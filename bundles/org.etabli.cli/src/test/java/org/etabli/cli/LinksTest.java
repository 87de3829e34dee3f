package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dossier from a stranger may hold links: what leads out of it is neither read, nor written, nor deleted, by any command. */
class LinksTest {
    @TempDir
    Path folder;
    private final Cli cli = new Cli();
    private Path dossier;
    private Path victim;

    @BeforeEach
    void aDossierAndSomebodyElsesFolder() throws Exception {
        dossier = folder.resolve("d");
        assertEquals(Main.OK, cli.run("new", dossier, "--example", "nantes-cantines"), cli.err);
        victim = Files.createDirectory(folder.resolve("victim"));
        Files.writeString(victim.resolve("bashrc"), "alias");
        Files.writeString(victim.resolve("cctp-ia.adoc"), "somebody's");
    }

    private void refused(String file, Object... command) throws Exception {
        Map<String, String> before = Cli.tree(victim);
        assertEquals(Main.INVALID, cli.run(command), cli.out + cli.err);
        assertTrue((cli.out + cli.err).contains(file), List.of(command) + cli.out + cli.err);
        assertEquals(before, Cli.tree(victim));
    }

    @Test
    void documentsAreNotWrittenThroughALink() throws Exception {
        Files.createDirectories(dossier.resolve("annexes"));
        Path link = Files.createSymbolicLink(dossier.resolve("annexes/charte.adoc"), Path.of("../../victim/bashrc"));
        refused("charte.adoc", "annexes", dossier, "--format", "adoc");
        refused("charte.adoc", "annexes", dossier, "--format", "adoc", "--only", "charte");
        refused("charte.adoc", "annexes", dossier, "--format", "adoc", "--out", dossier.resolve("annexes"));
        Files.delete(link);
        // it is created by who writes through it
        Files.createSymbolicLink(link, Path.of("../../victim/new"));
        refused("charte.adoc", "annexes", dossier, "--format", "adoc", "--only", "charte");
        assertEquals(List.of("charte.adoc"), List.of(dossier.resolve("annexes").toFile().list()));
    }

    @Test
    void nothingIsWrittenOrDeletedInAFolderThatALinkLeadsTo() throws Exception {
        for (Path to : List.of(Path.of("../victim"), victim, Path.of("nowhere"))) {
            Files.createSymbolicLink(dossier.resolve("annexes"), to);
            refused("annexes", "annexes", dossier, "--format", "adoc");
            Files.delete(dossier.resolve("annexes"));
        }
        // a link to another folder of the dossier is one's own affair
        Files.createDirectory(dossier.resolve("papiers"));
        Files.createSymbolicLink(dossier.resolve("annexes"), Path.of("papiers"));
        assertEquals(Main.OK, cli.run("annexes", dossier, "--format", "adoc"), cli.err);
        assertTrue(Files.exists(dossier.resolve("papiers/fiche-classification.adoc")));
    }

    @Test
    void filesThatLieElsewhereAreNotRead() throws Exception {
        for (String name : List.of("dossier.yaml", "facts.yaml", "charter.md", "charter-assessment.yaml", "involvement.yaml")) {
            Path file = dossier.resolve(name);
            if (Files.exists(file))
                Files.move(file, victim.resolve(name));
            else
                Files.copy(Cli.CHARTERS.resolve("examples/plaisir-optimus").resolve(name), victim.resolve(name));
            Files.createSymbolicLink(file, victim.resolve(name));
            for (String command : List.of("check", "annexes"))
                refused(name, command, dossier);
            if (!name.contains("charter") && !name.contains("involvement"))
                for (Object[] command : new Object[][] {{"classify", dossier}, {"calendar", dossier}, {"explain", dossier, "minimal"}, {"diff", dossier, "--date", "2027-01-01"}})
                    refused(name, command);
            Files.delete(file);
            Files.move(victim.resolve(name), file);
        }
    }

    @Test
    void aCharterIsNotAdoptedRevisedOrImportedThroughALink() throws Exception {
        Files.delete(dossier.resolve("charter-assessment.yaml"));
        Path charter = dossier.resolve("charter.md");
        String text = Files.readString(charter);
        Files.move(charter, victim.resolve("charter.md"));
        Files.createSymbolicLink(charter, victim.resolve("charter.md"));
        Object[] adopt = {"charter", "adopt", dossier, "--on", "2026-11-01", "--deliberation", "1", "--by", "Conseil"};
        refused("charter.md", adopt);
        refused("charter.md", "charter", "diff", dossier);
        refused("charter.md", "charter", "revise", dossier);
        Files.delete(charter);
        Files.writeString(charter, text.replaceFirst("(?ms)^adoption:.*?(?=^\\S)", "").replaceFirst("(?m)^counterpart:.*\\R", ""));
        assertEquals(Main.OK, cli.run(adopt), cli.err);
        Files.createSymbolicLink(dossier.resolve("charter-versions"), victim);
        refused("charter-versions", "charter", "revise", dossier);
        Files.delete(charter);
        Files.createSymbolicLink(charter, victim.resolve("not-there.md"));
        assertEquals(Main.USAGE, cli.run("charter", "import", victim.resolve("charter.md"), dossier));
        assertFalse(Files.exists(victim.resolve("not-there.md")));
    }

    @Test
    void whatIsReadThroughALinkInsideIsSaid() throws Exception {
        Files.move(dossier.resolve("facts.yaml"), dossier.resolve("faits-communs.yaml"));
        Files.createSymbolicLink(dossier.resolve("facts.yaml"), Path.of("faits-communs.yaml"));
        cli.run("check", dossier);
        assertTrue(cli.out.lines().anyMatch(l -> l.contains("dossier.link") && l.contains("faits-communs.yaml")), cli.out);
    }

    /** As a kill leaves it: the repeated command finds what was begun, and is done. */
    @Test
    void newCanBeRepeatedWhereverItWasInterrupted() throws Exception {
        Path made = folder.resolve("n");
        assertEquals(Main.OK, cli.run("new", made, "--example", "nantes-cantines"));
        Map<String, String> whole = Cli.tree(made);
        for (int moved = 0; moved < 4; moved++) {
            Path again = Files.createDirectories(folder.resolve("n" + moved));
            Path ready = Files.createDirectory(again.resolve(moved == 0 ? ".etabli-new" : ".etabli-ready"));
            List<String> names = List.of("charter.md", "facts.yaml", "charter-assessment.yaml", "dossier.yaml");
            for (String name : names)
                Files.copy(made.resolve(name), (names.indexOf(name) < moved - 1 ? again : ready).resolve(name));
            assertEquals(Main.OK, cli.run("new", again, "--example", "nantes-cantines"), cli.err);
            assertEquals(whole, Cli.tree(again));
            assertEquals(Main.INVALID, cli.run("new", again, "--example", "nantes-cantines"), "it is there now");
        }
    }

    /** As a kill during the last moves leaves it: new documents beside old ones. The command that is named mends it. */
    @Test
    void checkSaysThatDocumentsOfTwoEditionsStandThere() throws Exception {
        Path made = folder.resolve("deux éditions");
        assertEquals(Main.OK, cli.run("new", made, "--example", "nantes-cantines"));
        cli.run("annexes", made, "--format", "adoc");
        cli.run("check", made);
        assertFalse(cli.out.contains("annexes.unfinished"), cli.out);
        Path ready = Files.createDirectory(made.resolve("annexes/.etabli-ready"));
        Files.writeString(ready.resolve("cctp-ia.adoc"), "= Neuf\n");
        assertEquals(Main.FINDINGS, cli.run("check", made));
        String command = "etabli annexes \"" + made + "\"";
        assertTrue(cli.out.lines().anyMatch(l -> l.contains("annexes.unfinished") && l.contains(command)), cli.out);
        cli.run("check", made, "--lang", "en");
        assertTrue(cli.out.lines().anyMatch(l -> l.contains("warning annexes.unfinished") && l.contains(command)), cli.out);
        cli.run("annexes", made, "--format", "adoc");
        cli.run("check", made);
        assertFalse(cli.out.contains("annexes.unfinished"), cli.out);
        assertFalse(Files.exists(ready));
    }
}
