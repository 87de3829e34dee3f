package org.etabli.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.YamlEdits;

/** New dossiers: empty ones, and copies of the examples. */
public final class Examples {

    private Examples() {
    }

    public static List<String> names(Content content) throws IOException {
        try (Stream<Path> list = Files.list(content.builtIn().resolve("examples"))) {
            return list.filter(DossierFolder::isDossier).map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    /** @throws InvalidInputException when there is no such example, or the folder holds something already: nothing is written then */
    public static void copy(Content content, String name, Path folder) throws IOException, InvalidInputException {
        if (!names(content).contains(name))
            throw invalid("example.unknown", name, String.join(", ", names(content)));
        refuseOccupied(folder);
        Path example = content.builtIn().resolve("examples").resolve(name);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(example)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = folder.resolve(example.relativize(file).toString());
            Files.createDirectories(target.getParent());
            AtomicFiles.write(target, Files.readAllBytes(file));
        }
    }

    /** A dossier that says nothing yet but its name. */
    public static void create(String title, Path folder, Lang lang) throws IOException, InvalidInputException {
        refuseOccupied(folder);
        Files.createDirectories(folder);
        AtomicFiles.write(folder.resolve(DossierFolder.DOSSIER), DossierMessages.TEXTS.get(lang, "new.dossier", YamlEdits.quoted(id(title)), YamlEdits.quoted(title), nobody(lang)));
        AtomicFiles.write(folder.resolve(DossierFolder.FACTS), DossierMessages.TEXTS.get(lang, "new.facts"));
    }

    /** The name of an authority that nobody has named yet. */
    static String nobody(Lang lang) {
        return DossierMessages.TEXTS.get(lang, "new.nobody");
    }

    /** Letters and digits of a title, joined by hyphens. */
    static String id(String title) {
        String plain = java.text.Normalizer.normalize(title, java.text.Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(java.util.Locale.ROOT);
        String id = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return id.isEmpty() ? "dossier" : id;
    }

    private static void refuseOccupied(Path folder) throws IOException, InvalidInputException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> list = Files.list(folder)) {
                if (list.findAny().isPresent())
                    throw invalid("new.occupied", folder, "");
            }
        } else if (Files.exists(folder)) {
            throw invalid("new.occupied", folder, "");
        }
    }

    private static InvalidInputException invalid(String key, Object subject, String more) {
        return new InvalidInputException(new Finding(Severity.ERROR, key, String.valueOf(subject), 0, 0, 0, 0, DossierMessages.TEXTS.text(key, subject, more)));
    }
}
