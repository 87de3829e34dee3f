package org.etabli.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.etabli.dossier.Content;
import org.etabli.dossier.Examples;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.Standing;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.render.OutputFormat;
import org.etabli.yaml.FileTrouble;

/**
 * The command line. Runs on a flat class path, without Equinox; {@link #run} never ends the process, so that tests and the
 * workbench can call it.
 */
public final class Main {
    /** Done, and nothing blocks. */
    public static final int OK = 0;
    /** Done, with findings. */
    public static final int FINDINGS = 1;
    /** Called in a way the command does not know. */
    public static final int USAGE = 2;
    /** Input that cannot be used; nothing has been written. */
    public static final int INVALID = 3;

    final PrintStream out;
    final PrintStream err;
    private final Path charters;
    final Path engine;
    final Supplier<LocalDate> today;
    Lang lang = Lang.FR;
    /** The language, where the command says it. */
    Optional<Lang> given = Optional.empty();

    /**
     * @param charters the folder {@code charters/}
     * @param engine   the folder with {@code engine/} and {@code fonts/}; only looked at when HTML or PDF is made
     */
    public Main(PrintStream out, PrintStream err, Path charters, Path engine, Supplier<LocalDate> today) {
        this.out = Terminal.of(out);
        this.err = Terminal.of(err);
        this.charters = charters;
        this.engine = engine;
        this.today = today;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        List<String> words = Arrays.asList(args);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> err.println(Crash.sentence(thrown, words, userLang())));
        int code;
        try {
            code = new Main(out, err, Path.of(System.getProperty("etabli.charters", "charters")), Path.of(System.getProperty("etabli.engine", "")), LocalDate::now).run(words);
        } catch (InvalidPathException e) {
            err.println(CliMessages.TEXTS.get(userLang(), "bad-path", e.getInput(), System.getProperty("sun.jnu.encoding")));
            code = INVALID;
        }
        out.flush();
        ClassArchive.keep(code);
        // JRuby leaves threads behind
        System.exit(code);
    }

    /** The language of whoever said none. */
    private static Lang userLang() {
        return Lang.of(System.getenv().getOrDefault("ETABLI_LANG", "fr"));
    }

    public int run(List<String> args) {
        List<String> words = new ArrayList<>(args);
        lang = userLang();
        try {
            language(words);
            if (words.isEmpty())
                return usage(USAGE);
            if (words.contains("--help") || words.get(0).equals("-h"))
                return help();
            String word = words.get(0);
            return Command.of(word).orElseThrow(() -> new UsageException("unknown-command", word)).run(this, words.subList(1, words.size()));
        } catch (UsageException e) {
            err.println(e.text().in(lang));
            err.println(text("see-help"));
            return USAGE;
        } catch (InvalidInputException e) {
            return refused(e);
        } catch (UncheckedIOException e) {
            return failed(e.getCause());
        } catch (IOException e) {
            return failed(e);
        } catch (InvalidPathException e) {
            err.println(text("bad-path", e.getInput(), System.getProperty("sun.jnu.encoding")));
            return INVALID;
        } catch (Throwable e) {
            // an error too: a crash must not pass for findings, and its trace helps nobody at the screen
            err.println(Crash.sentence(e, args, lang));
            return INVALID;
        } finally {
            out.flush();
        }
    }

    int help() throws IOException {
        return usage(OK);
    }

    private int usage(int code) throws IOException {
        say("usage", String.join(", ", Examples.names(content())), String.join(",", OutputFormat.names()));
        return code;
    }

    /** The content files; {@code etabli.cache}, where it is set, names a folder for what is worth keeping between runs. */
    Content content() {
        Content content = new Content(charters);
        String cache = System.getProperty("etabli.cache", "");
        return cache.isEmpty() ? content : content.cached(Path.of(cache));
    }

    /** The content as this dossier sees it. */
    Content contentOf(Path dossier) {
        return prepare(content().of(dossier));
    }

    /** The schemas of a dossier's files take about as long as the law, and need nothing of it. */
    static Content prepare(Content content) {
        content.schemas().prepare("dossier", "facts");
        return content;
    }

    int refused(InvalidInputException e) {
        e.findings().forEach(f -> err.println(f.line() > 0 ? f.line(lang) : f.message().in(lang)));
        return INVALID;
    }

    int failed(IOException e) {
        err.println(FileTrouble.of(e).in(lang));
        return INVALID;
    }

    private void language(List<String> words) throws UsageException {
        int at = words.indexOf("--lang");
        if (at < 0)
            return;
        if (at + 1 >= words.size() || !Set.of("fr", "en").contains(words.get(at + 1)))
            throw new UsageException("lang");
        lang = Lang.of(words.get(at + 1));
        given = Optional.of(lang);
        words.subList(at, at + 2).clear();
    }

    String text(String key, Object... args) {
        return CliMessages.TEXTS.get(lang, key, args);
    }

    void say(String key, Object... args) {
        out.println(text(key, args));
    }

    /** A dossier under the law of the day that was asked for, else of its own; or under the state of the law that was asked for. */
    Standing standing(Path folder, Arguments args) throws UsageException {
        Content content = contentOf(folder);
        return Standing.of(folder, content, new LawLibrary(content), today.get()).on(args.date("date"), args.option("law"));
    }

    /** Something to know that is no part of the result. */
    void note(String key, Object... args) {
        err.println(text(key, args));
    }

    void lines(List<String> lines) {
        lines.forEach(out::println);
    }

    void warn(List<Finding> findings) {
        findings.forEach(f -> err.println(f.line(lang)));
    }
}
