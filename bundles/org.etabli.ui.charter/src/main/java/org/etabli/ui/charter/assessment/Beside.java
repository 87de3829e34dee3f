package org.etabli.ui.charter.assessment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.etabli.annex.Wording;
import org.etabli.dossier.CharterFolder;
import org.etabli.dossier.DossierFolder;
import org.etabli.model.Facts;
import org.etabli.model.InvalidInputException;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.ui.Core;
import org.etabli.yaml.YamlText;

/**
 * What an assessment is read together with: the charter of its dossier and the facts, as they are saved.
 *
 * @param folder    empty unless the charter was read
 * @param factsText empty where there are no facts, or where they cannot be read
 * @param factsRead whether nothing is wrong with the facts; where there are none, nothing is
 */
record Beside(State state, Optional<CharterFolder> folder, Optional<Law> law, Optional<Evaluation> evaluation, Optional<YamlText> factsText, boolean factsRead) {
    static final Beside NOTHING = new Beside(State.READING, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);

    /** What there is of a charter. */
    enum State {
        /** It is being read. */
        READING,
        /** The dossier has none. */
        NONE,
        /** It has errors, which stand at the charter. */
        BROKEN,
        READY
    }

    static Beside read(Path folder, Core core) {
        try {
            Law law = core.law();
            CharterFolder charter = CharterFolder.charter(folder, core.content(), core.library());
            State state = charter.charterText().isEmpty() ? State.NONE : charter.charter().isEmpty() ? State.BROKEN : State.READY;
            try {
                DossierFolder dossier = DossierFolder.load(folder, core.content(), law.catalogue());
                return new Beside(state, Optional.of(charter), Optional.of(law), Optional.of(law.evaluate(dossier.facts())), dossier.text(DossierFolder.FACTS), true);
            } catch (InvalidInputException e) {
                return new Beside(state, Optional.of(charter), Optional.of(law), Optional.of(law.evaluate(Facts.NONE)), Optional.empty(), false);
            }
        } catch (InvalidInputException e) {
            return broken();
        } catch (IOException e) {
            ILog.get().error(folder.toString(), e);
            return broken();
        }
    }

    private static Beside broken() {
        return new Beside(State.BROKEN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    Optional<Wording> wording(Core core) {
        return law.map(l -> new Wording(l, core.lang()));
    }
}
