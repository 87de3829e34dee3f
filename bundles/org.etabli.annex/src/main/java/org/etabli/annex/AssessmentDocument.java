package org.etabli.annex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.etabli.annex.ClauseChoice.Choice;
import org.etabli.dossier.CharterFolder;
import org.etabli.dossier.DossierFolder;
import org.etabli.markdown.Asciidoc;
import org.etabli.markdown.FreeText;
import org.etabli.model.Assessment;
import org.etabli.model.Assessment.Judgement;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Charter;
import org.etabli.model.Clause;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Finding;
import org.etabli.model.Involvement;
import org.etabli.model.Lang;
import org.etabli.model.Truth;
import org.etabli.rules.CharterReview;
import org.etabli.rules.CharterReview.Line;
import org.etabli.rules.CharterReview.Share;

/** How a project keeps a charter: the summary, what contradicts, what is open, what was judged and why, and who was consulted. */
final class AssessmentDocument {
    private final DocumentTemplate template;
    private final CharterReview review;
    private final CharterFolder charter;
    private final String seal;
    private final List<Finding> findings;
    private final DossierFolder folder;
    private final Decision decision;
    private final List<Clause> clauses;
    private final ClauseChoice choice;
    private final Wording wording;
    private final Lang lang;
    private final Map<String, String> numbers;
    private final AsciidocWriter out = new AsciidocWriter();

    /**
     * @param seal     of the charter's text
     * @param findings about the project and the charter
     * @param clauses  those of the charter included
     */
    AssessmentDocument(DocumentTemplate template, CharterReview review, CharterFolder charter, String seal, List<Finding> findings, DossierFolder folder, Decision decision,
            List<Clause> clauses, ClauseChoice choice, Wording wording) {
        this.template = template;
        this.review = review;
        this.charter = charter;
        this.seal = seal;
        this.findings = findings;
        this.folder = folder;
        this.decision = decision;
        this.clauses = clauses;
        this.choice = choice;
        this.wording = wording;
        this.lang = wording.lang();
        this.numbers = CharterDocument.numbers(review.charter());
    }

    AnnexDocument document() {
        out.header(template.title().in(lang), folder, review.charter(), wording);
        out.asciidoc(template.intro().in(lang));
        project();
        summary();
        contradictions();
        open();
        judged();
        involvement();
        tender();
        receipt();
        return new AnnexDocument(template.id(), lang, template.title().in(lang), template.subtitle().in(lang), folder.dossier().authority().name(), out.toString(), List.of());
    }

    private void section(String id) {
        out.section(1, template.id() + "-" + id, template.section(id).title().in(lang));
    }

    private void intro(String id) {
        out.asciidoc(template.section(id).intro().in(lang));
    }

    private void project() {
        section("projet");
        Charter text = review.charter();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(wording.message("sheet.authority"), folder.dossier().authority().name()));
        rows.add(List.of(wording.message("sheet.dossier"), folder.dossier().title()));
        rows.add(List.of(wording.message("sheet.system"), folder.dossier().system()));
        rows.add(List.of(wording.message("assessment.class"), wording.headline(decision)));
        rows.add(List.of(wording.message("charter.text"), wording.charter(text)));
        text.adoption().ifPresent(a -> rows.add(List.of(wording.message("charter.adopted-on"), wording.message("charter.adopted-how", wording.date(a.on()), a.by(), a.deliberation()))));
        rows.add(List.of(wording.message("sheet.law"), wording.lawOn(decision.date(), folder.dossier().launch())));
        out.pairs(rows);
    }

    private void summary() {
        section("synthese");
        long open = count(Verdict.UNKNOWN);
        out.paragraph("class", wording.message("assessment.coverage", review.judged(), review.lines().size()));
        out.paragraph(wording.message("assessment.counts", count(Verdict.RESPECTED), count(Verdict.PARTLY), count(Verdict.NOT_RESPECTED), count(Verdict.NOT_APPLICABLE), open));
        List<Share> shares = review.shares();
        intro("synthese");
        List<List<String>> rows = new ArrayList<>();
        for (Share share : shares)
            rows.add(List.of(numbers.get(share.principle().id()) + ". " + share.principle().title(), number(share.respected()), number(share.partly()), number(share.notRespected()),
                    number(share.notApplicable()), number(share.unknown()), wording.share(share)));
        out.table("shares", "6,2,2,2,2,2,4", List.of(wording.message("column.principle"), wording.verdict(Verdict.RESPECTED), wording.verdict(Verdict.PARTLY), wording.verdict(Verdict.NOT_RESPECTED),
                wording.verdict(Verdict.NOT_APPLICABLE), wording.verdict(Verdict.UNKNOWN), wording.message("column.share")), rows);
        Radar.svg(shares, wording).ifPresent(out::html);
    }

    private static String number(int count) {
        return String.valueOf(count);
    }

    private long count(Verdict verdict) {
        return review.lines().stream().filter(l -> l.verdict() == verdict).count();
    }

    private void contradictions() {
        section("contradictions");
        List<Line> conflicts = review.lines().stream().filter(Line::isConflict).toList();
        if (conflicts.isEmpty()) {
            out.paragraph(wording.message("assessment.no-conflict"));
        } else {
            intro("contradictions");
            out.table("conflicts", "5,6,3", List.of(wording.message("column.commitment"), wording.message("column.contradicts"), wording.message("column.judged-so-far")),
                    conflicts.stream().map(l -> List.of(name(l), causes(l), wording.verdict(l.verdict()))).toList());
        }
        List<Finding> others = findings.stream().filter(f -> !f.id().equals("charter.conflict") && !f.id().equals("assessment.open"))
                .sorted(Comparator.comparing(Finding::severity)).toList();
        others.forEach(f -> out.item(wording.message("finding." + f.severity().name().toLowerCase(java.util.Locale.ROOT)) + " " + f.message().in(lang)));
        if (!others.isEmpty())
            out.end();
    }

    private void open() {
        List<Line> open = review.lines().stream().filter(l -> l.verdict() == Verdict.UNKNOWN).toList();
        section("ouverts");
        if (open.isEmpty()) {
            out.paragraph(wording.message("assessment.nothing-open"));
            return;
        }
        intro("ouverts");
        List<Line> proposed = open.stream().filter(l -> l.proposed().isPresent()).toList();
        if (!proposed.isEmpty())
            out.table("open", "6,3,6", List.of(wording.message("column.commitment"), wording.message("column.proposed"), wording.message("column.because")),
                    proposed.stream().map(l -> List.of(name(l), wording.verdict(l.proposed().orElseThrow()), causes(l))).toList());
        if (proposed.size() < open.size())
            out.paragraph(wording.message(proposed.isEmpty() ? "assessment.no-proposal" : "assessment.no-proposal-else"));
        for (Charter.Principle principle : review.charter().principles()) {
            List<String> names = open.stream().filter(l -> l.principle().id().equals(principle.id()) && l.proposed().isEmpty()).map(this::name).toList();
            if (!names.isEmpty())
                out.item(principle.title() + wording.message("colon") + String.join(" ; ", names));
        }
        out.end();
    }

    private void judged() {
        section("juges");
        if (review.judged() == 0) {
            out.paragraph(wording.message("assessment.nothing-judged"));
            return;
        }
        for (Charter.Principle principle : review.charter().principles()) {
            List<Line> lines = review.lines().stream().filter(l -> l.principle().id().equals(principle.id()) && l.verdict() != Verdict.UNKNOWN).toList();
            if (lines.isEmpty())
                continue;
            out.section(2, template.id() + "-p-" + principle.id(), numbers.get(principle.id()) + ". " + principle.title());
            out.richTable("judged", "4,3,8a,4", List.of(wording.message("column.commitment"), wording.message("column.verdict"), wording.message("column.reason"), wording.message("column.by-on")),
                    lines.stream().map(this::judgement).toList());
        }
    }

    private List<String> judgement(Line line) {
        Judgement judgement = charter.assessment().judgements().get(line.commitment().id());
        List<String> reason = new ArrayList<>();
        reason.add(judgement.reason().isBlank() ? wording.inert("assessment.no-reason") : FreeText.toAsciidoc(judgement.reason()));
        reason.add(judgement.evidence().isEmpty() ? wording.inert("assessment.no-evidence")
                : wording.inert("assessment.evidence", String.join(" ; ", judgement.evidence())));
        return List.of(Asciidoc.inline(name(line)), "*" + Asciidoc.inline(wording.verdict(line.verdict())) + "*", String.join("\n\n", reason),
                Asciidoc.inline(byOn(judgement.by(), judgement.on())));
    }

    private String byOn(Optional<String> by, Optional<LocalDate> on) {
        List<String> parts = new ArrayList<>();
        parts.add(by.orElseGet(() -> wording.message("assessment.nobody")));
        on.map(wording::date).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    private void involvement() {
        section("consultation");
        List<Involvement.Consultation> consultations = charter.involvement().consultations();
        if (consultations.isEmpty()) {
            out.paragraph(wording.message("assessment.no-consultation"));
            return;
        }
        intro("consultation");
        int index = 0;
        for (Involvement.Consultation consultation : consultations)
            consultation(++index, consultation);
    }

    private void consultation(int index, Involvement.Consultation consultation) {
        out.section(2, template.id() + "-consultation-" + index, index + ". " + consultation.who());
        List<List<String>> rows = new ArrayList<>();
        add(rows, "involvement.how", consultation.how());
        add(rows, "involvement.when", consultation.on().map(wording::date).orElse(consultation.when()));
        if (consultation.on().isPresent())
            add(rows, "involvement.when-words", consultation.when());
        consultation.people().ifPresent(p -> add(rows, "involvement.people", String.valueOf(p)));
        if (!rows.isEmpty())
            out.pairs(rows);
        out.asciidoc(FreeText.toAsciidoc(consultation.note()));
        if (!consultation.points().isEmpty())
            out.richTable("points", "1a,1a", List.of(wording.message("column.asked"), wording.message("column.answered")), consultation.points().stream()
                    .map(p -> List.of(FreeText.toAsciidoc(p.asked()), p.answered().isBlank() ? "*" + wording.inert("involvement.unanswered") + "*" : FreeText.toAsciidoc(p.answered()))).toList());
    }

    private void add(List<List<String>> rows, String label, String value) {
        if (!value.isBlank())
            rows.add(List.of(wording.message(label), value));
    }

    /** Nothing is put to tender where the use is unlawful. */
    private void tender() {
        List<Choice> asked = !decision.isTenderable() ? List.of()
                : clauses.stream().map(choice::choose).filter(c -> !c.askedBy().isEmpty()).toList();
        if (asked.isEmpty())
            return;
        section("marche");
        intro("marche");
        List<Choice> there = asked.stream().filter(c -> c.truth() != Truth.FALSE).toList();
        List<Choice> shutOut = asked.stream().filter(c -> c.truth() == Truth.FALSE).toList();
        if (!there.isEmpty())
            out.table("brought", "6,7", List.of(wording.message("column.in-tender"), wording.message("column.asked-by")),
                    there.stream().map(c -> List.of(wording.clause(c.clause()) + (c.isSettled() ? "" : " (" + wording.message("to-confirm") + ")"), askedBy(c))).toList());
        if (!shutOut.isEmpty())
            out.table("brought", "4,4,5", List.of(wording.message("column.not-in-tender"), wording.message("column.asked-by"), wording.message("column.because")),
                    shutOut.stream().map(c -> List.of(wording.clause(c.clause()), askedBy(c), String.join(" ; ", c.causes().stream().map(wording::cause).distinct().toList()))).toList());
    }

    private String askedBy(Choice choice) {
        return String.join(" ; ", choice.askedBy().stream().map(c -> numbers.get(c.id()) + " " + c.title()).toList());
    }

    private void receipt() {
        section("recu");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(wording.message("receipt.charter", review.charter().id(), review.charter().version()), wording.fingerprint(seal)));
        Assessment assessment = charter.assessment();
        if (!assessment.equals(Assessment.NONE))
            rows.add(List.of(wording.message("receipt.judged"), wording.message("charter.id-version", assessment.charter(), assessment.version())));
        rows.add(List.of(wording.message("receipt.facts"), "SHA-256 " + decision.receipt().factsSha256()));
        rows.add(List.of(wording.message("receipt.law"), decision.law()));
        rows.addAll(wording.ownReceipt());
        rows.add(List.of(wording.message("receipt.engine"), decision.receipt().engine()));
        out.pairs(rows);
        out.paragraph("notice", wording.message("notice"));
    }

    private String name(Line line) {
        return numbers.get(line.commitment().id()) + " " + line.commitment().title() + " (" + wording.level(line.commitment()) + ")";
    }

    private String causes(Line line) {
        return String.join(" ; ", line.because().stream().map(wording::cause).toList());
    }
}
