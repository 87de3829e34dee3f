package org.etabli.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private static final Messages TEXTS = Messages.beside(DocumentFiles.class);
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
    private final List<String> formats;
    private final LocalDate day;
    private final List<DocumentFile> files = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Throwable> failures = new LinkedHashMap<>();

    /**
     * @param formats of {@link org.etabli.annex.Annexes#FORMATS}
     * @param day     of which the documents speak
     */
    public DocumentFiles(Renderer renderer, List<String> formats, LocalDate day) {
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
        Making making = new Making(id, title, text, made);
        List<String> failed = formats.stream().filter(f -> !making.make(f)).toList();
        if (!failed.isEmpty())
            findings.add(finding(Severity.ERROR, "annex.failed", id + "." + failed.getFirst(), title, String.join(", ", failed)));
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

    /** One document on its way. */
    private final class Making {
        private final String id;
        private final Text title;
        private final Supplier<AnnexDocument> source;
        private final Consumer<DocumentFile> made;
        private AnnexDocument document;
        private Renderer.Rendered rendered;

        private Making(String id, Text title, Supplier<AnnexDocument> source, Consumer<DocumentFile> made) {
            this.id = id;
            this.title = title;
            this.source = source;
            this.made = made;
        }

        /** @return whether it could be made */
        private boolean make(String format) {
            String name = id + "." + format;
            long start = System.nanoTime();
            try {
                Renderer.Pdf pdf = format.equals("pdf") ? rendered().pdf(day) : null;
                byte[] content = pdf != null ? pdf.content() : content(format);
                DocumentFile file = new DocumentFile(name, content, pdf != null ? pdf.pages() : 0, (System.nanoTime() - start) / 1e9);
                files.add(file);
                if (pdf != null && !pdf.replaced().isEmpty())
                    findings.add(finding(Severity.WARNING, "annex.replaced", name, title, named(pdf.replaced())));
                made.accept(file);
                return true;
            } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
                // whatever it is, the other documents do not depend on it
                failures.put(name, e);
                return false;
            }
        }

        private byte[] content(String format) throws IOException {
            return switch (format) {
                case "adoc" -> document().asciidoc().getBytes(StandardCharsets.UTF_8);
                case "docx" -> rendered().docx();
                case "html" -> rendered().html().getBytes(StandardCharsets.UTF_8);
                default -> throw new IllegalArgumentException(format);
            };
        }

        private AnnexDocument document() {
            if (document == null)
                document = source.get();
            return document;
        }

        private Renderer.Rendered rendered() {
            if (rendered == null)
                rendered = renderer.render(document());
            return rendered;
        }
    }

    private static String named(Collection<Integer> codePoints) {
        String list = codePoints.stream().limit(NAMED).map(c -> "%s (U+%04X)".formatted(Character.toString(c), c)).collect(Collectors.joining(", "));
        return codePoints.size() > NAMED ? list + "…" : list;
    }
}
