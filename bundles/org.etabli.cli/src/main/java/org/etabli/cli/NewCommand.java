package org.etabli.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.etabli.dossier.Content;
import org.etabli.dossier.Examples;
import org.etabli.model.InvalidInputException;

/** {@code new DOSSIER}: a dossier, empty or after an example. */
final class NewCommand {
    private final Main main;

    NewCommand(Main main) {
        this.main = main;
    }

    int run(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("example", "title"), Set.of());
        Path folder = Path.of(args.path());
        Content content = main.content();
        if (args.option("example").isPresent())
            Examples.copy(content, args.option("example").get(), folder);
        else
            Examples.create(args.option("title").orElse(folder.toAbsolutePath().normalize().getFileName().toString()), folder, main.lang);
        main.say("created", folder.toAbsolutePath().normalize());
        main.say("next-step", quoted(folder));
        return Main.OK;
    }

    /** A path as it may be typed again. */
    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\p{L}\\p{M}\\p{N}./\\\\_:@%+-]+") ? text : "\"" + text + "\"";
    }
}
