package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.ide.IDE;
import org.etabli.dossier.DossierFolder;
import org.etabli.model.Dossier;
import org.etabli.ui.form.DocumentEditor;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The identity of a dossier is a form: nobody has to write YAML to say who buys. */
@ExtendWith(NoErrorLogged.class)
class IdentityEditorTest {
    private final Bot bot = new Bot();
    private OpenDossier dossier;

    @BeforeEach
    void open() throws Exception {
        dossier = new OpenDossier(bot, "nantes-cantines");
        bot.ui(() -> IDE.openEditor(OpenDossier.page(), dossier.project.getFile("dossier.yaml")));
        bot.waitUntil("the form", () -> OpenDossier.editor() instanceof FormEditor editor && editor.getEditorInput().getName().equals("dossier.yaml"));
        bot.ui(() -> ((FormEditor) OpenDossier.editor()).setActivePage("identity"));
    }

    @AfterEach
    void close() throws Exception {
        dossier.close();
    }

    @Test
    void showsWhatTheFileSaysAndWritesOnlyWhatIsChanged() throws Exception {
        Text name = bot.find(Text.class, "identity.name");
        Combo kind = bot.find(Combo.class, "identity.kind");
        Combo procedure = bot.find(Combo.class, "identity.procedure");
        assertEquals("Nantes Métropole", bot.ui(name::getText));
        assertEquals("Métropole", bot.ui(kind::getText));
        assertEquals("Pas encore choisie", bot.ui(procedure::getText));
        bot.screenshot("identity");
        String before = saved();
        fill("identity.inhabitants", "672 420");
        fill("identity.siret", "244 400 404 00129");
        bot.run(() -> {
            procedure.select(procedure.indexOf("Procédure formalisée"));
            procedure.notifyListeners(SWT.Selection, new Event());
        });
        fill("identity.launch", "15/01/2027");
        save();
        bot.waitUntil("the file", () -> saved().contains("2027-01-15"));
        Dossier now = DossierFolder.identity(dossier.facts().getParent()).orElseThrow();
        assertEquals("24440040400129", now.authority().siret().orElseThrow());
        assertEquals(672420, now.authority().inhabitants().orElseThrow());
        assertEquals("formal", now.procedure().orElseThrow().kind().orElseThrow());
        assertEquals("2027-01-15", now.launch().orElseThrow().toString());
        // all other lines are as they were
        assertTrue(saved().lines().toList().containsAll(Arrays.stream(before.split("\n")).filter(l -> !l.contains("kind: unknown")).toList()), saved());
    }

    /** The key of a SIRET: the last digit of a valid one, changed. */
    @Test
    void aWrongSiretStaysInTheFieldAndNeverReachesTheFile() {
        String before = saved();
        fill("identity.siret", "24440040400128");
        save();
        bot.idle();
        assertEquals(before, saved());
        assertEquals("24440040400128", bot.ui(() -> bot.find(Text.class, "identity.siret").getText()));
    }

    /** As the key does: what was typed comes into the text first, since nobody knows before that there is something to save. */
    private void save() {
        bot.ui(() -> {
            ((DocumentEditor<?>) OpenDossier.editor()).settle();
            return OpenDossier.page().saveEditor(OpenDossier.editor(), false);
        });
    }

    private void fill(String id, String words) {
        Text field = bot.find(Text.class, id);
        bot.run(() -> {
            field.setFocus();
            field.setText(words);
            field.notifyListeners(SWT.DefaultSelection, new Event());
        });
    }

    private String saved() {
        try {
            return Files.readString(dossier.facts().resolveSibling("dossier.yaml"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
