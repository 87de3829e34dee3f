package org.etabli.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.etabli.dossier.LawLibrary;
import org.etabli.model.Catalogue;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Question;

/** {@code questions}: every question, for people or for programs. */
final class QuestionsCommand {
    private final Main main;

    QuestionsCommand(Main main) {
        this.main = main;
    }

    int run(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("pack"), Set.of("json"));
        if (!args.paths().isEmpty())
            throw new UsageException("too-many-paths");
        LawLibrary library = new LawLibrary(main.content());
        String pack = args.option("pack").orElse(library.packs().get(0));
        if (!library.packs().contains(pack))
            throw new UsageException("unknown-pack", pack, String.join(", ", library.packs()));
        if (args.flag("json")) {
            main.out.println(json(library.catalogue()));
            return Main.OK;
        }
        for (var group : library.catalogue().groups()) {
            main.out.println();
            main.out.println(group.title().in(main.lang).toUpperCase(main.lang.locale()));
            for (Question q : library.catalogue().inGroup(group.id())) {
                main.out.printf("  %-34s %-8s %s%n", q.id() + (q.brief() ? " *" : ""), main.text("type." + q.type().code()), q.text().in(main.lang));
                for (Question.Option option : q.options())
                    main.out.printf("  %-34s %-8s   %s : %s%n", "", "", option.id(), option.text().in(main.lang));
            }
        }
        main.out.println();
        main.say("brief-mark");
        return Main.OK;
    }

    /** An array, one question an object. */
    private static String json(Catalogue catalogue) {
        return Json.write(json -> {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (Question q : catalogue.questions()) {
                json.writeStartObject();
                json.writeStringField("id", q.id());
                json.writeStringField("type", q.type().code());
                json.writeStringField("group", q.group());
                json.writeBooleanField("brief", q.brief());
                if (!q.unit().isEmpty())
                    json.writeStringField("unit", q.unit());
                json.writeArrayFieldStart("options");
                for (Question.Option option : q.options()) {
                    json.writeStartObject();
                    json.writeStringField("id", option.id());
                    Json.text(json, "text", option.text());
                    Json.text(json, "help", option.meaning());
                    json.writeEndObject();
                }
                json.writeEndArray();
                Json.text(json, "question", q.text());
                Json.text(json, "help", q.meaning());
                json.writeObjectFieldStart("examples");
                Json.texts(json, "yes", q.yes());
                Json.texts(json, "no", q.no());
                json.writeEndObject();
                Json.words(json, "articles", q.articles());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
