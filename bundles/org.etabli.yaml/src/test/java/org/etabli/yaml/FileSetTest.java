package org.etabli.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.model.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSetTest {
    private static final List<String> NAMES = List.of("a.adoc", "b.html", "c.pdf", "d.docx", "é.adoc", "f.adoc");

    @TempDir
    Path folder;

    private static Map<String, byte[]> set(String word) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        NAMES.forEach(n -> files.put(n, (word + " " + n).repeat(500).getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> read = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList())
                read.put(file.getFileName().toString(), Files.isRegularFile(file) ? Files.readString(file) : "/");
        }
        return read;
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        return new TreeMap<>(files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, f -> new String(f.getValue(), StandardCharsets.UTF_8))));
    }

    @Test
    void aSetTakesThePlaceOfAnotherAndLeavesNothingElse() throws Exception {
        Path there = folder.resolve("new/annexes");
        FileSet.write(there, set("one"), List.of());
        assertEquals(texts(set("one")), read(there));
        Files.writeString(there.resolve("mine.txt"), "mine");
        Files.writeString(there.resolve("old.pdf"), "old");
        assertEquals(List.of("old.pdf"), FileSet.write(there, set("two"), List.of("old.pdf", "never.pdf")));
        Map<String, String> expected = texts(set("two"));
        expected.put("mine.txt", "mine");
        assertEquals(expected, read(there));
    }

    /** A name that no file system takes stands for a disk that is full: it comes last, when all others are written. */
    @Test
    void whatCannotBeWrittenWholeIsNotWrittenAtAll() throws Exception {
        FileSet.write(folder, set("one"), List.of());
        Map<String, byte[]> more = set("two");
        more.put("x".repeat(300), new byte[1]);
        assertThrows(FileSystemException.class, () -> FileSet.write(folder, more, List.of("a.adoc")));
        assertEquals(texts(set("one")), read(folder));
        Files.delete(folder.resolve("f.adoc"));
        Files.createDirectory(folder.resolve("f.adoc"));
        Map<String, String> before = read(folder);
        assertThrows(FileSystemException.class, () -> FileSet.write(folder, set("two"), List.of()), "a folder in the place of a file");
        assertEquals(before, read(folder));
    }

    @Test
    void whatWasBegunIsForgottenAndWhatWasReadyIsFinished() throws Exception {
        FileSet.write(folder, set("one"), List.of());
        Path begun = Files.createDirectory(folder.resolve(".etabli-new"));
        Files.writeString(begun.resolve("a.adoc"), "half");
        assertFalse(FileSet.recover(folder));
        FileSet.write(folder, set("two"), List.of());
        assertEquals(texts(set("two")), read(folder));
        Path ready = Files.createDirectory(folder.resolve(".etabli-ready"));
        Map<String, byte[]> three = set("three");
        for (String name : NAMES)
            Files.write((NAMES.indexOf(name) < 3 ? folder : ready).resolve(name), three.get(name));
        Files.writeString(folder.resolve("old.pdf"), "old");
        Files.writeString(Files.createDirectory(folder.resolve("sub")).resolve("kept"), "kept");
        Files.writeString(ready.resolve(".gone"), "old.pdf\nsub/kept\n../x\n.\n");
        assertTrue(FileSet.isInterrupted(folder));
        assertTrue(FileSet.recover(folder));
        assertTrue(FileSet.holds(folder, three) && !Files.exists(folder.resolve("old.pdf")) && Files.exists(folder.resolve("sub/kept")));
        assertFalse(Files.exists(ready) || FileSet.recover(folder));
    }

    @Test
    void aFolderIsThereWithAllItsFilesOrNotAtAll() throws Exception {
        Path made = folder.resolve("deep/new");
        Map<String, byte[]> files = set("one");
        files.put("sub/s.md", new byte[] {'s'});
        Files.createDirectories(folder.resolve("deep/.new.etabli-new/left"));
        FileSet.create(made, files);
        assertTrue(FileSet.holds(made, files));
        files.put("x".repeat(300), new byte[1]);
        assertThrows(FileSystemException.class, () -> FileSet.create(folder.resolve("other"), files));
        assertEquals(List.of("deep"), List.copyOf(read(folder).keySet()));
        assertEquals(List.of("new"), List.copyOf(read(folder.resolve("deep")).keySet()));
    }

    /** Neither the files nor the folders of ours are followed where a link stands in their place. */
    @Test
    void linksAreReplacedAndNeverFollowed() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "victim");
        Path there = Files.createDirectory(folder.resolve("there"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("a.adoc"), "kept");
        for (String name : List.of("a.adoc", ".etabli.lock"))
            Files.createSymbolicLink(there.resolve(name), victim);
        for (String name : List.of(".etabli-new", ".etabli-ready"))
            Files.createSymbolicLink(there.resolve(name), elsewhere);
        Files.deleteIfExists(there.resolve(".etabli-ready"));
        FileSet.write(there, set("one"), List.of());
        assertTrue(FileSet.holds(there, set("one")));
        assertEquals("victim", Files.readString(victim));
        assertEquals("kept", Files.readString(elsewhere.resolve("a.adoc")));
    }

    /** Run by the tests below: writes sets of its word until it is killed, or so many. */
    static final class Writer {
        public static void main(String[] args) throws IOException {
            System.out.println("writing");
            for (int i = 0; i < Integer.parseInt(args[2]); i++)
                FileSet.write(Path.of(args[0]), set(args[1]), List.of());
        }
    }

    private Process writer(String word, int times) throws Exception {
        String path = Stream.of(FileSet.class, FileSetTest.class, Finding.class, Test.class).map(c -> c.getProtectionDomain().getCodeSource().getLocation().getPath()).distinct()
                .collect(Collectors.joining(java.io.File.pathSeparator)) + java.io.File.pathSeparator + System.getProperty("java.class.path");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp", path, Writer.class.getName(), folder.toString(), word,
                String.valueOf(times)).redirectErrorStream(true).start();
        assertEquals("writing", process.inputReader().readLine());
        return process;
    }

    @Test
    void aKilledProgramLeavesAWholeSetAfterTheNextBeginning() throws Exception {
        Random random = new Random(7);
        FileSet.write(folder, set("old"), List.of());
        for (int round = 0; round < 4; round++) {
            Process process = writer("new", Integer.MAX_VALUE);
            Thread.sleep(random.nextInt(120));
            process.destroyForcibly().waitFor();
            FileSet.recover(folder);
            assertTrue(FileSet.holds(folder, set("old")) || FileSet.holds(folder, set("new")), () -> "round");
            FileSet.write(folder, set("old"), List.of());
            assertEquals(texts(set("old")), read(folder));
        }
    }

    @Test
    void processesAndThreadsTakeTurns() throws Exception {
        Process one = writer("one", 60);
        Process two = writer("two", 60);
        Thread here = new Thread(() -> {
            for (int i = 0; i < 60; i++)
                try {
                    FileSet.write(folder, set("three"), List.of());
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
        });
        here.start();
        assertEquals(0, one.waitFor(), () -> one.inputReader().lines().collect(Collectors.joining("\n")));
        assertEquals(0, two.waitFor(), () -> two.inputReader().lines().collect(Collectors.joining("\n")));
        here.join();
        Map<String, String> left = read(folder);
        assertTrue(Stream.of("one", "two", "three").anyMatch(w -> left.equals(texts(set(w)))), left.keySet().toString());
    }
}
