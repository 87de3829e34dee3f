package org.etabli.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The product's script as a command line: what it prints is only what the command says, wherever it runs. */
class CommandLineTest {

    @Test
    void answersTwiceTheSame() throws Exception {
        Path folder = Product.folder("questions");
        Product.Run first = Product.ETABLI.start(folder, List.of("questions", "--json"));
        Product.Run second = Product.ETABLI.start(folder, List.of("questions", "--json"));
        assertEquals(0, first.exitCode(), first::error);
        assertTrue(first.output().length() > 1000);
        assertEquals(first.output(), second.output(), "the JVM's archive must change nothing");
        assertEquals("", first.error() + second.error());
    }

    @Test
    void worksInAPlaceWithSpacesAndAccents() throws Exception {
        Path folder = Product.folder("dossier d'été");
        Path link = Files.createSymbolicLink(folder.resolve("le programme"), Product.ETABLI.home());
        Product.Run run = new Product(link).start(folder, List.of("questions", "--json"));
        assertEquals(0, run.exitCode(), run::error);
        assertEquals("", run.error());
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        Product.Run run = Product.ETABLI.start(Product.folder("unknown"), List.of("frobnicate"));
        assertEquals(2, run.exitCode(), run::error);
        assertEquals("", run.output());
    }

    /** The names of machines are looked up by one class of Java: it is not even loaded. */
    @Test
    void asksTheNetworkForNothingWhenItRenders() throws Exception {
        Path folder = Product.folder("no-network");
        Path classes = folder.resolve("classes.txt");
        Product.Run run = Product.ETABLI.start(folder, List.of("annexes", Product.ROOT.resolve("charters/examples/saint-savin-fuites").toString(), "--only", "fiche-classification",
                "--format", "html,pdf,docx", "--out", folder.resolve("out").toString()), Map.of("ETABLI_VMARGS", "-Xlog:class+load:file=" + classes));
        assertEquals(0, run.exitCode(), run::error);
        String loaded = Files.readString(classes);
        assertTrue(loaded.contains("org.jruby.Ruby "), "JRuby ran");
        assertFalse(loaded.contains("java.net.InetAddress$NameServiceAddresses "), "a name was looked up");
    }
}
