package org.etabli.annex;

import java.util.ArrayList;
import java.util.List;

import org.etabli.annex.AnnexDocument.ParagraphTrace;
import org.etabli.annex.ClauseChoice.Choice;
import org.etabli.dossier.DossierFolder;
import org.etabli.markdown.TrustedAsciidoc;
import org.etabli.model.Clause;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Lang;
import org.etabli.model.Text;
import org.etabli.model.Truth;

/** A module of clauses: those that the decision and the facts call for, numbered, each paragraph with what it rests on. */
final class ClauseDocument {
    private final DocumentTemplate template;
    private final List<Clause> clauses;
    private final DossierFolder folder;
    private final ClauseChoice choice;
    private final Decision decision;
    private final Wording wording;
    private final Lang lang;
    private final AsciidocWriter out = new AsciidocWriter();
    private final List<ParagraphTrace> traces = new ArrayList<>();

    /** @param clauses those of the charter included */
    ClauseDocument(DocumentTemplate template, List<Clause> clauses, DossierFolder folder, ClauseChoice choice, Decision decision, Wording wording) {
        this.template = template;
        this.clauses = clauses.stream().filter(c -> c.document().equals(template.id())).toList();
        this.folder = folder;
        this.choice = choice;
        this.decision = decision;
        this.lang = wording.lang();
        this.wording = wording;
    }

    AnnexDocument document() {
        out.header(template, folder, decision, wording);
        out.asciidoc(template.intro().in(lang));
        out.asciidoc("toc::[]");
        int number = 0;
        for (DocumentTemplate.Section section : template.sections()) {
            List<Choice> chosen = clauses.stream().filter(c -> c.section().equals(section.id())).map(choice::choose).filter(c -> c.truth() != Truth.FALSE).toList();
            if (!chosen.isEmpty())
                section(++number, section, chosen);
        }
        traceTable();
        out.paragraph("notice", wording.lawOf(decision.date(), folder.dossier().launch()) + " " + wording.message("notice"));
        return new AnnexDocument(template.id(), lang, template.title().in(lang), template.subtitle().in(lang), folder.dossier().authority().name(), out.toString(), traces);
    }

    private void section(int number, DocumentTemplate.Section section, List<Choice> chosen) {
        out.section(1, template.id() + "-" + section.id(), number + ". " + section.title().in(lang));
        if (!section.intro().equals(Text.EMPTY))
            out.asciidoc(section.intro().in(lang));
        int index = 0;
        for (Choice one : chosen)
            clause(number + "." + ++index, one);
    }

    private void clause(String number, Choice chosen) {
        Clause clause = chosen.clause();
        List<String> because = choice.because(chosen);
        out.section(2, anchor(clause), number + ". " + clause.title().in(lang));
        if (chosen.truth() == Truth.UNKNOWN)
            out.paragraph("undecided", wording.message("undecided", String.join(" ; ", chosen.causes().stream().map(wording::cause).distinct().toList())));
        if (chosen.draft())
            out.paragraph("undecided", wording.message("undecided.draft"));
        int index = 0;
        int part = 0;
        for (String block : blocks(clause.body().in(lang))) {
            String id = anchor(clause) + "-" + ++part;
            if (isList(block) || TrustedAsciidoc.isFramed(block)) {
                // a list or a table belongs to the paragraph that announces it
                out.asciidoc("[#" + id + "]\n" + block);
                continue;
            }
            String paragraph = number + "." + ++index;
            out.asciidoc("[#" + id + "]\n[.number]#" + paragraph + "# " + block);
            traces.add(new ParagraphTrace(paragraph, id, clause.id(), clause.section(), clause.source(), because, chosen.isSettled()));
        }
        out.paragraph("trace", wording.message(ClauseChoice.isOfCharter(clause) ? "trace.charter" : "trace", clause.id(), wording.articles(clause.source()),
                because.isEmpty() ? wording.message("trace.always") : String.join(" ; ", because), wording.message("certainty." + clause.certainty().code())));
    }

    private static String anchor(Clause clause) {
        return clause.id().toLowerCase(java.util.Locale.ROOT);
    }

    /** Paragraphs and lists, separated by blank lines; the items of one list stay together. */
    private static List<String> blocks(String body) {
        List<String> blocks = new ArrayList<>();
        for (String block : TrustedAsciidoc.blocksOf(body))
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
        out.paragraph(wording.message("trace.intro"));
        out.table("trace-table", "1,2,4,5", List.of(wording.message("column.paragraph"), wording.message("column.clause"), wording.message("column.source"),
                wording.message("column.because")),
                traces.stream().map(t -> List.of(t.number(), t.clause(), wording.articles(t.source()),
                        (t.settled() ? "" : wording.message("to-confirm") + " — ")
                                + (t.because().isEmpty() ? wording.message("trace.always") : String.join(" ; ", t.because())))).toList());
    }
}
