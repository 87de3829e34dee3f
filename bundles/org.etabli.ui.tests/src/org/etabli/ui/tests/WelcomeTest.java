package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.activities.IIdentifier;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.etabli.dossier.Examples;
import org.etabli.ui.Core;
import org.etabli.ui.NewDossierWizard;
import org.etabli.ui.Recent;
import org.etabli.ui.Welcome;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first screen, and the wizard that it leads to. */
@ExtendWith(NoErrorLogged.class)
class WelcomeTest {
    private final Bot bot = new Bot();

    @AfterEach
    void closeAll() {
        bot.ui(() -> OpenDossier.page().closeAllEditors(false));
    }

    @Test
    void anEmptyWindowSaysWhatOneCanDo() throws Exception {
        bot.run(() -> Welcome.openIfEmpty(OpenDossier.page()));
        for (String offer : List.of("welcome.new", "welcome.charter", "welcome.example", "welcome.open"))
            assertFalse(bot.ui(bot.find(Hyperlink.class, offer)::getText).isBlank(), offer);
        bot.run(() -> Welcome.openIfEmpty(OpenDossier.page()));
        assertEquals(1, bot.ui(() -> OpenDossier.page().getEditorReferences().length).intValue());
        bot.screenshot("welcome");
    }

    @Test
    void whatWasOpenedLastIsOffered() throws Exception {
        try (OpenDossier dossier = new OpenDossier(bot, "nantes-cantines")) {
            assertEquals(dossier.facts().getParent(), Recent.dossiers().getFirst());
            bot.run(() -> Welcome.open(OpenDossier.page()));
            Hyperlink link = bot.find(Hyperlink.class, "the dossier of Nantes", l -> l.getText().equals("Prévision de la fréquentation des cantines scolaires"));
            bot.run(() -> assertTrue(link.isVisible()));
        }
        assertTrue(Recent.dossiers().stream().allMatch(java.nio.file.Files::isDirectory), "what is gone is not offered");
    }

    /** The click that brings the page to the front may be on one of its links, which is then still there when the button comes up. */
    @Test
    void aLinkOutlivesTheActivationOfThePage() throws Exception {
        try (OpenDossier dossier = new OpenDossier(bot, "nantes-cantines")) {
            IEditorPart facts = bot.ui(() -> OpenDossier.page().getActiveEditor());
            bot.run(() -> Welcome.open(OpenDossier.page()));
            IEditorPart welcome = bot.ui(() -> OpenDossier.page().getActiveEditor());
            Hyperlink link = bot.find(Hyperlink.class, "the dossier of Nantes", l -> l.getText().equals("Prévision de la fréquentation des cantines scolaires"));
            bot.run(() -> OpenDossier.page().activate(facts));
            bot.run(() -> OpenDossier.page().activate(welcome));
            bot.run(() -> assertTrue(!link.isDisposed() && link.isVisible() && link.getSize().x > 0));
        }
    }

    /** Choosing among the examples shows a sentence for each, and leaves a name alone that somebody has typed. */
    @Test
    void theWizardKeepsTheNameThatWasTyped() throws Exception {
        bot.run(() -> window().getDisplay().asyncExec(() -> NewDossierWizard.open(window(), OpenDossier.page(), NewDossierWizard.Start.EMPTY)));
        Text name = bot.find(Text.class, "new.name");
        Table examples = bot.find(Table.class, "new.example");
        Shell dialog = bot.ui(name::getShell);
        try {
            assertEquals(bot.ui(name::getText), bot.ui(name::getSelectionText), "who types replaces the proposal");
            assertEquals(Examples.all(Core.get().content()).size() + 1, bot.ui(examples::getItemCount).intValue());
            choose(examples, 2);
            assertEquals(bot.ui(() -> examples.getItem(2).getText()), bot.ui(name::getText), "an example proposes its title");
            bot.run(() -> name.setText("Robot de la mairie"));
            choose(examples, 3);
            assertEquals("Robot de la mairie", bot.ui(name::getText));
            String sentence = Examples.all(Core.get().content()).get(2).summary().fr();
            bot.find(Label.class, "the sentence of the example", l -> l.getText().replace("&&", "&").equals(sentence));
            bot.run(() -> assertTrue(dialog.getSize().y < dialog.getDisplay().getBounds().height * 3 / 4, "the dialog fills the screen: " + dialog.getSize()));
        } finally {
            bot.run(dialog::close);
        }
    }

    /** The platform's list of what can be made shows ours at once, without opening a group. */
    @Test
    void whatCanBeMadeIsOurs() {
        IWizardDescriptor[] first = PlatformUI.getWorkbench().getNewWizardRegistry().getPrimaryWizards();
        assertEquals(Set.of("Nouveau dossier", "Nouvelle charte éthique", "À partir d’un exemple"),
                Arrays.stream(first).filter(w -> w.getId().startsWith("org.etabli.")).map(IWizardDescriptor::getLabel).collect(Collectors.toSet()));
        IIdentifier file = PlatformUI.getWorkbench().getActivitySupport().getActivityManager().getIdentifier("org.eclipse.ui.ide/org.eclipse.ui.wizards.new.file");
        assertFalse(file.isEnabled(), "a file is nothing that a town hall makes");
    }

    private void choose(Table table, int row) {
        bot.run(() -> {
            table.setSelection(row);
            table.notifyListeners(SWT.Selection, new Event());
        });
    }

    private static Shell window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }
}
