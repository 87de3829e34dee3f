package org.etabli.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Every class that a shipped bundle names can be loaded by it: it is Java's, its own, or in a package or bundle that its
 * manifest asks for and that is shipped too. What may be missing stands in {@code missing.txt}, with the reason.
 */
class ClassReferencesTest {
    /** The files of the engine, which have a class loader of their own. */
    private static final String ENGINE = "org.etabli.render.engine";
    private static final String ENGINE_PARENT = "org.asciidoctor.asciidoctorj-api";

    /** Who can load what among the bundles of a program. */
    private static final class World {
        private final List<ShippedBundle> bundles;
        private final Map<String, Set<String>> exports = new HashMap<>();
        private final Map<String, Set<String>> classes = new HashMap<>();
        private final Map<String, List<ShippedBundle>> byName = new HashMap<>();

        private World(List<ShippedBundle> bundles) {
            this.bundles = bundles;
            for (ShippedBundle bundle : bundles) {
                for (String name : List.of(bundle.name(), host(bundle))) {
                    byName.computeIfAbsent(name, n -> new ArrayList<>()).add(bundle);
                    classes.computeIfAbsent(name, n -> new HashSet<>()).addAll(bundle.classes().keySet());
                    exports.computeIfAbsent(name, n -> new HashSet<>()).addAll(bundle.names("Export-Package"));
                }
            }
        }

        private static String host(ShippedBundle bundle) {
            return bundle.isFragment() ? bundle.names("Fragment-Host").iterator().next() : bundle.name();
        }

        /** The classes that code of a bundle can load, Java's apart. */
        private Set<String> visible(String name) {
            Set<String> visible = new HashSet<>(classes.getOrDefault(name, Set.of()));
            for (ShippedBundle part : byName.getOrDefault(name, List.of())) {
                for (String wanted : part.names("Import-Package"))
                    bundles.forEach(b -> addPackage(host(b), wanted, visible));
                for (String wanted : part.names("DynamicImport-Package"))
                    bundles.forEach(b -> exports.get(host(b)).stream().filter(p -> matches(wanted, p)).forEach(p -> addPackage(host(b), p, visible)));
                part.names("Require-Bundle").forEach(required -> addExports(required, visible, new HashSet<>()));
            }
            return visible;
        }

        private static boolean matches(String wanted, String name) {
            return wanted.equals("*") || wanted.equals(name) || wanted.endsWith(".*") && name.startsWith(wanted.substring(0, wanted.length() - 1));
        }

        private void addPackage(String exporter, String name, Set<String> into) {
            if (exports.getOrDefault(exporter, Set.of()).contains(name))
                classes.get(exporter).stream().filter(c -> packageOf(c).equals(name)).forEach(into::add);
        }

        /** A package of which a part lies in a bundle that the exporter requires. */
        private void addSplit(String exporter, String name, Set<String> into, Set<String> seen) {
            if (!seen.add(exporter) || !exports.getOrDefault(exporter, Set.of()).contains(name))
                return;
            addPackage(exporter, name, into);
            for (ShippedBundle part : byName.getOrDefault(exporter, List.of()))
                part.names("Require-Bundle").forEach(required -> addSplit(required, name, into, seen));
        }

        private void addExports(String required, Set<String> into, Set<String> seen) {
            if (!seen.add(required))
                return;
            exports.getOrDefault(required, Set.of()).forEach(p -> addSplit(required, p, into, new HashSet<>()));
            for (ShippedBundle part : byName.getOrDefault(required, List.of()))
                part.names("Require-Bundle", clause -> clause.contains("visibility:=reexport")).forEach(next -> addExports(next, into, seen));
        }
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    /** Java's own: the framework gives them to every bundle. */
    private static boolean isOfJava(String className) {
        try {
            Class.forName(className, false, ClassLoader.getPlatformClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** What cannot be loaded, by bundle. */
    private static Map<String, Set<String>> missing(World world) {
        Map<String, Set<String>> missing = new TreeMap<>();
        Map<String, Boolean> java = new HashMap<>();
        for (ShippedBundle bundle : world.bundles) {
            Set<String> visible = world.visible(World.host(bundle));
            for (Set<String> names : bundle.classes().values())
                for (String name : names)
                    if (!visible.contains(name) && !java.computeIfAbsent(name, ClassReferencesTest::isOfJava))
                        missing.computeIfAbsent(bundle.name(), b -> new TreeSet<>()).add(name);
        }
        return missing;
    }

    /** The jars that no framework sees: JRuby and what it needs, above the API's bundle. */
    private static Set<String> missingInEngine(World world) throws IOException {
        Map<String, Set<String>> classes = new TreeMap<>();
        try (Stream<Path> bundles = Files.list(Product.ETABLI.home().resolve("plugins"))) {
            Path engine = bundles.filter(p -> p.getFileName().toString().startsWith(ENGINE + "_")).findFirst().orElseThrow();
            try (Stream<Path> jars = Files.list(engine.resolve("engine"))) {
                for (Path jar : (Iterable<Path>) jars.filter(p -> p.toString().endsWith(".jar"))::iterator)
                    ShippedBundle.addClasses(ShippedBundle.jar(Files.readAllBytes(jar)), classes);
            }
        }
        Set<String> visible = world.visible(ENGINE_PARENT);
        Set<String> missing = new TreeSet<>();
        classes.values().forEach(names -> names.stream().filter(n -> !visible.contains(n) && !classes.containsKey(n) && !isOfJava(n)).forEach(missing::add));
        return missing;
    }

    /**
     * One line of {@code missing.txt}: bundle, class or package with a star, reason.
     */
    private record Allowed(String bundle, String name) {
        private boolean covers(String in, String className) {
            return bundle.equals(in) && (name.endsWith("*") ? className.startsWith(name.substring(0, name.length() - 1)) : className.equals(name));
        }
    }

    private static List<Allowed> allowed() throws IOException {
        List<Allowed> allowed = new ArrayList<>();
        try (InputStream in = ClassReferencesTest.class.getResourceAsStream("missing.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
                String[] words = line.strip().split("\\s+", 3);
                assertEquals(3, words.length, "a bundle, a class, a reason: " + line);
                allowed.add(new Allowed(words[0], words[1]));
            }
        }
        return allowed;
    }

    @Test
    void everyClassThatIsNamedCanBeLoaded() throws Exception {
        World world = new World(ShippedBundle.in(Product.ETABLI.home().resolve("plugins")));
        Map<String, Set<String>> missing = missing(world);
        missing.put(ENGINE, missingInEngine(world));
        List<Allowed> allowed = allowed();
        Set<Allowed> used = new HashSet<>();
        List<String> found = new ArrayList<>();
        missing.forEach((bundle, names) -> names.forEach(name -> {
            List<Allowed> covering = allowed.stream().filter(a -> a.covers(bundle, name)).toList();
            used.addAll(covering);
            if (covering.isEmpty())
                found.add(bundle + " " + name);
        }));
        assertEquals("", String.join("\n", found), "classes that a shipped bundle names and cannot load");
        assertEquals(List.of(), allowed.stream().filter(a -> !used.contains(a)).toList(), "lines of missing.txt that excuse nothing any more");
    }

    /** A picture in a PDF was once the jar that imported nothing. */
    @Test
    void aBundleThatImportsNothingIsFound() throws Exception {
        List<ShippedBundle> bundles = new ArrayList<>(ShippedBundle.in(Product.ETABLI.home().resolve("plugins")));
        ShippedBundle pictures = bundles.stream().filter(b -> b.name().equals("de.rototor.pdfbox.graphics2d")).findFirst().orElseThrow();
        java.util.jar.Attributes manifest = new java.util.jar.Attributes(pictures.manifest());
        manifest.remove(new java.util.jar.Attributes.Name("Import-Package"));
        bundles.set(bundles.indexOf(pictures), new ShippedBundle(pictures.file(), pictures.name(), pictures.version(), manifest, pictures.classes()));
        Set<String> missing = missing(new World(bundles)).getOrDefault(pictures.name(), Set.of());
        assertTrue(missing.contains("org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject"), missing::toString);
    }
}
