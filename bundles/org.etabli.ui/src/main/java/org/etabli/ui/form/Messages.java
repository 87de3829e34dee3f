package org.etabli.ui.form;

import org.eclipse.osgi.util.NLS;

/** Sentences of the form parts; French is the default. */
final class Messages extends NLS {
    public static String dayForm;
    public static String dayWrong;
    public static String diskChanged;
    public static String diskCompare;
    public static String diskFormer;
    public static String diskGiveBack;
    public static String diskKeep;
    public static String diskMine;
    public static String diskNow;
    public static String diskReloaded;
    public static String refused;
    public static String diskSeen;
    public static String diskTake;
    public static String diskTheirs;
    public static String headerDistrust;
    public static String headerDistrustTip;
    public static String headerFinding;
    public static String headerTrust;
    public static String headerTrustTip;
    public static String pageSource;
    public static String readOnly;
    public static String showPlace;
    public static String themeChanged;
    public static String themeLater;
    public static String themeReopen;

    static {
        NLS.initializeMessages("org.etabli.ui.form.messages", Messages.class);
    }

    private Messages() {
    }
}
