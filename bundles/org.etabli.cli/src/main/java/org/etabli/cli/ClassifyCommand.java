package org.etabli.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.etabli.annex.Wording;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.Standing;
import org.etabli.model.Decision;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Truth;
import org.etabli.rules.Law;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.YamlText;

/** {@code classify PATH…}: the decision on dossiers, on files of facts, and on streams of them. */
final class ClassifyCommand {
    /** How far the first key of a file is looked for. */
    private static final int PEEK = 1 << 16;

    private final Main main;

    ClassifyCommand(Main main) {
        this.main = main;
    }

    int run(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("date", "law"), Set.of("json", "trace"));
        if (args.paths().isEmpty())
            throw new UsageException("no-path");
        LocalDate date = args.date("date").orElseGet(main.today);
        boolean dossiers = args.paths().stream().anyMatch(p -> Files.isDirectory(Path.of(p)));
        Content content = main.content();
        if (dossiers)
            Main.prepare(content);
        LawLibrary library = new LawLibrary(content);
        int code = Main.OK;
        for (String path : args.paths())
            try {
                code = Math.max(code, classify(path, content, library, date, args));
            } catch (InvalidInputException e) {
                // one that cannot be read does not take the others with it
                code = main.refused(e);
            } catch (IOException e) {
                code = main.failed(e);
            }
        return code;
    }

    private int classify(String path, Content content, LawLibrary library, LocalDate date, Arguments args) throws UsageException, IOException, InvalidInputException {
        if (path.equals("-"))
            return stream(new FactStream("-", LineLimit.reader(System.in), new FactsReader(library.catalogue())), library.law(date, args.option("law")), date, args);
        return Files.isDirectory(Path.of(path)) ? classifyFolder(Path.of(path), content, library, args) : classifyFile(Path.of(path), content, library, date, args);
    }

    private int classifyFolder(Path folder, Content content, LawLibrary library, Arguments args) throws UsageException, IOException, InvalidInputException {
        Content own = content.of(folder);
        LawLibrary its = own.isOwn() ? new LawLibrary(own) : library;
        Standing standing = Standing.of(folder, own, its, main.today.get()).on(args.date("date"), args.option("law"));
        DossierFolder dossier = standing.dossier();
        main.warn(dossier.findings());
        main.out.writeBytes(describe(standing.law(), standing.decision(), new LawDay(standing.day(), args, dossier.dossier().launch()), args));
        return Main.OK;
    }

    private int classifyFile(Path file, Content content, LawLibrary library, LocalDate date, Arguments args) throws IOException, InvalidInputException {
        Law law = library.law(date, args.option("law"));
        // opened once: it may be a pipe
        try (BufferedReader in = LineLimit.reader(Files.newInputStream(file))) {
            if (!isFactsFile(in))
                return stream(new FactStream(file.toString(), in, new FactsReader(library.catalogue())), law, date, args);
            FactsReader.Result result = DossierFolder.readFacts(file.toString(), text(in), content, library.catalogue());
            main.warn(result.findings());
            main.out.writeBytes(describe(law, law.decide(file.getFileName().toString(), result.facts(), date), new LawDay(date, args, Optional.empty()), args));
            return Main.OK;
        } catch (java.nio.charset.CharacterCodingException e) {
            // the strict reader says where the wrong byte is
            AtomicFiles.read(file, file.toString());
            throw e;
        }
    }

    private static String text(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] some = new char[1 << 14];
        // of a text that is too long it is enough to see that it is
        for (int count = in.read(some); count >= 0 && text.length() <= YamlText.MAX_LENGTH; count = in.read(some))
            text.append(some, 0, count);
        return text.toString();
    }

    /** A facts file says so in its first key; anything else is a stream. The reader stands at the beginning afterwards. */
    private static boolean isFactsFile(BufferedReader in) throws IOException {
        in.mark(PEEK);
        StringBuilder line = new StringBuilder();
        boolean decided = false;
        boolean facts = true;
        // no line is read as a whole: it may have no end
        for (int left = PEEK / 2; left > 0 && !decided; left--) {
            int c = in.read();
            boolean ended = c < 0 || c == '\n' || c == '\r';
            if (!ended)
                line.append((char) c);
            if (!ended && left > 1)
                continue;
            String text = line.toString();
            line.setLength(0);
            boolean content = !text.isBlank() && !text.startsWith("#") && !text.equals("---");
            if (content)
                facts = text.startsWith("schema:") || text.startsWith("\uFEFFschema:");
            decided = content || c < 0;
        }
        in.reset();
        return facts;
    }

    /** One wrong document does not take the others with it: it is reported, and the command ends with 3. */
    private int stream(FactStream stream, Law law, LocalDate date, Arguments args) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        Deque<Future<Answer>> waiting = new ArrayDeque<>();
        int code = Main.OK;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Optional<FactStream.Document> next = stream.next(); next.isPresent(); next = stream.next()) {
                FactStream.Document document = next.get();
                waiting.add(pool.submit(() -> answer(stream, document, law, date, args)));
                // a reader at the other end of a pipe gets what is known before the next document is waited for
                while (!waiting.isEmpty() && (waiting.size() > 16 * threads || waiting.peek().isDone() || !stream.isReady()))
                    code = Math.max(code, print(waiting.remove()));
                if (!stream.isReady())
                    main.out.flush();
            }
            while (!waiting.isEmpty())
                code = Math.max(code, print(waiting.remove()));
            return code;
        } finally {
            pool.shutdownNow();
        }
    }

    /** What one document of a stream leads to, ready to be printed in its turn. */
    private record Answer(byte[] result, List<Finding> findings, int code) {
    }

    private Answer answer(FactStream stream, FactStream.Document document, Law law, LocalDate date, Arguments args) {
        try {
            FactStream.Item item = stream.read(document);
            return new Answer(describe(law, law.decide(item.id(), item.facts(), date), new LawDay(date, args, Optional.empty()), args), item.findings(), Main.OK);
        } catch (InvalidInputException e) {
            return new Answer(new byte[0], e.findings(), Main.INVALID);
        }
    }

    private int print(Future<Answer> future) {
        try {
            Answer answer = future.get();
            main.warn(answer.findings());
            main.out.writeBytes(answer.result());
            return answer.code();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A decision as it is printed, in UTF-8, with the line end. */
    private byte[] describe(Law law, Decision decision, LawDay day, Arguments args) {
        if (args.flag("json"))
            return Json.decision(decision, day, args.flag("trace"));
        Lines lines = new Lines(main.lang);
        Wording wording = new Wording(law, main.lang);
        wording.own().forEach(lines::line);
        lines.say("decision.class", decision.id().replaceAll("\\p{Cntrl}+", " "), wording.headline(decision), decision.classId());
        lines.line("  " + wording.classMeaning(decision.classId()));
        wording.remarks(decision).forEach(r -> lines.line("  " + r));
        if (!decision.basis().isEmpty())
            lines.say("decision.basis", wording.articles(decision.basis()));
        for (Decision.Missing missing : decision.missing())
            lines.say("decision.missing", missing.fact(), wording.question(missing.fact()));
        for (Decision.Doubt doubt : decision.doubts())
            lines.say("decision.doubt", doubt.text().in(main.lang), wording.articles(doubt.source()));
        duties(lines, "decision.duties", decision.duties(), wording);
        duties(lines, "decision.french", decision.frenchLaw(), wording);
        if (decision.fria() == Truth.TRUE)
            lines.say("decision.fria");
        lines.line("  " + wording.lawOf(decision.date(), day.launch()));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void duties(Lines lines, String key, List<Decision.Duty> duties, Wording wording) {
        if (duties.isEmpty())
            return;
        lines.say(key);
        for (Decision.Duty duty : duties)
            lines.say("decision.duty", wording.articles(List.of(duty.path())), wording.bearer(duty), duty.text().in(main.lang), wording.when(duty));
    }
}
