package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Rules of the house that a program can check in every bundle. */
class HouseRulesTest {
    private static final Path BUNDLES = Path.of(System.getProperty("etabli.charters")).resolveSibling("bundles");
    /** From the bottom to the top. */
    /** What there is of code without a window, found by itself. */
    private static final Set<String> CORE = core();
    /** In the order of the README's table, in which each uses only what stands above it. */
    private static final List<String> LAYERS = layers();

    private static Set<String> core() {
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            return bundles.filter(b -> Files.isDirectory(b.resolve("src/main/java"))).map(b -> b.getFileName().toString().replaceFirst("org\\.etabli\\.", ""))
                    .filter(b -> !b.matches("ui(\\..*)?|app")).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> layers() {
        try {
            return Files.readAllLines(BUNDLES.resolveSibling("README.md")).stream().filter(l -> l.startsWith("| `")).map(l -> l.replaceFirst("^\\| `([^`]+)`.*", "$1")).filter(CORE::contains).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every core bundle is in the README's table, and on the class path of the command line on both systems. */
    @Test
    void everyCoreBundleIsKnownWhereItMustBe() throws IOException {
        assertTrue(CORE.containsAll(Set.of("model", "rules", "cli")) && CORE.size() > 5, CORE.toString());
        assertEquals(CORE, new TreeSet<>(LAYERS));
        for (String script : List.of("unix/etabli", "win32/etabli.bat")) {
            List<String> words = List.of(Files.readString(BUNDLES.resolveSibling("features/org.etabli.platform.feature/rootfiles").resolve(script)).split("[\\s()=\"]+"));
            for (String core : CORE)
                assertTrue(words.contains("org.etabli." + core), script + " lacks " + core);
        }
    }

    /** The whole value of a header: what it requires, imports or exports, without directives and versions. */
    private static List<String> names(String bundle, String header) throws IOException {
        try (InputStream in = Files.newInputStream(BUNDLES.resolve("org.etabli." + bundle).resolve("META-INF/MANIFEST.MF"))) {
            String value = new Manifest(in).getMainAttributes().getValue(header);
            return value == null ? List.of() : Arrays.stream(value.replaceAll("\"[^\"]*\"", "").split(",")).map(n -> n.replaceAll(";.*", "").strip()).toList();
        }
    }

    @Test
    void noCoreBundleNamesTheUserInterface() throws IOException {
        int names = 0;
        for (String core : CORE)
            for (String header : List.of("Require-Bundle", "Import-Package", "DynamicImport-Package", "Fragment-Host"))
                for (String name : names(core, header)) {
                    assertFalse(name.matches("org\\.eclipse\\.(swt|jface|ui|e4|core|equinox)(\\..*)?|org\\.etabli\\.(ui|app)(\\..*)?|\\*"), core + " names " + name);
                    names++;
                }
        assertTrue(names > 20, names + " names");
    }

    /** The arrows between the core bundles point down only. */
    @Test
    void aCoreBundleRequiresOnlyThoseBelowIt() throws IOException {
        for (int i = 0; i < LAYERS.size(); i++)
            for (String name : names(LAYERS.get(i), "Require-Bundle"))
                if (name.startsWith("org.etabli.") && !Set.of("org.etabli.charters", "org.etabli.poi", "org.etabli.render.engine").contains(name))
                    assertTrue(LAYERS.indexOf(name.substring("org.etabli.".length())) < i, LAYERS.get(i) + " requires " + name);
    }

    private static List<Path> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES.resolve(folder).resolve("src/main"))) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void noCoreSourceImportsTheUserInterfaceOrTheNetwork() throws IOException {
        int seen = 0;
        for (String core : CORE)
            for (Path file : sources("org.etabli." + core)) {
                for (String line : Files.readAllLines(file)) {
                    assertFalse(line.matches(".*\\borg\\.eclipse\\.(swt|jface|ui)\\..*"), file + ": " + line);
                    assertFalse(line.matches(".*\\bjava\\.net\\.(http\\.|\\w*Socket|HttpURLConnection|URLConnection|InetAddress).*|.*\\.openConnection\\(.*|.*\\.openStream\\(.*"), "offline: " + file + ": " + line);
                    assertFalse(line.contains("Runtime.getRuntime().exec") || line.contains("ProcessBuilder"), "no shell: " + file + ": " + line);
                }
                seen++;
            }
        assertTrue(seen > 50, seen + " sources");
    }

    /** French is the default and English complete: the same keys in both, and nothing empty. */
    @Test
    void everyTextExistsInBothLanguages() throws IOException {
        List<String> problems = new ArrayList<>();
        int pairs = 0;
        for (Path english : properties(".*_en\\.properties")) {
            Path french = english.resolveSibling(english.getFileName().toString().replace("_en.properties", ".properties"));
            Properties fr = load(french);
            Properties en = load(english);
            pairs++;
            if (!new TreeSet<>(fr.stringPropertyNames()).equals(new TreeSet<>(en.stringPropertyNames())))
                problems.add(BUNDLES.relativize(french) + ": other keys than its English");
            fr.forEach((k, v) -> check(problems, french, k, v));
            en.forEach((k, v) -> check(problems, english, k, v));
        }
        assertEquals(List.of(), problems);
        assertTrue(pairs >= 10, pairs + " pairs");
    }

    /** Of every bundle, in its root and its sources: what a build makes may come and go meanwhile. */
    private static List<Path> properties(String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            for (Path bundle : (Iterable<Path>) bundles.filter(Files::isDirectory).sorted()::iterator) {
                try (Stream<Path> files = Files.list(bundle)) {
                    files.filter(Files::isRegularFile).forEach(found::add);
                }
                if (Files.isDirectory(bundle.resolve("src")))
                    try (Stream<Path> files = Files.walk(bundle.resolve("src"))) {
                        files.forEach(found::add);
                    }
            }
        }
        return found.stream().filter(f -> f.getFileName().toString().matches(pattern)).toList();
    }

    @Test
    void noTextIsFrenchOnly() throws IOException {
        List<Path> french = properties("(messages|plugin|bundle)\\.properties");
        for (Path file : french)
            assertTrue(Files.exists(file.resolveSibling(file.getFileName().toString().replace(".properties", "_en.properties"))), BUNDLES.relativize(file) + " has no English");
        assertTrue(french.size() >= 10, french.size() + " files");
    }

    /** What one language tells about a case, the other tells too. */
    @Test
    void bothLanguagesFillTheSamePlaces() throws IOException {
        List<String> problems = new ArrayList<>();
        int filled = 0;
        for (Path english : properties(".*_en\\.properties")) {
            Properties fr = load(english.resolveSibling(english.getFileName().toString().replace("_en.properties", ".properties")));
            Properties en = load(english);
            for (String key : en.stringPropertyNames()) {
                Set<String> places = places(en.getProperty(key));
                filled += places.size();
                if (!places.equals(places(fr.getProperty(key, ""))))
                    problems.add(BUNDLES.relativize(english) + ": " + key + " has " + places + ", the French " + places(fr.getProperty(key, "")));
            }
        }
        assertEquals(List.of(), problems);
        assertTrue(filled > 50, filled + " places");
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}").matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
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
