package org.etabli.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.etabli.dossier.ContentProof;

/** {@code prove}: the proof of the content. Its messages name rules and files, for whoever writes content; they are English, as the keys of the files are. */
final class ProveCommand {
    private final Main main;

    ProveCommand(Main main) {
        this.main = main;
    }

    int run(List<String> words) throws UsageException, IOException {
        Arguments args = new Arguments(words, Set.of(), Set.of());
        ContentProof proof = new ContentProof(args.paths().isEmpty() ? main.content() : main.content().of(Path.of(args.path())));
        List<String> problems;
        try (Progress progress = new Progress(main.err)) {
            progress.say(main.text("prove.progress"));
            problems = proof.run();
        }
        problems.forEach(main.out::println);
        proof.combinations().forEach((law, count) -> main.say("prove.law", law, String.format(Locale.ROOT, "%.0e", count.doubleValue())));
        main.say(problems.isEmpty() ? "prove.nothing" : "prove.some", proof.cases(), proof.citations(), problems.size());
        return problems.isEmpty() ? Main.OK : Main.FINDINGS;
    }
}
