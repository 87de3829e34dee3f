package org.etabli.annex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.etabli.dossier.DossierFolder;
import org.etabli.markdown.Asciidoc;
import org.etabli.markdown.FreeText;
import org.etabli.model.Charter;
import org.etabli.model.Clause;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Lang;
import org.etabli.model.RuleSet;
import org.etabli.rules.Law;

/** The charter as a document to be signed: its whole text, and nothing that could be taken for a part of it. */
final class CharterDocument {
    /** A charter with more commitments than this has a table of contents. */
    private static final int SHORT = 10;
    private static final int SIGNATORIES = 3;
    /** Empty lines, in any format: a hand writes here. */
    private static final String ROOM = "{nbsp} +\n{nbsp} +\n{nbsp} +\n{nbsp}";
    /** Ids of a charter and ours do not meet. */
    private static final String ANCHOR = "c-";

    private final DocumentTemplate template;
    private final Charter charter;
    private final String seal;
    private final boolean changed;
    private final DossierFolder folder;
    private final Law law;
    private final List<Clause> clauses;
    private final Wording wording;
    private final Lang lang;
    private final Map<String, String> anchors = new HashMap<>();
    private final Map<String, String> numbers;
    private final AsciidocWriter out = new AsciidocWriter();

    /**
     * @param seal    of the text that is signed
     * @param changed whether it was adopted, and is another text now
     */
    CharterDocument(DocumentTemplate template, Charter charter, String seal, boolean changed, DossierFolder folder, Law law, List<Clause> clauses) {
        this.template = template;
        this.charter = charter;
        this.seal = seal;
        this.changed = changed;
        this.folder = folder;
        this.law = law;
        this.clauses = clauses;
        // a charter is signed in its own language, whatever the reader's
        this.lang = charter.language();
        this.wording = new Wording(law, lang);
        this.numbers = numbers(charter);
        numbers.keySet().forEach(id -> anchors.put(id, ANCHOR + id));
    }

    /** Where everything stands in the charter, {@code 2}, {@code 2.1}, {@code 2.1.3}. */
    static Map<String, String> numbers(Charter charter) {
        Map<String, String> numbers = new HashMap<>();
        int principles = 0;
        for (Charter.Principle principle : charter.principles()) {
            String first = String.valueOf(++principles);
            numbers.put(principle.id(), first);
            int items = 0;
            for (Charter.Item item : principle.items()) {
                String second = first + "." + ++items;
                numbers.put(item.id(), second);
                int commitments = 0;
                for (Charter.Commitment commitment : item.commitments())
                    numbers.put(commitment.id(), second + "." + ++commitments);
            }
        }
        return numbers;
    }

    AnnexDocument document() {
        out.header(charter.title(), folder, charter, wording);
        status();
        if (charter.commitments().count() > SHORT)
            out.asciidoc("toc::[]");
        if (!charter.preamble().isBlank())
            out.section(1, template.id() + "-preambule", section("preambule").title().in(lang)).asciidoc(text(charter.preamble()));
        for (String paragraph : template.intro().in(lang).strip().split("\\R\\s*\\R"))
            out.asciidoc("[.reading]\n" + paragraph);
        charter.principles().forEach(this::principle);
        signatures();
        out.asciidoc("[.notice]\n" + (charter.adoption().isPresent() ? section("mention").intro().in(lang) : wording.inert("notice")));
        return new AnnexDocument(template.id(), lang, charter.title(), subtitle(), folder.dossier().authority().name(), out.toString(), List.of(), foot());
    }

    private String subtitle() {
        return charter.adoption().map(a -> wording.message("charter.version-adopted", charter.version(), wording.date(a.on())))
                .orElseGet(() -> wording.message("charter.version-draft", charter.version()));
    }

    private String foot() {
        return wording.message(charter.adoption().isPresent() ? "charter.foot" : "charter.foot-draft", charter.id(), charter.version(), wording.fingerprint(seal).substring(0, 20));
    }

    private void status() {
        if (charter.adoption().isEmpty()) {
            DocumentTemplate.Section mark = section(changed ? "modifie" : "projet");
            out.block("draft", mark.title().in(lang), mark.intro().in(lang));
            return;
        }
        Charter.Adoption adoption = charter.adoption().get();
        out.pairs(List.of(List.of(wording.message("charter.adopted-by"), adoption.by()), List.of(wording.message("charter.adopted-on"), wording.date(adoption.on())),
                List.of(wording.message("charter.deliberation"), adoption.deliberation()), List.of(wording.message("charter.version"), charter.version())));
    }

    private void principle(Charter.Principle principle) {
        heading(1, principle.id(), principle.title());
        out.asciidoc(text(principle.text()));
        for (Charter.Item item : principle.items()) {
            heading(2, item.id(), item.title());
            out.asciidoc(text(item.text()));
            item.commitments().forEach(this::commitment);
        }
    }

    private void heading(int level, String id, String title) {
        out.section(level, ANCHOR + id, numbers.get(id) + (level == 1 ? ". " : " ") + title);
    }

    private void commitment(Charter.Commitment commitment) {
        heading(3, commitment.id(), commitment.title());
        out.asciidoc(text(commitment.text()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("charter.level", List.of("*" + Asciidoc.inline(wording.level(commitment)) + "*")));
        commitment.responsible().ifPresent(r -> rows.add(row("charter.responsible", List.of(Asciidoc.inline(r)))));
        if (!commitment.evidence().isEmpty())
            rows.add(row("charter.evidence", commitment.evidence().stream().map(Asciidoc::inline).toList()));
        commitment.supplier().ifPresent(s -> rows.add(row("charter.supplier", List.of(Asciidoc.inline(s)))));
        if (!commitment.duties().isEmpty())
            rows.add(row("charter.duties", commitment.duties().stream().map(this::duty).distinct().map(Asciidoc::inline).toList()));
        if (!commitment.clauses().isEmpty())
            rows.add(row("charter.clauses", commitment.clauses().stream().map(this::clause).map(Asciidoc::inline).toList()));
        out.fields(rows);
    }

    private List<String> row(String label, List<String> asciidoc) {
        return List.of(wording.message(label), AsciidocWriter.lines(asciidoc));
    }

    private String duty(String id) {
        return law.ruleSets().stream().flatMap(s -> s.duties().stream()).filter(d -> d.id().equals(id)).findFirst().map(this::inWords).orElse(id);
    }

    private String inWords(RuleSet.DutyRule duty) {
        return duty.text().in(lang).replaceFirst("\\.$", "") + " (" + wording.articles(List.of(duty.path())) + ")";
    }

    private String clause(String id) {
        Optional<Clause> clause = clauses.stream().filter(c -> c.id().equals(id)).findFirst();
        return clause.map(c -> wording.clause(c)).orElse(id);
    }

    private String text(String markdown) {
        return FreeText.toAsciidoc(markdown, anchors);
    }

    /** The lines to be signed stand on one page with the fingerprint of what is signed. */
    private void signatures() {
        DocumentTemplate.Section signatures = section("signatures");
        out.section(1, template.id() + "-signatures", "signatures", signatures.title().in(lang));
        List<List<String>> rows = new ArrayList<>(List.of(List.of(wording.message("charter.text"), charter.title()),
                List.of(wording.message("charter.identity"), wording.message("charter.id-version", charter.id(), charter.version()))));
        charter.basedOn().ifPresent(b -> rows.add(List.of(wording.message("charter.based-on"), b)));
        rows.add(List.of(wording.message("charter.fingerprint"), wording.fingerprint(seal)));
        out.pairs(rows);
        out.asciidoc(signatures.intro().in(lang));
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < SIGNATORIES; i++)
            lines.add(List.of(ROOM, ROOM));
        out.richTable("to-sign", "1,1", List.of(wording.message("charter.signatory"), wording.message("charter.signature")), lines);
    }

    private DocumentTemplate.Section section(String id) {
        return template.section(id);
    }
}
