package org.etabli.annex;

import org.etabli.model.Messages;

/** Holder of this package's sentences. */
final class AnnexMessages {
    static final Messages TEXTS = Messages.beside(AnnexMessages.class);

    private AnnexMessages() {
    }
}
