package org.etabli.cli;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The day whose law was applied, and why that one.
 *
 * @param launch of the procedure, where the dossier says it
 */
record LawDay(LocalDate date, boolean asked, Optional<LocalDate> launch) {

    LawDay(LocalDate date, Arguments args, Optional<LocalDate> launch) {
        this(date, args.option("date").isPresent(), launch);
    }

    /** As it stands in JSON. */
    String origin() {
        return asked ? "asked" : launch.filter(date::equals).isPresent() ? "launch" : "today";
    }
}
