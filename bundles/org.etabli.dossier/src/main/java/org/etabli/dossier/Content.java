package org.etabli.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.etabli.model.InvalidInputException;
import org.etabli.model.OwnContent;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.Node;
import org.etabli.yaml.NodeCache;
import org.etabli.yaml.SchemaValidator;
import org.etabli.yaml.YamlText;

/**
 * The files of {@code charters/}: those that come with Établi, and those of a dossier, which win where they have the same name.
 * Files that come with Établi have been validated by its tests; files of a dossier are validated when they are read.
 */
public final class Content {
    /** The folder of a dossier that holds its own versions of content files. */
    public static final String OVERRIDES = "charters";

    private final Path builtIn;
    private final OwnFiles own;
    private final SchemaValidator schemas;
    private final Optional<NodeCache> cache;
    private final boolean trusted;

    /** @param builtIn the folder {@code charters/} itself */
    public Content(Path builtIn) {
        this(builtIn, OwnFiles.NONE, false, Optional.empty(), new SchemaValidator(builtIn.resolve("schemas")));
    }

    private Content(Path builtIn, OwnFiles own, boolean trusted, Optional<NodeCache> cache, SchemaValidator schemas) {
        this.builtIn = builtIn;
        this.own = own;
        this.trusted = trusted;
        this.cache = cache;
        this.schemas = schemas;
    }

    /** This content as a dossier sees it. */
    public Content of(Path dossier) {
        OwnFiles brought = OwnFiles.of(DossierPaths.of(dossier), builtIn);
        return new Content(builtIn, brought, brought.isThere() && Trust.ofUser().has(dossier), cache, schemas);
    }

    /** This content, with its parsed files kept in a folder between processes. */
    public Content cached(Path folder) {
        return new Content(builtIn, own, trusted, Optional.of(new NodeCache(folder)), schemas);
    }

    public SchemaValidator schemas() {
        return schemas;
    }

    public Path builtIn() {
        return builtIn;
    }

    /** Where a file lies, by its path in {@code charters/}, with slashes. */
    public Path file(String path) {
        return own.has(path) ? own.place(path) : builtIn.resolve(path);
    }

    /** Whether the dossier's own version of a file is used. */
    public boolean isOverridden(String path) {
        return own.has(path);
    }

    /** Whether the dossier brings content; nothing but {@link #own()} and what reads says that it cannot be used. */
    public boolean isOwn() {
        return own.isThere();
    }

    /** Paths of the files that the dossier replaces or adds. */
    public List<String> overridden() {
        return own.paths();
    }

    /** Whether the user trusts the authors of what the dossier brings. */
    public boolean isTrusted() {
        return trusted;
    }

    /**
     * The same with all that results say about them: the one declaration that every result asks.
     *
     * @throws InvalidInputException when something of it cannot be used: a link that leads out, a name that is no day, a file too large
     */
    public List<OwnContent> own() throws InvalidInputException {
        own.refuse();
        return own.described();
    }

    /** Names of the files in a folder, those of the dossier included, in order. */
    public List<String> names(String folder) {
        return Stream.concat(builtInNames(builtIn.resolve(folder)), own.names(folder)).distinct().sorted().toList();
    }

    private static Stream<String> builtInNames(Path folder) {
        if (!Files.isDirectory(folder))
            return Stream.empty();
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(f -> f.getFileName().toString()).filter(n -> !n.startsWith(".")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text of a file that is no YAML.
     *
     * @throws InvalidInputException when it is no text
     */
    public String text(String path) throws IOException, InvalidInputException {
        return AtomicFiles.decode(bytes(path), path);
    }

    private byte[] bytes(String path) throws IOException, InvalidInputException {
        own.refuse();
        return own.has(path) ? own.bytes(path) : AtomicFiles.bytes(builtIn.resolve(path), path);
    }

    /**
     * The charters that others can start from, those of the dossier included.
     *
     * @throws InvalidInputException when one is no text
     */
    public List<CharterModel> models() throws IOException, InvalidInputException {
        return CharterModel.all(this);
    }

    /**
     * @param kind the kind of file that the schema names, for instance {@code clauses}
     * @throws InvalidInputException when a dossier's own file breaks its schema
     */
    public YamlText read(String path, String kind) throws IOException, InvalidInputException {
        byte[] bytes = bytes(path);
        String text = AtomicFiles.decode(bytes, path);
        if (isOverridden(path)) {
            YamlText brought = YamlText.parse(path, text);
            Findings.refuseAll(schemas.validate(brought, kind));
            return brought;
        }
        Optional<Node> known = cache.flatMap(c -> c.get(bytes));
        if (known.isPresent())
            return new YamlText(path, text, known.get());
        YamlText parsed = YamlText.parse(path, text);
        cache.ifPresent(c -> c.put(bytes, parsed.root()));
        return parsed;
    }
}
