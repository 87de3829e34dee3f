package org.etabli.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.Trust;
import org.etabli.model.InvalidInputException;

/** {@code etabli trust}: of which dossiers the user trusts the authors. */
final class TrustCommand {
    private final Main main;

    TrustCommand(Main main) {
        this.main = main;
    }

    int run(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of(), Set.of("off"));
        Trust trust = Trust.ofUser();
        if (args.paths().isEmpty() && !args.flag("off")) {
            List<Path> places = trust.places();
            main.say(places.isEmpty() ? "trust.none" : "trust.list");
            places.forEach(p -> main.out.println("  " + p));
            return Main.OK;
        }
        Path dossier = Path.of(args.path());
        boolean on = !args.flag("off");
        // what is no dossier any more can still be taken back
        if (on)
            DossierFolder.require(dossier);
        boolean changed = trust.set(dossier, on);
        main.say(on ? changed ? "trust.on" : "trust.on-already" : changed ? "trust.off" : "trust.off-already", Trust.place(dossier));
        return Main.OK;
    }
}
