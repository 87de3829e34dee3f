package org.etabli.yaml;

import org.etabli.model.Messages;

/** Holder of this package's sentences. */
final class YamlMessages {
    static final Messages TEXTS = Messages.beside(YamlMessages.class);

    private YamlMessages() {
    }
}
