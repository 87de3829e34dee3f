package org.etabli.ui.form;

import java.util.Arrays;
import java.util.function.Predicate;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;

/** Hears of files of a folder that are saved, made or deleted by anybody. */
public final class FolderWatch {
    private final IResourceChangeListener listener;

    /** @param changed is run in whatever thread the change was made */
    public FolderWatch(IContainer folder, Predicate<String> names, Runnable changed) {
        listener = event -> {
            IResourceDelta delta = event.getDelta().findMember(folder.getFullPath());
            if (delta != null && Arrays.stream(delta.getAffectedChildren()).filter(FolderWatch::isOfContent).anyMatch(d -> names.test(d.getResource().getName())))
                changed.run();
        };
        ResourcesPlugin.getWorkspace().addResourceChangeListener(listener, IResourceChangeEvent.POST_CHANGE);
    }

    /** Markers come and go with every check: they are no news. */
    private static boolean isOfContent(IResourceDelta delta) {
        return delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0;
    }

    public void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(listener);
    }
}
