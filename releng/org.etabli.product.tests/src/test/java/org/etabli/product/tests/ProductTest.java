package org.etabli.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The last word: the product itself opens its window and closes again, and nothing is logged as an error. */
class ProductTest {

    @Test
    void opensAndCloses() throws Exception {
        opensAndCloses(Product.ETABLI, "product");
    }

    @Test
    void isNoneTheWorseForAnInstallationFromTheRepository() throws Exception {
        List<String> missing = Product.ETABLI.plugins().stream().filter(p -> !Product.INSTALLED.plugins().contains(p)).toList();
        assertEquals(List.of(), missing, "bundles that the p2 repository did not bring");
        opensAndCloses(Product.INSTALLED, "installed");
    }

    /** The whole way of a user: the dossier of a real project, a changed fact, the class that follows, the annexes. */
    @Test
    void leadsFromAFactToTheAnnexes() throws Exception {
        Path folder = Product.folder("nantes");
        Path dossier = folder.resolve("dossier");
        Path example = Product.ROOT.resolve("charters/examples/nantes-cantines");
        Files.createDirectories(dossier);
        for (String name : List.of("dossier.yaml", "facts.yaml"))
            Files.copy(example.resolve(name), dossier.resolve(name));
        Product.Run run = Product.ETABLI.play("NantesDossier", folder, dossier.toString());
        Path result = folder.resolve("result.txt");
        assertEquals("passed", Files.exists(result) ? Files.readAllLines(result).getFirst() : "no result", () -> read(result) + run.error());
        assertEquals(0, run.exitCode(), run::error);
        for (String name : List.of("fiche-classification", "cctp-ia", "ccap-ia")) {
            assertTrue(Files.readString(dossier.resolve("annexes/" + name + ".html")).contains("Nantes Métropole"), name);
            assertTrue(new String(Files.readAllBytes(dossier.resolve("annexes/" + name + ".pdf")), 0, 5, StandardCharsets.ISO_8859_1).startsWith("%PDF-"), name);
        }
        assertEquals("", errors(folder.resolve("workspace/.metadata/.log")));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void opensAndCloses(Product product, String name) throws Exception {
        Path folder = Product.folder(name);
        Product.Run run = product.play("OpenWindow", folder);
        Path result = folder.resolve("result.txt");
        assertEquals("passed", Files.exists(result) ? Files.readString(result).lines().findFirst().orElse("") : "no result", run::error);
        assertEquals(0, run.exitCode(), run::error);
        assertTrue(Files.size(folder.resolve("window.png")) > 10_000, "a picture of the window");
        assertEquals("", errors(folder.resolve("workspace/.metadata/.log")));
    }

    /** The entries of severity 4 in a log of the platform. */
    private static String errors(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(log)) {
            return String.join("\n", lines.filter(l -> l.matches("!(SUB)?ENTRY \\S+( \\d+)? 4 .*")).toList());
        }
    }
}
