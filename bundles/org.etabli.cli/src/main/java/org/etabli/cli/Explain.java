package org.etabli.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.etabli.annex.Annexes;
import org.etabli.annex.Chain;
import org.etabli.annex.Wording;
import org.etabli.dossier.Standing;
import org.etabli.model.InvalidInputException;

/** {@code explain DOSSIER ID}: why whatever has an id, a number or an article is there, and what it is for. */
final class Explain {
    private final Main main;
    private Wording wording;

    Explain(Main main) {
        this.main = main;
    }

    int run(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("date", "law"), Set.of());
        if (args.paths().size() < 2)
            throw new UsageException("explain");
        Path folder = Path.of(args.paths().get(0));
        // a number stands behind its document, an article has several words
        String id = String.join(" ", args.paths().subList(1, args.paths().size()));
        Standing standing = main.standing(folder, args);
        main.warn(standing.dossier().findings());
        wording = new Wording(standing.law(), main.lang);
        Chain chain = new Annexes(standing.content(), standing.charter()).chain(standing.dossier(), standing.law(), standing.evaluation(), standing.decision(), main.lang);
        List<Chain.Explanation> found = chain.explain(id);
        if (found.isEmpty()) {
            List<String> near = chain.near(id);
            throw near.isEmpty() ? new UsageException("explain-nothing", id) : new UsageException("explain-unknown", id, String.join(", ", near));
        }
        main.lines(wording.own());
        found.forEach(this::print);
        return Main.OK;
    }

    private void print(Chain.Explanation explanation) {
        main.out.println(wording.link(explanation.link()));
        explanation.link().because().forEach(b -> tree(b, "  "));
        if (!explanation.uses().isEmpty())
            main.say("explain.uses");
        explanation.uses().forEach(use -> main.out.println("  " + wording.link(use)));
    }

    /** Facts that only exclude something do not unfold; each can be asked about in turn. */
    private void tree(Chain.Link link, String indent) {
        main.out.println(indent + wording.shortLink(link));
        if (!link.isExcludedByFacts())
            link.because().forEach(below -> tree(below, indent + "  "));
    }
}
