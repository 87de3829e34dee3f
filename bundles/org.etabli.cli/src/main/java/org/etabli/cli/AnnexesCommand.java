package org.etabli.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.etabli.annex.Annexes;
import org.etabli.annex.Wording;
import org.etabli.dossier.CharterFolder;
import org.etabli.dossier.Checker;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.DossierPaths;
import org.etabli.dossier.Standing;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.render.DocumentFiles.DocumentFile;
import org.etabli.render.DocumentFiles;
import org.etabli.render.OutputFormat;
import org.etabli.render.Renderer;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;

/** {@code annexes DOSSIER}: the documents, in the formats that are asked for. */
final class AnnexesCommand {
    private final Main main;

    AnnexesCommand(Main main) {
        this.main = main;
    }

    int run(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("out", "format", "only", "date", "law"), Set.of());
        Path folder = Path.of(args.path());
        Path own = folder.resolve("annexes");
        Path target = args.option("out").map(Path::of).orElse(own);
        List<OutputFormat> formats = formats(args);
        Standing standing = main.standing(folder, args);
        DossierFolder dossier = standing.dossier();
        LocalDate date = standing.day();
        Law law = standing.law();
        main.warn(dossier.findings());
        dossier.text(DossierFile.DOSSIER.name()).flatMap(Checker::unsaid).ifPresent(f -> main.err.println(f.line(main.lang)));
        new Wording(law, main.lang).own().forEach(main.err::println);
        CharterFolder charter = standing.charter();
        boolean unusable = charter.charterText().isPresent() && charter.charter().isEmpty();
        if (unusable) {
            main.warn(charter.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList());
            main.err.println(main.text("annex.charter-unusable"));
        }
        Annexes annexes = new Annexes(standing.content(), charter);
        List<String> ids = annexes.templates().stream().map(DocumentTemplate::id).toList();
        if (args.option("only").isPresent() && !ids.contains(args.option("only").get()))
            throw new UsageException(annexes.lacksCharter(args.option("only").get()) ? "only-charter" : "only", args.option("only").get(), String.join(", ", ids));
        Evaluation evaluation = standing.evaluation();
        Decision decision = standing.decision();
        List<DocumentTemplate> due = annexes.due(law, evaluation, decision);
        boolean unjudged = annexes.lacksReview(law, evaluation);
        if (unjudged) {
            main.err.println(main.text("annex.charter-unjudged", new Wording(law, main.lang).law()));
            if (annexes.templates().stream().anyMatch(t -> t.kind().equals(DocumentTemplate.ASSESSMENT) && args.option("only").filter(t.id()::equals).isPresent()))
                throw new UsageException("only-charter", args.option("only").get(), String.join(", ", due.stream().map(DocumentTemplate::id).toList()));
        }
        if (decision.classes().contains(Decision.PROHIBITED))
            main.err.println(main.text("annex.prohibited"));
        if (!decision.unlawful().isEmpty()) {
            Wording wording = new Wording(law, main.lang);
            decision.unlawful().forEach(u -> main.err.println(wording.unlawful(u)));
            main.err.println(main.text("annex.unlawful"));
        }

        DocumentFiles made;
        try (Progress progress = new Progress(main.err); Renderer renderer = new Renderer(main.engine)) {
            made = new DocumentFiles(renderer, formats, date);
            for (DocumentTemplate template : due)
                if (args.option("only").map(template.id()::equals).orElse(true)) {
                    progress.say(main.text("annex.progress", template.title().in(main.lang), due.indexOf(template) + 1, due.size()));
                    made.add(template.id(), template.title(), () -> annexes.document(template.id(), dossier, law, evaluation, decision, main.lang));
                }
        }
        main.warn(made.findings());
        Optional<Throwable> failure = made.failures().values().stream().findFirst();
        if (made.files().isEmpty() && failure.isPresent())
            throw new IllegalStateException(failure.get());
        failure.ifPresent(f -> main.err.println(Crash.detail(f, words, main.lang)));
        // everything is made before anything is written: a failure leaves the old files
        Map<String, byte[]> contents = new LinkedHashMap<>();
        made.files().forEach(f -> contents.put(f.name(), f.content()));
        List<String> gone = new ArrayList<>(made.failures().keySet());
        // elsewhere they may be somebody's copies
        if (Files.isDirectory(own) && Files.isDirectory(target) && Files.isSameFile(target, own))
            gone.addAll(DocumentFiles.names(annexes.stale(due)));
        List<String> removed = DossierPaths.of(folder).writeSet(target, contents, gone);
        for (DocumentFile file : made.files())
            main.say(file.pages() > 0 ? "annex.pages" : "annex.file", target.resolve(file.name()), file.pages(), String.format(main.lang.locale(), "%.2f", file.seconds()));
        removed.forEach(n -> main.say("annex.removed", target.resolve(n)));
        return !decision.isTenderable() || unusable || unjudged || failure.isPresent() ? Main.FINDINGS : Main.OK;
    }

    private static List<OutputFormat> formats(Arguments args) throws UsageException {
        if (args.option("format").isEmpty())
            return OutputFormat.usual();
        List<OutputFormat> formats = new ArrayList<>();
        for (String name : args.option("format").get().toLowerCase(Locale.ROOT).split(","))
            formats.add(OutputFormat.named(name).orElseThrow(() -> new UsageException("format", name, String.join(", ", OutputFormat.names()))));
        return formats;
    }
}
