package org.etabli.annex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.etabli.annex.Steps.State;
import org.etabli.annex.Steps.Step;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.Examples;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.Standing;
import org.etabli.model.Lang;
import org.etabli.model.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dossier on its way: from nothing to documents, and back when one of its files changes. */
class StepsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final String WHOLE = """
            schema: etabli/dossier/1
            id: d
            title: T
            need: Répondre plus vite.
            alternatives: {without_ai: Un agent de plus à l’accueil.}
            authority: {name: Saint-Savin, kind: commune}
            procedure: {route: own, launch: 2026-12-14, reference: 2026-7}
            """;

    private final Content content = new Content(Path.of(System.getProperty("etabli.charters")));
    @TempDir
    private Path folder;

    @BeforeEach
    void begin() throws Exception {
        folder = folder.resolve("d");
        Examples.create("T", folder, Lang.FR);
    }

    private Steps.Home home() throws Exception {
        return Steps.of(Standing.of(folder, content, new LawLibrary(content), TODAY));
    }

    private List<Step> steps() throws Exception {
        return home().steps();
    }

    private Step step(String id) throws Exception {
        return steps().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    private void write(DossierFile<?> file, String text) throws Exception {
        Files.writeString(folder.resolve(file.name()), text);
    }

    @Test
    void aNewDossierBeginsWithItsNeed() throws Exception {
        assertEquals(List.of("need", "identity", "facts", "charter", "involvement", "documents"), steps().stream().map(Step::id).toList(), "without a charter nothing is assessed");
        assertEquals(State.OPEN, step("need").state());
        assertEquals("need", Steps.next(steps()).orElseThrow().id());
    }

    /** The order of the Senate's report: the need, what would do without AI, then the technique. */
    @Test
    void aNeedWithoutAnAlternativeIsHalfAGate() throws Exception {
        write(DossierFile.DOSSIER, WHOLE.replaceFirst("alternatives.*\n", ""));
        assertEquals(State.BEGUN, step("need").state());
        assertTrue(step("need").words().fr().contains("sans IA"), step("need").words().fr());
        write(DossierFile.DOSSIER, WHOLE.replaceFirst("need.*\n", ""));
        assertEquals(State.BEGUN, step("need").state());
        write(DossierFile.DOSSIER, WHOLE);
        assertEquals(State.DONE, step("need").state());
        assertEquals(State.DONE, step("identity").state());
        assertEquals("facts", Steps.next(steps()).orElseThrow().id());
    }

    @Test
    void anIdentityNamesWhatItLacks() throws Exception {
        write(DossierFile.DOSSIER, WHOLE.replace("route: own, ", "").replace(", kind: commune", ""));
        assertEquals(State.BEGUN, step("identity").state());
        assertTrue(step("identity").words().fr().contains("type de collectivité, voie d’achat"), step("identity").words().fr());
        assertTrue(step("identity").words().en().contains("kind of authority, purchase route"), step("identity").words().en());
    }

    @Test
    void aBrokenFileBlocksItsStepAndTheDocuments() throws Exception {
        write(DossierFile.DOSSIER, WHOLE);
        write(DossierFile.FACTS, "schema: etabli/facts/1\nfacts: [\n");
        assertEquals(State.BLOCKED, step("facts").state());
        assertEquals(State.BLOCKED, step("documents").state());
        assertTrue(step("documents").words().fr().contains(step("facts").title().fr()));
        assertEquals("facts", Steps.next(steps()).orElseThrow().id());
    }

    @Test
    void aBrokenAssessmentBlocksNothingButItself() throws Exception {
        Path example = folder.resolveSibling("example");
        Examples.copy(content, "nantes-cantines", example);
        folder = example;
        State before = step("facts").state();
        write(DossierFile.ASSESSMENT, "schema: etabli/charter-assessment/1\ncommitments: [\n");
        assertEquals(State.DONE, before);
        assertEquals(before, step("facts").state());
        assertEquals(State.BLOCKED, step("assessment").state());
        assertTrue(step("assessment").optional());
    }

    @Test
    void aProhibitedUseHasNoTender() throws Exception {
        write(DossierFile.DOSSIER, WHOLE);
        // emotions at work, from biometrics, without a medical or safety purpose (art. 5(1)(f))
        write(DossierFile.FACTS, """
                schema: etabli/facts/1
                id: d
                facts:
                  scope_exclusion: [none]
                  produces_results: yes
                  technique: learned
                  supply_mode: [bought]
                  tool_user: us
                  art5_signals: [emotion_work_school]
                  product_safety: [none]
                  purpose_areas: [none]
                  emotion_from_biometrics: yes
                  emotion_setting: [work]
                  art5_f_medical_safety: no
                """);
        assertEquals(State.BLOCKED, step("facts").state());
        assertEquals(State.BLOCKED, step("documents").state());
    }

    /** Documents are as old as their oldest file; a file of the dossier that is younger makes them old. */
    @Test
    void documentsGrowOld() throws Exception {
        Files.delete(folder.resolve(DossierFile.FACTS.name()));
        Files.delete(folder.resolve(DossierFile.DOSSIER.name()));
        Files.delete(folder);
        Examples.copy(content, "nantes-cantines", folder);
        assertEquals(State.OPEN, step("documents").state());
        for (DossierFile<?> file : DossierFile.ALL)
            if (Files.exists(folder.resolve(file.name())))
                Files.setLastModifiedTime(folder.resolve(file.name()), FileTime.fromMillis(1_000_000));
        Files.createDirectories(folder.resolve(Steps.DOCUMENTS));
        Path document = folder.resolve(Steps.DOCUMENTS).resolve(Annexes.frames(content).getFirst().id() + ".pdf");
        Files.writeString(document, "x");
        Files.setLastModifiedTime(document, FileTime.fromMillis(2_000_000));
        assertEquals(State.DONE, step("documents").state());
        List<Steps.Document> documents = home().documents();
        assertEquals(6, documents.size());
        assertEquals(List.of(Annexes.frames(content).getFirst().id()), documents.stream().filter(Steps.Document::made).map(Steps.Document::id).toList());
        Files.setLastModifiedTime(folder.resolve(DossierFile.FACTS.name()), FileTime.fromMillis(3_000_000));
        assertEquals(State.BEGUN, step("documents").state());
    }

    @Test
    void whatIsOptionalIsNeverNextUnlessItIsBlocked() {
        Step optional = new Step("a", State.OPEN, true, steps("a"), steps("a"), Optional.empty());
        Step due = new Step("b", State.BEGUN, false, steps("b"), steps("b"), Optional.empty());
        Step blocked = new Step("c", State.BLOCKED, true, steps("c"), steps("c"), Optional.empty());
        assertEquals(due, Steps.next(List.of(optional, due, blocked)).orElseThrow());
        assertEquals(blocked, Steps.next(List.of(optional, blocked, due)).orElseThrow());
        assertEquals(Optional.empty(), Steps.next(List.of(optional)));
    }

    private static Text steps(String words) {
        return Text.same(words);
    }
}
