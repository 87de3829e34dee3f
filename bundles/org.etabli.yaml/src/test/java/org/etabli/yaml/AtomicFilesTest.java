package org.etabli.yaml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.etabli.model.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    private static final byte[] OLD = filled('o', 300_000);
    private static final byte[] NEW = filled('n', 500_000);

    @TempDir
    Path folder;

    private static byte[] filled(char c, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) c);
        return bytes;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private boolean posix() throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }

    @Test
    void writesAndReadsBackAndLeavesNothingElse() throws Exception {
        Path file = folder.resolve("é 😀.yaml");
        AtomicFiles.write(file, "clé: 😀\n");
        AtomicFiles.write(file, "clé: é\n");
        assertEquals("clé: é\n", AtomicFiles.read(file, "f"));
        assertEquals(List.of("é 😀.yaml"), names());
    }

    /** A reader looks all the time, as a crash could come at any time: what it sees is always whole. */
    @Test
    void aReaderSeesTheOldContentOrTheNewOneNeverHalfOfOne() throws Exception {
        Path file = folder.resolve("f");
        AtomicFiles.write(file, OLD);
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; i < 60; i++)
                    AtomicFiles.write(file, i % 2 == 0 ? NEW : OLD);
            } catch (IOException e) {
                throw new AssertionError(e);
            } finally {
                done.set(true);
            }
        });
        writer.start();
        int seen = 0;
        while (!done.get()) {
            byte[] now = Files.readAllBytes(file);
            assertTrue(Arrays.equals(now, OLD) || Arrays.equals(now, NEW), () -> now.length + " bytes");
            seen++;
        }
        writer.join();
        assertTrue(seen > 0);
        assertEquals(List.of("f"), names());
    }

    /** Run by {@link #aKilledProgramLeavesAWholeFile}: writes until it is killed. */
    static final class Writer {
        public static void main(String[] args) throws IOException {
            Path file = Path.of(args[0]);
            System.out.println("writing");
            for (int i = 0;; i++)
                AtomicFiles.write(file, i % 2 == 0 ? NEW : OLD);
        }
    }

    @Test
    void aKilledProgramLeavesAWholeFile() throws Exception {
        for (int round = 0; round < 3; round++) {
            Path file = folder.resolve("f" + round);
            AtomicFiles.write(file, OLD);
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp",
                    System.getProperty("java.class.path"), Writer.class.getName(), file.toString()).redirectErrorStream(true).start();
            assertEquals("writing", process.inputReader().readLine());
            // some writes later, wherever it happens to be
            for (int changes = 0; changes < 3 + round;) {
                long length = Files.size(file);
                while (Files.size(file) == length)
                    Thread.onSpinWait();
                changes++;
            }
            process.destroyForcibly().waitFor();
            byte[] left = Files.readAllBytes(file);
            assertTrue(Arrays.equals(left, OLD) || Arrays.equals(left, NEW), () -> left.length + " bytes");
        }
    }

    @Test
    void permissionsAreKept() throws Exception {
        assumeTrue(posix());
        for (String rights : List.of("rw-------", "rw-rw-r--", "rwxr-x---", "r--r--r--")) {
            Path file = folder.resolve("f");
            Files.deleteIfExists(file);
            AtomicFiles.write(file, "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            AtomicFiles.write(file, "new");
            assertEquals(rights, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertEquals("new", Files.readString(file));
        }
    }

    @Test
    void aNewFileCanBeReadByOthers() throws Exception {
        assumeTrue(posix());
        AtomicFiles.write(folder.resolve("f"), "x");
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("f"))));
    }

    @Test
    void aLinkStaysALinkAndItsTargetIsWritten() throws Exception {
        Path target = Files.createDirectory(folder.resolve("elsewhere")).resolve("target");
        Files.writeString(target, "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere/target"));
        AtomicFiles.write(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(target));
        assertEquals(List.of("elsewhere", "link"), names());
    }

    @Test
    void whatCannotBeWrittenLeavesNoTemporaryFile() throws Exception {
        Path occupied = Files.createDirectories(folder.resolve("occupied/inside")).getParent();
        assertThrows(IOException.class, () -> AtomicFiles.write(occupied, "x"), "a folder that is not empty is in the way");
        Path file = Files.writeString(folder.resolve("file"), "old");
        assertThrows(IOException.class, () -> AtomicFiles.write(file.resolve("below"), "x"), "a file is in the place of the folder");
        assertThrows(IOException.class, () -> AtomicFiles.write(folder.resolve("nowhere/f"), "x"), "there is no folder");
        assertEquals(List.of("file", "occupied"), names());
        assertEquals("old", Files.readString(file));
        assertTrue(Files.isDirectory(occupied.resolve("inside")));
    }

    @Test
    void aFolderWithoutRightsIsRefused() throws Exception {
        assumeTrue(posix() && !System.getProperty("user.name").equals("root"), "rights do not bind root");
        Path file = folder.resolve("f");
        AtomicFiles.write(file, "old");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThrows(IOException.class, () -> AtomicFiles.write(file, "new"));
            assertEquals("old", Files.readString(file));
            assertEquals(List.of("f"), names());
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aFileThatIsTooLargeIsNotTakenIntoMemory() throws Exception {
        Path file = folder.resolve("huge.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> AtomicFiles.read(file, "huge.yaml"));
        assertEquals("huge.yaml yaml.too-large", e.findings().get(0).file() + " " + e.findings().get(0).id());
    }

    @Test
    void theLargestTextThatIsReadMayHaveThreeBytesACharacter() throws Exception {
        Path file = folder.resolve("f");
        String text = ("#" + "€".repeat(1022) + "\n").repeat(NodeParser.MAX_LENGTH / 1024);
        Files.writeString(file, text);
        assertEquals(List.of(), ((Node.Mapping) YamlText.parse("f", AtomicFiles.read(file, "f")).root()).entries());
        Files.writeString(file, text + "\n");
        assertEquals("yaml.too-large", assertThrows(InvalidInputException.class, () -> YamlText.parse("f", AtomicFiles.read(file, "f"))).findings().get(0).id());
    }

    @Test
    void aByteOrderMarkIsLeftOut() throws Exception {
        Path file = folder.resolve("f");
        Files.write(file, "\uFEFFa: \uFEFF1".getBytes(StandardCharsets.UTF_8));
        assertEquals("a: \uFEFF1", AtomicFiles.read(file, "f"));
        assertArrayEquals(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Arrays.copyOf(Files.readAllBytes(file), 3), "reading changes nothing");
    }
}
