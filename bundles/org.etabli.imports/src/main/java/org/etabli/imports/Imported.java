package org.etabli.imports;

import java.util.List;

import org.etabli.model.Finding;

/**
 * A charter made of a document.
 *
 * @param text   the charter; every word of the document stands in it or in the report
 * @param report what was assumed, and what was not understood, with its place in the document
 */
public record Imported(String text, List<Finding> report) {
    public Imported {
        report = List.copyOf(report);
    }
}
