package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.FactsForm;
import org.etabli.ui.testkit.NoErrorLogged;
import org.etabli.ui.testkit.UiWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The editor of facts on the dossier of the Nantes canteens: one text, six pages, one undo. */
@ExtendWith(NoErrorLogged.class)
class FactsEditorTest {
    private static final int OVERVIEW = 0;
    private static final int FACTS = 1;
    private static final int RESULT = 2;
    private static final int CALENDAR = 3;
    private static final int COMPARE = 4;
    private static final int SOURCE = 5;

    private final Bot bot = new Bot();
    private final FactsForm form = new FactsForm(bot);
    private OpenDossier dossier;
    private IDocument document;
    private String before;

    @BeforeEach
    void openTheDossier() throws Exception {
        dossier = new OpenDossier(bot, "nantes-cantines");
        document = dossier.document;
        before = dossier.before;
    }

    @AfterEach
    void closeTheDossier() throws Exception {
        dossier.close();
    }

    @Test
    void hasSixPages() {
        assertEquals(List.of("Vue d’ensemble", "Faits", "Résultat et motifs", "Calendrier", "Comparer", "Source"), form.pages());
        for (int page : new int[] {OVERVIEW, FACTS, RESULT, CALENDAR, COMPARE, SOURCE}) {
            form.page(page);
            bot.idle();
            bot.screenshot("facts-page-" + page);
        }
    }

    @Test
    void anAnswerChangesTheClassAndOneLine() {
        form.page(FACTS).question("technique");
        String minimal = form.shownClass();
        form.answer("technique", "human_rules");
        assertNotEquals(minimal, form.classOtherThan(minimal));
        assertFalse(form.shownReasons().isBlank());
        assertEquals(List.of("    value: learned -> " + "    value: human_rules"), dossier.changedLines());
        assertTrue(bot.ui(() -> editor().isDirty()));
    }

    @Test
    void oneUndoServesAllPages() {
        form.page(FACTS).question("technique");
        String minimal = form.shownClass();
        form.answer("technique", "human_rules");
        form.classOtherThan(minimal);
        bot.menu("Édition", "Annuler");
        form.waitForClass(minimal);
        assertEquals(before, dossier.text());
        assertTrue(form.isChosen("technique", "learned"));
        bot.menu("Édition", "Rétablir");
        form.classOtherThan(minimal);
        form.page(SOURCE);
        bot.menu("Édition", "Annuler");
        bot.waitUntil("the old text", () -> document.get().equals(before));
    }

    @Test
    void typingInTheSourceChangesTheForm() {
        form.page(FACTS).question("technique");
        String minimal = form.shownClass();
        bot.run(() -> document.set(before.replace("value: learned", "value: human_rules")));
        form.classOtherThan(minimal);
        assertTrue(form.isChosen("technique", "human_rules"));
    }

    @Test
    void aBrokenTextKeepsEveryPageReachableAndComesBack() {
        form.page(FACTS).question("technique");
        String minimal = form.shownClass();
        bot.run(() -> document.set(before + "facts: [\n"));
        bot.waitUntil("a message in the form's head", () -> message() != null);
        assertTrue(bot.ui(this::message).startsWith("Ligne "), bot.ui(this::message));
        bot.screenshot("facts-broken");
        for (int page : new int[] {OVERVIEW, RESULT, CALENDAR, COMPARE, SOURCE, FACTS})
            form.page(page);
        bot.run(() -> document.set(before));
        bot.waitUntil("no message", () -> message() == null);
        form.waitForClass(minimal);
    }

    @Test
    void aFieldOfAFactIsWrittenWhereItBelongs() {
        form.page(FACTS).question("technique").field("note", "Vu avec le fournisseur : « à confirmer »\nSeconde ligne");
        bot.waitUntil("the note in the text", () -> document.get().contains("Seconde ligne"));
        assertTrue(document.get().startsWith(before.substring(0, before.indexOf("technique:"))));
        assertTrue(document.get().endsWith(before.substring(before.indexOf("  supplier_declared_functions:"))));
    }

    /** A charter put into the folder is read with the facts; what a committee judges takes the conflict over. */
    @Test
    void aFactAgainstTheCharterIsAMarkerOfTheFacts() throws Exception {
        Files.writeString(dossier.facts().resolveSibling("charter.md"), """
                ---
                schema: etabli/charter/1
                id: petite
                title: Charte
                language: fr
                version: "1"
                ---

                # Sobriété {#sobriete}

                ## Usage {#usage}

                ### Aucun usage {#aucun-usage}

                La commune ne s’en sert pas.

                - niveau : obligatoire
                - preuve : délibération
                - contraire si : tool_user = us
                """);
        dossier.project.refreshLocal(IResource.DEPTH_ONE, null);
        IMarker marker = dossier.marker("charter.conflict", "aucun-usage");
        assertEquals("facts.yaml", marker.getResource().getName());
        assertEquals(IMarker.SEVERITY_ERROR, marker.getAttribute(IMarker.SEVERITY, -1));
        Files.writeString(dossier.facts().resolveSibling("charter-assessment.yaml"),
                "schema: etabli/charter-assessment/1\ncharter: {id: petite, version: \"1\"}\ncommitments:\n  aucun-usage: not_respected\n");
        dossier.project.refreshLocal(IResource.DEPTH_ONE, null);
        assertEquals("charter-assessment.yaml", dossier.marker("assessment.must-not-respected", "aucun-usage").getResource().getName());
        bot.waitUntil("no conflict beside the judgement", () -> dossier.markers().stream().noneMatch(m -> m.getAttribute("findingId", "").equals("charter.conflict")));
    }

    @Test
    void findingsAreMarkersAfterSaving() throws Exception {
        bot.run(() -> document.set(before + "inconnue: 1\n"));
        dossier.save();
        IMarker marker = dossier.marker("schema.unknown-key", "inconnue");
        assertTrue(marker.getAttribute(IMarker.MESSAGE, "").contains("inconnue"));
        assertEquals(IMarker.SEVERITY_WARNING, marker.getAttribute(IMarker.SEVERITY, -1));
        assertEquals(before.lines().count() + 1, marker.getAttribute(IMarker.LINE_NUMBER, -1));
        assertTrue(Files.readString(dossier.facts()).endsWith("inconnue: 1\n"), "an unknown key is kept");
    }

    // ---- unknowns first

    /** Nantes lacks nothing that decides: what is unanswered stands above the groups of the law. */
    @Test
    void whatIsUnansweredStandsAboveTheGroupsOfTheLaw() {
        form.page(FACTS);
        List<String> first = form.list().get(0);
        assertTrue(first.get(0).startsWith("Pour les obligations et les clauses ("), first.toString());
        assertTrue(first.size() > 1, first.toString());
        bot.menu("Dossier", "Inconnus d’abord,");
        bot.waitUntil("the order of the law", () -> !form.list().get(0).get(0).startsWith("Pour les obligations et les clauses"));
        assertTrue(form.list().stream().noneMatch(s -> s.get(0).startsWith("Pour les obligations et les clauses")), form.list().toString());
        int inOrder = form.list().stream().mapToInt(s -> s.size() - 1).sum();
        bot.menu("Dossier", "Inconnus d’abord,");
        bot.waitUntil("unknowns first", () -> form.list().get(0).get(0).startsWith("Pour les obligations et les clauses"));
        assertEquals(inOrder, form.list().stream().mapToInt(s -> s.size() - 1).sum(), "no question is lost or doubled");
    }

    @Test
    void anAnsweredQuestionGoesToItsGroupAndStaysChosen() {
        form.page(FACTS).question("personal_data");
        String label = form.list().get(0).stream().filter(l -> l.equals(selected())).findFirst().orElseThrow();
        form.answer("personal_data", "no");
        bot.waitUntil("the question in its group", () -> !form.list().get(0).contains(label));
        assertEquals(1, form.list().stream().filter(s -> s.contains(label)).count(), form.list().toString());
        assertEquals(label, selected());
    }

    private String selected() {
        Tree tree = bot.find(Tree.class, "facts.tree");
        return bot.ui(() -> tree.getSelection()[0].getText());
    }

    // ---- tasks

    @Test
    void whoIsToBeAskedIsWrittenUnderTheFactAndListed() {
        form.page(FACTS).question("personal_data").field("ask.who", "DPO").field("ask.by", "01/12/2199");
        bot.waitUntil("the task in the text", () -> document.get().contains("by: 2199-12-01"));
        int at = before.indexOf("  public_space_video:");
        assertEquals(before.substring(0, at) + "    ask:\n      who: DPO\n      by: 2199-12-01\n" + before.substring(at), dossier.text());
        form.page(OVERVIEW);
        bot.find(Label.class, "the person", l -> l.getText().equals("DPO (1)"));
        bot.find(Hyperlink.class, "the day", l -> l.getText().endsWith("pour le 1er décembre 2199"));
        bot.screenshot("facts-tasks");
        Hyperlink copy = bot.find(Hyperlink.class, "copy", l -> l.getText().equals("Copier les questions"));
        bot.run(() -> {
            Event enter = new Event();
            enter.character = SWT.CR;
            copy.notifyListeners(SWT.KeyDown, enter);
        });
        String copied = bot.ui(() -> {
            Clipboard clipboard = new Clipboard(copy.getDisplay());
            try {
                return (String) clipboard.getContents(TextTransfer.getInstance());
            } finally {
                clipboard.dispose();
            }
        });
        assertTrue(copied.startsWith("# Questions sur l’outil de prévision") && copied.contains("Pour : DPO"), copied);
        form.page(FACTS).field("ask.who", "").field("ask.by", "");
        bot.waitUntil("no task", () -> document.get().equals(before));
    }

    @Test
    void whatIsNoDayIsSaidAndNotWritten() {
        form.page(FACTS).question("personal_data").field("ask.by", "31/11/2026");
        bot.find(CLabel.class, "the status line", l -> l.getText().contains("31/11/2026"));
        assertEquals(before, dossier.text());
    }

    @Test
    void anAnswerDoesNotKeepTheUserWaiting() {
        form.page(FACTS).question("technique");
        String minimal = form.shownClass();
        // the first time loads classes
        form.answer("technique", "human_rules");
        String other = form.classOtherThan(minimal);
        form.answer("technique", "learned").waitForClass(minimal);
        try (UiWatch watch = UiWatch.of(bot.ui(() -> editor().getSite().getShell().getDisplay()))) {
            for (int i = 0; i < 5; i++) {
                form.answer("technique", "human_rules").waitForClass(other);
                form.answer("technique", "learned").waitForClass(minimal);
            }
            System.out.println("slowest event of an answer, ms: " + watch.slowest().toMillis());
            watch.check();
        }
    }

    private String message() {
        return form.message();
    }

    private static IEditorPart editor() {
        return OpenDossier.editor();
    }
}
