package org.etabli.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The identity of a tender file's AI part ({@code dossier.yaml}).
 *
 * @param id        short and stable, used in file names
 * @param need      the need before any technology, Markdown; untrusted
 * @param system    the name of the AI system or of the purchase
 * @param sources   where the statements come from
 */
public record Dossier(String id, String title, Authority authority, String need, String system, Optional<Procedure> procedure,
        List<Actor> actors, List<String> sources) {

    public Dossier {
        actors = List.copyOf(actors);
        sources = List.copyOf(sources);
    }

    /** The day on which the procedure is launched, where it is known: whose law applies. */
    public Optional<LocalDate> launch() {
        return procedure.flatMap(Procedure::launch);
    }

    /** @param kind one of the kinds listed in the schema, for instance {@code commune}, {@code metropole} */
    public record Authority(String name, Optional<String> siret, Optional<String> kind, Optional<Integer> inhabitants, Optional<Integer> agents) {
    }

    /** @param launch the day the consultation is (or was) launched: the law is looked up for that day */
    public record Procedure(Optional<String> kind, Optional<BigDecimal> amount, Optional<LocalDate> launch, Optional<String> reference) {
    }

    /** Somebody with a part in the project; {@code role} in the words of the Regulation or of the file. */
    public record Actor(String name, String role, String note) {
    }
}
