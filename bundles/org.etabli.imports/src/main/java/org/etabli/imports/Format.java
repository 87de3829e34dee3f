package org.etabli.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.model.InvalidInputException;

/** What can be imported, by the end of the file's name. */
enum Format {
    MARKDOWN("md", "markdown"),
    ASCIIDOC("adoc", "asciidoc", "asc"),
    DOCX("docx", "docm"),
    TEXT("txt", "text", "");

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final List<String> extensions;

    Format(String... extensions) {
        this.extensions = List.of(extensions);
    }

    /** Empty for one that is not read. A DOCX is one whatever it is called. */
    static Optional<Format> of(String name, byte[] bytes) {
        if (bytes.length > ZIP.length && java.util.Arrays.equals(bytes, 0, ZIP.length, ZIP, 0, ZIP.length))
            return Optional.of(DOCX);
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(f -> f.extensions.contains(extension)).findFirst();
    }

    static String known() {
        return Stream.of(values()).flatMap(f -> f.extensions.stream()).filter(e -> !e.isEmpty()).map(e -> "." + e).collect(Collectors.joining(", "));
    }

    Source read(String text, Report report) throws InvalidInputException {
        return switch (this) {
            case MARKDOWN -> MarkdownReader.read(text, report);
            case ASCIIDOC -> AsciidocReader.read(text, report);
            case TEXT -> TextReader.read(text, report);
            case DOCX -> throw new IllegalArgumentException("no text");
        };
    }
}
