package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.markdown.CharterText;
import org.etabli.model.Charter.Level;
import org.etabli.model.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fix takes its finding away, brings no other, and changes nothing else; the small law knows what {@link CharterCheckTest} says. */
class CharterFixesTest {
    private static final String RIGHT = """
            ---
            schema: etabli/charter/1
            id: c
            title: Charte
            language: fr
            version: "1"
            ---

            Préambule, [voir](#c).

            # P {#p}

            ## I {#i}

            ### C {#c}

            Phrase.

            - niveau : obligatoire
            - preuve : note
            - devoirs : d-1
            - clauses : C-1
            - respecté si : a = no
            - contraire si : t = x, y et classe = prohibited

            ### D {#d}

            Phrase.

            - niveau : possible
            """;

    @TempDir
    Path folder;
    private Content content;
    private LawLibrary library;

    @BeforeEach
    void aLawWithDuties() throws Exception {
        SmallCharters charters = new SmallCharters(folder);
        String duty = "  - {id: %s, path: art.5, role: deployer, text: {fr: d, en: d}, source: [art.5], certainty: text, when: {rule: r-ai-act}, dates: [{applies_from: 2026-01-01}]}\n";
        charters.write("law/ai-act/2026-01-01.yaml",
                (SmallCharters.RULES + "duties:\n" + duty.formatted("d-1") + duty.formatted("oversight") + SmallCharters.CLASSES).formatted("ai-act", "2026-01-01"));
        content = charters.content();
        library = new LawLibrary(content);
    }

    private static CharterText parse(String text) {
        return CharterText.parse("charter.md", text);
    }

    private List<Finding> findings(String text) throws Exception {
        return CharterCheck.findings(parse(text), name -> {
            throw new java.nio.file.NoSuchFileException(name);
        }, content, library);
    }

    private List<Fix> fixes(String text, String kind) throws Exception {
        Finding finding = findings(text).stream().filter(f -> f.id().equals(kind)).findFirst().orElseThrow(() -> new AssertionError("no " + kind));
        return CharterFixes.of(finding, parse(text), library.terms());
    }

    private static List<String> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::id).sorted().toList();
    }

    /** The texts that the fixes of the first finding of a kind lead to; in each that finding is gone and everything else as before. */
    private List<String> fixed(String text, String kind) throws Exception {
        List<String> left = new ArrayList<>(kinds(findings(text)));
        left.remove(kind);
        List<String> texts = new ArrayList<>();
        for (Fix fix : fixes(text, kind)) {
            assertFalse(fix.label().fr().isBlank() || fix.label().fr().equals(fix.label().en()), "in both languages: " + fix.label());
            assertFalse((fix.label().fr() + fix.label().en()).contains("{"), fix.label().toString());
            String after = fix.edit().apply(text);
            List<String> expected = new ArrayList<>(left);
            // whoever makes a commitment a must is asked for evidence, which no fix may invent
            if (fix.label().en().equals("Level: must"))
                parse(after).charter().commitments().filter(c -> c.level().equals(Optional.of(Level.MUST)) && c.evidence().isEmpty()).forEach(c -> expected.add("charter.no-evidence"));
            assertEquals(expected.stream().sorted().toList(), kinds(findings(after)), after);
            assertEquals(text, fix.edit().inverse(text).apply(after));
            texts.add(after);
        }
        return texts;
    }

    @Test
    void whatIsRightHasNothingToBeFixed() throws Exception {
        assertEquals(List.of(), findings(RIGHT));
    }

    /** What is written wrong, and what the fixes make of it, the best one first. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("charter.no-id", "### D {#d}", "### D", "### D {#d}"),
                mistake("charter.no-id", "### D {#d}", "### Écrire le besoin", "### Écrire le besoin {#ecrire-le-besoin}"),
                mistake("charter.no-id", "### D {#d}", "### D {#}", "### D {#d}"),
                mistake("charter.id-form", "### D {#d}", "### D {#É_1}", "### D {#d}"),
                mistake("charter.duplicate-id", "### D {#d}", "### D {#c}", "### D {#d}"),
                mistake("charter.duplicate-id", "### D {#d}", "### C {#c}", "### C {#c-2}"),
                mistake("charter.no-level", "\n- niveau : possible\n", "", "\n- niveau : obligatoire\n", "\n- niveau : recommandé\n", "\n- niveau : possible\n"),
                mistake("charter.no-level", "- niveau : obligatoire\n", "", "- niveau : obligatoire\n", "- niveau : recommandé\n", "- niveau : possible\n"),
                mistake("charter.level", "niveau : possible", "niveau : posible", "niveau : possible", "niveau : obligatoire", "niveau : recommandé"),
                mistake("charter.level", "niveau : possible", "level: shoud", "level: should", "level: must", "level: may"),
                mistake("charter.level", "niveau : obligatoire", "niveau : fort", "niveau : obligatoire", "niveau : recommandé", "niveau : possible"),
                mistake("charter.empty-field", "niveau : possible", "niveau :", "niveau : obligatoire", "niveau : recommandé", "niveau : possible"),
                mistake("charter.no-evidence", "- niveau : obligatoire\n- preuve : note\n", "- niveau : obligatoire\n", "- niveau : recommandé\n"),
                mistake("charter.unknown-duty", "d-1", "d-2", "d-1", null),
                mistake("charter.unknown-duty", "d-1", "d-1, oversigt", "d-1, oversight", "d-1"),
                mistake("charter.unknown-duty", "d-1", "oversigt ,d-1", "oversight ,d-1", "d-1"),
                mistake("charter.unknown-duty", "d-1", "d-1,\n  nothing-like-it,\n  oversight", "d-1,\n  oversight"),
                mistake("charter.unknown-duty", "d-1", "d-1, d-2", "d-1"),
                mistake("charter.unknown-clause", "C-1", "C-9", "C-1", null),
                mistake("charter.unknown-criterion", "- niveau : possible\n", "- niveau : possible\n- critères : k\n", "- niveau : possible\n"),
                mistake("charter.unknown-fact", "a = no", "aa = no", "a = no", null),
                mistake("charter.unknown-option", "a = no", "a = non", "a = no", null),
                mistake("charter.unknown-option", "t = x, y et", "t = x, zzz et", "t = x et"),
                mistake("charter.unknown-option", "t = x, y et", "t = zzz , x et", "t = x et"),
                mistake("charter.unknown-class", "prohibited", "prohibitd", "prohibited", null),
                mistake("charter.unknown-class", "= prohibited", "= prohibited, nothing-like-it", "= prohibited"),
                mistake("charter.unknown-field", "preuve : note", "prevue : x\n- preuve : note", "preuve : x\n- preuve : note"),
                mistake("charter.unknown-field", "preuve : note", "nivau : x\n- preuve : note"),
                mistake("charter.empty-field", "- clauses : C-1\n", "- clauses : C-1\n- responsable :\n", "- clauses : C-1\n"),
                mistake("charter.repeated-field", "- niveau : possible\n", "- niveau : possible\n- level: must\n", "- niveau : possible\n"),
                mistake("charter.dead-anchor", "(#c)", "(#dd)", "(#d)", null),
                mistake("charter.too-deep", "Phrase.\n\n- niveau : possible", "#### Trop\nPhrase.\n\n- niveau : possible", "**Trop**\n\nPhrase.\n\n- niveau : possible"),
                mistake("charter.too-deep", "Phrase.\n\n- niveau : possible", "Phrase.\n##### Trop ##\n\n- niveau : possible", "Phrase.\n\n**Trop**\n\n- niveau : possible"),
                mistake("charter.too-deep", "Phrase.\n\n- niveau : possible", "Phrase.\n\n#### Trop *peu*\n\n- niveau : possible"),
                mistake("charter.too-deep", "Phrase.\n\n- niveau : possible", "Phrase.\n\n#### Trop {#trop}\n\n- niveau : possible"),
                mistake("charter.no-counterpart", "version:", "counterpart: c.en.md\nversion:", "version:"),
                mistake("schema.unknown-key", "version:", "auteur: moi\nversion:", "version:"),
                mistake("schema.unknown-key", "title:", "titel: Charte\ntitle:", "title:"),
                mistake("schema.enum", "language: fr", "language: fre", "language: fr"));
    }

    /** @param after {@code null} for the text without the line */
    private static Arguments mistake(String kind, String right, String wrong, String... after) {
        assertTrue(RIGHT.contains(right), right);
        String text = RIGHT.replace(right, wrong);
        return Arguments.of(kind, text, Arrays.stream(after).map(a -> a == null ? withoutLine(right) : RIGHT.replace(right, a)).toList());
    }

    private static String withoutLine(String right) {
        if (right.equals("(#c)"))
            return RIGHT.replace("[voir](#c)", "voir");
        int at = RIGHT.indexOf(right);
        int from = RIGHT.lastIndexOf('\n', at);
        int to = RIGHT.indexOf('\n', at);
        return RIGHT.substring(0, from) + RIGHT.substring(to);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsPutRight(String kind, String text, List<String> after) throws Exception {
        assertEquals(after, fixed(text, kind));
        assertEquals(after.stream().map(a -> a.replace("\n", "\r\n")).toList(), fixed(text.replace("\n", "\r\n"), kind));
    }

    @Test
    void theSecondOfTwoMistakesIsPutRightAsWell() throws Exception {
        String text = RIGHT.replace("d-1", "nothing-like-it, d-9");
        List<Finding> dead = findings(text).stream().filter(f -> f.id().equals("charter.unknown-duty")).toList();
        assertEquals(2, dead.size());
        assertEquals(List.of("nothing-like-it, d-1", "nothing-like-it"),
                CharterFixes.of(dead.get(1), parse(text), library.terms()).stream().map(f -> f.edit().apply(text)).map(t -> t.lines().filter(l -> l.startsWith("- devoirs")).findFirst().orElseThrow().substring(12)).toList());
    }

    @Test
    void linksGoWithTheIdThatTheyLeadTo() throws Exception {
        String text = RIGHT.replace("### D {#d}", "### D {#É_1}").replace("(#c)", "(#É_1)") + "\n[encore](#É_1), [ailleurs](#c)\n";
        assertEquals(List.of(text.replace("#É_1", "#d")), fixed(text, "charter.id-form"));
    }

    @Test
    void anAdoptedTextIsNotChanged() throws Exception {
        String adopted = RIGHT.replace("version:", "adoption: {on: 2026-12-14, deliberation: x, by: y}\nversion:").replace("d-1", "d-2");
        assertEquals(List.of(), fixes(adopted, "charter.unknown-duty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"### D {#d}\n\nPhrase.|### D {#d}|charter.no-text", "### D {#d}|### {#d}|charter.no-title", "a = no|a ou b|charter.condition", "- preuve : note|- preuve : note\n- rien|charter.not-a-field",
            "## I {#i}||charter.misplaced", "title: Charte|title: [|yaml.syntax", "version: \"1\"\n||schema.required"})
    void whatOnlyItsAuthorCanPutRightHasNoFix(String mistake) throws Exception {
        String[] parts = mistake.split("\\|");
        assertEquals(List.of(), fixes(RIGHT.replace(parts[0], parts[1]), parts[2]));
    }

    /** Whatever is lost or doubled while somebody writes: after a fix its finding is gone, and every heading is there. */
    @Test
    void aTextInPiecesHasFixesAsWell() throws Exception {
        Random random = new Random(4);
        int offered = 0;
        for (int i = 0; i < 400; i++) {
            int from = random.nextInt(RIGHT.length());
            int to = Math.min(RIGHT.length(), from + random.nextInt(12));
            String text = RIGHT.substring(0, from) + (random.nextBoolean() ? RIGHT.substring(from, to).repeat(2) : "") + RIGHT.substring(to);
            for (Finding finding : findings(text))
                for (Fix fix : CharterFixes.of(finding, parse(text), library.terms())) {
                    offered++;
                    String after = fix.edit().apply(text);
                    assertEquals(parse(text).sections().stream().map(s -> s.level() + s.title()).toList(), parse(after).sections().stream().map(s -> s.level() + s.title()).toList(), text);
                    assertTrue(kinds(findings(after)).stream().filter(finding.id()::equals).count() < kinds(findings(text)).stream().filter(finding.id()::equals).count(), finding + "\n" + after);
                }
        }
        assertTrue(offered > 100, "only " + offered);
    }

    @Test
    void noKindIsNamedThatHasNoFix() {
        assertEquals(CharterFixes.KINDS, mistakes().map(a -> (String) a.get()[0]).filter(k -> k.startsWith("charter.")).collect(Collectors.toSet()));
    }
}
