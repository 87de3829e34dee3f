package org.etabli.imports;

import org.etabli.model.Messages;

/** Holder of this package's sentences. */
final class ImportMessages {
    static final Messages TEXTS = Messages.beside(ImportMessages.class);

    private ImportMessages() {
    }
}
