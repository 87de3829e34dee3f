package org.etabli.imports;

import java.util.List;
import java.util.Optional;

/**
 * A document as its reader understood it.
 *
 * @param title where it stands beside the text
 */
record Source(Optional<String> title, List<Block> blocks) {
    Source {
        blocks = List.copyOf(blocks);
    }
}
