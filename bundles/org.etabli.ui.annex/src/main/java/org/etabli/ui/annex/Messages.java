package org.etabli.ui.annex;

import org.eclipse.osgi.util.NLS;

/** Sentences of this bundle; French is the default. */
final class Messages extends NLS {
    public static String jobName;
    public static String annexes;
    public static String document;
    public static String withoutCharter;
    public static String withoutReview;
    public static String noBrowser;
    public static String cannotWrite;
    public static String cannotMake;
    public static String errorTitle;
    public static String noProgram;
    public static String preparing;
    public static String preparingOne;
    public static String stop;
    public static String notWhole;
    public static String elsewhereTitle;
    public static String elsewhere;
    public static String writtenElsewhere;
    public static String completeIdentity;

    static {
        NLS.initializeMessages("org.etabli.ui.annex.messages", Messages.class);
    }

    private Messages() {
    }
}
