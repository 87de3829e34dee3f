package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.IResource;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.etabli.ui.Dossiers;
import org.etabli.ui.form.DocumentEditor;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A dossier opens with its home: where it stands, and what comes next, one key away. */
@ExtendWith(NoErrorLogged.class)
class HomeTest {
    private final Bot bot = new Bot();
    private OpenDossier dossier;

    @BeforeEach
    void open() throws Exception {
        dossier = new OpenDossier(bot, "saint-savin-fuites");
        bot.ui(() -> OpenDossier.page().closeAllEditors(false));
        bot.ui(() -> Dossiers.open(dossier.facts().getParent(), OpenDossier.page()));
        bot.waitUntil("the home", () -> bot.exists(Hyperlink.class, "home.next"));
    }

    @AfterEach
    void close() throws Exception {
        dossier.close();
    }

    @Test
    void theNextThingToDoHasTheFocusAndLeadsOn() {
        Hyperlink next = bot.find(Hyperlink.class, "home.next");
        bot.waitUntil("the focus", next::isFocusControl);
        assertEquals("Besoin et solutions sans IA", bot.ui(next::getText));
        bot.screenshot("home");
        press(next);
        // the need is written in this example; what would do without AI is not
        Text without = bot.find(Text.class, "identity.without_ai");
        bot.waitUntil("the field", without::isFocusControl);
        bot.run(() -> {
            without.setText("Chercher les fuites à l’oreille, deux fois l’an.");
            without.notifyListeners(SWT.DefaultSelection, new Event());
            ((DocumentEditor<?>) OpenDossier.editor()).settle();
        });
        bot.ui(() -> ((FormEditor) OpenDossier.editor()).setActivePage("home"));
        bot.waitUntil("the next step", () -> bot.find(Hyperlink.class, "home.next").getText().equals("Identité"));
        assertTrue(bot.exists(Label.class, "home.class"));
        bot.ui(() -> OpenDossier.page().saveEditor(OpenDossier.editor(), false));
    }

    /** The home follows every file of the dossier, not only its own. */
    @Test
    void aStepOpensItsFileAndFollowsIt() throws Exception {
        press(bot.find(Hyperlink.class, "home.facts"));
        bot.waitUntil("the facts", () -> OpenDossier.editor().getEditorInput().getName().equals("facts.yaml"));
        bot.ui(() -> OpenDossier.page().closeEditor(OpenDossier.editor(), false));
        Files.writeString(dossier.facts(), "schema: etabli/facts/1\nfacts: [\n");
        dossier.project.refreshLocal(IResource.DEPTH_INFINITE, null);
        bot.waitUntil("a step that is blocked", () -> texts().stream().anyMatch(t -> t.contains("bloqué")));
        assertEquals(2, texts().stream().filter(t -> t.contains("bloqué")).count(), "the facts, and the documents for which they are needed");
    }

    /** A commune of a thousand inhabitants is not asked for a committee; a field that says something stays. */
    @Test
    void theFormOfASmallAuthorityIsShort() {
        bot.ui(() -> ((FormEditor) OpenDossier.editor()).setActivePage("identity"));
        bot.waitUntil("the short form", () -> bot.exists(Hyperlink.class, "identity.all"));
        assertTrue(bot.exists(Text.class, "identity.dpo"));
        assertTrue(!bot.exists(Text.class, "identity.ethics"));
        press(bot.find(Hyperlink.class, "identity.all"));
        Text ethics = bot.find(Text.class, "identity.ethics");
        bot.run(() -> {
            ethics.setText("comité de la communauté de communes");
            ethics.notifyListeners(SWT.DefaultSelection, new Event());
            ((DocumentEditor<?>) OpenDossier.editor()).settle();
        });
        bot.waitUntil("no more to show", () -> !bot.exists(Hyperlink.class, "identity.all"));
        bot.ui(() -> OpenDossier.page().saveEditor(OpenDossier.editor(), false));
    }

    private List<String> texts() {
        Control link = bot.find(Hyperlink.class, "home.facts");
        return bot.ui(() -> Arrays.stream(link.getParent().getChildren()).filter(Label.class::isInstance).map(c -> ((Label) c).getText()).toList());
    }

    private void press(Hyperlink link) {
        bot.run(() -> link.getDisplay().asyncExec(() -> {
            Event enter = new Event();
            enter.character = SWT.CR;
            link.notifyListeners(SWT.KeyDown, enter);
        }));
        bot.idle();
    }
}
