package org.etabli.ui.classification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.etabli.model.Decision;
import org.etabli.model.Truth;

/**
 * How far the questions are answered, told as what is left to do.
 *
 * @param decisive can still change the class and can be asked already, the most telling first
 * @param shaping  the others that a duty or a clause still hangs on
 */
record Progress(List<String> decisive, List<String> shaping) {

    static Progress of(FactsSnapshot.Read read) {
        List<String> decisive = read.decision().missing().stream().map(Decision.Missing::fact).filter(f -> read.evaluation().asks(f) == Truth.TRUE).toList();
        return new Progress(decisive, read.shaping().stream().filter(f -> !decisive.contains(f)).toList());
    }

    /** The question to go on with: it does not end with the class. */
    Optional<String> next() {
        return Stream.concat(decisive.stream(), shaping.stream()).findFirst();
    }

    String words() {
        if (!decisive.isEmpty())
            return decisive.size() == 1 ? Messages.leftOne : NLS.bind(Messages.leftSome, decisive.size());
        return switch (shaping.size()) {
            case 0 -> Messages.leftNone;
            case 1 -> Messages.leftShapingOne;
            default -> NLS.bind(Messages.leftShapingSome, shaping.size());
        };
    }
}
