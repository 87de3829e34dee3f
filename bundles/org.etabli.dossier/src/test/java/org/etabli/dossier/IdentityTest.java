package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.etabli.model.Catalogue;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.Question;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A thing is asked once: what the dossier says is a fact, and two places that disagree are found. Numbers of people are what such numbers can be. */
class IdentityTest {
    @TempDir
    private Path folder;
    private Content content;
    private Catalogue catalogue;

    @BeforeEach
    void read() throws Exception {
        content = new Content(Path.of(System.getProperty("etabli.charters")));
        catalogue = new LawLibrary(content).catalogue();
    }

    private DossierFolder load(String authority, String facts) throws Exception {
        Files.writeString(folder.resolve("dossier.yaml"), "schema: etabli/dossier/1\nid: d\ntitle: d\nauthority:\n  name: Ville\n" + authority + "need: x\n");
        if (!facts.isEmpty())
            Files.writeString(folder.resolve("facts.yaml"), "schema: etabli/facts/1\nfacts:\n" + facts);
        return Standing.of(folder, content, new LawLibrary(content), LocalDate.EPOCH).dossier();
    }

    @ParameterizedTest
    @CsvSource({"commune, commune", "epci, epci", "metropole, epci", "departement, departement", "region, region", "syndicat, other", "centre-de-gestion, other", "etablissement, other", "etat, other", "other, other"})
    void everyKindOfBodyThatADossierKnowsIsAFact(String kind, String fact) throws Exception {
        assertEquals(fact, load("  kind: " + kind + "\n", "  technique: learned\n").facts().value("authority_kind").code());
    }

    @Test
    void aDossierThatIsFilledInLeavesNoSuchQuestionOpen() throws Exception {
        String authority = "  kind: commune\n  inhabitants: 800\n  agents: 3\n";
        for (String facts : List.of("", "  technique: learned\n", "  inhabitants: unknown\n  agents_fte: {value: unknown, note: voir}\n")) {
            DossierFolder dossier = load(authority, facts);
            for (Question question : catalogue.questions())
                if (question.identity().isPresent())
                    assertTrue(!dossier.facts().value(question.id()).isOpen(), question.id() + " with " + facts);
            assertEquals(List.of(), dossier.findings(), facts);
        }
        assertEquals(3, catalogue.questions().stream().filter(q -> q.identity().isPresent()).count());
    }

    @Test
    void whatIsAnsweredIsNotFilledInAndWhatAgreesIsNoFinding() throws Exception {
        DossierFolder dossier = load("  kind: metropole\n  inhabitants: 800\n", "  authority_kind: epci\n  inhabitants: 800.0\n  agents_fte: 2.5\n");
        assertEquals(List.of(), dossier.findings());
        assertEquals("2.5", dossier.facts().value("agents_fte").code());
    }

    @Test
    void twoPlacesThatDisagreeAreBothNamed() throws Exception {
        DossierFolder dossier = load("  kind: commune\n  inhabitants: 800\n  agents: 3\n", "  authority_kind: departement\n  inhabitants: 412000\n  agents_fte: 2400\n");
        assertEquals(Set.of("authority_kind", "inhabitants", "agents_fte"), dossier.findings().stream().map(Finding::subject).collect(Collectors.toSet()));
        Finding people = dossier.findings().stream().filter(f -> f.subject().equals("inhabitants")).findFirst().orElseThrow();
        assertEquals("facts.identity", people.id());
        assertEquals(4, people.line(), "of the fact");
        for (Lang lang : Lang.values()) {
            String said = people.message().in(lang);
            assertTrue(said.contains("412000") && said.contains("800") && said.contains("dossier.yaml") && said.contains("authority.inhabitants") && said.matches(".*(ligne|line) 7.*"), said);
        }
        assertEquals("412000", dossier.facts().value("inhabitants").code(), "the fact has an author; the finding says that one of the two is wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inhabitants: -80000", "inhabitants: 3.5", "inhabitants: -0.1", "agents_fte: -5", "agents_fte: -0.5"})
    void aNumberThatCannotBeTrueIsAnErrorWhereItStands(String fact) {
        InvalidInputException refused = Assertions.assertThrows(InvalidInputException.class, () -> load("  kind: commune\n", "  " + fact + "\n"));
        assertEquals(List.of("facts.value 3"), refused.findings().stream().map(f -> f.id() + " " + f.line()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"inhabitants: 0", "inhabitants: 80000", "inhabitants: 80000.00", "inhabitants: 8e4", "agents_fte: 0", "agents_fte: 12.5", "agents_fte: unknown"})
    void aNumberThatCanBeTrueIsTaken(String fact) throws Exception {
        assertEquals(List.of(), load("  kind: commune\n", "  " + fact + "\n").findings());
    }

    @ParameterizedTest
    @CsvSource({"commune, 800, true", "commune, 10000, true", "commune, 10001, false", "commune, , true", "departement, , false", "metropole, 800, false"})
    void theShortPathIsForSmallCommunes(String kind, Integer inhabitants, boolean small) throws Exception {
        DossierFolder dossier = load("  kind: " + kind + "\n" + (inhabitants == null ? "" : "  inhabitants: " + inhabitants + "\n"), "");
        assertEquals(small, new LawLibrary(content).law(LocalDate.of(2026, 11, 30), Optional.empty()).takesShortPath(dossier.facts()));
    }

    /** The fewer a body has, the fewer its duties: the size in the dossier does what the size among the facts does. */
    @Test
    void theDossierDecidesDutiesLikeTheFactsDo() throws Exception {
        LocalDate day = LocalDate.of(2026, 11, 30);
        var law = new LawLibrary(content).law(day, Optional.empty());
        String facts = "  individual_decision: yes\n  main_algorithm: yes\n";
        var bySize = law.decide("d", load("  kind: commune\n  inhabitants: 800\n  agents: 3\n", facts).facts(), day);
        var byFacts = law.decide("d", load("  kind: commune\n", facts + "  inhabitants: 800\n  agents_fte: 3\n").facts(), day);
        assertEquals(byFacts.frenchLaw(), bySize.frenchLaw());
    }
}
