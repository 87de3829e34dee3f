package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.etabli.model.InvalidInputException;
import org.etabli.yaml.SchemaValidator;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlEdits;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.Test;

/** What a person who looks at facts.yaml finds after an answer or a field was given in a form. */
class FactEditsTest {
    private static final String HEAD = "schema: etabli/facts/1\n";

    private final SchemaValidator schemas = new SchemaValidator(Path.of(System.getProperty("etabli.charters")).resolve("schemas"));

    private static YamlText parse(String text) throws InvalidInputException {
        return YamlText.parse("facts.yaml", HEAD + text);
    }

    private String answer(String text, String word) throws Exception {
        return valid(FactEdits.answer(parse(text), "a", YamlEdits.words(word)), text);
    }

    private String field(String text, String field, String words) throws Exception {
        return valid(FactEdits.field(parse(text), "a", List.of(field.split("/")), words).orElseThrow(), text);
    }

    private String valid(TextEdit edit, String text) throws Exception {
        String after = edit.apply(HEAD + text);
        assertEquals(List.of(), schemas.validate(YamlText.parse("facts.yaml", after), "facts"), after);
        return after.substring(HEAD.length());
    }

    @Test
    void anAnswerLeavesTheOtherFieldsAlone() throws Exception {
        assertEquals("facts:\n  a: no # c\n", answer("facts:\n  a: yes # c\n", "no"));
        assertEquals("facts:\n  a:\n    by: DPO # c\n    value: no\n    note: x\n", answer("facts:\n  a:\n    by: DPO # c\n    value: yes\n    note: x\n", "no"));
        assertEquals("facts:\n  a: no\n", answer("facts: {}\n", "no"));
    }

    @Test
    void whoIsAskedComesUnderTheFact() throws Exception {
        assertEquals("facts:\n  a:\n    value: unknown # c\n    ask:\n      who: Service achats\n", field("facts:\n  a: unknown # c\n", "ask/who", "Service achats"));
        assertEquals("facts:\n  a:\n    value: unknown\n    ask:\n      who: DPO\n      by: 2026-12-01\n  b: no\n",
                field("facts:\n  a:\n    value: unknown\n    ask:\n      who: DPO\n  b: no\n", "ask/by", "2026-12-01"));
        assertEquals("facts:\n  a:\n    value: unknown\n    ask:\n      who: Le maire\n", field("facts:\n  a:\n    value: unknown\n    ask:\n      who: DPO\n", "ask/who", "Le maire"));
    }

    @Test
    void aFactThatWasNotWrittenYetIsUnknown() throws Exception {
        assertEquals("facts:\n  b: yes\n  a:\n    value: unknown\n    ask:\n      who: DPO\n", field("facts:\n  b: yes\n", "ask/who", "DPO"));
        assertEquals("facts:\n  a:\n    value: unknown\n    note: x\n", field("facts: {}\n", "note", "x"));
        assertEquals("facts:\n  a:\n    value: unknown\n    by: DPO\n", field("facts:\n  a:\n", "by", "DPO"));
    }

    @Test
    void anEmptyTextTakesTheFieldAwayAndNoEmptyBlockStays() throws Exception {
        String both = "facts:\n  a:\n    value: unknown\n    ask:\n      who: DPO\n      by: 2026-12-01\n    note: x\n";
        assertEquals("facts:\n  a:\n    value: unknown\n    ask:\n      who: DPO\n    note: x\n", field(both, "ask/by", ""));
        assertEquals("facts:\n  a:\n    value: unknown\n    note: x\n", field(both.replace("      by: 2026-12-01\n", ""), "ask/who", ""));
        assertEquals("facts:\n  a:\n    value: yes\n", field("facts:\n  a:\n    value: yes\n    note: x\n", "note", ""));
        assertTrue(FactEdits.field(parse("facts:\n  a: yes\n"), "a", List.of("ask", "who"), "").isEmpty(), "it was not there");
        assertTrue(FactEdits.field(parse("facts: {}\n"), "a", List.of("note"), "").isEmpty());
    }
}
