package org.etabli.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.etabli.dossier.LawLibrary;
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
            main.out.println(Json.questions(library.catalogue()));
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
}
