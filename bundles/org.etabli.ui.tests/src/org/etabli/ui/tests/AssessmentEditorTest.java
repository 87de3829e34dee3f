package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.etabli.ui.Core;
import org.etabli.ui.testkit.AssessmentForm;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.NoErrorLogged;
import org.etabli.ui.testkit.UiWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A committee judges the water leaks of Saint-Savin against a small charter, and notes who was consulted. */
@ExtendWith(NoErrorLogged.class)
class AssessmentEditorTest {
    private static final int OVERVIEW = 0;
    private static final int JUDGE = 1;
    private static final String CHARTER = """
            ---
            schema: etabli/charter/1
            id: petite
            title: Petite charte
            language: fr
            version: "3"
            ---

            # Choisir {#choisir}

            ## Avant {#avant}

            ### Écrire le besoin {#besoin}

            Le besoin est écrit avant l’outil.

            - niveau : obligatoire
            - responsable : maire
            - preuve : note d’opportunité

            ### Ne pas acheter à l’aveugle {#achat}

            L’outil est acheté, et non bricolé.

            - niveau : recommandé
            - respecté si : supply_mode = bought

            # Travailler {#travailler}

            ## Chaque jour {#chaque-jour}

            ### Se passer d’outil {#sans-outil}

            La commune ne s’en sert pas elle-même.

            - niveau : obligatoire
            - preuve : délibération
            - contraire si : tool_user = us

            # Rendre des comptes {#comptes}

            ## Chaque année {#chaque-annee}

            ### Publier le bilan {#bilan}

            Le bilan est public.

            - niveau : possible
            """;
    private static final String FRESH = "schema: etabli/charter-assessment/1\ncharter:\n  id: petite\n  version: \"3\"\ncommitments: {}\n";

    private final Bot bot = new Bot();
    private final AssessmentForm form = new AssessmentForm(bot);
    private OpenDossier dossier;
    private IDocument document;

    @BeforeEach
    void openTheDossier() throws Exception {
        dossier = new OpenDossier(bot, "saint-savin-fuites");
    }

    @AfterEach
    void closeTheDossier() throws Exception {
        dossier.close();
    }

    private Path file(String name) {
        return dossier.facts().resolveSibling(name);
    }

    private void save(String name, String text) throws Exception {
        Files.writeString(file(name), text);
        dossier.project.refreshLocal(IResource.DEPTH_INFINITE, null);
    }

    private void open(String name, String text) throws Exception {
        save(name, text);
        follow(bot.ui(() -> IDE.openEditor(OpenDossier.page(), dossier.project.getFile(name))));
    }

    private void follow(IEditorPart editor) {
        document = bot.ui(() -> {
            ITextEditor source = Arrays.stream(((FormEditor) editor).findEditors(editor.getEditorInput()))
                    .filter(ITextEditor.class::isInstance).map(ITextEditor.class::cast).findFirst().orElseThrow();
            return source.getDocumentProvider().getDocument(source.getEditorInput());
        });
    }

    private void assess(String text) throws Exception {
        save("charter.md", CHARTER);
        open("charter-assessment.yaml", text);
    }

    private void becomes(String text) {
        bot.waitUntil("the text as it should be:\n" + text, () -> document.get().equals(text));
    }

    private void judged(String words) {
        bot.waitUntil(words, () -> form.label("assessment.judged").equals(words));
    }

    private void undoUntil(String text) {
        for (int i = 0; i < 20 && !bot.ui(document::get).equals(text); i++) {
            bot.menu("Édition", "Annuler");
            bot.idle();
        }
        becomes(text);
    }

    /** Without a charter there is nothing to judge against: it is begun on the way, with a model or a text that exists. */
    @Test
    void anAssessmentWithoutACharterBeginsWithOne() throws Exception {
        assertFalse(Files.exists(file("charter.md")));
        bot.run(() -> Display.getCurrent().asyncExec(() -> {
            ICommandService commands = OpenDossier.editor().getSite().getService(ICommandService.class);
            try {
                ParameterizedCommand open = commands.deserialize("org.etabli.ui.openFile(org.etabli.ui.openFile.file=charter-assessment.yaml)");
                OpenDossier.editor().getSite().getService(IHandlerService.class).executeCommand(open, null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        }));
        Shell wizard = bot.shell("Charte éthique");
        bot.press(bot.find(Button.class, "the button that goes on", b -> b == wizard.getDefaultButton()));
        bot.waitUntil("the assessment", () -> OpenDossier.editor().getEditorInput().getName().equals("charter-assessment.yaml"));
        assertTrue(Files.readString(file("charter.md")).contains("schema: etabli/charter/1"));
        assertTrue(Files.readString(file("charter-assessment.yaml")).contains("charter:"));
    }

    @Test
    void theMenuBeginsAnAssessmentOfTheCharterOfTheDossier() throws Exception {
        save("charter.md", CHARTER);
        bot.menu("Dossier", "Évaluer au regard de la charte");
        judged("Engagements jugés : 0 sur 4");
        assertEquals(FRESH, Files.readString(file("charter-assessment.yaml")));
        assertEquals(List.of("Vue d’ensemble", "Évaluation", "Source"), form.pages());
        bot.find(Canvas.class, "assessment.radar");
        bot.screenshot("assessment-overview");
    }

    @Test
    void aProposalIsAcceptedByAClickAndAllCanBeTakenBack() throws Exception {
        assess(FRESH);
        judged("Engagements jugés : 0 sur 4");
        assertTrue(form.label("assessment.kept").startsWith("La charte est tenue à 0 % au moins, à 100 % au plus"), form.label("assessment.kept"));
        form.page(JUDGE).commitment("Choisir", "Avant", "Ne pas acheter à l’aveugle");
        assertEquals("Les faits proposent : respecté.", form.label("judgement.facts"));
        assertTrue(form.isChosen("verdict.unknown"), "nothing is filled in silently");
        bot.screenshot("assessment-proposal");
        form.press("judgement.accept");
        bot.waitUntil("the judgement", () -> document.get().contains("  achat:\n    verdict: respected\n    evidence: ["));
        bot.waitUntil("the verdict in the form", () -> form.isChosen("verdict.respected"));
        assertTrue(document.get().contains("    by: " + System.getProperty("user.name") + "\n    on: " + Core.get().today() + "\n"), document.get());
        form.commitment("Choisir", "Avant", "Écrire le besoin").press("verdict.partly");
        bot.waitUntil("the short form", () -> document.get().endsWith("  besoin: partly\n"));
        form.write("judgement.reason", "La note vient après l’achat.");
        bot.waitUntil("the reason", () -> document.get().endsWith("  besoin:\n    verdict: partly\n    reason: La note vient après l’achat.\n"));
        form.page(OVERVIEW);
        judged("Engagements jugés : 2 sur 4");
        // one kept and one half kept of four, two of them open
        assertTrue(form.label("assessment.kept").startsWith("La charte est tenue à 37,5 % au moins, à 87,5 % au plus"), form.label("assessment.kept"));
        bot.screenshot("assessment-judged");
        undoUntil(FRESH);
        judged("Engagements jugés : 0 sur 4");
        dossier.save();
        assertEquals(FRESH, Files.readString(file("charter-assessment.yaml")));
    }

    @Test
    void aContradictionLeadsToTheQuestionThatMakesIt() throws Exception {
        assess(FRESH);
        form.follow("conflict.sans-outil");
        bot.waitUntil("the commitment", () -> form.label("judgement.title").equals("Se passer d’outil"));
        assertEquals("Des faits contredisent cet engagement.", form.label("judgement.facts"));
        bot.screenshot("assessment-conflict");
        form.follow("judgement.question.tool_user");
        Button us = bot.find(Button.class, "answer.tool_user.us");
        assertTrue(bot.ui(us::getSelection));
        assertEquals("facts.yaml", bot.ui(() -> OpenDossier.editor().getEditorInput().getName()));
    }

    /** What is judged not respected is no contradiction any more; "to be judged" leaves no trace. */
    @Test
    void aVerdictTakesTheContradictionOverAndCanBeTakenBack() throws Exception {
        assess(FRESH);
        form.page(JUDGE).commitment("Travailler", "Chaque jour", "Se passer d’outil").press("verdict.not_respected");
        becomes(FRESH.replace("commitments: {}", "commitments:\n  sans-outil: not_respected"));
        bot.waitUntil("agreement", () -> form.label("judgement.facts").equals("Les faits vont dans le même sens."));
        form.press("verdict.unknown");
        becomes(FRESH);
    }

    @Test
    void aCharterThatIsSavedIsFollowed() throws Exception {
        assess(FRESH);
        judged("Engagements jugés : 0 sur 4");
        save("charter.md", CHARTER.substring(0, CHARTER.indexOf("# Rendre")).replace("version: \"3\"", "version: \"4\""));
        judged("Engagements jugés : 0 sur 3");
        save("charter.md", CHARTER.replace("{#achat}", "{#besoin}"));
        bot.waitUntil("the notice", () -> form.label("assessment.notice").startsWith("La charte de ce dossier a des erreurs."));
        Files.delete(file("charter.md"));
        dossier.project.refreshLocal(IResource.DEPTH_INFINITE, null);
        bot.waitUntil("the notice", () -> form.label("assessment.notice").startsWith("Ce dossier n’a pas de charte"));
        save("charter.md", CHARTER);
        judged("Engagements jugés : 0 sur 4");
    }

    @Test
    void consultationsAreAddedChangedAndTakenBack() throws Exception {
        String fresh = "schema: etabli/involvement/1\nconsultations: []\n";
        bot.menu("Dossier", "Noter qui a été consulté");
        bot.waitUntil("the editor", () -> OpenDossier.editor().getEditorInput().getName().equals("involvement.yaml"));
        follow(bot.ui(OpenDossier::editor));
        becomes(fresh);
        Button remove = bot.find(Button.class, "involvement.remove");
        assertFalse(bot.ui(remove::isEnabled), "there is nothing to take away");
        form.press("involvement.add");
        bot.waitUntil("its name", () -> form.text("consultation.who").equals("Nouvelle consultation"));
        form.write("consultation.who", "Les habitants").write("consultation.people", "42");
        becomes(fresh.replace(" []", "\n  - who: Les habitants\n    people: 42"));
        form.write("consultation.people", "beaucoup");
        form.press("point.add");
        bot.waitUntil("its words", () -> form.text("point.asked").equals("Nouveau point"));
        form.write("point.asked", "Et l’eau ?").write("point.answered", "Oui.");
        becomes(fresh.replace(" []", "\n  - who: Les habitants\n    people: 42\n    points:\n      - asked: \"Et l’eau ?\"\n        answered: Oui."));
        bot.waitUntil("the summary", () -> form.label("involvement.summary").equals("Consultations : 1 — points soulevés : 1, sans réponse : 0"));
        form.write("point.answered", "");
        bot.waitUntil("the summary", () -> form.label("involvement.summary").equals("Consultations : 1 — points soulevés : 1, sans réponse : 1"));
        bot.screenshot("involvement");
        undoUntil(fresh);
        bot.waitUntil("nobody to ask", () -> !bot.exists(Button.class, "point.add"));
    }

    /** The second of two quick clicks would be for the neighbour, which nobody has seen yet. */
    @Test
    void twoQuickClicksTakeOneConsultationAway() throws Exception {
        String head = "schema: etabli/involvement/1\nconsultations:\n";
        open("involvement.yaml", head + "  - who: A\n  - who: B\n  - who: C\n");
        bot.waitUntil("the first", () -> form.text("consultation.who").equals("A"));
        Button remove = bot.find(Button.class, "involvement.remove");
        bot.ui(() -> {
            remove.notifyListeners(SWT.Selection, new Event());
            remove.notifyListeners(SWT.Selection, new Event());
            return null;
        });
        becomes(head + "  - who: B\n  - who: C\n");
        bot.waitUntil("the second", () -> form.text("consultation.who").equals("B"));
        form.press("involvement.remove");
        becomes(head + "  - who: C\n");
    }

    @Test
    void aVerdictDoesNotKeepTheUserWaiting() throws Exception {
        save("charter.md", Files.readString(Core.get().content().builtIn().resolve("models/ekitia.fr.md")).replaceFirst("(?m)^counterpart:.*\\R", ""));
        open("charter-assessment.yaml", FRESH.replace("petite", "ekitia").replace("\"3\"", "\"1\""));
        form.page(JUDGE);
        bot.find(Button.class, "verdict.respected");
        for (String verdict : List.of("respected", "partly"))
            choose(verdict);
        try (UiWatch watch = UiWatch.of(bot.ui(() -> OpenDossier.editor().getSite().getShell().getDisplay()))) {
            for (String verdict : List.of("not_respected", "not_applicable", "respected", "partly", "not_respected"))
                choose(verdict);
            System.out.println("slowest event of a verdict, ms: " + watch.slowest().toMillis());
            watch.check();
        }
    }

    private void choose(String verdict) {
        form.press("verdict." + verdict);
        bot.waitUntil(verdict, () -> document.get().contains(": " + verdict + "\n"));
        bot.idle();
    }
}
