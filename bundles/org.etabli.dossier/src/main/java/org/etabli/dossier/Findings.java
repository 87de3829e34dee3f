package org.etabli.dossier;

import java.util.List;

import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;

/** What to do about findings. */
final class Findings {

    private Findings() {
    }

    /** @throws InvalidInputException with the errors, when there is one; warnings alone pass */
    static void refuseErrors(List<Finding> findings) throws InvalidInputException {
        List<Finding> errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty())
            throw new InvalidInputException(errors);
    }

    /** For rules and clauses, where a key that nobody reads changes what they say: warnings are errors there. */
    static void refuseAll(List<Finding> findings) throws InvalidInputException {
        if (!findings.isEmpty())
            throw new InvalidInputException(findings.stream()
                    .map(f -> new Finding(Severity.ERROR, f.id(), f.file(), f.line(), f.column(), f.offset(), f.length(), f.message())).toList());
    }
}
