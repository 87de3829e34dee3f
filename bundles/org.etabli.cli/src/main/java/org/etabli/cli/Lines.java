package org.etabli.cli;

import org.etabli.model.Lang;

/** Text for people, line by line. */
final class Lines {
    private final Lang lang;
    private final StringBuilder text = new StringBuilder();

    Lines(Lang lang) {
        this.lang = lang;
    }

    void say(String key, Object... args) {
        line(CliMessages.TEXTS.get(lang, key, args));
    }

    void line(String line) {
        text.append(line).append(System.lineSeparator());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
