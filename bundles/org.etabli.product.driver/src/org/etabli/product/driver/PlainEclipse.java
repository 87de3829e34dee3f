package org.etabli.product.driver;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.etabli.ui.annex.GenerateJob;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.FactsForm;

/** The plug-in set in an Eclipse that knows nothing of our application: its wizard, its perspective, its menu, its documents. */
public class PlainEclipse implements Scenario {
    private static final String WIZARD = "org.etabli.ui.newDossier";
    private static final String PERSPECTIVE = "org.etabli.ui.perspective";

    @Override
    public void play(Bot bot) throws Exception {
        if (Platform.getBundle("org.etabli.app") != null)
            throw new AssertionError("this is no plain Eclipse: our application is in it");
        Path dossier = Path.of(System.getProperty("etabli.scenario.folder"), "dossier");
        IWorkbenchWindow window = bot.ui(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
        bot.ui(() -> PlatformUI.getWorkbench().showPerspective(PERSPECTIVE, window));
        bot.screenshot("1-perspective");
        newDossier(bot, window, dossier);
        bot.waitUntil("the home", () -> window.getActivePage().getActiveEditor() instanceof FormEditor);
        new FactsForm(bot).fromHome().page(1).question("technique").answer("technique", "learned");
        bot.waitUntil("markers", PlainEclipse::hasMarkers);
        bot.screenshot("2-facts");
        for (String entry : new String[] {"Question suivante", "Générer les annexes"})
            bot.menuItem("Dossier", entry);
        IWorkbenchPage page = window.getActivePage();
        bot.ui(() -> page.saveAllEditors(false));
        bot.key(bot.find(Button.class, "answer.technique.learned"), 0, SWT.F9);
        bot.waitUntil("the job that makes the documents", () -> Job.getJobManager().find(GenerateJob.FAMILY).length > 0);
        Job.getJobManager().join(GenerateJob.FAMILY, new NullProgressMonitor());
        for (String name : new String[] {"fiche-classification.pdf", "ccap-ia.docx", "cctp-ia.html"})
            if (!Files.exists(dossier.resolve("annexes").resolve(name)))
                throw new AssertionError("F9 made no " + name);
        bot.waitUntil("the preview", () -> page.getActiveEditor() != null && page.getActiveEditor().getTitle().startsWith("Annexes"));
        bot.screenshot("3-annexes");
        bot.ui(() -> page.closeAllEditors(false));
    }

    /** As the platform's menu "New" does it. */
    private static void newDossier(Bot bot, IWorkbenchWindow window, Path dossier) throws Exception {
        IWorkbenchWizard wizard = bot.ui(() -> PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(WIZARD).createWizard());
        window.getShell().getDisplay().asyncExec(() -> {
            wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
            new WizardDialog(window.getShell(), wizard).open();
        });
        Text folder = bot.find(Text.class, "new.folder");
        Table example = bot.find(Table.class, "new.example");
        Shell dialog = bot.ui(folder::getShell);
        bot.run(() -> folder.setText(dossier.toString()));
        bot.screenshot("1-wizard");
        if (bot.ui(example::getItemCount) < 2)
            throw new AssertionError("no examples");
        Button finish = bot.find(Button.class, "the button that finishes", b -> b == dialog.getDefaultButton() && b.isEnabled());
        bot.press(finish);
    }

    private static boolean hasMarkers() {
        try {
            return ResourcesPlugin.getWorkspace().getRoot().findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE).length > 0;
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
