package org.etabli.imports;

import java.util.List;
import java.util.stream.Collectors;

import org.etabli.model.Finding;
import org.etabli.model.Lang;

/**
 * A charter made of a document.
 *
 * @param text   the charter; every word of the document stands in it or in the report
 * @param report what was assumed, and what was not understood, with its place in the document
 */
public record Imported(String text, List<Finding> report) {
    /** Where the report of an import is kept, beside the charter. */
    public static final String REPORT = "charter-import.txt";

    public Imported {
        report = List.copyOf(report);
    }

    /** The report as a text, a finding on each line. */
    public String said(Lang lang) {
        return report.stream().map(f -> f.line(lang) + "\n").collect(Collectors.joining());
    }
}
