package org.etabli.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Text;

/** What there is to say about an import, collected on the way. */
final class Report {
    private final String name;
    private final List<Finding> findings = new ArrayList<>();

    /** @param name of the file, as the user knows it */
    Report(String name) {
        this.name = name;
    }

    /** Something that the user may want to know. */
    void info(String id, int line, Object... args) {
        add(Severity.INFO, id, line, args);
    }

    /** Something that the user must look at: words are not where they were, or may have lost their meaning. */
    void warn(String id, int line, Object... args) {
        add(Severity.WARNING, id, line, args);
    }

    private void add(Severity severity, String id, int line, Object... args) {
        findings.add(finding(severity, id, line, args));
    }

    private Finding finding(Severity severity, String id, int line, Object... args) {
        return new Finding(severity, "import." + id, name, line, line > 0 ? 1 : 0, 0, 0, ImportMessages.TEXTS.text(id, args));
    }

    /** A file that cannot be imported at all; the sentence names it, wherever it is shown. */
    InvalidInputException refusal(String id, Object... args) {
        Text reason = ImportMessages.TEXTS.text(id, args);
        return new InvalidInputException(new Finding(Severity.ERROR, "import." + id, name, 0, 0, 0, 0, ImportMessages.TEXTS.text("refused", name, reason)));
    }

    /** In the order of the file; what concerns it as a whole comes first. */
    List<Finding> findings() {
        return findings.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
    }
}
