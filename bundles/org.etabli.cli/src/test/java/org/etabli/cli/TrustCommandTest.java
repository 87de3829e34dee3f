package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's word for the authors of a dossier: more of their form is left, nothing of it acts, and a dossier cannot say it of itself. */
class TrustCommandTest {
    private static final String CLAUSE = """
            schema: etabli/clauses/1
            document: cctp-ia
            clauses:
              - id: our-delays
                section: destination
                title: {fr: "Nos délais", en: Our delays}
                body:
                  fr: |
                    Délais, selon https://www.cnil.fr/delais[la CNIL] pass:[<script>alert(1)</script>] :

                    |===
                    | Incident | Délai

                    | NOTRECAS | 4 heures
                    |===

                    include::/etc/hostname[]

                    ////
                    oublié
                  en: x
                source: [art.3.12]
                certainty: text
                when: {rule: in-scope}
            """;
    private static final String CELL = ">NOTRECAS</p></td>";

    @TempDir
    Path folder;
    private final Cli cli = new Cli();
    private Path dossier;

    @BeforeEach
    void aDossierWithAClauseOfItsOwn() throws Exception {
        System.setProperty("etabli.trusted", folder.resolve("state/trusted").toString());
        dossier = folder.resolve("d é");
        aDossierAt(dossier);
    }

    private void aDossierAt(Path place) throws Exception {
        assertEquals(Main.OK, cli.run("new", place, "--example", "nantes-cantines"), cli.err);
        Files.createDirectories(place.resolve("charters/clauses"));
        Files.writeString(place.resolve("charters/clauses/ours.yaml"), CLAUSE);
    }

    @AfterEach
    void nobodyIsTrustedAnyMore() {
        System.clearProperty("etabli.trusted");
    }

    private String page(Path of) throws Exception {
        Path out = folder.resolve("out");
        assertEquals(Main.OK, cli.run("annexes", of, "--format", "html", "--only", "cctp-ia", "--out", out), cli.err);
        String page = Files.readString(out.resolve("cctp-ia.html"));
        assertFalse(page.contains("<script"), "whatever is trusted");
        // the clause does not take with it what stands behind it
        assertTrue(page.contains("id=\"cctp-ia-trace\""));
        assertTrue(page.contains("hostname"), "the words of what is not taken are still there");
        assertTrue(page.contains("charters/clauses/ours.yaml"), "still named");
        return page;
    }

    private String check() throws Exception {
        assertEquals(Main.FINDINGS, cli.run("check", dossier), cli.err);
        return cli.out;
    }

    @Test
    void aTableIsLeftWhereTheAuthorsAreTrusted() throws Exception {
        assertFalse(page(dossier).contains(CELL));
        assertTrue(check().contains("etabli trust"));
        assertEquals(Main.OK, cli.run("trust"), cli.err);
        assertFalse(cli.out.contains("d é"));

        assertEquals(Main.OK, cli.run("trust", dossier), cli.err);
        String trusted = page(dossier);
        assertTrue(trusted.contains(CELL), trusted);
        assertTrue(trusted.contains(">la CNIL</a>"));
        assertTrue(check().contains("--off"));
        assertEquals(Main.OK, cli.run("trust", dossier), "twice is once");
        assertEquals(Main.OK, cli.run("trust"), cli.err);
        assertEquals(List.of("  " + dossier.toRealPath()), cli.out.lines().skip(1).toList());

        assertEquals(Main.OK, cli.run("trust", dossier, "--off"), cli.err);
        assertFalse(page(dossier).contains(CELL));
    }

    @Test
    void itIsTheUsersWordForThatPlaceAlone() throws Exception {
        assertEquals(Main.OK, cli.run("trust", dossier), cli.err);
        Path copy = folder.resolve("copy");
        aDossierAt(copy);
        assertFalse(page(copy).contains(CELL), "a copy");
        Path link = Files.createSymbolicLink(folder.resolve("link"), dossier);
        assertTrue(page(link).contains(CELL), "the same folder by another name");
        Files.delete(link);
        Files.createSymbolicLink(link, copy);
        assertFalse(page(link).contains(CELL), "another folder by that name");
        assertTrue(Cli.tree(dossier).keySet().stream().noneMatch(n -> n.contains("trust")), "nothing in the dossier says so");
    }

    @Test
    void whatIsNoDossierIsNotTrusted() throws Exception {
        assertEquals(Main.INVALID, cli.run("trust", folder.resolve("nowhere")));
        assertEquals(Main.INVALID, cli.run("trust", folder));
        assertEquals(Main.USAGE, cli.run("trust", "--off"));
        assertEquals(Main.OK, cli.run("trust", folder.resolve("nowhere"), "--off"), cli.err);
    }

    @Test
    void aListThatSomebodySpoiltTrustsNobody() throws Exception {
        Path list = folder.resolve("state/trusted");
        assertEquals(Main.OK, cli.run("trust", dossier), cli.err);
        Files.writeString(list, "\0\nfile:\n*\n/\n" + dossier + "\nhttp://x/\n" + "é".repeat(5000) + "\n");
        assertFalse(page(dossier).contains(CELL));
        assertEquals(Main.OK, cli.run("trust"), cli.err);
        assertEquals(Main.OK, cli.run("trust", dossier), cli.err);
        assertTrue(page(dossier).contains(CELL));
    }
}
