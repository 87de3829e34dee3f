package org.etabli.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** The workbench as a program: one per user at a time, and no question about a workspace. */
public class EtabliApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) throws Exception {
        Display.setAppName("Établi");
        Display display = PlatformUI.createDisplay();
        Location workspace = Platform.getInstanceLocation();
        try {
            Optional<Path> dossier = DossierArgument.in((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
            if (!lock(workspace)) {
                SplashScreen.close();
                if (!SecondStart.handOver(area(workspace), dossier)) {
                    MessageDialog.openInformation(new Shell(display), "Établi", Messages.application_alreadyOpen);
                }
                return EXIT_OK;
            }
            Optional<SecondStart> others = SecondStart.await(area(workspace), d -> display.asyncExec(() -> DossierArgument.show(d)));
            try {
                PlatformUI.createAndRunWorkbench(display, new EtabliAdvisor(dossier));
            } finally {
                others.ifPresent(SecondStart::close);
            }
            // A restart is never offered: there is no native launcher that would carry it out.
            return EXIT_OK;
        } finally {
            display.dispose();
            workspace.release();
        }
    }

    private static Path area(Location workspace) throws URISyntaxException {
        return Path.of(URIUtil.toURI(workspace.isSet() ? workspace.getURL() : workspace.getDefault()));
    }

    /** The instance area is fixed by the product (osgi.instance.area.default) unless -data names another. */
    private static boolean lock(Location workspace) {
        try {
            if (!workspace.isSet()) {
                return workspace.set(workspace.getDefault(), true);
            }
            return workspace.lock();
        } catch (IOException e) {
            ILog.of(EtabliApplication.class).error("The workspace cannot be locked: " + workspace.getURL(), e);
            return false;
        }
    }

    @Override
    public void stop() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.syncExec(() -> {
            if (!display.isDisposed()) {
                PlatformUI.getWorkbench().close();
            }
        });
    }
}
