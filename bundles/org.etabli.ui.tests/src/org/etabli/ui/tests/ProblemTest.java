package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.widgets.Button;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A problem that is opened leads to where it can be put right. */
@ExtendWith(NoErrorLogged.class)
class ProblemTest {
    private final Bot bot = new Bot();
    private OpenDossier dossier;

    @BeforeEach
    void open() throws Exception {
        dossier = new OpenDossier(bot, "nantes-cantines");
    }

    @AfterEach
    void close() throws Exception {
        dossier.close();
    }

    private void openProblem(IMarker marker) {
        bot.ui(() -> IDE.openEditor(OpenDossier.page(), marker));
    }

    @Test
    void aMissingFactLeadsToItsQuestion() throws Exception {
        // without it a prohibited practice is not excluded
        Files.writeString(dossier.facts(), dossier.before.replaceFirst("(art5_signals:\\R    value: )\\[none\\]", "$1unknown"));
        dossier.project.refreshLocal(IResource.DEPTH_ONE, null);
        openProblem(dossier.marker("law.missing-fact", "art5_signals"));
        bot.find(Button.class, "answer.art5_signals.none");
        assertEquals("facts", bot.ui(() -> ((FormEditor) OpenDossier.editor()).getActivePageInstance().getId()));
    }

    @Test
    void whatNoFormShowsLeadsToItsLine() throws Exception {
        Files.writeString(dossier.facts(), dossier.before + "inconnue: 1\n");
        dossier.project.refreshLocal(IResource.DEPTH_ONE, null);
        openProblem(dossier.marker("schema.unknown-key", "inconnue"));
        bot.waitUntil("the source page", () -> ((FormEditor) OpenDossier.editor()).getActiveEditor() instanceof ITextEditor);
    }
}
