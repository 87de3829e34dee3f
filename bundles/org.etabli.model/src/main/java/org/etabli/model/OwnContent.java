package org.etabli.model;

import java.util.List;
import java.util.Optional;

/**
 * A file of content that a dossier brings: it stands in the place of one that comes with Établi, or beside those.
 *
 * @param file     its path in the dossier, with slashes
 * @param replaces whether Établi has a file of that name
 * @param linkedTo where it really lies in the dossier, when it is reached through a link
 */
public record OwnContent(String file, boolean replaces, Optional<String> linkedTo, String sha256) {
    private static final List<String> TEXTS = List.of("/clauses/", "/templates/");

    /** As people are told: the name, and where a link leads. */
    public String shown() {
        return linkedTo.map(t -> file + " → " + t).orElse(file);
    }

    /** Whether it brings text for documents, clauses or their frames: of it more is left where the user trusts its authors. */
    public boolean isText() {
        return TEXTS.stream().anyMatch(file::contains);
    }
}
