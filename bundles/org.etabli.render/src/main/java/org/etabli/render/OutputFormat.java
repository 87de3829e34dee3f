package org.etabli.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.etabli.annex.AnnexDocument;
import org.etabli.model.Text;

/** The formats of a document: the one place that knows their names, how each is made, and what it is opened with. */
public enum OutputFormat {
    ADOC("adoc", true, Use.KEPT, (source, day) -> Made.of(source.document().asciidoc())),
    HTML("html", true, Use.SHOWN, (source, day) -> Made.of(source.rendered().html())),
    PDF("pdf", true, Use.OPENED, (source, day) -> {
        Renderer.Pdf pdf = source.rendered().pdf(day);
        return new Made(pdf.content(), pdf.pages(), pdf.replaced());
    }),
    DOCX("docx", false, Use.OPENED, (source, day) -> new Made(source.rendered().docx(), 0, Set.of()));

    /** What is done with it in the window. */
    private enum Use {
        KEPT, SHOWN, OPENED
    }

    /**
     * A document in one of its formats.
     *
     * @param pages    of a PDF; else 0
     * @param replaced characters that it cannot show, by code point
     */
    record Made(byte[] content, int pages, Set<Integer> replaced) {
        private static Made of(String text) {
            return new Made(text.getBytes(StandardCharsets.UTF_8), 0, Set.of());
        }
    }

    /** A document on its way, made and rendered once for all formats. */
    static final class Source {
        private final Renderer renderer;
        private final Supplier<AnnexDocument> source;
        private AnnexDocument document;
        private Renderer.Rendered rendered;

        Source(Renderer renderer, Supplier<AnnexDocument> source) {
            this.renderer = renderer;
            this.source = source;
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

    private interface Making {
        Made make(Source source, LocalDate day) throws IOException;
    }

    private final String extension;
    private final boolean usual;
    private final Use use;
    private final Making making;

    OutputFormat(String extension, boolean usual, Use use, Making making) {
        this.extension = extension;
        this.usual = usual;
        this.use = use;
        this.making = making;
    }

    /** Its name on the command line, and the end of a file's. */
    public String extension() {
        return extension;
    }

    /** Whether it is made where nobody says which. */
    public boolean isUsual() {
        return usual;
    }

    /** Whether the window shows it itself. */
    public boolean isShown() {
        return use == Use.SHOWN;
    }

    /** Whether it is opened with another program. */
    public boolean isOpened() {
        return use == Use.OPENED;
    }

    /** What a button says that opens it. */
    public Text opening() {
        return DocumentFiles.TEXTS.text("format.open." + extension);
    }

    public String fileName(String document) {
        return document + "." + extension;
    }

    /** @param day of which the document speaks */
    Made make(Source source, LocalDate day) throws IOException {
        return making.make(source, day);
    }

    public static Optional<OutputFormat> named(String extension) {
        return Arrays.stream(values()).filter(f -> f.extension.equals(extension)).findFirst();
    }

    /** The names of all. */
    public static List<String> names() {
        return Arrays.stream(values()).map(OutputFormat::extension).toList();
    }

    public static List<OutputFormat> usual() {
        return Arrays.stream(values()).filter(OutputFormat::isUsual).toList();
    }

    /** All, that which is shown first. */
    public static List<OutputFormat> shownFirst() {
        return Arrays.stream(values()).sorted((a, b) -> Boolean.compare(b.isShown(), a.isShown())).toList();
    }
}
