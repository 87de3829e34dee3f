package org.etabli.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache may forget; it may never say something else than the text. */
class NodeCacheTest {
    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Node parse(String text) throws Exception {
        return YamlText.parse("f", text).root();
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().get(0);
        }
    }

    @Test
    void whatWasKeptComesBackWithEveryPlaceAndStyle() throws Exception {
        NodeCache cache = new NodeCache(folder.resolve("not/yet/there"));
        for (int seed = 0; seed < 60; seed++) {
            String text = new RandomYaml(new Random(seed)).text;
            assertEquals(Optional.empty(), cache.get(bytes(text)));
            cache.put(bytes(text), parse(text));
            // half a surrogate cannot be kept: better nothing than something else
            Optional<Node> expected = text.contains("\\ud800") ? Optional.empty() : Optional.of(parse(text));
            assertEquals(expected, cache.get(bytes(text)), text);
        }
    }

    @Test
    void anotherTextIsNotThere() throws Exception {
        NodeCache cache = new NodeCache(folder);
        cache.put(bytes("a: yes\n"), parse("a: yes\n"));
        for (String other : new String[] {"a: no \n", "a: yes", "a: yes\n\n", "", "b: yes\n"})
            assertEquals(Optional.empty(), cache.get(bytes(other)), other);
    }

    @Test
    void aTextLongerThanTheFirstBufferIsKeptWhole() throws Exception {
        String text = "a: " + "é".repeat(400_000) + "\nb: [" + "x, ".repeat(100_000) + "y]\n";
        NodeCache cache = new NodeCache(folder);
        cache.put(bytes(text), parse(text));
        assertEquals(Optional.of(parse(text)), cache.get(bytes(text)));
    }

    @Test
    void anEntryThatIsCutOffOrDamagedIsAsGoodAsNone() throws Exception {
        String text = "a: [x, {b: 'c'}]\nd: |\n  e\nf: g\n";
        NodeCache cache = new NodeCache(folder);
        cache.put(bytes(text), parse(text));
        Path entry = only();
        byte[] whole = Files.readAllBytes(entry);
        for (int length = 0; length < whole.length; length++) {
            Files.write(entry, Arrays.copyOf(whole, length));
            assertEquals(Optional.empty(), cache.get(bytes(text)), "cut off at " + length);
        }
        for (int i = 0; i < whole.length; i++)
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = whole.clone();
                damaged[i] ^= (byte) (1 << bit);
                Files.write(entry, damaged);
                assertEquals(Optional.empty(), cache.get(bytes(text)), "byte " + i + " bit " + bit);
            }
        Files.write(entry, whole);
        assertTrue(cache.get(bytes(text)).isPresent());
    }

    @Test
    void aFolderThatCannotBeWrittenToIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        NodeCache cache = new NodeCache(file);
        cache.put(bytes("a: 1"), parse("a: 1"));
        assertEquals(Optional.empty(), cache.get(bytes("a: 1")));
        assertEquals("x", Files.readString(file));
        assertFalse(Files.isDirectory(file));
    }
}
