package org.etabli.imports;

import java.util.Optional;

/**
 * Characters that look alike.
 *
 * @param text a line feed is a line break that the author wanted; other white space is a space
 * @param link where they lead
 */
record Run(String text, boolean bold, boolean italic, boolean code, Optional<String> link) {

    static Run plain(String text) {
        return new Run(text, false, false, false, Optional.empty());
    }

    Run with(String other) {
        return new Run(other, bold, italic, code, link);
    }

    boolean looksLike(Run other) {
        return bold == other.bold && italic == other.italic && code == other.code && link.equals(other.link);
    }
}
