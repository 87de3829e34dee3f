package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The window as a user finds it. */
@ExtendWith(NoErrorLogged.class)
class WorkbenchTest {
    private final Bot bot = new Bot();

    @Test
    void opensItsWindow() throws Exception {
        assertNull(Display.getCurrent(), "tests act from outside the UI thread");
        Shell window = bot.shell("Établi");
        assertTrue(bot.ui(window::isVisible));
        assertTrue(Files.size(bot.screenshot("window")) > 0);
    }

    @Test
    void speaksFrenchInItsMenuBar() {
        Shell window = bot.shell("Établi");
        List<String> menus = bot.ui(() -> Arrays.stream(window.getMenuBar().getItems()).map(Bot::label).toList());
        assertEquals("Fichier", menus.getFirst());
        assertEquals("Aide", menus.getLast());
    }

    @Test
    void showsTheDossiersAndTheFindings() {
        for (String view : List.of(IPageLayout.ID_PROJECT_EXPLORER, IPageLayout.ID_PROBLEM_VIEW)) {
            assertTrue(bot.ui(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().findView(view) != null), view);
        }
    }
}
