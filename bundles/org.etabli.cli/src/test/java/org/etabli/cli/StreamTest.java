package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of {@code {id, facts}}: one decision a document, and a wrong document costs nobody else the answer. */
class StreamTest {
    private final Cli cli = new Cli();

    @TempDir
    Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("s.yaml"), text);
    }

    private List<Object> ids() throws Exception {
        List<Object> ids = new ArrayList<>();
        for (String line : cli.out.lines().toList())
            ids.add(Cli.object(line).get("id"));
        return ids;
    }

    @Test
    void everyDocumentHasItsLine() throws Exception {
        assertEquals(Main.OK, cli.run("classify", file("id: a\nfacts: {}\n---\nid: b\nfacts: {technique: human_rules}\n---\nid: 3\nfacts:\n  technique: learned\n"), "--json"), cli.err);
        assertEquals(List.of("a", "b", "3"), ids());
        assertEquals("", cli.err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\nid: a\nfacts: {}\n---\nid: b\nfacts: {}\n", "# c\nid: a\nfacts: {}\n--- # c\nid: b\nfacts: {}\n---\n", "\n\n---\n---\nid: a\nfacts: {}\n...\n---\n\nid: b\nfacts: {}\n---\n# fin\n",
            "{id: a, facts: {}}\n--- {id: b, facts: {}}\n", "id: a\r\nfacts: {}\r\n---\r\nid: b\r\nfacts: {}\r\n", "id: a\nfacts: {}\n---\nid: b\nfacts: {}", "\uFEFFid: a\nfacts: {}\n---\nid: b\nfacts: {}\n"})
    void separatorsMayBeWrittenInEveryWay(String text) throws Exception {
        assertEquals(Main.OK, cli.run("classify", file(text), "--json"), cli.err);
        assertEquals(List.of("a", "b"), ids());
    }

    @Test
    void threeDashesInATextAreNoSeparator() throws Exception {
        assertEquals(Main.OK, cli.run("classify", file("id: a\nfacts:\n  technique:\n    value: learned\n    note: |\n      ---\n      --- x\n---\nid: b\nfacts: {}\n"), "--json"), cli.err);
        assertEquals(List.of("a", "b"), ids());
    }

    @Test
    void aDocumentWithoutANameHasItsNumber() throws Exception {
        assertEquals(Main.OK, cli.run("classify", file("facts: {}\n---\nid:\nfacts: {}\n---\nid: [x]\nfacts: {}\n"), "--json"), cli.err);
        assertEquals(List.of("#1", "#2", "#3"), ids());
    }

    /** Each mistake in the middle: the place is that of the file, the neighbours are answered, the code is 3. */
    @ParameterizedTest
    @ValueSource(strings = {"id: x\nfacts:\n  technique: ‸magie\n", "id: x\nfacts:\n‸\ttechnique: learned\n", "id: x\nfacts: {technique: ‸\"learned\n", "id: x\n‸id: y\n", "id: x\nfacts: ‸&a {}\n",
            "id: x\nfacts: ‸!!map {}\n", "‸id: x\n", "‸id: x\nfacts: [a]\n", "‸- a\n", "‸words\n", "id: x\nfacts:\n  purpose_areas: ‸[none, education]\n", "# un\n\n# deux\nid: x\nfacts:\n  technique: ‸[learned]\n"})
    void aWrongDocumentInTheMiddleIsReportedAtItsPlace(String marked) throws Exception {
        String before = "id: a\nfacts:\n  technique: learned\n---\n";
        String text = before + marked + "---\nid: b\nfacts: {}\n---\nid: c\nfacts: {}\n";
        String upTo = text.substring(0, text.indexOf('‸'));
        Path file = file(text.replace("‸", ""));
        assertEquals(Main.INVALID, cli.run("classify", file, "--json"));
        assertEquals(List.of("a", "b", "c"), ids());
        String place = file + ":" + (upTo.chars().filter(c -> c == '\n').count() + 1) + ":" + (upTo.length() - upTo.lastIndexOf('\n')) + " erreur ";
        assertEquals(1, cli.err.lines().count(), cli.err);
        assertTrue(cli.err.startsWith(place), place + " expected, but was: " + cli.err);
        assertEquals(Main.INVALID, cli.run("--lang", "en", "classify", file, "--json"));
        assertTrue(cli.err.startsWith(place.replace("erreur", "error")), cli.err);
    }

    @Test
    void everyWrongDocumentIsReported() throws Exception {
        assertEquals(Main.INVALID, cli.run("classify", file("id: a\n---\nid: b\n---\nid: c\nfacts: {}\n---\nid: d\nfacts: {technique: x, scope_exclusion: y}\n"), "--json"));
        assertEquals(List.of("c"), ids());
        assertEquals(4, cli.err.lines().count(), cli.err);
    }

    @Test
    void whatIsUnknownIsAWarningWithItsPlace() throws Exception {
        Path file = file("id: a\nfacts: {}\n---\nid: b\nfacts:\n  techniqe: learned\nremarque: x\n");
        assertEquals(Main.OK, cli.run("classify", file, "--json"));
        assertEquals(List.of("a", "b"), ids());
        assertEquals(2, cli.err.lines().count(), cli.err);
        assertTrue(cli.err.contains(file + ":6:3 avertissement facts.unknown-fact") && cli.err.contains("technique"), cli.err);
        assertTrue(cli.err.contains(file + ":7:1 avertissement stream.unknown-key") && cli.err.contains("remarque"), cli.err);
    }

    @Test
    void aWrongByteIsShownWhereItIs() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("id: a\nfacts: {}\n---\nid: é".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        bytes.write("\nfacts: {}\n".getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("s.yaml"), bytes.toByteArray());
        assertEquals(Main.INVALID, cli.run("classify", file, "--json"));
        assertTrue(cli.err.contains(file + ":4:6 erreur yaml.not-utf8"), cli.err);
    }

    private int piped(byte[] input, Object... words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input));
        try {
            return cli.run(words);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aDashReadsTheStandardInput() throws Exception {
        assertEquals(Main.OK, piped("id: é\nfacts: {}\n---\nid: b\nfacts: {}\n".getBytes(StandardCharsets.UTF_8), "classify", "-", "--json"), cli.err);
        assertEquals(List.of("é", "b"), ids());
        assertEquals(Main.INVALID, piped("id: a\nfacts: {}\n---\nid: b\n".getBytes(StandardCharsets.UTF_8), "classify", "-", "--json"));
        assertTrue(cli.err.startsWith("-:4:1 erreur stream.facts"), cli.err);
    }

    @Test
    void wrongBytesInThePipeAreNotReadAsSomethingElse() {
        assertEquals(Main.INVALID, piped(new byte[] {'i', 'd', ':', ' ', (byte) 0xE9, '\n'}, "classify", "-"));
        assertTrue(cli.err.contains("UTF-8"), cli.err);
        assertEquals("", cli.out);
    }

    @Test
    void anEmptyStreamHasNothingToAnswer() {
        assertEquals(Main.OK, piped(new byte[0], "classify", "-", "--json"));
        assertEquals("", cli.out + cli.err);
    }

    /** Of a document without an end no more is kept than shows that it is too long; the next one is answered. */
    @Test
    void aDocumentThatIsTooLongIsRefusedAndTheNextIsRead() throws Exception {
        Path file = file("id: a\nfacts: {}\n# " + "x".repeat(100).concat("\n# ").repeat(30_000) + "\n---\nid: b\nfacts: {}\n");
        assertEquals(Main.INVALID, cli.run("classify", file, "--json"));
        assertEquals(List.of("b"), ids());
        assertTrue(cli.err.contains(":1:1 erreur yaml.too-large"), cli.err);
    }

    @Test
    void severalPathsAreAnsweredEachForItself() throws Exception {
        Path good = file("id: a\nfacts: {}\n");
        Path facts = Files.writeString(folder.resolve("facts.yaml"), "schema: etabli/facts/1\nfacts: {}\n");
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "schema: etabli/facts/1\nfacts: [\n");
        assertEquals(Main.INVALID, cli.run("classify", good, broken, folder.resolve("nowhere.yaml"), folder, facts, "--json"));
        assertEquals(List.of("a", "facts.yaml"), ids());
        assertEquals(3, cli.err.lines().count(), cli.err);
        assertTrue(cli.err.contains("broken.yaml:2:8 erreur yaml.syntax") && cli.err.contains("nowhere.yaml") && cli.err.contains("dossier.yaml"), cli.err);
    }

    @Test
    void aNameCannotActOnTheTerminal() throws Exception {
        assertEquals(Main.OK, cli.run("classify", file("id: \"a\\e[31m\\nb\"\nfacts: {}\n")));
        assertFalse(cli.out.contains("\u001b"), cli.out);
    }
}
