package org.etabli.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.etabli.yaml.YamlEdits.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person who looks at the text finds after an edit in a form. */
class YamlEditsTest {

    private static String set(String text, String path, Content content) throws Exception {
        return YamlEdits.set(YamlText.parse("facts.yaml", text), List.of(path.split("/")), content, "value").apply(text);
    }

    private static String set(String text, String path, String word) throws Exception {
        return set(text, path, YamlEdits.words(word));
    }

    private static String remove(String text, String path) throws Exception {
        return YamlEdits.remove(YamlText.parse("facts.yaml", text), List.of(path.split("/"))).orElseThrow().apply(text);
    }

    private static Content list(String... words) {
        return new Content.WordList(List.of(words));
    }

    @Test
    void onlyTheValueIsReplaced() throws Exception {
        String text = "facts:\n  a:   yes   # sûr\n  b: 'x'\n";
        assertEquals("facts:\n  a:   no   # sûr\n  b: 'x'\n", set(text, "facts/a", "no"));
        TextEdit edit = YamlEdits.set(YamlText.parse("f", text), List.of("facts", "a"), YamlEdits.words("no"), "value");
        assertEquals(new TextEdit(text.indexOf("yes"), 3, "no"), edit);
    }

    @Test
    void whatIsSaidAlreadyIsNotWrittenAnew() throws Exception {
        for (String text : List.of("a: \"yes\"", "a: 'yes'  # c", "a:\n  yes\n"))
            assertTrue(YamlEdits.set(YamlText.parse("f", text), List.of("a"), YamlEdits.words("yes"), "value").changesNothing(text), text);
        assertEquals("a: 12\n", set("a: '12'\n", "a", new Content.Number("12")), "a text is no number");
    }

    @Test
    void anEmptyDossierGetsItsFirstFact() throws Exception {
        assertEquals("schema: etabli/facts/1\n\n# aide\nfacts:\n  a: yes\n", set("schema: etabli/facts/1\n\n# aide\nfacts: {}\n", "facts/a", "yes"));
        assertEquals("facts: # rien encore\n  a: yes\n", set("facts: {} # rien encore\n", "facts/a", "yes"));
        assertEquals("facts:\n  a: yes\n", set("", "facts/a", "yes"));
        assertEquals("# en-tête\nfacts:\n  a: yes\n", set("# en-tête\n", "facts/a", "yes"));
    }

    @Test
    void aNewFactComesLastWithTheIndentationOfTheOthers() throws Exception {
        assertEquals("facts:\n    a: yes # sûr\n    b: no\n# fin\n", set("facts:\n    a: yes # sûr\n# fin\n", "facts/b", "no"));
        assertEquals("facts:\n  a:\n    value: yes\n    note: |\n      un\n\n      deux\n  b: no\n\nx: y\n", set("facts:\n  a:\n    value: yes\n    note: |\n      un\n\n      deux\n\nx: y\n", "facts/b", "no"));
        assertEquals("facts:\n  a: yes\n  b: no", set("facts:\n  a: yes", "facts/b", "no"));
        assertEquals("facts: {a: yes, b: no} # c\n", set("facts: {a: yes} # c\n", "facts/b", "no"));
    }

    @Test
    void windowsLineEndsStay() throws Exception {
        assertEquals("facts:\r\n  a: yes\r\n  b: no\r\n", set("facts:\r\n  a: yes\r\n", "facts/b", "no"));
        assertEquals("facts:\r\n  a:\r\n    value: yes # c\r\n    note: |-\r\n      un\r\n      deux\r\n", set("facts:\r\n  a: yes # c\r\n", "facts/a/note", "un\ndeux"));
    }

    @Test
    void theShortFormBecomesTheLongOneAsItWasWritten() throws Exception {
        assertEquals("facts:\n  a:\n    value: 'yes'  # sûr\n    by: DPO\n  b: no\n", set("facts:\n  a: 'yes'  # sûr\n  b: no\n", "facts/a/by", "DPO"));
        assertEquals("facts:\n  a:\n    value: 12\n    by: DPO\n", set("facts:\n  a: 12\n", "facts/a/by", "DPO"), "a number stays a number");
        assertEquals("facts:\n  a:\n    value: [x, y] # c\n    by: DPO\n", set("facts:\n  a: [x, y] # c\n", "facts/a/by", "DPO"));
        assertEquals("facts:\n  a:\n    value:\n      - x # c\n      - y\n    by: DPO\n", set("facts:\n  a:\n    - x # c\n    - y\n", "facts/a/by", "DPO"));
        assertEquals("facts: {a: {value: yes, by: DPO}}\n", set("facts: {a: yes}\n", "facts/a/by", "DPO"));
        assertEquals("facts:\n  a:\n    by: DPO\n", set("facts:\n  a:\n", "facts/a/by", "DPO"));
        assertEquals("facts:\n  a:\n    value: no\n", set("facts:\n  a: yes\n", "facts/a/value", "no"));
    }

    @Test
    void itemsOfAListComeAndGoWithTheirLines() throws Exception {
        String text = "v:\n  # domaines\n  - a # un\n  - b # deux\n\n  - c\nx: y\n";
        assertEquals("v:\n  # domaines\n  - a # un\n\n  - c\nx: y\n", set(text, "v", list("a", "c")));
        assertEquals("v:\n  # domaines\n  - a # un\n  - b # deux\n\n  - c\n  - d\nx: y\n", set(text, "v", list("a", "b", "c", "d")));
        assertEquals("v:\n  # domaines\n  - a # un\n  - z\n  - b # deux\n\n  - c\nx: y\n", set(text, "v", list("a", "z", "b", "c")));
        assertEquals("v: [a, c] # d\n", set("v: [a, b] # d\n", "v", list("a", "c")));
        assertEquals("v:\n- a\n- b\n", set("v:\n- a", "v", list("a", "b")));
        assertEquals("v: []\n", set("v:\n- a\n", "v", list()));
    }

    @Test
    void severalLinesAreWrittenAsABlockWhereThatKeepsThem() throws Exception {
        assertEquals("note: |-\n  un\n  deux: # trois\n", set("note: x\n", "note", "un\ndeux: # trois"));
        assertEquals("note: | # c\n  un 😀\n\n  deux\n", set("note: x # c\n", "note", "un 😀\n\ndeux\n"));
        assertEquals("note: x # c\nz: 1\n", set("note: | # c\n  un\n\n  deux\nz: 1\n", "note", "x"));
        assertEquals("note: \"un \\ndeux\"\n", set("note: x\n", "note", "un \ndeux"), "a space at the end of a line would be lost in a block");
        assertEquals("f: {note: \"un\\ndeux\"}\n", set("f: {note: x}\n", "f/note", "un\ndeux"));
    }

    @Test
    void wordsAreQuotedWhereSomebodyCouldMisreadThem() throws Exception {
        for (String word : List.of("yes", "no", "unknown", "Nantes Métropole", "2026-11-21", "l’été", "a & b", "R&D", "50 %"))
            assertEquals("a: " + word + "\n", set("a: x\n", "a", word));
        for (String word : List.of("12", "-1.5", "1e3", "0x1F", "0o17", "12:30", "null", "Null", "~", "true", "FALSE", "", " x", "x ", "- x", "a: b", "a #b", "[x", "{x", "&x", "*x", "!x", "%x", "@x", "`x", "'x", "=x", "?", ".5", ".inf"))
            assertEquals("a: \"" + word + "\"\n", set("a: x\n", "a", word));
        assertEquals("a: \"\\\"\\\\\\t\\r\\u0000\\ufeff\\u2028\\u0085\\ud800\"\n", set("a: x\n", "a", "\"\\\t\r\u0000\uFEFF\u2028\u0085\ud800"));
    }

    @Test
    void fieldsAreWrittenBelowTheirKey() throws Exception {
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("value", list("a", "b"));
        fields.put("note", YamlEdits.words("un\ndeux\n"));
        assertEquals("f:\n  x: # c\n    value: [a, b]\n    note: |\n      un\n      deux\n  y: 1\n", set("f:\n  x: yes # c\n  y: 1\n", "f/x", new Content.Fields(fields)));
        assertEquals("f: {x: {value: [a, b], note: \"un\\ndeux\\n\"}}\n", set("f: {x: yes}\n", "f/x", new Content.Fields(fields)));
    }

    @Test
    void anEntryGoesWithItsLine() throws Exception {
        assertEquals("# un\na: 1\n# deux\nc: 3\n", remove("# un\na: 1\n# deux\nb: 2 # mort\nc: 3\n", "b"));
        assertEquals("f:\n  a: 1\nz: 1\n", remove("f:\n  a: 1\n  b: |\n    x\n\nz: 1\n".replace("x\n\nz", "x\nz"), "f/b"));
        assertEquals("f: {} # c\n  # d\nz: 1\n", remove("f: # c\n  # d\n  a: 1\nz: 1\n", "f/a"));
        assertEquals("f: {a: 1}\n", remove("f: {a: 1, b: 2}\n", "f/b"));
        assertEquals("f: {b: 2}\n", remove("f: {a: 1, b: 2}\n", "f/a"));
        assertEquals("f: {}\n", remove("f: {a: 1}\n", "f/a"));
        assertEquals("l:\n- b: 2\n- c: 3\n", remove("l:\n- a: 1\n  b: 2\n- c: 3\n", "l/0/a"));
        assertEquals("", remove("a: 1\n", "a"));
    }

    @Test
    void whatIsNotThereCannotBeTakenAway() throws Exception {
        for (String path : List.of("b", "a/b", "c/d", "l/5/x"))
            assertTrue(YamlEdits.remove(YamlText.parse("f", "a: 1\nl: [x]\n"), List.of(path.split("/"))).isEmpty(), path);
    }

    /** Without a short key there is nowhere to put the text that stands there: it is not thrown away. */
    @ParameterizedTest
    @ValueSource(strings = {"a: text\n", "a: [x]\n", "f: {a: text}\n", "a:\n- x\n"})
    void aTextIsNeverReplacedByAKeyBelowIt(String text) throws Exception {
        YamlText yaml = YamlText.parse("f", text);
        List<String> path = text.startsWith("f") ? List.of("f", "a", "b") : List.of("a", "b");
        assertThrows(IllegalStateException.class, () -> YamlEdits.set(yaml, path, YamlEdits.words("x"), null));
    }

    @Test
    void aDocumentThatIsAWordIsNotReplaced() throws Exception {
        YamlText yaml = YamlText.parse("f", "just a word\n");
        assertThrows(IllegalStateException.class, () -> YamlEdits.set(yaml, List.of("a"), YamlEdits.words("x"), "value"));
    }

    @Test
    void aQuotedTextReadsBackAsItWas() throws Exception {
        for (String text : RandomYaml.WORDS)
            assertEquals(text, ((Node.Scalar) YamlText.parse("f", "a: " + YamlEdits.quoted(text) + " # c\n").root().at(List.of("a")).orElseThrow()).text());
    }

    @Test
    void anEditKnowsWhetherItChangesSomething() {
        assertTrue(new TextEdit(1, 2, "bc").changesNothing("abcd"));
        assertTrue(new TextEdit(4, 0, "").changesNothing("abcd"));
        for (TextEdit edit : List.of(new TextEdit(1, 2, "bx"), new TextEdit(1, 2, "b"), new TextEdit(1, 1, "bc"), new TextEdit(4, 0, "e")))
            assertFalse(edit.changesNothing("abcd"), edit.toString());
    }

    private static String rename(String text, String path, String key) throws Exception {
        return YamlEdits.rename(YamlText.parse("facts.yaml", text), List.of(path.split("/")), key).apply(text);
    }

    @Test
    void onlyTheKeyIsReplaced() throws Exception {
        assertEquals("facts:\n  b:   yes  # sûr\n  c: no\n", rename("facts:\n  a:   yes  # sûr\n  c: no\n", "facts/a", "b"));
        assertEquals("facts: {b: {value: yes}} # c\n", rename("facts: {a: {value: yes}} # c\n", "facts/a", "b"));
        assertEquals("facts:\n  a:\n    note: |\n      a: b\n", rename("facts:\n  a:\n    noet: |\n      a: b\n", "facts/a/noet", "note"));
        assertEquals("a:\n- b: 1\n  c: 2\n- x: 3\n", rename("a:\n- b: 1\n  x: 2\n- x: 3\n", "a/0/x", "c"));
        assertEquals("{b: 1}", rename("{'a': 1}", "a", "b"));
    }

    @Test
    void aKeyThatIsThereAlreadyIsNotWrittenTwice() {
        assertThrows(IllegalStateException.class, () -> rename("facts: {a: yes, b: no}", "facts/a", "b"));
    }
}
