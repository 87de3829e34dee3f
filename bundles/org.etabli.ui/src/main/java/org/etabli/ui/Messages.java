package org.etabli.ui;

import org.eclipse.osgi.util.NLS;

/** Sentences of this bundle; French is the default. */
final class Messages extends NLS {
    public static String cannotRead;
    public static String cannotOpen;
    public static String notADossier;
    public static String openTitle;
    public static String openMessage;
    public static String newTitle;
    public static String newDescription;
    public static String newName;
    public static String newNameDefault;
    public static String newFolder;
    public static String newBrowse;
    public static String newExample;
    public static String newExampleNone;
    public static String newNameMissing;
    public static String newFolderOccupied;
    public static String openQuestion;

    static {
        NLS.initializeMessages("org.etabli.ui.messages", Messages.class);
    }

    private Messages() {
    }
}
