package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierFolderTest {
    private static final Path CHARTERS = Path.of(System.getProperty("etabli.charters"));

    private final Content content = new Content(CHARTERS);
    private final LawLibrary library = new LawLibrary(content);

    @TempDir
    Path folder;
    Path dossier;

    @BeforeEach
    void copyTheExample() throws Exception {
        dossier = folder.resolve("nantes");
        Examples.copy(content, "nantes-cantines", dossier);
    }

    private DossierFolder load() throws Exception {
        return Standing.of(dossier, content, library, LocalDate.EPOCH).dossier();
    }

    private List<Finding> refused() {
        return assertThrows(InvalidInputException.class, this::load).findings();
    }

    @Test
    void readsIdentityAndFacts() throws Exception {
        DossierFolder read = load();
        assertEquals("Nantes Métropole", read.dossier().authority().name());
        assertEquals(new Value.Choice("learned"), read.facts().value("technique"));
        assertEquals(Value.UNKNOWN, read.facts().value("a_fact_nobody_stated"));
        assertEquals(List.of(), read.findings());
    }

    @Test
    void aDossierWithoutFactsIsADossier() throws Exception {
        Files.delete(dossier.resolve("facts.yaml"));
        var catalogue = library.catalogue();
        assertTrue(load().facts().byId().keySet().stream().allMatch(f -> catalogue.get(f).orElseThrow().identity().isPresent()), "only what the dossier says");
    }

    @Test
    void aMissingFolderOrIdentityIsSaid() throws Exception {
        assertEquals("dossier.no-folder", assertThrows(InvalidInputException.class,
                () -> Standing.of(folder.resolve("nowhere"), content, library, LocalDate.EPOCH).dossier()).findings().get(0).id());
        Files.delete(dossier.resolve("dossier.yaml"));
        assertEquals("dossier.no-file", refused().get(0).id());
    }

    @Test
    void brokenYamlIsRefusedWithItsPlace() throws Exception {
        Files.writeString(dossier.resolve("facts.yaml"), "schema: etabli/facts/1\nfacts:\n  technique: \"learned\n");
        Finding finding = refused().get(0);
        assertEquals("yaml.syntax", finding.id());
        assertTrue(finding.line() >= 3, finding.line(Lang.FR));
        assertTrue(finding.file().endsWith("facts.yaml"));
        assertTrue(finding.message().fr().contains("guillemets"), finding.message().fr());
    }

    @Test
    void aWrongTypeIsRefusedWithItsPlace() throws Exception {
        Files.writeString(dossier.resolve("facts.yaml"), "schema: etabli/facts/1\nfacts:\n  technique:\n    value: learned\n    on: yesterday\n");
        Finding finding = refused().get(0);
        assertEquals(5, finding.line(), finding.line(Lang.EN));
        assertEquals(9, finding.column(), finding.line(Lang.EN));
    }

    @Test
    void anUnknownKeyIsAWarningAndKept() throws Exception {
        Path facts = dossier.resolve("facts.yaml");
        String text = Files.readString(facts) + "remarque: à garder\n";
        Files.writeString(facts, text);
        assertEquals(List.of("schema.unknown-key"), load().findings().stream().map(Finding::id).toList());
        assertEquals(text, Files.readString(facts));
    }

    @Test
    void aNewerVersionIsRefused() throws Exception {
        Files.writeString(dossier.resolve("dossier.yaml"), Files.readString(dossier.resolve("dossier.yaml")).replace("etabli/dossier/1", "etabli/dossier/2"));
        assertEquals("schema.newer", refused().get(0).id());
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirPlace() throws Exception {
        Files.write(dossier.resolve("facts.yaml"), "schema: etabli/facts/1\nfacts: {}\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Finding finding = refused().get(0);
        assertEquals("yaml.not-utf8", finding.id());
        assertEquals(3, finding.line());
        assertEquals(6, finding.column());
    }

    @Test
    void anExampleIsNeverCopiedOverSomething() throws Exception {
        String before = Files.readString(dossier.resolve("facts.yaml"));
        assertThrows(InvalidInputException.class, () -> Examples.copy(content, "plaisir-optimus", dossier));
        assertThrows(InvalidInputException.class, () -> Examples.create("x", dossier, Lang.FR));
        assertEquals(before, Files.readString(dossier.resolve("facts.yaml")));
        assertThrows(InvalidInputException.class, () -> Examples.copy(content, "no-such-example", folder.resolve("new")));
        assertFalse(Files.exists(folder.resolve("new")));
    }

    @Test
    void aNewDossierIsValidInBothLanguages() throws Exception {
        for (Lang lang : Lang.values()) {
            Path fresh = folder.resolve("neuf-" + lang);
            Examples.create("L’« essai » : n° 1 #2", fresh, lang);
            DossierFolder read = Standing.of(fresh, content, library, LocalDate.EPOCH).dossier();
            assertEquals("L’« essai » : n° 1 #2", read.dossier().title());
            assertEquals(List.of(), read.findings());
        }
    }

    @Test
    void aFileOfTheDossierReplacesEtablisOwn() throws Exception {
        Path own = dossier.resolve("charters/clauses/cctp-ia.yaml");
        Files.createDirectories(own.getParent());
        Files.copy(CHARTERS.resolve("clauses/cctp-ia.yaml"), own);
        assertTrue(content.of(dossier).isOverridden("clauses/cctp-ia.yaml"));
        assertEquals(List.of("clauses/cctp-ia.yaml"), content.of(dossier).overridden());
        assertFalse(content.isOverridden("clauses/cctp-ia.yaml"));
        Files.writeString(own, Files.readString(own).replaceFirst("certainty: \\w+", "certainty: sure"));
        assertThrows(InvalidInputException.class, () -> content.of(dossier).read("clauses/cctp-ia.yaml", "clauses"));
    }

    @Test
    void theLawIsLookedUpByDayAndByName() throws Exception {
        assertTrue(library.law(LocalDate.of(2026, 11, 21), Optional.empty()).name().startsWith("ai-act@2026-07-27"));
        assertTrue(library.law(LocalDate.of(2026, 11, 21), Optional.of("ai-act@2026-07-27")).name().startsWith("ai-act@2026-07-27"));
        for (Optional<String> version : List.of(Optional.of("1999-01-01"), Optional.<String>empty())) {
            InvalidInputException e = assertThrows(InvalidInputException.class, () -> library.law(LocalDate.of(1999, 1, 1), version));
            assertTrue(e.findings().get(0).message().fr().contains("2026-07-27"), "says which states there are");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void nothingIsLeftBehindInTheFolder() throws Exception {
        List<String> before = names(dossier);
        load();
        Standing.of(dossier, content, library, LocalDate.EPOCH).charter();
        assertEquals(before, names(dossier));
        assertEquals(names(CHARTERS.resolve("examples/nantes-cantines")), before, "a copy has every file of the example");
    }
}
