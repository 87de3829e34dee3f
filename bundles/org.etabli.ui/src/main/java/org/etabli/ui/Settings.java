package org.etabli.ui;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** What a user sets for all dossiers: his name, and how many questions he wants to see. */
public final class Settings {
    static final String AUTHOR = "author";
    static final String SHORT_PATH = "shortPath";
    private static final String NODE = "org.etabli.ui";

    /** When only the questions are listed that something still hangs on. */
    enum Path {
        SMALL_COMMUNES, ALWAYS, NEVER;

        static Path of(String name) {
            for (Path path : values())
                if (path.name().equals(name))
                    return path;
            return SMALL_COMMUNES;
        }
    }

    private Settings() {
    }

    static IPreferenceStore store() {
        return new ScopedPreferenceStore(InstanceScope.INSTANCE, NODE);
    }

    /** The name that stands behind an answer; as the system knows the user where he has not said it. */
    public static String author() {
        String author = store().getString(AUTHOR).strip();
        return author.isEmpty() ? System.getProperty("user.name") : author;
    }

    /**
     * Whether the short path is taken for a dossier: as it was chosen last, else for a small commune.
     *
     * @param small what the questions say of the dossier's authority
     */
    public static boolean isShort(boolean small) {
        return switch (Path.of(store().getString(SHORT_PATH))) {
            case ALWAYS -> true;
            case NEVER -> false;
            case SMALL_COMMUNES -> small;
        };
    }

    /** Remembers it for the next time, and for other dossiers. */
    public static void setShort(boolean wanted) {
        store().setValue(SHORT_PATH, (wanted ? Path.ALWAYS : Path.NEVER).name());
    }
}
