package org.etabli.app;

import org.eclipse.osgi.util.NLS;

/** The application's own texts; French in messages.properties, English beside it. */
final class Messages extends NLS {
    public static String application_alreadyOpen;
    public static String menu_file;
    public static String menu_edit;
    public static String menu_window;
    public static String menu_views;
    public static String menu_perspectives;
    public static String menu_theme;
    public static String menu_help;
    public static String menu_quickAccess;
    public static String theme_light;
    public static String theme_dark;
    public static String theme_contrast;

    static {
        NLS.initializeMessages("org.etabli.app.messages", Messages.class);
    }

    private Messages() {
    }
}
