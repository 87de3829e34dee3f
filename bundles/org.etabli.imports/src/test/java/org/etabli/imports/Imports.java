package org.etabli.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.etabli.markdown.CharterText;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;

/** What the tests ask of an import. */
final class Imports {
    private Imports() {
    }

    static Imported of(String name, String text) throws InvalidInputException {
        return Importer.read(name, text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    static CharterText charter(Imported imported) {
        return CharterText.parse("charter.md", imported.text());
    }

    /** The headings, each behind as many signs as it has in the charter. */
    static List<String> headings(Imported imported) {
        return charter(imported).sections().stream().map(s -> "#".repeat(s.level()) + " " + s.title()).toList();
    }

    /** The places of the findings with an id. */
    static List<Integer> lines(Imported imported, String id) {
        return imported.report().stream().filter(f -> f.id().equals("import." + id)).map(Finding::line).toList();
    }

    /** What the findings with an id say. */
    static List<String> said(Imported imported, String id) {
        return imported.report().stream().filter(f -> f.id().equals("import." + id)).map(f -> f.message().en()).toList();
    }

    /** Below the head. */
    static String body(Imported imported) {
        return imported.text().substring(charter(imported).body());
    }

    /** The id of the refusal of a file. */
    static String refusal(String name, byte[] bytes) {
        try {
            Importer.read(name, bytes, Optional.empty());
            return "none";
        } catch (InvalidInputException e) {
            return e.findings().getFirst().id();
        }
    }
}
