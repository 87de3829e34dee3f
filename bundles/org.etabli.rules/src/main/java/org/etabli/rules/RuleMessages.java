package org.etabli.rules;

import org.etabli.model.Messages;

/** Holder of this package's sentences. */
final class RuleMessages {
    static final Messages TEXTS = Messages.beside(RuleMessages.class);

    private RuleMessages() {
    }
}
