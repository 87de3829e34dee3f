package org.etabli.annex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.etabli.annex.AnnexDocument.ParagraphTrace;
import org.etabli.dossier.DossierFolder;
import org.etabli.model.Clause;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Lang;
import org.etabli.model.Text;
import org.etabli.model.Trace;
import org.etabli.model.Truth;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.rules.LawException;

/** A module of clauses: those that the decision and the facts call for, numbered, each paragraph with what it rests on. */
final class ClauseDocument {
    private final DocumentTemplate template;
    private final List<Clause> clauses;
    private final List<String> overridden;
    private final DossierFolder folder;
    private final Law law;
    private final Evaluation evaluation;
    private final Decision decision;
    private final Wording wording;
    private final Lang lang;
    private final AsciidocWriter out = new AsciidocWriter();
    private final List<ParagraphTrace> traces = new ArrayList<>();

    ClauseDocument(DocumentTemplate template, List<Clause> clauses, List<String> overridden, DossierFolder folder, Law law, Evaluation evaluation,
            Decision decision, Lang lang) {
        this.template = template;
        this.clauses = clauses.stream().filter(c -> c.document().equals(template.id())).toList();
        this.overridden = overridden;
        this.folder = folder;
        this.law = law;
        this.evaluation = evaluation;
        this.decision = decision;
        this.lang = lang;
        this.wording = new Wording(law, lang);
    }

    private record Chosen(Clause clause, Truth truth, List<String> because) {
    }

    AnnexDocument document() {
        out.header(template, folder, decision, wording);
        out.asciidoc(template.intro().in(lang));
        out.asciidoc("toc::[]");
        int number = 0;
        for (DocumentTemplate.Section section : template.sections()) {
            List<Chosen> chosen = clauses.stream().filter(c -> c.section().equals(section.id())).map(this::choose).filter(c -> c.truth != Truth.FALSE).toList();
            if (!chosen.isEmpty())
                section(++number, section, chosen);
        }
        traceTable();
        if (overridden.stream().anyMatch(p -> p.startsWith("clauses/") || p.startsWith("templates/")))
            out.paragraph("override", wording.message("override", String.join(", ", overridden)));
        out.paragraph("notice", wording.message("notice"));
        return new AnnexDocument(template.id(), lang, template.title().in(lang), template.subtitle().in(lang), folder.dossier().authority().name(), out.toString(), traces);
    }

    private Chosen choose(Clause clause) {
        try {
            Law.Test test = law.test(clause.when());
            Set<String> because = new LinkedHashSet<>();
            for (Trace.Cause cause : evaluation.causes(test))
                because.add(wording.cause(cause));
            return new Chosen(clause, evaluation.truth(test), List.copyOf(because));
        } catch (LawException e) {
            // a clause written for another state of the law: it cannot be chosen under this one
            return new Chosen(clause, Truth.FALSE, List.of());
        }
    }

    private void section(int number, DocumentTemplate.Section section, List<Chosen> chosen) {
        out.section(1, template.id() + "-" + section.id(), number + ". " + section.title().in(lang));
        if (!section.intro().equals(Text.EMPTY))
            out.asciidoc(section.intro().in(lang));
        int index = 0;
        for (Chosen one : chosen)
            clause(number + "." + ++index, one);
    }

    private void clause(String number, Chosen chosen) {
        Clause clause = chosen.clause;
        out.section(2, anchor(clause), number + ". " + clause.title().in(lang));
        if (chosen.truth == Truth.UNKNOWN)
            out.paragraph("undecided", wording.message("undecided", String.join(" ; ", chosen.because)));
        int index = 0;
        int part = 0;
        for (String block : blocks(clause.body().in(lang))) {
            String id = anchor(clause) + "-" + ++part;
            if (isList(block)) {
                // a list belongs to the paragraph that announces it
                out.asciidoc("[#" + id + "]\n" + block);
                continue;
            }
            String paragraph = number + "." + ++index;
            out.asciidoc("[#" + id + "]\n[.number]#" + paragraph + "# " + block);
            traces.add(new ParagraphTrace(paragraph, id, clause.id(), clause.source(), chosen.because, chosen.truth == Truth.TRUE));
        }
        out.paragraph("trace", wording.message("trace", clause.id(), wording.articles(clause.source()),
                chosen.because.isEmpty() ? wording.message("trace.always") : String.join(" ; ", chosen.because),
                wording.message("certainty." + clause.certainty().code())));
    }

    private static String anchor(Clause clause) {
        return clause.id().toLowerCase(java.util.Locale.ROOT);
    }

    /** Paragraphs and lists, separated by blank lines; the items of one list stay together. */
    private static List<String> blocks(String body) {
        List<String> blocks = new ArrayList<>();
        for (String block : body.strip().split("\\R\\s*\\R"))
            if (!blocks.isEmpty() && isList(block) && isList(blocks.get(blocks.size() - 1)))
                blocks.set(blocks.size() - 1, blocks.get(blocks.size() - 1) + "\n" + block.strip());
            else
                blocks.add(block.strip());
        return blocks;
    }

    private static boolean isList(String block) {
        return block.startsWith("* ") || block.startsWith(". ") || block.startsWith("- ");
    }

    private void traceTable() {
        out.section(1, template.id() + "-trace", wording.message("trace.title"));
        out.paragraph(wording.message("trace.intro", decision.law(), wording.date(decision.date())));
        out.table("trace-table", "1,2,4,5", List.of(wording.message("column.paragraph"), wording.message("column.clause"), wording.message("column.source"),
                wording.message("column.because")),
                traces.stream().map(t -> List.of(t.number(), t.clause(), wording.articles(t.source()),
                        (t.settled() ? "" : wording.message("to-confirm") + " — ")
                                + (t.because().isEmpty() ? wording.message("trace.always") : String.join(" ; ", t.because())))).toList());
    }
}
