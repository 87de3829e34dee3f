package org.etabli.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.etabli.markdown.CharterText;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.Letters;
import org.etabli.yaml.YamlText;

/** Makes a charter of a document that somebody wrote elsewhere. Nothing is dropped: it is in the charter or in the report. */
public final class Importer {
    static final int LARGEST_FILE = 20 * 1024 * 1024;
    private static final Pattern ADOPTION = Pattern.compile("délibération\\s+(?:n[°o]|du\\b)|adoptée?s?\\s+(?:le|par|en)\\b|adopted\\s+(?:on|by)\\b|by\\s+resolution\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final String name;
    private final byte[] bytes;
    private final Report report;

    private Importer(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        this.report = new Report(name);
    }

    /**
     * @param lang of the document; guessed where it is empty
     * @throws InvalidInputException when the file is too large, broken, or of a format that is not read
     */
    public static Imported read(Path file, Optional<Lang> lang) throws IOException, InvalidInputException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.getFileName().toString(), in.readNBytes(LARGEST_FILE + 1), lang);
        }
    }

    /** @param name of the file, which tells its format, and stands in the report */
    public static Imported read(String name, byte[] bytes, Optional<Lang> lang) throws InvalidInputException {
        return new Importer(name, bytes).read(lang);
    }

    private Imported read(Optional<Lang> lang) throws InvalidInputException {
        if (bytes.length > LARGEST_FILE)
            throw report.refusal("too-large", LARGEST_FILE / 1024 / 1024);
        Format format = Format.of(name, bytes).orElseThrow(() -> report.refusal("format", Format.known()));
        Source source;
        if (format == Format.DOCX) {
            source = DocxReader.read(bytes, report);
        } else {
            String text = Decoded.text(bytes, report);
            if (format == Format.MARKDOWN && isCharter(text)) {
                report.info("already", 0);
                return new Imported(text, report.findings());
            }
            source = format.read(text, report);
        }
        if (source.blocks().isEmpty())
            throw report.refusal("empty");
        return charter(source, lang);
    }

    private boolean isCharter(String text) {
        return text.startsWith("---") && CharterText.parse(name, text).frontMatter().flatMap(f -> f.root().at(List.of("schema")))
                .filter(n -> n instanceof org.etabli.yaml.Node.Scalar s && s.text().startsWith("etabli/charter/")).isPresent();
    }

    private Imported charter(Source source, Optional<Lang> given) throws InvalidInputException {
        source.blocks().stream().filter(b -> b instanceof Block.Paragraph p && ADOPTION.matcher(p.words().plain()).find()).findFirst()
                .ifPresent(b -> report.info("adoption", b.line()));
        Lang lang = given.orElseGet(() -> Language.guess(source.blocks()));
        if (given.isEmpty())
            report.info("language", 0, ImportMessages.TEXTS.text("language." + lang.locale().getLanguage()));
        Outline outline = Outline.of(source.blocks(), source.title().orElse(withoutExtension(name)), lang, report);
        String text = CharterWriter.write(outline, lang, report);
        if (text.length() > YamlText.MAX_LENGTH)
            throw report.refusal("too-long", YamlText.MAX_LENGTH / 1024 / 1024);
        List<Finding> findings = CharterText.parse("charter.md", text).findings();
        if (findings.stream().anyMatch(f -> f.id().equals("charter.tangled")))
            throw report.refusal("tangled-text");
        if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR))
            throw new IllegalStateException("the charter made of " + name + " cannot be read");
        return new Imported(text, report.findings());
    }

    private static String withoutExtension(String name) {
        String stem = Letters.composed(name).replaceFirst("\\.\\p{Alnum}+$", "").replace('_', ' ').strip();
        return stem.isEmpty() ? name : stem;
    }
}
