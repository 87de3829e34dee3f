package org.etabli.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The product holds what it is meant to hold: a bundle that no feature names would be missed by users only. */
class ContentTest {
    private static final Pattern TESTS = Pattern.compile("org\\.etabli\\..*(tests|testkit|driver)");

    @Test
    void holdsEveryBundleOfTheRepository() throws IOException {
        try (Stream<Path> folders = Files.list(Product.ROOT.resolve("bundles"))) {
            List<String> missing = folders.filter(f -> Files.exists(f.resolve("META-INF/MANIFEST.MF")))
                    .map(f -> f.getFileName().toString()).filter(n -> !TESTS.matcher(n).matches()).filter(n -> !Product.ETABLI.holds(n))
                    .sorted().toList();
            assertEquals(List.of(), missing, "name them in a feature");
        }
    }

    /** build.properties of charters/ lists its folders one by one. */
    @Test
    void holdsEveryFolderOfTheCharters() throws IOException {
        Path packed = Product.ETABLI.plugins().stream().filter(p -> p.startsWith("org.etabli.charters_"))
                .map(Product.ETABLI.home().resolve("plugins")::resolve).findFirst().orElseThrow();
        try (Stream<Path> folders = Files.list(Product.ROOT.resolve("charters"))) {
            List<String> missing = folders.filter(Files::isDirectory).map(f -> f.getFileName().toString())
                    .filter(n -> !n.equals("target") && !Files.isDirectory(packed.resolve(n))).sorted().toList();
            assertEquals(List.of(), missing, "name them in charters/build.properties");
        }
    }

    @Test
    void holdsNoTests() {
        Pattern name = Pattern.compile(".*(junit|testkit|\\.driver|\\.tests).*");
        assertEquals(List.of(), Product.ETABLI.plugins().stream().filter(p -> name.matcher(p).matches()).toList());
    }

    /** The command line runs on a flat class path that the product's script composes from a list of names. */
    @Test
    void holdsEveryLibraryThatItsScriptNames() throws IOException {
        String script = Files.readString(Product.ETABLI.home().resolve("etabli"));
        int start = script.indexOf("libraries=\"") + "libraries=\"".length();
        String[] names = script.substring(start, script.indexOf('"', start)).trim().split("\\s+");
        assertEquals(List.of(), Stream.of(names).filter(n -> !Product.ETABLI.holds(n)).toList(), "libraries that are not in plugins/");
    }
}
