package org.etabli.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.etabli.annex.Steps;
import org.etabli.annex.Steps.Document;
import org.etabli.annex.Steps.State;
import org.etabli.annex.Steps.Step;
import org.etabli.annex.Wording;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.Standing;
import org.etabli.model.Dossier;
import org.etabli.model.InvalidInputException;

/** {@code status DOSSIER}: the home of a dossier, as the window shows it: its class, its steps, and what comes next. */
final class StatusCommand {
    private final Main main;

    StatusCommand(Main main) {
        this.main = main;
    }

    /** @return {@link Main#FINDINGS} while something is still to be done, {@link Main#INVALID} where a file cannot be read */
    int run(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("date", "law"), Set.of("json"));
        Path folder = Path.of(args.path());
        DossierFolder.require(folder);
        Standing standing = main.standing(folder, args);
        Steps.Home home = Steps.of(standing);
        List<Step> steps = home.steps();
        Optional<Step> next = Steps.next(steps);
        Optional<Dossier> dossier = standing.file(DossierFile.DOSSIER).value();
        if (args.flag("json"))
            main.out.println(json(standing, dossier, home, next));
        else
            print(standing, dossier, steps, next);
        return standing.isRefused() ? Main.INVALID : next.isPresent() ? Main.FINDINGS : Main.OK;
    }

    private void print(Standing standing, Optional<Dossier> dossier, List<Step> steps, Optional<Step> next) throws IOException, InvalidInputException {
        main.lines(new Wording(standing.law(), main.lang).own());
        dossier.ifPresent(d -> main.out.println(d.title().replaceAll("\\p{Cntrl}+", " ")));
        if (!standing.file(DossierFile.FACTS).isRefused())
            main.say("status.class", new Wording(standing.law(), main.lang).headline(standing.decision()));
        for (Step step : steps)
            main.say(step.optional() ? "status.step-optional" : "status.step", step.state().title().in(main.lang), step.title().in(main.lang), step.words().in(main.lang));
        next.ifPresentOrElse(s -> main.say("status.next", s.title().in(main.lang)), () -> main.say("status.nothing"));
    }

    private static String json(Standing standing, Optional<Dossier> dossier, Steps.Home home, Optional<Step> next) throws IOException, InvalidInputException {
        Optional<String> id = standing.file(DossierFile.FACTS).isRefused() ? Optional.empty() : Optional.of(standing.decision().classId());
        return Json.write(json -> {
            json.writeStartObject();
            if (dossier.isPresent())
                json.writeStringField("dossier", dossier.get().id());
            if (id.isPresent())
                json.writeStringField("class", id.get());
            json.writeArrayFieldStart("steps");
            for (Step step : home.steps()) {
                json.writeStartObject();
                json.writeStringField("id", step.id());
                json.writeStringField("state", step.state().code());
                json.writeBooleanField("optional", step.optional());
                Json.text(json, "title", step.title());
                Json.text(json, "words", step.words());
                if (step.file().isPresent())
                    json.writeStringField("file", step.file().get().name());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("documents");
            for (Document document : home.documents()) {
                json.writeStartObject();
                json.writeStringField("id", document.id());
                Json.text(json, "title", document.title());
                json.writeBooleanField("made", document.made());
                json.writeEndObject();
            }
            json.writeEndArray();
            if (next.isPresent())
                json.writeStringField("next", next.get().id());
            json.writeBooleanField("blocked", home.steps().stream().anyMatch(s -> s.state() == State.BLOCKED));
            json.writeEndObject();
        });
    }
}
