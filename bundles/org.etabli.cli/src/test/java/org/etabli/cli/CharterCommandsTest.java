package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dossier with a charter on the command line: its documents, and the chain from a commitment to a clause. */
class CharterCommandsTest {
    private final Cli cli = new Cli();

    @TempDir
    Path temp;
    private Path dossier;

    @BeforeEach
    void aDossier() {
        dossier = temp.resolve("d");
        assertEquals(Main.OK, cli.run("new", dossier, "--example", "saint-savin-fuites"), cli.err);
    }

    /** The model for a small commune says of its town hall: cctp-acces-agent, of its mistrust of cameras: cctp-video. */
    private void charter() throws Exception {
        Files.writeString(dossier.resolve("charter.md"), Files.readString(Cli.CHARTERS.resolve("models/small-commune.fr.md")).replaceFirst("(?m)^counterpart:.*\\R", ""));
    }

    private List<String> made(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theCharterAndItsAssessmentAreAmongTheAnnexes() throws Exception {
        charter();
        assertEquals(Main.OK, cli.run("annexes", dossier, "--format", "adoc"), cli.err);
        assertEquals(List.of("ccap-ia.adoc", "cctp-ia.adoc", "charte.adoc", "environnement.adoc", "evaluation-charte.adoc", "fiche-classification.adoc"), made(dossier.resolve("annexes")));
        assertTrue(cli.out.contains("evaluation-charte.adoc"), cli.out);
    }

    @Test
    void oneOfThemCanBeAskedFor() throws Exception {
        charter();
        for (String id : List.of("charte", "evaluation-charte")) {
            Path out = temp.resolve(id);
            assertEquals(Main.OK, cli.run("annexes", dossier, "--format", "adoc", "--only", id, "--out", out), cli.err);
            assertEquals(List.of(id + ".adoc"), made(out));
        }
    }

    @Test
    void withoutACharterItIsSaidWhy() throws Exception {
        assertEquals(Main.USAGE, cli.run("annexes", dossier, "--format", "adoc", "--only", "charte"));
        assertTrue(cli.err.contains("charter.md"), cli.err);
        assertEquals(Main.USAGE, cli.run("annexes", dossier, "--format", "adoc", "--only", "chartre"));
        assertFalse(cli.err.contains("charter.md"), cli.err);
        assertEquals(Main.OK, cli.run("annexes", dossier, "--format", "adoc"));
        assertFalse(made(dossier.resolve("annexes")).contains("charte.adoc"));
    }

    /** The rest of the dossier does not wait for it, and nobody believes that it was used. */
    @Test
    void aCharterThatCannotBeReadAsAWholeIsLeftOutLoudly() throws Exception {
        Files.writeString(dossier.resolve("charter.md"), "---\nschema: etabli/charter/1\nid: x\ntitle: T\nlanguage: fr\nversion: \"1\"\n---\n\n# P {#p}\n\n# Q {#p}\n");
        assertEquals(Main.FINDINGS, cli.run("annexes", dossier, "--format", "adoc"));
        assertTrue(cli.err.contains("charter.md:11:"), cli.err);
        assertEquals(List.of("ccap-ia.adoc", "cctp-ia.adoc", "environnement.adoc", "fiche-classification.adoc"), made(dossier.resolve("annexes")));
    }

    /** Nobody sends the charter of yesterday with the documents of today; what was only not asked for stays, and so does what is somebody's own. */
    @Test
    void documentsThatAreNotDueAnyMoreGo() throws Exception {
        charter();
        Path annexes = dossier.resolve("annexes");
        Path elsewhere = temp.resolve("elsewhere");
        assertEquals(Main.OK, cli.run("annexes", dossier, "--format", "adoc"), cli.err);
        assertEquals(Main.OK, cli.run("annexes", dossier, "--format", "adoc", "--out", elsewhere), cli.err);
        Files.writeString(annexes.resolve("charte.pdf"), "made before");
        Files.writeString(annexes.resolve("charte.txt"), "mine");
        assertEquals(Main.OK, cli.run("annexes", dossier, "--format", "adoc", "--only", "fiche-classification"), cli.err);
        assertEquals(List.of("ccap-ia.adoc", "cctp-ia.adoc", "charte.adoc", "charte.pdf", "charte.txt", "environnement.adoc", "evaluation-charte.adoc", "fiche-classification.adoc"), made(annexes));
        Files.delete(dossier.resolve("charter.md"));
        assertEquals(Main.OK, cli.run("annexes", dossier, "--format", "adoc", "--out", elsewhere), cli.err);
        assertTrue(made(elsewhere).contains("charte.adoc"), "a folder of the user's is left alone");
        assertEquals(Main.OK, cli.run("annexes", dossier, "--format", "adoc", "--out", dossier.resolve("../d/annexes")), cli.err);
        assertEquals(List.of("ccap-ia.adoc", "cctp-ia.adoc", "charte.txt", "environnement.adoc", "fiche-classification.adoc"), made(annexes));
        for (String gone : List.of("/charte.adoc ", "/charte.pdf ", "/evaluation-charte.adoc "))
            assertEquals(1, cli.out.lines().filter(l -> l.contains(gone) && l.contains("supprimé")).count(), cli.out);
    }

    /** A class that only a later state of the law has: the charter may ask about it, but today nobody can say whether it applies. */
    @Test
    void aCharterThatTheLawOfThatDayCannotJudgeIsSaid() throws Exception {
        charter();
        Files.createDirectories(dossier.resolve("charters/law/ai-act"));
        Files.writeString(dossier.resolve("charters/law/ai-act/2030-01-01.yaml"), """
                schema: etabli/rules/1
                id: ai-act
                version: 2030-01-01
                amends: 2026-07-27
                title: {fr: Plus tard, en: Later}
                in_force_from: 2030-01-01
                classes:
                  - id: of_tomorrow
                    after: prohibited
                    title: {fr: De demain, en: Of tomorrow}
                    meaning: {fr: Demain., en: Tomorrow.}
                    source: [art.5]
                    when: {personal_data: yes}
                """);
        String text = Files.readString(dossier.resolve("charter.md"));
        Files.writeString(dossier.resolve("charter.md"), text.stripTrailing() + "\n- contraire si : classe = of_tomorrow\n");
        Path annexes = dossier.resolve("annexes");
        assertEquals(Main.FINDINGS, cli.run("annexes", dossier, "--format", "adoc"), cli.err);
        assertTrue(cli.err.contains("état du 27 juillet 2026") && cli.err.contains("ne connaît pas"), cli.err);
        assertEquals(List.of("ccap-ia.adoc", "cctp-ia.adoc", "charte.adoc", "environnement.adoc", "fiche-classification.adoc"), made(annexes));
        assertEquals(Main.USAGE, cli.run("annexes", dossier, "--format", "adoc", "--only", "evaluation-charte"), cli.err);
        assertEquals(Main.FINDINGS, cli.run("annexes", dossier, "--format", "adoc", "--only", "charte"), cli.err);
        assertEquals(Main.OK, cli.run("annexes", dossier, "--format", "adoc", "--date", "2030-01-01"), cli.err);
        assertTrue(made(annexes).contains("evaluation-charte.adoc"));
    }

    @Test
    void anAssessmentThatBreaksItsSchemaStopsEverything() throws Exception {
        charter();
        Files.writeString(dossier.resolve("charter-assessment.yaml"), "schema: etabli/charter-assessment/1\ncharter: {id: small-commune, version: \"1\"}\ncommitments: {nous-decidons: perhaps}\n");
        assertEquals(Main.INVALID, cli.run("annexes", dossier, "--format", "adoc"));
        assertTrue(cli.err.contains("charter-assessment.yaml:3:"), cli.err);
        assertFalse(Files.exists(dossier.resolve("annexes")));
    }

    @Test
    void aCommitmentAndItsClauseNameEachOther() throws Exception {
        charter();
        assertEquals(Main.OK, cli.run("explain", dossier, "guichet-ouvert"), cli.err);
        assertTrue(cli.out.contains("engagement guichet-ouvert") && cli.out.contains("clause cctp-acces-agent"), cli.out);
        assertEquals(Main.OK, cli.run("explain", dossier, "cctp-acces-agent"), cli.err);
        assertTrue(cli.out.startsWith("✓ clause cctp-acces-agent") && cli.out.contains("  • engagement guichet-ouvert"), cli.out);
        assertEquals(Main.OK, cli.run("explain", dossier, "cctp-video", "--lang", "en"), cli.err);
        assertTrue(cli.out.startsWith("✗ clause cctp-video") && cli.out.contains("• commitment pas-de-surveillance"), cli.out);
    }

    /** The model forbids decisions that a machine takes alone. */
    @Test
    void aConflictIsSaidByTheCommitmentAndByTheFact() throws Exception {
        charter();
        String facts = Files.readString(dossier.resolve("facts.yaml"));
        Files.writeString(dossier.resolve("facts.yaml"), facts.replaceFirst("(individual_decision:\\R +value:) no", "$1 yes").stripTrailing() + "\n  solely_automated: yes\n");
        assertEquals(Main.OK, cli.run("explain", dossier, "nous-decidons"), cli.err);
        assertTrue(cli.out.lines().findFirst().orElseThrow().contains("contredit par les faits") && cli.out.contains("  • fait solely_automated"), cli.out);
        assertEquals(Main.OK, cli.run("explain", dossier, "solely_automated"), cli.err);
        assertTrue(cli.out.contains("engagement nous-decidons") && cli.out.contains("contredit par les faits"), cli.out);
    }
}
