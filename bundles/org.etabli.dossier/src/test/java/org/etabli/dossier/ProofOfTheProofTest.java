package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link ContentProof} finds in content that is wrong: a proof that finds nothing proves nothing. */
class ProofOfTheProofTest {
    @TempDir
    Path folder;

    @Test
    void whatIsRightHasNoProblem() throws Exception {
        ContentProof proof = new ContentProof(new SmallCharters(folder).content());
        assertEquals(List.of(), proof.run());
        assertEquals(2, proof.cases());
    }

    @Test
    void anExampleMayHaveNoFactsYet() throws Exception {
        SmallCharters charters = new SmallCharters(folder);
        Files.delete(folder.resolve("examples/one/facts.yaml"));
        assertEquals(List.of(), new ContentProof(charters.content()).run());
    }

    /** What nobody said and what is said to be unknown are one answer. */
    @Test
    void anAnswerSaidToBeUnknownIsNoDifference() throws Exception {
        SmallCharters charters = new SmallCharters(folder);
        charters.write("law/ai-act/2026-01-01.cases.yaml", SmallCharters.CASES.replace("{a: yes}", "{a: yes, t: unknown}").replace("{t: x}", "{t: unknown}"));
        charters.write("law/ai-act/2026-01-01.contrasts.yaml", SmallCharters.CONTRASTS.replace("[a, t]", "[a]"));
        assertEquals(List.of(), new ContentProof(charters.content()).run());
    }

    @Test
    void aStateNeedsNoPairs() throws Exception {
        SmallCharters charters = new SmallCharters(folder);
        Files.delete(folder.resolve("law/ai-act/2026-01-01.contrasts.yaml"));
        assertEquals(List.of(), new ContentProof(charters.content()).run());
    }

    static Stream<Arguments> mistakes() {
        String cases = SmallCharters.CASES;
        String contrasts = SmallCharters.CONTRASTS;
        return Stream.of(
                Arguments.of("an outline that breaks its schema", "law/ai-act/2026-01-01.outline.yaml", SmallCharters.OUTLINE.replace("{b: [i, ii]}", "{b: []}"), "2026-01-01.outline.yaml:7"),
                Arguments.of("a law without its outline", "law/ai-act/2026-01-01.outline.yaml", null, "2026-01-01.outline.yaml is missing"),
                Arguments.of("a rule that cites what is not in this version", "law/ai-act/2026-01-01.outline.yaml", SmallCharters.OUTLINE.replace("\"5\": {}, ", ""), "class prohibited: art.5 does not exist"),
                Arguments.of("a case that cites what is not in this version", "law/ai-act/2026-01-01.cases.yaml", cases.replace("source: [art.5]\n    facts: {t", "source: [art.1.1.c]\n    facts: {t"), "2026-01-01.cases.yaml:14: art.1.1.c does not exist"),
                Arguments.of("a clause that cites a text that nobody listed", "clauses/doc.yaml", SmallCharters.CLAUSES.replace("[art.5]", "[CCP L.1]"), "clauses/doc.yaml:4: CCP L.1 stands in no list"),
                Arguments.of("a rule that can never hold", "law/ai-act/2026-01-01.yaml", (SmallCharters.RULES.replace("when: {a: yes}", "when: {all: [{t: x}, {t: y}]}") + SmallCharters.CLASSES).formatted("ai-act", "2026-01-01"), "dead rule r-ai-act"),
                Arguments.of("a question that decides nothing", "law/ai-act/2026-01-01.yaml", (SmallCharters.RULES + SmallCharters.CLASSES.replace("when: {t: y}", "when: {a: no}")).formatted("ai-act", "2026-01-01"), "idle question t"),
                Arguments.of("an unreadable file", "clauses/doc.yaml", SmallCharters.CLAUSES + "\t- x", "clauses/doc.yaml:"),
                Arguments.of("another kind of file", "clauses/doc.yaml", SmallCharters.DOCUMENTS, "schema.wrong-kind"),
                Arguments.of("an unknown key", "clauses/doc.yaml", SmallCharters.CLAUSES.replace("certainty: text", "certainty: text, certitude: x"), "certitude"),
                Arguments.of("a key of a condition that nobody knows", "clauses/doc.yaml", SmallCharters.CLAUSES.replace("{rule: r-ai-act}", "{n: {at_leas: 3}}"), "at_leas"),
                Arguments.of("a class that does not come out", "law/ai-act/2026-01-01.cases.yaml", cases.replace("class: prohibited", "class: minimal"), "case one: class minimal expected, prohibited found"),
                Arguments.of("classes that do not come out", "law/ai-act/2026-01-01.cases.yaml", cases.replace("classes: [minimal]", "classes: [prohibited]"), "case two: classes"),
                Arguments.of("a basis that is not there", "law/ai-act/2026-01-01.cases.yaml", cases.replace("[art.5, art.2]", "[art.7]"), "basis art.7 expected"),
                Arguments.of("a basis that must not be there", "law/ai-act/2026-01-01.cases.yaml", cases.replace("not_basis: [art.95]", "not_basis: [art.2]"), "basis art.2 must not be there"),
                Arguments.of("a fact that is not missing", "law/ai-act/2026-01-01.cases.yaml", cases.replace("missing: [a]", "missing: [t]"), "missing fact t expected"),
                Arguments.of("a duty that is not due", "law/ai-act/2026-01-01.cases.yaml", cases.replace("missing: [a]", "duties: [art.26]"), "duty art.26 expected"),
                Arguments.of("a doubt that is not raised", "law/ai-act/2026-01-01.cases.yaml", cases.replace("missing: [a]", "doubts: [d]"), "doubt d expected"),
                Arguments.of("a role that is not held", "law/ai-act/2026-01-01.cases.yaml", cases.replace("missing: [a]", "roles: [provider]"), "role provider expected"),
                Arguments.of("French law that does not apply", "law/ai-act/2026-01-01.cases.yaml", cases.replace("missing: [a]", "french_law: [CRPA L.311-3-1]"), "French provision"),
                Arguments.of("an assessment that is not due", "law/ai-act/2026-01-01.cases.yaml", cases.replace("fria: no", "fria: yes"), "FRIA yes expected"),
                Arguments.of("a case with a fact that no question asks for", "law/ai-act/2026-01-01.cases.yaml", cases.replace("{t: x}", "{t: x, z: yes}"), "facts.unknown-fact"),
                Arguments.of("a case with an answer that does not fit", "law/ai-act/2026-01-01.cases.yaml", cases.replace("{t: x}", "{t: z}"), "facts.value"),
                Arguments.of("two cases of a name", "law/ai-act/2026-01-01.cases.yaml", cases.replace("id: two", "id: one"), "case one: another case has this id"),
                Arguments.of("an unwanted name that the law does not know", "law/ai-act/2026-01-01.cases.yaml", cases.replace("missing: [a]", "not_doubts: [d]"), "nothing in this law is called d"),
                Arguments.of("a pair that breaks its schema", "law/ai-act/2026-01-01.contrasts.yaml", contrasts.replace("[one, two]", "[one]"), "contrasts.0.cases"),
                Arguments.of("a pair of a case with itself", "law/ai-act/2026-01-01.contrasts.yaml", contrasts.replace("[one, two]", "[one, one]"), "schema.uniqueItems contrasts.0.cases"),
                Arguments.of("a pair that is not close", "law/ai-act/2026-01-01.contrasts.yaml", contrasts.replace("[a, t]", "[a, b, c, d]"), "schema.maxItems contrasts.0.differ"),
                Arguments.of("a pair with a case that does not exist", "law/ai-act/2026-01-01.contrasts.yaml", contrasts.replace("two", "three"), "2026-01-01.contrasts.yaml:5 contrast T01 [one, three]: no case is called three"),
                Arguments.of("a fact in which a pair does not differ", "law/ai-act/2026-01-01.contrasts.yaml", contrasts.replace("[a, t]", "[a, t, date]"), "they differ in [a, t], not in [a, t, date]"),
                Arguments.of("a fact in which a pair differs and that is not named", "law/ai-act/2026-01-01.contrasts.yaml", contrasts.replace("[a, t]", "[a]"), "they differ in [a, t], not in [a]"),
                Arguments.of("a pair that differs in its day as well", "law/ai-act/2026-01-01.cases.yaml", cases.replace("id: two", "id: two\n    date: 2026-11-22"), "they differ in [a, date, t], not in [a, t]"),
                Arguments.of("a pair that is decided alike", "law/ai-act/2026-01-01.cases.yaml", cases.replace("{t: x}", "{a: yes, t: x}"), "both are decided alike"),
                Arguments.of("a pair whose first case would do for the second", "law/ai-act/2026-01-01.cases.yaml", cases.replace("{class: prohibited, classes: [prohibited], basis: [art.5, art.2], not_basis: [art.95]}", "{fria: no}"), "one expects nothing that is not true of two too"),
                Arguments.of("a pair whose second case would do for the first", "law/ai-act/2026-01-01.cases.yaml", cases.replace("{class: insufficient_information, classes: [minimal], missing: [a], fria: no}", "{not_doubts: [kind-y]}"), "two expects nothing that is not true of one too"),
                Arguments.of("a trap without a pair", "law/ai-act/2026-01-01.contrasts.yaml", contrasts.replace("[T01]", "[T01, T02]"), "2026-01-01.contrasts.yaml: trap T02 has no pair"),
                Arguments.of("a pair for a trap that is not in the list", "law/ai-act/2026-01-01.contrasts.yaml", contrasts.replace("[T01]", "[T02]"), "no trap of the list is called T01"),
                Arguments.of("a law without cases", "law/ai-act/2026-01-01.cases.yaml", null, "2026-01-01.cases.yaml is missing"),
                Arguments.of("a rule of no stage", "law/ai-act/2026-01-01.yaml", (SmallCharters.RULES.replace("stage: s,", "stage: z,") + SmallCharters.CLASSES).formatted("ai-act", "2026-01-01"), "no stage z"),
                Arguments.of("a rule on an unknown fact", "law/ai-act/2026-01-01.yaml", (SmallCharters.RULES.replace("{a: yes}", "{z: yes}") + SmallCharters.CLASSES).formatted("ai-act", "2026-01-01"), "no question is called z"),
                Arguments.of("a version that is not its first day", "law/ai-act/2026-01-01.yaml", (SmallCharters.RULES.replace("in_force_from: %2$s", "in_force_from: 2025-01-01") + SmallCharters.CLASSES).formatted("ai-act", "2026-01-01"), "first day in force"),
                Arguments.of("a question of no group", "law/ai-act/questions.yaml", SmallCharters.QUESTIONS.replace("group: g\n    type: one-of", "group: z\n    type: one-of"), "question t: no group z"),
                Arguments.of("a list without options", "law/ai-act/questions.yaml", SmallCharters.QUESTIONS.replaceAll("    options:.*\n", ""), "question t: options and type"),
                Arguments.of("too few examples", "law/ai-act/questions.yaml", SmallCharters.QUESTIONS.replaceAll("    no:.*\n", ""), "question a: two examples"),
                Arguments.of("two clauses of a name", "clauses/doc.yaml", SmallCharters.CLAUSES + SmallCharters.CLAUSES.lines().reduce((a, b) -> b).orElseThrow() + "\n", "two clauses have the id C-1"),
                Arguments.of("a clause in no section", "clauses/doc.yaml", SmallCharters.CLAUSES.replace("section: s", "section: z"), "no section"),
                Arguments.of("a clause that serves no duty of the law", "clauses/doc.yaml", SmallCharters.CLAUSES.replace("certainty: text,", "certainty: text, serves: [d-none],"), "clause C-1 serves d-none"),
                Arguments.of("a clause on an unknown rule", "clauses/doc.yaml", SmallCharters.CLAUSES.replace("r-ai-act", "r-none"), "r-none"),
                Arguments.of("an example that breaks its schema", "examples/one/facts.yaml", "schema: etabli/facts/1\nfacts: {a: [[]]}\n", "examples/one/facts.yaml:2"),
                Arguments.of("an example with a fact that no question asks for", "examples/one/facts.yaml", "schema: etabli/facts/1\nfacts: {z: yes}\n", "z"),
                Arguments.of("an example with a charter that cannot be read", "examples/one/charter.md", "# Sans tête\n", "examples/one/charter.md:1"),
                Arguments.of("an example whose assessment breaks its schema", "examples/one/charter-assessment.yaml", "schema: etabli/charter-assessment/1\n", "examples/one/charter-assessment.yaml:1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void everyMistakeIsFound(String name, String file, String text, String words) throws Exception {
        SmallCharters charters = new SmallCharters(folder);
        if (text == null)
            Files.delete(folder.resolve(file));
        else {
            assertTrue(!Files.exists(folder.resolve(file)) || !Files.readString(folder.resolve(file)).equals(text), "the test changes nothing");
            charters.write(file, text);
        }
        List<String> problems = new ContentProof(charters.content()).run();
        assertTrue(problems.stream().anyMatch(p -> p.contains(words)), problems.toString());
    }

    private static final String DUTY = """
            duties:
              - {id: d, path: art.5, role: provider, text: {fr: D, en: D}, source: [art.5], certainty: text, when: {rule: r-ai-act}, dates: [{applies_from: 2026-01-01}]}
            """;
    private static final String SUPPLIER = "supplier: {roles: [%s], left_to_law: [%s]}\nclauses:";
    private static final String REASON = "{duty: %s, reason: {fr: x, en: x}}";

    /** From a duty of the supplier to a clause, or to the reason why there is none. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"provider, -, -, duty d: no clause serves it", "provider, d, d, left_to_law names d; which a clause serves", "provider, -, e, left_to_law e; which is no duty",
            "importer, d, -, no duty is owed by importer", "provider, d, -, -", "provider, -, d, -", "deployer, -, -, -"})
    void aDutyOfTheSupplierHasAClauseOrAReason(String role, String served, String left, String problem) throws Exception {
        String roles = role.equals("deployer") ? "" : role;
        SmallCharters charters = new SmallCharters(folder);
        charters.write("law/ai-act/2026-01-01.yaml", (SmallCharters.RULES + SmallCharters.CLASSES + DUTY).formatted("ai-act", "2026-01-01"));
        charters.write("clauses/doc.yaml", SmallCharters.CLAUSES.replace("clauses:", roles.isEmpty() ? "clauses:" : SUPPLIER.formatted(role, left == null ? "" : REASON.formatted(left)))
                .replace("certainty: text,", served == null ? "certainty: text," : "certainty: text, serves: [" + served + "],"));
        List<String> problems = new ContentProof(new Content(folder)).run();
        if (problem == null)
            assertFalse(problems.stream().anyMatch(p -> p.contains("duty") || p.contains("left_to_law")), problems::toString);
        else
            assertTrue(problems.stream().anyMatch(p -> p.contains(problem.replace(';', ','))), problems::toString);
    }
}
