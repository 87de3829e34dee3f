package org.etabli.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    public static final String DOSSIER = "dossier.yaml";
    public static final String FACTS = "facts.yaml";
    /** The authority's charter, where the dossier has one. */
    public static final String CHARTER = "charter.md";

    public static boolean isDossier(Path folder) {
        return Files.isRegularFile(folder.resolve(DOSSIER));
    }

    /** @throws InvalidInputException when there is no dossier */
    public static void require(Path folder) throws InvalidInputException {
        if (!Files.isDirectory(folder))
            throw missing(folder.toString(), "dossier.no-folder");
        if (!isDossier(folder))
            throw missing(folder.resolve(DOSSIER).toString(), "dossier.no-file");
    }

    /** @throws InvalidInputException when a file is missing, unreadable, invalid or of a newer version: nothing is half read */
    public static DossierFolder load(Path folder, Content content, Catalogue catalogue) throws IOException, InvalidInputException {
        if (!Files.isDirectory(folder))
            throw missing(folder.toString(), "dossier.no-folder");
        List<Finding> findings = new ArrayList<>();
        List<YamlText> texts = new ArrayList<>();
        DossierPaths paths = DossierPaths.of(folder);
        YamlText dossier = read(paths, DOSSIER, content, "dossier", findings);
        texts.add(dossier);
        Facts facts = Facts.NONE;
        Optional<YamlText> text = readIfThere(paths, FACTS, content, "facts", findings);
        if (text.isPresent()) {
            FactsReader.Result result = new FactsReader(catalogue).read(text.get());
            Findings.refuseErrors(result.findings());
            findings.addAll(result.findings());
            facts = result.facts();
            texts.add(text.get());
            findings.addAll(new Identity(Optional.of(dossier)).contradictions(catalogue, text.get(), facts));
        }
        facts = new Identity(Optional.of(dossier)).fill(catalogue, facts);
        return new DossierFolder(folder, DossierReader.read(dossier), facts, texts, List.copyOf(findings));
    }

    /** The identity of a dossier, as far as its file can be read; without a word about what is wrong in it. */
    public static Optional<Dossier> identity(Path folder) {
        try {
            return Optional.of(DossierReader.read(YamlText.parse(DOSSIER, DossierPaths.of(folder).read(DOSSIER))));
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

    /**
     * A file of a dossier, validated.
     *
     * @param findings gets the warnings
     * @throws InvalidInputException with the errors
     */
    static Optional<YamlText> readIfThere(DossierPaths paths, String name, Content content, String kind, List<Finding> findings) throws IOException, InvalidInputException {
        return paths.exists(name) ? Optional.of(read(paths, name, content, kind, findings)) : Optional.empty();
    }

    /** @throws InvalidInputException when it is missing or invalid */
    static YamlText read(DossierPaths paths, String name, Content content, String kind, List<Finding> findings) throws IOException, InvalidInputException {
        String shown = paths.named(name).toString();
        try {
            YamlText text = YamlText.parse(shown, paths.read(name));
            findings.addAll(paths.links(name));
            return validated(text, content, kind, findings);
        } catch (NoSuchFileException e) {
            throw missing(shown, "dossier.no-file");
        }
    }

    private static YamlText validated(YamlText text, Content content, String kind, List<Finding> findings) throws InvalidInputException {
        List<Finding> found = content.schemas().validate(text, kind);
        Findings.refuseErrors(found);
        findings.addAll(found);
        return text;
    }

    private static InvalidInputException missing(String path, String message) {
        return new InvalidInputException(new Finding(Severity.ERROR, message, path, 0, 0, 0, 0, DossierMessages.TEXTS.text(message, path)));
    }
}
