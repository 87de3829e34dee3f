package org.etabli.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Catalogue;
import org.etabli.model.Dossier;
import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.yaml.DossierReader;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.YamlText;

/**
 * A dossier on disk, read and validated.
 *
 * @param folder   where it lies
 * @param facts    those of {@code facts.yaml}, where there is one, and those that {@code dossier.yaml} says already
 * @param findings warnings about what was read; errors never come here
 */
public record DossierFolder(Path folder, Dossier dossier, Facts facts, List<YamlText> texts, List<Finding> findings) {
    public static boolean isDossier(Path folder) {
        return Files.isRegularFile(folder.resolve(DossierFile.DOSSIER.name()));
    }

    /** @throws InvalidInputException when there is no dossier */
    public static void require(Path folder) throws InvalidInputException {
        if (!Files.isDirectory(folder))
            throw missing(folder.toString(), "dossier.no-folder");
        if (!isDossier(folder))
            throw missing(folder.resolve(DossierFile.DOSSIER.name()).toString(), "dossier.no-file");
    }

    /** The identity of a dossier, as far as its file can be read; without a word about what is wrong in it. */
    public static Optional<Dossier> identity(Path folder) {
        try {
            return Optional.of(DossierReader.read(YamlText.parse(DossierFile.DOSSIER.name(), DossierPaths.of(folder).read(DossierFile.DOSSIER.name()))));
        } catch (IOException | InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** The text of a file, where the dossier has it. */
    public Optional<YamlText> text(String name) {
        return texts.stream().filter(t -> t.name().equals(folder.resolve(name).toString())).findFirst();
    }

    /** A text of facts on its own. */
    public static FactsReader.Result readFacts(String name, String facts, Content content, Catalogue catalogue) throws InvalidInputException {
        List<Finding> findings = new ArrayList<>();
        YamlText text = validated(YamlText.parse(name, facts.startsWith("\uFEFF") ? facts.substring(1) : facts), content, "facts", findings);
        FactsReader.Result result = new FactsReader(catalogue).read(text);
        Findings.refuseErrors(result.findings());
        findings.addAll(result.findings());
        return new FactsReader.Result(result.facts(), findings);
    }

    private static YamlText validated(YamlText text, Content content, String kind, List<Finding> findings) throws InvalidInputException {
        List<Finding> found = content.schemas().validate(text, kind);
        Findings.refuseErrors(found);
        findings.addAll(found);
        return text;
    }

    static InvalidInputException missing(String path, String message) {
        return new InvalidInputException(new Finding(Severity.ERROR, message, path, 0, 0, 0, 0, DossierMessages.TEXTS.text(message, path)));
    }
}
