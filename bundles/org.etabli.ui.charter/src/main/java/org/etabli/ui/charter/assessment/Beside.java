package org.etabli.ui.charter.assessment;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.etabli.annex.Wording;
import org.etabli.dossier.DossierFile.Read;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.Standing;
import org.etabli.markdown.CharterText;
import org.etabli.model.Facts;
import org.etabli.model.InvalidInputException;
import org.etabli.rules.Law;
import org.etabli.ui.Core;
import org.etabli.yaml.YamlText;

/**
 * What an assessment is read together with: the charter of its dossier and the facts, as they are saved.
 *
 * @param standing  empty until it was read
 * @param law       empty unless the charter was read
 * @param factsText empty where there are no facts, or where they cannot be read
 * @param factsRead whether nothing is wrong with the facts; where there are none, nothing is
 */
record Beside(State state, Optional<Standing> standing, Optional<Law> law, Optional<YamlText> factsText, boolean factsRead) {
    static final Beside NOTHING = new Beside(State.READING, Optional.empty(), Optional.empty(), Optional.empty(), true);

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

    static Beside read(Standing standing) {
        try {
            Law law = standing.law();
            Read<Facts> facts = standing.file(DossierFile.FACTS);
            return new Beside(state(standing), Optional.of(standing), Optional.of(law), facts.value().flatMap(f -> facts.yaml()), !facts.isRefused());
        } catch (InvalidInputException e) {
            return broken();
        } catch (IOException e) {
            ILog.get().error(standing.folder().toString(), e);
            return broken();
        }
    }

    private static State state(Standing standing) throws IOException {
        Read<CharterText> charter = standing.file(DossierFile.CHARTER);
        return charter.isRefused() ? State.BROKEN : charter.value().isEmpty() ? State.NONE : standing.applicable().isEmpty() ? State.BROKEN : State.READY;
    }

    private static Beside broken() {
        return new Beside(State.BROKEN, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    Optional<Wording> wording(Core core) {
        return law.map(l -> new Wording(l, core.lang()));
    }
}
