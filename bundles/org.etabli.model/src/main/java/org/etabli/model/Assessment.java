package org.etabli.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project judged against a charter, commitment by commitment. What nobody judged is unknown.
 *
 * @param charter    the id of the charter
 * @param version    the version of it that was judged
 * @param judgements in the order in which they were written, by the commitment's id
 */
public record Assessment(String charter, String version, Map<String, Judgement> judgements) {
    public static final Assessment NONE = new Assessment("", "", Map.of());

    public Assessment {
        judgements = Collections.unmodifiableMap(new LinkedHashMap<>(judgements));
    }

    public Verdict verdict(String commitment) {
        return Optional.ofNullable(judgements.get(commitment)).map(Judgement::verdict).orElse(Verdict.UNKNOWN);
    }

    /** How a project keeps a commitment. */
    public enum Verdict {
        RESPECTED("respected"),
        PARTLY("partly"),
        NOT_RESPECTED("not_respected"),
        /** The project does nothing that the commitment is about. */
        NOT_APPLICABLE("not_applicable"),
        UNKNOWN("unknown");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        /** As it is written in files. */
        public String code() {
            return code;
        }

        public static Optional<Verdict> of(String code) {
            return Arrays.stream(values()).filter(v -> v.code.equals(code)).findFirst();
        }
    }

    /**
     * @param commitment the commitment's id
     * @param reason     free text, Markdown; untrusted
     * @param evidence   references, in the words of the author
     */
    public record Judgement(String commitment, Verdict verdict, String reason, List<String> evidence, Optional<String> by, Optional<LocalDate> on) {
        public Judgement {
            evidence = List.copyOf(evidence);
        }
    }
}
