package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Rule;
import org.etabli.model.RuleSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which state of the law a day has. */
class LawLibraryTest {
    @TempDir
    Path folder;
    private SmallCharters charters;
    private LawLibrary library;

    @BeforeEach
    void threeStatesOfTheRegulationAndTwoOfFrenchLaw() throws Exception {
        charters = new SmallCharters(folder);
        library = new LawLibrary(charters.state("ai-act", "2024-08-01").state("ai-act", "2026-08-22").state("france", "2025-01-01").state("france", "2026-09-01").content());
    }

    private String on(String day) throws Exception {
        return library.law(LocalDate.parse(day), Optional.empty()).name();
    }

    @ParameterizedTest
    @CsvSource({"2024-08-01,ai-act@2024-08-01", "2024-12-31,ai-act@2024-08-01", "2025-01-01,ai-act@2024-08-01+france@2025-01-01", "2025-12-31,ai-act@2024-08-01+france@2025-01-01",
            "2026-01-01,ai-act@2026-01-01+france@2025-01-01", "2026-08-21,ai-act@2026-01-01+france@2025-01-01", "2026-08-22,ai-act@2026-08-22+france@2025-01-01",
            "2026-08-31,ai-act@2026-08-22+france@2025-01-01", "2026-09-01,ai-act@2026-08-22+france@2026-09-01", "2099-01-01,ai-act@2026-08-22+france@2026-09-01"})
    void aStateHoldsFromItsFirstDayToTheDayBeforeTheNext(String day, String expected) throws Exception {
        assertEquals(expected, on(day));
    }

    private static final String AMENDMENT = """
            schema: etabli/rules/1
            id: ai-act
            version: "2027-01-01"
            amends: "2026-08-22"
            title: {fr: Loi, en: Law}
            in_force_from: 2027-01-01
            """;

    /** What is not named stays; a known id is replaced in place; a new entry stands where it says, else at the end; what is repealed goes. */
    @Test
    void anAmendmentSaysOnlyWhatChanges() throws Exception {
        charters.write("law/ai-act/2027-01-01.yaml", AMENDMENT + """
                repeals: {doubts: [kind-y]}
                rules:
                  - {id: new, after: r-ai-act, stage: s, title: {fr: N, en: N}, summary: {fr: n, en: n}, source: [art.1], certainty: text, when: {t: x}}
                  - {id: r-ai-act, stage: s, title: {fr: R2, en: R2}, summary: {fr: r, en: r}, source: [art.2], certainty: text, when: {a: no}}
                """);
        RuleSet set = library.law(LocalDate.parse("2027-01-01"), Optional.empty()).ruleSets().get(0);
        assertEquals(List.of("r-ai-act", "new"), set.rules().stream().map(Rule::id).toList());
        assertEquals("R2", set.rules().get(0).title().fr());
        assertEquals(List.of(), set.doubts());
        assertEquals(List.of("prohibited", "minimal"), set.classes().stream().map(RuleSet.ClassRule::id).toList());
        assertEquals("ai-act@2027-01-01+france@2026-09-01", on("2027-01-01"));
        assertEquals("ai-act@2026-08-22+france@2026-09-01", on("2026-12-31"), "the older state is as it was");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"repeals: {rules: [nobody]}|nobody", "rules: [{id: new, after: nobody, stage: s, title: {fr: N, en: N}, summary: {fr: n, en: n}, source: [art.1], certainty: text, when: {t: x}}]|nobody",
            "amends-itself|2027-01-01"})
    void anAmendmentOfWhatIsNotThereIsRefused(String text, String named) throws Exception {
        String whole = text.equals("amends-itself") ? AMENDMENT.replace("2026-08-22", "2027-01-01") : AMENDMENT + text + "\n";
        charters.write("law/ai-act/2027-01-01.yaml", whole);
        Finding f = assertThrows(InvalidInputException.class, () -> on("2027-01-01")).findings().get(0);
        assertTrue(f.id().equals("law.broken") && f.message().en().contains(named), f.toString());
    }

    @Test
    void beforeTheFirstStateThereIsNoLawAndTheMessageNamesThoseThereAre() {
        Finding f = assertThrows(InvalidInputException.class, () -> on("2024-07-31")).findings().get(0);
        assertEquals("law.unknown", f.id());
        for (String message : List.of(f.message().fr(), f.message().en()))
            assertTrue(message.contains("2024-07-31") && message.contains("2024-08-01, 2026-01-01, 2026-08-22"), message);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01", "ai-act@2026-01-01"})
    void aStateCanBeAskedForByName(String version) throws Exception {
        assertEquals("ai-act@2026-01-01+france@2026-09-01", library.law(LocalDate.parse("2026-11-21"), Optional.of(version)).name(), "an old state on a new day: French law stays that of the day");
        assertEquals("ai-act@2026-01-01", library.law(LocalDate.parse("2020-01-01"), Optional.of(version)).name(), "a coming state on an old day");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-02", "france@2025-01-01", "2026", "latest", "''", "../questions", "ai-act"})
    void aStateThatDoesNotExistIsRefused(String version) {
        Finding f = assertThrows(InvalidInputException.class, () -> library.law(LocalDate.parse("2026-11-21"), Optional.of(version))).findings().get(0);
        assertEquals("law.unknown", f.id());
        assertTrue(f.message().fr().contains("« " + version + " »") && f.message().fr().contains("2024-08-01, 2026-01-01, 2026-08-22"), f.message().fr());
    }

    @Test
    void onlyDatesAreStates() throws Exception {
        Files.writeString(folder.resolve("law/ai-act/draft.yaml"), "x");
        Files.writeString(folder.resolve("law/ai-act/2030-01-01.yaml.bak"), "x");
        Files.writeString(folder.resolve("law/ai-act/2030-01-01.yml"), "x");
        assertEquals(List.of("2024-08-01", "2026-01-01", "2026-08-22"), library.versions("ai-act"));
        assertEquals(List.of(), library.versions("nowhere"));
    }

    @Test
    void aLawIsCompiledOnce() throws Exception {
        assertSame(library.law(LocalDate.parse("2026-02-01"), Optional.empty()), library.law(LocalDate.parse("2026-03-01"), Optional.empty()));
        assertNotSame(library.law(LocalDate.parse("2026-02-01"), Optional.empty()), library.law(LocalDate.parse("2026-11-21"), Optional.empty()));
    }

    @Test
    void theReceiptHasTheHashOfTheFiles() throws Exception {
        var receipt = library.law(LocalDate.parse("2025-06-01"), Optional.empty()).decide("x", Facts.NONE, LocalDate.parse("2025-06-01")).receipt();
        for (int i = 0; i < 2; i++) {
            Path file = folder.resolve("law").resolve(List.of("ai-act/2024-08-01.yaml", "france/2025-01-01.yaml").get(i));
            assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))), receipt.ruleSets().get(i).sha256());
        }
    }

    @Test
    void rulesThatNameWhatDoesNotExistAreRefusedWithTheirFile() throws Exception {
        new SmallCharters(folder.resolve("b")).write("law/ai-act/2026-01-01.yaml", SmallCharters.RULES.replace("{a: yes}", "{z: yes}").formatted("ai-act", "2026-01-01"));
        Finding f = assertThrows(InvalidInputException.class, () -> new LawLibrary(new Content(folder.resolve("b"))).law(LocalDate.parse("2026-01-01"), Optional.empty())).findings().get(0);
        assertEquals("law.broken", f.id());
        assertTrue(f.file().contains("law/ai-act/2026-01-01.yaml") && f.message().fr().contains("z"), f.toString());
    }

    // --- a dossier's own law -------------------------------------------------------------------------------------

    private Path own(String path, String text) throws Exception {
        Path dossier = folder.resolve("dossier");
        Path file = dossier.resolve("charters").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return dossier;
    }

    @Test
    void aDossiersOwnStateWins() throws Exception {
        String rules = (SmallCharters.RULES + SmallCharters.CLASSES).formatted("ai-act", "2026-01-01").replace("{a: yes}", "{a: no}");
        Path dossier = own("law/ai-act/2026-01-01.yaml", rules);
        Content content = new Content(folder).of(dossier);
        assertEquals(List.of("law/ai-act/2026-01-01.yaml"), content.overridden());
        var receipt = new LawLibrary(content).law(LocalDate.parse("2026-02-01"), Optional.empty()).decide("x", Facts.NONE, LocalDate.parse("2026-02-01")).receipt();
        assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rules.getBytes(StandardCharsets.UTF_8))), receipt.ruleSets().get(0).sha256(), "the receipt is that of the file that decided");
    }

    @Test
    void aDossierMayAddAStateOfItsOwn() throws Exception {
        Path dossier = own("law/ai-act/2030-01-01.yaml", (SmallCharters.RULES + SmallCharters.CLASSES).formatted("ai-act", "2030-01-01"));
        assertTrue(new LawLibrary(new Content(folder).of(dossier)).law(LocalDate.parse("2031-01-01"), Optional.empty()).name().startsWith("ai-act@2030-01-01"));
        assertTrue(on("2031-01-01").startsWith("ai-act@2026-08-22"), "others do not see it");
    }

    /** In the law a key that nobody reads is no remark: without it a rule says something else. */
    @Test
    void aDossiersOwnLawMayHaveNoUnknownKeys() throws Exception {
        for (String[] change : new String[][] {{"{a: yes}", "{a: {at_leas: 3}}"}, {"certainty: text", "certainty: text, unles: {t: x}"}, {"certainty: text", "certainty: sure"}}) {
            Path dossier = own("law/ai-act/2026-01-01.yaml", (SmallCharters.RULES + SmallCharters.CLASSES).formatted("ai-act", "2026-01-01").replace(change[0], change[1]));
            InvalidInputException e = assertThrows(InvalidInputException.class, () -> new LawLibrary(new Content(folder).of(dossier)).law(LocalDate.parse("2026-02-01"), Optional.empty()), change[1]);
            assertTrue(e.findings().get(0).file().equals("law/ai-act/2026-01-01.yaml") && e.findings().get(0).line() == 9, e.getMessage());
            assertEquals(Finding.Severity.ERROR, e.findings().get(0).severity());
        }
    }

    @Test
    void aFolderInThePlaceOfAFileIsNoOverride() throws Exception {
        Path dossier = Files.createDirectories(folder.resolve("dossier/charters/law/ai-act/2026-01-01.yaml")).getParent().getParent().getParent().getParent();
        Content content = new Content(folder).of(dossier);
        assertTrue(!content.isOverridden("law/ai-act/2026-01-01.yaml") && content.overridden().isEmpty());
    }

    @Test
    void theOwnFilesOfADossierAreNotLookedForOutsideIt() throws Exception {
        Content content = new Content(folder).of(folder.resolve("dossier"));
        assertEquals(List.of(), content.overridden());
        assertEquals(folder.resolve("law/ai-act/questions.yaml"), content.file("law/ai-act/questions.yaml"));
    }
}
