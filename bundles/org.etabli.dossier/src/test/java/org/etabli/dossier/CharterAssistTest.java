package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.etabli.dossier.CharterAssist.Proposal;
import org.etabli.markdown.CharterText;
import org.etabli.model.Lang;
import org.etabli.model.Text;
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is offered at a place, marked by a bar, and what stands there once it is chosen. */
class CharterAssistTest {
    private static final String HEAD = "---\nschema: etabli/charter/1\nid: c\ntitle: Charte\nlanguage: fr\nversion: \"1\"\n---\n";
    private static final String BODY = "\nPréambule.\n\n# P {#p}\n\n## Les agents {#i}\n\n### C {#c}\n\nPhrase.\n\n";

    @TempDir
    Path folder;
    private CharterTerms terms;

    /** The questions a (yes or no) and t (x or y), and words with accents. */
    @BeforeEach
    void someWords() throws Exception {
        terms = new CharterTerms(new LawLibrary(new SmallCharters(folder).content()).catalogue(),
                words("human-oversight", "Un contrôle humain", "logs", "Des journaux", "human-training", "Des agents formés"), words("prohibited", "Interdit", "minimal", "Sans règle"),
                words("C-1", "Sous-traitants", "C-2", "Œuvres d’autrui", "s-3", "Droits"), Map.of());
    }

    private static Map<String, Text> words(String... idsAndWords) {
        Map<String, Text> words = new LinkedHashMap<>();
        for (int i = 0; i < idsAndWords.length; i += 2)
            words.put(idsAndWords[i], new Text(idsAndWords[i + 1], "words " + i));
        return words;
    }

    private List<Proposal> proposals(String marked, Lang lang) {
        int at = marked.indexOf('|');
        assertTrue(at >= 0 && marked.indexOf('|', at + 1) < 0, "one bar");
        return CharterAssist.proposals(CharterText.parse("charter.md", marked.replace("|", "")), at, terms, lang);
    }

    /** The lines that the proposals lead to, with the bar where the cursor is then. */
    private List<String> after(String marked) {
        int at = marked.indexOf('|');
        String text = marked.replace("|", "");
        return proposals(marked, Lang.FR).stream().map(Proposal::edit).map(e -> {
            assertTrue(e.offset() <= at && at <= e.offset() + e.length(), "around the cursor");
            String after = e.apply(text);
            int cursor = e.offset() + e.replacement().length();
            return (after.substring(after.lastIndexOf('\n', cursor - 1) + 1, cursor) + "|" + after.substring(cursor)).lines().findFirst().orElseThrow();
        }).toList();
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                line("- niveau : |", "- niveau : obligatoire|", "- niveau : recommandé|", "- niveau : possible|"),
                line("- niveau :|", "- niveau : obligatoire|", "- niveau : recommandé|", "- niveau : possible|"),
                line("- niveau : |possible", "- niveau : obligatoire|", "- niveau : recommandé|", "- niveau : possible|"),
                line("- niveau : re|", "- niveau : recommandé|"),
                line("- niveau : RECOMMANDE|", "- niveau : recommandé|"),
                line("- level: |", "- level: must|", "- level: should|", "- level: may|"),
                line("* level: ma|", "* level: may|"),
                line("- devoirs : |", "- devoirs : human-oversight|", "- devoirs : logs|", "- devoirs : human-training|"),
                line("- devoirs : lo|", "- devoirs : logs|"),
                line("- devoirs : controle hum|", "- devoirs : human-oversight|"),
                line("- devoirs : o|", "- devoirs : human-oversight|"),
                // first the ids that begin so, then the words that do
                line("- clauses : s|", "- clauses : s-3|", "- clauses : C-1|"),
                line("- devoirs : logs,|", "- devoirs : logs, human-oversight|", "- devoirs : logs, human-training|"),
                line("- devoirs : logs, form|", "- devoirs : logs, human-training|"),
                line("- devoirs : lo|gz, human-training", "- devoirs : logs|, human-training"),
                line("- duties: jour|", "- duties: logs|"),
                line("- clauses : oeuvre|", "- clauses : C-2|"),
                line("- clauses : c-|", "- clauses : C-1|", "- clauses : C-2|"),
                line("- critères : |"),
                line("- responsable : |"),
                line("- inconnu : |"),
                line("- respecté si : |", "- respecté si : a = |", "- respecté si : t = |", "- respecté si : classe = |"),
                line("- respecté si : t| = no", "- respecté si : t| = no"),
                line("- contraire si : cl|", "- contraire si : classe = |"),
                line("- contraire si : a = |", "- contraire si : a = yes|", "- contraire si : a = no|"),
                line("- contraire si : a =|", "- contraire si : a = yes|", "- contraire si : a = no|"),
                line("- contraire si : a = OUI|", "- contraire si : a = yes|"),
                line("- contraire si : t = x, |", "- contraire si : t = x, y|"),
                line("- contraire si : t = x et |", "- contraire si : t = x et a = |", "- contraire si : t = x et t = |", "- contraire si : t = x et classe = |"),
                line("- contraire si : t = x et a = n|", "- contraire si : t = x et a = no|"),
                line("- contraire si : classe = inter|", "- contraire si : classe = prohibited|"),
                line("- contraire si : classe = minimal, |", "- contraire si : classe = minimal, prohibited|"),
                line("- contraire si : inconnu = |"),
                line("- con|", "- contraire si : |"),
                line("- CRIT|", "- critères : |"),
                line("- contraire s| : a = no", "- contraire si| : a = no"),
                line("- |prevue : note", "- niveau| : note", "- responsable| : note", "- preuve| : note", "- devoirs| : note", "- critères| : note", "- clauses| : note",
                        "- respecté si| : note", "- contraire si| : note"),
                line("Voir [là](#|", "Voir [là](#p)|", "Voir [là](#i)|", "Voir [là](#c)|"),
                line("Voir [là](#age|", "Voir [là](#i)|"),
                line("Voir [là](#|x).", "Voir [là](#p|).", "Voir [là](#i|).", "Voir [là](#c|)."),
                line("Voir [là](#p) |"),
                line("Phrase|"));
    }

    private static Arguments line(String marked, String... after) {
        return Arguments.of(marked, List.of(after));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void whatIsOfferedInACommitment(String marked, List<String> expected) {
        // the field above makes a list of fields of what stands below
        String above = HEAD + BODY + (marked.startsWith("V") || marked.startsWith("P") ? "" : "- titulaire : x\n");
        assertEquals(expected, after(above + marked + "\n"));
        assertEquals(expected, after(above + marked), "at the end of the text");
        assertEquals(expected, after((above + marked + "\n\n### Z\n\nPhrase.\n").replace("\n", "\r\n")), "in the middle of one with other line ends");
    }

    @Test
    void aFieldThatStandsOnceIsOfferedOnce() {
        String fields = HEAD + BODY + "- niveau : possible\n- preuve : x\n- |\n- contraire si : a = no\n\n### D {#d}\n\n- responsable : y\n";
        assertEquals(List.of("- responsable : |", "- preuve : |", "- devoirs : |", "- critères : |", "- clauses : |", "- titulaire : |", "- respecté si : |", "- contraire si : |"), after(fields));
    }

    @Test
    void theLanguageOfTheCharterIsWrittenAndThatOfTheReaderIsRead() {
        String english = HEAD.replace("fr", "en") + BODY;
        assertEquals(List.of("- broken if: |"), after(english + "- brok|"));
        assertEquals(List.of("- broken if: class = |"), after(english + "- broken if: cla|"));
        assertEquals(List.of("Les faits qui le contredisent.", "Facts that contradict it."),
                Stream.of(Lang.values()).map(l -> proposals(english + "- brok|", l).getFirst().label().replace("broken if — ", "")).toList());
        assertEquals("logs — words 2", proposals(HEAD + BODY + "- devoirs : lo|", Lang.EN).getFirst().label());
    }

    @Test
    void nothingIsOfferedWhereThereAreNoFields() {
        for (String text : List.of("# P {#p}\n\n- |", "# P {#p}\n\n## I {#i}\n\n- niveau : |", "- |", "# P {#p}\n\n## I {#i}\n\n### - |"))
            assertEquals(List.of(), after(HEAD + "\n" + text), text);
    }

    @Test
    void keysOfTheHeadAreThoseThatAreMissing() {
        assertEquals(List.of("counterpart: |", "based_on: |"), after(HEAD.replace("version", "|\nversion") + BODY));
        assertEquals(List.of("counterpart: |", "based_on: |"), after((HEAD.replace("version", "|\nversion") + BODY).replace("\n", "\r\n")));
        assertEquals(List.of("based_on: |"), after(HEAD.replace("version", "bas|\nversion") + BODY));
        assertEquals(List.of("version|: \"1\"", "based_on|: \"1\""), after(HEAD.replace("version", "ver|s") + BODY));
        assertEquals(List.of("schema: |", "id: |", "title: |", "language: |", "counterpart: |", "version: |", "based_on: |"), after("---\n|"), "while it is not closed");
        for (String nowhere : List.of(HEAD.replace("title: C", "title: |C"), "|" + HEAD, HEAD + "|", HEAD.replace("1\"\n---", "1\"\n|---"), "|"))
            assertEquals(List.of(), after(nowhere), nowhere);
    }

    @Test
    void everyPlaceOfEveryTextCanBeAsked() {
        String whole = "\uFEFF" + HEAD + BODY + "- niveau : possible\n- devoirs : logs, human-oversight\n- contraire si : a = no et t = x, y\n- \n-\n- x : y\n\nVoir [là](#p) et [ça](#\n";
        for (String text : List.of(whole, whole.replace("\n", "\r\n"), whole.substring(0, HEAD.length() - 1), "", "---", "---\r"))
            for (int at = 0; at <= text.length(); at++)
                for (Proposal p : CharterAssist.proposals(CharterText.parse("charter.md", text), at, terms, Lang.FR))
                    assertTrue(p.edit().offset() <= at && at <= p.edit().offset() + p.edit().length() && !p.edit().apply(text).isEmpty(), at + " in " + text);
    }

    /** But for the adoption, which is written with its seal. */
    @Test
    void theKeysAreThoseOfTheSchema() throws Exception {
        Node schema = YamlText.parse("schema", Files.readString(folder.resolve("schemas/charter-1.schema.json"))).root();
        List<String> keys = ((Node.Mapping) schema.at(List.of("properties")).orElseThrow()).entries().stream().map(e -> e.key().text()).filter(k -> !k.equals("adoption")).toList();
        assertEquals(keys, CharterAssist.HEAD);
    }
}
