package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a received dossier brings acts in a document made of it: no script, no frame, no picture, nothing read from a file or the network. */
class OwnClauseTest {
    private static final Pattern ACTS = Pattern.compile("<(?:script|iframe|link|img|object|embed|video|audio|form|input|base)\\b|<[^>]*\\son[a-z]+\\s*=|<[^>]*\\s(?:href|src)\\s*=(?!\"(?:#|https://))", Pattern.CASE_INSENSITIVE);
    private static final String HOSTILE = """
            Avant +++<script>alert('PWN')</script>+++ pass:[<img src="x" onerror="alert(2)"/>] link:javascript:alert(3)[clic] link:file:///etc/passwd[f] image:http://127.0.0.1:9/x.png[i] include::/etc/hostname[] {docdir} {counter:x}

            :docinfo: shared

            include::/etc/hostname[]

            * liste
            +
            ++++
            <script src="http://127.0.0.1:9/evil.js"></script><iframe src="file:///etc/hostname"></iframe><link rel="stylesheet" href="file:///etc/hostname"/>
            ++++

            [cols="1a"]
            |===
            | video::x.mp4[] <iframe src="file:///x"></iframe>
            |===

            Fin de {authority}.
            """;

    @TempDir
    Path folder;
    private final Cli cli = new Cli();

    private Path dossier() {
        Path dossier = folder.resolve("d");
        assertEquals(Main.OK, cli.run("new", dossier, "--example", "saint-savin-fuites"), cli.err);
        return dossier;
    }

    @Test
    void aClauseActsNowhere() throws Exception {
        Path dossier = dossier();
        Path clauses = Files.createDirectories(dossier.resolve("charters/clauses"));
        Files.writeString(clauses.resolve("zz.yaml"), """
                schema: etabli/clauses/1
                document: cctp-ia
                clauses:
                  - id: zz-evil
                    section: destination
                    title: {fr: "T <script>alert(1)</script> pass:[<b>x</b>]", en: T}
                    body:
                      fr: |
                %s
                      en: x
                    source: [art.3.12]
                    certainty: text
                    when: {rule: in-scope}
                """.formatted(HOSTILE.indent(8)));
        String page = made(dossier).stream().filter(p -> p.contains("alert&#39;") || p.contains("PWN")).findFirst().orElseThrow(() -> new AssertionError("the clause is in no document"));
        assertTrue(page.contains("&lt;script&gt;alert") || page.contains("&#60;script&#62;alert"), page);
        assertTrue(page.contains("Fin de "), page);
    }

    @Test
    void aFrameNeither() throws Exception {
        Path dossier = dossier();
        Path templates = Files.createDirectories(dossier.resolve("charters/templates"));
        String frames = Files.readString(Cli.CHARTERS.resolve("templates/documents.yaml"));
        String hostile = frames.replaceAll("(?m)^( +)fr: [>|]-?\\n", "$0$1  +++<script>alert('PWN')</script>+++ link:javascript:alert(3)[clic]\n");
        assertFalse(hostile.equals(frames), "no frame has a text in several lines any more");
        Files.writeString(templates.resolve("documents.yaml"), hostile);
        assertTrue(made(dossier).stream().anyMatch(p -> p.contains("PWN")));
    }

    private List<String> made(Path dossier) throws Exception {
        Path out = folder.resolve("out");
        cli.run("annexes", dossier, "--format", "html", "--out", out);
        List<Path> files;
        try (Stream<Path> list = Files.list(out)) {
            files = list.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        }
        assertFalse(files.isEmpty(), cli.err);
        List<String> pages = new ArrayList<>();
        for (Path file : files) {
            String page = Files.readString(file);
            pages.add(page);
            String body = page.substring(page.indexOf("<body"));
            String acting = ACTS.matcher(body).results().map(m -> body.substring(m.start(), Math.min(body.length(), m.end() + 60))).findFirst().orElse("");
            assertEquals("", acting, file.toString());
        }
        return pages;
    }
}
