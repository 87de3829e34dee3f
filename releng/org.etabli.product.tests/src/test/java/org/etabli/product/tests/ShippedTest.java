package org.etabli.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What is shipped, with versions: written to {@code target/shipped.txt} for whoever reviews it, and free of what reviews found. */
class ShippedTest {
    private static final Pattern BUNDLE = Pattern.compile("(.+)_(\\d+(?:\\.\\d+)*)[^/]*");
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.]*)(?:-native)?\\.jar");

    /** @param place the bundle that holds it; empty for a bundle */
    private record Library(String place, String name, String version) {
        @Override
        public String toString() {
            return String.join("\t", name, version, place);
        }
    }

    private static List<Library> shipped() throws IOException {
        List<Library> shipped = new ArrayList<>();
        try (Stream<Path> plugins = Files.list(Product.ETABLI.home().resolve("plugins"))) {
            for (Path plugin : (Iterable<Path>) plugins.sorted()::iterator) {
                Matcher bundle = BUNDLE.matcher(plugin.getFileName().toString().replaceFirst("\\.jar$", ""));
                assertTrue(bundle.matches(), plugin::toString);
                shipped.add(new Library("", bundle.group(1), bundle.group(2)));
                if (Files.isDirectory(plugin))
                    inside(plugin, bundle.group(1), shipped);
            }
        }
        return shipped;
    }

    private static void inside(Path plugin, String place, List<Library> into) throws IOException {
        try (Stream<Path> files = Files.walk(plugin)) {
            for (Path jar : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".jar")).sorted()::iterator)
                into.add(library(jar, place));
        }
    }

    /** By what Maven left in it, else by its name. */
    private static Library library(Path jar, String place) throws IOException {
        String file = jar.getFileName().toString();
        Matcher name = JAR.matcher(file);
        if (name.matches())
            return new Library(place, name.group(1), name.group(2));
        for (Map.Entry<String, byte[]> entry : ShippedBundle.jar(Files.readAllBytes(jar)).entrySet())
            if (entry.getKey().endsWith("/pom.properties")) {
                Properties pom = new Properties();
                pom.load(new ByteArrayInputStream(entry.getValue()));
                return new Library(place, pom.getProperty("artifactId"), pom.getProperty("version"));
            } else if (entry.getKey().equals("META-INF/MANIFEST.MF")) {
                String version = version(new Manifest(new ByteArrayInputStream(entry.getValue())));
                if (version != null)
                    return new Library(place, file.replace(".jar", ""), version);
            }
        return new Library(place, file.replace(".jar", ""), "?");
    }

    /** Of the whole, or of a package of it. */
    private static String version(Manifest manifest) {
        return Stream.concat(Stream.of(manifest.getMainAttributes()), manifest.getEntries().values().stream()).map(a -> a.getValue("Implementation-Version")).filter(Objects::nonNull).findFirst().orElse(null);
    }

    @Test
    void everythingIsListedWithItsVersion() throws Exception {
        List<Library> shipped = shipped();
        Files.write(Path.of("target", "shipped.txt"), shipped.stream().map(Library::toString).sorted().toList());
        assertTrue(shipped.size() > 100, shipped.size() + " libraries");
        // a library of Ruby's own lies beside the engine without a version of its own
        assertEquals(List.of(), shipped.stream().filter(l -> l.version.equals("?") && !l.place.equals("org.etabli.render.engine")).toList());
    }

    /** The same code in two versions is twice the care. */
    @Test
    void nothingIsShippedInTwoVersions() throws Exception {
        Map<String, TreeSet<String>> versions = new TreeMap<>();
        for (Library library : shipped())
            versions.computeIfAbsent(family(library.name), n -> new TreeSet<>()).add(library.version.replaceFirst("(\\.0)+$", ""));
        versions.values().removeIf(v -> v.size() == 1);
        assertEquals(Map.of(), versions);
    }

    /** As bundle and as jar a library has two names. */
    private static String family(String name) {
        return name.replaceFirst("^org\\.objectweb\\.asm.*|^asm(-.*)?$", "asm").replaceFirst("^slf4j[.-]", "slf4j-");
    }

    /** CVE-2025-48924. */
    @Test
    void commonsLangIsNewEnough() throws Exception {
        String version = shipped().stream().filter(l -> l.name.equals("commons-lang3")).map(Library::version).findFirst().orElseThrow();
        assertTrue(Runtime.Version.parse(version.replaceFirst("\\.0$", "")).compareTo(Runtime.Version.parse("3.18")) >= 0, version);
    }
}
