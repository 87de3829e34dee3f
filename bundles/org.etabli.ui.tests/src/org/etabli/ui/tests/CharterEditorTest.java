package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.resources.IResource;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.etabli.ui.Core;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.CharterForm;
import org.etabli.ui.testkit.NoErrorLogged;
import org.etabli.ui.testkit.UiWatch;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A committee writes its charter from a model and never sees the source. */
@ExtendWith(NoErrorLogged.class)
class CharterEditorTest {
    private static final int PRINCIPLES = 1;
    private static final int SOURCE = 4;

    private final Bot bot = new Bot();
    private final CharterForm form = new CharterForm(bot);
    private OpenDossier dossier;
    private IDocument document;
    private String before;

    @BeforeEach
    void openTheDossier() throws Exception {
        dossier = new OpenDossier(bot, "saint-savin-fuites");
    }

    @AfterEach
    void closeTheDossier() throws Exception {
        dossier.close();
    }

    private void open(String text) throws Exception {
        Files.writeString(dossier.facts().resolveSibling("charter.md"), text);
        dossier.project.refreshLocal(IResource.DEPTH_INFINITE, null);
        document = edited("charter.md");
        before = text;
    }

    private IDocument edited(String file) throws Exception {
        IEditorPart editor = bot.ui(() -> IDE.openEditor(OpenDossier.page(), dossier.project.getFile(file)));
        return bot.ui(() -> {
            ITextEditor source = Arrays.stream(((FormEditor) editor).findEditors(editor.getEditorInput()))
                    .filter(ITextEditor.class::isInstance).map(ITextEditor.class::cast).findFirst().orElseThrow();
            return source.getDocumentProvider().getDocument(source.getEditorInput());
        });
    }

    private static String model() throws Exception {
        Path file = Core.get().content().builtIn().resolve("models/small-commune.fr.md");
        return Files.readString(file).replaceFirst("(?m)^counterpart:.*\\R", "");
    }

    private void becomes(String after) {
        bot.waitUntil("the text as it should be", () -> document.get().equals(after));
    }

    private void undo() {
        bot.menu("Édition", "Annuler");
    }

    @Test
    void aTitleIsChangedOnItsLineAndItsIdStays() throws Exception {
        open(model());
        form.page(PRINCIPLES).section("Choisir", "Avant de prendre un outil", "Écrire le besoin").write("title", "Dire le besoin par écrit");
        becomes(before.replace("### Écrire le besoin {#besoin-ecrit}", "### Dire le besoin par écrit {#besoin-ecrit}"));
        bot.waitUntil("the title in the tree", () -> form.selected().equals("Dire le besoin par écrit"));
        undo();
        becomes(before);
        bot.waitUntil("the old title in the form", () -> form.text("title").equals("Écrire le besoin"));
    }

    @Test
    void aCommitmentIsAddedWithAnIdMadeOfItsTitleAndChosen() throws Exception {
        open(model());
        form.page(PRINCIPLES).section("Choisir", "Avant de prendre un outil", "Écrire le besoin");
        form.press("charter.addCommitment").title("Nouvel engagement", "Demander l’avis des élus");
        bot.waitUntil("the new commitment", () -> document.get().contains("### Demander l’avis des élus {#demander-l-avis-des-elus}"));
        bot.waitUntil("the new commitment chosen", () -> form.selected().equals("Demander l’avis des élus"));
        int here = document.get().indexOf("{#demander-l-avis-des-elus}");
        assertTrue(document.get().indexOf("{#besoin-ecrit}") < here && here < document.get().indexOf("{#liste-des-outils}"));
        form.press("section.level.should");
        bot.waitUntil("the level", () -> document.get().contains("- niveau : recommandé"));
        undo();
        undo();
        becomes(before);
    }

    @Test
    void whatWouldChangeTheRestIsRefusedAndKeptInTheField() throws Exception {
        open(model());
        form.page(PRINCIPLES).section("Choisir", "Avant de prendre un outil", "Écrire le besoin").write("text", "# Un titre au lieu d’un texte");
        form.write("responsible", "maire");
        // edits are made in their order: the first has been tried once the second is there
        bot.waitUntil("the second edit", () -> document.get().contains("- responsable : maire\n- preuve : note de quelques lignes"));
        assertEquals(List.of("- responsable : maire"), lines(before, document.get()), "only the second edit is in the text");
        bot.idle();
        assertEquals("# Un titre au lieu d’un texte", form.text("text"));
    }

    private static List<String> lines(String a, String b) {
        List<String> old = a.lines().toList();
        List<String> now = b.lines().toList();
        assertEquals(old.size(), now.size());
        return IntStream.range(0, old.size()).filter(i -> !old.get(i).equals(now.get(i))).mapToObj(now::get).toList();
    }

    @Test
    void aSectionIsMovedAmongItsNeighbours() throws Exception {
        open(model());
        form.page(PRINCIPLES).section("Choisir", "Avant de prendre un outil", "Écrire le besoin");
        form.press("charter.down");
        bot.waitUntil("the order", () -> document.get().indexOf("{#liste-des-outils}") < document.get().indexOf("{#besoin-ecrit}"));
        bot.waitUntil("the order in the tree", () -> children("Choisir", "Avant de prendre un outil").subList(0, 2).equals(List.of("Tenir la liste", "Écrire le besoin")));
        assertEquals("Écrire le besoin", form.selected());
        undo();
        becomes(before);
    }

    private List<String> children(String principle, String item) {
        return bot.ui(() -> Arrays.stream(form.tree().getItems()).filter(i -> i.getText().equals(principle)).flatMap(i -> Arrays.stream(i.getItems()))
                .filter(i -> i.getText().equals(item)).flatMap(i -> Arrays.stream(i.getItems())).map(TreeItem::getText).toList());
    }

    /** Some systems type an accent as a sign of its own, and who is in a hurry types none. */
    @ParameterizedTest
    @ValueSource(strings = {"Écrire le besoin", "E\u0301crire le besoin", "ecrire LE besoin"})
    void theFilterFindsAWordHoweverItsAccentsAreTyped(String looked) throws Exception {
        open(model());
        form.page(PRINCIPLES);
        Text filter = bot.find(Text.class, "charter.filter");
        bot.run(() -> filter.setText(looked));
        bot.waitUntil("one principle", () -> form.tree().getItemCount() == 1);
        assertEquals("Choisir", bot.ui(() -> form.tree().getItem(0).getText()));
    }

    @Test
    void whatIsTypedIsSavedWithTheKeyOnly() throws Exception {
        open(model());
        form.page(PRINCIPLES).section("Choisir", "Avant de prendre un outil", "Écrire le besoin");
        bot.run(() -> {
            form.field("title").setFocus();
            form.field("title").setText("Le besoin");
        });
        bot.waitUntil("a text that is to be saved", () -> OpenDossier.editor().isDirty());
        bot.run(() -> form.field("title").append(" d’abord"));
        bot.ui(() -> OpenDossier.page().saveEditor(OpenDossier.editor(), false));
        assertEquals(before.replace("### Écrire le besoin {", "### Le besoin d’abord {"), Files.readString(dossier.facts().resolveSibling("charter.md")));
    }

    private void adopt() {
        press("charter.adoption");
        Shell dialog = bot.shell("Adoption de la charte");
        for (String[] field : new String[][] { { "adopt.on", "14/12/2026" }, { "adopt.deliberation", "2026-112" }, { "adopt.by", "conseil municipal" } }) {
            Text text = bot.find(Text.class, field[0]);
            bot.run(() -> text.setText(field[1]));
        }
        bot.press(bot.find(Button.class, "the button of adoption", b -> b == dialog.getDefaultButton()));
    }

    /** A charter in two languages is adopted as one: the editor of the other says no more of "another program" than this one. */
    @Test
    void whatIsAdoptedInBothLanguagesIsClosedInBoth() throws Exception {
        Files.writeString(dossier.facts().resolveSibling("charter.en.md"), both("en", "charter.md"));
        open(both("fr", "charter.en.md"));
        IDocument french = document;
        IEditorPart editor = bot.ui(() -> IDE.openEditor(OpenDossier.page(), dossier.project.getFile("charter.md")));
        IDocument english = edited("charter.en.md");
        bot.ui(() -> {
            OpenDossier.page().activate(editor);
            return null;
        });
        adopt();
        bot.waitUntil("the adoption in both", () -> french.get().contains("2026-112") && english.get().contains("2026-112"));
        bot.idle();
        assertFalse(bot.exists(Label.class, "notice.disk"));
        for (IDocument text : List.of(french, english)) {
            IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(text);
            bot.waitUntil("nothing that a key undoes", () -> undo == null || !undo.undoable());
        }
    }

    private static String both(String lang, String other) throws Exception {
        Path file = Core.get().content().builtIn().resolve("models/small-commune." + lang + ".md");
        return Files.readString(file).replaceFirst("(?m)^counterpart:.*$", "counterpart: " + other);
    }

    @Test
    void anAdoptedVersionIsSealedKeptAndComparedWithTheNext() throws Exception {
        open(model());
        adopt();
        bot.waitUntil("the adoption in the text", () -> document.get().contains("2026-112"));
        bot.idle();
        assertFalse(bot.exists(Label.class, "notice.disk"), "the workbench itself wrote that");
        String adopted = document.get();
        assertTrue(adopted.contains("on: 2026-12-14") && adopted.contains("text: sha256"), adopted.substring(0, 500));
        form.page(PRINCIPLES).section("Choisir", "Avant de prendre un outil", "Écrire le besoin");
        bot.waitUntil("a form that is read only", () -> !form.field("title").getEditable());
        bot.waitUntil("a way to the next version", () -> bot.find(Hyperlink.class, "charter.closed").getVisible());
        IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
        bot.waitUntil("nothing that a key undoes", () -> undo == null || !undo.undoable());

        form.page(0);
        press("charter.adoption");
        Shell question = bot.shell("Nouvelle version");
        bot.press(bot.find(Button.class, "the button that goes on", b -> b == question.getDefaultButton()));
        bot.waitUntil("the next version", () -> document.get().contains("version: \"2\""));
        assertEquals(adopted, Files.readString(dossier.facts().resolveSibling("charter-versions/1.md")));
        form.page(PRINCIPLES).section("Choisir", "Avant de prendre un outil", "Écrire le besoin");
        bot.waitUntil("a form that can be written in", () -> form.field("title").getEditable());
        form.write("title", "Dire le besoin");
        form.page(3);
        Table changes = bot.find(Table.class, "versions.table");
        bot.waitUntil("the changes", () -> IntStream.range(0, changes.getItemCount()).mapToObj(changes::getItem).anyMatch(i -> i.getText(1).contains("Dire le besoin")));
        assertEquals(1, bot.ui(() -> IntStream.range(0, changes.getItemCount()).filter(i -> changes.getItem(i).getText(0).equals("Engagement")).count()));
        bot.screenshot("charter-versions");
    }

    private void press(String link) {
        Hyperlink hyperlink = bot.find(Hyperlink.class, link);
        bot.run(() -> hyperlink.getDisplay().asyncExec(() -> {
            Event enter = new Event();
            enter.character = SWT.CR;
            hyperlink.notifyListeners(SWT.KeyDown, enter);
        }));
        bot.idle();
    }

    /** The budget of a charter of 300 commitments: half a second to open it; a key must not be felt. */
    @Test
    void aLongCharterOpensAndIsTypedInWithoutWaiting() throws Exception {
        StringBuilder text = new StringBuilder(model());
        String body = text.substring(text.indexOf("\n# "));
        for (int copy = 2; text.toString().split("\n### ").length < 301; copy++)
            text.append(body.stripTrailing().replaceAll("\\{#([a-z0-9-]+)}", "{#$1-" + copy + "}")).append('\n');
        long start = System.nanoTime();
        open(text.toString());
        System.out.println("opened, ms: " + Duration.ofNanos(System.nanoTime() - start).toMillis());
        start = System.nanoTime();
        form.page(PRINCIPLES);
        System.out.println("principles, ms: " + Duration.ofNanos(System.nanoTime() - start).toMillis());
        form.section("Choisir", "Avant de prendre un outil", "Écrire le besoin");
        bot.idle();
        try (UiWatch watch = UiWatch.of(bot.ui(() -> form.tree().getDisplay()))) {
            bot.type(form.field("text"), "Avant tout");
            form.write("title", "Le besoin d’abord");
            bot.waitUntil("the title", () -> document.get().contains("### Le besoin d’abord {"));
            bot.waitUntil("the title in the tree", () -> form.selected().equals("Le besoin d’abord"));
            System.out.println("slowest event of typing in the form, ms: " + watch.slowest().toMillis());
            watch.check();
        }
        form.page(SOURCE);
        StyledText source = bot.find(StyledText.class, "the source", s -> s.getText().startsWith("---"));
        bot.idle();
        try (UiWatch watch = UiWatch.of(bot.ui(source::getDisplay))) {
            bot.type(source, "Un mot ");
            bot.idle();
            System.out.println("slowest event of typing in the source, ms: " + watch.slowest().toMillis());
            watch.check();
        }
    }
}
