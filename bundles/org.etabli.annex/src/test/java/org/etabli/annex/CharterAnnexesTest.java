package org.etabli.annex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.etabli.annex.AnnexDocument.ParagraphTrace;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.Examples;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.Standing;
import org.etabli.markdown.Asciidoc;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Lang;
import org.etabli.model.Truth;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents of a dossier with a charter: the water leaks of Saint-Savin, and a charter written for these tests. */
class CharterAnnexesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String BODY = """

            Un préambule avec **du gras**, [un renvoi](#garder), [le site](https://example.org/a_b?x=1) et [un piège](javascript:alert).

            # Premier {#premier}

            ## Sujet un {#sujet-un}

            ### Garder un guichet {#garder}

            Une personne répond :

            - au guichet ;
            - au téléphone.

            Toujours.

            - niveau : obligatoire
            - responsable : maire
            - preuve : horaires affichés
            - preuve : numéro affiché
            - devoirs : human-oversight
            - clauses : cctp-acces-agent, cctp-video

            ### Prévenir les agents {#prevenir}

            Les agents sont prévenus.

            - niveau : recommandé
            - clauses : cctp-agents, cctp-haut-risque-deployeur
            - respecté si : workers_subject = no

            # Deuxième {#deuxieme}

            ## Sujet deux {#sujet-deux}

            ### Effacer {#effacer}

            Rien ne reste.

            - niveau : obligatoire
            - preuve : attestation
            - titulaire : Le titulaire efface tout.
            - contraire si : technique = learned

            ### Contrôler {#controler}

            Un agent contrôle.

            - niveau : obligatoire
            - preuve : compte rendu
            - clauses : cctp-controle-humain

            ### Essayer {#essayer}

            Un essai avant l’achat.

            - niveau : possible
            """;
    private static final String HEAD = "---\nschema: etabli/charter/1\nid: essai\ntitle: Charte d’essai\nlanguage: fr\nversion: \"3\"\n%s---\n";
    private static final String ADOPTION = "adoption:\n  on: 2026-10-01\n  deliberation: \"2026-77\"\n  by: conseil municipal\n%s";

    private final Content content = new Content(Path.of(System.getProperty("etabli.charters")));
    private final LawLibrary library = new LawLibrary(content);

    private Law law;
    private Path dossier;

    @TempDir
    Path temp;

    @BeforeEach
    void aDossier() throws Exception {
        law = library.law(TODAY, Optional.empty());
        dossier = temp.resolve("dossier");
        Examples.copy(content, "saint-savin-fuites", dossier);
    }

    private void charter(String adoption) throws Exception {
        Files.writeString(dossier.resolve("charter.md"), HEAD.formatted(adoption) + BODY);
    }

    private void assessment(String commitments) throws Exception {
        Files.writeString(dossier.resolve("charter-assessment.yaml"), "schema: etabli/charter-assessment/1\ncharter: {id: essai, version: \"3\"}\ncommitments:\n" + commitments);
    }

    private Annexes annexes() throws Exception {
        return new Annexes(content, Standing.of(dossier, content, library, LocalDate.EPOCH).charter());
    }

    private AnnexDocument document(String id, Lang lang) throws Exception {
        DossierFolder folder = Standing.of(dossier, content, new LawLibrary(content), LocalDate.EPOCH).dossier();
        Evaluation evaluation = law.evaluate(folder.facts());
        return annexes().document(id, folder, law, evaluation, evaluation.decision("x", TODAY), lang);
    }

    private String raw(String id) throws Exception {
        return document(id, Lang.FR).asciidoc();
    }

    /** With the signs that are written as numbers. */
    private String text(String id) throws Exception {
        return readable(raw(id));
    }

    private static String readable(String asciidoc) {
        return Pattern.compile("&#(\\d+);").matcher(asciidoc).replaceAll(m -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1)))));
    }

    private Chain.Explanation explained(String id, Chain.Kind kind) throws Exception {
        DossierFolder folder = Standing.of(dossier, content, new LawLibrary(content), LocalDate.EPOCH).dossier();
        return annexes().chain(folder, law, law.evaluate(folder.facts()), law.decide("x", folder.facts(), TODAY), Lang.FR).explain(id).stream().filter(e -> e.link().kind() == kind).findFirst().orElseThrow();
    }

    private static List<String> ids(List<Chain.Link> links) {
        return links.stream().map(Chain.Link::id).toList();
    }

    private static List<ParagraphTrace> of(AnnexDocument document, String clause) {
        return document.paragraphs().stream().filter(p -> p.clause().equals(clause)).toList();
    }

    /** What the paragraphs of a clause are, which must stand there. */
    private static Set<Boolean> settled(AnnexDocument document, String clause) {
        return of(document, clause).stream().map(ParagraphTrace::settled).collect(Collectors.toSet());
    }

    private static void inOrder(String text, String... parts) {
        int at = -1;
        for (String part : parts) {
            int next = text.indexOf(part, at + 1);
            assertTrue(next > at, "« " + part + " » is missing behind " + at + " in\n" + text);
            at = next;
        }
    }

    // --- the charter -----------------------------------------------------------------------------------------------

    @Test
    void theCharterIsWholeAndSaysThatItIsADraft() throws Exception {
        charter("");
        AnnexDocument document = document("charte", Lang.FR);
        assertEquals("Charte d’essai", document.title());
        assertTrue(document.subtitle().contains("3") && document.subtitle().contains("non adopté"), document.subtitle());
        assertTrue(document.foot().startsWith("essai, version 3, projet non adopté"), document.foot());
        inOrder(readable(document.asciidoc()), "[.draft]", "Projet, non adopté", "Un préambule avec **du gras**", "== 1. Premier", "=== 1.1 Sujet un", "==== 1.1.1 Garder un guichet",
                "* au guichet", "* au téléphone", "Toujours", "*obligatoire*", "| maire", "* horaires affichés", "* numéro affiché", "==== 1.1.2 Prévenir les agents", "*recommandé*",
                "== 2. Deuxième", "==== 2.1.1 Effacer", "Le titulaire efface tout.", "==== 2.1.3 Essayer", "*possible*", "Fait à", "Nom et qualité");
    }

    /** Names of duties and clauses say nothing to whoever signs. */
    @Test
    void dutiesAndClausesAreSaidInWords() throws Exception {
        charter("");
        String text = text("charte");
        String duty = law.ruleSets().stream().flatMap(s -> s.duties().stream()).filter(d -> d.id().equals("human-oversight")).findFirst().orElseThrow().text().fr();
        assertTrue(text.contains(duty.substring(0, duty.length() - 1)), text);
        assertFalse(text.contains("human-oversight"), "a bare id");
        String clause = annexes().clauses().stream().filter(c -> c.id().equals("cctp-acces-agent")).findFirst().orElseThrow().title().fr();
        assertTrue(text.contains(clause), text);
    }

    /** Of the id, the title, the version, the language and the text behind the head, each with its length in bytes. */
    @Test
    void theFingerprintIsThatOfTheText() throws Exception {
        charter("");
        String text = BODY.stripTrailing();
        String sealed = "etabli-seal:1:2\nid:5:essai\ntitle:16:Charte d’essai\nversion:1:3\nlanguage:2:fr\ntext:" + text.getBytes(StandardCharsets.UTF_8).length + ":" + text + "\n";
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sealed.getBytes(StandardCharsets.UTF_8)));
        assertTrue(text("charte").contains("SHA-256 " + sha256), text("charte"));
    }

    @Test
    void anAdoptedCharterNamesItsAdoption() throws Exception {
        charter(ADOPTION.formatted(""));
        AnnexDocument document = document("charte", Lang.FR);
        assertTrue(document.subtitle().contains("1er octobre 2026"), document.subtitle());
        inOrder(readable(document.asciidoc()), "conseil municipal", "1er octobre 2026", "2026-77", "Fait à");
        assertFalse(document.asciidoc().contains("[.draft]") || document.foot().contains("projet"), "it is no draft");
        assertTrue(document.asciidoc().contains("conseil juridique"), "drafting help, no legal advice");
    }

    @Test
    void aTextThatHasChangedSinceItsAdoptionCountsAsADraft() throws Exception {
        charter(ADOPTION.formatted("  text: sha256-" + "0".repeat(64) + "\n"));
        String text = text("charte");
        inOrder(text, "[.draft]", "modifié depuis son adoption");
        assertFalse(text.contains("2026-77"), "an adoption that is not of this text");
        assertEquals(List.of(false), of(document("ccap-ia", Lang.FR), "charte-effacer").stream().map(ParagraphTrace::settled).toList());
    }

    @Test
    void linksLeadToTheirPlaceOrShowWhereTheyLead() throws Exception {
        charter("");
        String text = raw("charte");
        assertTrue(text.contains("xref:c-garder[un renvoi]") && text.contains("[#c-garder]"), text);
        assertTrue(text.contains("link:" + Asciidoc.inline("https://example.org/a_b?x=1") + "[le site]"), text);
        assertTrue(text.contains("un piège &#40;") && !text.contains("link:javascript"), "a script is read, and leads nowhere");
    }

    /** It is signed as it was written, whoever prints it. */
    @Test
    void aCharterKeepsItsLanguageAndItsAssessmentIsInTheReaders() throws Exception {
        charter("");
        assertEquals(Lang.FR, document("charte", Lang.EN).lang());
        AnnexDocument assessment = document("evaluation-charte", Lang.EN);
        assertEquals(Lang.EN, assessment.lang());
        assertTrue(assessment.asciidoc().contains("commitments judged") && assessment.asciidoc().contains("Garder un guichet"), assessment.asciidoc());
    }

    // --- the assessment --------------------------------------------------------------------------------------------

    /** First principle: two, one kept, one open: (1 + 0) / 2 and (1 + 1) / 2. Second: a half and one open of two that apply: 0.5 / 2 and 1.5 / 2. */
    @Test
    void sharesAreThoseOfTheHand() throws Exception {
        charter("");
        assessment("  garder: respected\n  effacer: unknown\n  controler: partly\n  essayer: not_applicable\n");
        inOrder(text("evaluation-charte"), "3 engagements jugés sur 5", "| 1. Premier\n| 1\n| 0\n| 0\n| 0\n| 1\n| 50 % à 100 %", "| 2. Deuxième\n| 0\n| 1\n| 0\n| 1\n| 1\n| 25 % à 75 %");
    }

    @Test
    void aContradictionComesFirstAndIsNoVerdict() throws Exception {
        charter("");
        String text = text("evaluation-charte");
        inOrder(text, "[#evaluation-charte-contradictions]", "2.1.1 Effacer", "[#evaluation-charte-ouverts]", "1.1.2 Prévenir les agents", "| respecté", "[#evaluation-charte-juges]",
                "Aucun engagement n’a encore été jugé");
        inOrder(text, "0 engagements jugés sur 5", "ouverts : 5");
        assessment("  effacer: {verdict: not_respected, reason: Le contrat ne dit rien., by: comité, on: 2026-11-20}\n");
        text = text("evaluation-charte");
        assertTrue(text.contains("Aucun fait connu du dossier ne contredit"), "it is judged now");
        inOrder(text, "Bloquant", "Effacer", "[#evaluation-charte-juges]", "2.1.1 Effacer", "*non respecté*", "Le contrat ne dit rien.", "comité, 20 novembre 2026");
    }

    @Test
    void whatWasAskedAndNotAnsweredIsSaid() throws Exception {
        charter("");
        assertTrue(text("evaluation-charte").contains("Aucune consultation"), "nobody was consulted");
        Files.writeString(dossier.resolve("involvement.yaml"), """
                schema: etabli/involvement/1
                consultations:
                  - who: Les habitants
                    how: une table
                    when: trois samedis
                    people: 42
                    points:
                      - {asked: "Qui écoute ?", answered: Personne.}
                      - {asked: "Et la nuit ?", answered: ""}
                """);
        inOrder(text("evaluation-charte"), "1. Les habitants", "une table", "trois samedis", "| 42", "Qui écoute ?", "Personne.", "Et la nuit ?", "Sans réponse");
    }

    // --- clauses ---------------------------------------------------------------------------------------------------

    @Test
    void anAdoptedCharterBringsAClauseThatStandsOnItsOwn() throws Exception {
        AnnexDocument without = document("cctp-ia", Lang.FR);
        assertEquals(List.of(), of(without, "cctp-acces-agent"), "the facts do not call for it");
        assertEquals(Set.of(false), settled(without, "cctp-agents"), "an unknown fact leaves it open");
        charter(ADOPTION.formatted(""));
        AnnexDocument with = document("cctp-ia", Lang.FR);
        for (String clause : List.of("cctp-acces-agent", "cctp-agents")) {
            assertFalse(of(with, clause).isEmpty(), clause);
            for (ParagraphTrace trace : of(with, clause)) {
                assertTrue(trace.settled(), "the charter settles it: " + trace);
                assertTrue(trace.because().getLast().matches("engagement « .* » \\((garder|prevenir)\\) de la charte, version 3"), trace.toString());
            }
        }
        assertEquals(List.of(), of(with, "cctp-video"), "a clause on cameras without a camera has no object");
        assertEquals(Set.of(false), settled(with, "cctp-haut-risque-deployeur"), "whether the system is high-risk is not the charter's to say");
        List<String> always = of(with, "cctp-controle-humain").get(0).because();
        assertEquals(2, always.size(), "it stands without the charter as well: " + always);
    }

    @Test
    void aDraftBringsItsClausesMarked() throws Exception {
        charter("");
        AnnexDocument document = document("cctp-ia", Lang.FR);
        assertEquals(Set.of(false), settled(document, "cctp-acces-agent"));
        inOrder(readable(document.asciidoc()), "[#cctp-acces-agent]", "[.undecided]", "pas encore adoptée");
        assertEquals(Set.of(true), settled(document, "cctp-controle-humain"), "it does not wait for the charter");
    }

    @Test
    void whatNoClauseSaysIsAClauseOfItsOwn() throws Exception {
        charter(ADOPTION.formatted(""));
        AnnexDocument document = document("ccap-ia", Lang.FR);
        assertEquals(1, of(document, "charte-effacer").size());
        ParagraphTrace trace = of(document, "charte-effacer").get(0);
        assertTrue(trace.settled());
        assertEquals(List.of("engagement « Effacer » (effacer) de la charte, version 3"), trace.because());
        inOrder(readable(document.asciidoc()), "Engagements issus de la charte", "[#charte-effacer]", "[.number]#" + trace.number() + "# Le titulaire efface tout.", "Clause charte-effacer");
        inOrder(readable(document.asciidoc()), "charte-effacer", "[#ccap-ia-sanctions]", "[#ccap-ia-derogations]");
        assertEquals(List.of(), of(document("cctp-ia", Lang.FR), "charte-effacer"), "in one document only");
    }

    @Test
    void aCommitmentThatDoesNotApplyBringsNothing() throws Exception {
        charter(ADOPTION.formatted(""));
        assessment("  garder: {verdict: not_applicable, reason: Nul usager.}\n  effacer: {verdict: not_applicable, reason: Rien à effacer.}\n");
        assertEquals(List.of(), of(document("cctp-ia", Lang.FR), "cctp-acces-agent"));
        AnnexDocument ccap = document("ccap-ia", Lang.FR);
        assertEquals(List.of(), of(ccap, "charte-effacer"));
        assertFalse(ccap.asciidoc().contains("Engagements issus de la charte"), "no empty section");
    }

    @Test
    void theAssessmentSaysWhichClausesTheFactsShutOut() throws Exception {
        charter(ADOPTION.formatted(""));
        inOrder(text("evaluation-charte"), "[#evaluation-charte-marche]", "cctp-acces-agent", "Clause non reprise", "cctp-video", "1.1.1 Garder un guichet");
    }

    // --- which documents, and the chain ----------------------------------------------------------------------------

    @Test
    void withoutACharterThereIsNothingAboutOne() throws Exception {
        assertEquals(List.of("fiche-classification", "cctp-ia", "ccap-ia", "environnement"), annexes().templates().stream().map(DocumentTemplate::id).toList());
        charter("");
        assertEquals(List.of("fiche-classification", "cctp-ia", "ccap-ia", "environnement", "charte", "evaluation-charte"),
                annexes().templates().stream().map(DocumentTemplate::id).toList());
    }

    @Test
    void aProhibitedPracticeIsJudgedButNotTendered() throws Exception {
        charter("");
        Files.writeString(dossier.resolve("facts.yaml"), """
                schema: etabli/facts/1
                facts:
                  scope_exclusion: [none]
                  technique: learned
                  supply_mode: [bought]
                  authority_uses_it: yes
                  art5_signals: [emotion_work_school]
                  product_safety: [none]
                  purpose_areas: [none]
                  gpai_supply: no_model
                  art50_signals: [none]
                  emotion_from_biometrics: yes
                  emotion_setting: [work]
                  art5_f_medical_safety: no
                """);
        DossierFolder folder = Standing.of(dossier, content, new LawLibrary(content), LocalDate.EPOCH).dossier();
        Evaluation evaluation = law.evaluate(folder.facts());
        Decision decision = evaluation.decision("x", TODAY);
        assertTrue(decision.classes().contains(Decision.PROHIBITED), decision.classes().toString());
        assertEquals(List.of("fiche-classification", "charte", "evaluation-charte"), annexes().due(law, evaluation, decision).stream().map(DocumentTemplate::id).toList());
        assertFalse(text("evaluation-charte").contains("[#evaluation-charte-marche]"), "there is no tender");
    }

    @Test
    void fromTheCommitmentToTheClauseAndBack() throws Exception {
        charter(ADOPTION.formatted(""));
        assertEquals(List.of("human-oversight", "cctp-acces-agent", "cctp-video"), ids(explained("garder", Chain.Kind.COMMITMENT).uses()));
        Chain.Link clause = explained("cctp-acces-agent", Chain.Kind.CLAUSE).link();
        assertEquals(Truth.TRUE, clause.truth());
        assertTrue(ids(clause.because()).contains("garder"), clause.toString());
        assertEquals(Truth.FALSE, explained("cctp-video", Chain.Kind.CLAUSE).link().truth());
        assertEquals(List.of("charte-effacer"), ids(explained("effacer", Chain.Kind.COMMITMENT).uses()));
        assertEquals(List.of("effacer"), ids(explained("charte-effacer", Chain.Kind.CLAUSE).link().because()));
        assertTrue(ids(explained("human-oversight", Chain.Kind.DUTY).uses()).contains("garder"));
        assertTrue(ids(explained("technique", Chain.Kind.FACT).uses()).contains("effacer"));
    }

    @Test
    void aConflictIsSaidWhereTheChainPasses() throws Exception {
        charter("");
        Chain.Link commitment = explained("effacer", Chain.Kind.COMMITMENT).link();
        assertTrue(commitment.text().contains("contredit par les faits"), commitment.text());
        assertEquals(List.of("technique"), ids(commitment.because()));
        assertFalse(explained("garder", Chain.Kind.COMMITMENT).link().text().contains("contredit"));
        assessment("  effacer: not_respected\n");
        assertFalse(explained("effacer", Chain.Kind.COMMITMENT).link().text().contains("contredit"), "it is judged");
    }

    // --- hostile text ----------------------------------------------------------------------------------------------

    /** In a charter, a reason, evidence and an involvement point. */
    @Test
    void textOfOthersIsWrittenInert() throws Exception {
        String hostile = "zz include::x[] {authority} <script> |=== image::y[] pass:[z] +++q+++";
        String quoted = "'" + hostile + "'";
        Files.writeString(dossier.resolve("charter.md"), (HEAD.formatted("adoption: {on: 2026-10-01, deliberation: X, by: X}\n") + BODY).replace("title: Charte d’essai", "title: " + quoted).replace(": X", ": " + quoted)
                .replace("Rien ne reste.", hostile).replace("Garder un guichet", hostile).replace("maire", hostile).replace("attestation", hostile).replace("Le titulaire efface tout.", hostile)
                .replace("# Premier", "# " + hostile));
        assessment("  garder: {verdict: partly, reason: %1$s, evidence: [%1$s], by: %1$s}\n".formatted(quoted));
        Files.writeString(dossier.resolve("involvement.yaml"), "schema: etabli/involvement/1\nconsultations:\n  - {who: %1$s, how: %1$s, when: %1$s, note: %1$s, points: [{asked: %1$s, answered: %1$s}]}\n".formatted(quoted));
        int seen = 0;
        for (String id : List.of("charte", "evaluation-charte", "ccap-ia", "cctp-ia"))
            for (String line : raw(id).lines().filter(l -> l.contains("zz")).toList()) {
                seen++;
                for (String sign : List.of("include::", "{", "<script", "|=", "image::", "pass:", "+++", "[]"))
                    assertFalse(line.replaceFirst("^\\| ", "").contains(sign), sign + " in " + line);
            }
        assertTrue(seen > 20, seen + " lines");
    }
}
