package org.etabli.ui;

import java.nio.file.Path;
import java.time.LocalDate;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.etabli.dossier.Content;
import org.etabli.dossier.LawLibrary;
import org.etabli.model.Lang;
import org.etabli.render.Renderer;
import org.osgi.framework.Bundle;

/** Finds content and engine in the folders of their bundles. */
public final class CoreInBundles implements Core {
    private final Content content = new Content(folder("org.etabli.charters"));
    private final LawLibrary library = new LawLibrary(content);
    private final Renderer renderer = new Renderer(folder("org.etabli.render.engine"));

    private static Path folder(String bundleId) {
        Bundle bundle = Platform.getBundle(bundleId);
        if (bundle == null)
            throw new IllegalStateException("the bundle " + bundleId + " is not installed");
        return FileLocator.getBundleFileLocation(bundle).orElseThrow(() -> new IllegalStateException(bundleId + " has no folder")).toPath();
    }

    @Override
    public Content content() {
        return content;
    }

    @Override
    public LawLibrary library() {
        return library;
    }

    @Override
    public Renderer renderer() {
        return renderer;
    }

    @Override
    public Lang lang() {
        return Lang.of(Platform.getNL());
    }

    @Override
    public LocalDate today() {
        return LocalDate.now();
    }
}
