package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.Value;
import org.etabli.rules.Law;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one can start from: the whole dossiers, and every project of the report. */
class ExamplesTest {
    private final Content content = new Content(Path.of(System.getProperty("etabli.charters")));

    @TempDir
    Path folder;

    @Test
    void everyProjectIsOfferedOnceWithATitleAndASentence() throws Exception {
        List<Examples.Example> all = Examples.all(content);
        List<YamlText> projects = projects();
        assertEquals(Examples.names(content).size() + projects.size(), all.size());
        assertEquals(all.size(), all.stream().map(Examples.Example::name).distinct().count());
        for (Examples.Example example : all)
            for (Lang lang : Lang.values()) {
                assertFalse(example.title().in(lang).isBlank(), example.name());
                assertTrue(example.summary().in(lang).matches("\\p{L}[^\\n]{19,240}[.!?]"), example.name() + ": " + example.summary().in(lang));
            }
    }

    @Test
    void everyExampleOpensWithoutAnError() throws Exception {
        Law law = new LawLibrary(content).law(LocalDate.of(2026, 11, 30), Optional.empty());
        for (Examples.Example example : Examples.all(content)) {
            Path dossier = folder.resolve(example.name());
            Examples.copy(content, example.name(), dossier);
            DossierFolder loaded = Standing.of(dossier, content, new LawLibrary(content), LocalDate.EPOCH).dossier();
            assertEquals(example.title().fr(), loaded.dossier().title());
            assertTrue(loaded.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR), example.name() + ": " + loaded.findings());
        }
    }

    /** Whose dossier it is has been said by nobody, nor by the source of such a project. */
    @Test
    void aNewDossierAnswersNothing() throws Exception {
        Law law = new LawLibrary(content).law(LocalDate.of(2026, 11, 30), Optional.empty());
        Examples.create("Un projet", folder.resolve("new"), Lang.FR);
        assertEquals(List.of(), Standing.of(folder.resolve("new"), content, new LawLibrary(content), LocalDate.EPOCH).dossier().facts().byId().values().stream().filter(f -> !(f.value() instanceof Value.Unknown)).toList());
        for (YamlText project : projects()) {
            String id = project.root().at(List.of("id")).map(n -> ((org.etabli.yaml.Node.Scalar) n).text()).orElseThrow();
            Examples.copy(content, id, folder.resolve(id));
            assertEquals(project.root().at(List.of("facts", "authority_kind")).isPresent(),
                    !(Standing.of(folder.resolve(id), content, new LawLibrary(content), LocalDate.EPOCH).dossier().facts().value("authority_kind") instanceof Value.Unknown), id);
        }
    }

    @Test
    void aProjectKeepsItsFactsWordForWord() throws Exception {
        Law law = new LawLibrary(content).law(LocalDate.of(2026, 11, 30), Optional.empty());
        for (YamlText project : projects()) {
            String id = project.root().at(List.of("id")).map(n -> ((org.etabli.yaml.Node.Scalar) n).text()).orElseThrow();
            Path dossier = folder.resolve(id);
            Examples.copy(content, id, dossier);
            String facts = Files.readString(dossier.resolve(DossierFile.FACTS.name()));
            assertEquals(new FactsReader(law.catalogue()).read(project).facts().byId(),
                    new FactsReader(law.catalogue()).read(YamlText.parse(DossierFile.FACTS.name(), facts)).facts().byId(), id);
        }
    }

    @Test
    void anExampleTakesTheTitleThatItsUserGivesIt() throws Exception {
        Examples.copy(content, "nantes-cantines", folder.resolve("x"), "Cantines : nos \"repas\" & menus");
        DossierFolder loaded = Standing.of(folder.resolve("x"), content, new LawLibrary(content), LocalDate.EPOCH).dossier();
        assertEquals("Cantines : nos \"repas\" & menus", loaded.dossier().title());
        assertEquals("Nantes Métropole", loaded.dossier().authority().name());
    }

    @Test
    void anUnknownNameNamesThemAllAndWritesNothing() {
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> Examples.copy(content, "nulle-part", folder.resolve("x")));
        assertTrue(e.findings().getFirst().message().fr().contains("p04-jumeau-eau"), e.findings().toString());
        assertFalse(Files.exists(folder.resolve("x")));
    }

    private List<YamlText> projects() throws Exception {
        return YamlText.parseAll("projects.yaml", Files.readString(content.builtIn().resolve("examples/projects.yaml")));
    }
}
