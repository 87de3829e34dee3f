package org.etabli.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.etabli.annex.Annexes;
import org.etabli.annex.Chain;
import org.etabli.annex.Wording;
import org.etabli.dossier.CharterFolder;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.LawLibrary;
import org.etabli.model.InvalidInputException;
import org.etabli.rules.Law;

/** {@code explain DOSSIER ID}: why a fact, rule, class, duty, doubt or clause is there, and what it is for. */
final class Explain {
    /** What is given or judged, not concluded. */
    private static final Set<Chain.Kind> GIVEN = Set.of(Chain.Kind.FACT, Chain.Kind.COMMITMENT);

    private final Main main;
    private Wording wording;

    Explain(Main main) {
        this.main = main;
    }

    int run(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("date", "law"), Set.of());
        if (args.paths().size() != 2)
            throw new UsageException("explain");
        Path folder = Path.of(args.paths().get(0));
        String id = args.paths().get(1);
        LocalDate date = args.date("date").orElseGet(main.today);
        Content content = main.contentOf(folder);
        LawLibrary library = new LawLibrary(content);
        Law law = library.law(date, args.option("law"));
        DossierFolder dossier = DossierFolder.load(folder, content, library.catalogue());
        main.warn(dossier.findings());
        wording = new Wording(law, main.lang);
        CharterFolder charter = CharterFolder.load(folder, content, library);
        Chain chain = new Annexes(content, charter).chain(law, law.evaluate(dossier.facts()), main.lang);
        List<Chain.Explanation> found = chain.explain(id);
        if (found.isEmpty())
            throw new UsageException("explain-unknown", id, String.join(", ", chain.ids().stream().filter(i -> i.contains(id) || id.contains(i)).limit(8).toList()));
        for (Chain.Explanation explanation : found) {
            tree(explanation.link(), "");
            if (!explanation.uses().isEmpty())
                main.say("explain.uses");
            for (Chain.Link use : explanation.uses())
                main.out.println("  " + line(use));
        }
        return Main.OK;
    }

    private void tree(Chain.Link link, String indent) {
        main.out.println(indent + line(link));
        for (Chain.Link below : link.because())
            tree(below, indent + "  ");
    }

    private String line(Chain.Link link) {
        return main.text("explain.line", main.text("explain.truth." + (GIVEN.contains(link.kind()) ? "fact" : link.truth().name().toLowerCase(Locale.ROOT))),
                main.text("explain." + link.kind().name().toLowerCase(Locale.ROOT)), link.id(), link.text(),
                link.source().isEmpty() ? "" : " (" + wording.articles(link.source()) + ")");
    }
}
