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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a dossier brings under {@code charters/} is said at the top of every result, for every kind of content. */
class OwnContentTest {
    private static final String LAW = "law/ai-act/2026-07-27.yaml";

    @TempDir
    Path folder;
    private final Cli cli = new Cli();
    private Path dossier;

    @BeforeEach
    void aDossierWithACharter() {
        dossier = folder.resolve("d");
        assertEquals(Main.OK, cli.run("new", dossier, "--example", "saint-savin-fuites"), cli.err);
        assertEquals(Main.OK, cli.run("charter", "new", dossier, "--model", "small-commune"), cli.err);
    }

    private Path bring(String path) throws Exception {
        Path file = dossier.resolve("charters").resolve(path);
        Files.createDirectories(file.getParent());
        Files.copy(Cli.CHARTERS.resolve(path), file);
        return file;
    }

    private static String firstLines(String text) {
        return String.join("\n", text.lines().limit(4).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {LAW, "law/ai-act/questions.yaml", "clauses/cctp-ia.yaml", "templates/documents.yaml", "models/small-commune.fr.md", "schemas/charter-1.schema.json"})
    void everyResultSaysSoAtTheTop(String path) throws Exception {
        bring(path);
        String named = "charters/" + path;
        for (List<Object> command : List.<List<Object>>of(List.of("classify", dossier), List.of("calendar", dossier), List.of("explain", dossier, "minimal"),
                List.of("diff", dossier, "--date", "2026-07-01", "--date", "2028-01-01"))) {
            cli.run(command.toArray());
            assertTrue(firstLines(cli.out).contains(named), command + cli.out + cli.err);
        }
        cli.run("calendar", dossier, "--ics");
        assertTrue(cli.out.replace("\r\n ", "").contains(named), cli.out);
        assertEquals(Main.FINDINGS, cli.run("check", dossier));
        assertTrue(cli.out.lines().anyMatch(l -> l.contains(named) && l.contains("avertissement")), cli.out);
        cli.run("check", dossier, "--lang", "en");
        assertTrue(cli.out.lines().anyMatch(l -> l.contains(named) && l.contains("warning content.own")), cli.out);
    }

    @Test
    void jsonNamesTheFilesAndTheReceiptTheirSums() throws Exception {
        cli.run("classify", dossier, "--json");
        assertEquals(List.of(), Cli.object(cli.out).get("overrides"));
        bring(LAW);
        Path added = Files.copy(Cli.CHARTERS.resolve(LAW), dossier.resolve("charters/law/ai-act/2026-11-15.yaml"));
        Files.writeString(added, Files.readString(added).replace("2026-07-27", "2026-11-15"));
        for (String command : List.of("classify", "calendar")) {
            cli.run(command, dossier, "--json");
            assertEquals(List.of("charters/" + LAW, "charters/law/ai-act/2026-11-15.yaml"), Cli.object(cli.out).get("overrides"), cli.err);
        }
        cli.run("diff", dossier, "--json", "--date", "2026-07-01", "--date", "2028-01-01");
        assertEquals(2, ((List<?>) Cli.object(cli.out).get("overrides")).size(), cli.out + cli.err);
        cli.run("classify", dossier, "--json");
        List<?> receipt = (List<?>) ((Map<?, ?>) Cli.object(cli.out).get("receipt")).get("overrides");
        assertEquals(List.of(true, false), receipt.stream().map(o -> ((Map<?, ?>) o).get("replaces")).toList());
        assertTrue(receipt.stream().allMatch(o -> ((String) ((Map<?, ?>) o).get("sha256")).length() == 64));
    }

    @Test
    void everyDocumentSaysSoBeforeAnythingElse() throws Exception {
        bring("law/ai-act/questions.yaml");
        Path out = folder.resolve("out");
        cli.run("annexes", dossier, "--format", "adoc", "--out", out);
        List<String> names;
        try (var files = Files.list(out)) {
            names = files.map(f -> f.getFileName().toString()).sorted().toList();
        }
        assertTrue(names.containsAll(List.of("fiche-classification.adoc", "charte.adoc", "evaluation-charte.adoc", "cctp-ia.adoc")), names + cli.err);
        for (String name : names) {
            String text = Files.readString(out.resolve(name));
            String body = text.substring(text.indexOf("\n\n")).strip();
            assertTrue(body.startsWith("[.override]\n") && body.lines().skip(1).findFirst().orElseThrow().contains("questions"), name + text);
        }
    }

    /** A link hides nothing, and what leads out of the dossier is not read by any command. */
    @Test
    void linksAreFollowedInsideOnly() throws Exception {
        Path inside = Files.createDirectories(dossier.resolve("droit"));
        Files.copy(Cli.CHARTERS.resolve("clauses/cctp-ia.yaml"), inside.resolve("cctp-ia.yaml"));
        Files.createDirectories(dossier.resolve("charters"));
        Files.createSymbolicLink(dossier.resolve("charters/clauses"), Path.of("../droit"));
        cli.run("classify", dossier);
        assertTrue(firstLines(cli.out).contains("charters/clauses/cctp-ia.yaml → droit/cctp-ia.yaml"), cli.out + cli.err);
        Files.delete(dossier.resolve("charters/clauses"));
        Files.delete(dossier.resolve("charters"));
        Path outside = Files.createDirectories(folder.resolve("outside/clauses")).getParent();
        for (Path to : List.of(outside, Path.of("../outside"), Path.of("nowhere"))) {
            Files.createSymbolicLink(dossier.resolve("charters"), to);
            for (List<Object> command : List.<List<Object>>of(List.of("classify", dossier), List.of("check", dossier), List.of("calendar", dossier), List.of("annexes", dossier, "--format", "adoc"),
                    List.of("explain", dossier, "minimal"), List.of("charter", "models", dossier))) {
                assertEquals(Main.INVALID, cli.run(command.toArray()), command + cli.out);
                assertTrue((cli.out + cli.err).contains(dossier.resolve("charters").toString()), command + cli.out + cli.err);
            }
            Files.delete(dossier.resolve("charters"));
        }
        assertFalse(Files.exists(dossier.resolve("annexes")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-99-99.yaml", "2026-02-30.yaml", "2026-7-1.yaml", "20260101.yaml", "2026-13-01.cases.yaml"})
    void aStateOfTheLawIsNamedByADay(String name) throws Exception {
        Path file = Files.createDirectories(dossier.resolve("charters/law/ai-act")).resolve(name);
        Files.copy(Cli.CHARTERS.resolve(LAW), file);
        for (List<Object> command : List.<List<Object>>of(List.of("classify", dossier), List.of("check", dossier), List.of("calendar", dossier), List.of("annexes", dossier),
                List.of("diff", dossier, "--date", "2027-01-01"))) {
            assertEquals(Main.INVALID, cli.run(command.toArray()), command + cli.out);
            assertTrue((cli.out + cli.err).contains(name), command + cli.out + cli.err);
        }
    }

    @Test
    void aFolderInThePlaceOfAFileIsNamedAsTheUserKnowsIt() throws Exception {
        Files.createDirectories(dossier.resolve("charters/clauses/dir.yaml"));
        assertEquals(Main.INVALID, cli.run("check", dossier));
        assertTrue((cli.out + cli.err).contains(dossier.resolve("charters/clauses/dir.yaml").toString()), cli.out + cli.err);
    }

    @Test
    void aModelWithoutAHeaderIsRefused() throws Exception {
        Files.writeString(Files.createDirectories(dossier.resolve("charters/models")).resolve("mine.fr.md"), "# Rien\n");
        Files.deleteIfExists(dossier.resolve("charter.md"));
        assertEquals(Main.INVALID, cli.run("charter", "new", dossier, "--model", "mine"));
        assertTrue(cli.err.contains("models/mine.fr.md"), cli.err);
        assertFalse(Files.exists(dossier.resolve("charter.md")));
    }
}
