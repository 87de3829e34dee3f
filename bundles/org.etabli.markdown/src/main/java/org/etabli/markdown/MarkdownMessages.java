package org.etabli.markdown;

import java.util.List;

import org.etabli.model.Messages;
import org.etabli.model.Text;

/** Holder of this package's sentences. */
final class MarkdownMessages {
    static final Messages TEXTS = Messages.beside(MarkdownMessages.class);

    private MarkdownMessages() {
    }

    /** The question at the end of a finding; nothing where nothing comes near. */
    static Text didYouMean(List<String> near) {
        return near.isEmpty() ? Text.EMPTY : TEXTS.text("did-you-mean", near.get(0));
    }
}
