package org.etabli.model;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be used: the command line says so and ends with 3; nothing has been written. */
public final class InvalidInputException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public InvalidInputException(List<Finding> findings) {
        super(findings.stream().map(f -> f.line(Lang.FR)).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public InvalidInputException(Finding finding) {
        this(List.of(finding));
    }

    public List<Finding> findings() {
        return findings;
    }
}
