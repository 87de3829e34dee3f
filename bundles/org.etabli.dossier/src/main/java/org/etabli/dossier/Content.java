package org.etabli.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.etabli.model.InvalidInputException;
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
    private final Optional<Path> overrides;
    private final SchemaValidator schemas;
    private final Optional<NodeCache> cache;

    /** @param builtIn the folder {@code charters/} itself */
    public Content(Path builtIn) {
        this(builtIn, Optional.empty(), Optional.empty(), new SchemaValidator(builtIn.resolve("schemas")));
    }

    private Content(Path builtIn, Optional<Path> overrides, Optional<NodeCache> cache, SchemaValidator schemas) {
        this.builtIn = builtIn;
        this.overrides = overrides;
        this.cache = cache;
        this.schemas = schemas;
    }

    /** This content as a dossier sees it. */
    public Content of(Path dossier) {
        return new Content(builtIn, Optional.of(dossier.resolve(OVERRIDES)).filter(Files::isDirectory), cache, schemas);
    }

    /** This content, with its parsed files kept in a folder between processes. */
    public Content cached(Path folder) {
        return new Content(builtIn, overrides, Optional.of(new NodeCache(folder)), schemas);
    }

    public SchemaValidator schemas() {
        return schemas;
    }

    public Path builtIn() {
        return builtIn;
    }

    /** A file under its path in {@code charters/}, with slashes. */
    public Path file(String path) {
        return overrides.map(o -> o.resolve(path)).filter(Files::isRegularFile).orElse(builtIn.resolve(path));
    }

    /** Whether the dossier's own version of a file is used. */
    public boolean isOverridden(String path) {
        return overrides.map(o -> o.resolve(path)).filter(Files::isRegularFile).isPresent();
    }

    /** Paths of the files that the dossier replaces. */
    public List<String> overridden() {
        if (overrides.isEmpty())
            return List.of();
        try (Stream<Path> walk = Files.walk(overrides.get())) {
            return walk.filter(Files::isRegularFile).map(p -> overrides.get().relativize(p).toString().replace('\\', '/')).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the files in a folder, those of the dossier included, in order. */
    public List<String> names(String folder) {
        return Stream.concat(Stream.of(builtIn), overrides.stream()).map(p -> p.resolve(folder)).filter(Files::isDirectory).flatMap(p -> {
            try (Stream<Path> list = Files.list(p)) {
                return list.map(f -> f.getFileName().toString()).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).distinct().sorted().toList();
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
        byte[] bytes = Files.readAllBytes(file(path));
        String text = AtomicFiles.decode(bytes, path);
        if (isOverridden(path)) {
            YamlText own = YamlText.parse(path, text);
            Findings.refuseAll(schemas.validate(own, kind));
            return own;
        }
        Optional<Node> known = cache.flatMap(c -> c.get(bytes));
        if (known.isPresent())
            return new YamlText(path, text, known.get());
        YamlText parsed = YamlText.parse(path, text);
        cache.ifPresent(c -> c.put(bytes, parsed.root()));
        return parsed;
    }
}
