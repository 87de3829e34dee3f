package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.IMarker;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.FactsForm;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a finding to a text that is right, on the open editor, on a closed file, and in the source. */
@ExtendWith(NoErrorLogged.class)
class QuickFixTest {
    private static final int SOURCE = 5;
    private static final String RENAME = "Renommer « techniqe » en « technique »";

    private final Bot bot = new Bot();
    private final FactsForm form = new FactsForm(bot);
    private OpenDossier dossier;
    private String wrong;

    @BeforeEach
    void misspellAFact() throws Exception {
        dossier = new OpenDossier(bot, "nantes-cantines");
        wrong = dossier.before.replace("  technique:", "  techniqe:");
        bot.run(() -> dossier.document.set(wrong));
    }

    @AfterEach
    void close() throws Exception {
        dossier.close();
    }

    private List<IMarkerResolution> resolutions(IMarker marker) {
        assertTrue(bot.ui(() -> IDE.getMarkerHelpRegistry().hasResolutions(marker)));
        return bot.ui(() -> Arrays.asList(IDE.getMarkerHelpRegistry().getResolutions(marker)));
    }

    private void run(IMarker marker, String label) {
        IMarkerResolution resolution = resolutions(marker).stream().filter(r -> r.getLabel().equals(label)).findFirst().orElseThrow();
        bot.run(() -> resolution.run(marker));
    }

    @Test
    void aMisspeltFactIsRenamedAndUndoBringsItBack() {
        dossier.save();
        run(dossier.marker("facts.unknown-fact", "techniqe"), RENAME);
        assertEquals(dossier.before, dossier.text());
        assertTrue(bot.ui(() -> OpenDossier.editor().isDirty()), "the open editor is left to be saved");
        bot.menu("Édition", "Annuler");
        bot.waitUntil("the misspelt text", () -> dossier.document.get().equals(wrong));
    }

    @Test
    void aClosedFileIsPutRightOnDisk() throws Exception {
        dossier.save();
        IMarker marker = dossier.marker("facts.unknown-fact", "techniqe");
        bot.ui(() -> OpenDossier.page().closeAllEditors(false));
        run(marker, RENAME);
        assertEquals(dossier.before, Files.readString(dossier.facts()));
        bot.waitUntil("no marker", () -> dossier.markers().stream().noneMatch(m -> m.getAttribute("findingId", "").equals("facts.unknown-fact")));
    }

    @Test
    void theSourceOffersTheSameOnItsLineBeforeItIsSaved() {
        form.page(SOURCE);
        StyledText text = bot.find(StyledText.class, "the source", t -> t.getText().equals(wrong));
        bot.run(() -> {
            text.setFocus();
            text.setSelection(wrong.indexOf("techniqe:") + 2);
        });
        bot.run(() -> text.getDisplay().asyncExec(() -> {
            try {
                OpenDossier.editor().getSite().getService(IHandlerService.class).executeCommand("org.eclipse.jdt.ui.edit.text.java.correction.assist.proposals", null);
            } catch (org.eclipse.core.commands.common.CommandException e) {
                throw new IllegalStateException(e);
            }
        }));
        Table proposals = bot.find(Table.class, "the proposals", t -> t.getItemCount() > 0 && t.getShell() != text.getShell() && RENAME.equals(t.getItem(0).getText()));
        bot.screenshot("quick-fix");
        bot.run(() -> proposals.getShell().dispose());
    }

    @Test
    void aMissingFactLeadsToItsQuestion() {
        bot.run(() -> dossier.document.set(dossier.before.replace("    value: [none]", "    value: unknown")));
        dossier.save();
        IMarker marker = dossier.marker("law.missing-fact", "art5_signals");
        form.page(SOURCE);
        IMarkerResolution open = resolutions(marker).stream().filter(r -> r.getLabel().startsWith("Ouvrir la question")).findFirst().orElseThrow();
        bot.run(() -> open.run(marker));
        bot.find(Button.class, "answer.art5_signals.none");
    }
}
