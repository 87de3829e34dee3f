package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Rules of the house that a program can check in every bundle. */
class HouseRulesTest {
    private static final Path BUNDLES = Path.of(System.getProperty("etabli.charters")).resolveSibling("bundles");
    private static final Set<String> CORE = Set.of("model", "yaml", "markdown", "rules", "procurement", "dossier", "annex", "render", "cli");

    @Test
    void noCoreBundleNamesTheUserInterface() throws IOException {
        int seen = 0;
        for (String core : CORE) {
            String manifest = Files.readString(BUNDLES.resolve("org.etabli." + core).resolve("META-INF/MANIFEST.MF")).replace("\n ", "");
            for (String ui : List.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.ui", "org.etabli.ui", "org.etabli.app"))
                assertTrue(!manifest.contains(ui), core + " names " + ui);
            seen++;
        }
        assertEquals(CORE.size(), seen);
    }

    @Test
    void noCoreSourceImportsTheUserInterface() throws IOException {
        for (String core : CORE)
            try (Stream<Path> files = Files.walk(BUNDLES.resolve("org.etabli." + core).resolve("src"))) {
                for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator)
                    assertTrue(Files.readString(file).lines().noneMatch(l -> l.matches("import org\\.eclipse\\.(swt|jface|ui)\\..*")), file.toString());
            }
    }

    /** French is the default and English complete: the same keys in both, and nothing empty. */
    @Test
    void everyTextExistsInBothLanguages() throws IOException {
        List<String> problems = new ArrayList<>();
        int pairs = 0;
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            for (Path english : (Iterable<Path>) files.filter(f -> f.getFileName().toString().endsWith("_en.properties"))
                    .filter(f -> !f.toString().contains("/target/"))::iterator) {
                Path french = english.resolveSibling(english.getFileName().toString().replace("_en.properties", ".properties"));
                Properties fr = load(french);
                Properties en = load(english);
                pairs++;
                if (!new TreeSet<>(fr.stringPropertyNames()).equals(new TreeSet<>(en.stringPropertyNames())))
                    problems.add(BUNDLES.relativize(french) + ": other keys than its English");
                fr.forEach((k, v) -> check(problems, french, k, v));
                en.forEach((k, v) -> check(problems, english, k, v));
            }
        }
        assertEquals(List.of(), problems);
        assertTrue(pairs >= 10, pairs + " pairs");
    }

    private static void check(List<String> problems, Path file, Object key, Object value) {
        if (value.toString().isBlank())
            problems.add(BUNDLES.relativize(file) + ": " + key + " is empty");
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new StringReader(Files.readString(file))) {
            properties.load(in);
        }
        return properties;
    }
}
