package org.etabli.dossier;

import org.etabli.model.InvalidInputException;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlText;

/** Several edits of one text, each proved on what the ones before it left, handed on as a single one: one step of undo. */
final class EditChain {
    private final YamlText before;
    private YamlText now;

    interface Making {
        TextEdit edit(YamlText text) throws InvalidInputException;
    }

    EditChain(YamlText text) {
        before = text;
        now = text;
    }

    EditChain then(Making making) throws InvalidInputException {
        TextEdit edit = making.edit(now);
        if (!edit.changesNothing(now.text()))
            now = YamlText.parse(now.name(), edit.apply(now.text()));
        return this;
    }

    TextEdit edit() {
        return TextEdit.between(before.text(), now.text());
    }
}
