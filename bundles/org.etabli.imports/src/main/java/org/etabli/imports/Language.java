package org.etabli.imports;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.etabli.model.Lang;

/** French or English, by the small words that one of them has and the other does not. */
final class Language {
    private static final Set<String> FRENCH = Set.of("le", "la", "les", "des", "du", "et", "est", "une", "dans", "pour", "par", "sur", "qui", "que", "nous", "aux", "ne", "ce", "sont", "être");
    private static final Set<String> ENGLISH = Set.of("the", "of", "and", "is", "to", "in", "for", "by", "with", "that", "we", "are", "be", "this", "it", "shall", "our", "must", "will", "or");

    private Language() {
    }

    /** French where nothing speaks for either. */
    static Lang guess(List<Block> blocks) {
        int french = 0;
        int english = 0;
        for (Block block : blocks)
            for (String word : words(block).toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
                french += FRENCH.contains(word) ? 1 : 0;
                english += ENGLISH.contains(word) ? 1 : 0;
            }
        return english > french ? Lang.EN : Lang.FR;
    }

    private static String words(Block block) {
        return switch (block) {
            case Block.Heading h -> h.words().plain();
            case Block.Paragraph p -> p.words().plain();
            case Block.ListItem item -> item.words().plain();
            default -> "";
        };
    }
}
