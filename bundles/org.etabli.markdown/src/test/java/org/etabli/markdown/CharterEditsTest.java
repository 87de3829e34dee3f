package org.etabli.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.etabli.markdown.CharterText.Section;
import org.etabli.model.Charter;
import org.etabli.yaml.TextEdit;
import org.junit.jupiter.api.Test;

/** What a person who looks at the charter finds after a form action. */
class CharterEditsTest {
    private static final String HEAD = "---\nschema: etabli/charter/1\nid: c # le même en anglais\ntitle: Charte\nlanguage: fr\nversion: \"1\"\n---\n";
    private static final String P = "\n# P {#p}\n";
    private static final String I = "\n## I {#i}\n";
    private static final String C = "\n### C {#c}\n";
    private static final String D = "\n### D {#d}\n\nDeux.\n\n- niveau : possible\n";

    /**
     * {@code printf 'etabli-seal:1:2\nid:1:c\ntitle:6:Charte\nversion:1:1\nlanguage:2:fr\nadoption.on:10:2026-11-21\nadoption.deliberation:9:2026-07/3\n'}
     * and {@code printf 'adoption.by:17:conseil municipal\ntext:9:\n# P {#p}\n'}, both {@code | sha256sum}
     */
    private static final String SEAL = "sha256-v2-5433275916a2e674787ef925963c0b7af8cd1a602c0f61eca52b37e783377cdb";

    private interface Making {
        TextEdit edit(CharterText text, Section section);
    }

    /** The edit of the section c, in a text with either line end. */
    private static String after(String text, Making making) {
        String windows = edited(text.replace("\n", "\r\n"), making);
        String edited = edited(text, making);
        assertEquals(edited.replace("\n", "\r\n"), windows);
        return edited;
    }

    private static String edited(String text, Making making) {
        CharterText parsed = CharterText.parse("charter.md", text);
        return making.edit(parsed, parsed.section("c").orElse(null)).apply(text);
    }

    private static String fields(String before, CharterField kind, String... values) {
        String start = HEAD + P + I + C + "\nUn.\n";
        String edited = after(start + before + D, (t, s) -> CharterEdits.field(t, s, kind, List.of(values)));
        return edited.substring(start.length(), edited.length() - D.length());
    }

    @Test
    void theHead() {
        assertEquals(HEAD.replace("Charte", "\"Autre : charte\"") + P, after(HEAD + P, (t, s) -> CharterEdits.front(t, List.of("title"), "Autre : charte")));
        assertEquals(HEAD.replace("\"1\"", "\"2\"") + P, after(HEAD + P, (t, s) -> CharterEdits.front(t, List.of("version"), "2")));
        assertEquals(HEAD.replace("version", "counterpart: c.en.md\nversion").replace("counterpart: c.en.md\nversion: \"1\"\n", "version: \"1\"\ncounterpart: c.en.md\n") + P,
                after(HEAD + P, (t, s) -> CharterEdits.front(t, List.of("counterpart"), "c.en.md")));
        assertEquals(HEAD.replace("version: \"1\"\n", "") + P, after(HEAD + P, (t, s) -> CharterEdits.front(t, List.of("version"), "")));
        assertEquals(HEAD.replace("\"1\"\n", "\"1\"\nadoption:\n  on: 2026-11-21\n  deliberation: 2026-07/3\n  by: conseil municipal\n  text: " + SEAL + "\n") + P,
                after(HEAD + P, (t, s) -> CharterEdits.adopt(t, new Charter.Adoption(LocalDate.of(2026, 11, 21), "2026-07/3", "conseil municipal"))));
    }

    @Test
    void aVersionAfterTheAdoptedOne() {
        String adopted = HEAD.replace("title: Charte\n", "title: Charte # à relire\nauteur: inconnu\n").replace("version: \"1\"\n",
                "adoption: # enfin\n  on: 2026-11-21\n  deliberation: x\n  by: y\n  text: " + SEAL + "\n# le maire\nversion: \"1\"\n");
        assertEquals(HEAD.replace("title: Charte\n", "title: Charte # à relire\nauteur: inconnu\n").replace("version: \"1\"", "# le maire\nversion: \"2\"") + P,
                after(adopted + P, (t, s) -> CharterEdits.revise(t, "2")), "comments and keys that nobody knows stay");
    }

    @Test
    void thePreamble() {
        assertEquals(HEAD + "\nUn.\n\nDeux.\n" + P, after(HEAD + P, (t, s) -> CharterEdits.preamble(t, "Un.\n\nDeux.\n")));
        assertEquals(HEAD + "\nDeux.\n" + P, after(HEAD + "\nUn.\n" + P, (t, s) -> CharterEdits.preamble(t, "Deux.")));
        assertEquals(HEAD + P, after(HEAD + "\nUn.\n" + P, (t, s) -> CharterEdits.preamble(t, "")));
    }

    @Test
    void titlesAndTexts() {
        assertEquals(HEAD + P + I + "\n### Un # mot {#c}\n" + D, after(HEAD + P + I + C + D, (t, s) -> CharterEdits.title(t, s, "Un # mot")), "the id survives");
        assertEquals(HEAD + P + I + "\n### Mot {#c}\n", after(HEAD + P + I + "\n### {#c}\n", (t, s) -> CharterEdits.title(t, s, "Mot")));
        assertEquals(HEAD + P + I + C + "\nUn.\n" + D, after(HEAD + P + I + C + D, (t, s) -> CharterEdits.text(t, s, "Un.")));
        assertEquals(HEAD + P + I + C + D, after(HEAD + P + I + C + "\nUn.\n" + D, (t, s) -> CharterEdits.text(t, s, " \n")));
        assertEquals(HEAD + P + I + C + "\n- a\n- b\n\n- niveau : possible\n", after(HEAD + P + I + C + "- niveau : possible\n", (t, s) -> CharterEdits.text(t, s, "- a\n- b")),
                "a list at the end of a text is kept apart from the fields");
    }

    @Test
    void anIdIsMadeOfTheTitle() {
        CharterText text = CharterText.parse("charter.md", HEAD + "\n# Œuvrer à l’été ! {#oeuvrer-a-l-ete}\n\n# Œuvrer à l’été\n");
        assertEquals("oeuvrer-a-l-ete-2", CharterEdits.freshId(text, text.sections().get(1).title()));
        assertEquals(HEAD + "\n# Œuvrer à l’été ! {#oeuvrer-a-l-ete}\n\n# Œuvrer à l’été {#oeuvrer-a-l-ete-2}\n", CharterEdits.id(text, text.sections().get(1)).apply(text.text()));
        assertEquals("section", CharterEdits.freshId(text, "日本"));
    }

    @Test
    void fieldsAreAddedWhereTheyBelong() {
        assertEquals("\n- niveau : obligatoire\n", fields("", CharterField.LEVEL, "obligatoire"));
        assertEquals("\n- niveau : possible\n- preuve : a\n- preuve : b\n- devoirs : d\n", fields("\n- niveau : possible\n- devoirs : d\n", CharterField.EVIDENCE, "a", "b"));
        assertEquals("\n- niveau : possible\n- preuve : a\n", fields("\n- preuve : a\n", CharterField.LEVEL, "possible"));
        assertEquals("\n- preuve : a\n- preuve : b\n- preuve : c\n", fields("\n- preuve : a\n- preuve : c\n", CharterField.EVIDENCE, "a", "b", "c"));
        assertEquals("\n* niveau : possible\n* titulaire : x\n", fields("\n* niveau : possible\n", CharterField.SUPPLIER, "x"));
    }

    @Test
    void valuesAreChangedAloneAndNamesStay() {
        assertEquals("\n- Evidence:  b\n", fields("\n- Evidence:  a\n", CharterField.EVIDENCE, "b"));
        assertEquals("\n- evidence: a\n- evidence: b\n", fields("\n- evidence: a\n", CharterField.EVIDENCE, "a", "b"));
        assertEquals("\n- devoirs : b, c\n", fields("\n- devoirs : a, b\n", CharterField.DUTIES, "b", "c"));
        assertEquals("\n- devoirs : a,b\n", fields("\n- devoirs : a,b\n", CharterField.DUTIES, "a", "b"), "the same is no change");
        assertEquals("\n- preuve : b c\n", fields("\n- preuve :\n", CharterField.EVIDENCE, "b\n c"));
        assertEquals("\n- level: should\n", after(HEAD + P + I + C + "\n- level: may\n", (t, s) -> CharterEdits.level(t, s, Optional.of(Charter.Level.SHOULD)))
                .substring((HEAD + P + I + C).length()));
    }

    @Test
    void fieldsAreTakenAwayWithTheirLine() {
        assertEquals("\n- niveau : possible\n- rien\n", fields("\n- niveau : possible\n- preuve : a\n- rien\n", CharterField.EVIDENCE));
        assertEquals("", fields("\n- niveau : possible\n", CharterField.LEVEL));
        assertEquals("\n- preuve : a\n- preuve : a\n", fields("\n- preuve : a\n- preuve : a\n- preuve : a\n", CharterField.EVIDENCE, "a", "a"));
        assertEquals(HEAD + P + I + C + "\n- niveau : possible", after(HEAD + P + I + C + "\n- niveau : possible\n- preuve : a", (t, s) -> CharterEdits.field(t, s, CharterField.EVIDENCE, List.of())));
    }

    @Test
    void sectionsComeAndGo() {
        assertEquals(HEAD + "\n# Un {#un}\n", after(HEAD, (t, s) -> CharterEdits.add(t, null, 0, "Un")));
        assertEquals(HEAD + P + I + C + "\n### Un {#un}\n" + D, after(HEAD + P + I + C + D, (t, s) -> CharterEdits.add(t, t.section("i").orElseThrow(), 1, "Un")));
        assertEquals(HEAD + P + I + C + "\n### Un {#un}\n\n# Q {#q}", after(HEAD + P + I + C + "\n# Q {#q}", (t, s) -> CharterEdits.add(t, t.section("i").orElseThrow(), 1, "Un")));
        assertEquals(HEAD + P + I + D, after(HEAD + P + I + C + "\nUn.\n" + D, CharterEdits::remove));
        assertEquals(HEAD + P + I + D, after(HEAD + P + I + D + C, CharterEdits::remove));
        assertEquals(HEAD + "\n# Q {#q}\n", after(HEAD + P + I + D + "\n# Q {#q}\n", (t, s) -> CharterEdits.remove(t, t.section("p").orElseThrow())));
    }

    @Test
    void sectionsMoveWithAllBelowThem() {
        String q = "\n# Q {#q}\n\n## J {#j}\n";
        assertEquals(HEAD + P + I + D + C, after(HEAD + P + I + C + D, (t, s) -> CharterEdits.move(t, s, t.section("i").orElseThrow(), 1)));
        assertEquals(HEAD + P + I + D + C, after(HEAD + P + I + C + D, (t, s) -> CharterEdits.move(t, t.section("d").orElseThrow(), t.section("i").orElseThrow(), 0)));
        assertEquals(HEAD + P + I + D + q + C, after(HEAD + P + I + C + D + q, (t, s) -> CharterEdits.move(t, s, t.section("j").orElseThrow(), 0)));
        assertEquals(HEAD + q + P + I + C + D, after(HEAD + P + I + C + D + q, (t, s) -> CharterEdits.move(t, t.section("q").orElseThrow(), null, 0)));
        assertEquals(HEAD + P + q + I + C + D, after(HEAD + P + I + C + D + q, (t, s) -> CharterEdits.move(t, t.section("i").orElseThrow(), t.section("q").orElseThrow(), 1)));
        assertEquals(HEAD + P + I + C, after(HEAD + P + I + C, (t, s) -> CharterEdits.move(t, s, t.section("i").orElseThrow(), 0)));
    }

    @Test
    void whatCannotBeSaidIsRefused() {
        String text = HEAD + P + I + C + D;
        for (String markdown : List.of("# titre", "```\nouvert", "a\n\n- niveau : possible", "<!--", "x\n\n## y {#y}"))
            refused(text, (t, s) -> CharterEdits.text(t, s, markdown));
        for (String title : List.of("", " \n"))
            refused(text, (t, s) -> CharterEdits.title(t, s, title));
        refused(text, (t, s) -> CharterEdits.preamble(t, "# x {#x}"));
        refused(text, (t, s) -> CharterEdits.field(t, s, CharterField.LEVEL, List.of("peut-être")));
        refused(text, (t, s) -> CharterEdits.field(t, s, CharterField.RESPONSIBLE, List.of("a", "b")));
        refused(text, (t, s) -> CharterEdits.field(t, s, CharterField.DUTIES, List.of("a, b")));
        refused(text, (t, s) -> CharterEdits.field(t, s, CharterField.BROKEN_IF, List.of("a")));
        refused(text, (t, s) -> CharterEdits.field(t, t.section("i").orElseThrow(), CharterField.LEVEL, List.of("possible")));
        refused(text, (t, s) -> CharterEdits.move(t, s, t.section("p").orElseThrow(), 0));
        refused(text, (t, s) -> CharterEdits.move(t, s, t.section("i").orElseThrow(), 2));
        refused(text, (t, s) -> CharterEdits.add(t, s, 0, "x"));
        refused(P + I + C, (t, s) -> CharterEdits.front(t, List.of("title"), "x"));
    }

    private static void refused(String text, Making making) {
        CharterText parsed = CharterText.parse("charter.md", text);
        assertThrows(IllegalStateException.class, () -> making.edit(parsed, parsed.section("c").orElseThrow()));
    }

    @Test
    void whatIsNotUnderstoodIsKept() {
        String text = HEAD + P + I + C + "\nUn.\n\n- prevue : x\n- niveau : possible\n- rien\n- contraire si : illisible\n\nEncore.\n";
        assertEquals(text.replace("possible", "obligatoire").replace("Un.", "Deux.").replace("illisible", "illisible\n- contraire si : a = yes"),
                after(after(after(text, (t, s) -> CharterEdits.level(t, s, Optional.of(Charter.Level.MUST))), (t, s) -> CharterEdits.text(t, s, "Deux.")),
                        (t, s) -> CharterEdits.field(t, s, CharterField.BROKEN_IF, List.of("illisible", "a = yes"))));
    }
}
