package org.etabli.model;

import java.util.Arrays;
import java.util.Optional;

/** How sure a legal statement is; everything below {@link #GUIDELINES} is shown as a doubt. */
public enum Certainty {
    /** Read in the binding text. */
    TEXT("text"),
    /** Read in adopted guidelines of the Commission. */
    GUIDELINES("guidelines"),
    /** Read in guidelines that are still a draft. */
    DRAFT("draft"),
    /** Read in a secondary source only. */
    SECONDARY("secondary"),
    /** Recalled, not read: to be checked before anybody relies on it. */
    MEMORY("memory");

    private final String code;

    Certainty(String code) {
        this.code = code;
    }

    /** The word used in rule files. */
    public String code() {
        return code;
    }

    public boolean isDoubtful() {
        return compareTo(GUIDELINES) > 0;
    }

    public static Optional<Certainty> of(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }
}
