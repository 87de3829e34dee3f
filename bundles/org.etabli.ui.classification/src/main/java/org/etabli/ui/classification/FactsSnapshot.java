package org.etabli.ui.classification;

import java.util.List;
import java.util.Optional;

import org.etabli.model.Decision;
import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.ui.form.Snapshot;
import org.etabli.yaml.YamlText;

/**
 * What a text of facts says and what follows from it. Immutable: computed off the UI thread, shown on it.
 *
 * @param read empty while the text is broken; {@code findings} then say where
 */
record FactsSnapshot(String text, Law law, List<Finding> findings, Optional<Read> read) implements Snapshot {

    @Override
    public boolean isReadable() {
        return read.isPresent();
    }

    /** @param shaping the questions that a duty or a clause still hangs on */
    record Read(YamlText yaml, Facts facts, Evaluation evaluation, Decision decision, List<String> shaping) {
    }
}
