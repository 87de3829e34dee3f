package org.etabli.model;

import java.util.Locale;

/** The two languages of every text a user sees; French is the default. */
public enum Lang {
    FR(Locale.FRENCH),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Lang(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** English when the tag starts with "en", French for anything else, null included. */
    public static Lang of(String tag) {
        return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : FR;
    }
}
