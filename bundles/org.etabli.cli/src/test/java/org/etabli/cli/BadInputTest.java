package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What bad input gets from every command that reads a dossier: code 3, a message with its place in the user's language, nothing written, nothing lost. */
class BadInputTest {
    private static final String FACTS = "schema: etabli/facts/1\n";
    private static final String DOSSIER = "schema: etabli/dossier/1\nid: d\ntitle: T\nauthority: {name: A, kind: commune}\n";

    private final Cli cli = new Cli();

    @TempDir
    Path folder;
    private Path dossier;

    @BeforeEach
    void aDossier() throws Exception {
        dossier = Files.createDirectory(folder.resolve("d"));
        Files.writeString(dossier.resolve("dossier.yaml"), DOSSIER);
        Files.writeString(dossier.resolve("facts.yaml"), FACTS + "facts: {technique: learned}\n");
        Files.createDirectory(dossier.resolve("annexes"));
        Files.writeString(dossier.resolve("annexes/cctp-ia.adoc"), "made before");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("facts.yaml", FACTS + "facts:\n\ttechnique: learned\n", "3:1", "yaml.syntax", "abulation", "tab"),
                Arguments.of("facts.yaml", FACTS + "facts: {technique: \"learned}\n", "2:20", "yaml.syntax", "refermé", "closed"),
                Arguments.of("facts.yaml", FACTS + "facts:\n  technique: learned\n   by: x\n", "4:6", "yaml.syntax", "eux-points", "colon"),
                Arguments.of("facts.yaml", FACTS + "facts:\n  technique: *x\n", "3:14", "yaml.anchor", "alias", "aliases"),
                Arguments.of("facts.yaml", FACTS + "facts:\n  technique: !!python/object x\n", "3:14", "yaml.tag", "étiquette", "tag"),
                Arguments.of("facts.yaml", FACTS + "facts:\n  technique: learned\n  technique: learned\n", "4:3", "yaml.duplicate-key", "deux fois", "twice"),
                Arguments.of("facts.yaml", FACTS + "facts: {}\n---\nfacts: {}\n", "4:1", "yaml.several-documents", "un seul document", "single document"),
                Arguments.of("facts.yaml", FACTS + "facts: " + "[".repeat(60) + "]".repeat(60) + "\n", "2:48", "yaml.too-deep", "niveaux", "levels"),
                Arguments.of("facts.yaml", FACTS + "facts: [a]\n", "2:8", "schema.type", "une liste trouvé", "a list found"),
                Arguments.of("facts.yaml", FACTS + "facts:\n  technique:\n    value: learned\n    on: hier\n", "5:9", "schema.date", "« hier »", "\"hier\""),
                Arguments.of("facts.yaml", FACTS + "facts:\n  technique: magie\n", "3:14", "facts.value", "« magie »", "\"magie\""),
                Arguments.of("facts.yaml", "facts: {}\n", "1:1", "schema.missing", "première clé", "first key"),
                Arguments.of("facts.yaml", DOSSIER, "1:9", "schema.wrong-kind", "etabli/facts/1", "etabli/facts/1"),
                Arguments.of("facts.yaml", "schema: etabli/facts/2\nfacts: {}\nnew: x\n", "1:9", "schema.newer", "plus récent", "newer"),
                Arguments.of("dossier.yaml", DOSSIER.replace("dossier/1", "dossier/9"), "1:9", "schema.newer", "plus récent", "newer"),
                Arguments.of("dossier.yaml", DOSSIER.replace("title: T\n", ""), "1:1", "schema.required", "« title »", "\"title\""),
                Arguments.of("dossier.yaml", DOSSIER.replace("commune", "village"), "4:28", "schema.enum", "« village »", "\"village\""),
                Arguments.of("dossier.yaml", "", "1:1", "schema.missing", "première clé", "first key"));
    }

    @ParameterizedTest(name = "{3} in {0} at {2}")
    @MethodSource("bad")
    void isRefusedByEveryCommand(String file, String text, String place, String id, String inFrench, String inEnglish) throws Exception {
        Files.writeString(dossier.resolve(file), text);
        Map<String, String> before = Cli.tree(folder);
        for (List<Object> command : List.<List<Object>>of(List.of("--lang", "fr", "classify", dossier, "--json"), List.of("--lang", "en", "annexes", dossier, "--format", "adoc"),
                List.of("--lang", "fr", "annexes", dossier, "--out", folder.resolve("out"), "--format", "adoc"), List.of("--lang", "en", "check", dossier))) {
            assertEquals(Main.INVALID, cli.run(command.toArray()), command.toString());
            boolean french = command.get(1).equals("fr");
            boolean check = command.get(2).equals("check");
            String said = check ? cli.out : cli.err;
            String expected = dossier.resolve(file) + ":" + place + (french ? " erreur " : " error ") + id + " ";
            assertTrue(said.startsWith(expected), expected + " expected, but was " + said);
            assertTrue(said.contains(french ? inFrench : inEnglish), said);
            assertFalse(said.contains("Exception") || said.contains("\tat "), said);
            assertEquals("", check ? cli.err : cli.out, "no decision is printed");
        }
        assertEquals(before, Cli.tree(folder), "nothing is written, nothing is lost");
    }

    @Test
    void aFactsFileAloneIsRefusedInTheSameWay() throws Exception {
        Path file = Files.writeString(folder.resolve("f.yaml"), FACTS + "facts:\n  technique: magie\n");
        assertEquals(Main.INVALID, cli.run("classify", file));
        assertTrue(cli.err.startsWith(file + ":3:14 erreur facts.value "), cli.err);
    }

    @Test
    void bytesThatAreNoUtf8() throws Exception {
        Files.write(dossier.resolve("facts.yaml"), (FACTS + "facts: {}\n# été\n").getBytes(StandardCharsets.ISO_8859_1));
        for (String command : List.of("classify", "annexes")) {
            assertEquals(Main.INVALID, cli.run(command, dossier));
            assertTrue(cli.err.startsWith(dossier.resolve("facts.yaml") + ":3:3 erreur yaml.not-utf8 "), cli.err);
        }
        assertEquals(Main.INVALID, cli.run("classify", dossier.resolve("facts.yaml")));
        assertTrue(cli.err.startsWith(dossier.resolve("facts.yaml") + ":3:3 erreur yaml.not-utf8 "), cli.err);
    }

    /** Kept and mentioned, whether at the top or in a fact. */
    @Test
    void anUnknownKeyIsAWarningAndTheCommandDoesItsWork() throws Exception {
        String text = FACTS + "facts:\n  technique:\n    value: learned\n    auteur: x\nremarque: à garder\n";
        Files.writeString(dossier.resolve("facts.yaml"), text);
        assertEquals(Main.OK, cli.run("classify", dossier), cli.err);
        assertTrue(cli.err.contains("facts.yaml:5:5 avertissement schema.unknown-key") && cli.err.contains("facts.yaml:6:1 avertissement schema.unknown-key"), cli.err);
        assertTrue(cli.out.contains("["), cli.out);
        assertEquals(Main.OK, cli.run("--lang", "en", "annexes", dossier, "--format", "adoc"), cli.err);
        assertTrue(cli.err.contains(" warning schema.unknown-key"), cli.err);
        assertEquals(Main.FINDINGS, cli.run("check", dossier));
        assertEquals(text, Files.readString(dossier.resolve("facts.yaml")));
    }

    @Test
    void missingFilesAreNamed() throws Exception {
        Path nowhere = folder.resolve("nowhere");
        for (List<Object> words : List.<List<Object>>of(List.of("classify", nowhere), List.of("check", nowhere), List.of("annexes", nowhere), List.of("classify", nowhere.resolve("facts.yaml")))) {
            assertEquals(Main.INVALID, cli.run(words.toArray()), words.toString());
            assertTrue((cli.out + cli.err).contains("nowhere"), cli.out + cli.err);
            List<Object> english = new ArrayList<>(words);
            english.addAll(0, List.of("--lang", "en"));
            assertEquals(Main.INVALID, cli.run(english.toArray()));
            assertTrue((cli.out + cli.err).contains("does not exist"), cli.out + cli.err);
        }
        Files.delete(dossier.resolve("dossier.yaml"));
        assertEquals(Main.INVALID, cli.run("classify", dossier));
        assertTrue(cli.err.contains("dossier.yaml"), cli.err);
        assertFalse(Files.exists(nowhere));
    }

    /** A file stands where the folder should be: not even root can write there. */
    @Test
    void aFolderThatCannotBeWrittenToIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Map<String, String> before = Cli.tree(folder);
        for (List<Object> words : List.<List<Object>>of(List.of("annexes", dossier, "--out", file.resolve("out"), "--format", "adoc"), List.of("annexes", dossier, "--out", file, "--format", "adoc"),
                List.of("new", file), List.of("new", file.resolve("deep")), List.of("new", file.resolve("deep"), "--example", "nantes-cantines"))) {
            assertEquals(Main.INVALID, cli.run(words.toArray()), words.toString());
            assertTrue(cli.err.contains(file.toString()), cli.err);
            assertFalse(cli.err.contains("Exception"), cli.err);
        }
        assertEquals(before, Cli.tree(folder));
    }

    @Test
    void aFolderInThePlaceOfAFileIsNamed() throws Exception {
        Files.delete(dossier.resolve("facts.yaml"));
        Files.createDirectory(dossier.resolve("facts.yaml"));
        assertEquals(Main.INVALID, cli.run("classify", dossier));
        assertFalse(cli.err.isBlank() || cli.err.contains("Exception"), cli.err);
    }

    @Test
    void aDossiersOwnBrokenClausesAreNamed() throws Exception {
        Path own = Files.createDirectories(dossier.resolve("charters/clauses")).resolve("cctp-ia.yaml");
        Files.writeString(own, "schema: etabli/clauses/1\ndocument: cctp-ia\nclauses: []\n");
        assertEquals(Main.INVALID, cli.run("annexes", dossier, "--format", "adoc"));
        assertTrue(cli.err.contains("clauses/cctp-ia.yaml:3:10 erreur schema.empty"), cli.err);
        assertEquals("made before", Files.readString(dossier.resolve("annexes/cctp-ia.adoc")));
        Files.writeString(own, "clauses: [\n");
        assertEquals(Main.INVALID, cli.run("annexes", dossier, "--format", "adoc"));
        assertTrue(cli.err.contains("clauses/cctp-ia.yaml:1:10 erreur yaml.syntax"), cli.err);
    }

    /** The law is looked for before the dossier: an unknown day or version is said with those there are. */
    @Test
    void anUnknownDayOrVersionIsSaid() {
        for (List<Object> option : List.<List<Object>>of(List.of("--date", "1999-12-31"), List.of("--law", "1999-12-31"), List.of("--law=ai-act@1999-12-31")))
            for (String command : List.of("classify", "check", "annexes")) {
                List<Object> words = new ArrayList<>(List.of(command, dossier));
                words.addAll(option);
                assertEquals(Main.INVALID, cli.run(words.toArray()), words.toString());
                assertTrue(cli.err.contains("1999-12-31") && cli.err.contains("2026-07-27"), cli.err);
            }
    }
}
