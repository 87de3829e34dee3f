package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.texteditor.ITextEditor;
import org.etabli.dossier.Examples;
import org.etabli.ui.Core;
import org.etabli.ui.Dossiers;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.FactsForm;
import org.etabli.ui.testkit.NoErrorLogged;
import org.etabli.ui.testkit.UiWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The editor of facts on the dossier of the Nantes canteens: one text, four pages, one undo. */
@ExtendWith(NoErrorLogged.class)
class FactsEditorTest {
    private static final int OVERVIEW = 0;
    private static final int FACTS = 1;
    private static final int RESULT = 2;
    private static final int SOURCE = 3;

    private final Bot bot = new Bot();
    private final FactsForm form = new FactsForm(bot);
    private IProject project;
    private IDocument document;
    private String before;

    private Path folder;

    @BeforeEach
    void openTheDossier() throws Exception {
        folder = Files.createTempDirectory("etabli-");
        Path dossier = folder.resolve("nantes");
        Examples.copy(Core.get().content(), "nantes-cantines", dossier);
        project = bot.ui(() -> Dossiers.open(dossier, page()));
        bot.waitUntil("the editor", () -> editor() instanceof FormEditor);
        document = bot.ui(() -> {
            ITextEditor source = Arrays.stream(((FormEditor) editor()).findEditors(editor().getEditorInput()))
                    .filter(ITextEditor.class::isInstance).map(ITextEditor.class::cast).findFirst().orElseThrow();
            return source.getDocumentProvider().getDocument(source.getEditorInput());
        });
        before = text();
    }

    @AfterEach
    void closeTheDossier() throws Exception {
        bot.ui(() -> page().closeAllEditors(false));
        project.delete(false, true, null);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator)
                Files.delete(file);
        }
    }

    @Test
    void hasFourPages() {
        assertEquals(List.of("Vue d’ensemble", "Faits", "Résultat et motifs", "Source"), form.pages());
        for (int page : new int[] {OVERVIEW, FACTS, RESULT, SOURCE}) {
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
        assertEquals(List.of("    value: learned -> " + "    value: human_rules"), changedLines(before, text()));
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
        assertEquals(before, text());
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
        for (int page : new int[] {OVERVIEW, RESULT, SOURCE, FACTS})
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

    @Test
    void findingsAreMarkersAfterSaving() throws Exception {
        bot.run(() -> document.set(before + "inconnue: 1\n"));
        bot.ui(() -> page().saveEditor(editor(), false));
        bot.waitUntil("a marker", () -> markers().stream().anyMatch(m -> m.getAttribute(IMarker.MESSAGE, "").contains("inconnue")));
        IMarker marker = markers().stream().filter(m -> m.getAttribute(IMarker.MESSAGE, "").contains("inconnue")).findFirst().orElseThrow();
        assertEquals(IMarker.SEVERITY_WARNING, marker.getAttribute(IMarker.SEVERITY, -1));
        assertEquals(before.lines().count() + 1, marker.getAttribute(IMarker.LINE_NUMBER, -1));
        assertEquals("schema.unknown-key", marker.getAttribute("findingId", ""));
        assertTrue(Files.readString(folder.resolve("nantes/facts.yaml")).endsWith("inconnue: 1\n"), "an unknown key is kept");
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

    // ---- what the tests ask

    private String text() {
        return bot.ui(document::get);
    }

    private static List<String> changedLines(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        assertEquals(old.size(), now.size());
        return IntStream.range(0, old.size()).filter(i -> !old.get(i).equals(now.get(i))).mapToObj(i -> old.get(i) + " -> " + now.get(i)).toList();
    }

    private String message() {
        return ((FormEditor) editor()).getActivePageInstance() == null ? null
                : ((FormEditor) editor()).getActivePageInstance().getManagedForm().getForm().getMessage();
    }

    private List<IMarker> markers() {
        try {
            return List.of(project.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE));
        } catch (org.eclipse.core.runtime.CoreException e) {
            throw new AssertionError(e);
        }
    }

    private static IEditorPart editor() {
        return page().getActiveEditor();
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }
}
