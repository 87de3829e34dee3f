package org.etabli.app;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.core.commands.IParameterValues;

/** The appearances, by name. */
public class Themes implements IParameterValues {
    static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    static final String CONTRAST = "org.etabli.theme.contrast";

    @Override
    public Map<String, String> getParameterValues() {
        Map<String, String> themes = new LinkedHashMap<>();
        themes.put(Messages.theme_light, LIGHT);
        themes.put(Messages.theme_dark, DARK);
        themes.put(Messages.theme_contrast, CONTRAST);
        return themes;
    }
}
