package org.etabli.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What bad input gets: one error, at its place, in both languages. */
class RefusedYamlTest {

    static Stream<Arguments> refused() {
        String deep = "[".repeat(60) + "]".repeat(60);
        return Stream.of(
                Arguments.of("anchor", "a: &x 1\nb: 2", "yaml.anchor", 1, 4, "ancres", "nchors"),
                Arguments.of("alias", "a: 1\nb: *x", "yaml.anchor", 2, 4, "alias", "aliases"),
                Arguments.of("anchor without a name", "a: & co", "yaml.syntax", 1, 5, "ancres", "nchors"),
                Arguments.of("aliases that multiply", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "yaml.anchor", 1, 4, "ancres", "nchors"),
                Arguments.of("tag of a class", "a: !!java.net.URL [x]", "yaml.tag", 1, 4, "java.net.URL", "java.net.URL"),
                Arguments.of("tag of ours", "a: 1\nb: !mine x", "yaml.tag", 2, 4, "!mine", "!mine"),
                Arguments.of("tag on a mapping", "!!map\na: 1", "yaml.tag", 1, 1, "étiquette", "tag"),
                Arguments.of("tag on a key", "!!str a: 1", "yaml.tag", 1, 1, "étiquette", "tag"),
                Arguments.of("merge key with an alias", "<<: *x", "yaml.anchor", 1, 5, "alias", "aliases"),
                Arguments.of("too deep", "a:\n  " + deep, "yaml.too-deep", 2, 3 + 40, "40", "40"),
                Arguments.of("too large", "#" + "x".repeat(NodeParser.MAX_LENGTH), "yaml.too-large", 1, 1, "2 Mio", "2 MiB"),
                Arguments.of("duplicate key", "a: 1\nb: 2\n'a': 3", "yaml.duplicate-key", 3, 1, "« a »", "\"a\""),
                Arguments.of("duplicate key in flow", "f: {x: 1, x: 2}", "yaml.duplicate-key", 1, 11, "« x »", "\"x\""),
                Arguments.of("several documents", "a: 1\n---\nb: 2", "yaml.several-documents", 3, 1, "seul document", "single document"),
                Arguments.of("a list as a key", "? [a]\n: 1", "yaml.key", 1, 3, "clé", "key"),
                Arguments.of("a mapping as a key", "{a: 1}: 2", "yaml.key", 1, 1, "clé", "key"),
                Arguments.of("tab as indentation", "a:\n\tb: 1", "yaml.syntax", 2, 1, "abulation", "tab"),
                Arguments.of("tab behind a colon", "a: \tb", "yaml.syntax", 1, 4, "abulation", "tab"),
                Arguments.of("double quote left open", "a: 1\nb: \"deux\nc: 3\n", "yaml.syntax", 2, 4, "guillemets", "quoted"),
                Arguments.of("single quote left open", "b: l'x\na: 'deux", "yaml.syntax", 2, 4, "guillemets", "quoted"),
                Arguments.of("quote closed on another line", "a: \"x\nb: \"y\"\n", "yaml.syntax", 2, 5, "", ""),
                Arguments.of("unknown escape", "p: \"C:\\Quai\"", "yaml.syntax", 1, 8, "guillemets", "quotes"),
                Arguments.of("bracket left open", "a: 1\nb: [x, y\n", "yaml.syntax", 2, 4, "crochet", "bracket"),
                Arguments.of("brace left open", "b: {x: 1\n", "yaml.syntax", 1, 4, "accolade", "brace"),
                Arguments.of("bracket with nothing behind it", "a: 1\nb: [\n\n", "yaml.syntax", 2, 4, "crochet", "bracket"),
                Arguments.of("comma with nothing behind it", "b: {x: 1,\n# c\n", "yaml.syntax", 1, 4, "accolade", "brace"),
                Arguments.of("the inner bracket left open", "a: [x,\n  [y, z\n", "yaml.syntax", 2, 3, "crochet", "bracket"),
                Arguments.of("the outer bracket left open", "a: [x,\n  [y, z]\n", "yaml.syntax", 1, 4, "crochet", "bracket"),
                Arguments.of("no comma", "b: ['x' 'y']", "yaml.syntax", 1, 9, "virgule", "comma"),
                Arguments.of("brace too many", "b: x\nc: }", "yaml.syntax", 2, 4, "valeur", "value"),
                Arguments.of("colon in a text", "a: note: x", "yaml.syntax", 1, 8, "eux-points", "colon"),
                Arguments.of("uneven indentation", "a:\n  b: 1\n c: 2", "yaml.syntax", 3, 2, "etrait", "ndentation"),
                Arguments.of("no colon", "a: 1\nb\nc: 2", "yaml.syntax", 2, 1, "« : »", "\":\""),
                Arguments.of("dash behind a key", "a: - x", "yaml.syntax", 1, 4, "tiret", "dash"),
                Arguments.of("at sign", "a: @x", "yaml.syntax", 1, 4, "guillemets", "quotes"),
                Arguments.of("percent sign", "a: %x", "yaml.syntax", 1, 4, "guillemets", "quotes"),
                Arguments.of("text beside a block sign", "a: |x\n", "yaml.syntax", 1, 5, "ligne suivante", "next line"),
                Arguments.of("text behind the end", "a: 1\n...\nb: 2", "yaml.syntax", 3, 1, "YAML", "YAML"),
                Arguments.of("null character", "a: x\u0000", "yaml.character", 1, 5, "U+0000", "U+0000"),
                Arguments.of("control character behind an emoji", "😀: 1\nb: 😀\u0007", "yaml.character", 2, 6, "U+0007", "U+0007"),
                Arguments.of("half a surrogate", "a: \ud83d x", "yaml.character", 1, 4, "U+D83D", "U+D83D"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedAtItsPlaceInBothLanguages(String name, String text, String id, int line, int column, String french, String english) {
        Finding f = only(assertThrows(InvalidInputException.class, () -> YamlText.parse("dossier.yaml", text)));
        assertEquals(Severity.ERROR, f.severity());
        assertEquals(id, f.id());
        assertEquals("dossier.yaml", f.file());
        assertEquals(line + ":" + column, f.line() + ":" + f.column(), f.line(Lang.EN));
        assertTrue(f.message().fr().contains(french), f.message().fr());
        assertTrue(f.message().en().contains(english), f.message().en());
        assertNotEquals(f.message().fr(), f.message().en());
        assertFalse(f.message().fr().matches(".*\\b(found|expected|while|scanning|could not)\\b.*"), "English words of the parser: " + f.message().fr());
        assertEquals("dossier.yaml:" + line + ":" + column + " erreur " + id + " " + f.message().fr(), f.line(Lang.FR));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedAtTheSamePlaceWithWindowsLineEnds(String name, String text, String id, int line, int column, String french, String english) {
        Finding f = only(assertThrows(InvalidInputException.class, () -> YamlText.parse("t", text.replace("\n", "\r\n"))));
        assertEquals(id + " " + line + ":" + column, f.id() + " " + f.line() + ":" + f.column());
    }

    @Test
    void theOffsetIsThatOfLineAndColumn() {
        refused().forEach(a -> {
            String text = (String) a.get()[1];
            Finding f = only(assertThrows(InvalidInputException.class, () -> YamlText.parse("t", text)));
            assertEquals(f.offset() - text.lastIndexOf('\n', f.offset() - 1), f.column(), (String) a.get()[0]);
        });
    }

    @Test
    void aHugeNestingIsRefusedAndNotFollowed() {
        for (String text : List.of("[".repeat(500_000), "- ".repeat(500_000), "{a: ".repeat(500_000), "? ".repeat(200_000)))
            assertEquals("yaml.too-deep", only(assertThrows(InvalidInputException.class, () -> YamlText.parse("t", text))).id());
    }

    @Test
    void bytesThatAreNoUtf8AreShownWithLineAndColumn() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("# é😀\nclé: caf".getBytes(StandardCharsets.UTF_8));
        int at = bytes.size();
        bytes.write(0xE9);
        bytes.write("\n".getBytes(StandardCharsets.UTF_8));
        Finding f = only(assertThrows(InvalidInputException.class, () -> AtomicFiles.decode(bytes.toByteArray(), "f.yaml")));
        assertEquals("yaml.not-utf8", f.id());
        assertEquals("2:9", f.line() + ":" + f.column());
        assertTrue(f.message().fr().contains("UTF-8") && f.message().fr().contains(String.valueOf(at)), f.message().fr());
        assertTrue(f.message().en().contains("UTF-8"), f.message().en());
    }

    @Test
    void aByteOrderMarkTakesNoColumn() {
        byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', ':', ' ', (byte) 0xFF};
        Finding f = only(assertThrows(InvalidInputException.class, () -> AtomicFiles.decode(bytes, "f.yaml")));
        assertEquals("1:4", f.line() + ":" + f.column());
    }

    @Test
    void utf16IsNotMistakenForText() {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16))
            assertThrows(InvalidInputException.class, () -> YamlText.parse("f", AtomicFiles.decode("a: é".getBytes(charset), "f")));
    }

    private static Finding only(InvalidInputException e) {
        assertEquals(1, e.findings().size(), e.getMessage());
        return e.findings().get(0);
    }
}
