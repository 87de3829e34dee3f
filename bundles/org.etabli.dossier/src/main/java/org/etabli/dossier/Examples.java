package org.etabli.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.model.Dossier;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.Letters;
import org.etabli.model.Text;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.DossierReader;
import org.etabli.yaml.FileSet;
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlEdits;
import org.etabli.yaml.YamlText;

/** New dossiers: empty ones, and copies of the examples. */
public final class Examples {
    private static final String PROJECTS = "projects.yaml";
    private static final Pattern SENTENCE = Pattern.compile("^(.{20,}?[.!?])(?=\\s|$)", Pattern.DOTALL);
    /** What a project's text begins with: the number of its record, and where that is taken from. */
    private static final Pattern RECORD = Pattern.compile("^(P\\d+ \\([^)]*\\))\\. ");

    /**
     * What one can start from: a whole dossier, or a real project of which little more than the facts is known.
     *
     * @param name    how the command line asks for it
     * @param summary one sentence: what the tool is for
     */
    public record Example(String name, Text title, Text summary) {
    }

    private Examples() {
    }

    public static List<String> names(Content content) throws IOException {
        try (Stream<Path> list = Files.list(content.builtIn().resolve("examples"))) {
            return list.filter(DossierFolder::isDossier).map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    /** Every example with its title and a sentence: the whole dossiers first. */
    public static List<Example> all(Content content) throws IOException, InvalidInputException {
        List<Example> all = new ArrayList<>();
        for (String name : names(content)) {
            Dossier dossier = DossierReader.read(read(content, Path.of(name, DossierFile.DOSSIER.name())));
            all.add(new Example(name, Text.same(dossier.title()), Text.same(sentence(dossier.need()))));
        }
        for (YamlText project : projects(content))
            all.add(new Example(word(project, "id"), text(project, "title"), new Text(sentence(word(project, "source", "fr")), sentence(word(project, "source", "en")))));
        return List.copyOf(all);
    }

    private static YamlText read(Content content, Path file) throws IOException, InvalidInputException {
        String name = file.getFileName().toString();
        return YamlText.parse(name, AtomicFiles.read(content.builtIn().resolve("examples").resolve(file), name));
    }

    private static List<YamlText> projects(Content content) throws IOException, InvalidInputException {
        return YamlText.parseAll(PROJECTS, AtomicFiles.read(content.builtIn().resolve("examples").resolve(PROJECTS), PROJECTS));
    }

    private static String word(YamlText text, String... path) {
        return text.root().at(List.of(path)).filter(Node.Scalar.class::isInstance).map(n -> ((Node.Scalar) n).text().strip()).orElse("");
    }

    private static Text text(YamlText text, String key) {
        return new Text(word(text, key, "fr"), word(text, key, "en"));
    }

    /** The first sentence of a text, after the number of its record. */
    private static String sentence(String text) {
        String plain = withoutRecord(text).replaceAll("\\s+", " ");
        Matcher first = SENTENCE.matcher(plain);
        return first.find() ? first.group(1) : plain;
    }

    private static String withoutRecord(String text) {
        return RECORD.matcher(text.strip()).replaceFirst("");
    }

    private static String record(String text) {
        Matcher record = RECORD.matcher(text.strip());
        return record.find() ? record.group(1) : "";
    }

    /** @throws InvalidInputException when there is no such example, or the folder holds something already: nothing is written then */
    public static void copy(Content content, String name, Path folder) throws IOException, InvalidInputException {
        place(folder, files(content, name));
    }

    /** By their paths in the dossier, with slashes; {@code dossier.yaml}, which makes it one, comes last. */
    private static Map<String, byte[]> files(Content content, String name) throws IOException, InvalidInputException {
        if (!names(content).contains(name))
            return project(content, name);
        Path example = content.builtIn().resolve("examples").resolve(name);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(example)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (Path file : files)
            contents.put(example.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        contents.put(DossierFile.DOSSIER.name(), contents.remove(DossierFile.DOSSIER.name()));
        return contents;
    }

    /** Where there is no folder yet it appears with all its files; one that is there and empty gets them as a set. */
    private static void place(Path folder, Map<String, byte[]> files) throws IOException, InvalidInputException {
        // a process that was ended had begun: the same again finds it finished
        if (Files.isDirectory(folder) && FileSet.recover(folder) && FileSet.holds(folder, files))
            return;
        refuseOccupied(folder);
        if (Files.exists(folder))
            FileSet.write(folder, files, List.of());
        else
            FileSet.create(folder, files);
    }

    /** The same under a title of one's own. */
    public static void copy(Content content, String name, Path folder, String title) throws IOException, InvalidInputException {
        Map<String, byte[]> files = files(content, name);
        YamlText dossier = YamlText.parse(DossierFile.DOSSIER.name(), AtomicFiles.decode(files.get(DossierFile.DOSSIER.name()), DossierFile.DOSSIER.name()));
        Node.Span written = dossier.start(List.of("title"));
        if (!word(dossier, "title").equals(title))
            files.put(DossierFile.DOSSIER.name(), (dossier.text().substring(0, written.offset()) + YamlEdits.quoted(title)
                    + dossier.text().substring(dossier.root().at(List.of("title")).map(Node::span).orElse(written).end())).getBytes(StandardCharsets.UTF_8));
        place(folder, files);
    }

    /** A project becomes a dossier: its facts word for word, and as its need what the source says of it. */
    private static Map<String, byte[]> project(Content content, String name) throws IOException, InvalidInputException {
        YamlText project = projects(content).stream().filter(p -> word(p, "id").equals(name)).findFirst().orElse(null);
        if (project == null)
            throw invalid("example.unknown", name, all(content).stream().map(Example::name).collect(Collectors.joining(", ")));
        // French is the language of the source
        String source = word(project, "source", "fr");
        return files(DossierMessages.TEXTS.get(Lang.FR, "new.project-facts", YamlEdits.quoted(name), facts(project)), DossierMessages.TEXTS.get(Lang.FR, "new.project", YamlEdits.quoted(name),
                YamlEdits.quoted(word(project, "title", "fr")), nobody(Lang.FR), YamlEdits.quoted(withoutRecord(source)), record(source)));
    }

    private static Map<String, byte[]> files(String facts, String dossier) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(DossierFile.FACTS.name(), facts.getBytes(StandardCharsets.UTF_8));
        files.put(DossierFile.DOSSIER.name(), dossier.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** The facts as they are written, comments and all. */
    private static String facts(YamlText project) {
        Node.Span first = project.root().at(List.of("facts")).map(Node::span).orElse(project.root().span());
        int line = project.text().lastIndexOf('\n', first.offset()) + 1;
        return project.text().substring(line, first.end()).stripTrailing() + "\n";
    }

    /** A dossier that says nothing yet but its name. */
    public static void create(String title, Path folder, Lang lang) throws IOException, InvalidInputException {
        place(folder, files(DossierMessages.TEXTS.get(lang, "new.facts"),
                DossierMessages.TEXTS.get(lang, "new.dossier", YamlEdits.quoted(id(title)), YamlEdits.quoted(title), nobody(lang))));
    }

    /** The name of an authority that nobody has named yet. */
    static String nobody(Lang lang) {
        return DossierMessages.TEXTS.get(lang, "new.nobody");
    }

    /** Letters and digits of a title, joined by hyphens. */
    static String id(String title) {
        String id = Letters.slug(title);
        return id.isEmpty() ? "dossier" : id;
    }

    private static void refuseOccupied(Path folder) throws IOException, InvalidInputException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> list = Files.list(folder)) {
                if (list.anyMatch(f -> !FileSet.isOurs(f.getFileName().toString())))
                    throw invalid("new.occupied", folder, "");
            }
        } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw invalid("new.occupied", folder, "");
        }
    }

    private static InvalidInputException invalid(String key, Object subject, String more) {
        return new InvalidInputException(new Finding(Severity.ERROR, key, String.valueOf(subject), 0, 0, 0, 0, DossierMessages.TEXTS.text(key, subject, more)));
    }
}
