package org.etabli.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.Standing;
import org.etabli.model.Finding.Severity;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;

/** {@code check DOSSIER}: every finding, as the window shows them. */
final class CheckCommand {
    private final Main main;

    CheckCommand(Main main) {
        this.main = main;
    }

    int run(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("date", "law"), Set.of("json"));
        Path folder = Path.of(args.path());
        DossierFolder.require(folder);
        Standing standing = main.standing(folder, args);
        // what keeps a file from being used stands alone: the rest may only follow from it
        List<Finding> findings = standing.isRefused() ? standing.refusals() : standing.findings();
        findings.forEach(f -> main.out.println(args.flag("json") ? json(f) : f.line(main.lang)));
        long blocking = findings.stream().filter(f -> f.severity() != Severity.INFO).count();
        if (standing.isRefused())
            return Main.INVALID;
        if (!args.flag("json"))
            main.say(blocking == 0 ? "check.nothing" : "check.some", blocking, findings.size());
        return blocking == 0 ? Main.OK : Main.FINDINGS;
    }

    /** One line. */
    private static String json(Finding f) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("file", f.file());
            json.writeNumberField("line", f.line());
            json.writeNumberField("column", f.column());
            json.writeStringField("severity", f.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("id", f.id());
            Json.text(json, "message", f.message());
            json.writeEndObject();
        });
    }
}
