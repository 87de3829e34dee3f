package org.etabli.annex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.Standing;
import org.etabli.model.Clause;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Fact;
import org.etabli.model.Facts;
import org.etabli.model.Lang;
import org.etabli.model.Question;
import org.etabli.model.Truth;
import org.etabli.model.Value;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.yaml.ClauseReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clauses on random facts, and clauses of the dossier's own. */
class ClauseChoiceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String OWN = """
            schema: etabli/clauses/1
            document: environnement
            clauses:
              - id: PROPRE-1
                section: %1$s
                title: {fr: Une clause à nous, en: A clause of ours}
                source: [art.95.1]
                certainty: text
                when: {all: []}
                body:
                  fr: |
                    Premier paragraphe de {authority}.

                    * un
                    * deux

                    Second paragraphe.
                  en: |
                    First paragraph.

                    Second paragraph.
              - id: PROPRE-2
                section: %1$s
                title: {fr: D’un autre état du droit, en: Of another state of the law}
                source: [art.95.1]
                certainty: text
                when: {rule: a-rule-that-does-not-exist}
                body: {fr: jamais, en: never}
              - id: PROPRE-3
                section: %1$s
                title: {fr: Selon le droit, en: By the law}
                source: [art.95.1]
                certainty: draft
                when: {class: prohibited}
                body: {fr: interdit, en: prohibited}
            """;

    private final Content content = new Content(Path.of(System.getProperty("etabli.charters")));
    private final LawLibrary library = new LawLibrary(content);

    @TempDir
    Path folder;
    private Law law;

    @BeforeEach
    void compile() throws Exception {
        law = library.law(TODAY, Optional.empty());
        Files.writeString(folder.resolve("dossier.yaml"), "schema: etabli/dossier/1\nid: d\ntitle: T\nsystem: S\nauthority: {name: Ville d’Essai, kind: commune}\n");
    }

    private AnnexDocument document(Content seen, String id, Facts facts, Lang lang) throws Exception {
        Law its = seen.isOwn() ? new LawLibrary(seen).law(TODAY, Optional.empty()) : law;
        DossierFolder read = Standing.of(folder, seen, new LawLibrary(seen), LocalDate.EPOCH).dossier();
        DossierFolder dossier = new DossierFolder(folder, read.dossier(), facts, read.texts(), read.findings());
        Evaluation evaluation = its.evaluate(facts);
        return new Annexes(seen).document(id, dossier, its, evaluation, evaluation.decision("d", TODAY), lang);
    }

    private Facts random(Random random) {
        List<Fact> facts = new ArrayList<>();
        int known = 1 + random.nextInt(4);
        for (Question q : law.catalogue().questions())
            if (random.nextInt(4) < known)
                facts.add(Fact.of(q.id(), switch (q.type()) {
                    case YES_NO -> random.nextBoolean() ? Value.YES : Value.NO;
                    case ONE_OF -> new Value.Choice(q.options().get(random.nextInt(q.options().size())).id());
                    case ANY_OF -> new Value.Choices(new TreeSet<>(Set.of(q.options().get(random.nextInt(q.options().size())).id())), true);
                    case NUMBER -> new Value.Quantity(BigDecimal.valueOf(random.nextInt(100_000)));
                }));
        return Facts.of(facts);
    }

    /** A document, section by section: the ids of the clauses in it, and those that carry the mark of what is not settled. */
    private record Read(List<String> clauses, Set<String> marked) {
        static Read of(String asciidoc, List<Clause> all) {
            List<String> clauses = new ArrayList<>();
            Set<String> marked = new TreeSet<>();
            String anchor = "";
            for (String line : asciidoc.lines().toList()) {
                Matcher section = Pattern.compile("\\[#([^\\]]+)]").matcher(line);
                if (section.matches()) {
                    String id = section.group(1);
                    if (all.stream().anyMatch(c -> c.id().toLowerCase().equals(id))) {
                        clauses.add(id);
                        anchor = id;
                    }
                }
                if (line.equals("[.undecided]"))
                    marked.add(anchor);
            }
            return new Read(clauses, marked);
        }
    }

    /** Worked out by asking the law about every clause: those that hold, those that may, and no other, each once, in the order of the frame. */
    @Test
    void onAnyFactsTheClausesAreThoseWhoseConditionIsNotFalse() throws Exception {
        int chosen = 0;
        int left = 0;
        int open = 0;
        List<DocumentTemplate> templates = new Annexes(content).templates().stream().filter(t -> t.kind().equals("clauses")).toList();
        for (int seed = 0; seed < 40; seed++) {
            Facts facts = random(new Random(seed));
            Evaluation evaluation = law.evaluate(facts);
            for (DocumentTemplate template : templates) {
                List<Clause> all = ClauseReader.clauses(content.read("clauses/" + template.id() + ".yaml", "clauses"));
                Read read = Read.of(document(content, template.id(), facts, seed % 2 == 0 ? Lang.FR : Lang.EN).asciidoc(), all);
                List<String> expected = new ArrayList<>();
                Set<String> unsettled = new TreeSet<>();
                for (DocumentTemplate.Section section : template.sections())
                    for (Clause clause : all.stream().filter(c -> c.section().equals(section.id())).toList()) {
                        Truth truth = evaluation.truth(law.test(clause.when()));
                        if (truth != Truth.FALSE)
                            expected.add(clause.id().toLowerCase());
                        if (truth == Truth.UNKNOWN)
                            unsettled.add(clause.id().toLowerCase());
                    }
                assertEquals(expected, read.clauses, template.id() + " " + seed);
                assertEquals(unsettled, read.marked, template.id() + " " + seed);
                chosen += expected.size();
                left += all.size() - expected.size();
                open += unsettled.size();
            }
        }
        assertTrue(chosen > 500 && left > 300 && open > 100, chosen + " chosen, " + open + " of them open, " + left + " left out");
    }

    /** 1, 1.1, 1.1.1, 1.1.2, 1.2 …: nothing is skipped where a clause or a whole section is left out. */
    @Test
    void numbersFollowEachOtherWithoutAGap() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            AnnexDocument document = document(content, "ccap-ia", random(new Random(seed)), Lang.FR);
            int[] last = {0, 0, 0};
            for (AnnexDocument.ParagraphTrace p : document.paragraphs()) {
                int[] now = List.of(p.number().split("\\.")).stream().mapToInt(Integer::parseInt).toArray();
                boolean paragraph = now[0] == last[0] && now[1] == last[1] && now[2] == last[2] + 1;
                boolean clause = now[0] == last[0] && now[1] == last[1] + 1 && now[2] == 1;
                boolean section = now[0] == last[0] + 1 && now[1] == 1 && now[2] == 1;
                assertTrue(paragraph || clause || section, p.number() + " behind " + last[0] + "." + last[1] + "." + last[2]);
                last = now;
            }
        }
    }

    /** What cannot be settled says what it waits for; what is settled says what it rests on. */
    @Test
    void everyTraceSaysWhy() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            Facts facts = random(new Random(seed));
            Evaluation evaluation = law.evaluate(facts);
            List<Clause> all = ClauseReader.clauses(content.read("clauses/cctp-ia.yaml", "clauses"));
            for (AnnexDocument.ParagraphTrace p : document(content, "cctp-ia", facts, Lang.FR).paragraphs()) {
                Clause clause = all.stream().filter(c -> c.id().equals(p.clause())).findFirst().orElseThrow();
                assertEquals(clause.source(), p.source());
                assertEquals(evaluation.truth(law.test(clause.when())) == Truth.TRUE, p.settled(), p.clause());
                assertEquals(evaluation.causes(law.test(clause.when())).isEmpty(), p.because().isEmpty(), p.clause());
                assertTrue(p.settled() || !p.because().isEmpty(), "open, and nobody knows why: " + p);
            }
        }
    }

    @Test
    void clausesOfTheDossierTakeThePlaceOfOursAndTheDocumentSaysSo() throws Exception {
        DocumentTemplate template = new Annexes(content).templates().stream().filter(t -> t.id().equals("environnement")).findFirst().orElseThrow();
        Path own = Files.createDirectories(folder.resolve("charters/clauses")).resolve("environnement.yaml");
        Files.writeString(own, OWN.formatted(template.sections().get(0).id()));
        AnnexDocument document = document(content.of(folder), "environnement", Facts.NONE, Lang.FR);
        assertEquals(List.of("PROPRE-1 1.1.1", "PROPRE-1 1.1.2", "PROPRE-3 1.2.1"), document.paragraphs().stream().map(p -> p.clause() + " " + p.number()).toList(),
                "the second is of another state of the law, the third may hold");
        assertEquals(List.of(true, true, false), document.paragraphs().stream().map(AnnexDocument.ParagraphTrace::settled).toList());
        String text = document.asciidoc();
        assertTrue(text.contains("[.override]\n") && text.contains("environnement&#46;yaml") | text.contains("environnement.yaml"), text);
        assertTrue(text.contains("* un\n* deux") && text.contains(":authority: Ville d’Essai"), text);
        assertFalse(text.contains("jamais"));
        assertFalse(document(content.of(folder), "cctp-ia", Facts.NONE, Lang.FR).asciidoc().contains("PROPRE"), "only in its own document");
    }

    @Test
    void withoutOwnFilesNothingIsSaidAboutThem() throws Exception {
        assertFalse(document(content, "environnement", Facts.NONE, Lang.FR).asciidoc().contains("[.override]"));
    }

    @Test
    void everyDocumentSaysItIsNoLegalAdvice() throws Exception {
        for (DocumentTemplate template : new Annexes(content).templates()) {
            assertTrue(document(content, template.id(), Facts.NONE, Lang.FR).asciidoc().contains("conseil juridique"), template.id());
            assertTrue(document(content, template.id(), Facts.NONE, Lang.EN).asciidoc().contains("legal advice"), template.id());
        }
    }

    @Test
    void anEmptyDossierHasItsSheetToo() throws Exception {
        for (Lang lang : Lang.values()) {
            String text = document(content, "fiche-classification", Facts.NONE, lang).asciidoc();
            assertTrue(text.contains("[#missing]") && text.contains("[#receipt]"), text);
        }
    }

    /** The text of others stands in the AsciiDoc with every sign written as a number. */
    @Test
    void textOfOthersIsWrittenInert() throws Exception {
        String hostile = "zz include::x[] {authority} <script> |=== image::y[] pass:[z] +++q+++";
        Files.writeString(folder.resolve("dossier.yaml"), "schema: etabli/dossier/1\nid: d\ntitle: '%1$s'\nsystem: '%1$s'\nneed: '%1$s'\nauthority: {name: '%1$s', kind: commune}\nprocedure: {reference: '%1$s'}\n".formatted(hostile));
        Fact fact = new Fact("technique", new Value.Choice("learned"), Optional.of(hostile), Optional.of(TODAY), List.of(hostile, hostile), hostile);
        for (DocumentTemplate template : new Annexes(content).templates()) {
            String text = document(content, template.id(), Facts.of(List.of(fact)), Lang.FR).asciidoc();
            List<String> lines = text.lines().filter(l -> l.contains("zz")).toList();
            assertTrue(lines.size() >= 4, template.id());
            for (String line : lines)
                for (String sign : List.of("include::", "{", "<script", "|=", "image::", "pass:", "+++", "[]"))
                    assertFalse(line.replaceFirst("^\\| ", "").contains(sign), sign + " in " + line);
        }
    }
}
