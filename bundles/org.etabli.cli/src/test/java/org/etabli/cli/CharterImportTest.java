package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An existing charter becomes that of a dossier, once, and never in place of another. */
class CharterImportTest {
    private final Cli cli = new Cli();
    @TempDir
    Path folder;

    @Test
    void theCharterIsWrittenAndTheReportPrinted() throws Exception {
        Path document = Files.writeString(folder.resolve("charte.md"), "# Charte\n\n## Dire\n\n- Nous disons tout.\n\n![logo](x.png)\n");
        Path dossier = Files.createDirectory(folder.resolve("d"));
        assertEquals(Main.OK, cli.run("charter", "import", document, dossier));
        assertEquals("---\nschema: etabli/charter/1\nid: charte\ntitle: Charte\nlanguage: fr\nversion: \"1\"\n---\n\n# Dire {#dire}\n\n## Engagements {#engagements}\n\n### Nous disons tout {#nous-disons-tout}\n\nlogo\n",
                Files.readString(dossier.resolve("charter.md")));
        assertTrue(cli.out.contains("charte.md:7:1 avertissement import.image "), cli.out);
        assertTrue(cli.out.contains("charte.md:1:1 info import.title "), cli.out);
        assertEquals("", cli.err);
    }

    @Test
    void theLanguageOfTheCommandIsThatOfTheCharter() throws Exception {
        Path document = Files.writeString(folder.resolve("charte.txt"), "Nous disons tout.\n");
        assertEquals(Main.OK, cli.run("charter", "import", document, folder, "--lang", "en"));
        assertTrue(Files.readString(folder.resolve("charter.md")).contains("\nlanguage: en\n"));
        assertTrue(cli.out.contains(" warning import.nothing "), cli.out);
    }

    @Test
    void nothingIsReplacedAndNothingHalfDone() throws Exception {
        Path document = Files.writeString(folder.resolve("charte.pdf"), "%PDF");
        Path dossier = Files.createDirectory(folder.resolve("d"));
        assertEquals(Main.INVALID, cli.run("charter", "import", document, dossier));
        assertTrue(cli.err.contains(".docx"), cli.err);
        assertEquals(Main.INVALID, cli.run("charter", "import", folder.resolve("absent.md"), dossier));
        assertEquals(Main.INVALID, cli.run("charter", "import", document, folder.resolve("absent")));
        Files.writeString(dossier.resolve("charter.md"), "la nôtre");
        Map<String, String> before = Cli.tree(folder);
        Files.writeString(folder.resolve("charte.md"), "# Charte\n");
        assertEquals(Main.USAGE, cli.run("charter", "import", folder.resolve("charte.md"), dossier));
        assertTrue(cli.err.contains("charter.md"), cli.err);
        assertEquals(Main.USAGE, cli.run("charter", "import", document));
        assertEquals(Main.USAGE, cli.run("charter", "export", document, dossier));
        Files.delete(folder.resolve("charte.md"));
        assertEquals(before, Cli.tree(folder));
    }
}
