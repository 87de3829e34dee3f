package org.etabli.dossier;

import org.etabli.model.Messages;

/** Holder of this package's sentences. */
final class DossierMessages {
    static final Messages TEXTS = Messages.beside(DossierMessages.class);

    private DossierMessages() {
    }
}
