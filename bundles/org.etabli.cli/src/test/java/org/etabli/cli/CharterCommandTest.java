package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A commune's charter from the command line. */
class CharterCommandTest {
    private final Cli cli = new Cli();

    @TempDir
    Path temp;
    private Path folder;

    @BeforeEach
    void aDossier() {
        folder = temp.resolve("d");
        assertEquals(Main.OK, cli.run("new", folder, "--example", "saint-savin-fuites"), cli.err);
    }

    private void run(Object... words) {
        List<Object> all = new ArrayList<>(List.of("charter"));
        all.addAll(List.of(words));
        assertEquals(Main.OK, cli.run(all.toArray()), cli.err);
    }

    private void adopt() {
        run("adopt", folder, "--on", "2026-12-14", "--deliberation", "2026-112", "--by", "conseil municipal");
    }

    @Test
    void fromTheModelToTheSecondVersion() throws Exception {
        run("new", folder, "--model", "small-commune", "--both");
        assertEquals(List.of("charter.en.md", "charter.md"), cli.out.lines().map(l -> Path.of(l.substring(l.indexOf(" : ") + 3)).getFileName().toString()).toList());
        run("adopt", folder, "--on", "2026-12-14", "--deliberation", "2026-112", "--by", "conseil municipal");
        assertTrue(cli.out.startsWith("Version 1 adoptée le 14 décembre 2026, texte scellé : sha256-"), cli.out);
        String adopted = Files.readString(folder.resolve("charter.md"));
        run("revise", folder);
        assertTrue(cli.out.startsWith("Version 2 commencée. La version 1 est gardée"), cli.out);
        assertEquals(adopted, Files.readString(folder.resolve("charter-versions/1.md")));
        Files.writeString(folder.resolve("charter.md"), Files.readString(folder.resolve("charter.md")).replace("sans reproche", "sans crainte"));
        run("diff", folder);
        List<String> lines = cli.out.lines().toList();
        assertEquals("  En-tête, version : 1 → 2", lines.get(2));
        assertEquals(List.of("  Le texte de l’engagement « Tenir la liste » (liste-des-outils) change.",
                "    - Nous tenons une liste des outils employés. Chacun y inscrit ceux qu’il emploie déjà, sans reproche.",
                "    + Nous tenons une liste des outils employés. Chacun y inscrit ceux qu’il emploie déjà, sans crainte.", "3 changement(s)."), lines.subList(4, 8));
    }

    @Test
    @SuppressWarnings("unchecked")
    void versionsAndFilesAreCompared() throws Exception {
        run("new", folder, "--model", "small-commune");
        adopt();
        run("revise", folder, "--version", "2027");
        String diff = diff(folder, "1", "2027");
        assertEquals(diff, diff(folder, "1"));
        assertEquals(diff, diff(folder));
        assertEquals(diff, diff(folder.resolve("charter-versions/1.md"), folder.resolve("charter.md")));
        run("diff", folder, "1", "1");
        assertTrue(cli.out.endsWith("Rien ne change." + System.lineSeparator()), cli.out);
        Map<String, Object> json = Cli.object(diff);
        assertEquals(Map.of("id", "commune-de-saint-savin", "version", "1", "adopted", "2026-12-14"), json.get("before"));
        assertEquals(Map.of("id", "commune-de-saint-savin", "version", "2027"), json.get("after"));
        assertEquals(List.of("head version", "head adoption"), ((List<Map<String, Object>>) json.get("changes")).stream().map(c -> c.get("kind") + " " + c.get("key")).toList());
    }

    private String diff(Object... paths) {
        List<Object> words = new ArrayList<>(List.of("diff", "--json"));
        words.addAll(List.of(paths));
        run(words.toArray());
        return cli.out;
    }

    @Test
    void theModels() throws Exception {
        run("models");
        assertTrue(cli.out.contains("small-commune (fr) : Charte de l’intelligence artificielle de la commune, 12 engagements"), cli.out);
        run("models", folder, "--json");
        assertEquals(6, cli.out.lines().count());
        assertEquals("{name=ekitia, language=fr, title=Charte éthique de l’intelligence artificielle, commitments=54}", Cli.object(cli.out.lines().findFirst().orElseThrow()).toString());
    }

    static List<List<String>> wrong() {
        return List.of(List.of(), List.of("seal"), List.of("new"), List.of("new", "D"), List.of("new", "D", "--model", "x"), List.of("new", "D", "--model", "ekitia"), List.of("adopt", "D"),
                List.of("adopt", "D", "--on", "2026-12-14", "--deliberation", "x"), List.of("adopt", "D", "--on", "14/12/2026", "--deliberation", "x", "--by", "y"),
                List.of("adopt", "D", "--on", "2026-12-14", "--deliberation", " ", "--by", "y"), List.of("revise"), List.of("revise", "D", "--version="), List.of("diff"), List.of("diff", "D"),
                List.of("diff", "D", "1", "3"), List.of("diff", "D/charter.md"), List.of("diff", "D", "1", "1", "1"), List.of("models", "D", "D"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongUsageWritesNothing(List<String> words) throws Exception {
        run("new", folder, "--model", "small-commune");
        Map<String, String> before = Cli.tree(folder);
        List<Object> all = new ArrayList<>(List.of("charter"));
        words.forEach(w -> all.add(w.replaceFirst("^D", folder.toString().replace("\\", "\\\\"))));
        assertEquals(Main.USAGE, cli.run(all.toArray()), cli.err);
        String french = cli.err;
        all.addAll(List.of("--lang", "en"));
        assertEquals(Main.USAGE, cli.run(all.toArray()));
        assertFalse(french.equals(cli.err), "in the other language too: " + french);
        assertFalse(french.contains("{"), french);
        assertEquals(before, Cli.tree(folder));
    }

    @Test
    void whatCannotBeUsedIsSaidWithItsPlace() throws Exception {
        assertEquals(Main.INVALID, cli.run("charter", "revise", folder));
        run("new", folder, "--model", "small-commune");
        assertEquals(Main.INVALID, cli.run("charter", "revise", folder));
        assertTrue(cli.err.contains("charter.md:") && cli.err.contains("versions.not-adopted"), cli.err);
        Path broken = Files.writeString(temp.resolve("x.md"), "# Sans en-tête {#x}\n");
        assertEquals(Main.INVALID, cli.run("charter", "diff", folder.resolve("charter.md"), broken));
        assertTrue(cli.err.contains("x.md:1:1"), cli.err);
        assertEquals(Main.INVALID, cli.run("charter", "new", temp, "--model", "small-commune"), "no dossier");
        assertEquals(Main.INVALID, cli.run("charter", "diff", temp.resolve("a.md"), temp.resolve("b.md")));
        assertTrue(cli.err.contains("a.md"), cli.err);
    }

    @Test
    void anAdoptedCharterThatChangesIsFound() throws Exception {
        run("new", folder, "--model", "small-commune");
        adopt();
        cli.run("check", folder);
        assertFalse(cli.out.contains("charter.md"), cli.out);
        Files.writeString(folder.resolve("charter.md"), Files.readString(folder.resolve("charter.md")).replace("sans reproche", "sans crainte"));
        assertEquals(Main.FINDINGS, cli.run("check", folder));
        assertTrue(cli.out.contains("charter.changed-since-adoption"), cli.out);
        assertEquals(Main.INVALID, cli.run("charter", "revise", folder));
        assertTrue(cli.err.contains("versions.changed"), cli.err);
    }
}
