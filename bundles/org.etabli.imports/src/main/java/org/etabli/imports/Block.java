package org.etabli.imports;

import java.util.List;
import java.util.Optional;

/** A piece of a document, of whatever format. Blocks stand in the order of the document. */
sealed interface Block {

    /** Of its beginning, from 1; of a DOCX the number of the paragraph. */
    int line();

    /**
     * @param level 0 for the title of the document, else any number that grows with the depth
     * @param id    that the author gave it
     */
    record Heading(int line, int level, Words words, Optional<String> id) implements Block {
    }

    /** @param depth of the list item that it belongs to, or 0 */
    record Paragraph(int line, int depth, Kind kind, Words words) implements Block {

        boolean isStatement() {
            return depth == 0 && kind == Kind.PLAIN;
        }
    }

    /** Only what the author says in plain words may become a commitment. */
    enum Kind {
        PLAIN,
        QUOTED,
        /** The title of a box, the words for a picture, a line that was not understood. */
        ASIDE
    }

    /**
     * @param depth  from 1
     * @param number as a list in Markdown has it, without the dot; empty for a bullet
     */
    record ListItem(int line, int depth, String number, Words words) implements Block {
    }

    /** Lines that stay together: rows of a table. */
    record Rows(int line, List<Words> rows) implements Block {
    }

    /** Lines that stay as they are: code. */
    record Code(int line, String text) implements Block {
    }

    /** Lines of a charter's fields, which are ours. */
    record Fields(int line, List<String> lines) implements Block {
    }
}
