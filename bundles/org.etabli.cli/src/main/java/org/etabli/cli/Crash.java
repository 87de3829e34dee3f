package org.etabli.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.etabli.model.Lang;

/** What nobody expected, in one sentence for whoever typed the command; the trace goes to a file that the sentence names. */
final class Crash {
    private static final String NAME = "etabli-";
    private static final String END = ".log";

    private Crash() {
    }

    /** @param words the command as it was typed, for the log */
    static String sentence(Throwable thrown, List<String> words, Lang lang) {
        Throwable cause = cause(thrown);
        String what = CliMessages.TEXTS.get(lang, switch (cause) {
            case OutOfMemoryError e -> "crash.memory";
            case StackOverflowError e -> "crash.depth";
            default -> "crash.other";
        });
        return what + " " + detail(cause, words, lang);
    }

    /** Where the trace is, or that it is nowhere. */
    static String detail(Throwable cause, List<String> words, Lang lang) {
        return log(cause, words).map(file -> CliMessages.TEXTS.get(lang, "crash.log", file)).orElseGet(() -> CliMessages.TEXTS.get(lang, "crash.no-log"));
    }

    /** What a thread of ours met is wrapped by whoever waited for it. */
    private static Throwable cause(Throwable thrown) {
        boolean wrapped = thrown instanceof ExecutionException || thrown.getClass() == IllegalStateException.class;
        return wrapped && thrown.getCause() != null ? cause(thrown.getCause()) : thrown;
    }

    private static Optional<Path> log(Throwable thrown, List<String> words) {
        StringWriter text = new StringWriter();
        text.write("etabli " + String.join(" ", words) + "\nJava " + Runtime.version() + ", " + System.getProperty("os.name") + "\n\n");
        thrown.printStackTrace(new PrintWriter(text, true));
        for (String folder : List.of(System.getProperty("etabli.cache", ""), System.getProperty("java.io.tmpdir", "")))
            try {
                if (!folder.isEmpty())
                    return Optional.of(Files.writeString(Files.createTempFile(Path.of(folder), NAME, END), text.toString(), StandardCharsets.UTF_8));
            } catch (IOException | RuntimeException e) {
                // the next place, or none: the sentence says so
            }
        return Optional.empty();
    }
}
