package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens: one sentence, the code of what cannot be used, and the trace in a file. */
class CrashTest {
    private static final Path DOSSIER = Cli.CHARTERS.resolve("examples/nantes-cantines");
    private static final Pattern LOG = Pattern.compile("(/\\S+\\.log)\\.");

    @TempDir
    Path cache;
    private String before;
    private String err;

    @BeforeEach
    void logs() {
        before = System.getProperty("etabli.cache");
        System.setProperty("etabli.cache", cache.toString());
    }

    @AfterEach
    void restore() {
        if (before == null)
            System.clearProperty("etabli.cache");
        else
            System.setProperty("etabli.cache", before);
    }

    static Stream<Throwable> thrown() {
        return Stream.of(new OutOfMemoryError("Java heap space"), new StackOverflowError(), new NoClassDefFoundError("a/B"), new NullPointerException(), new IllegalStateException("x"),
                new ArrayIndexOutOfBoundsException(3), new IllegalStateException(new StackOverflowError()));
    }

    /** Every command that asks for the day: it is there that this one fails. */
    private int run(Throwable thrown, String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        int code = new Main(nowhere, new PrintStream(bytes, false, StandardCharsets.UTF_8), Cli.CHARTERS, Path.of(""), () -> sneaky(thrown)).run(Arrays.asList(words));
        err = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static <T, E extends Throwable> T sneaky(Throwable thrown) throws E {
        @SuppressWarnings("unchecked")
        E unchecked = (E) thrown;
        throw unchecked;
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void oneSentenceCodeThreeAndALog(Throwable thrown) throws Exception {
        for (String lang : List.of("fr", "en")) {
            assertEquals(Main.INVALID, run(thrown, "calendar", DOSSIER.toString(), "--lang", lang));
            assertEquals(1, err.lines().count(), err);
            assertFalse(err.contains("Exception") || err.contains("Error"), err);
            Matcher log = LOG.matcher(err);
            assertTrue(log.find(), err);
            String trace = Files.readString(Path.of(log.group(1)));
            assertTrue(trace.contains("\tat org.etabli.cli.") && trace.contains("calendar"), trace);
        }
    }

    @Test
    void theReaderIsToldWhatCanBeTold() {
        run(new OutOfMemoryError(), "calendar", DOSSIER.toString());
        assertTrue(err.startsWith("La mémoire ne suffit pas"), err);
        run(new IllegalStateException(new StackOverflowError()), "calendar", DOSSIER.toString());
        assertTrue(err.startsWith("Cette entrée est imbriquée trop profondément"), err);
    }

    @Test
    void aPlaceThatTakesNoLogIsPassedOver() {
        System.setProperty("etabli.cache", cache.resolve("missing").toString());
        assertEquals(Main.INVALID, run(new NullPointerException(), "calendar", DOSSIER.toString()));
        assertTrue(LOG.matcher(err).find(), err);
    }

    @Test
    void aPathThatCannotBeIsRefusedInWords() {
        Cli cli = new Cli();
        for (String command : List.of("check", "classify", "annexes", "new", "calendar", "prove")) {
            assertEquals(Main.INVALID, cli.run(command, "a\0b"), command);
            assertTrue(cli.err.contains("n’est pas un chemin"), cli.err);
        }
    }

    /** Longer than what is read ahead to tell a facts file from a stream. */
    @Test
    void aCommentOfAnyLengthMayStandFirst() throws Exception {
        Path facts = Files.writeString(cache.resolve("facts.yaml"), "# " + "x".repeat(200_000) + "\nschema: etabli/facts/1\nfacts: {}\n");
        Cli cli = new Cli();
        assertEquals(Main.OK, cli.run("classify", facts), cli.err);
        Path stream = Files.writeString(cache.resolve("stream.yaml"), "# short\nid: one\nfacts: {}\n---\nid: two\nfacts: {}\n");
        assertEquals(Main.OK, cli.run("classify", stream), cli.err);
        assertTrue(cli.out.contains("two :"), cli.out);
    }

    @Test
    void aHintQuotesAPathThatTheShellWouldDivide() {
        Cli cli = new Cli();
        assertEquals(Main.OK, cli.run("new", cache.resolve("mon dossier")), cli.err);
        assertTrue(cli.out.contains("etabli classify \"" + cache.resolve("mon dossier") + "\""), cli.out);
        assertEquals(Main.OK, cli.run("new", cache.resolve("été")), cli.err);
        assertTrue(cli.out.contains("etabli classify " + cache.resolve("été") + ","), cli.out);
    }
}
