package org.etabli.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaValidatorTest {
    private static final String FACTS = "schema: etabli/facts/1\n";
    private static final String DOSSIER = "schema: etabli/dossier/1\nid: x\ntitle: T\n";

    private final SchemaValidator schemas = new SchemaValidator(Path.of(System.getProperty("etabli.charters")).resolve("schemas"));

    private List<Finding> validate(String text, String kind) throws Exception {
        return schemas.validate(YamlText.parse("f.yaml", text), kind);
    }

    private static List<String> lines(List<Finding> findings) {
        return findings.stream().map(f -> f.line() + ":" + f.column() + " " + f.severity() + " " + f.id()).toList();
    }

    /** Text with a mark where the finding belongs, id, a part of the French and of the English message. */
    static Stream<Arguments> single() {
        return Stream.of(
                Arguments.of("a mapping is wanted", FACTS + "facts: ‸[a]\n", "schema.type", "une liste trouvé", "a list found"),
                Arguments.of("nothing where a mapping is wanted", FACTS + "‸facts:\n", "schema.type", "rien trouvé", "nothing found"),
                Arguments.of("a key is missing", "‸" + FACTS + "# c\nid: x\n", "schema.required", "« facts »", "\"facts\""),
                Arguments.of("a truth value is no answer", FACTS + "facts:\n  a: ‸true\n", "schema.type", "facts.a : un texte, un nombre, une liste ou un bloc",
                        "facts.a: a text, a number, a list or a \"key: value\" block expected, true or false found"),
                Arguments.of("no value in a list", FACTS + "facts:\n  a: ‸[]\n", "schema.empty", "valeur est attendue", "value is expected"),
                Arguments.of("no words in quotes", FACTS + "facts:\n  a: ‸''\n", "schema.empty", "valeur est attendue", "value is expected"),
                Arguments.of("a list in a list", FACTS + "facts:\n  a: [x, ‸[y]]\n", "schema.type", "facts.a.1 : un texte attendu, une liste trouvé", "facts.a.1: a text"),
                Arguments.of("a fact without its value", FACTS + "facts:\n  a:\n    ‸by: me\n", "schema.required", "« value »", "\"value\""),
                Arguments.of("a value of no kind", FACTS + "facts:\n  a:\n    value: ‸{x: y}\n", "schema.type", "facts.a.value : un texte, un nombre ou une liste", "a text, a number or a list expected"),
                Arguments.of("no date", FACTS + "facts:\n  a:\n    value: yes\n    on: ‸hier\n", "schema.date", "« hier »", "\"hier\""),
                Arguments.of("a day that does not exist", FACTS + "facts:\n  a: {value: yes, on: ‸2026-02-30}\n", "schema.date", "2026-02-30", "2026-02-30"),
                Arguments.of("a number for a name", FACTS + "facts:\n  a: {value: yes, by: ‸12}\n", "schema.type", "un texte attendu, un nombre entier trouvé", "a text expected, a whole number found"),
                Arguments.of("evidence of no kind", FACTS + "facts:\n  a: {value: yes, evidence: ‸{x: 1}}\n", "schema.type", "un texte ou une liste", "a text or a list"),
                Arguments.of("not one of the list", DOSSIER + "authority: {name: A, kind: ‸village}\n", "schema.enum", "« village »", "commune, epci"),
                Arguments.of("below the least", DOSSIER + "authority: {name: A, kind: commune, agents: ‸-1}\n", "schema.minimum", "au moins 0", "at least 0"),
                Arguments.of("half a person", DOSSIER + "authority: {name: A, kind: commune, agents: ‸2.5}\n", "schema.type", "nombre entier", "whole number"),
                Arguments.of("two kinds are possible", DOSSIER + "authority: {name: A, kind: commune, siret: ‸[1]}\n", "schema.type", "un texte ou un nombre entier", "a text or a whole number"),
                Arguments.of("not the wanted form", DOSSIER.replace("id: x", "id: ‸X Y") + "authority: {name: A, kind: commune}\n", "schema.pattern", "« X Y »", "\"X Y\""),
                Arguments.of("a key missing in a list", DOSSIER + "authority: {name: A, kind: commune}\nactors:\n- name: a\n  role: b\n- ‸name: a\n", "schema.required", "« role »", "\"role\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("single")
    void oneMistakeIsOneErrorAtItsPlace(String name, String marked, String id, String french, String english) throws Exception {
        List<Finding> findings = validate(marked.replace("‸", ""), marked.contains("etabli/facts") ? "facts" : "dossier");
        assertEquals(List.of(place(marked) + " ERROR " + id), lines(findings), () -> findings.get(0).line(Lang.EN));
        assertTrue(findings.get(0).message().fr().contains(french), findings.get(0).message().fr());
        assertTrue(findings.get(0).message().en().contains(english), findings.get(0).message().en());
    }

    private static String place(String marked) {
        String before = marked.substring(0, marked.indexOf('‸'));
        return before.chars().filter(c -> c == '\n').count() + 1 + ":" + (before.length() - before.lastIndexOf('\n'));
    }

    /** Keys of the place where it stands, not of the whole file. */
    @Test
    void aMistypedKeyOrWordIsRecognised() throws Exception {
        Finding note = validate(FACTS + "facts:\n  a: {value: yes, noet: x}\n", "facts").get(0);
        assertEquals("noet [note]", note.subject() + " " + note.near());
        assertTrue(note.message().fr().contains("Vouliez-vous dire « note »"), note.message().fr());
        assertEquals(List.of("who"), validate(FACTS + "facts:\n  a: {value: yes, ask: {wo: x}}\n", "facts").get(0).near());
        assertEquals(List.of("title"), validate(DOSSIER.replace("title", "tilte") + "authority: {name: A, kind: commune}\n", "dossier").stream()
                .filter(f -> f.id().equals("schema.unknown-key")).findFirst().orElseThrow().near());
        assertEquals(List.of(), validate(FACTS + "facts: {}\nremarque: x\n", "facts").get(0).near());
        Finding kind = validate(DOSSIER + "authority: {name: A, kind: comune}\n", "dossier").get(0);
        assertEquals("schema.enum [commune]", kind.id() + " " + kind.near());
    }

    @Test
    void whatIsRightSaysNothing() throws Exception {
        assertEquals(List.of(), validate(FACTS + "id: x\nfacts:\n  a: yes\n  b: 12.5\n  c: [x, unknown]\n  d:\n    value: [x]\n    by: A\n    on: 2026-11-21\n    evidence: [p. 4, p. 5]\n    note: |\n      un\n    ask:\n      who: A\n      by: 2026-12-01\n", "facts"));
        assertEquals(List.of(), validate(FACTS + "facts: {}\n", "facts"));
        assertEquals(List.of(), validate(DOSSIER + "authority: {name: A, kind: commune, siret: 73282932000074, inhabitants: 2000}\n", "dossier"));
    }

    @Test
    void anUnknownKeyIsOneWarningOnTheKey() throws Exception {
        List<Finding> findings = validate(FACTS + "facts:\n  a: yes\nremarque: {x: {y: z}}\n", "facts");
        assertEquals(List.of("4:1 WARNING schema.unknown-key"), lines(findings));
        assertEquals("remarque".length(), findings.get(0).length());
        assertTrue(findings.get(0).message().fr().contains("« remarque »") && findings.get(0).message().en().contains("\"remarque\""));
    }

    /** A fact has a short and a long form: what is unknown in one of them is no error of the other. */
    @Test
    void anUnknownKeyOfAFactIsOneWarningToo() throws Exception {
        assertEquals(List.of("5:5 WARNING schema.unknown-key"), lines(validate(FACTS + "facts:\n  a:\n    value: yes\n    auteur: x\n", "facts")));
        assertEquals(List.of("4:5 WARNING schema.unknown-key", "5:5 WARNING schema.unknown-key"),
                lines(validate(FACTS + "facts:\n  a:\n    auteur: x\n    quand: y\n    value: [b]\n", "facts")));
    }

    @Test
    void aMistypedKeyIsMissingAndUnknown() throws Exception {
        assertEquals(List.of("3:6 ERROR schema.required", "3:7 WARNING schema.unknown-key"), lines(validate(FACTS + "facts:\n  a: {valeur: yes}\n", "facts")));
    }

    @Test
    void severalMistakesComeInTheOrderOfTheText() throws Exception {
        assertEquals(List.of("2:5 ERROR schema.pattern", "4:19 ERROR schema.empty", "4:29 ERROR schema.enum", "5:1 WARNING schema.unknown-key", "7:11 ERROR schema.date", "8:11 ERROR schema.type"),
                lines(validate("schema: etabli/dossier/1\nid: A B\ntitle: T\nauthority: {name: '', kind: x}\nzz: 1\nprocedure:\n  launch: 2026-13-01\n  amount: beaucoup\n", "dossier")));
    }

    @Test
    void severalFactsEachHaveTheirMistake() throws Exception {
        assertEquals(List.of("3:6 ERROR schema.type", "4:6 ERROR schema.empty", "6:12 ERROR schema.type", "7:5 WARNING schema.unknown-key"),
                lines(validate(FACTS + "facts:\n  a: true\n  b: ''\n  c:\n    value: false\n    x: y\n", "facts")));
    }

    @Test
    void keysWithSignsOfPathsAreFound() throws Exception {
        assertEquals(List.of("3:8 ERROR schema.empty", "4:8 ERROR schema.empty", "5:10 ERROR schema.empty", "6:8 ERROR schema.empty", "7:12 ERROR schema.empty"),
                lines(validate(FACTS + "facts:\n  a/b: ''\n  c~d: ''\n  'x.y': ''\n  '0': ''\n  \"anyOf\": ''\n", "facts")));
    }

    // --- which kind of file --------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"", "facts: {}\n", "schema:\nfacts: {}\n", "- schema: etabli/facts/1\n", "juste un texte", "schema: [etabli/facts/1]\n"})
    void aFileThatDoesNotSayItsKindIsRefused(String text) throws Exception {
        List<Finding> findings = validate(text, "facts");
        assertEquals(1, findings.size());
        assertTrue(findings.get(0).id().equals("schema.missing") || text.startsWith("schema:\n") && findings.get(0).id().equals("schema.wrong-kind"), findings.get(0).id());
        assertTrue(findings.get(0).message().fr().contains("etabli/facts/1"), findings.get(0).message().fr());
    }

    @ParameterizedTest
    @ValueSource(strings = {"etabli/dossier/1", "facts", "etabli/facts/one", "etabli/facts/0", "etabli/facts/-1", "etabli/facts/", "../../etc/passwd", "Etabli/facts/1"})
    void aFileOfAnotherKindIsRefused(String name) throws Exception {
        assertEquals(List.of("1:9 ERROR schema.wrong-kind"), lines(validate("schema: " + name + "\nfacts: [wrong too]\n", "facts")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"etabli/facts/2", "etabli/facts/10", "etabli/facts/123456789"})
    void aNewerVersionIsRefusedAndNothingElseIsSaidAboutIt(String name) throws Exception {
        List<Finding> findings = validate("schema: " + name + "\nfacts: [what a newer version may allow]\n", "facts");
        assertEquals(List.of("1:9 ERROR schema.newer"), lines(findings));
        assertTrue(findings.get(0).message().fr().contains(name) && findings.get(0).message().fr().contains("plus récent"), findings.get(0).message().fr());
        assertTrue(findings.get(0).message().en().contains("newer"), findings.get(0).message().en());
    }

    @Test
    void anOlderVersionIsReadByItsOwnSchema(@TempDir Path folder) throws Exception {
        String schema = "{\"type\":\"object\",\"properties\":{\"schema\":{\"const\":\"etabli/k/%d\"},\"%s\":{\"type\":\"string\"}},\"additionalProperties\":false}";
        Files.writeString(folder.resolve("k-1.schema.json"), schema.formatted(1, "old"));
        Files.writeString(folder.resolve("k-2.schema.json"), schema.formatted(2, "new"));
        SchemaValidator two = new SchemaValidator(folder);
        assertEquals(List.of(), two.validate(YamlText.parse("k", "schema: etabli/k/1\nold: x\n"), "k"));
        assertEquals(List.of(), two.validate(YamlText.parse("k", "schema: etabli/k/2\nnew: x\n"), "k"));
        assertEquals(List.of("2:1 WARNING schema.unknown-key"), lines(two.validate(YamlText.parse("k", "schema: etabli/k/2\nold: x\n"), "k")));
        assertEquals("schema.newer", two.validate(YamlText.parse("k", "schema: etabli/k/3\n"), "k").get(0).id());
    }

    @Test
    void aNumberThatFillsTheMemoryIsNoNumber() throws Exception {
        List<Finding> findings = validate(DOSSIER + "authority: {name: A, kind: commune, inhabitants: 1e999999999}\n", "dossier");
        assertEquals(List.of("4:50 ERROR schema.type"), lines(findings));
        assertEquals(Severity.ERROR, findings.get(0).severity());
    }
}
