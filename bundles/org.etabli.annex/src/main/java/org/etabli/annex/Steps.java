package org.etabli.annex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.dossier.CharterFolder;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.DossierFile.Read;
import org.etabli.dossier.IdentityEdits;
import org.etabli.dossier.IdentityEdits.Field;
import org.etabli.dossier.Standing;
import org.etabli.markdown.CharterSeal;
import org.etabli.markdown.CharterText;
import org.etabli.model.Charter;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Involvement;
import org.etabli.model.Lang;
import org.etabli.model.Text;
import org.etabli.model.Truth;
import org.etabli.rules.CharterReview;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.yaml.FileSet;
import org.etabli.yaml.YamlText;

/**
 * Where a dossier stands: what is to be done for it, in the order of a purchase (need, alternatives, then technique), how far each step is,
 * and what keeps it. The command line and the window show the same.
 */
public final class Steps {
    /** Where the documents of a dossier lie. */
    public static final String DOCUMENTS = "annexes";

    /** How far a step is. */
    public enum State {
        OPEN, BEGUN, DONE, BLOCKED;

        /** As it stands in JSON. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public Text title() {
            return text("step.state." + code());
        }
    }

    /**
     * @param id       stable
     * @param optional whether a purchase can do without it
     * @param words    how far it is, and what it lacks
     * @param file     where it is done; empty for the documents, which are made
     */
    public record Step(String id, State state, boolean optional, Text title, Text words, Optional<DossierFile<?>> file) {
    }

    /**
     * A document that the dossier calls for.
     *
     * @param made whether there is a file of it, in whatever format
     */
    public record Document(String id, Text title, boolean made) {
    }

    private final Standing standing;
    private final List<Step> steps = new ArrayList<>();
    private Annexes annexes;

    private Steps(Standing standing) {
        this.standing = standing;
    }

    /**
     * What the home of a dossier shows.
     *
     * @param documents that are due, in their order; none while that cannot be said
     */
    public record Home(List<Step> steps, List<Document> documents) {
    }

    /** Never refuses a file that is broken: that is what its step says. */
    public static Home of(Standing standing) throws IOException {
        Steps steps = new Steps(standing);
        steps.need();
        steps.identity();
        steps.facts();
        steps.charter();
        steps.assessment();
        steps.involvement();
        List<Document> documents = steps.due();
        steps.documents(documents.size());
        return new Home(List.copyOf(steps.steps), documents);
    }

    /** What to do now: the first step that a purchase cannot do without and that is not done. */
    public static Optional<Step> next(List<Step> steps) {
        return steps.stream().filter(s -> s.state != State.DONE && (!s.optional || s.state == State.BLOCKED)).findFirst();
    }

    private List<Document> due() throws IOException {
        try {
            Set<String> made = made().keySet();
            return annexes().due(standing.law(), standing.evaluation(), standing.decision()).stream().map(t -> new Document(t.id(), t.title(), made.contains(t.id()))).toList();
        } catch (InvalidInputException e) {
            // what is wrong stands at a step
            return List.of();
        }
    }

    private Annexes annexes() throws IOException, InvalidInputException {
        if (annexes == null)
            annexes = new Annexes(standing.content(), readable());
        return annexes;
    }

    /** What is wrong with a charter stands at its step, and keeps no other from being told. */
    private CharterFolder readable() throws IOException {
        try {
            return standing.charter();
        } catch (InvalidInputException e) {
            return CharterFolder.NONE;
        }
    }

    private void need() throws IOException {
        Optional<YamlText> text = standing.file(DossierFile.DOSSIER).yaml();
        boolean need = says(text, Field.NEED);
        boolean without = says(text, Field.WITHOUT_AI);
        add("need", need && without ? State.DONE : need || without ? State.BEGUN : State.OPEN, false,
                text(need ? without ? "step.need.done" : "step.need.no-alternative" : without ? "step.need.no-need" : "step.need.open"), DossierFile.DOSSIER);
    }

    private static boolean says(Optional<YamlText> text, Field field) {
        return text.flatMap(t -> IdentityEdits.said(t, field)).filter(w -> !w.isBlank()).isPresent();
    }

    private void identity() throws IOException {
        if (isRefused("identity", false, DossierFile.DOSSIER))
            return;
        Optional<YamlText> text = standing.file(DossierFile.DOSSIER).yaml();
        List<Field> wanted = text.map(IdentityEdits::wanted).orElse(List.of());
        add("identity", text.isPresent() && wanted.isEmpty() ? State.DONE : State.BEGUN, false,
                wanted.isEmpty() ? text("step.identity.done") : text("step.identity.wanted", both(l -> wanted.stream().map(f -> IdentityEdits.name(f).in(l)).collect(Collectors.joining(", ")))),
                DossierFile.DOSSIER);
    }

    private void facts() throws IOException {
        if (isRefused("facts", false, DossierFile.FACTS))
            return;
        try {
            Decision decision = standing.decision();
            Law law = standing.law();
            Text headline = both(l -> new Wording(law, l).headline(decision));
            if (!decision.isTenderable())
                add("facts", State.BLOCKED, false, text("step.facts.barred", headline), DossierFile.FACTS);
            else if (decision.isDecided())
                add("facts", State.DONE, false, clauses(headline), DossierFile.FACTS);
            else
                add("facts", standing.file(DossierFile.FACTS).value().filter(f -> !f.byId().isEmpty()).isPresent() ? State.BEGUN : State.OPEN, false,
                        text("step.facts.missing", headline, asked(decision)), DossierFile.FACTS);
        } catch (InvalidInputException e) {
            // content of the dossier's own, without which nothing can be said
            add("facts", State.BLOCKED, false, e.findings().getFirst().message(), DossierFile.FACTS);
        }
    }

    /** The class, and how many questions the clauses still hang on: somebody may not be able to answer them. */
    private Text clauses(Text headline) throws IOException, InvalidInputException {
        int shaping = Shaping.facts(standing.law(), standing.evaluation(), standing.decision(), annexes()).size();
        return shaping == 0 ? text("step.facts.done", headline) : text("step.facts.shaping", headline, shaping);
    }

    /** Of the facts that can still change the class, those that can be asked already. */
    private long asked(Decision decision) throws IOException, InvalidInputException {
        Evaluation evaluation = standing.evaluation();
        return decision.missing().stream().filter(m -> evaluation.asks(m.fact()) == Truth.TRUE).count();
    }

    private void charter() throws IOException {
        if (isRefused("charter", true, DossierFile.CHARTER))
            return;
        Read<CharterText> read = standing.file(DossierFile.CHARTER);
        Optional<Charter> charter = read.value().map(CharterText::charter);
        if (charter.isEmpty())
            add("charter", State.OPEN, true, text("step.charter.open"), DossierFile.CHARTER);
        else if (standing.applicable().isEmpty() || CharterSeal.isBroken(read.value().get()))
            add("charter", State.BLOCKED, true, read.findings().stream().filter(f -> f.severity() == Finding.Severity.ERROR).findFirst().map(Finding::message).orElseGet(() -> text("step.charter.broken")),
                    DossierFile.CHARTER);
        else
            add("charter", charter.get().adoption().isPresent() ? State.DONE : State.BEGUN, true,
                    text(charter.get().adoption().isPresent() ? "step.charter.adopted" : "step.charter.draft", charter.get().version()), DossierFile.CHARTER);
    }

    private void assessment() throws IOException {
        if (isRefused("assessment", true, DossierFile.ASSESSMENT) || standing.applicable().isEmpty())
            return;
        try {
            Optional<CharterReview> review = standing.review();
            long all = review.map(r -> (long) r.lines().size()).orElse(0L);
            long judged = review.map(CharterReview::judged).orElse(0L);
            long against = review.stream().flatMap(r -> r.lines().stream()).filter(CharterReview.Line::isConflict).count();
            add("assessment", judged == 0 ? State.OPEN : judged < all ? State.BEGUN : State.DONE, true,
                    text(against > 0 ? "step.assessment.against" : "step.assessment.judged", judged, all, against), DossierFile.ASSESSMENT);
        } catch (InvalidInputException e) {
            add("assessment", State.BLOCKED, true, e.findings().getFirst().message(), DossierFile.ASSESSMENT);
        }
    }

    private void involvement() throws IOException {
        if (isRefused("involvement", true, DossierFile.INVOLVEMENT))
            return;
        int count = standing.file(DossierFile.INVOLVEMENT).value().map(Involvement::consultations).map(List::size).orElse(0);
        add("involvement", count == 0 ? State.OPEN : State.DONE, true, text(count == 0 ? "step.involvement.open" : "step.involvement.done", count), DossierFile.INVOLVEMENT);
    }

    private void documents(int due) throws IOException {
        Path folder = standing.folder().resolve(DOCUMENTS);
        Optional<FileTime> made = made().values().stream().min(FileTime::compareTo);
        State state = made.isEmpty() ? State.OPEN : FileSet.isInterrupted(folder) || isOlder(made.get()) ? State.BEGUN : State.DONE;
        String how = made.isEmpty() ? "open" : FileSet.isInterrupted(folder) ? "interrupted" : isOlder(made.get()) ? "older" : "done";
        Optional<Step> before = steps.stream().filter(s -> s.state == State.BLOCKED).findFirst();
        Text words = before.isPresent() ? text("step.documents.blocked", before.get().title) : text("step.documents." + how, due);
        steps.add(new Step("documents", before.isPresent() ? State.BLOCKED : state, false, text("step.documents"), words, Optional.empty()));
    }

    /** Whether a file of the dossier was written after the documents. */
    private boolean isOlder(FileTime made) throws IOException {
        for (DossierFile<?> file : DossierFile.ALL) {
            Path path = standing.folder().resolve(file.name());
            if (Files.exists(path) && Files.getLastModifiedTime(path).compareTo(made) > 0)
                return true;
        }
        return false;
    }

    /** The documents that are there, in whatever format, each with the time of its oldest file. */
    private Map<String, FileTime> made() throws IOException {
        Path folder = standing.folder().resolve(DOCUMENTS);
        Map<String, FileTime> made = new LinkedHashMap<>();
        if (!Files.isDirectory(folder))
            return made;
        Set<String> known;
        try {
            known = Annexes.frames(standing.content()).stream().map(DocumentTemplate::id).collect(Collectors.toSet());
        } catch (InvalidInputException e) {
            // frames of the dossier's own that cannot be read: making documents says why
            return made;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String document = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
                if (known.contains(document))
                    made.merge(document, Files.getLastModifiedTime(file), (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
        return made;
    }

    /** A file that cannot be used blocks its step. */
    private boolean isRefused(String id, boolean optional, DossierFile<?> file) throws IOException {
        Read<?> read = standing.file(file);
        if (!read.isRefused())
            return false;
        Finding worst = read.findings().stream().filter(f -> f.severity() == Finding.Severity.ERROR).findFirst().orElseThrow();
        add(id, State.BLOCKED, optional, text("step.refused", worst.line(), worst.message()), file);
        return true;
    }

    private void add(String id, State state, boolean optional, Text words, DossierFile<?> file) {
        steps.add(new Step(id, state, optional, text("step." + id), words, Optional.of(file)));
    }

    private static Text both(Function<Lang, String> words) {
        return new Text(words.apply(Lang.FR), words.apply(Lang.EN));
    }

    private static Text text(String key, Object... args) {
        return AnnexMessages.TEXTS.text(key, args);
    }
}
