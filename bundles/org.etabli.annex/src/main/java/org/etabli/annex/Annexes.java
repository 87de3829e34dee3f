package org.etabli.annex;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.etabli.dossier.CharterFolder;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.DossierFolder;
import org.etabli.markdown.CharterSeal;
import org.etabli.markdown.InertAsciidoc;
import org.etabli.markdown.TrustedAsciidoc;
import org.etabli.model.Charter;
import org.etabli.model.Clause;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.model.SupplierDuties;
import org.etabli.model.Text;
import org.etabli.rules.CharterReview;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.yaml.ClauseReader;
import org.etabli.yaml.YamlText;

/** The documents of a dossier, as AsciiDoc. Pure: reads content, writes nothing. */
public final class Annexes {
    private static final String FRAMES = "templates/documents.yaml";

    private final List<DocumentTemplate> frames;
    private final List<DocumentTemplate> templates;
    private final List<Clause> clauses;
    private final List<SupplierDuties.LeftToLaw> leftToLaw;
    private final CharterFolder charter;
    private final boolean adopted;

    /** The documents of a dossier without a charter. */
    public Annexes(Content content) throws IOException, InvalidInputException {
        this(content, CharterFolder.NONE);
    }

    /**
     * @param content as the dossier sees it: its own clauses and frames win
     * @param charter of the dossier; {@link CharterFolder#NONE} where it has none
     */
    public Annexes(Content content, CharterFolder charter) throws IOException, InvalidInputException {
        this.charter = charter;
        // a text that has changed since its adoption is nobody's decision
        adopted = charter.charterText().filter(CharterSeal::isBroken).isEmpty();
        frames = frames(content);
        templates = frames.stream().filter(t -> !t.needsCharter() || charter.charter().isPresent()).toList();
        List<Clause> all = new ArrayList<>();
        List<SupplierDuties.LeftToLaw> left = new ArrayList<>();
        for (String name : content.names("clauses")) {
            YamlText text = content.read("clauses/" + name, "clauses");
            all.addAll(content.isOverridden("clauses/" + name) ? subset(ClauseReader.clauses(text), content.isTrusted()) : ClauseReader.clauses(text));
            ClauseReader.supplier(text).ifPresent(s -> left.addAll(s.leftToLaw()));
        }
        clauses = List.copyOf(all);
        leftToLaw = List.copyOf(left);
    }

    /** What is left of AsciiDoc in a file of the dossier: a stranger may have written it, and the user says who is none. */
    private static List<Clause> subset(List<Clause> clauses, boolean trusted) {
        return clauses.stream().map(c -> c.withBody(subset(c.body(), trusted))).toList();
    }

    private static Text subset(Text asciidoc, boolean trusted) {
        return asciidoc.isEmpty() ? asciidoc : new Text(subset(asciidoc.fr(), Lang.FR, trusted), subset(asciidoc.en(), Lang.EN, trusted));
    }

    private static String subset(String asciidoc, Lang lang, boolean trusted) {
        return trusted ? TrustedAsciidoc.of(asciidoc, note -> AnnexMessages.TEXTS.get(lang, "note." + note)) : InertAsciidoc.of(asciidoc);
    }

    /** The frame of every document there is, due or not, in their order. */
    public static List<DocumentTemplate> frames(Content content) throws IOException, InvalidInputException {
        List<DocumentTemplate> frames = ClauseReader.documents(content.read(FRAMES, "documents"));
        return content.isOverridden(FRAMES) ? frames.stream().map(f -> f.withIntros(t -> subset(t, content.isTrusted()))).toList() : frames;
    }

    /** Every clause, chosen or not. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** The documents that can be made of the dossier, in order. */
    public List<DocumentTemplate> templates() {
        return templates;
    }

    /** Whether a document of that name could be made if the dossier had a charter that can be used. */
    public boolean lacksCharter(String id) {
        return frames.stream().anyMatch(f -> f.id().equals(id) && !templates.contains(f));
    }

    /** Whether the charter asks about something that the law does not know: then it is neither judged nor are there clauses of it. */
    public boolean lacksReview(Law law, Evaluation evaluation) {
        return charter.charter().isPresent() && review(law, evaluation).isEmpty();
    }

    /** The documents that a decision calls for: a use that is unlawful has a classification sheet and its charter, and no clause to be tendered with. */
    public List<DocumentTemplate> due(Law law, Evaluation evaluation, Decision decision) {
        boolean tender = decision.isTenderable();
        boolean judged = review(law, evaluation).isPresent();
        return templates.stream().filter(t -> switch (t.kind()) {
            case DocumentTemplate.SHEET, DocumentTemplate.CHARTER -> true;
            case DocumentTemplate.ASSESSMENT -> judged;
            default -> tender;
        }).toList();
    }

    /** Documents of which files may be left from when others were due. */
    public List<String> stale(List<DocumentTemplate> due) {
        return frames.stream().map(DocumentTemplate::id).filter(id -> due.stream().noneMatch(d -> d.id().equals(id))).toList();
    }

    private Optional<CharterReview> review(Law law, Evaluation evaluation) {
        return charter.review(law, evaluation).map(r -> new CharterReview(effective(r.charter()), r.lines()));
    }

    private Charter effective(Charter written) {
        return adopted ? written : written.asDraft();
    }

    public AnnexDocument document(String id, DossierFolder dossier, Law law, Evaluation evaluation, Decision decision, Lang lang) {
        DocumentTemplate template = templates.stream().filter(t -> t.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no document is called " + id));
        Wording wording = new Wording(law, lang);
        Optional<CharterReview> review = review(law, evaluation);
        ClauseChoice choice = new ClauseChoice(law, evaluation, wording, review);
        return switch (template.kind()) {
            case DocumentTemplate.SHEET -> new ClassificationSheet(template, dossier, law, evaluation, decision, lang).document();
            case DocumentTemplate.CHARTER -> new CharterDocument(template, effective(charter.charter().orElseThrow()), seal(), !adopted, dossier, law, clauses).document();
            case DocumentTemplate.ASSESSMENT -> new AssessmentDocument(template, review.orElseThrow(), charter, seal(),
                    charter.about(law, evaluation, dossier.text(DossierFile.FACTS.name())), dossier, decision, all(choice), choice, wording).document();
            default -> new ClauseDocument(template, all(choice), dossier, choice, decision, wording).document();
        };
    }

    private String seal() {
        return charter.charterText().map(CharterSeal::shown).orElseThrow();
    }

    /** The clauses there are, and those that the charter adds. */
    private List<Clause> all(ClauseChoice choice) {
        List<Clause> all = new ArrayList<>(clauses);
        all.addAll(choice.ofCharter(templates));
        return all;
    }

    /** The chain of a dossier. */
    public Chain chain(DossierFolder dossier, Law law, Evaluation evaluation, Decision decision, Lang lang) {
        Wording wording = new Wording(law, lang);
        Optional<CharterReview> review = review(law, evaluation);
        ClauseChoice choice = new ClauseChoice(law, evaluation, wording, review);
        Printed printed = new Printed(() -> due(law, evaluation, decision).stream().filter(t -> t.kind().equals(DocumentTemplate.CLAUSES))
                .map(t -> document(t.id(), dossier, law, evaluation, decision, lang)).toList());
        return new Chain(new Chain.Parts(law, evaluation, decision, all(choice), leftToLaw, review, charter.charter(), choice, templates, printed), wording);
    }
}
