package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Decision;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.Test;

/** The content of {@code charters/}: every file, every reference, every case that was written from the law. */
class ContentProofTest {
    private static final Path CHARTERS = Path.of(System.getProperty("etabli.charters"));

    @Test
    void everyFileIsValidEveryNameResolvesAndEveryCaseComesOutAsTheLawSays() throws Exception {
        ContentProof proof = new ContentProof(new Content(CHARTERS));
        assertEquals(List.of(), proof.run());
        assertTrue(proof.cases() >= 150, proof.cases() + " cases");
    }

    /** {@code examples/expected.yaml} was written from the Senate report and the law, not from the program. */
    @Test
    void theExamplesAreClassifiedAsTheirSourcesSay() throws Exception {
        Content content = new Content(CHARTERS);
        LawLibrary library = new LawLibrary(content);
        YamlText expected = YamlText.parse("expected.yaml", AtomicFiles.read(CHARTERS.resolve("examples/expected.yaml"), "expected.yaml"));
        LocalDate date = LocalDate.parse(word(expected.root(), "date"));
        List<String> seen = new ArrayList<>();
        for (Node item : ((Node.Sequence) expected.root().at(List.of("expected")).orElseThrow()).items()) {
            String name = word(item, "example");
            seen.add(name);
            DossierFolder dossier = Standing.of(CHARTERS.resolve("examples").resolve(name), content, library, LocalDate.EPOCH).dossier();
            Decision decision = library.law(date, Optional.empty()).decide(name, dossier.facts(), date);
            assertEquals(word(item, "class"), decision.classId(), name);
            assertEquals(words(item, "classes"), decision.classes(), name);
            List<String> missing = decision.missing().stream().map(Decision.Missing::fact).toList();
            assertTrue(missing.containsAll(words(item, "missing")), name + ": " + words(item, "missing") + " must be among " + missing);
            List<String> doubts = decision.doubts().stream().map(Decision.Doubt::id).toList();
            assertTrue(doubts.containsAll(words(item, "doubts")), name + ": " + words(item, "doubts") + " must be among " + doubts);
            words(item, "not_doubts").forEach(d -> assertFalse(doubts.contains(d), name + ": " + d));
            assertEquals(List.of(), dossier.findings(), name);
        }
        assertEquals(Examples.names(content), seen.stream().sorted().toList(), "each example has its expectation");
    }

    @Test
    void everyExampleSaysWhereItsFactsComeFrom() throws Exception {
        Content content = new Content(CHARTERS);
        LawLibrary library = new LawLibrary(content);
        for (String name : Examples.names(content)) {
            DossierFolder dossier = Standing.of(CHARTERS.resolve("examples").resolve(name), content, library, LocalDate.EPOCH).dossier();
            dossier.facts().byId().values().forEach(f -> assertTrue(f.by().isPresent() && f.on().isPresent(), name + ": " + f.id()));
            assertTrue(Files.readString(CHARTERS.resolve("examples").resolve(name).resolve("dossier.yaml")).startsWith("#"), name + " says what it is");
        }
    }

    private static String word(Node node, String key) {
        return node.at(List.of(key)).map(n -> ((Node.Scalar) n).text()).orElse("");
    }

    private static List<String> words(Node node, String key) {
        return node.at(List.of(key)).map(n -> ((Node.Sequence) n).items().stream().map(i -> ((Node.Scalar) i).text()).toList()).orElse(List.of());
    }
}
