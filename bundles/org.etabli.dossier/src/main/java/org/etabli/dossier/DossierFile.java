package org.etabli.dossier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.etabli.markdown.CharterText;
import org.etabli.model.Assessment;
import org.etabli.model.Dossier;
import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Involvement;
import org.etabli.model.Lang;
import org.etabli.model.Text;
import org.etabli.yaml.AssessmentReader;
import org.etabli.yaml.DossierReader;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.YamlText;

/**
 * A kind of file of a dossier: the one place that knows its name, its schema, how it is read and checked, and how one begins. Whoever
 * goes through the files of a dossier goes through {@link #ALL}.
 *
 * @param <T> what the text of such a file says
 */
public final class DossierFile<T> {
    public static final DossierFile<Dossier> DOSSIER = new DossierFile<>("dossier.yaml", "dossier", yaml("dossier", (text, in, findings) -> DossierReader.read(text)),
            DossierFile::identity, null);
    public static final DossierFile<Facts> FACTS = new DossierFile<>("facts.yaml", "facts", yaml("facts", DossierFile::facts), Standing::aboutFacts,
            (in, lang) -> DossierMessages.TEXTS.get(lang, "new.facts"));
    /** The authority's charter. It begins with a model or with a text that exists already: somebody has to choose. */
    public static final DossierFile<CharterText> CHARTER = new DossierFile<>("charter.md", "charter", DossierFile::charter, in -> List.of(), null);
    /** A committee's judgements on each commitment. */
    public static final DossierFile<Assessment> ASSESSMENT = new DossierFile<>("charter-assessment.yaml", "charter-assessment",
            yaml("charter-assessment", (text, in, findings) -> AssessmentReader.assessment(text)), Standing::aboutAssessment, DossierFile::assessment);
    /** Who was consulted. */
    public static final DossierFile<Involvement> INVOLVEMENT = new DossierFile<>("involvement.yaml", "involvement",
            yaml("involvement", (text, in, findings) -> AssessmentReader.involvement(text)), in -> List.of(), (in, lang) -> InvolvementEdits.fresh());

    /** In the order in which they are spoken of. */
    public static final List<DossierFile<?>> ALL = List.of(DOSSIER, FACTS, CHARTER, ASSESSMENT, INVOLVEMENT);

    /**
     * What a file says.
     *
     * @param yaml     empty for another form, and where it is not even YAML
     * @param value    empty where an error keeps it from being used, or where there is no file
     * @param findings about the text alone
     */
    public record Read<T>(Optional<YamlText> yaml, Optional<T> value, List<Finding> findings) {

        static <T> Read<T> nothing() {
            return new Read<>(Optional.empty(), Optional.empty(), List.of());
        }

        static <T> Read<T> refused(InvalidInputException e) {
            return new Read<>(Optional.empty(), Optional.empty(), e.findings());
        }

        /** Whether there is a file, and it cannot be used. */
        public boolean isRefused() {
            return value.isEmpty() && !findings.isEmpty();
        }

        private Read<T> with(List<Finding> more) {
            List<Finding> all = new ArrayList<>(more);
            all.addAll(findings);
            return new Read<>(yaml, value, List.copyOf(all));
        }
    }

    /** Says in its findings what is wrong, or refuses a text that is none of this form at all. */
    private interface Reading<T> {
        Read<T> read(String shown, String text, Standing in) throws IOException, InvalidInputException;
    }

    /** What a text says that keeps to its schema; an error among the findings means that it cannot be used. */
    private interface Meaning<T> {
        T of(YamlText text, Standing in, List<Finding> findings) throws IOException, InvalidInputException;
    }

    private interface Check {
        List<Finding> findings(Standing in) throws IOException, InvalidInputException;
    }

    private interface Beginning {
        String text(Standing in, Lang lang) throws IOException, InvalidInputException;
    }

    private final String name;
    private final String kind;
    private final Reading<T> reading;
    private final Check check;
    private final Beginning beginning;

    private DossierFile(String name, String kind, Reading<T> reading, Check check, Beginning beginning) {
        this.name = name;
        this.kind = kind;
        this.reading = reading;
        this.check = check;
        this.beginning = beginning;
    }

    public static Optional<DossierFile<?>> named(String name) {
        return ALL.stream().filter(f -> f.name.equals(name)).findFirst();
    }

    /** As it lies in the folder of the dossier. */
    public String name() {
        return name;
    }

    /** The first word of its schema's name. */
    public String kind() {
        return kind;
    }

    /** What its users call it. */
    public Text title() {
        return DossierMessages.TEXTS.text("file." + kind);
    }

    /**
     * The first text of such a file; empty where somebody has to choose one.
     *
     * @throws InvalidInputException when what it begins with is not there, or cannot be used
     */
    public Optional<String> fresh(Standing in, Lang lang) throws IOException, InvalidInputException {
        return beginning == null ? Optional.empty() : Optional.of(beginning.text(in, lang));
    }

    /**
     * @param shown as it is named in findings
     * @throws InvalidInputException when it is no such text at all
     */
    Read<T> read(String shown, String text, List<Finding> before, Standing in) throws IOException, InvalidInputException {
        return reading.read(shown, text, in).with(before);
    }

    /** What is to be said about it beside the rest of the dossier; only asked where it can be used. */
    List<Finding> check(Standing in) throws IOException, InvalidInputException {
        return check.findings(in);
    }

    private static <T> Reading<T> yaml(String kind, Meaning<T> meaning) {
        return (shown, text, in) -> {
            YamlText yaml = YamlText.parse(shown, text);
            List<Finding> findings = new ArrayList<>(in.content().schemas().validate(yaml, kind));
            Optional<T> value = hasError(findings) ? Optional.empty() : Optional.of(meaning.of(yaml, in, findings));
            return new Read<>(Optional.of(yaml), value.filter(v -> !hasError(findings)), List.copyOf(findings));
        };
    }

    private static boolean hasError(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    private static List<Finding> identity(Standing in) throws IOException, InvalidInputException {
        return Checker.identity(in.file(DOSSIER).yaml().orElseThrow());
    }

    private static Facts facts(YamlText text, Standing in, List<Finding> findings) throws IOException, InvalidInputException {
        FactsReader.Result result = new FactsReader(in.library().catalogue()).read(text);
        findings.addAll(result.findings());
        return result.facts();
    }

    /** A charter with errors is still a text that can be shown; {@link CharterCheck#isObstacle} says whether it can be applied. */
    private static Read<CharterText> charter(String shown, String text, Standing in) throws IOException, InvalidInputException {
        CharterText charter = CharterText.parse(shown, text);
        List<Finding> findings = new ArrayList<>(CharterCheck.findings(charter, in.paths()::read, in.content(), in.library()));
        findings.addAll(CharterVersions.findings(in.folder(), charter));
        return new Read<>(Optional.empty(), Optional.of(charter), List.copyOf(findings));
    }

    private static String assessment(Standing in, Lang lang) throws IOException, InvalidInputException {
        CharterText charter = in.file(CHARTER).value().orElseThrow(() -> DossierFolder.missing(in.paths().named(CHARTER.name).toString(), "dossier.no-file"));
        return AssessmentEdits.fresh(charter.charter());
    }

    @Override
    public String toString() {
        return name;
    }
}
