package org.etabli.imports;

import org.etabli.model.InvalidInputException;

final class DocxReader {
    private DocxReader() {
    }

    static Source read(byte[] bytes, Report report) throws InvalidInputException {
        throw report.refusal("format");
    }
}
