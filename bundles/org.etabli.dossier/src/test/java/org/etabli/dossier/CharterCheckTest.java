package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.etabli.markdown.CharterSeal;
import org.etabli.markdown.CharterText;
import org.etabli.model.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Planted defects: each is found, where it is, and nothing else. */
class CharterCheckTest {
    /** The small law knows the questions a (yes or no) and t (x or y), the class prohibited and the clause C-1. */
    private static final String FR = """
            ---
            schema: etabli/charter/1
            id: c
            title: Charte
            language: fr
            counterpart: c.en.md
            version: "1"
            ---

            Préambule.

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
    private static final String EN = FR.replace("language: fr", "language: en").replace("c.en.md", "charter.md").replace("niveau : obligatoire", "level: must").replace("niveau : possible", "level: may")
            .replace("preuve : note", "evidence: memo").replace("devoirs :", "duties:").replace("respecté si :", "respected if:").replace("contraire si :", "broken if:")
            .replace(" et classe", " and class");

    @TempDir
    Path folder;
    private Content content;

    @BeforeEach
    void aLawWithADuty() throws Exception {
        SmallCharters charters = new SmallCharters(Files.createDirectories(folder.resolve("charters")));
        charters.write("law/ai-act/2026-01-01.yaml", (SmallCharters.RULES + "duties:\n  - {id: d-1, path: art.5, role: deployer, text: {fr: d, en: d}, source: [art.5], certainty: text, when: {rule: r-ai-act}, dates: [{applies_from: 2026-01-01}]}\n"
                + SmallCharters.CLASSES).formatted("ai-act", "2026-01-01"));
        content = charters.content();
    }

    private List<String> findings(String fr, String en) throws Exception {
        Files.writeString(folder.resolve("charter.md"), fr);
        if (en != null)
            Files.writeString(folder.resolve("c.en.md"), en);
        List<Finding> findings = Standing.of(folder, content, new LawLibrary(content), LocalDate.EPOCH).charter().findings();
        findings.forEach(f -> assertFalse(f.message().fr().contains("{") || f.message().en().contains("{"), f.message().toString()));
        return findings.stream().map(f -> f.id() + " " + f.line() + ":" + f.column()).toList();
    }

    @Test
    void whatIsRightHasNoFinding() throws Exception {
        assertEquals(List.of(), Standing.of(folder, content, new LawLibrary(content), LocalDate.EPOCH).charter().findings(), "a dossier needs no charter");
        assertEquals(List.of(), findings(FR, EN));
        assertEquals(List.of(), findings(FR.replace("\n", "\r\n"), EN));
        assertEquals(List.of(), findings(FR.replace("counterpart: c.en.md\n", ""), null));
    }

    static Stream<Arguments> deadLinks() {
        return Stream.of(
                Arguments.of("charter.unknown-duty 22:13", "d-1", "d-2"),
                Arguments.of("charter.unknown-duty 22:18", "d-1", "d-1, d-2"),
                Arguments.of("charter.unknown-clause 23:13", "C-1", "C-2"),
                Arguments.of("charter.unknown-criterion 21:14", "- preuve : note", "- critères : k\n- preuve : note"),
                Arguments.of("charter.unknown-fact 24:17", "a = no", "b = no"),
                Arguments.of("charter.unknown-option 24:21", "a = no", "a = non"),
                Arguments.of("charter.unknown-option 25:25", "x, y", "x, z"),
                Arguments.of("charter.unknown-option 24:30", "a = no", "t = x et a = t"),
                Arguments.of("charter.unknown-class 25:39", "prohibited", "forbidden"),
                Arguments.of("charter.dead-anchor 10:15", "Préambule.", "Préambule [x](#nulle-part)."),
                Arguments.of("schema.unknown-key 7:1", "version:", "auteur: x\nversion:"),
                Arguments.of("schema.pattern 6:14", "c.en.md", "../c.en.md"),
                Arguments.of("schema.date 7:16", "version:", "adoption: {on: demain, deliberation: x, by: y}\nversion:"),
                Arguments.of("charter.no-counterpart 6:14", "c.en.md", "d.en.md"));
    }

    @ParameterizedTest
    @MethodSource("deadLinks")
    void aDeadLinkIsFound(String finding, String right, String wrong) throws Exception {
        // a comment takes the line of the counterpart, where that is not what is tested
        String alone = right.equals("c.en.md") ? FR : FR.replace("counterpart: c.en.md", "# alone");
        assertEquals(List.of(finding), findings(alone.replace(right, wrong), null));
    }

    @Test
    void anAdoptedTextIsWatchedOnceItIsSealed() throws Exception {
        String alone = FR.replace("counterpart: c.en.md\n", "");
        String adopted = alone.replace("version: \"1\"\n", "version: \"1\"\nadoption:\n  on: 2026-12-14\n  deliberation: 2026-112\n  by: conseil municipal\n");
        assertEquals(List.of("charter.not-sealed 7:1"), findings(adopted, null));
        String sealed = adopted.replace("municipal\n", "municipal\n  text: " + CharterSeal.of(CharterText.parse("charter.md", adopted)) + "\n");
        assertEquals(List.of(), findings(sealed, null));
        assertEquals(List.of(), findings(sealed.replace("\n", "\r\n"), null));
        assertEquals(List.of("charter.changed-since-adoption 7:1"), findings(sealed.replace("Préambule.", "Préambule !"), null));
        assertEquals(List.of("schema.pattern 11:9"), findings(adopted.replace("municipal\n", "municipal\n  text: plus-tard\n"), null).stream().filter(f -> f.startsWith("schema")).toList());
        assertTrue(Standing.of(folder, content, new LawLibrary(content), LocalDate.EPOCH).charter().charter().isEmpty());
        findings(sealed.replace("Préambule.", "Préambule !"), null);
        assertTrue(Standing.of(folder, content, new LawLibrary(content), LocalDate.EPOCH).charter().charter().isPresent(), "what it says is plain");
    }

    static Stream<Arguments> outOfStep() {
        return Stream.of(
                Arguments.of("charter.only-here 27:5", "### D {#d}", "### D {#e}", true),
                Arguments.of("charter.field-differs 20:1", "level: must", "level: should", false),
                Arguments.of("charter.field-count 21:1", "- evidence: memo", "- evidence: memo\n- evidence: more", false),
                Arguments.of("charter.field-count 16:5", "- evidence: memo", "- evidence: memo\n- supplier: all", false),
                Arguments.of("charter.field-differs 23:1", "C-1", "C-2", false),
                Arguments.of("charter.field-differs 24:1", "a = no", "a = yes", false),
                Arguments.of("charter.text-in-one 27:5", "### D {#d}\n\nPhrase.", "### D {#d}", false),
                Arguments.of("charter.text-in-one 10:1", "Préambule.\n", "", false),
                Arguments.of("charter.same-language 6:14", "language: en", "language: fr", false),
                Arguments.of("charter.not-mutual 6:14", "charter.md", "other.md", false),
                Arguments.of("charter.head-differs 3:5", "id: c\n", "id: d\n", false),
                Arguments.of("charter.head-differs 7:10", "\"1\"", "\"2\"", false),
                Arguments.of("charter.no-counterpart 6:14", null, null, false));
    }

    @ParameterizedTest
    @MethodSource("outOfStep")
    void theLanguagesAreOutOfStep(String finding, String right, String wrong, boolean both) throws Exception {
        List<String> found = findings(FR, right == null ? null : EN.replace(right, wrong));
        assertEquals(both ? List.of("charter.only-there 6:14", finding) : List.of(finding), found);
    }

    /** The wrong byte is in the other file; in this one the finding stands where that file is named. */
    @Test
    void aCounterpartThatCannotBeReadIsOneFindingWhereItIsNamed() throws Exception {
        Files.write(folder.resolve("c.en.md"), (EN + "\nd\u00e9j\u00e0\n").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of("charter.unreadable-counterpart 6:14"), findings(FR, null));
        Finding finding = Standing.of(folder, content, new LawLibrary(content), LocalDate.EPOCH).charter().findings().getFirst();
        assertEquals(FR.indexOf("c.en.md"), finding.offset());
        assertTrue(finding.message().fr().contains("c.en.md") && finding.message().en().contains("UTF-8"), finding.message().toString());
    }

    @Test
    void anotherOrderIsFoundOnce() throws Exception {
        int d = EN.indexOf("### D");
        int c = EN.indexOf("### C");
        assertEquals(List.of("charter.other-order 16:5"), findings(FR, EN.substring(0, c) + EN.substring(d) + "\n" + EN.substring(c, d)));
    }

    @Test
    void theProofCoversTheModels() throws Exception {
        Files.createDirectories(folder.resolve("charters/models"));
        Files.writeString(folder.resolve("charters/models/c.fr.md"), FR);
        Files.writeString(folder.resolve("charters/models/c.en.md"), EN.replace("charter.md", "c.fr.md").replace("d-1", "d-9"));
        List<String> problems = new ContentProof(content).run().stream().filter(p -> p.startsWith("models/")).toList();
        assertEquals(List.of("models/c.en.md:22:1 warning charter.field-differs", "models/c.en.md:22:11 error charter.unknown-duty", "models/c.fr.md:22:1 warning charter.field-differs"),
                problems.stream().map(p -> p.substring(0, p.indexOf(' ', p.indexOf("charter.")))).toList());
    }
}
