package org.etabli.product.tests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A bundle as it is shipped: what its manifest says, and its classes with the classes that they name.
 *
 * @param classes by name; of each, the names in it
 */
record ShippedBundle(String file, String name, String version, Attributes manifest, Map<String, Set<String>> classes) {
    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d+)/(.*)");
    /** A clause of a header; commas in quotes divide nothing. */
    private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+");

    /** All of a folder of bundles, as jars or as folders. */
    static List<ShippedBundle> in(Path plugins) throws IOException {
        List<ShippedBundle> bundles = new ArrayList<>();
        try (Stream<Path> files = Files.list(plugins)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator)
                bundles.add(read(file));
        }
        return bundles;
    }

    private static ShippedBundle read(Path file) throws IOException {
        Map<String, byte[]> content = Files.isDirectory(file) ? folder(file) : jar(Files.readAllBytes(file));
        Attributes manifest = new Manifest(new ByteArrayInputStream(content.get("META-INF/MANIFEST.MF"))).getMainAttributes();
        Map<String, Set<String>> classes = new TreeMap<>();
        for (String part : manifest.getValue("Bundle-ClassPath") != null ? clauses(manifest.getValue("Bundle-ClassPath")) : List.of("."))
            if (part.equals("."))
                addClasses(content, classes);
            else if (content.containsKey(part))
                addClasses(jar(content.get(part)), classes);
        return new ShippedBundle(file.getFileName().toString(), value(manifest, "Bundle-SymbolicName").split(";")[0].strip(), value(manifest, "Bundle-Version"), manifest, classes);
    }

    private static String value(Attributes manifest, String header) {
        String value = manifest.getValue(header);
        return value == null ? "" : value;
    }

    private static Map<String, byte[]> folder(Path folder) throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator)
                content.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        return content;
    }

    /** What is in an archive. */
    static Map<String, byte[]> jar(byte[] bytes) throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                if (!entry.isDirectory())
                    content.put(entry.getName(), in.readAllBytes());
        }
        return content;
    }

    /** Adds the classes of an archive; those for another version of Java as well, as far as this one reads them. */
    static void addClasses(Map<String, byte[]> content, Map<String, Set<String>> into) throws IOException {
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            Matcher versioned = VERSIONED.matcher(file.getKey());
            boolean old = versioned.matches() && Integer.parseInt(versioned.group(1)) <= Runtime.version().feature();
            String path = old ? versioned.group(2) : file.getKey();
            if (!path.endsWith(".class") || path.startsWith("META-INF/") || path.endsWith("module-info.class") || path.endsWith("package-info.class"))
                continue;
            into.computeIfAbsent(path.substring(0, path.length() - 6).replace('/', '.'), n -> new LinkedHashSet<>()).addAll(ClassNames.in(file.getValue()));
        }
    }

    /** The names in a header, each with its directives and attributes still behind it. */
    private static List<String> clauses(String header) {
        return header == null ? List.of() : CLAUSE.matcher(header).results().map(m -> m.group().strip()).toList();
    }

    /** The names in a header that fulfil a condition on what stands behind them. */
    Set<String> names(String header, java.util.function.Predicate<String> filter) {
        Set<String> names = new LinkedHashSet<>();
        for (String clause : clauses(manifest.getValue(header)))
            // several names may share what stands behind them
            Arrays.stream(clause.split(";")).map(String::strip).filter(part -> !part.contains("=") && filter.test(clause)).forEach(names::add);
        return names;
    }

    Set<String> names(String header) {
        return names(header, clause -> true);
    }

    boolean isFragment() {
        return manifest.getValue("Fragment-Host") != null;
    }
}
