package org.etabli.app;

import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.etabli.ui.DossierPerspective;

/** What the workbench does as a whole: restores itself, shows projects, saves the workspace. */
class EtabliAdvisor extends WorkbenchAdvisor {
    private static final String IDE_BUNDLE = "org.eclipse.ui.ide";

    private final Optional<Path> dossier;

    /** @param dossier the folder to open once the window is there */
    EtabliAdvisor(Optional<Path> dossier) {
        this.dossier = dossier;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        IDE.registerAdapters();
        declareImages(configurer);
    }

    /** The navigator asks for these by name, and only the IDE's own advisor would declare them. */
    private static void declareImages(IWorkbenchConfigurer configurer) {
        declare(configurer, IDE.SharedImages.IMG_OBJ_PROJECT, "icons/full/obj16/prj_obj.svg");
        declare(configurer, IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, "icons/full/obj16/cprj_obj.svg");
        // the Problems view's, which have no public constant
        declare(configurer, "IMG_OBJS_ERROR_PATH", "icons/full/obj16/error_tsk.svg");
        declare(configurer, "IMG_OBJS_WARNING_PATH", "icons/full/obj16/warn_tsk.svg");
        declare(configurer, "IMG_OBJS_INFO_PATH", "icons/full/obj16/info_tsk.svg");
    }

    private static void declare(IWorkbenchConfigurer configurer, String name, String path) {
        URL url = FileLocator.find(Platform.getBundle(IDE_BUNDLE), new org.eclipse.core.runtime.Path(path));
        configurer.declareImage(name, ImageDescriptor.createFromURL(url), true);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new EtabliWindow(configurer);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return DossierPerspective.ID;
    }

    /** The navigator shows the workspace's dossiers. */
    @Override
    public IAdaptable getDefaultPageInput() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    @Override
    public void postStartup() {
        dossier.ifPresentOrElse(DossierArgument::open, DossierArgument::openNone);
    }

    @Override
    public void postShutdown() {
        try {
            ResourcesPlugin.getWorkspace().save(true, new NullProgressMonitor());
        } catch (CoreException e) {
            ILog.of(getClass()).log(e.getStatus());
        }
    }
}
