package org.etabli.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The last word: the product itself opens its window and closes again, and nothing is logged as an error. */
class ProductTest {

    @Test
    void opensAndCloses() throws Exception {
        opensAndCloses(Product.ETABLI, "product");
    }

    /** Into an Eclipse of the same platform that holds nothing of ours before: nothing of the application is needed. */
    @Test
    void worksInAPlainEclipse() throws Exception {
        assertFalse(Product.BARE.holds("org.etabli.ui") || Product.BARE.holds("org.etabli.app"), "a plain Eclipse");
        List<String> missing = Product.ETABLI.plugins().stream().filter(p -> !Product.INSTALLED.plugins().contains(p) && !p.startsWith("org.etabli.app_")).toList();
        assertEquals(List.of(), missing, "bundles that the p2 repository did not bring");
        Path folder = Product.folder("plain");
        endsWell(Product.INSTALLED.play("PlainEclipse", folder), folder);
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
        endsWell(run, folder);
        for (String name : List.of("fiche-classification", "cctp-ia", "ccap-ia")) {
            assertTrue(Files.readString(dossier.resolve("annexes/" + name + ".html")).contains("Nantes Métropole"), name);
            assertTrue(new String(Files.readAllBytes(dossier.resolve("annexes/" + name + ".pdf")), 0, 5, StandardCharsets.ISO_8859_1).startsWith("%PDF-"), name);
        }
    }

    /** All kinds of documents of all examples in all forms, in the window: with charter, assessment and involvement. */
    @Test
    void makesEveryDocumentOfEveryExample() throws Exception {
        Path folder = Product.folder("documents");
        List<String> examples;
        try (Stream<Path> all = Files.list(Product.ROOT.resolve("charters/examples"))) {
            examples = all.filter(Files::isDirectory).map(p -> p.getFileName().toString()).filter(n -> Files.exists(Product.ROOT.resolve("charters/examples").resolve(n).resolve("facts.yaml"))).sorted().toList();
        }
        assertTrue(examples.size() >= 6, examples::toString);
        for (String example : examples)
            copyWithCharter(example, folder.resolve("dossiers").resolve(example));
        Product.Run run = Product.ETABLI.play("EveryDocument", folder);
        endsWell(run, folder);
        List<String> missing = new ArrayList<>();
        for (String example : examples)
            for (String id : DOCUMENTS)
                for (String format : List.of("adoc", "html", "pdf", "docx")) {
                    Path file = folder.resolve("dossiers").resolve(example).resolve("annexes").resolve(id + "." + format);
                    if (!Files.exists(file) || Files.size(file) < 1000)
                        missing.add(example + "/" + file.getFileName());
                }
        assertEquals(List.of(), missing);
    }

    private static final List<String> DOCUMENTS = List.of("fiche-classification", "charte", "evaluation-charte", "cctp-ia", "ccap-ia", "environnement");

    /** An example without a charter of its own gets a model, judged once and talked about once. */
    private static void copyWithCharter(String example, Path to) throws IOException {
        Path from = Product.ROOT.resolve("charters/examples").resolve(example);
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator)
                Files.copy(file, to.resolve(file.getFileName().toString()));
        }
        if (!Files.exists(to.resolve("charter.md"))) {
            Files.writeString(to.resolve("charter.md"), Files.readString(Product.ROOT.resolve("charters/models/small-commune.fr.md")).replaceFirst("(?m)^counterpart:.*\\R", ""));
            Files.writeString(to.resolve("charter-assessment.yaml"),
                    "schema: etabli/charter-assessment/1\ncharter: {id: small-commune, version: \"1\"}\ncommitments: {nous-decidons: respected}\n");
        }
        if (!Files.exists(to.resolve("involvement.yaml")))
            Files.writeString(to.resolve("involvement.yaml"), "schema: etabli/involvement/1\nconsultations: [{who: Les habitants, how: réunion}]\n");
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
        endsWell(product.play("OpenWindow", folder), folder);
        assertTrue(Files.size(folder.resolve("window.png")) > 10_000, "a picture of the window");
    }

    private static void endsWell(Product.Run run, Path folder) throws IOException {
        Path result = folder.resolve("result.txt");
        assertEquals("passed", Files.exists(result) ? Files.readAllLines(result).getFirst() : "no result", () -> read(result) + run.error());
        assertEquals(0, run.exitCode(), run::error);
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
