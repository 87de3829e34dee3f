package org.etabli.annex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.Examples;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.Standing;
import org.etabli.model.Clause;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Lang;
import org.etabli.model.Truth;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.yaml.ClauseReader;
import org.junit.jupiter.api.Test;

/** The documents of every example: the right clauses, each paragraph with what it rests on. */
class AnnexesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Content content = new Content(Path.of(System.getProperty("etabli.charters")));
    private final LawLibrary library = new LawLibrary(content);

    private record Made(String example, AnnexDocument document, Law law, Evaluation evaluation, Decision decision) {
    }

    private interface Check {
        void on(Made made) throws Exception;
    }

    private void everyDocument(String kind, Check check) throws Exception {
        Annexes annexes = new Annexes(content);
        Law law = library.law(TODAY, Optional.empty());
        int seen = 0;
        for (String example : Examples.names(content)) {
            DossierFolder dossier = Standing.of(content.builtIn().resolve("examples").resolve(example), content, new LawLibrary(content), LocalDate.EPOCH).dossier();
            Evaluation evaluation = law.evaluate(dossier.facts());
            Decision decision = evaluation.decision(example, TODAY);
            for (DocumentTemplate template : annexes.templates())
                for (Lang lang : Lang.values())
                    if (template.kind().equals(kind)) {
                        check.on(new Made(example, annexes.document(template.id(), dossier, law, evaluation, decision, lang), law, evaluation, decision));
                        seen++;
                    }
        }
        assertTrue(seen >= 12, seen + " documents");
    }

    @Test
    void everyNumberedParagraphHasItsTraceAndItsAnchor() throws Exception {
        everyDocument("clauses", made -> {
            List<AnnexDocument.ParagraphTrace> traces = made.document.paragraphs();
            assertFalse(traces.isEmpty(), made.example);
            assertEquals(traces.size(), traces.stream().map(AnnexDocument.ParagraphTrace::number).distinct().count(), "numbers are unique");
            assertEquals(traces.size(), traces.stream().map(AnnexDocument.ParagraphTrace::anchor).distinct().count(), "anchors are unique");
            for (AnnexDocument.ParagraphTrace trace : traces) {
                assertTrue(made.document.asciidoc().contains("[#" + trace.anchor() + "]\n[.number]#" + trace.number() + "# "), trace.toString());
                assertFalse(trace.source().isEmpty(), trace.toString());
            }
            long numbered = made.document.asciidoc().lines().filter(l -> l.startsWith("[.number]#")).count();
            assertEquals(numbered, traces.size(), "no paragraph without a trace");
        });
    }

    /** Chosen is what holds, kept with a mark is what is undecided, and nothing else is there. */
    @Test
    void aClauseStandsInItsDocumentExactlyWhenItsConditionIsNotFalse() throws Exception {
        everyDocument("clauses", made -> {
            Set<String> there = made.document.paragraphs().stream().map(AnnexDocument.ParagraphTrace::clause).collect(Collectors.toSet());
            Set<String> open = made.document.paragraphs().stream().filter(t -> !t.settled()).map(AnnexDocument.ParagraphTrace::clause).collect(Collectors.toSet());
            long marks = made.document.asciidoc().lines().filter(l -> l.equals("[.undecided]")).count();
            assertEquals(open.size(), marks, made.example + " " + made.document.id());
            for (Clause clause : ClauseReader.clauses(content.read("clauses/" + made.document.id() + ".yaml", "clauses"))) {
                Truth truth = made.evaluation.truth(made.law.test(clause.when()));
                assertEquals(truth != Truth.FALSE, there.contains(clause.id()), made.example + " " + clause.id());
                assertEquals(truth == Truth.UNKNOWN, open.contains(clause.id()), made.example + " " + clause.id());
            }
        });
    }

    @Test
    void theSheetSaysClassBasisMissingFactsAndReceipt() throws Exception {
        everyDocument("sheet", made -> {
            String text = made.document.asciidoc();
            Wording wording = new Wording(made.law, made.document.lang());
            String read = java.util.regex.Pattern.compile("&#(\\d+);").matcher(text).replaceAll(m -> Character.toString(Integer.parseInt(m.group(1)))).toLowerCase();
            String heaviest = wording.classTitle(made.decision.isDecided() ? made.decision.classId() : made.decision.open().get(0)).toLowerCase();
            assertTrue(read.contains(heaviest + (made.decision.isDecided() ? "" : " possible")), made.example);
            made.decision.atLeast().ifPresent(least -> assertTrue(read.contains(wording.classTitle(least).toLowerCase()), made.example));
            made.decision.receipt().ruleSets().forEach(s -> assertTrue(text.contains(s.sha256()), "receipt of " + s.id()));
            made.decision.missing().forEach(m -> assertTrue(text.contains(org.etabli.markdown.Asciidoc.inline(wording.question(m.fact()))), m.fact()));
            for (String path : made.decision.basis())
                assertTrue(text.contains(org.etabli.markdown.Asciidoc.inline(wording.articles(List.of(path)))), path);
        });
    }

    @Test
    void sameInputSameBytes() throws Exception {
        Annexes annexes = new Annexes(content);
        Law law = library.law(TODAY, Optional.empty());
        DossierFolder dossier = Standing.of(content.builtIn().resolve("examples/aides-sociales"), content, new LawLibrary(content), LocalDate.EPOCH).dossier();
        for (DocumentTemplate template : annexes.templates()) {
            Evaluation once = law.evaluate(dossier.facts());
            Evaluation again = law.evaluate(dossier.facts());
            assertEquals(annexes.document(template.id(), dossier, law, once, once.decision("x", TODAY), Lang.FR).asciidoc(),
                    annexes.document(template.id(), dossier, law, again, again.decision("x", TODAY), Lang.FR).asciidoc());
        }
    }
}
