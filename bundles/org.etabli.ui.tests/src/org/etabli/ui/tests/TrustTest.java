package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.resources.IResource;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.etabli.dossier.Trust;
import org.etabli.ui.Core;
import org.etabli.ui.Dossiers;
import org.etabli.ui.testkit.AssessmentForm;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The head of the window says whose texts a dossier brings, and takes the user's word for their authors. */
@ExtendWith(NoErrorLogged.class)
class TrustTest {
    private Path state;
    private final Bot bot = new Bot();
    private final AssessmentForm form = new AssessmentForm(bot);

    @BeforeEach
    void aUserWhoHasSaidNothing() throws Exception {
        state = Files.createTempDirectory("etabli-state-");
        System.setProperty("etabli.trusted", state.resolve("trusted").toString());
    }

    @AfterEach
    void nobodyIsTrustedAnyMore() throws Exception {
        System.clearProperty("etabli.trusted");
        Files.deleteIfExists(state.resolve("trusted"));
        Files.delete(state);
    }

    private void link(String words) {
        bot.find(Hyperlink.class, "the link " + words, l -> "header.trust".equals(l.getData("id")) && l.getText().equals(words));
    }

    private boolean saidInProblems(OpenDossier dossier, String words) {
        return dossier.markers().stream().anyMatch(m -> m.getAttribute("findingId", "").equals("content.trust") && m.getAttribute("message", "").contains(words));
    }

    @Test
    void oneClickTrustsAndAnotherTakesItBack() throws Exception {
        try (OpenDossier dossier = new OpenDossier(bot, "nantes-cantines")) {
            bot.waitUntil("no word of texts where there are none", () -> !bot.exists(Hyperlink.class, "header.trust"));
            Path folder = dossier.facts().getParent();
            Path clauses = Files.createDirectories(folder.resolve("charters/clauses"));
            Files.copy(Core.get().content().file("clauses/cctp-ia.yaml"), clauses.resolve("cctp-ia.yaml"));
            dossier.project.refreshLocal(IResource.DEPTH_INFINITE, null);
            bot.ui(() -> OpenDossier.page().closeAllEditors(false));
            bot.ui(() -> Dossiers.open(folder, OpenDossier.page()));
            assertTrue(bot.ui(bot.find(Label.class, "header.own")::getText).contains("cctp-ia.yaml"));
            bot.waitUntil("the finding", () -> saidInProblems(dossier, "etabli trust"));

            link("Je me fie aux auteurs de ces textes");
            form.follow("header.trust");
            link("Ne plus me fier aux auteurs de ces textes");
            assertTrue(Trust.ofUser().has(folder));
            bot.waitUntil("the finding of the contrary", () -> saidInProblems(dossier, "--off"));

            form.follow("header.trust");
            link("Je me fie aux auteurs de ces textes");
            assertFalse(Trust.ofUser().has(folder));
        }
    }
}
