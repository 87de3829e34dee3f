package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.etabli.ui.Core;
import org.etabli.ui.charter.CharterEditor;
import org.etabli.ui.form.DocumentEditor;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever writes a charter by hand is told what is wrong, helped to put it right, and offered what may be written. */
@ExtendWith(NoErrorLogged.class)
class CharterSourceTest {
    private static final String CLAUSE = "cctp-composants-ia";
    private static final String WRITE = "Écrire : " + CLAUSE;
    private static final String FORM = "Ouvrir dans le formulaire";

    private final Bot bot = new Bot();
    private OpenDossier dossier;
    private Path file;
    private String before;
    private StyledText source;

    @BeforeEach
    void openTheSourceOfACharter() throws Exception {
        dossier = new OpenDossier(bot, "nantes-cantines");
        file = dossier.facts().resolveSibling("charter.md");
        before = Files.readString(Core.get().content().builtIn().resolve("models/small-commune.fr.md")).replaceFirst("(?m)^counterpart:.*\\R", "");
        Files.writeString(file, before);
        dossier.project.refreshLocal(IResource.DEPTH_INFINITE, null);
        bot.ui(() -> IDE.openEditor(OpenDossier.page(), dossier.project.getFile("charter.md")));
        bot.run(() -> editor().showPage(DocumentEditor.SOURCE));
        source = bot.find(StyledText.class, "the source", t -> t.getText().equals(before));
    }

    @AfterEach
    void close() throws Exception {
        dossier.close();
    }

    private static CharterEditor editor() {
        return (CharterEditor) OpenDossier.editor();
    }

    private void becomes(String text) {
        bot.waitUntil("the text as it should be", () -> source.getText().equals(text));
    }

    private void cursor(int at) {
        bot.run(() -> {
            source.setFocus();
            source.setSelection(at);
        });
    }

    /** The list that a command opens over the text. */
    private Table list(String command) {
        bot.run(() -> source.getDisplay().asyncExec(() -> {
            try {
                OpenDossier.editor().getSite().getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        }));
        return bot.find(Table.class, "the list", t -> t.getItemCount() > 0 && t.getShell() != source.getShell() && !t.getItem(0).getText().isEmpty());
    }

    private void choose(Table list, String label) {
        bot.run(() -> {
            list.setSelection(Arrays.stream(list.getItems()).filter(i -> i.getText().equals(label)).findFirst().orElseThrow());
            list.notifyListeners(SWT.Selection, new Event());
            list.notifyListeners(SWT.DefaultSelection, new Event());
        });
    }

    private IMarkerResolution resolution(IMarker marker, String label) {
        assertTrue(bot.ui(() -> IDE.getMarkerHelpRegistry().hasResolutions(marker)));
        List<IMarkerResolution> all = bot.ui(() -> Arrays.asList(IDE.getMarkerHelpRegistry().getResolutions(marker)));
        return all.stream().filter(r -> r.getLabel().equals(label)).findFirst().orElseThrow(() -> new AssertionError(all.stream().map(IMarkerResolution::getLabel).toList()));
    }

    @Test
    void aWrongClauseIsFoundPutRightAndUndoneToTheByte() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        int behind = before.indexOf(CLAUSE) + CLAUSE.length();
        String wrong = before.substring(0, behind) + "x" + before.substring(behind);
        cursor(behind);
        bot.type(source, "x");
        becomes(wrong);
        dossier.save();
        IMarker marker = dossier.marker("charter.unknown-clause", CLAUSE + "x");
        IMarkerResolution write = resolution(marker, WRITE);
        bot.run(() -> write.run(marker));
        becomes(before);
        bot.menu("Édition", "Annuler");
        becomes(wrong);

        cursor(behind);
        Table fixes = list("org.eclipse.jdt.ui.edit.text.java.correction.assist.proposals");
        bot.screenshot("charter-quick-fix");
        assertEquals(List.of(WRITE, "Retirer « " + CLAUSE + "x »", FORM), bot.ui(() -> Arrays.stream(fixes.getItems()).map(TableItem::getText).toList()));
        choose(fixes, WRITE);
        becomes(before);
        bot.menu("Édition", "Annuler");
        becomes(wrong);
        bot.menu("Édition", "Annuler");
        becomes(before);
        dossier.save();
        assertArrayEquals(bytes, Files.readAllBytes(file));
        bot.waitUntil("no marker", () -> dossier.markers().stream().noneMatch(m -> m.getAttribute("findingId", "").equals("charter.unknown-clause")));
    }

    @Test
    void aFindingLeadsToItsForm() {
        bot.run(() -> source.replaceTextRange(before.indexOf(CLAUSE) + CLAUSE.length(), 0, "x"));
        dossier.save();
        IMarker marker = dossier.marker("charter.unknown-clause", CLAUSE + "x");
        IMarkerResolution form = resolution(marker, FORM);
        bot.run(() -> form.run(marker));
        bot.waitUntil("the form", () -> editor().getActivePageInstance() != null && editor().getActivePageInstance().getId().equals("principles"));
    }

    @Test
    void aLevelIsOfferedAndWritten() {
        int level = before.indexOf("- niveau : obligatoire") + "- niveau : ".length();
        cursor(level);
        Table levels = list("org.eclipse.ui.edit.text.contentAssist.proposals");
        bot.screenshot("charter-content-assist");
        assertEquals(List.of("obligatoire — Il faut au moins une preuve.", "recommandé", "possible"), bot.ui(() -> Arrays.stream(levels.getItems()).map(TableItem::getText).toList()));
        choose(levels, "recommandé");
        becomes(before.substring(0, level) + "recommandé" + before.substring(level + "obligatoire".length()));
        bot.menu("Édition", "Annuler");
        becomes(before);
    }

    @Test
    void whatHasAMeaningHasAColourAndLongLinesAreWhole() {
        assertTrue(bot.ui(() -> source.getWordWrap()));
        StyleRange key = style("title:");
        StyleRange heading = style("# Choisir");
        assertTrue(heading.fontStyle == SWT.BOLD && heading.font == null, "a font of its own would not be bold");
        assertEquals(key.foreground, heading.foreground);
        assertEquals(key.foreground, style("responsable :").foreground);
        assertEquals(3, Stream.of("{#choisir}", "obligatoire\n", "supplier_declared_functions").map(w -> style(w).foreground).distinct().count());
        StyleRange plain = bot.ui(() -> source.getStyleRangeAtOffset(before.indexOf("Cette charte tient")));
        assertTrue(plain == null || plain.foreground == null, "words are plain");
    }

    private StyleRange style(String words) {
        int at = before.indexOf(words);
        bot.waitUntil("a colour of " + words, () -> source.getStyleRangeAtOffset(at) != null && source.getStyleRangeAtOffset(at).foreground != null);
        return bot.ui(() -> source.getStyleRangeAtOffset(at));
    }
}
