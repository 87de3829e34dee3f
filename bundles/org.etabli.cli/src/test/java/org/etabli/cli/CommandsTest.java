package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each command does and prints when all is well, and what it says when it is called wrongly. */
class CommandsTest {
    private final Cli cli = new Cli();

    @TempDir
    Path folder;

    private Path example(String name) {
        return Cli.CHARTERS.resolve("examples").resolve(name);
    }

    // --- usage ---------------------------------------------------------------------------------------------------

    static List<List<String>> wrong() {
        return List.of(List.of(), List.of("classer"), List.of("Classify", "x"), List.of("new"), List.of("new", "a", "b"), List.of("new", "a", "--exemple", "x"), List.of("new", "a", "--example"),
                List.of("questions", "--pack"), List.of("questions", "--pack", "other"), List.of("questions", "x"), List.of("classify"), List.of("classify", "--json"), List.of("classify", "x", "--xml"),
                List.of("classify", "x", "--date", "21/11/2026"), List.of("classify", "x", "--date", "2026-02-30"), List.of("classify", "x", "--date="), List.of("classify", "x", "--json=yes"), List.of("check"),
                List.of("check", "a", "b"), List.of("annexes"), List.of("annexes", "a", "--format", "docm"), List.of("annexes", "a", "--format", ""), List.of("annexes", "a", "--format", "pdf,,html"),
                List.of("--lang"), List.of("--lang", "de", "questions"), List.of("questions", "--lang"), List.of("--verbose"), List.of("score", "x"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongUsageEndsWithTwoAndSaysSo(List<String> words) throws Exception {
        assertEquals(Main.USAGE, cli.run(words.toArray()), cli.err);
        assertFalse((cli.out + cli.err).isBlank());
        assertFalse((cli.out + cli.err).contains("Exception"), cli.err);
        assertTrue((cli.out + cli.err).contains("etabli --help") || words.isEmpty(), cli.err);
        if (!words.contains("--lang")) {
            String french = cli.out + cli.err;
            List<Object> english = new ArrayList<>(words);
            english.addAll(List.of("--lang", "en"));
            assertEquals(Main.USAGE, cli.run(english.toArray()));
            assertNotEquals(french, cli.out + cli.err, "in the other language too");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "help", "-h", "classify --help"})
    void helpNamesEveryCommandAndExample(String words) throws Exception {
        assertEquals(Main.OK, cli.run((Object[]) words.split(" ")));
        for (String command : List.of("new", "questions", "classify", "check", "annexes", "nantes-cantines", "0", "1", "2", "3"))
            assertTrue(cli.out.contains(command), command);
        assertTrue(cli.out.contains("Codes de sortie"));
        assertEquals(Main.OK, cli.run((Object[]) (words + " --lang en").split(" ")));
        assertTrue(cli.out.contains("Exit codes"));
        assertEquals("", cli.err);
    }

    @Test
    void optionsMayStandAnywhereAndBeJoined() throws Exception {
        assertEquals(Main.OK, cli.run("classify", "--json", example("nantes-cantines"), "--date=2027-01-01", "--lang", "en"), cli.err);
        assertEquals("2027-01-01", Cli.object(cli.out).get("date"));
        Path dashes = Files.createDirectories(folder.resolve("--json"));
        Files.writeString(dashes.resolve("dossier.yaml"), "schema: etabli/dossier/1\nid: d\ntitle: T\nauthority: {name: A, kind: commune}\n");
        assertEquals(Main.OK, cli.run("check", "--", dashes), "behind two dashes everything is a path");
    }

    // --- new -----------------------------------------------------------------------------------------------------

    @Test
    void aNewDossierTakesTheNameOfItsFolder() throws Exception {
        for (String name : List.of("prevision-des-repas", "2026", "L’été #1")) {
            Path dossier = folder.resolve(name);
            assertEquals(Main.OK, cli.run("new", dossier), cli.err);
            assertTrue(cli.out.contains("Dossier créé : " + dossier) && cli.out.contains("etabli classify"), cli.out);
            assertEquals(Main.OK, cli.run("classify", dossier, "--json"), "and is right from the start: " + cli.err);
            assertEquals("insufficient_information", Cli.object(cli.out).get("class"));
        }
        assertEquals("2026", id("2026"));
    }

    private Object id(String name) throws Exception {
        assertEquals(Main.OK, cli.run("classify", folder.resolve(name), "--json"), cli.err);
        return Cli.object(cli.out).get("id");
    }

    @Test
    void aNewDossierCanHaveATitleAndBeEnglish() throws Exception {
        assertEquals(Main.OK, cli.run("--lang", "en", "new", folder.resolve("d"), "--title", "The \"robot\": what for?"), cli.err);
        assertTrue(cli.out.contains("Dossier created"), cli.out);
        assertTrue(Files.readString(folder.resolve("d/dossier.yaml")).contains("# Who buys?"));
        assertEquals(Main.OK, cli.run("annexes", folder.resolve("d"), "--format", "adoc", "--only", "fiche-classification"), cli.err);
        assertEquals("the-robot-what-for", id("d"));
    }

    @Test
    void everyExampleCanBeCopiedAndClassifiedAsTheOriginal() throws Exception {
        try (Stream<Path> list = Files.list(Cli.CHARTERS.resolve("examples"))) {
            for (Path example : list.filter(Files::isDirectory).toList()) {
                Path copy = folder.resolve(example.getFileName().toString());
                assertEquals(Main.OK, cli.run("new", copy, "--example", example.getFileName()), cli.err);
                assertEquals(Cli.tree(example), Cli.tree(copy));
            }
        }
    }

    // --- classify, check, questions for people -------------------------------------------------------------------

    @Test
    void aDecisionIsReadableInBothLanguages() throws Exception {
        assertEquals(Main.OK, cli.run("classify", example("cdg-carrieres")), cli.err);
        String french = cli.out;
        assertTrue(french.startsWith("cdg-carrieres : ") && french.contains("[insufficient_information]") && french.contains("Fait manquant employment_uses") && french.contains("21 novembre 2026"), french);
        assertEquals(Main.OK, cli.run("classify", example("cdg-carrieres"), "--lang", "en"), cli.err);
        String english = cli.out;
        assertTrue(english.startsWith("cdg-carrieres: ") && english.contains("[insufficient_information]") && english.contains("Missing fact employment_uses") && english.contains("21 November 2026"), english);
        assertEquals("", cli.err);
    }

    @Test
    void checkReadsTheCharterOfADossier() throws Exception {
        Path dossier = folder.resolve("with-charter");
        assertEquals(Main.OK, cli.run("new", dossier, "--example", "nantes-cantines"), cli.err);
        Files.delete(dossier.resolve("charter-assessment.yaml"));
        String charter = Files.readString(Cli.CHARTERS.resolve("models/small-commune.fr.md")).replace("counterpart: small-commune.en.md\n", "");
        Files.writeString(dossier.resolve("charter.md"), charter);
        assertEquals(Main.OK, cli.run("check", dossier), cli.out);
        assertFalse(cli.out.contains("charter.md"), cli.out);
        Files.writeString(dossier.resolve("charter.md"), charter.replace("devoirs : literacy-deployer", "devoirs : literacy"));
        assertEquals(Main.FINDINGS, cli.run("check", dossier));
        assertTrue(cli.out.contains("charter.md:82:13 erreur charter.unknown-duty "), cli.out);
    }

    /** The made-up example: a fact against what the committee judged, and a commitment that it found broken. */
    @Test
    void checkShowsWhereAProjectBreaksItsCharter() throws Exception {
        Path dossier = folder.resolve("aides");
        assertEquals(Main.OK, cli.run("new", dossier, "--example", "aides-sociales"), cli.err);
        assertEquals(Main.FINDINGS, cli.run("check", dossier));
        List<String> errors = cli.out.lines().filter(l -> l.contains(" erreur ")).toList();
        assertEquals(2, errors.size(), cli.out);
        assertTrue(errors.get(0).matches(".*facts\\.yaml:\\d+:3 erreur charter\\.conflict .*dossiers-sociaux-chez-nous.*"), errors.get(0));
        assertTrue(errors.get(1).matches(".*charter-assessment\\.yaml:\\d+:3 erreur assessment\\.must-not-respected .*dialogue-social.*"), errors.get(1));
        assertEquals(Main.FINDINGS, cli.run("check", dossier, "--lang", "en"));
        assertEquals(2, cli.out.lines().filter(l -> l.contains(" error ")).count(), cli.out);
    }

    @Test
    void checkPrintsOneLineAFindingAndHowManyThereAre() throws Exception {
        assertEquals(Main.FINDINGS, cli.run("check", example("cdg-carrieres")), cli.err);
        List<String> lines = cli.out.lines().toList();
        assertTrue(lines.size() > 2);
        for (String line : lines.subList(0, lines.size() - 1))
            assertTrue(line.matches(".*(facts|dossier)\\.yaml:\\d+:\\d+ (erreur|avertissement|info) [a-z.-]+ .+"), line);
        assertEquals(1, lines.stream().filter(l -> l.contains(" info dossier.unsaid ")).count(), cli.out);
        assertTrue(lines.get(lines.size() - 1).matches("\\d+ constat\\(s\\).*"), lines.get(lines.size() - 1));
        assertEquals(Main.OK, cli.run("check", example("nantes-cantines"), "--lang", "en"), cli.out);
        assertTrue(cli.out.contains("Nothing blocks"), cli.out);
    }

    /** The same home as in the window: steps with their states, and what comes next. */
    @Test
    void statusPrintsTheHome() throws Exception {
        Path dossier = folder.resolve("neuf");
        assertEquals(Main.OK, cli.run("new", dossier), cli.err);
        assertEquals(Main.FINDINGS, cli.run("status", dossier), cli.err);
        assertTrue(cli.out.contains("[à faire] Besoin et solutions sans IA — ") && cli.out.contains("Ensuite : Besoin et solutions sans IA."), cli.out);
        assertEquals(Main.FINDINGS, cli.run("status", dossier, "--json"), cli.err);
        Map<String, Object> home = Cli.object(cli.out);
        assertEquals("need", home.get("next"));
        assertEquals(Map.of("id", "need", "state", "open"), ((List<?>) home.get("steps")).stream().map(Map.class::cast).findFirst()
                .map(step -> Map.of("id", step.get("id"), "state", step.get("state"))).orElseThrow());
        Files.writeString(dossier.resolve("facts.yaml"), "schema: etabli/facts/1\nfacts: [\n");
        assertEquals(Main.INVALID, cli.run("status", dossier, "--lang", "en"), cli.err);
        assertTrue(cli.out.contains("[blocked] Facts — Line "), cli.out);
        assertFalse(cli.out.contains("Class:"), "what cannot be read has no class");
    }

    @Test
    void questionsAreListedByGroupForPeople() throws Exception {
        assertEquals(Main.OK, cli.run("questions"));
        String french = cli.out;
        assertTrue(french.contains("technique") && french.contains("oui/non") && french.contains("parcours court"), french.substring(0, 500));
        assertEquals(Main.OK, cli.run("questions", "--lang", "en"));
        assertTrue(cli.out.contains("yes/no") && cli.out.contains("short path"));
        assertEquals(french.lines().count(), cli.out.lines().count());
    }

    // --- annexes -------------------------------------------------------------------------------------------------

    @Test
    void annexesAreWrittenInEveryFormatWithPagesAndTime() throws Exception {
        Path out = folder.resolve("out");
        Map<String, String> before = Cli.tree(example("nantes-cantines"));
        assertEquals(Main.OK, cli.run("annexes", example("nantes-cantines"), "--out", out, "--only", "fiche-classification", "--format", "html,ADOC,pdf,docx"), cli.err);
        Map<String, String> files = Cli.tree(out);
        assertEquals(Set.of("", "fiche-classification.adoc", "fiche-classification.html", "fiche-classification.pdf", "fiche-classification.docx"), files.keySet());
        assertTrue(files.get("fiche-classification.pdf").startsWith("%PDF-"));
        assertTrue(files.get("fiche-classification.docx").startsWith("PK"));
        assertTrue(new String(Files.readAllBytes(out.resolve("fiche-classification.html")), StandardCharsets.UTF_8).contains("lang=\"fr\""));
        List<String> lines = cli.out.lines().toList();
        assertEquals(4, lines.size(), cli.out);
        assertTrue(lines.stream().anyMatch(l -> l.matches(".*fiche-classification\\.pdf  \\d+ page\\(s\\)  \\(\\d+,\\d\\d s\\)")), cli.out);
        assertTrue(lines.stream().anyMatch(l -> l.matches(".*fiche-classification\\.adoc  \\(\\d+,\\d\\d s\\)")), cli.out);
        assertEquals(before, Cli.tree(example("nantes-cantines")), "the dossier itself is left alone");
    }

    @Test
    void aWordFileIsMadeOnlyWhenItIsAskedFor() throws Exception {
        Path out = folder.resolve("out");
        assertEquals(Main.OK, cli.run("annexes", example("nantes-cantines"), "--out", out, "--only", "environnement"), cli.err);
        assertEquals(Set.of("", "environnement.adoc", "environnement.html", "environnement.pdf"), Cli.tree(out).keySet());
    }

    @Test
    void annexesOfADossierGoIntoItAndReplaceThoseMadeBefore() throws Exception {
        Path dossier = folder.resolve("d");
        cli.run("new", dossier, "--example", "nantes-cantines");
        assertEquals(Main.OK, cli.run("annexes", dossier, "--format", "adoc"), cli.err);
        Map<String, String> first = Cli.tree(dossier);
        assertTrue(first.keySet().stream().filter(f -> f.endsWith(".adoc")).count() == 6, first.keySet().toString());
        Files.writeString(dossier.resolve("annexes/cctp-ia.adoc"), "changed by hand");
        Files.writeString(dossier.resolve("annexes/note.txt"), "mine");
        assertEquals(Main.OK, cli.run("annexes", dossier, "--format", "adoc"), cli.err);
        assertEquals("mine", Files.readString(dossier.resolve("annexes/note.txt")));
        Files.delete(dossier.resolve("annexes/note.txt"));
        assertEquals(first, Cli.tree(dossier), "the same input, the same bytes");
    }

    @Test
    void annexesSpeakTheLanguageAskedFor() throws Exception {
        for (String lang : List.of("fr", "en")) {
            assertEquals(Main.OK, cli.run("--lang", lang, "annexes", example("plaisir-optimus"), "--out", folder.resolve(lang), "--format", "adoc"), cli.err);
            try (Stream<Path> files = Files.list(folder.resolve(lang))) {
                for (Path file : (Iterable<Path>) files::iterator)
                    // a charter is signed in its own language
                    assertTrue(Files.readString(file).contains("\n:lang: " + (file.endsWith("charte.adoc") ? "fr" : lang) + "\n"), file.toString());
            }
        }
        assertNotEquals(Files.readString(folder.resolve("fr/cctp-ia.adoc")), Files.readString(folder.resolve("en/cctp-ia.adoc")));
    }

    @Test
    void theDayOfTheLawIsThatOfTheOption() throws Exception {
        assertEquals(Main.OK, cli.run("annexes", example("nantes-cantines"), "--out", folder.resolve("o"), "--format", "adoc", "--only", "fiche-classification", "--date", "2028-03-01"), cli.err);
        assertTrue(Files.readString(folder.resolve("o/fiche-classification.adoc")).contains("1er mars 2028"));
    }
}
