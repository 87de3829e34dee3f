package org.etabli.cli;

import org.etabli.model.Messages;

/** Holder of this package's sentences. */
final class CliMessages {
    static final Messages TEXTS = Messages.beside(CliMessages.class);

    private CliMessages() {
    }
}
