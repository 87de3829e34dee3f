package org.etabli.model;

import java.util.List;

/**
 * The frame of a generated document.
 *
 * @param id       also the stem of its file name
 * @param kind     {@code sheet} (the classification) or {@code clauses}
 * @param intro    AsciiDoc under the title
 * @param sections in order; only for clauses
 */
public record DocumentTemplate(String id, String kind, Text title, Text subtitle, Text intro, List<Section> sections) {

    /** The kind of the classification sheet. */
    public static final String SHEET = "sheet";

    public record Section(String id, Text title, Text intro) {
    }
}
