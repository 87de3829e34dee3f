package org.etabli.model;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The frame of a generated document.
 *
 * @param id       also the stem of its file name
 * @param kind     {@code sheet} (the classification), {@code clauses}, {@code charter} or {@code assessment}
 * @param intro    AsciiDoc under the title
 * @param sections in order; of a sheet there are none
 */
public record DocumentTemplate(String id, String kind, Text title, Text subtitle, Text intro, List<Section> sections) {

    /** The same frame with its introductions in other words. */
    public DocumentTemplate withIntros(UnaryOperator<Text> words) {
        return new DocumentTemplate(id, kind, title, subtitle, words.apply(intro),
                sections.stream().map(s -> new Section(s.id(), s.title(), words.apply(s.intro()), s.ofCharter())).toList());
    }

    /** The kind of the classification sheet. */
    public static final String SHEET = "sheet";

    /** The kind of the charter, as a document to be signed. */
    public static final String CHARTER = "charter";

    /** The kind of the project's assessment against the charter. */
    public static final String ASSESSMENT = "assessment";

    /** The kind of a module of clauses. */
    public static final String CLAUSES = "clauses";

    /** @param ofCharter whether what the charter asks of the supplier, and no clause says, stands here */
    public record Section(String id, Text title, Text intro, boolean ofCharter) {
    }

    /** What has to do with the charter: there is none of it where the dossier has no charter. */
    public boolean needsCharter() {
        return kind.equals(CHARTER) || kind.equals(ASSESSMENT);
    }

    public Section section(String section) {
        return sections.stream().filter(s -> s.id().equals(section)).findFirst().orElseThrow(() -> new IllegalArgumentException(id + " has no section " + section));
    }
}
