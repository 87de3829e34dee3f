package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.rules.CharterReview;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real charter beside real dossiers, and conflicts planted in them. */
class CharterFolderTest {
    private static final Path CHARTERS = Path.of(System.getProperty("etabli.charters"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String CHARTER = """
            ---
            schema: etabli/charter/1
            id: petite
            title: Charte
            language: fr
            version: "2"
            ---

            # Autonomie {#autonomie}

            ## Vie privée {#vie-privee}

            ### Pas de reconnaissance des passants {#passants}

            Personne n’est reconnu dans la rue.

            - niveau : obligatoire
            - preuve : le cahier des charges
            - contraire si : biometric_uses = remote_identification

            ### Fonctions déclarées {#declarees}

            Le fournisseur déclare toutes ses fonctions.

            - niveau : recommandé
            - respecté si : supplier_declared_functions = yes
            - contraire si : supplier_declared_functions = no
            """;

    private final Content content = new Content(CHARTERS);
    private final LawLibrary library = new LawLibrary(content);
    @TempDir
    Path folder;

    @BeforeEach
    void nantes() throws IOException {
        for (String name : List.of(DossierFile.DOSSIER.name(), DossierFile.FACTS.name()))
            Files.copy(CHARTERS.resolve("examples/nantes-cantines").resolve(name), folder.resolve(name));
        Files.writeString(folder.resolve(DossierFile.CHARTER.name()), CHARTER);
    }

    private void facts(String lines) throws IOException {
        Files.writeString(folder.resolve(DossierFile.FACTS.name()), "schema: etabli/facts/1\nfacts:\n" + lines.indent(2));
    }

    private void assessment(String head, String lines) throws IOException {
        Files.writeString(folder.resolve(DossierFile.ASSESSMENT.name()), "schema: etabli/charter-assessment/1\ncharter: " + head + "\ncommitments:\n" + lines.indent(2));
    }

    private List<Finding> about() throws Exception {
        DossierFolder dossier = Standing.of(folder, content, library, LocalDate.EPOCH).dossier();
        Law law = library.law(TODAY, Optional.empty());
        Evaluation evaluation = law.evaluate(dossier.facts());
        return Standing.of(folder, content, library, LocalDate.EPOCH).charter().about(law, evaluation, dossier.text(DossierFile.FACTS.name()));
    }

    private List<String> lines() throws Exception {
        return about().stream().map(f -> Path.of(f.file()).getFileName() + ":" + f.line() + ":" + f.column() + " " + f.severity() + " " + f.id() + " " + f.subject()).toList();
    }

    @Test
    void aFactThatTheCharterForbidsIsShownAtTheFact() throws Exception {
        facts("technique: learned\nbiometric_uses: [remote_identification]\nsupplier_declared_functions: no\n");
        assertEquals(List.of("facts.yaml:4:3 ERROR charter.conflict passants", "facts.yaml:5:3 WARNING charter.conflict declarees"), lines(),
                "a commitment that must be kept blocks, one that should be kept warns");
        assertTrue(about().get(0).message().fr().contains("Pas de reconnaissance des passants"), about().toString());
    }

    @Test
    void nothingIsSaidWhereNobodyKnows() throws Exception {
        facts("technique: learned\nbiometric_uses: unknown\n");
        assertEquals(List.of(), lines());
    }

    /** The committee saw it and said so: what blocks now is that a commitment is not kept, said once. */
    @Test
    void aJudgementTakesTheConflictOver() throws Exception {
        facts("technique: learned\nbiometric_uses: [remote_identification]\n");
        assessment("{id: petite, version: \"2\"}", "passants: {verdict: not_respected, reason: Décision du maire.}\ndeclarees: {verdict: not_applicable, reason: Outil interne.}\n");
        assertEquals(List.of("charter-assessment.yaml:4:3 ERROR assessment.must-not-respected passants"), lines());
    }

    @Test
    void whatAJudgementLacksIsSaid() throws Exception {
        assessment("{id: petite, version: \"1\"}", "passants: respected\ndeclarees: partly\nperdu: respected\n");
        assertEquals(List.of("charter-assessment.yaml:2:10 WARNING assessment.other-version petite", "charter-assessment.yaml:4:3 INFO assessment.no-evidence passants",
                "charter-assessment.yaml:5:3 WARNING assessment.no-reason declarees", "charter-assessment.yaml:6:3 WARNING assessment.unknown-commitment perdu"), lines());
        assessment("{id: autre, version: \"2\"}", "passants: {verdict: respected, evidence: CCTP}\n");
        assertEquals(List.of("charter-assessment.yaml:2:10 ERROR assessment.other-charter ", "charter-assessment.yaml:1:1 INFO assessment.open "), lines());
    }

    /** What is being written is checked against the same charter, saved or not; its findings can be put right by an edit. */
    @Test
    void anUnsavedAssessmentIsJudgedLikeASavedOne() throws Exception {
        facts("technique: learned\n");
        String written = "schema: etabli/charter-assessment/1\ncharter: {id: petite, version: \"1\"}\ncommitments:\n  passant: {verdict: respected, evidence: CCTP}\n";
        Standing unsaved = Standing.of(folder, content, library, TODAY).with(DossierFile.ASSESSMENT, written);
        List<Finding> findings = unsaved.findings(DossierFile.ASSESSMENT);
        YamlText text = unsaved.file(DossierFile.ASSESSMENT).yaml().orElseThrow();
        Law law = unsaved.law();
        assertEquals(List.of("assessment.other-version", "assessment.unknown-commitment", "assessment.open"), findings.stream().map(Finding::id).toList());
        assertEquals(written.replace("\"1\"", "\"2\""), fixed(findings.get(0), text, law));
        assertEquals(written.replace("passant:", "passants:"), fixed(findings.get(1), text, law));
    }

    /** What it says is plain: a project is judged against it while somebody finds out which text was voted. */
    @Test
    void aCharterThatChangedAfterItsAdoptionIsUsedByWhoeverJudges() throws Exception {
        String adopted = CHARTER.replace("version: \"2\"\n", "version: \"2\"\nadoption:\n  on: 2026-06-01\n  deliberation: 2026-1\n  by: conseil\n  text: sha256-" + "0".repeat(64) + "\n");
        Files.writeString(folder.resolve(DossierFile.CHARTER.name()), adopted);
        CharterFolder alone = Standing.of(folder, content, library, TODAY).charter();
        assertEquals(List.of("charter.changed-since-adoption"), alone.findings().stream().filter(f -> f.severity() == Finding.Severity.ERROR).map(Finding::id).toList());
        assertTrue(alone.charter().isPresent());
    }

    private static String fixed(Finding finding, YamlText text, Law law) {
        return Fixes.of(finding, text, law.catalogue()).getFirst().edit().apply(text.text());
    }

    @Test
    void anAssessmentThatCannotBeReadStopsEverything() throws Exception {
        assessment("{id: petite, version: \"2\"}", "passants: peut-être\n");
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> Standing.of(folder, content, library, LocalDate.EPOCH).charter());
        assertEquals("4:13 schema.enum", e.findings().get(0).line() + ":" + e.findings().get(0).column() + " " + e.findings().get(0).id());
        Files.delete(folder.resolve(DossierFile.ASSESSMENT.name()));
        Files.writeString(folder.resolve(DossierFile.INVOLVEMENT.name()), "schema: etabli/involvement/1\nconsultations:\n  - how: réunion\n");
        assertThrows(InvalidInputException.class, () -> Standing.of(folder, content, library, LocalDate.EPOCH).charter(), "nobody was consulted");
    }

    @Test
    void aFileThatIsRefusedHidesNoOther() throws Exception {
        Files.writeString(folder.resolve(DossierFile.CHARTER.name()), CHARTER.replace("#passants", "#Passants"));
        assessment("{id: petite, version: \"2\"}", "passants: peut-être\n");
        Files.writeString(folder.resolve(DossierFile.INVOLVEMENT.name()), "schema: etabli/involvement/1\nconsultations:\n  - how: réunion\n");
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> Standing.of(folder, content, library, LocalDate.EPOCH).charter());
        assertEquals(List.of("charter.id-form", "schema.enum", "schema.required"), e.findings().stream().map(Finding::id).toList());
    }

    @Test
    void anAssessmentWithoutACharterIsSaid() throws Exception {
        assessment("{id: petite, version: \"2\"}", "passants: respected\n");
        Files.delete(folder.resolve(DossierFile.CHARTER.name()));
        assertEquals(List.of("assessment.no-charter"), Standing.of(folder, content, library, LocalDate.EPOCH).charter().findings().stream().map(Finding::id).toList());
        assertEquals(List.of(), lines());
    }

    /** Facts that are already there are proposed, and never count as a judgement. */
    @Test
    void factsOfTheExamplesAreProposedForTheModel() throws Exception {
        Files.copy(CHARTERS.resolve("models/ekitia.fr.md"), folder.resolve(DossierFile.CHARTER.name()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.copy(CHARTERS.resolve("models/ekitia.en.md"), folder.resolve("ekitia.en.md"));
        facts("supplier_declared_functions: yes\nart5_signals: [none]\nbio_verification_only: no\nbio_active_involvement: no\nbiometric_uses: [remote_identification]\n");
        CharterFolder charter = Standing.of(folder, content, library, LocalDate.EPOCH).charter();
        Law law = library.law(TODAY, Optional.empty());
        CharterReview review = charter.review(law, law.evaluate(Standing.of(folder, content, library, LocalDate.EPOCH).dossier().facts())).orElseThrow();
        assertEquals(0, review.judged());
        assertEquals(Optional.of(Verdict.RESPECTED), proposed(review, "fonctions-declarees"));
        assertEquals(Optional.of(Verdict.NOT_RESPECTED), proposed(review, "pas-d-identification-a-distance"));
        assertEquals(Optional.empty(), proposed(review, "decision-humaine"));
    }

    private static Optional<Verdict> proposed(CharterReview review, String commitment) {
        return review.lines().stream().filter(l -> l.commitment().id().equals(commitment)).findFirst().orElseThrow().proposed();
    }
}
