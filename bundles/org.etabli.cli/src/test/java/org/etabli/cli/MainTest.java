package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** The contract of the command line: words, exit codes, JSON. */
class MainTest {
    private static final Path CHARTERS = Path.of(System.getProperty("etabli.charters"));
    private static final Path ENGINE = Path.of(System.getProperty("etabli.engine"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final String PROHIBITED_FACTS = """
            schema: etabli/facts/1
            facts:
              scope_exclusion: [none]
              technique: learned
              supply_mode: [bought]
              authority_uses_it: yes
              art5_signals: [face_scraping]
              art5_e_facial_database: yes
              art5_e_untargeted: yes
              art5_e_source: yes
              art50_signals: [direct_interaction]
              interaction_obvious: no
            """;

    @TempDir
    Path folder;
    private String out;
    private String err;

    private int run(Object... words) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        int code = new Main(new PrintStream(outBytes, true, StandardCharsets.UTF_8), new PrintStream(errBytes, true, StandardCharsets.UTF_8), CHARTERS, ENGINE,
                () -> TODAY).run(Stream.of(words).map(Object::toString).toList());
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private Path nantes() {
        Path dossier = folder.resolve("nantes");
        assertEquals(Main.OK, run("new", dossier, "--example", "nantes-cantines"), err);
        return dossier;
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void newSaysWhereAndWhatNext() {
        Path dossier = nantes();
        assertTrue(out.contains(dossier.toString()) && out.contains("etabli classify"), out);
        assertTrue(Files.exists(dossier.resolve("dossier.yaml")) && Files.exists(dossier.resolve("facts.yaml")));
        assertEquals(Main.INVALID, run("new", dossier), "never over something");
        assertEquals(Main.INVALID, run("new", folder.resolve("x"), "--example", "none-such"));
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void aDecisionIsOneLineWithAllItsParts() throws Exception {
        assertEquals(Main.OK, run("classify", nantes(), "--json"), err);
        List<String> lines = out.lines().toList();
        assertEquals(1, lines.size());
        List<String> fields = fields(lines.get(0));
        assertTrue(fields.containsAll(Set.of("id", "class", "classes", "basis", "roles", "duties", "fria", "frenchLaw", "missing", "doubts", "whatIf", "law", "date",
                "receipt")), fields.toString());
        assertTrue(out.contains("\"class\":\"minimal\"") && out.contains("\"date\":\"2026-11-21\"") && out.contains("\"sha256\":\""), out);
    }

    /** Names of the fields of the outermost object. */
    private static List<String> fields(String json) throws Exception {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 1 && token == JsonToken.FIELD_NAME)
                    names.add(parser.currentName());
            }
        }
        return names;
    }

    @Test
    void everyQuestionIsListedInBothLanguages() throws Exception {
        assertEquals(Main.OK, run("questions", "--pack", "ai-act", "--json"), err);
        try (JsonParser parser = new JsonFactory().createParser(out)) {
            assertEquals(JsonToken.START_ARRAY, parser.nextToken());
        }
        assertTrue(out.contains("\"id\" : \"technique\"") && out.contains("\"examples\""), out.substring(0, 200));
        assertEquals(Main.USAGE, run("questions", "--pack", "none-such"));
        assertEquals(Main.OK, run("--lang", "en", "questions"));
        assertTrue(out.contains("yes/no") && !out.contains("oui/non"));
    }

    @Test
    void aStreamAnswersEachDocumentAndReportsTheWrongOnes() throws Exception {
        Path stream = file("stream.yaml", "id: a\nfacts: {technique: human_rules}\n---\nid: b\nfacts:\n  technique: nonsense\n---\nid: c\nfacts: {technique: human_rules}\n");
        assertEquals(Main.INVALID, run("classify", stream, "--json"));
        assertEquals(2, out.lines().count());
        assertEquals(List.of("a", "c"), out.lines().map(l -> l.substring(7, 8)).toList());
        assertTrue(err.contains("stream.yaml:6:14 "), err);
    }

    @Test
    void aFactsFileCanBeClassifiedAlone() {
        assertEquals(Main.OK, run("classify", nantes().resolve("facts.yaml")), err);
        assertTrue(out.contains("[minimal]"), out);
    }

    @Test
    void brokenInputIsRefusedWithItsPlaceInTheUsersLanguage() throws Exception {
        Path dossier = nantes();
        Path facts = dossier.resolve("facts.yaml");
        for (String text : List.of("schema: etabli/facts/1\nfacts:\n\ttechnique: learned\n", "schema: etabli/facts/1\nfacts: [1]\n",
                "schema: etabli/facts/2\nfacts: {}\n", "schema: etabli/facts/1\nfacts:\n  technique: &a learned\n",
                "schema: etabli/facts/1\nfacts:\n  technique: learned\n  technique: learned\n", "facts: {}\n", "schema: etabli/facts/1\nfacts:\n  technique: !!str x\n")) {
            Files.writeString(facts, text);
            for (String command : List.of("classify", "annexes")) {
                assertEquals(Main.INVALID, run(command, dossier), command + " " + text);
                assertTrue(err.matches("(?s).*facts\\.yaml:\\d+:\\d+ erreur [a-z.-]+ \\S.*"), err);
                assertEquals(Main.INVALID, run("--lang", "en", command, dossier));
                assertTrue(err.matches("(?s).*facts\\.yaml:\\d+:\\d+ error [a-z.-]+ \\S.*"), err);
            }
            assertEquals(Main.INVALID, run("check", dossier), text);
            assertTrue(out.contains("facts.yaml:"), out);
            assertFalse(Files.exists(dossier.resolve("annexes")), "nothing is written");
            assertEquals(text, Files.readString(facts), "nothing is lost");
        }
    }

    @Test
    void anUnknownKeyIsAWarning() throws Exception {
        Path dossier = nantes();
        Files.writeString(dossier.resolve("facts.yaml"), Files.readString(dossier.resolve("facts.yaml")) + "inconnue: 1\n");
        assertEquals(Main.OK, run("classify", dossier), err);
        assertTrue(err.contains("avertissement schema.unknown-key"), err);
        assertEquals(Main.FINDINGS, run("check", dossier));
    }

    @Test
    void checkAnswersWithItsExitCode() throws Exception {
        Path dossier = nantes();
        assertEquals(Main.OK, run("check", dossier), out);
        Path open = folder.resolve("plaisir");
        run("new", open, "--example", "plaisir-optimus");
        assertEquals(Main.FINDINGS, run("check", open, "--json"));
        assertTrue(out.contains("\"id\":\"law.undecided\"") && out.contains("\"id\":\"law.missing-fact\""), out);
        Files.writeString(dossier.resolve("dossier.yaml"), Files.readString(dossier.resolve("dossier.yaml"))
                .replaceFirst("(?m)^  kind: ", "  siret: \"73282932000075\"\n  kind: "));
        assertEquals(Main.FINDINGS, run("check", dossier));
        assertTrue(out.contains("dossier.siret"), out);
    }

    @Test
    void missingFilesAndFoldersAreSaid() {
        assertEquals(Main.INVALID, run("classify", folder.resolve("nowhere")));
        assertTrue(err.contains("nowhere"), err);
        assertEquals(Main.INVALID, run("annexes", folder.resolve("nowhere")));
        assertEquals(Main.INVALID, run("check", folder));
        assertTrue((out + err).contains("dossier.yaml"), out + err);
    }

    @Test
    void annexesGoWhereTheyAreToldAndLeaveTheDossierAlone() throws Exception {
        Path dossier = nantes();
        Path target = folder.resolve("deep/annexes");
        assertEquals(Main.OK, run("annexes", dossier, "--out", target, "--format", "adoc"), err);
        try (Stream<Path> files = Files.list(target)) {
            assertEquals(6, files.filter(f -> f.toString().endsWith(".adoc")).count());
        }
        assertEquals(6, out.lines().count(), out);
        assertFalse(Files.exists(dossier.resolve("annexes")));
        assertEquals(Main.OK, run("annexes", dossier, "--format", "adoc", "--only", "cctp-ia"), err);
        assertTrue(Files.exists(dossier.resolve("annexes/cctp-ia.adoc")));
        assertTrue(Files.readString(dossier.resolve("annexes/cctp-ia.adoc")).contains("Nantes Métropole"));
    }

    /** Untargeted scraping of faces is Article 5(1)(e): there is nothing to put to tender, only the sheet that says so. */
    @Test
    void aProhibitedPracticeGetsNoClauses() throws Exception {
        Path dossier = nantes();
        Files.writeString(dossier.resolve("facts.yaml"), PROHIBITED_FACTS);
        assertEquals(Main.OK, run("classify", dossier, "--json"), err);
        assertTrue(out.contains("\"class\":\"prohibited\"") && out.contains("art.5.1.e"), out.substring(0, 300));
        assertEquals(Main.FINDINGS, run("annexes", dossier, "--format", "adoc"));
        try (Stream<Path> files = Files.list(dossier.resolve("annexes"))) {
            assertEquals(List.of("charte.adoc", "evaluation-charte.adoc", "fiche-classification.adoc"), files.map(f -> f.getFileName().toString()).sorted().toList());
        }
        assertEquals(Main.FINDINGS, run("check", dossier));
        String finding = out.lines().filter(l -> l.contains("law.prohibited")).findFirst().orElse(out);
        assertTrue(finding.contains("art. 5(1), e)") && !finding.contains("art. 50"), "the ban alone, not what applies besides: " + finding);
    }

    /** Streets filmed and analysed without any text that allows it (Conseil d’État, 30 January 2026, No 506370): minimal by its class, unlawful all the same. */
    @Test
    void aUseThatIsUnlawfulAsDescribedStopsTheTender() throws Exception {
        Path dossier = nantes();
        Files.writeString(dossier.resolve("facts.yaml"), """
                schema: etabli/facts/1
                facts:
                  scope_exclusion: [none]
                  produces_results: yes
                  technique: learned
                  art5_signals: [none]
                  product_safety: [none]
                  purpose_areas: [none]
                  gpai_supply: no_model
                  art50_signals: [none]
                  public_space_video: yes
                  video_legal_basis: no_statute
                """);
        assertEquals(Main.OK, run("classify", dossier, "--json", "--date", "2026-11-30"), err);
        assertTrue(out.contains("\"unlawful\":[{\"id\":\"unlawful-video-no-statute\""), out);
        assertEquals(Main.FINDINGS, run("check", dossier, "--date", "2026-11-30"));
        assertTrue(out.lines().anyMatch(l -> l.contains("facts.yaml:12:") && l.contains(" erreur law.unlawful ") && l.contains("Pour en sortir")), out);
        assertEquals(Main.FINDINGS, run("annexes", dossier, "--format", "adoc", "--date", "2026-11-30"));
        assertTrue(err.contains("aucune pièce de marché"), err);
        assertFalse(Files.exists(dossier.resolve("annexes/cctp-ia.adoc")));
        assertTrue(Files.readString(dossier.resolve("annexes/fiche-classification.adoc")).contains("Illicite tel que décrit"));
    }

    /** Nobody said how the tool computes: the class is given, with the presumption and what would take it out. */
    @Test
    void aTechniqueThatNobodyKnowsIsPresumed() throws Exception {
        Path dossier = nantes();
        String known = """
                schema: etabli/facts/1
                facts:
                  scope_exclusion: [none]
                  produces_results: yes
                  art5_signals: [none]
                  product_safety: [none]
                  purpose_areas: [none]
                  gpai_supply: no_model
                  art50_signals: [none]
                """;
        for (String unknown : List.of("", "  technique: unknown\n")) {
            Files.writeString(dossier.resolve("facts.yaml"), known + unknown);
            assertEquals(Main.OK, run("classify", dossier, "--date", "2026-11-30"), err);
            assertTrue(out.contains(", présumé système d’IA [minimal]") && out.contains("Ce qui établirait le contraire"), out);
            assertEquals(Main.OK, run("classify", dossier, "--json", "--date", "2026-11-30"), err);
            assertTrue(out.contains("\"presumed\":[{\"fact\":\"technique\",\"value\":\"learned\"") && out.contains("{\"to\":\"human_rules\",\"class\":\"not_ai_system\"}"), out);
        }
        Files.writeString(dossier.resolve("facts.yaml"), known + "  technique: human_rules\n");
        assertEquals(Main.OK, run("classify", dossier, "--json", "--date", "2026-11-30"), err);
        assertTrue(out.contains("\"class\":\"not_ai_system\"") && out.contains("\"presumed\":[]"), "an answer always wins: " + out);
    }

    /** What an undecided result may still become, and the least that is sure, stand in its headline. */
    @Test
    void anUndecidedResultSaysTheHeaviestThatItMayBecome() throws Exception {
        Path dossier = nantes();
        Files.writeString(dossier.resolve("facts.yaml"), "schema: etabli/facts/1\nfacts:\n  technique: learned\n");
        assertEquals(Main.OK, run("classify", dossier, "--date", "2026-11-30"), err);
        assertTrue(out.lines().findFirst().orElseThrow().contains("pratique interdite possible"), out);
        assertEquals(Main.OK, run("classify", dossier, "--date", "2026-11-30", "--lang", "en"), err);
        assertTrue(out.lines().findFirst().orElseThrow().contains("prohibited practice possible"), out);
        assertEquals(Main.OK, run("classify", dossier, "--json", "--date", "2026-11-30"), err);
        assertTrue(out.contains("\"class\":\"insufficient_information\"") && out.contains("\"open\":[\"prohibited\","), out);
    }

    /** A dossier's own state of the law decides on that dossier, and on no other that is asked about beside it. */
    @Test
    void aDossiersOwnLawDecidesOnThatDossierAlone() throws Exception {
        Path own = nantes();
        Path law = Files.createDirectories(own.resolve("charters/law/ai-act"));
        Files.writeString(law.resolve("2026-07-27.yaml"), Files.readString(Cli.CHARTERS.resolve("law/ai-act/2026-07-27.yaml")) + "# ours\n");
        assertEquals(Main.OK, run("classify", own, Cli.CHARTERS.resolve("examples/nantes-cantines"), "--date", "2026-11-21", "--json"), err);
        List<String> hashes = out.lines().map(l -> l.replaceFirst(".*\"id\":\"ai-act\",\"version\":\"2026-07-27\",\"sha256\":\"(\\w+)\".*", "$1")).toList();
        assertTrue(hashes.size() == 2 && hashes.get(0).length() == 64 && hashes.get(1).length() == 64 && !hashes.get(0).equals(hashes.get(1)), hashes.toString());
    }

    /** A file stands where the folder should be: even root cannot write there. */
    @Test
    void aTargetThatCannotBeWrittenIsSaid() throws Exception {
        Path blocked = file("blocked", "x");
        assertEquals(Main.INVALID, run("annexes", nantes(), "--out", blocked.resolve("sub"), "--format", "adoc"));
        assertTrue(err.contains("blocked"), err);
        assertEquals("x", Files.readString(blocked));
    }

    @Test
    void wrongUsageEndsWithTwo() {
        Path dossier = nantes();
        for (Object[] words : new Object[][] {{"frobnicate"}, {"classify"}, {"classify", dossier, "--colour"}, {"classify", dossier, "--date", "tomorrow"},
                {"annexes", dossier, "--format", "docm"}, {"annexes", dossier, "--only", "nothing"}, {"annexes", dossier, "more"}, {"check"}, {"--lang", "de", "check"},
                {"questions", "x"}, {"classify", dossier, "--date"}}) {
            assertEquals(Main.USAGE, run(words), List.of(words).toString());
            assertTrue(err.contains("etabli --help") && !err.contains("Exception"), err);
        }
        assertEquals(Main.OK, run("--help"));
        assertTrue(out.contains("classify"));
    }

    @Test
    void theDayDecidesAboutTheLaw() {
        Path dossier = nantes();
        assertEquals(Main.OK, run("classify", dossier, "--date", "2028-01-01", "--json"));
        assertTrue(out.contains("\"date\":\"2028-01-01\""));
        assertEquals(Main.INVALID, run("classify", dossier, "--date", "1999-01-01"));
        assertEquals(Main.INVALID, run("classify", dossier, "--law", "1999-01-01"));
        assertTrue(err.contains("2026-07-27"), err);
    }
}
