package org.etabli.dossier;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.etabli.dossier.DossierFile.Read;
import org.etabli.markdown.CharterText;
import org.etabli.model.Assessment;
import org.etabli.model.Charter;
import org.etabli.model.Decision;
import org.etabli.model.Dossier;
import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Involvement;
import org.etabli.rules.CharterReview;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlText;

/**
 * A dossier on a day: what its files say, the law that applies, what follows from both, and what is to be said about it. Each is found out
 * when it is first asked for, and once: whoever asks for a class does not pay for the charter. For one thread at a time.
 */
public final class Standing {
    private final DossierPaths paths;
    private final Path folder;
    private final Content content;
    private final LawLibrary library;
    private final LocalDate today;
    private final Optional<LocalDate> asked;
    private final Optional<String> version;
    private final Map<DossierFile<?>, String> unsaved;
    private final Map<DossierFile<?>, Read<?>> files;
    private final Once<DossierFolder> dossier = new Once<>();
    private final Once<CharterFolder> charter = new Once<>();
    private final Once<Law> law = new Once<>();
    private final Once<Evaluation> evaluation = new Once<>();
    private final Once<Decision> decision = new Once<>();
    private final Once<Optional<CharterReview>> review = new Once<>();

    private Standing(Path folder, Content content, LawLibrary library, LocalDate today, Optional<LocalDate> asked, Optional<String> version, Map<DossierFile<?>, String> unsaved,
            Map<DossierFile<?>, Read<?>> files) {
        this.folder = folder;
        this.paths = DossierPaths.of(folder);
        this.content = content;
        this.library = library;
        this.today = today;
        this.asked = asked;
        this.version = version;
        this.unsaved = unsaved;
        this.files = files;
    }

    /**
     * On the day that the dossier itself is judged for, under the law of that day.
     *
     * @param folder  of the dossier, as its user names it
     * @param content as this dossier sees it
     * @param library of that content
     * @param today   where the dossier says no day; and against which tasks are overdue
     */
    public static Standing of(Path folder, Content content, LawLibrary library, LocalDate today) {
        return new Standing(folder, content, library, today, Optional.empty(), Optional.empty(), Map.of(), new LinkedHashMap<>());
    }

    /**
     * The same files on another day, or under another state of the law.
     *
     * @param day     empty for the dossier's own
     * @param version empty for the law in force on that day
     */
    public Standing on(Optional<LocalDate> day, Optional<String> version) {
        return new Standing(folder, content, library, today, day, version, unsaved, files);
    }

    /** With a text that is being written, in place of the one that is saved. */
    public Standing with(DossierFile<?> file, String text) {
        Map<DossierFile<?>, String> texts = new LinkedHashMap<>(unsaved);
        texts.put(file, text);
        Map<DossierFile<?>, Read<?>> kept = new LinkedHashMap<>(files);
        kept.remove(file);
        return new Standing(folder, content, library, today, asked, version, texts, kept);
    }

    public Path folder() {
        return folder;
    }

    DossierPaths paths() {
        return paths;
    }

    public Content content() {
        return content;
    }

    public LawLibrary library() {
        return library;
    }

    // --- its files -----------------------------------------------------------------------------------------------

    /** What a file says; nothing where the dossier has none. */
    @SuppressWarnings("unchecked")
    public <T> Read<T> file(DossierFile<T> file) throws IOException {
        Read<T> known = (Read<T>) files.get(file);
        if (known != null)
            return known;
        Read<T> read = read(file);
        files.put(file, read);
        return read;
    }

    private <T> Read<T> read(DossierFile<T> file) throws IOException {
        String written = unsaved.get(file);
        try {
            if (written != null)
                return file.read(paths.named(file.name()).toString(), written, List.of(), this);
            return paths.exists(file.name()) ? file.read(paths.named(file.name()).toString(), paths.read(file.name()), paths.links(file.name()), this) : Read.nothing();
        } catch (NoSuchFileException e) {
            return Read.nothing();
        } catch (InvalidInputException e) {
            return Read.refused(e);
        }
    }

    /** @throws InvalidInputException with its errors, when it cannot be used */
    public <T> Read<T> usable(DossierFile<T> file) throws IOException, InvalidInputException {
        Read<T> read = file(file);
        if (read.isRefused())
            throw new InvalidInputException(errors(read.findings()));
        return read;
    }

    private static List<Finding> errors(List<Finding> findings) {
        return findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    }

    /**
     * Its identity and its facts.
     *
     * @throws InvalidInputException when there is no dossier, or one of the two cannot be used: nothing is half read
     */
    public DossierFolder dossier() throws IOException, InvalidInputException {
        return dossier.get(() -> {
            if (!unsaved.containsKey(DossierFile.DOSSIER))
                DossierFolder.require(folder);
            Read<Dossier> said = usable(DossierFile.DOSSIER);
            Read<Facts> facts = usable(DossierFile.FACTS);
            List<Finding> findings = new ArrayList<>(said.findings());
            findings.addAll(facts.findings());
            findings.addAll(contradictions());
            List<YamlText> texts = new ArrayList<>();
            said.yaml().ifPresent(texts::add);
            facts.yaml().ifPresent(texts::add);
            return new DossierFolder(folder, said.value().orElseThrow(), facts(), List.copyOf(texts), List.copyOf(findings));
        });
    }

    /** The facts with what the identity says already, as far as both can be read. */
    private Facts facts() throws IOException, InvalidInputException {
        return identity().fill(library.catalogue(), file(DossierFile.FACTS).value().orElse(Facts.NONE));
    }

    private Identity identity() throws IOException {
        return new Identity(file(DossierFile.DOSSIER).yaml());
    }

    /** Facts that say something else than the identity. */
    public List<Finding> contradictions() throws IOException, InvalidInputException {
        Read<Facts> facts = file(DossierFile.FACTS);
        return facts.value().isEmpty() ? List.of() : identity().contradictions(library.catalogue(), facts.yaml().orElseThrow(), facts.value().get());
    }

    /**
     * Its charter, and what a committee wrote about it.
     *
     * @throws InvalidInputException when one of the three files cannot be read: it says what is wrong with the others as well
     */
    public CharterFolder charter() throws IOException, InvalidInputException {
        return charter.get(() -> {
            Read<CharterText> text = file(DossierFile.CHARTER);
            Read<Assessment> assessment = file(DossierFile.ASSESSMENT);
            Read<Involvement> involvement = file(DossierFile.INVOLVEMENT);
            List<Finding> findings = new ArrayList<>(text.findings());
            findings.addAll(assessment.findings());
            findings.addAll(involvement.findings());
            if (text.isRefused() || assessment.isRefused() || involvement.isRefused())
                throw new InvalidInputException(findings);
            findings.addAll(withoutCharter());
            return new CharterFolder(text.value(), applicable(), assessment.value().orElse(Assessment.NONE), assessment.yaml(), involvement.value().orElse(Involvement.NONE),
                    List.copyOf(findings));
        });
    }

    /** The charter, where it can be applied to a project. */
    public Optional<Charter> applicable() throws IOException {
        Read<CharterText> text = file(DossierFile.CHARTER);
        return text.value().map(CharterText::charter).filter(c -> text.findings().stream().noneMatch(CharterCheck::isObstacle));
    }

    private List<Finding> withoutCharter() throws IOException {
        Optional<YamlText> assessment = file(DossierFile.ASSESSMENT).yaml();
        if (assessment.isEmpty() || file(DossierFile.CHARTER).value().isPresent() || file(DossierFile.CHARTER).isRefused())
            return List.of();
        return List.of(assessment.get().finding(Severity.WARNING, "assessment.no-charter", new Node.Span(0, 0, 1, 1),
                DossierMessages.TEXTS.text("assessment.no-charter", DossierFile.CHARTER.name())));
    }

    // --- what follows from them ----------------------------------------------------------------------------------

    /** The day whose law applies: the one that was asked for, else the dossier's. */
    public LocalDate day() throws IOException {
        return asked.isPresent() ? asked.get() : file(DossierFile.DOSSIER).value().map(d -> library.day(d, today)).orElse(today);
    }

    /** @throws InvalidInputException when the dossier brings a law of its own that cannot be used */
    public Law law() throws IOException, InvalidInputException {
        return law.get(() -> library.law(day(), version));
    }

    /** Of the facts as far as they can be read; {@link #dossier} refuses where they cannot. */
    public Evaluation evaluation() throws IOException, InvalidInputException {
        return evaluation.get(() -> law().evaluate(facts()));
    }

    public Decision decision() throws IOException, InvalidInputException {
        return decision.get(() -> evaluation().decision(file(DossierFile.DOSSIER).value().map(Dossier::id).orElse(DossierFile.FACTS.name()), day()));
    }

    /** Empty where there is no charter that can be applied. */
    public Optional<CharterReview> review() throws IOException, InvalidInputException {
        return review.get(() -> {
            Optional<Charter> charter = applicable();
            return charter.isEmpty() ? Optional.empty() : CharterFolder.review(charter.get(), file(DossierFile.ASSESSMENT).value().orElse(Assessment.NONE), law(), evaluation());
        });
    }

    // --- what is to be said about it -----------------------------------------------------------------------------

    /**
     * Every finding, file by file; one that cannot be used does not hide what is wrong with another.
     *
     * @throws InvalidInputException when the dossier brings content of its own that cannot be used
     */
    public List<Finding> findings() throws IOException, InvalidInputException {
        List<Finding> findings = new ArrayList<>(Checker.own(folder, content));
        findings.addAll(Checker.unfinished(folder));
        for (DossierFile<?> file : DossierFile.ALL)
            findings.addAll(findings(file));
        return List.copyOf(findings);
    }

    /** What is to be said about a file: its text, and what follows from it beside the others. */
    public List<Finding> findings(DossierFile<?> file) throws IOException, InvalidInputException {
        Read<?> read = file(file);
        if (read.value().isEmpty())
            return read.findings();
        List<Finding> findings = new ArrayList<>(read.findings());
        findings.addAll(file.check(this));
        return List.copyOf(findings);
    }

    /** Whether there is a file that cannot be used. */
    public boolean isRefused() throws IOException {
        for (DossierFile<?> file : DossierFile.ALL)
            if (file(file).isRefused())
                return true;
        return false;
    }

    /** Why files cannot be used, each for itself. */
    public List<Finding> refusals() throws IOException {
        List<Finding> refusals = new ArrayList<>();
        for (DossierFile<?> file : DossierFile.ALL)
            if (file(file).isRefused())
                refusals.addAll(errors(file(file).findings()));
        return List.copyOf(refusals);
    }

    List<Finding> aboutFacts() throws IOException, InvalidInputException {
        YamlText text = file(DossierFile.FACTS).yaml().orElseThrow();
        List<Finding> findings = new ArrayList<>(contradictions());
        findings.addAll(Checker.law(text, law(), evaluation(), decision(), asked.orElse(today)));
        if (review().isPresent())
            findings.addAll(AssessmentCheck.ofFacts(review().get(), law(), text));
        return findings;
    }

    List<Finding> aboutAssessment() throws IOException, InvalidInputException {
        Read<Assessment> assessment = file(DossierFile.ASSESSMENT);
        List<Finding> findings = new ArrayList<>(withoutCharter());
        if (review().isPresent())
            findings.addAll(AssessmentCheck.ofAssessment(review().get(), assessment.value().orElseThrow(), law(), assessment.yaml().orElseThrow()));
        return findings;
    }

    /** What is made when it is first asked for; a failure is not kept. */
    private static final class Once<T> {
        private T made;

        interface Making<T> {
            T make() throws IOException, InvalidInputException;
        }

        T get(Making<T> making) throws IOException, InvalidInputException {
            if (made == null)
                made = making.make();
            return made;
        }
    }
}
