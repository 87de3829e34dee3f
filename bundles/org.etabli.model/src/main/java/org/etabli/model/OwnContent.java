package org.etabli.model;

import java.util.Optional;

/**
 * A file of content that a dossier brings: it stands in the place of one that comes with Établi, or beside those.
 *
 * @param file     its path in the dossier, with slashes
 * @param replaces whether Établi has a file of that name
 * @param linkedTo where it really lies in the dossier, when it is reached through a link
 */
public record OwnContent(String file, boolean replaces, Optional<String> linkedTo, String sha256) {

    /** As people are told: the name, and where a link leads. */
    public String shown() {
        return linkedTo.map(t -> file + " → " + t).orElse(file);
    }
}
