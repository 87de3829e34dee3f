package org.etabli.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.etabli.dossier.DossierFile;
import org.etabli.dossier.DossierPaths;
import org.etabli.imports.Imported;
import org.etabli.imports.Importer;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;

/** {@code etabli charter import}: a document that exists becomes the charter of a dossier; what was not understood is printed. */
final class CharterImport {
    private final Main main;

    CharterImport(Main main) {
        this.main = main;
    }

    /** @param words behind the command: the document and the folder */
    int run(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of(), Set.of());
        if (args.paths().size() != 2)
            throw new UsageException("import.paths");
        Path folder = Path.of(args.paths().get(1));
        Path charter = folder.resolve(DossierFile.CHARTER.name());
        if (!Files.isDirectory(folder))
            throw new NoSuchFileException(folder.toString());
        if (Files.exists(charter, LinkOption.NOFOLLOW_LINKS))
            throw new UsageException("import.exists", charter);
        Imported imported = Importer.read(Path.of(args.paths().get(0)), main.given);
        DossierPaths.of(folder).write(DossierFile.CHARTER.name(), imported.text().getBytes(StandardCharsets.UTF_8));
        DossierPaths.of(folder).write(Imported.REPORT, imported.said(main.lang).getBytes(StandardCharsets.UTF_8));
        imported.report().forEach(f -> main.out.println(f.line(main.lang)));
        main.say("import.done", charter, Imported.REPORT, imported.report().size(), imported.report().stream().filter(f -> f.severity() == Severity.WARNING).count());
        return Main.OK;
    }
}
