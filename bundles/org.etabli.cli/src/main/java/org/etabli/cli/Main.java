package org.etabli.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.etabli.annex.Annexes;
import org.etabli.annex.Wording;
import org.etabli.dossier.CharterFolder;
import org.etabli.dossier.Checker;
import org.etabli.dossier.Content;
import org.etabli.dossier.ContentProof;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.DossierPaths;
import org.etabli.dossier.Examples;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.Standing;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.Question;
import org.etabli.model.Truth;
import org.etabli.render.DocumentFiles;
import org.etabli.render.DocumentFiles.DocumentFile;
import org.etabli.render.OutputFormat;
import org.etabli.render.Renderer;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.FileTrouble;
import org.etabli.yaml.YamlText;

/**
 * The command line. Runs on a flat class path, without Equinox; {@link #run} never ends the process, so that tests and the
 * workbench can call it.
 */
public final class Main {
    /** Done, and nothing blocks. */
    public static final int OK = 0;
    /** Done, with findings. */
    public static final int FINDINGS = 1;
    /** Called in a way the command does not know. */
    public static final int USAGE = 2;
    /** Input that cannot be used; nothing has been written. */
    public static final int INVALID = 3;

    /** How far the first key of a file is looked for. */
    private static final int PEEK = 1 << 16;

    final PrintStream out;
    private final PrintStream err;
    private final Path charters;
    private final Path engine;
    final Supplier<LocalDate> today;
    Lang lang = Lang.FR;
    /** The language, where the command says it. */
    Optional<Lang> given = Optional.empty();

    /**
     * @param charters the folder {@code charters/}
     * @param engine   the folder with {@code engine/} and {@code fonts/}; only looked at when HTML or PDF is made
     */
    public Main(PrintStream out, PrintStream err, Path charters, Path engine, Supplier<LocalDate> today) {
        this.out = Terminal.of(out);
        this.err = Terminal.of(err);
        this.charters = charters;
        this.engine = engine;
        this.today = today;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        List<String> words = Arrays.asList(args);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> err.println(Crash.sentence(thrown, words, userLang())));
        int code;
        try {
            code = new Main(out, err, Path.of(System.getProperty("etabli.charters", "charters")), Path.of(System.getProperty("etabli.engine", "")), LocalDate::now).run(words);
        } catch (InvalidPathException e) {
            err.println(CliMessages.TEXTS.get(userLang(), "bad-path", e.getInput(), System.getProperty("sun.jnu.encoding")));
            code = INVALID;
        }
        out.flush();
        ClassArchive.keep(code);
        // JRuby leaves threads behind
        System.exit(code);
    }

    /** The language of whoever said none. */
    private static Lang userLang() {
        return Lang.of(System.getenv().getOrDefault("ETABLI_LANG", "fr"));
    }

    public int run(List<String> args) {
        List<String> words = new ArrayList<>(args);
        lang = userLang();
        try {
            language(words);
            if (words.isEmpty())
                return usage(USAGE);
            if (words.contains("--help") || words.get(0).equals("-h"))
                return help();
            String word = words.get(0);
            return Command.of(word).orElseThrow(() -> new UsageException("unknown-command", word)).run(this, words.subList(1, words.size()));
        } catch (UsageException e) {
            err.println(e.text().in(lang));
            err.println(text("see-help"));
            return USAGE;
        } catch (InvalidInputException e) {
            return refused(e);
        } catch (UncheckedIOException e) {
            return failed(e.getCause());
        } catch (IOException e) {
            return failed(e);
        } catch (InvalidPathException e) {
            err.println(text("bad-path", e.getInput(), System.getProperty("sun.jnu.encoding")));
            return INVALID;
        } catch (Throwable e) {
            // an error too: a crash must not pass for findings, and its trace helps nobody at the screen
            err.println(Crash.sentence(e, args, lang));
            return INVALID;
        } finally {
            out.flush();
        }
    }

    int help() throws IOException {
        return usage(OK);
    }

    private int usage(int code) throws IOException {
        say("usage", String.join(", ", Examples.names(content())), String.join(",", OutputFormat.names()));
        return code;
    }

    /** The content files; {@code etabli.cache}, where it is set, names a folder for what is worth keeping between runs. */
    Content content() {
        Content content = new Content(charters);
        String cache = System.getProperty("etabli.cache", "");
        return cache.isEmpty() ? content : content.cached(Path.of(cache));
    }

    /** The content as this dossier sees it. */
    Content contentOf(Path dossier) {
        return prepare(content().of(dossier));
    }

    /** The schemas of a dossier's files take about as long as the law, and need nothing of it. */
    private static Content prepare(Content content) {
        content.schemas().prepare("dossier", "facts");
        return content;
    }

    private int refused(InvalidInputException e) {
        e.findings().forEach(f -> err.println(f.line() > 0 ? f.line(lang) : f.message().in(lang)));
        return INVALID;
    }

    private int failed(IOException e) {
        err.println(FileTrouble.of(e).in(lang));
        return INVALID;
    }

    private void language(List<String> words) throws UsageException {
        int at = words.indexOf("--lang");
        if (at < 0)
            return;
        if (at + 1 >= words.size() || !Set.of("fr", "en").contains(words.get(at + 1)))
            throw new UsageException("lang");
        lang = Lang.of(words.get(at + 1));
        given = Optional.of(lang);
        words.subList(at, at + 2).clear();
    }

    String text(String key, Object... args) {
        return CliMessages.TEXTS.get(lang, key, args);
    }

    void say(String key, Object... args) {
        out.println(text(key, args));
    }

    /** A dossier under the law of the day that was asked for, else of its own; or under the state of the law that was asked for. */
    Standing standing(Path folder, Arguments args) throws UsageException {
        Content content = contentOf(folder);
        return Standing.of(folder, content, new LawLibrary(content), today.get()).on(args.date("date"), args.option("law"));
    }

    /** Something to know that is no part of the result. */
    void note(String key, Object... args) {
        err.println(text(key, args));
    }

    void lines(List<String> lines) {
        lines.forEach(out::println);
    }

    // --- new -----------------------------------------------------------------------------------------------------

    int create(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("example", "title"), Set.of());
        Path folder = Path.of(args.path());
        Content content = content();
        if (args.option("example").isPresent())
            Examples.copy(content, args.option("example").get(), folder);
        else
            Examples.create(args.option("title").orElse(folder.toAbsolutePath().normalize().getFileName().toString()), folder, lang);
        say("created", folder.toAbsolutePath().normalize());
        say("next-step", quoted(folder));
        return OK;
    }

    /** A path as it may be typed again. */
    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\p{L}\\p{M}\\p{N}./\\\\_:@%+-]+") ? text : "\"" + text + "\"";
    }

    // --- questions -----------------------------------------------------------------------------------------------

    int questions(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("pack"), Set.of("json"));
        if (!args.paths().isEmpty())
            throw new UsageException("too-many-paths");
        LawLibrary library = new LawLibrary(content());
        String pack = args.option("pack").orElse(library.packs().get(0));
        if (!library.packs().contains(pack))
            throw new UsageException("unknown-pack", pack, String.join(", ", library.packs()));
        if (args.flag("json")) {
            out.println(Json.questions(library.catalogue()));
            return OK;
        }
        for (var group : library.catalogue().groups()) {
            out.println();
            out.println(group.title().in(lang).toUpperCase(lang.locale()));
            for (Question q : library.catalogue().inGroup(group.id())) {
                out.printf("  %-34s %-8s %s%n", q.id() + (q.brief() ? " *" : ""), text("type." + q.type().code()), q.text().in(lang));
                for (Question.Option option : q.options())
                    out.printf("  %-34s %-8s   %s : %s%n", "", "", option.id(), option.text().in(lang));
            }
        }
        out.println();
        say("brief-mark");
        return OK;
    }

    // --- classify ------------------------------------------------------------------------------------------------

    int classify(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("date", "law"), Set.of("json", "trace"));
        if (args.paths().isEmpty())
            throw new UsageException("no-path");
        LocalDate date = args.date("date").orElseGet(today);
        boolean dossiers = args.paths().stream().anyMatch(p -> Files.isDirectory(Path.of(p)));
        Content content = content();
        if (dossiers)
            prepare(content);
        LawLibrary library = new LawLibrary(content);
        int code = OK;
        for (String path : args.paths())
            try {
                code = Math.max(code, classify(path, content, library, date, args));
            } catch (InvalidInputException e) {
                // one that cannot be read does not take the others with it
                code = refused(e);
            } catch (IOException e) {
                code = failed(e);
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
        Standing standing = Standing.of(folder, own, its, today.get()).on(args.date("date"), args.option("law"));
        DossierFolder dossier = standing.dossier();
        warn(dossier.findings());
        out.writeBytes(describe(standing.law(), standing.decision(), new LawDay(standing.day(), args, dossier.dossier().launch()), args));
        return OK;
    }

    private int classifyFile(Path file, Content content, LawLibrary library, LocalDate date, Arguments args) throws IOException, InvalidInputException {
        Law law = library.law(date, args.option("law"));
        // opened once: it may be a pipe
        try (BufferedReader in = LineLimit.reader(Files.newInputStream(file))) {
            if (!isFactsFile(in))
                return stream(new FactStream(file.toString(), in, new FactsReader(library.catalogue())), law, date, args);
            FactsReader.Result result = DossierFolder.readFacts(file.toString(), text(in), content, library.catalogue());
            warn(result.findings());
            out.writeBytes(describe(law, law.decide(file.getFileName().toString(), result.facts(), date), new LawDay(date, args, Optional.empty()), args));
            return OK;
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
        int code = OK;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Optional<FactStream.Document> next = stream.next(); next.isPresent(); next = stream.next()) {
                FactStream.Document document = next.get();
                waiting.add(pool.submit(() -> answer(stream, document, law, date, args)));
                // a reader at the other end of a pipe gets what is known before the next document is waited for
                while (!waiting.isEmpty() && (waiting.size() > 16 * threads || waiting.peek().isDone() || !stream.isReady()))
                    code = Math.max(code, print(waiting.remove()));
                if (!stream.isReady())
                    out.flush();
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
            return new Answer(describe(law, law.decide(item.id(), item.facts(), date), new LawDay(date, args, Optional.empty()), args), item.findings(), OK);
        } catch (InvalidInputException e) {
            return new Answer(new byte[0], e.findings(), INVALID);
        }
    }

    private int print(Future<Answer> future) {
        try {
            Answer answer = future.get();
            warn(answer.findings());
            out.writeBytes(answer.result());
            return answer.code();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void warn(List<Finding> findings) {
        findings.forEach(f -> err.println(f.line(lang)));
    }

    /** A decision as it is printed, in UTF-8, with the line end. */
    private byte[] describe(Law law, Decision decision, LawDay day, Arguments args) {
        if (args.flag("json"))
            return Json.decision(decision, day, args.flag("trace"));
        Lines out = new Lines(lang);
        Wording wording = new Wording(law, lang);
        wording.own().forEach(out::line);
        out.say("decision.class", decision.id().replaceAll("\\p{Cntrl}+", " "), wording.headline(decision), decision.classId());
        out.line("  " + wording.classMeaning(decision.classId()));
        wording.remarks(decision).forEach(r -> out.line("  " + r));
        if (!decision.basis().isEmpty())
            out.say("decision.basis", wording.articles(decision.basis()));
        for (Decision.Missing missing : decision.missing())
            out.say("decision.missing", missing.fact(), wording.question(missing.fact()));
        for (Decision.Doubt doubt : decision.doubts())
            out.say("decision.doubt", doubt.text().in(lang), wording.articles(doubt.source()));
        duties(out, "decision.duties", decision.duties(), wording);
        duties(out, "decision.french", decision.frenchLaw(), wording);
        if (decision.fria() == Truth.TRUE)
            out.say("decision.fria");
        out.line("  " + wording.lawOf(decision.date(), day.launch()));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void duties(Lines out, String key, List<Decision.Duty> duties, Wording wording) {
        if (duties.isEmpty())
            return;
        out.say(key);
        for (Decision.Duty duty : duties)
            out.say("decision.duty", wording.articles(List.of(duty.path())), wording.bearer(duty), duty.text().in(lang), wording.when(duty));
    }

    // --- prove ---------------------------------------------------------------------------------------------------

    /** Messages name rules and files, for whoever writes content; they are English, as the keys of the files are. */
    int prove(List<String> words) throws UsageException, IOException {
        Arguments args = new Arguments(words, Set.of(), Set.of());
        ContentProof proof = new ContentProof(args.paths().isEmpty() ? content() : content().of(Path.of(args.path())));
        List<String> problems;
        try (Progress progress = new Progress(err)) {
            progress.say(text("prove.progress"));
            problems = proof.run();
        }
        problems.forEach(out::println);
        proof.combinations().forEach((law, count) -> say("prove.law", law, String.format(Locale.ROOT, "%.0e", count.doubleValue())));
        say(problems.isEmpty() ? "prove.nothing" : "prove.some", proof.cases(), proof.citations(), problems.size());
        return problems.isEmpty() ? OK : FINDINGS;
    }

    // --- check ---------------------------------------------------------------------------------------------------

    int check(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("date", "law"), Set.of("json"));
        Path folder = Path.of(args.path());
        DossierFolder.require(folder);
        Standing standing = standing(folder, args);
        // what keeps a file from being used stands alone: the rest may only follow from it
        List<Finding> findings = standing.isRefused() ? standing.refusals() : standing.findings();
        findings.forEach(f -> out.println(args.flag("json") ? Json.finding(f) : f.line(lang)));
        long blocking = findings.stream().filter(f -> f.severity() != Severity.INFO).count();
        if (standing.isRefused())
            return INVALID;
        if (!args.flag("json"))
            say(blocking == 0 ? "check.nothing" : "check.some", blocking, findings.size());
        return blocking == 0 ? OK : FINDINGS;
    }

    // --- annexes -------------------------------------------------------------------------------------------------

    int annexes(List<String> words) throws UsageException, IOException, InvalidInputException {
        Arguments args = new Arguments(words, Set.of("out", "format", "only", "date", "law"), Set.of());
        Path folder = Path.of(args.path());
        Path own = folder.resolve("annexes");
        Path target = args.option("out").map(Path::of).orElse(own);
        List<OutputFormat> formats = formats(args);
        Standing standing = standing(folder, args);
        DossierFolder dossier = standing.dossier();
        LocalDate date = standing.day();
        Law law = standing.law();
        warn(dossier.findings());
        dossier.text(DossierFile.DOSSIER.name()).flatMap(Checker::unsaid).ifPresent(f -> err.println(f.line(lang)));
        new Wording(law, lang).own().forEach(err::println);
        CharterFolder charter = standing.charter();
        boolean unusable = charter.charterText().isPresent() && charter.charter().isEmpty();
        if (unusable) {
            warn(charter.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList());
            err.println(text("annex.charter-unusable"));
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
            err.println(text("annex.charter-unjudged", new Wording(law, lang).law()));
            if (annexes.templates().stream().anyMatch(t -> t.kind().equals(DocumentTemplate.ASSESSMENT) && args.option("only").filter(t.id()::equals).isPresent()))
                throw new UsageException("only-charter", args.option("only").get(), String.join(", ", due.stream().map(DocumentTemplate::id).toList()));
        }
        if (decision.classes().contains(Decision.PROHIBITED))
            err.println(text("annex.prohibited"));
        if (!decision.unlawful().isEmpty()) {
            Wording wording = new Wording(law, lang);
            decision.unlawful().forEach(u -> err.println(wording.unlawful(u)));
            err.println(text("annex.unlawful"));
        }

        DocumentFiles made;
        try (Progress progress = new Progress(err); Renderer renderer = new Renderer(engine)) {
            made = new DocumentFiles(renderer, formats, date);
            for (DocumentTemplate template : due)
                if (args.option("only").map(template.id()::equals).orElse(true)) {
                    progress.say(text("annex.progress", template.title().in(lang), due.indexOf(template) + 1, due.size()));
                    made.add(template.id(), template.title(), () -> annexes.document(template.id(), dossier, law, evaluation, decision, lang));
                }
        }
        warn(made.findings());
        Optional<Throwable> failure = made.failures().values().stream().findFirst();
        if (made.files().isEmpty() && failure.isPresent())
            throw new IllegalStateException(failure.get());
        failure.ifPresent(f -> err.println(Crash.detail(f, words, lang)));
        // everything is made before anything is written: a failure leaves the old files
        Map<String, byte[]> contents = new LinkedHashMap<>();
        made.files().forEach(f -> contents.put(f.name(), f.content()));
        List<String> gone = new ArrayList<>(made.failures().keySet());
        // elsewhere they may be somebody's copies
        if (Files.isDirectory(own) && Files.isDirectory(target) && Files.isSameFile(target, own))
            gone.addAll(DocumentFiles.names(annexes.stale(due)));
        List<String> removed = DossierPaths.of(folder).writeSet(target, contents, gone);
        for (DocumentFile file : made.files())
            say(file.pages() > 0 ? "annex.pages" : "annex.file", target.resolve(file.name()), file.pages(), String.format(lang.locale(), "%.2f", file.seconds()));
        removed.forEach(n -> say("annex.removed", target.resolve(n)));
        return !decision.isTenderable() || unusable || unjudged || failure.isPresent() ? FINDINGS : OK;
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
