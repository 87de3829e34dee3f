package org.etabli.render;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.etabli.annex.AnnexDocument;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.Messages;
import org.etabli.model.Text;

/**
 * Makes the files of a set of documents, each document in each form. What cannot be made is told, and keeps nothing else
 * from being made. Writes nothing.
 */
public final class DocumentFiles {
    static final Messages TEXTS = Messages.beside(DocumentFiles.class);
    /** How many characters a finding names. */
    private static final int NAMED = 12;

    /**
     * A finished file.
     *
     * @param pages   of a PDF; else 0
     * @param seconds that it took
     */
    public record DocumentFile(String name, byte[] content, int pages, double seconds) {
    }

    private final Renderer renderer;
    private final List<OutputFormat> formats;
    private final LocalDate day;
    private final List<DocumentFile> files = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Throwable> failures = new LinkedHashMap<>();

    /** @param day of which the documents speak */
    public DocumentFiles(Renderer renderer, List<OutputFormat> formats, LocalDate day) {
        this.renderer = renderer;
        this.formats = List.copyOf(formats);
        this.day = day;
    }

    /**
     * Makes one document, in the order of the formats.
     *
     * @param id    of its template
     * @param title how readers call it
     */
    public void add(String id, Text title, Supplier<AnnexDocument> text) {
        add(id, title, text, f -> { });
    }

    /** @param made hears of each file as soon as it is there */
    public void add(String id, Text title, Supplier<AnnexDocument> text, Consumer<DocumentFile> made) {
        OutputFormat.Source source = new OutputFormat.Source(renderer, text);
        List<OutputFormat> failed = formats.stream().filter(f -> !make(f, id, title, source, made)).toList();
        if (!failed.isEmpty())
            findings.add(finding(Severity.ERROR, "annex.failed", failed.getFirst().fileName(id), title, failed.stream().map(OutputFormat::extension).collect(Collectors.joining(", "))));
    }

    /** @return whether it could be made */
    private boolean make(OutputFormat format, String id, Text title, OutputFormat.Source source, Consumer<DocumentFile> made) {
        String name = format.fileName(id);
        long start = System.nanoTime();
        try {
            OutputFormat.Made content = format.make(source, day);
            DocumentFile file = new DocumentFile(name, content.content(), content.pages(), (System.nanoTime() - start) / 1e9);
            files.add(file);
            if (!content.replaced().isEmpty())
                findings.add(finding(Severity.WARNING, "annex.replaced", name, title, named(content.replaced())));
            made.accept(file);
            return true;
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            // whatever it is, the other documents do not depend on it
            failures.put(name, e);
            return false;
        }
    }

    /** The files in every format of documents that do not belong to the set any more. */
    public static List<String> names(Collection<String> documents) {
        return documents.stream().flatMap(id -> Arrays.stream(OutputFormat.values()).map(f -> f.fileName(id))).toList();
    }

    /** What was made so far. */
    public List<DocumentFile> files() {
        return List.copyOf(files);
    }

    /** Documents that could not be made (errors), and characters that a PDF cannot show (warnings). */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The names of the files that could not be made, each with what happened, for a log. */
    public Map<String, Throwable> failures() {
        return Map.copyOf(failures);
    }

    private static Finding finding(Severity severity, String id, String file, Object... arguments) {
        return new Finding(severity, id, file, 0, 0, 0, 0, TEXTS.text(id, arguments));
    }

    private static String named(Collection<Integer> codePoints) {
        String list = codePoints.stream().limit(NAMED).map(c -> "%s (U+%04X)".formatted(Character.toString(c), c)).collect(Collectors.joining(", "));
        return codePoints.size() > NAMED ? list + "…" : list;
    }
}
