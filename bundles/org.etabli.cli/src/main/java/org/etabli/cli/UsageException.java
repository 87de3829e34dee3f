package org.etabli.cli;

import org.etabli.model.Text;

/** The command was called in a way it does not know: exit code 2. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    UsageException(String key, Object... args) {
        super(key);
        this.text = CliMessages.TEXTS.text(key, args);
    }

    Text text() {
        return text;
    }
}
