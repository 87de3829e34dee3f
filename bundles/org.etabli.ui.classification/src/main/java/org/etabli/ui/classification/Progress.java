package org.etabli.ui.classification;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.etabli.model.Decision;
import org.etabli.model.Truth;

/** How far the questions are answered, told as what is left to do. */
record Progress(int decisive) {

    static Progress of(FactsSnapshot.Read read) {
        return new Progress(now(read).size());
    }

    /** The facts that can still change the class and can be asked already, the most telling first. */
    static List<String> now(FactsSnapshot.Read read) {
        return read.decision().missing().stream().map(Decision.Missing::fact).filter(f -> read.evaluation().asks(f) == Truth.TRUE).toList();
    }

    String words() {
        return switch (decisive) {
            case 0 -> Messages.leftNone;
            case 1 -> Messages.leftOne;
            default -> NLS.bind(Messages.leftSome, decisive);
        };
    }
}
