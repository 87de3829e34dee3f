package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.rules.Law;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that contradict each other, tasks, and the ways to put findings right; on a small law with a gate. */
class FindingsOfFactsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String HEAD = "schema: etabli/facts/1\nfacts:\n";
    /** Question "a" is the gate: the others are asked where it is answered by yes. */
    private static final String MORE = """
              - id: beneath
                group: g
                type: yes-no
                text: {fr: Dessous, en: Beneath}
                meaning: {fr: b, en: b}
                yes: [{fr: x, en: x}, {fr: y, en: y}]
                no: [{fr: x, en: x}, {fr: y, en: y}]
                articles: [art.1]
                ask_when: {a: yes}
              - id: areas
                group: g
                type: any-of
                text: {fr: Domaines, en: Areas}
                meaning: {fr: m, en: m}
                options: [{id: education, text: {fr: école, en: school}}, {id: employment, text: {fr: emploi, en: work}}, {id: none, none: true, text: {fr: aucun, en: none}}]
                articles: [art.1]
                ask_when: {a: yes}
              - id: staff
                group: g
                type: number
                text: {fr: Agents, en: Staff}
                meaning: {fr: m, en: m}
                articles: [art.1]
                ask_when: {a: yes}
            """.indent(2).replaceAll("(?m)^  ", "");

    @TempDir
    Path folder;
    private Content content;
    private Law law;

    @BeforeEach
    void compile() throws Exception {
        content = new SmallCharters(folder).write("law/ai-act/questions.yaml", SmallCharters.QUESTIONS + MORE).content();
        law = new LawLibrary(content).law(TODAY, Optional.empty());
    }

    private YamlText parse(String facts) throws InvalidInputException {
        return YamlText.parse("facts.yaml", HEAD + facts.indent(2));
    }

    private Standing nowhere() {
        return Standing.of(Path.of("nowhere"), content, new LawLibrary(content), TODAY);
    }

    /** What markers and the command line show. */
    private List<Finding> findings(YamlText text) throws Exception {
        return nowhere().with(DossierFile.FACTS, text.text()).findings(DossierFile.FACTS);
    }

    private List<Finding> findings(String facts, String id) throws Exception {
        return findings(parse(facts)).stream().filter(f -> f.id().equals(id)).toList();
    }

    // --- contradictions ------------------------------------------------------------------------------------------

    @Test
    void aYesUnderAGateThatSaysNoIsAWarningOnItsLine() throws Exception {
        List<Finding> found = findings("a: no\nbeneath: yes\n", "facts.not-asked");
        assertEquals(1, found.size());
        assertEquals("4:3 WARNING beneath", found.get(0).line() + ":" + found.get(0).column() + " " + found.get(0).severity() + " " + found.get(0).subject());
        assertTrue(found.get(0).message().fr().contains("« beneath »") && found.get(0).message().fr().contains("a: no"), found.get(0).line(Lang.FR));
        assertTrue(found.get(0).message().en().contains("\"beneath\""), found.get(0).line(Lang.EN));
    }

    @Test
    void soIsAnOptionThatSaysSomething() throws Exception {
        assertEquals(1, findings("a: no\nareas: [education]\n", "facts.not-asked").size());
        assertEquals(1, findings("a: no\nareas: [education, unknown]\n", "facts.not-asked").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: no\nbeneath: no", "a: no\nbeneath: unknown", "a: no\nareas: [none]", "a: no\nstaff: 12", "a: yes\nbeneath: yes", "a: unknown\nbeneath: yes", "beneath: yes"})
    void whatMayBeTrueTogetherIsNoContradiction(String facts) throws Exception {
        assertEquals(List.of(), findings(facts, "facts.not-asked"));
    }

    // --- tasks ---------------------------------------------------------------------------------------------------

    @Test
    void whatSomebodyIsToFindOutIsAHintAndAWarningOnceLate() throws Exception {
        Finding task = findings("t:\n  value: unknown\n  ask: {who: DPO, by: 2026-11-21}\n", "facts.task").get(0);
        assertEquals("3:3 INFO t", task.line() + ":" + task.column() + " " + task.severity() + " " + task.subject());
        assertTrue(task.message().fr().contains("DPO pour le 21 novembre 2026"), task.line(Lang.FR));
        Finding late = findings("t:\n  value: unknown\n  ask: {who: DPO, by: 2026-11-20}\n", "facts.task").get(0);
        assertEquals(Severity.WARNING, late.severity());
        assertTrue(late.message().en().startsWith("Overdue"), late.line(Lang.EN));
    }

    @Test
    void overdueTasksComeFirstThenByDay() throws Exception {
        YamlText text = parse("a: yes\nbeneath: {value: unknown, ask: {who: b}}\nt: {value: unknown, ask: {who: t, by: 2026-12-01}}\nareas: {value: [education, unknown], ask: {who: c, by: 2026-11-01}}\n");
        assertEquals(List.of("areas true", "t false", "beneath false"),
                Tasks.of(law.evaluate(new FactsReader(law.catalogue()).read(text).facts()), TODAY).stream().map(t -> t.fact() + " " + t.overdue()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: {value: no, ask: {who: DPO}}", "a: unknown", "a: no\nbeneath: {value: unknown, ask: {who: DPO}}", "areas: {value: [none], ask: {who: DPO}}"})
    void anAnswerAndAQuestionThatIsNotAskedAreNoTask(String facts) throws Exception {
        assertEquals(List.of(), findings(facts, "facts.task"));
    }

    @Test
    void aPersonIsOnePersonHoweverWritten() throws Exception {
        YamlText text = parse("a: {value: unknown, ask: {who: DPO, by: 2026-12-02}}\nt: {value: unknown, ask: {who: dpo, by: 2026-12-01}}\nstaff: {value: unknown, ask: {by: 2026-12-03}}\n");
        var people = Tasks.byPerson(Tasks.of(law.evaluate(new FactsReader(law.catalogue()).read(text).facts()), TODAY));
        assertEquals(List.of(2, 1), people.values().stream().map(List::size).toList());
        assertEquals("", List.copyOf(people.keySet()).get(1));
    }

    // --- fixes ---------------------------------------------------------------------------------------------------

    /** The texts that the fixes of a finding lead to. */
    private List<String> fixed(String facts, String id) throws Exception {
        YamlText text = parse(facts);
        Finding finding = findings(text).stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
        List<String> texts = new ArrayList<>();
        for (Fix fix : Fixes.of(finding, text, law.catalogue())) {
            String after = fix.edit().apply(text.text());
            assertFalse(fix.label().fr().equals(fix.label().en()), "in both languages");
            assertTrue(findings(YamlText.parse("facts.yaml", after)).stream().noneMatch(f -> f.id().equals(id) && f.subject().equals(finding.subject())), after);
            texts.add(after.substring(HEAD.length()).replaceAll("(?m)^  ", ""));
        }
        return texts;
    }

    @Test
    void aMistypedFactIsRenamedOrTakenAway() throws Exception {
        assertEquals(List.of("t: x # c\nbeneath: yes # d\n", "t: x # c\n"), fixed("t: x # c\nbeneeth: yes # d\n", "facts.unknown-fact"));
        assertEquals(List.of("beneath: yes\n"), fixed("beneath: yes\nbeneeth: no\n", "facts.unknown-fact"), "the name is taken");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: oui # c                          | a: yes # c                         | 3
            a: {value: non, by: DPO}            | a: {value: no, by: DPO}            | 3
            areas: [education, employement] # c | areas: [education, employment] # c | 2
            areas: [employement, employment]    | areas: [employment]                | 2
            areas: emploi                       | areas: [employment]                | 2
            staff: beaucoup                     | staff: unknown                     | 1
            t: magie                            | t: unknown                         | 1
            """)
    void aMistypedAnswerBecomesTheNearest(String before, String after, int offered) throws Exception {
        List<String> texts = fixed(before, "facts.value");
        assertEquals(after.strip() + "\n", texts.get(0));
        assertEquals(offered, texts.size(), texts.toString());
    }

    @Test
    void ofNoneAndOthersOneIsKept() throws Exception {
        assertEquals(List.of("areas: [none] # c\n", "areas: [education, employment] # c\n"), fixed("areas: [education, none, employment] # c\n", "facts.contradiction"));
        assertEquals(List.of("areas:\n  value: [none]\n", "areas:\n  value: unknown\n"), fixed("areas:\n  value: [none, unknown]\n", "facts.contradiction"));
    }

    @Test
    void anUnknownKeyIsRenamedOrTakenAway() throws Exception {
        assertEquals(List.of("a:\n  value: yes\n  note: x # c\n", "a:\n  value: yes\n"), fixed("a:\n  value: yes\n  noet: x # c\n", "schema.unknown-key"));
        assertEquals(List.of("a:\n  value: yes\n"), fixed("a:\n  value: yes\n  remarque: x\n", "schema.unknown-key"));
    }

    @Test
    void anAnswerUnderAClosedGateIsTakenAway() throws Exception {
        assertEquals(List.of("a: no\n"), fixed("a: no\nbeneath:\n  value: yes\n  note: x\n", "facts.not-asked"));
    }

    @Test
    void aDayAsOnPaperBecomesADayAsInFiles() throws Exception {
        assertEquals(List.of("a: {value: yes, on: 2026-11-21}\n"), fixed("a: {value: yes, on: 21/11/2026}\n", "schema.date"));
        assertEquals(List.of(), fixed("a: {value: yes, on: hier}\n", "schema.date"));
    }

    @Test
    void aMistypedKindOfAuthorityBecomesTheNearest() throws Exception {
        String text = "schema: etabli/dossier/1\nid: x\ntitle: T\nauthority: {name: A, kind: comune} # c\n";
        Finding finding = nowhere().with(DossierFile.DOSSIER, text).findings(DossierFile.DOSSIER).get(0);
        List<Fix> fixes = Fixes.of(finding, YamlText.parse("dossier.yaml", text), law.catalogue());
        assertEquals(text.replace("comune", "commune"), fixes.get(0).edit().apply(text));
    }

    @Test
    void whatOnlyItsAuthorCanPutRightHasNoFix() throws Exception {
        YamlText text = parse("t: unknown\n");
        for (Finding finding : findings(text))
            assertEquals(List.of(), Fixes.of(finding, text, law.catalogue()), finding.id());
    }
}
