package org.etabli.ui.form;

import org.eclipse.osgi.util.NLS;

/** Sentences of the form parts; French is the default. */
final class Messages extends NLS {
    public static String dayForm;
    public static String dayWrong;
    public static String headerFinding;
    public static String pageSource;

    static {
        NLS.initializeMessages("org.etabli.ui.form.messages", Messages.class);
    }

    private Messages() {
    }
}
