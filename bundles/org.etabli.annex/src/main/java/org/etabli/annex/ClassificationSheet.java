package org.etabli.annex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.etabli.dossier.DossierFolder;
import org.etabli.markdown.FreeText;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Fact;
import org.etabli.model.Lang;
import org.etabli.model.RuleSet;
import org.etabli.model.Trace;
import org.etabli.model.Truth;
import org.etabli.model.Value;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;

/** What the committee signs and the tender file attaches: the class, why, what is missing, what follows from it. */
final class ClassificationSheet {
    private static final int MAX_WHAT_IF = 12;

    private final DocumentTemplate template;
    private final DossierFolder folder;
    private final Law law;
    private final Decision decision;
    private final Wording wording;
    private final Lang lang;
    private final AsciidocWriter out = new AsciidocWriter();

    ClassificationSheet(DocumentTemplate template, DossierFolder folder, Law law, Evaluation evaluation, Decision decision, Lang lang) {
        this.template = template;
        this.folder = folder;
        this.law = law;
        this.decision = decision;
        this.lang = lang;
        this.wording = new Wording(law, lang);
    }

    AnnexDocument document() {
        out.header(template, folder, decision, wording);
        out.asciidoc(template.intro().in(lang));
        identity();
        result();
        facts();
        reasons();
        missing();
        duties("sheet.duties", "duties", decision.duties());
        duties("sheet.french", "french", decision.frenchLaw());
        doubts();
        whatIf();
        receipt();
        return new AnnexDocument(template.id(), lang, template.title().in(lang), template.subtitle().in(lang), folder.dossier().authority().name(),
                out.toString(), List.of());
    }

    private void identity() {
        out.section(1, "project", wording.message("sheet.project"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(wording.message("sheet.authority"), folder.dossier().authority().name()));
        rows.add(List.of(wording.message("sheet.dossier"), folder.dossier().title()));
        rows.add(List.of(wording.message("sheet.system"), folder.dossier().system()));
        if (!decision.roles().isEmpty())
            rows.add(List.of(wording.message("sheet.roles"), String.join(" ; ", decision.roles().stream()
                    .map(r -> r.title().in(lang) + (r.held() == Truth.TRUE ? "" : " (" + wording.message("to-confirm") + ")")).toList())));
        rows.add(List.of(wording.message("sheet.law"), wording.lawOn(decision.date(), folder.dossier().launch())));
        out.pairs(rows);
        if (!folder.dossier().need().isBlank())
            out.section(2, "need", wording.message("sheet.need")).asciidoc(FreeText.toAsciidoc(folder.dossier().need()));
    }

    private void result() {
        out.section(1, "result", wording.message("sheet.result"));
        out.paragraph("class", wording.headline(decision));
        out.paragraph(wording.classMeaning(decision.classId()));
        wording.remarks(decision).forEach(out::paragraph);
        if (!decision.basis().isEmpty())
            out.paragraph(wording.message("sheet.basis", wording.articles(decision.basis())));
        out.paragraph(wording.message(switch (decision.fria()) {
            case TRUE -> "sheet.fria.yes";
            case FALSE -> "sheet.fria.no";
            case UNKNOWN -> "sheet.fria.unknown";
        }));
    }

    private void facts() {
        out.section(1, "facts", wording.message("sheet.facts"));
        List<List<String>> rows = new ArrayList<>();
        for (Fact fact : folder.facts().byId().values())
            rows.add(List.of(wording.question(fact.id()), wording.value(fact.id(), fact.value()), wording.provenance(fact)));
        if (rows.isEmpty())
            out.paragraph(wording.message("sheet.no-facts"));
        else
            out.table("facts", "4,3,5", List.of(wording.message("column.question"), wording.message("column.answer"), wording.message("column.provenance")), rows);
    }

    /** Rules that hold, then those that were excluded, by stage of the law. */
    private void reasons() {
        out.section(1, "reasons", wording.message("sheet.reasons"));
        List<List<String>> fired = decision.trace().steps().stream().filter(s -> s.outcome() == Truth.TRUE).map(this::row).toList();
        // of an empty form everything is open: that says nothing
        List<Trace.Step> waiting = folder.facts().byId().isEmpty() ? List.of()
                : decision.trace().waitingFor(decision.missing().stream().map(Decision.Missing::fact).collect(Collectors.toSet()));
        List<String> header = List.of(wording.message("column.rule"), wording.message("column.because"), wording.message("column.source"));
        if (!fired.isEmpty())
            out.section(2, "fired", wording.message("sheet.fired")).table("reasons", "4,5,3", header, fired);
        if (!waiting.isEmpty())
            out.section(2, "open", wording.message("sheet.open")).table("reasons", "4,5,3", header, waiting.stream().map(this::row).toList());
        out.section(2, "excluded", wording.message("sheet.excluded"));
        excluded();
    }

    private List<String> row(Trace.Step step) {
        return List.of(step.rule().title().in(lang), causes(step), wording.articles(step.rule().source()));
    }

    private String causes(Trace.Step step) {
        return String.join(" ; ", step.causes().stream().map(wording::cause).toList());
    }

    /** One line for each stage: a reader wants to know that it was examined and what shut it out, not every letter of it. */
    private void excluded() {
        Map<String, Set<String>> byStage = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Trace.Step step : decision.trace().steps())
            if (step.outcome() == Truth.FALSE) {
                counts.merge(step.rule().stage(), 1, Integer::sum);
                for (Trace.Cause cause : step.causes())
                    if (cause instanceof Trace.Cause.OfFact)
                        byStage.computeIfAbsent(step.rule().stage(), s -> new LinkedHashSet<>()).add(wording.cause(cause));
            }
        Map<String, String> titles = new LinkedHashMap<>();
        for (RuleSet set : law.ruleSets())
            set.stages().forEach(s -> titles.putIfAbsent(s.id(), s.title().in(lang)));
        List<List<String>> rows = new ArrayList<>();
        titles.forEach((stage, title) -> {
            if (byStage.containsKey(stage))
                rows.add(List.of(title, String.valueOf(counts.get(stage)), String.join(" ; ", byStage.get(stage).stream().limit(4).toList())));
        });
        out.table("reasons", "3,1,6", List.of(wording.message("column.stage"), wording.message("column.rules"), wording.message("column.because")), rows);
    }

    private void missing() {
        if (decision.missing().isEmpty())
            return;
        out.section(1, "missing", wording.message("sheet.missing"));
        out.paragraph(wording.message("sheet.missing-intro"));
        out.table("missing", "5,3,4", List.of(wording.message("column.question"), wording.message("column.could-become"), wording.message("column.note")),
                decision.missing().stream().map(m -> List.of(wording.question(m.fact()),
                        String.join(" ; ", m.couldBecome().stream().map(wording::classTitle).toList()),
                        folder.facts().get(m.fact()).map(this::whomToAsk).orElse(""))).toList());
    }

    private String whomToAsk(Fact fact) {
        String note = fact.note().strip();
        return fact.ask().map(a -> wording.ask(a) + (note.isEmpty() ? "" : ". " + note)).orElse(note);
    }

    private void duties(String title, String id, List<Decision.Duty> duties) {
        if (duties.isEmpty())
            return;
        out.section(1, id, wording.message(title));
        List<Decision.Duty> sure = duties.stream().filter(d -> d.status() != Decision.DutyStatus.UNDETERMINED).toList();
        List<Decision.Duty> open = duties.stream().filter(d -> d.status() == Decision.DutyStatus.UNDETERMINED).toList();
        if (!sure.isEmpty())
            table(sure);
        if (!open.isEmpty()) {
            out.section(2, id + "-open", wording.message("sheet.duties-open", open.size()));
            table(open);
        }
    }

    private void table(List<Decision.Duty> duties) {
        out.table("duties", "2,2,6,3", List.of(wording.message("column.who"), wording.message("column.article"), wording.message("column.duty"), wording.message("column.when")),
                duties.stream().map(d -> List.of(wording.bearer(d), wording.articles(List.of(d.path())),
                        d.text().in(lang) + (d.certainty().isDoubtful() ? " [" + wording.message("certainty." + d.certainty().code()) + "]" : ""),
                        wording.when(d))).toList());
    }

    private void doubts() {
        if (decision.doubts().isEmpty())
            return;
        out.section(1, "doubts", wording.message("sheet.doubts"));
        for (Decision.Doubt doubt : decision.doubts())
            out.item(doubt.text().in(lang) + " (" + wording.articles(doubt.source()) + " ; " + wording.message("certainty." + doubt.certainty().code()) + ")");
        out.end();
    }

    private void whatIf() {
        if (decision.whatIf().isEmpty() && decision.unmoved().isEmpty())
            return;
        out.section(1, "what-if", wording.message("sheet.what-if"));
        List<Decision.WhatIf> shown = wording.mostTelling(decision.whatIf()).stream().limit(MAX_WHAT_IF).toList();
        if (!shown.isEmpty())
            out.table("what-if", "5,3,3", List.of(wording.message("column.question"), wording.message("column.instead"), wording.message("column.class")),
                shown.stream().map(w -> List.of(wording.question(w.fact()), wording.value(w.fact(), w.to()), wording.classTitle(w.classId()))).toList());
        if (decision.whatIf().size() > MAX_WHAT_IF)
            out.paragraph(wording.message("sheet.what-if-more", decision.whatIf().size() - MAX_WHAT_IF));
        if (!decision.unmoved().isEmpty())
            out.paragraph(wording.message("sheet.unmoved", String.join(" ; ", decision.unmoved().stream().map(wording::label).toList())));
    }

    private void receipt() {
        out.section(1, "receipt", wording.message("sheet.receipt"));
        List<List<String>> rows = new ArrayList<>();
        for (Decision.Receipt.Entry set : decision.receipt().ruleSets())
            rows.add(List.of(wording.message("receipt.rules", set.id(), set.version()), "SHA-256 " + set.sha256()));
        rows.addAll(wording.ownReceipt());
        rows.add(List.of(wording.message("receipt.engine"), decision.receipt().engine()));
        rows.add(List.of(wording.message("receipt.facts"), "SHA-256 " + decision.receipt().factsSha256()));
        rows.add(List.of(wording.message("receipt.answers"), String.valueOf(folder.facts().byId().values().stream().filter(f -> !(f.value() instanceof Value.Unknown)).count())));
        out.pairs(rows);
        out.paragraph("notice", wording.message("notice"));
    }
}
