package org.etabli.product.driver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.etabli.ui.Dossiers;
import org.etabli.ui.annex.GenerateJob;
import org.etabli.ui.testkit.Bot;

/** Opens every dossier below the folder "dossiers" of the scenario and makes its annexes from the menu. */
public class EveryDocument implements Scenario {

    @Override
    public void play(Bot bot) throws Exception {
        Path all = Path.of(System.getProperty("etabli.scenario.folder")).resolve("dossiers");
        try (Stream<Path> folders = Files.list(all)) {
            List<Path> dossiers = folders.sorted().toList();
            for (Path dossier : dossiers)
                generate(dossier, dossiers.get((dossiers.indexOf(dossier) + 1) % dossiers.size()), bot);
        }
    }

    private static void generate(Path dossier, Path other, Bot bot) throws Exception {
        IWorkbenchPage page = bot.ui(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage());
        IProject project = bot.ui(() -> Dossiers.open(dossier, page));
        bot.idle();
        bot.menu("Dossier", "Générer les annexes");
        // a sign of life: the preview opens before the first document is made
        Combo documents = bot.find(Combo.class, "preview.document");
        if (Files.exists(dossier.resolve("annexes")))
            throw new AssertionError("the preview opened only when all was written: " + dossier);
        // a document can be read while others are made
        bot.waitUntil("a first document", () -> documents.getItemCount() > 0);
        // and another dossier opened
        IEditorPart preview = bot.ui(page::getActiveEditor);
        bot.ui(() -> Dossiers.open(other, page));
        if (Files.exists(dossier.resolve("annexes")))
            throw new AssertionError("another dossier opened only when all was written: " + dossier);
        Job.getJobManager().join(GenerateJob.FAMILY, new NullProgressMonitor());
        bot.run(() -> page.activate(preview));
        bot.idle();
        bot.screenshot(project.getName());
        bot.ui(() -> page.closeAllEditors(false));
    }
}
