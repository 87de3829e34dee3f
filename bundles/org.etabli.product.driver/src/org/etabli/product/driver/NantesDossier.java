package org.etabli.product.driver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.ui.PlatformUI;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.FactsForm;

/**
 * The dossier that was named on the command line is open. A fact is changed, the class changes with it; the annexes are
 * made and shown; the fact is taken back with one undo and saved.
 */
public class NantesDossier implements Scenario {

    @Override
    public void play(Bot bot) throws Exception {
        Path folder = Path.of(ResourcesPlugin.getWorkspace().getRoot().getProjects()[0].getLocation().toOSString());
        Path facts = folder.resolve("facts.yaml");
        String before = Files.readString(facts);
        FactsForm form = new FactsForm(bot);
        form.fromHome();
        form.page(0);
        bot.idle();
        bot.screenshot("1-overview");
        form.page(1).question("technique");
        String minimal = form.shownClass();
        bot.screenshot("2-facts");

        form.answer("technique", "human_rules");
        String other = form.classOtherThan(minimal);
        bot.screenshot("3-another-class");
        if (form.shownReasons().isBlank())
            throw new AssertionError("no reason beside the class " + other);
        form.page(2);
        bot.idle();
        bot.screenshot("4-result");
        form.page(3);
        bot.idle();
        bot.screenshot("5-calendar");
        form.page(4);
        bot.idle();
        bot.screenshot("6-compare");
        form.page(5);
        bot.idle();
        bot.screenshot("7-source");
        form.page(1);
        bot.menu("Édition", "Annuler");
        form.waitForClass(minimal);
        form.question("technique").answer("technique", "logic_or_knowledge");
        bot.menu("Fichier", "Enregistrer");
        bot.waitUntil("the fact on disk", () -> read(facts).contains("value: logic_or_knowledge"));
        expectOneChangedLine(before, Files.readString(facts));
        bot.waitUntil("markers", NantesDossier::hasMarkers);

        bot.menu("Dossier", "Générer les annexes");
        Path annexes = folder.resolve("annexes");
        bot.waitUntil("annexes", () -> Files.exists(annexes.resolve("ccap-ia.pdf")) && Files.exists(annexes.resolve("fiche-classification.html")));
        Combo documents = bot.find(Combo.class, "preview.document");
        bot.waitUntil("the list of documents", () -> documents.getItemCount() >= 3);
        Browser browser = bot.find(Browser.class, "preview.browser");
        bot.waitUntil("the page in the preview", () -> Boolean.TRUE.equals(browser.getData("loaded")));
        bot.waitUntil("the class in the preview", () -> browser.getText().contains("Nantes Métropole"));
        // what is loaded is painted a moment later; a picture is for people, so it may be late
        java.util.concurrent.locks.LockSupport.parkNanos(java.time.Duration.ofMillis(700).toNanos());
        bot.idle();
        bot.screenshot("8-annexes");
        bot.ui(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().closeAllEditors(false));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A form edit touches its own line and no other: comments, order and unknown keys are the user's. */
    private static void expectOneChangedLine(String before, String after) {
        String[] old = before.split("\n", -1);
        String[] now = after.split("\n", -1);
        long changed = old.length != now.length ? Long.MAX_VALUE
                : java.util.stream.IntStream.range(0, old.length).filter(i -> !old[i].equals(now[i])).count();
        if (changed != 1)
            throw new AssertionError(changed + " lines changed:\n" + Arrays.asList(now));
    }

    private static boolean hasMarkers() {
        try {
            return ResourcesPlugin.getWorkspace().getRoot().findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE).length > 0;
        } catch (org.eclipse.core.runtime.CoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
