package org.etabli.app;

import java.util.List;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PerspectiveAdapter;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** The one window: its size, its title and its bars. */
class EtabliWindow extends WorkbenchWindowAdvisor {

    /** Menu and toolbar entries that the platform adds by itself, for programmers. Their commands stay on the keyboard. */
    private static final List<String> HIDDEN_ACTION_SETS = List.of(
            "org.eclipse.ui.edit.text.actionSet.annotationNavigation",
            "org.eclipse.ui.edit.text.actionSet.convertLineDelimitersTo",
            "org.eclipse.ui.edit.text.actionSet.navigation",
            "org.eclipse.ui.edit.text.actionSet.presentation",
            "org.eclipse.ui.actionSet.keyBindings",
            "org.eclipse.ui.actionSet.openFiles",
            "org.eclipse.ui.NavigateActionSet",
            "org.eclipse.ui.WorkingSetActionSet",
            "org.eclipse.ui.WorkingSetModificationActionSet");

    /** Under which the preferences remember that the list of findings was folded. */
    private static final String FOLDED = "findings.folded";

    EtabliWindow(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new Menus(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setInitialSize(new Point(1280, 860));
        configurer.setTitle("Établi");
        configurer.setShowCoolBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
    }

    @Override
    public void postWindowOpen() {
        SplashScreen.close();
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        hideActionSets(window.getActivePage());
        foldOnce(window.getActivePage());
        window.addPerspectiveListener(new PerspectiveAdapter() {
            @Override
            public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
                hideActionSets(page);
            }

            @Override
            public void perspectiveChanged(IWorkbenchPage page, IPerspectiveDescriptor perspective, String change) {
                if (IWorkbenchPage.CHANGE_RESET_COMPLETE.equals(change)) {
                    hideActionSets(page);
                    fold(page);
                }
            }
        });
    }

    /** At the very first start; afterwards the window is as its user left it. */
    private static void foldOnce(IWorkbenchPage page) {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.etabli.app");
        if (page == null || preferences.getBoolean(FOLDED, false)) {
            return;
        }
        fold(page);
        preferences.putBoolean(FOLDED, true);
    }

    /** Findings are shown where they are; their list leaves the room to the question until somebody wants it. */
    private static void fold(IWorkbenchPage page) {
        IViewReference problems = page.findViewReference(IPageLayout.ID_PROBLEM_VIEW);
        if (problems != null) {
            page.setPartState(problems, IWorkbenchPage.STATE_MINIMIZED);
        }
    }

    private static void hideActionSets(IWorkbenchPage page) {
        if (page != null) {
            HIDDEN_ACTION_SETS.forEach(page::hideActionSet);
        }
    }
}
