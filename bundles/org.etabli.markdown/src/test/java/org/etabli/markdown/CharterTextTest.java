package org.etabli.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.etabli.markdown.CharterText.Section;
import org.etabli.model.Charter;
import org.etabli.model.Condition;
import org.etabli.model.Finding;
import org.etabli.model.Lang;
import org.etabli.yaml.Node.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a charter says, where, and what is wrong with it; the expectations come from the format. */
class CharterTextTest {
    static final String HEAD = "---\nschema: etabli/charter/1\nid: c\ntitle: Charte\nlanguage: fr\nversion: \"1\"\n---\n";
    static final String PARENTS = "\n# P {#p}\n\n## I {#i}\n";
    static final String FIELDS = "- niveau : obligatoire\n- responsable : maire\n- preuve : note\n- preuve : avis, daté\n- devoirs : d-1, d-2\n- critères : k\n"
            + "- clauses : c-1\n- titulaire : Le titulaire dit tout.\n- respecté si : a = yes\n- contraire si : b = x, y et c = no\n- contraire si : classe = prohibited\n";
    static final String WHOLE = HEAD + "\nPréambule.\n" + PARENTS + "\n### C {#c}\n\nPhrase.\n\n" + FIELDS;

    private static CharterText parse(String text) {
        return CharterText.parse("charter.md", text);
    }

    private static String at(CharterText text, Span span) {
        return text.text().substring(span.offset(), span.end());
    }

    private static Charter.Commitment only(CharterText text) {
        List<Charter.Commitment> all = text.charter().commitments().toList();
        assertEquals(1, all.size());
        return all.get(0);
    }

    private static void assertWhole(CharterText text) {
        assertEquals(List.of(), text.findings());
        Charter.Commitment c = new Charter.Commitment("c", "C", "Phrase.", Optional.of(Charter.Level.MUST), Optional.of("maire"), List.of("note", "avis, daté"),
                List.of("d-1", "d-2"), List.of("k"), List.of("c-1"), Optional.of("Le titulaire dit tout."), List.of(new Condition.FactIs("a", List.of("yes"))),
                List.of(new Condition.All(List.of(new Condition.FactIs("b", List.of("x", "y")), new Condition.FactIs("c", List.of("no")))), new Condition.ClassApplies("prohibited")));
        assertEquals(new Charter("c", "Charte", Lang.FR, Optional.empty(), "1", Optional.empty(), Optional.empty(), "Préambule.",
                List.of(new Charter.Principle("p", "P", "", List.of(new Charter.Item("i", "I", "", List.of(c)))))), text.charter());
    }

    @Test
    void everyPartIsRead() {
        assertWhole(parse(WHOLE));
        assertWhole(parse(WHOLE.stripTrailing()));
        assertWhole(parse(WHOLE.replace("\n", "\r\n")));
        assertWhole(parse("\uFEFF" + WHOLE));
        assertWhole(parse("\uFEFF" + WHOLE.replace("\n", "\r\n")));
        assertWhole(parse(WHOLE.replace("- ", "* ")));
        assertWhole(parse(WHOLE.replace(" : ", ": ")));
        assertWhole(parse(WHOLE.replace(" : ", "\u00A0: ").replace("respecté si", "respecté\u00A0si")));
        assertWhole(parse(WHOLE.replace("# P {#p}", "#  P   {#p}  #")));
        assertWhole(parse(WHOLE.replace("- preuve", "\n- Preuve")));
        assertWhole(parse(WHOLE.replace("avis, daté", "avis,\n  daté")));
        assertWhole(parse(WHOLE.replace("Phrase.\n\n", "Phrase.\n")));
    }

    @Test
    void bothLanguagesOfFieldsAreKnownInBoth() {
        assertWhole(parse(WHOLE.replace("niveau : obligatoire", "level: must").replace("responsable", "responsible").replace("preuve", "evidence").replace("devoirs", "duties")
                .replace("critères", "criteria").replace("- titulaire", "- supplier").replace("respecté si", "respected if").replace("contraire si", "broken if")
                .replace(" et ", " and ").replace("classe =", "class =")));
    }

    @Test
    void everyPartHasItsPlace() {
        for (String text : List.of(WHOLE, WHOLE.replace("\n", "\r\n"), "\uFEFF" + WHOLE)) {
            CharterText parsed = parse(text);
            Section c = parsed.section("c").orElseThrow();
            assertEquals("### C {#c}", at(parsed, c.heading()));
            assertEquals("C", at(parsed, c.titleAt()));
            assertEquals("c", at(parsed, c.idAt().orElseThrow()));
            assertEquals("Phrase.", at(parsed, c.textAt()));
            assertEquals("Préambule.", at(parsed, parsed.preamble()));
            assertEquals("- preuve : avis, daté", at(parsed, c.fields().get(3).item()));
            assertEquals("preuve", at(parsed, c.fields().get(3).keyAt()));
            assertEquals("avis, daté", at(parsed, c.fields().get(3).valueAt()));
            assertEquals(List.of("d-1", "d-2"), parsed.words(c.fields().get(4)).stream().map(w -> at(parsed, w.at())).toList());
            // HEAD has seven lines, a blank one, the preamble, a blank one, # P, a blank one, ## I, a blank one: ### C is line 15
            assertEquals(new Span(c.heading().offset(), c.heading().offset() + 10, 15, 1), c.heading());
            assertEquals(15, c.titleAt().line());
            assertEquals(5, c.titleAt().column());
            assertEquals(9, c.idAt().orElseThrow().column());
            assertEquals(17, c.textAt().line());
            assertEquals(22, c.fields().get(3).item().line());
            assertEquals(12, c.fields().get(3).valueAt().column());
            assertEquals(3, c.fields().get(3).keyAt().column());
            assertEquals(18, parsed.words(c.fields().get(4)).get(1).at().column());
            assertEquals(text.length(), c.end());
        }
    }

    @Test
    void whatTheFrontMatterSays() {
        CharterText text = parse(HEAD.replace("version", "counterpart: c.en.md\nbased_on: ekitia@1\nadoption: {on: 2026-11-21, deliberation: 2026-7, by: conseil}\nversion"));
        assertEquals(List.of(), text.findings());
        assertEquals(Optional.of("c.en.md"), text.charter().counterpart());
        assertEquals(Optional.of("ekitia@1"), text.charter().basedOn());
        assertEquals(Optional.of(new Charter.Adoption(LocalDate.of(2026, 11, 21), "2026-7", "conseil")), text.charter().adoption());
        assertEquals(Lang.EN, parse(HEAD.replace("fr", "en")).language());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\uFEFF", "# P {#p}", "---", "---\n", "---\n---", "---\n---\n", "---\nid: c\n---", "----\n", "---\n- x\n---\n", "---\na: [\n---\n", "#", "###", "- niveau : x",
            "\r# P {#p}\r", "---\rid: x\r---\r", "# {#p}", "# \n# \n", "---\n\n# P {#p}\n---\n"})
    void nothingIsTooWrongToBeParsed(String text) {
        CharterText parsed = parse(text);
        for (Section s : parsed.sections())
            assertTrue(s.heading().offset() <= s.titleAt().offset() && s.titleAt().end() <= text.length() && s.textAt().end() <= s.end(), s.toString());
        assertEquals(text, parsed.text());
    }

    @Test
    void noHeadingInsideCodeQuotationsListsAndComments() {
        for (String code : List.of("```\n# a {#a}\n```", "~~~\n### a\n~~~", "    # a {#a}", "> # a {#a}", "- x\n\n  # a {#a}", "<!--\n# a {#a}\n-->", "x\n#a", "\\# a")) {
            CharterText text = parse(HEAD + PARENTS + "\n### C {#c}\n\n" + code + "\n\n- niveau : possible\n");
            assertEquals(3, text.sections().size(), code);
            assertEquals(code, only(text).text());
            assertEquals(Optional.of(Charter.Level.MAY), only(text).level(), code);
            assertEquals(List.of(), text.findings(), code);
        }
    }

    @Test
    void aListOfTheTextIsNoListOfFields() {
        for (String list : List.of("- un\n- deux", "Avant :\n\n- un\n- deux : trois", "1. niveau : rien", "- un\n- deux\n\nfin", "* un")) {
            CharterText text = parse(HEAD + PARENTS + "\n### C {#c}\n\n" + list + "\n\n- niveau : possible\n- preuve : x\n");
            assertEquals(list, only(text).text());
            assertEquals(List.of("x"), only(text).evidence(), list);
            assertEquals(List.of(), text.findings(), list);
        }
        CharterText alone = parse(HEAD + PARENTS + "\n### C {#c}\n\n- un\n- deux : trois\n");
        assertEquals("- un\n- deux : trois", only(alone).text());
    }

    @Test
    void whatIsNotUnderstoodStaysInTheText() {
        CharterText text = parse(WHOLE.replace("- preuve : note", "- prevue : note\n- rien du tout") + "\nEncore un mot.\n");
        Section c = text.section("c").orElseThrow();
        assertEquals(List.of("prevue", ""), c.fields().stream().filter(f -> f.kind().isEmpty()).map(CharterText.Field::key).toList());
        assertEquals("Encore un mot.", at(text, c.rest().orElseThrow()));
        assertEquals("Phrase.", c.text());
        assertEquals(List.of("avis, daté"), only(text).evidence());
    }

    static Stream<Arguments> wrong() {
        // the head has seven lines: # P is line 9, ## I line 11, ### C line 13, its text line 15, its first field line 17
        String c = "\n### C {#c}\n\nPhrase.\n\n";
        return Stream.of(
                Arguments.of("charter.no-front-matter", "# P {#p}\n", 1, 1),
                Arguments.of("charter.open-front-matter", "---\nid: c\n", 1, 1),
                Arguments.of("yaml.duplicate-key", "---\nid: c\nid: d\n---\n", 3, 1),
                Arguments.of("yaml.duplicate-key", "\uFEFF---\nid: c\nid: d\n---\n", 3, 1),
                Arguments.of("charter.duplicate-id", HEAD + "# P {#p}\n\n# Q {#p}\n", 10, 7),
                Arguments.of("charter.no-id", HEAD + "\n# Sans\n", 9, 3),
                Arguments.of("charter.no-id", HEAD + "\n# Sans {#}\n", 9, 10),
                Arguments.of("charter.id-form", HEAD + "\n# É {#É_1}\n", 9, 7),
                Arguments.of("charter.no-title", HEAD + "\n# {#p}\n", 9, 1),
                Arguments.of("charter.too-deep", HEAD + PARENTS + "\n#### Trop\n", 13, 1),
                Arguments.of("charter.misplaced", HEAD + "\n## I {#i}\n", 9, 1),
                Arguments.of("charter.misplaced", HEAD + "\n# P {#p}\n\n### C {#c}\n\nx\n\n- niveau : possible\n", 11, 1),
                Arguments.of("charter.underlined", HEAD + "\nTitre\n=====\n", 9, 1),
                Arguments.of("charter.open-fence", HEAD + "\n```\n# P {#p}\n", 9, 1),
                Arguments.of("charter.no-text", HEAD + PARENTS + "\n### C {#c}\n\n- niveau : possible\n", 13, 5),
                Arguments.of("charter.no-level", HEAD + PARENTS + c + "- preuve : x\n", 13, 5),
                Arguments.of("charter.no-level", HEAD + PARENTS + "\n### C {#c}\n\nPhrase.", 13, 5),
                Arguments.of("charter.no-evidence", HEAD + PARENTS + c + "- responsable : x\n- niveau : obligatoire\n", 18, 1),
                Arguments.of("charter.level", HEAD + PARENTS + c + "- niveau : obligatoir\n", 17, 12),
                Arguments.of("charter.repeated-field", HEAD + PARENTS + c + "- niveau : possible\n- level: may\n", 18, 3),
                Arguments.of("charter.unknown-field", HEAD + PARENTS + c + "- niveau : possible\n- prevue : x\n", 18, 3),
                Arguments.of("charter.unknown-field", HEAD + PARENTS + c + "- prevue : x\n- niveau : possible\n", 17, 3),
                Arguments.of("charter.empty-field", HEAD + PARENTS + c + "- niveau : possible\n- preuve :\n", 18, 3),
                Arguments.of("charter.not-a-field", HEAD + PARENTS + c + "- niveau : possible\n- rien\n", 18, 1),
                Arguments.of("charter.more-than-a-line", HEAD + PARENTS + c + "- niveau : possible\n- preuve : x\n  - y\n", 18, 1),
                Arguments.of("charter.text-after-fields", HEAD + PARENTS + c + "- niveau : possible\n\nEncore.\n", 19, 1),
                Arguments.of("charter.field-outside", HEAD + "\n# P {#p}\n\n- niveau : possible\n", 11, 1),
                Arguments.of("charter.condition", HEAD + PARENTS + c + "- niveau : possible\n- contraire si : a\n", 18, 18),
                Arguments.of("charter.condition", HEAD + PARENTS + c + "- niveau : possible\n- contraire si : a = yes ou b = no\n", 18, 18),
                Arguments.of("charter.condition", HEAD + PARENTS + c + "- niveau : possible\n- contraire si : a = yes et\n", 18, 18),
                Arguments.of("charter.dead-anchor", HEAD + "\nVoir [là](#nulle-part).\n", 9, 11),
                Arguments.of("charter.too-nested", HEAD + "- ".repeat(20000), 8, 1));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsSaidWhereItIs(String id, String text, int line, int column) {
        List<Finding> findings = parse(text).findings().stream().filter(f -> f.severity() != Finding.Severity.INFO).toList();
        assertEquals(List.of(id + " " + line + ":" + column), findings.stream().map(f -> f.id() + " " + f.line() + ":" + f.column()).toList());
        Finding finding = findings.get(0);
        assertFalse(finding.message().fr().isBlank() || finding.message().en().isBlank());
        if (!text.startsWith("\uFEFF"))
            assertEquals(text.lines().limit(line - 1L).mapToInt(l -> l.length() + 1).sum() + column - 1, finding.offset(), "offset and line mean the same place");
    }

    @Test
    void whatWasPerhapsMeantIsSaid() {
        List<Finding> findings = parse(WHOLE.replace("- preuve", "- prevue").replace("obligatoire", "obligatoir")).findings();
        assertEquals("obligatoire", findings.stream().filter(f -> f.id().equals("charter.level")).findFirst().orElseThrow().near().get(0));
        assertEquals("preuve", findings.stream().filter(f -> f.id().equals("charter.unknown-field")).findFirst().orElseThrow().near().get(0));
    }

    @Test
    void anAnchorThatLeadsToAHeadingIsRight() {
        assertEquals(List.of(), parse(HEAD + "\nVoir [là](#p), et `[ça](#rien)`.\n" + PARENTS).findings());
    }

    @Test
    void conditionsAreWrittenAsTheyAreRead() {
        for (String line : List.of("a = yes", "a = x, y", "a = x et b = y, z", "classe = prohibited", "classe = a, b et c_d = no"))
            assertEquals(line, CharterConditions.write(CharterConditions.read(line).orElseThrow(), Lang.FR));
        assertEquals("class = a and b = c", CharterConditions.write(CharterConditions.read("classe = a et b=c").orElseThrow(), Lang.EN));
        for (String line : List.of("", "a", "a =", "= b", "a = b,", "a = b et", "et", "a == b", "a = b c", "a != b", "a = b ou c = d"))
            assertEquals(Optional.empty(), CharterConditions.read(line), line);
    }

    @Test
    void whatDocumentsDoNotShowIsNamedWithItsLine() {
        String forms = "\n| A | B |\n|---|---|\n| x | y |\n\n- [ ] à faire\n\nUn ~~mot~~ ôté.\n\nUn renvoi[^1].\n";
        int first = (int) (HEAD + "\n").lines().count() + 1;
        List<Integer> lines = parse(HEAD + forms + PARENTS).findings().stream().filter(f -> f.id().equals("charter.not-markdown")).map(Finding::line).toList();
        assertEquals(List.of(first, first + 4, first + 6, first + 8), lines);
        assertEquals(List.of(), parse(HEAD + "\n```\n| A | B |\n|---|---|\n~~mot~~\n```\n\nEn code : `~~mot~~`, `[^1]`.\n" + PARENTS).findings());
    }
}
