package org.etabli.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.etabli.markdown.CharterDiff.Change;
import org.etabli.markdown.CharterText.Section;
import org.etabli.model.Charter;
import org.etabli.model.Lang;
import org.etabli.yaml.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of two versions of a charter. */
class CharterDiffTest {
    private static final Path MODELS = Path.of(System.getProperty("etabli.charters")).resolve("models");
    private static final String TEXT = """
            ---
            schema: etabli/charter/1
            id: c
            title: Charte
            language: fr
            version: "1"
            ---

            Préambule.

            # Respecter {#p}

            ## Habitants {#i}

            ### Décider {#a}

            Une personne décide, et signe ce qu’elle décide.

            - niveau : obligatoire
            - responsable : maire
            - preuve : décision
            - contraire si : x = yes

            ### Dire {#b}

            Nous le disons à ceux que cela touche.

            - niveau : possible

            ### Noter {#c3}

            Nous notons tout dans un cahier.

            ## Agents {#j}

            ### Former {#d}

            Chacun reçoit une heure de formation.

            # Choisir {#q}

            ## Avant {#k}

            ### Écrire {#e}

            Nous écrivons le besoin avant tout achat.
            """;

    private static Charter charter(String text) {
        return CharterText.parse("charter.md", text).charter();
    }

    private static List<Change> changes(String before, String after) {
        return CharterDiff.between(charter(before), charter(after)).changes();
    }

    private static String only(String right, String wrong) {
        String after = TEXT.replace(right, wrong);
        List<Change> changes = changes(TEXT, after);
        assertEquals(1, changes.size(), changes.toString());
        assertEquals(List.of(changes.get(0).mirrored()), changes(after, TEXT));
        return changes.get(0).text().fr();
    }

    /** Each edit, and the one change that it is. */
    static Stream<Arguments> edits() {
        String former = "### Former {#d}\n\nChacun reçoit une heure de formation.\n\n";
        String noter = "### Noter {#c3}\n\nNous notons tout dans un cahier.\n\n";
        return Stream.of(
                Arguments.of("id: c\n", "id: d\n", "En-tête, identifiant : c → d"),
                Arguments.of("title: Charte", "title: Charte de l’IA", "En-tête, titre : Charte → Charte de l’IA"),
                Arguments.of("language: fr", "language: en", "En-tête, langue : français → anglais"),
                Arguments.of("\"1\"", "\"2\"", "En-tête, version : 1 → 2"),
                Arguments.of("\"1\"\n", "\"1\"\nbased_on: small-commune@1\n", "En-tête, modèle : rien → small-commune@1"),
                Arguments.of("\"1\"\n", "\"1\"\ncounterpart: c.en.md\n", "En-tête, fichier dans l’autre langue : rien → c.en.md"),
                Arguments.of("\"1\"\n", "\"1\"\nadoption: {on: 2026-12-01, deliberation: 2026-112, by: conseil}\n", "En-tête, adoption : rien → 1er décembre 2026, délibération 2026-112, conseil (sceau : –)"),
                Arguments.of("Préambule.", "Préambule !", "Le préambule change."),
                Arguments.of("Préambule.\n\n", "", "Le préambule change."),
                Arguments.of("# Respecter {#p}\n", "# Respecter {#p}\n\nMot.\n", "Le texte du principe « Respecter » (p) change."),
                Arguments.of("## Habitants {#i}\n", "## Habitants {#i}\n\nMot.\n", "Le texte du thème « Habitants » (i) change."),
                Arguments.of("Chacun reçoit", "Chaque agent a", "Le texte de l’engagement « Former » (d) change."),
                Arguments.of("Habitants", "Envers les habitants", "Le thème « Habitants » (i) s’intitule « Envers les habitants »."),
                Arguments.of("Former", "Se former", "L’engagement « Former » (d) s’intitule « Se former »."),
                Arguments.of("obligatoire", "recommandé", "« Décider » (a), niveau : obligatoire → recommandé"),
                Arguments.of("- niveau : possible\n", "", "« Dire » (b), niveau : possible → rien"),
                Arguments.of(": maire", ": conseil", "« Décider » (a), responsable : maire → conseil"),
                Arguments.of(": décision\n", ": décision\n- preuve : note\n", "« Décider » (a), preuve : décision → décision ; note"),
                Arguments.of(": décision\n", ": décision\n- devoirs : d-1, d-2\n", "« Décider » (a), devoirs : rien → d-1 ; d-2"),
                Arguments.of(": décision\n", ": décision\n- critères : k\n", "« Décider » (a), critères : rien → k"),
                Arguments.of(": décision\n", ": décision\n- clauses : C-1\n", "« Décider » (a), clauses : rien → C-1"),
                Arguments.of(": décision\n", ": décision\n- titulaire : il le dit\n", "« Décider » (a), titulaire : rien → il le dit"),
                Arguments.of(": décision\n", ": décision\n- respecté si : y = no\n", "« Décider » (a), respecté si : rien → y = no"),
                Arguments.of("x = yes", "x = no et classe = prohibited", "« Décider » (a), contraire si : x = yes → x = no et classe = prohibited"),
                Arguments.of(former, "", "Engagement retiré : « Former » (d)"),
                Arguments.of(former, former + "### Suivre {#f}\n\nLe comité se réunit.\n\n", "Nouvel engagement : « Suivre » (f)"),
                Arguments.of("## Agents {#j}\n\n" + former, "", "Thème retiré : « Agents » (j), avec 1 engagement(s) : « Former »"),
                Arguments.of("# Choisir", "# Rendre compte {#r}\n\n## Chaque année {#l}\n\n### Publier {#g}\n\nUn bilan.\n\n### Débattre {#h}\n\nEn séance.\n\n# Choisir",
                        "Nouveau principe : « Rendre compte » (r), avec 2 engagement(s) : « Publier » ; « Débattre »"),
                Arguments.of(noter + "## Agents {#j}\n\n" + former, "## Agents {#j}\n\n" + former + noter, "Engagement déplacé : « Noter » (c3) : sous « Habitants » (i) → sous « Agents » (j)"),
                Arguments.of("{#a}", "{#decision}", "L’engagement « Décider » a un autre identifiant : a → decision"),
                Arguments.of("## Agents {#j}", "## Agents {#agents}", "Le thème « Agents » a un autre identifiant : j → agents"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void anEditIsOneChange(String right, String wrong, String change) {
        assertEquals(change, only(right, wrong));
    }

    @Test
    void aMoveAmongNeighboursIsOfTheOneThatMoved() {
        int a = TEXT.indexOf("### Décider");
        int b = TEXT.indexOf("### Dire");
        int end = TEXT.indexOf("## Agents");
        List<Change> changes = changes(TEXT, TEXT.substring(0, a) + TEXT.substring(b, end) + TEXT.substring(a, b) + TEXT.substring(end));
        assertEquals(List.of("Engagement déplacé : « Décider » (a) : place 1 → place 3"), changes.stream().map(c -> c.text().fr()).toList());
        assertEquals("Commitment moved: \"Décider\" (a): place 1 → place 3", changes.get(0).text().en());
    }

    @Test
    void severalChangesOfOneCommitmentAreSaidOneByOne() {
        assertEquals(List.of("L’engagement « Décider » a un autre identifiant : a → z", "Le texte de l’engagement « Décider » (z) change.", "« Décider » (z), niveau : obligatoire → possible"),
                changes(TEXT, TEXT.replace("{#a}", "{#z}").replace("décide, et", "décide et").replace("obligatoire", "possible")).stream().map(c -> c.text().fr()).toList());
    }

    @Test
    void anotherIdIsSeenByTheWords() {
        String reworded = TEXT.replace("Décider {#a}", "Décider soi-même {#z}");
        assertEquals(List.of("renamed", "retitled"), kinds(TEXT, reworded), "the text is the same");
        assertEquals(List.of("renamed", "retitled", "text"), kinds(TEXT, reworded.replace("Une personne décide", "Une personne seule décide")), "most words are the same");
        assertEquals(List.of("added", "removed"), kinds(TEXT, reworded.replace("Une personne décide, et signe ce qu’elle décide.", "Le fournisseur déclare ses fonctions.")));
    }

    private static List<String> kinds(String before, String after) {
        return changes(before, after).stream().map(c -> c.kind().code()).toList();
    }

    @Test
    void whatMovedIntoSomethingNewIsNotNew() {
        List<Change> changes = changes(TEXT, TEXT.replace("## Agents {#j}", "## Élus {#m}"));
        assertEquals(List.of("Nouveau thème : « Élus » (m)", "Engagement déplacé : « Former » (d) : sous « Agents » (j) → sous « Élus » (m)", "Thème retiré : « Agents » (j)"),
                changes.stream().map(c -> c.text().fr()).toList());
    }

    @Test
    void aCharterUnderRepairCanBeComparedToo() {
        String twice = TEXT.replace("{#b}", "{#a}").replace(" {#d}", "");
        assertEquals(List.of(), changes(twice, twice));
        assertFalse(changes(TEXT, twice).isEmpty());
        assertEquals(List.of("text"), kinds(twice, twice.replace("touche", "concerne")));
    }

    @Test
    void everyMessageIsInBothLanguages() throws Exception {
        Charter fr = charter(Files.readString(MODELS.resolve("ekitia.fr.md")));
        Charter en = charter(Files.readString(MODELS.resolve("small-commune.en.md")));
        for (Change c : CharterDiff.between(fr, en).changes())
            for (Lang lang : Lang.values())
                assertFalse(c.text().in(lang).contains("{"), c.text().in(lang));
    }

    // --- random versions -----------------------------------------------------------------------------------------

    static Stream<Path> models() throws Exception {
        return Files.list(MODELS).filter(f -> f.toString().endsWith(".md")).sorted();
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingExactlyWhereNothingDiffersAndTheSameBothWays(Path model) throws Exception {
        Random random = new Random(model.getFileName().hashCode());
        String original = Files.readString(model);
        int equal = 0;
        String far = original;
        for (int round = 0; round < 150; round++) {
            Charter a = charter(edited(original, random, random.nextInt(3)));
            // versions that lie far apart: each goes on from the one before, since every edit costs a reading of the whole text
            if (round >= 100)
                far = edited(far, random, 2);
            Charter b = charter(round < 100 ? edited(original, random, random.nextInt(3)) : far);
            List<Change> there = CharterDiff.between(a, b).changes();
            assertEquals(a.equals(b), there.isEmpty(), there.toString());
            assertEquals(sorted(there.stream().map(Change::mirrored).toList()), sorted(CharterDiff.between(b, a).changes()));
            assertEquals(List.of(), CharterDiff.between(a, a).changes());
            equal += a.equals(b) ? 1 : 0;
        }
        assertTrue(equal > 5 && equal < 100, equal + " pairs are equal");
    }

    private static List<String> sorted(List<Change> changes) {
        return changes.stream().map(Change::toString).sorted(Comparator.naturalOrder()).toList();
    }

    private static String edited(String original, Random random, int edits) {
        String text = original;
        for (int i = 0; i < edits; i++)
            try {
                text = edit(CharterText.parse("charter.md", text), random);
            } catch (IllegalStateException e) {
                // not every edit can be made; another one will do
            }
        return text;
    }

    private static String edit(CharterText text, Random random) {
        List<Section> sections = text.sections();
        String word = "Mot " + random.nextInt(3);
        if (sections.isEmpty())
            return CharterEdits.add(text, null, 0, word).apply(text.text());
        Section any = sections.get(random.nextInt(sections.size()));
        return (switch (random.nextInt(9)) {
            case 0 -> CharterEdits.front(text, List.of("version"), word);
            case 1 -> CharterEdits.adopt(text, new Charter.Adoption(LocalDate.of(2026, 12, 1 + random.nextInt(9)), "d", "b"));
            case 2 -> CharterEdits.preamble(text, word);
            case 3 -> CharterEdits.title(text, any, word);
            case 4 -> CharterEdits.text(text, any, word);
            case 5 -> CharterEdits.remove(text, any);
            case 6 -> CharterEdits.add(text, any.level() == 3 ? null : any, 0, word);
            case 7 -> moved(text, random, any);
            default -> CharterEdits.field(text, any, CharterField.EVIDENCE, List.of(word));
        }).apply(text.text());
    }

    private static TextEdit moved(CharterText text, Random random, Section any) {
        List<Section> parents = new ArrayList<>(text.sections().stream().filter(s -> s.level() == any.level() - 1).toList());
        Section parent = parents.isEmpty() ? null : parents.get(random.nextInt(parents.size()));
        return CharterEdits.move(text, any, parent, random.nextInt(1 + text.children(parent).size()));
    }

    @Test
    void aSealIsNamedInBrief() {
        String seal = "sha256-" + "0123456789abcdef".repeat(4);
        Charter.Adoption adoption = new Charter.Adoption(LocalDate.of(2026, 12, 1), "x", "y", Optional.of(seal));
        assertEquals("Head, adoption: nothing → 1 December 2026, deliberation x, y (seal: sha256-01234567…)",
                changes(TEXT, TEXT.replace("\"1\"\n", "\"1\"\nadoption: {on: " + adoption.on() + ", deliberation: x, by: y, text: " + seal + "}\n")).get(0).text().en());
    }
}
