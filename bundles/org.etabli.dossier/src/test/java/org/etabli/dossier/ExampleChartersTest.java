package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.markdown.CharterText;
import org.etabli.model.Assessment.Judgement;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Charter;
import org.etabli.model.Finding;
import org.etabli.model.Involvement;
import org.etabli.rules.CharterReview;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The charters, assessments and involvement records of the examples: what they must say was worked out from the sources, by hand. */
class ExampleChartersTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("etabli.charters")).resolve("examples");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String REAL = "exemple d’Établi, d’après le rapport du Sénat";
    private static final Content CONTENT = new Content(EXAMPLES.getParent());
    private static final LawLibrary LIBRARY = new LawLibrary(CONTENT);

    static List<String> examples() throws Exception {
        return Examples.names(CONTENT);
    }

    private static CharterFolder charter(String example) throws Exception {
        return Standing.of(EXAMPLES.resolve(example), CONTENT, LIBRARY, LocalDate.EPOCH).charter();
    }

    private static CharterReview review(String example) throws Exception {
        return charter(example).review(law(), evaluation(example)).orElseThrow();
    }

    private static Law law() throws Exception {
        return LIBRARY.law(TODAY, Optional.empty());
    }

    private static Evaluation evaluation(String example) throws Exception {
        return law().evaluate(dossier(example).facts());
    }

    private static DossierFolder dossier(String example) throws Exception {
        return Standing.of(EXAMPLES.resolve(example), CONTENT, LIBRARY, LocalDate.EPOCH).dossier();
    }

    private static List<Finding> findings(String example) throws Exception {
        CharterFolder charter = charter(example);
        return Stream.concat(charter.findings().stream(), charter.about(law(), evaluation(example), dossier(example).text(DossierFile.FACTS.name())).stream()).toList();
    }

    /** {@code expected.yaml} lists every finding: one that is not listed is a failure, for an example without a charter too. */
    @ParameterizedTest
    @MethodSource("examples")
    void checkSaysOfTheCharterWhatIsExpectedAndNothingElse(String example) throws Exception {
        Optional<Node> expected = expected(example).at(List.of("charter"));
        assertEquals(expected.isPresent(), charter(example).charter().isPresent());
        assertEquals(expected.map(e -> ((Node.Sequence) e.at(List.of("findings")).orElseThrow()).items().stream().map(i -> ((Node.Scalar) i).text()).toList()).orElse(List.of()),
                findings(example).stream().map(f -> (Path.of(f.file()).getFileName() + " " + f.id() + " " + f.subject()).strip()).toList());
        if (expected.isPresent()) {
            CharterReview review = review(example);
            assertEquals(word(expected.get(), "judged") + " of " + word(expected.get(), "of"), review.judged() + " of " + review.lines().size());
        }
    }

    private static Node expected(String example) throws Exception {
        YamlText text = YamlText.parse("expected.yaml", AtomicFiles.read(EXAMPLES.resolve("expected.yaml"), "expected.yaml"));
        return ((Node.Sequence) text.root().at(List.of("expected")).orElseThrow()).items().stream().filter(i -> word(i, "example").equals(example)).findFirst().orElseThrow();
    }

    private static String word(Node node, String key) {
        return ((Node.Scalar) node.at(List.of(key)).orElseThrow()).text();
    }

    /** The committee believed what it was told; the facts say that the vendor handles the data. Without the judgement it would be said as well. */
    @Test
    void thePlantedConflictStandsAtTheFactThatContradictsTheJudgement() throws Exception {
        Finding conflict = findings("aides-sociales").get(0);
        assertEquals("charter.conflict", conflict.id());
        assertEquals("supplier_processes_data:", Files.readAllLines(EXAMPLES.resolve("aides-sociales/facts.yaml")).get(conflict.line() - 1).strip());
        CharterReview.Line line = review("aides-sociales").lines().stream().filter(CharterReview.Line::isConflict).findFirst().orElseThrow();
        assertEquals("dossiers-sociaux-chez-nous", line.commitment().id());
        assertEquals(Verdict.RESPECTED, line.verdict());
    }

    /**
     * Of 7, 6 and 7 commitments. Choosing: 1 kept, 1 half, 5 open: at least 1 + ½ = 1.5 of 7, at most 1.5 + 5 = 6.5 of 7. Working: 1 kept,
     * 1 half, 4 open: 1.5 to 5.5 of 6. Respecting: 3 kept, 2 half, 2 open: 3 + 2 × ½ = 4 to 6 of 7.
     */
    @Test
    void sharesOfPlaisir() throws Exception {
        assertEquals(List.of(share("choisir", 1, 1, 0, 0, 5, 1.5 / 7, 6.5 / 7), share("travailler", 1, 1, 0, 0, 4, 1.5 / 6, 5.5 / 6),
                share("respecter", 3, 2, 0, 0, 2, 4.0 / 7, 6.0 / 7)), shares("plaisir-optimus"));
    }

    /**
     * Common interest: 12, of which 3 without object leave 9; 2 kept, 3 half, 4 open: 2 + 3 × ½ = 3.5 to 3.5 + 4 = 7.5 of 9. Persons: 7 − 1 = 6;
     * 5 kept, 1 open: 5 to 6 of 6. Reliability: 9; 1 half, 8 open: ½ to 8.5 of 9. Transparency: 9 − 3 = 6; 1 kept, 1 half, 4 open: 1.5 to 5.5
     * of 6. Responsibility: 12 − 2 = 10, all open: 0 to 10 of 10. Value: 5, all open: 0 to 5 of 5.
     */
    @Test
    void sharesOfNantes() throws Exception {
        assertEquals(List.of(share("bienfaisance", 2, 3, 0, 3, 4, 3.5 / 9, 7.5 / 9), share("respect-personnes", 5, 0, 0, 1, 1, 5.0 / 6, 1),
                share("fiabilite", 0, 1, 0, 0, 8, 0.5 / 9, 8.5 / 9), share("transparence", 1, 1, 0, 3, 4, 1.5 / 6, 5.5 / 6),
                share("responsabilite", 0, 0, 0, 2, 10, 0, 1), share("partage-valeur", 0, 0, 0, 0, 5, 0, 1)), shares("nantes-cantines"));
    }

    /**
     * Common interest: 12 − 1 = 11; 5 kept, 4 half, 1 broken, 1 open: 5 + 4 × ½ = 7 to 8 of 11. Persons: 6 kept, 1 half: 6.5 of 7, nothing
     * open. Reliability has one commitment more than the model: 5 kept, 2 half, 3 open: 6 to 9 of 10. Transparency: 9 − 2 = 7; 5 kept, 2 half:
     * 6 of 7. Responsibility: 6 kept, 2 half, 4 open: 7 to 11 of 12. Value: 5 − 2 = 3; 1 kept, 2 half: 2 of 3.
     */
    @Test
    void sharesOfTheMadeUpOne() throws Exception {
        assertEquals(List.of(share("bienfaisance", 5, 4, 1, 1, 1, 7.0 / 11, 8.0 / 11), share("respect-personnes", 6, 1, 0, 0, 0, 6.5 / 7, 6.5 / 7),
                share("fiabilite", 5, 2, 0, 0, 3, 6.0 / 10, 9.0 / 10), share("transparence", 5, 2, 0, 2, 0, 6.0 / 7, 6.0 / 7),
                share("responsabilite", 6, 2, 0, 0, 4, 7.0 / 12, 11.0 / 12), share("partage-valeur", 1, 2, 0, 2, 0, 2.0 / 3, 2.0 / 3)), shares("aides-sociales"));
    }

    private static String share(String principle, int respected, int partly, int not, int notApplicable, int unknown, double atLeast, double atMost) {
        return principle + " " + List.of(respected, partly, not, notApplicable, unknown) + " " + atLeast + " to " + atMost;
    }

    private static List<String> shares(String example) throws Exception {
        return review(example).shares().stream()
                .map(s -> share(s.principle().id(), s.respected(), s.partly(), s.notRespected(), s.notApplicable(), s.unknown(), s.atLeast(), s.atMost())).toList();
    }

    @Test
    void theMadeUpOneShowsEveryVerdictAndAnsweredAndOpenPoints() throws Exception {
        CharterFolder folder = charter("aides-sociales");
        assertEquals(EnumSet.allOf(Verdict.class), folder.assessment().judgements().values().stream().map(Judgement::verdict).collect(Collectors.toSet()));
        List<Involvement.Point> points = folder.involvement().consultations().stream().flatMap(c -> c.points().stream()).toList();
        assertEquals(2, points.stream().filter(p -> p.answered().isBlank()).count(), "as the assessment says");
        assertEquals(5, points.stream().filter(p -> !p.answered().isBlank()).count());
        folder.assessment().judgements().values().forEach(j -> j.by().ifPresent(by -> assertTrue(by.contains("fictif"), j.commitment())));
        folder.involvement().consultations().forEach(c -> assertTrue(c.who().contains("fictif"), c.who()));
    }

    /** What a real authority did not write must not look as if it had. */
    @ParameterizedTest
    @ValueSource(strings = {"plaisir-optimus", "nantes-cantines"})
    void anExampleIsNeverTakenForTheAuthoritysOwn(String example) throws Exception {
        Charter charter = charter(example).charter().orElseThrow();
        assertTrue(charter.title().startsWith("Exemple") && charter.title().contains("ce n’est pas"), charter.title());
        assertTrue(charter.preamble().startsWith("**Exemple.**") && charter.preamble().contains("Ce n’est pas une charte de"), charter.preamble());
        assertFalse(charter.adoption().isPresent());
        assertTrue(Files.readString(EXAMPLES.resolve(example).resolve(DossierFile.ASSESSMENT.name())).startsWith("# Exemple"));
    }

    /** A judgement of a real project rests on the report; where it says nothing, the judgement stays open. */
    @ParameterizedTest
    @ValueSource(strings = {"plaisir-optimus", "nantes-cantines"})
    void everyJudgementOfARealProjectNamesItsSource(String example) throws Exception {
        for (Judgement j : charter(example).assessment().judgements().values()) {
            assertTrue(j.verdict() != Verdict.NOT_RESPECTED, j.commitment() + ": the report blames nobody");
            assertEquals(j.verdict() != Verdict.UNKNOWN, j.evidence().stream().anyMatch(e -> e.startsWith("Sénat, rapport d’information n° 447")), j.commitment());
            assertEquals(!j.reason().isBlank(), j.by().equals(Optional.of(REAL)) && j.on().isPresent(), j.commitment());
            assertTrue(j.verdict() == Verdict.UNKNOWN || !j.reason().isBlank(), j.commitment());
        }
    }

    /** The report names the citizens' assemblies and the staff of Plaisir, without what they asked; for Nantes it names nobody. */
    @Test
    void nobodyWasHeardWhomTheSourceDoesNotName() throws Exception {
        Involvement plaisir = charter("plaisir-optimus").involvement();
        assertEquals(2, plaisir.consultations().size());
        assertTrue(plaisir.consultations().stream().allMatch(c -> c.points().isEmpty() && c.people().isEmpty() && c.on().isEmpty() && c.note().contains("Source : Sénat")));
        assertEquals(Involvement.NONE, charter("nantes-cantines").involvement());
    }

    /** A model that is improved must not leave its examples behind. */
    @Test
    void theCharterOfAnExampleIsItsModelAndWhatItSaysThatItAdds() throws Exception {
        List<Charter.Commitment> model = model("ekitia");
        assertEquals(model, commitments("nantes-cantines"));
        assertEquals(model, commitments("aides-sociales").stream().filter(c -> !c.id().equals("dossiers-sociaux-chez-nous")).toList());
        Set<String> plaisir = commitments("plaisir-optimus").stream().map(Charter.Commitment::id).collect(Collectors.toSet());
        assertTrue(plaisir.containsAll(model("small-commune").stream().map(Charter.Commitment::id).toList()), plaisir.toString());
    }

    private static List<Charter.Commitment> commitments(String example) throws Exception {
        return charter(example).charter().orElseThrow().commitments().toList();
    }

    private static List<Charter.Commitment> model(String name) throws Exception {
        return CharterText.parse(name, Files.readString(CONTENT.file("models/" + name + ".fr.md"))).charter().commitments().toList();
    }
}
