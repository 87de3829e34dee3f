package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no ordinary file of ordinary size is refused in a sentence that names it: it neither fills the memory nor is waited for. */
class HugeInputTest {
    /** More than a test's memory. */
    private static final long HUGE = 1L << 36;

    @TempDir
    Path folder;
    private final Cli cli = new Cli();
    private Path dossier;

    @BeforeEach
    void aDossier() {
        dossier = folder.resolve("d");
        assertEquals(Main.OK, cli.run("new", dossier, "--example", "nantes-cantines"), cli.err);
    }

    private void refused(Path file, Object... command) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertEquals(Main.INVALID, cli.run(command), List.of(command) + cli.out + cli.err));
        assertTrue((cli.out + cli.err).contains(file.getFileName().toString()), List.of(command) + cli.out + cli.err);
        assertFalse((cli.out + cli.err).contains("Exception") || (cli.out + cli.err).contains("OutOfMemory"), cli.out + cli.err);
    }

    private Path huge(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(HUGE);
        }
        return file;
    }

    @Test
    void hugeFilesOfADossier() throws Exception {
        Path own = huge(dossier.resolve("charters/law/ai-act/questions.yaml"));
        refused(own, "classify", dossier);
        refused(own, "check", dossier);
        Files.delete(own);
        Files.delete(dossier.resolve("charters/law/ai-act"));
        Path charter = huge(dossier.resolve("charter.md"));
        refused(charter, "charter", "diff", dossier);
        refused(charter, "charter", "adopt", dossier, "--on", "2026-11-01", "--deliberation", "1", "--by", "x");
        refused(charter, "charter", "revise", dossier);
        refused(charter, "check", dossier);
        Files.delete(charter);
        refused(huge(dossier.resolve("facts.yaml")), "classify", dossier);
        refused(huge(dossier.resolve("facts.yaml")), "classify", dossier.resolve("facts.yaml"));
    }

    @Test
    void aLineWithoutAnEnd() throws Exception {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero));
        refused(zero, "classify", zero);
    }

    @Test
    void commentsBeforeTheFirstKey() throws Exception {
        Path facts = dossier.resolve("facts.yaml");
        Files.writeString(facts, "# " + "x".repeat(70_000) + "\n" + Files.readString(facts));
        assertEquals(Main.OK, cli.run("classify", facts), cli.err);
    }

    @Test
    void pipesAndFoldersAndDevices() throws Exception {
        Path pipe = dossier.resolve("facts.yaml");
        Files.delete(pipe);
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        refused(pipe, "check", dossier);
        refused(pipe, "classify", dossier);
        Files.delete(pipe);
        Files.createDirectory(pipe);
        refused(pipe, "check", dossier);
        Files.delete(pipe);
        Path own = Files.createDirectories(dossier.resolve("charters/clauses")).resolve("zz.yaml");
        assumeTrue(new ProcessBuilder("mkfifo", own.toString()).start().waitFor() == 0);
        refused(own, "annexes", dossier);
    }
}
