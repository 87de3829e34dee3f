package org.etabli.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The list of what is shipped beside our own code is that of the product: {@code releng/third-party} writes it. */
class ThirdPartyTest {
    private static final Path LIST = Product.ROOT.resolve("releng/legal/THIRD-PARTY.md");

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(LIST).stream().filter(l -> l.startsWith("| ") && !l.startsWith("| Library")).map(l -> l.substring(2).split(" \\| ")).toList();
    }

    @Test
    void everyPluginOfOthersIsListed() throws IOException {
        Set<String> shipped;
        try (Stream<Path> plugins = Files.list(Product.ETABLI.home().resolve("plugins"))) {
            shipped = plugins.map(p -> p.getFileName().toString().replaceFirst("_[0-9].*", ""))
                    .map(n -> n.replaceFirst("(\\.gtk|\\.cocoa)?\\.(linux|win32|macosx)(\\..*)?$", "")).filter(n -> !n.startsWith("org.etabli.")).collect(Collectors.toCollection(TreeSet::new));
        }
        assertTrue(shipped.size() > 100, shipped.size() + " plugins");
        assertEquals(shipped, rows().stream().filter(r -> r[1].equals("plugin")).map(r -> r[0]).collect(Collectors.toCollection(TreeSet::new)), "run releng/third-party");
    }

    @Test
    void everyLibraryHasALicence() throws IOException {
        assertEquals(List.of(), rows().stream().filter(r -> r[2].isBlank() || r[2].contains("unknown")).map(r -> r[0]).toList());
    }
}
