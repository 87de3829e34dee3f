package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.navigator.CommonNavigator;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tree of dossiers says what things are, and opens them. */
@ExtendWith(NoErrorLogged.class)
class TreeTest {
    private final Bot bot = new Bot();
    private OpenDossier dossier;
    private CommonNavigator navigator;

    @BeforeEach
    void open() throws Exception {
        dossier = new OpenDossier(bot, "nantes-cantines");
        navigator = bot.ui(() -> (CommonNavigator) OpenDossier.page().showView(IPageLayout.ID_PROJECT_EXPLORER));
    }

    @AfterEach
    void close() throws Exception {
        dossier.close();
    }

    private Tree tree() {
        return navigator.getCommonViewer().getTree();
    }

    @Test
    void theTreeAndTheTabsSayWhatAThingIs() {
        bot.run(() -> navigator.getCommonViewer().expandToLevel(2));
        bot.waitUntil("words for the files", () -> words().containsAll(List.of("Faits", "Accueil")));
        assertTrue(bot.ui(() -> words().stream().noneMatch(w -> w.contains(".yaml"))), bot.ui(this::words).toString());
        assertEquals("Faits — dossier", bot.ui(() -> OpenDossier.editor().getTitle()));
        bot.screenshot("tree");
    }

    private List<String> words() {
        TreeItem[] dossiers = tree().getItems();
        return dossiers.length == 0 ? List.of() : Arrays.stream(dossiers[0].getItems()).map(TreeItem::getText).toList();
    }

    @Test
    void aDoubleClickOnADossierOpensIt() {
        bot.ui(() -> OpenDossier.page().closeAllEditors(false));
        bot.run(() -> navigator.selectReveal(new StructuredSelection(dossier.project)));
        bot.waitUntil("the dossier in the tree", () -> tree().getSelectionCount() == 1);
        boolean open = bot.ui(() -> tree().getSelection()[0].getExpanded());
        bot.run(() -> {
            Event event = new Event();
            event.item = tree().getSelection()[0];
            tree().notifyListeners(SWT.DefaultSelection, event);
        });
        bot.waitUntil("its facts", () -> OpenDossier.editor() instanceof FormEditor);
        assertEquals(open, bot.ui(() -> tree().getSelection()[0].getExpanded()), "the tree stays as it was");
    }
}
