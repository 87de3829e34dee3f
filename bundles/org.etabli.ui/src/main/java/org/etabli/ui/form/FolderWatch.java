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
        this(event -> {
            IResourceDelta delta = event.getDelta().findMember(folder.getFullPath());
            if (delta != null && Arrays.stream(delta.getAffectedChildren()).filter(FolderWatch::isOfContent).anyMatch(d -> names.test(d.getResource().getName())))
                changed.run();
        });
    }

    /** Hears of every file below a folder, but of none whose markers alone have changed. */
    public static FolderWatch deep(IContainer folder, Runnable changed) {
        return new FolderWatch(event -> {
            IResourceDelta delta = event.getDelta().findMember(folder.getFullPath());
            if (delta != null && hasContent(delta))
                changed.run();
        });
    }

    private static boolean hasContent(IResourceDelta delta) {
        IResourceDelta[] below = delta.getAffectedChildren();
        return below.length == 0 ? isOfContent(delta) : Arrays.stream(below).anyMatch(FolderWatch::hasContent);
    }

    private FolderWatch(IResourceChangeListener listener) {
        this.listener = listener;
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
