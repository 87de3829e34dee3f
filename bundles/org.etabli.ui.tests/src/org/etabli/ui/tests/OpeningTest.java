package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.etabli.app.SecondStart;
import org.etabli.dossier.Examples;
import org.etabli.ui.Core;
import org.etabli.ui.Dossiers;
import org.etabli.ui.form.DocumentEditor;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.FactsForm;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dossiers as they are found: broken, lent, changed by others. */
@ExtendWith(NoErrorLogged.class)
class OpeningTest {
    private static final String BROKEN = "facts: [\n";

    private final Bot bot = new Bot();
    private Path folder;
    private Path dossier;
    private IProject project;

    @BeforeEach
    void copy() throws Exception {
        folder = Files.createTempDirectory("etabli-");
        dossier = folder.resolve("dossier");
        Examples.copy(Core.get().content(), "nantes-cantines", dossier);
    }

    @AfterEach
    void close() throws Exception {
        bot.ui(() -> OpenDossier.page().closeAllEditors(false));
        if (project != null)
            project.delete(false, true, null);
        permit("rwxr-xr-x");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator)
                Files.delete(file);
        }
    }

    private void openDossier() {
        openFile("facts.yaml");
    }

    private void openFile(String name) {
        project = bot.ui(() -> Dossiers.project(dossier));
        bot.ui(() -> IDE.openEditor(OpenDossier.page(), project.getFile(name)));
        bot.waitUntil("the editor", () -> OpenDossier.editor() instanceof FormEditor);
    }

    private static DocumentEditor<?> editor() {
        return (DocumentEditor<?>) OpenDossier.editor();
    }

    private static ITextEditor source() {
        for (IEditorPart part : editor().findEditors(editor().getEditorInput()))
            if (part instanceof ITextEditor text)
                return text;
        throw new AssertionError("no source page");
    }

    private static IDocument document() {
        return source().getDocumentProvider().getDocument(source().getEditorInput());
    }

    private Label notice(String key) {
        return bot.find(Label.class, "notice." + key);
    }

    // ---- broken

    /** Whatever can be broken comes up on its text, with what is wrong and where, and is whole again once it is mended on disk. */
    @ParameterizedTest
    @CsvSource({"facts.yaml, facts, ''", "charter-assessment.yaml, charter-assessment, 'charter: {id: petite, version: \"1\"}\ncommitments: {}'", "involvement.yaml, involvement, 'consultations: [{who: DPO}]'"})
    void aBrokenTextOpensOnItsSourceAndComesBack(String name, String kind, String content) throws Exception {
        Path file = dossier.resolve(name);
        String head = "schema: etabli/" + kind + "/1";
        String whole = content.isEmpty() ? Files.readString(file) : head + "\n" + content + "\n";
        openFile(write(file, whole));
        bot.ui(() -> OpenDossier.page().closeAllEditors(false));
        write(file, head + "\n" + BROKEN);
        openFile(name);
        bot.waitUntil("the source page", () -> editor().getActiveEditor() == source());
        Label notice = notice("unreadable");
        assertTrue(bot.ui(notice::getText).contains("Ligne "), bot.ui(notice::getText));
        bot.screenshot("broken-" + name);
        FactsForm pages = new FactsForm(bot);
        for (int page = 0; page < pages.pages().size(); page++)
            pages.page(page);
        write(file, whole);
        bot.waitUntil("the text as it was mended", () -> document().get().equals(whole));
        bot.waitUntil("a text that can be read", () -> editor().model().snapshot().isReadable());
        bot.waitUntil("no notice of a broken text", () -> !bot.exists(Label.class, "notice.unreadable"));
    }

    /** A charter is Markdown, of which everything can be shown; its head cannot. */
    @Test
    void aCharterWithABrokenHeadOpensOnEveryPage() throws Exception {
        write(dossier.resolve("charter.md"), "---\nschema: [\n---\n\n# Rien {#rien}\n");
        openFile("charter.md");
        FactsForm pages = new FactsForm(bot);
        for (int page = 0; page < pages.pages().size(); page++)
            pages.page(page);
    }

    private static String write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return file.getFileName().toString();
    }

    // ---- lent

    @Test
    void aDossierThatCannotBeWrittenCanBeRead() throws Exception {
        permit("r-xr-xr-x");
        openDossier();
        assertEquals(dossier.toRealPath(), Dossiers.folder(project));
        bot.waitUntil("it is said", () -> bot.exists(Label.class, "notice.readOnly"));
        FactsForm form = new FactsForm(bot).page(1).question("technique");
        assertFalse(form.shownClass().isBlank());
        bot.screenshot("read-only");
        String before = bot.ui(() -> document().get());
        Button other = bot.find(Button.class, "answer.technique.human_rules");
        bot.run(() -> FormToolkit.ensureVisible(other));
        bot.click(other);
        bot.waitUntil("the answer of the text", () -> !other.getSelection() && form.isChosen("technique", "learned"));
        assertEquals(before, bot.ui(() -> document().get()));
        assertFalse(bot.ui(() -> editor().isDirty()));
        bot.waitUntil("its findings", () -> OpeningTest.this.markers() > 0);
        try (Stream<Path> files = Files.list(dossier)) {
            assertTrue(files.noneMatch(f -> f.getFileName().toString().equals(".project")), "nothing is written there");
        }
        IProject again = bot.ui(() -> Dossiers.project(dossier));
        assertEquals(project, again);
    }

    private int markers() {
        try {
            return project.findMarkers(null, true, IResource.DEPTH_INFINITE).length;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void permit(String folders) throws IOException {
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(folders);
        try (Stream<Path> files = Files.walk(dossier)) {
            for (Path file : files.toList())
                Files.setPosixFilePermissions(file, permissions);
        }
    }

    // ---- changed by others

    @Test
    void whatAnotherProgramWritesIsShownAndCanBeTakenBack() throws Exception {
        openDossier();
        String before = bot.ui(() -> document().get());
        String other = before + "# d’un autre programme\n";
        write(dossier.resolve("facts.yaml"), other);
        bot.waitUntil("the new text", () -> document().get().equals(other));
        notice("disk");
        bot.screenshot("disk-reloaded");
        choose("Revenir au texte d’avant");
        bot.waitUntil("the former text", () -> document().get().equals(before));
        assertTrue(bot.ui(() -> editor().isDirty()));
    }

    @Test
    void aTextThatIsBeingChangedIsNotLostToAnotherProgram() throws Exception {
        openDossier();
        String before = bot.ui(() -> document().get());
        String mine = before + "# de moi\n";
        String theirs = before + "# d’un autre programme\n";
        bot.run(() -> document().set(mine));
        write(dossier.resolve("facts.yaml"), theirs);
        assertTrue(bot.ui(notice("disk")::getText).contains("Un autre programme"));
        bot.screenshot("disk-conflict");
        // to save is no answer
        bot.ui(() -> OpenDossier.page().saveEditor(OpenDossier.editor(), false));
        assertEquals(theirs, Files.readString(dossier.resolve("facts.yaml")));
        assertEquals(mine, bot.ui(() -> document().get()));
        choose("Garder mon texte");
        bot.waitUntil("no notice", () -> !bot.exists(Label.class, "notice.disk"));
        bot.ui(() -> OpenDossier.page().saveEditor(OpenDossier.editor(), false));
        bot.waitUntil("saved", () -> !editor().isDirty());
        assertEquals(mine, Files.readString(dossier.resolve("facts.yaml")));
    }

    @Test
    void theTextOfTheOtherProgramCanBeTaken() throws Exception {
        openDossier();
        String before = bot.ui(() -> document().get());
        String theirs = before + "# d’un autre programme\n";
        bot.run(() -> document().set(before + "# de moi\n"));
        write(dossier.resolve("facts.yaml"), theirs);
        notice("disk");
        choose("Comparer");
        StyledText other = bot.find(StyledText.class, "their text beside mine", t -> t.getText().contains("d’un autre programme") && t.getShell().getParent() != null);
        bot.screenshot("disk-comparison");
        bot.run(() -> other.getShell().close());
        choose("Prendre le fichier du disque");
        bot.waitUntil("their text", () -> document().get().equals(theirs));
        assertFalse(bot.ui(() -> editor().isDirty()));
    }

    // ---- started twice

    @Test
    void aSecondStartHandsItsDossierToTheOpenWindow() throws Exception {
        Path workspace = Path.of(URIUtil.toURI(Platform.getInstanceLocation().getURL()));
        assertTrue(SecondStart.handOver(workspace, Optional.of(dossier)), "somebody takes it");
        bot.waitUntil("the dossier of the second start", () -> OpenDossier.editor() instanceof FormEditor
                && editor().dossierName().equals("dossier"));
        project = bot.ui(() -> Dossiers.project(dossier));
        assertTrue(SecondStart.handOver(workspace, Optional.of(dossier)));
        bot.idle();
        assertEquals(1, bot.ui(() -> OpenDossier.page().getEditorReferences().length), "no second tab of what is open");
    }

    /** Nobody else may knock: the door stands in a room of the user's own. */
    @Test
    void nobodyElseCanHandADossierOver() throws Exception {
        Path workspace = Path.of(URIUtil.toURI(Platform.getInstanceLocation().getURL()));
        Path room = Path.of(Files.readString(workspace.resolve(".metadata/window"))).getParent();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(room)));
        assertFalse(SecondStart.handOver(folder, Optional.of(dossier)), "no window has this workspace");
    }

    private void choose(String choice) {
        bot.press(bot.find(Link.class, choice, l -> l.getText().contains(choice)));
    }
}
