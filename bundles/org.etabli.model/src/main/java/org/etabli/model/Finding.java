package org.etabli.model;

import java.util.List;

/**
 * Something to say about a file: the same in the Problems view, the ruler, the form header and the command line.
 *
 * @param id     stable identifier such as {@code facts.unknown-key}
 * @param file   the file's name as the user knows it
 * @param line   from 1; 0 when the finding has no place in the text
 * @param column from 1, in UTF-16 units
 * @param offset from 0, in UTF-16 units
 * @param length 0 for a point
 * @param subject what it is about, for programs: the id of a fact, a key, a word; empty where the place says it
 * @param near    the words that were perhaps meant, nearest first
 */
public record Finding(Severity severity, String id, String file, int line, int column, int offset, int length, Text message, String subject, List<String> near) {

    public Finding {
        near = List.copyOf(near);
    }

    public Finding(Severity severity, String id, String file, int line, int column, int offset, int length, Text message) {
        this(severity, id, file, line, column, offset, length, message, "", List.of());
    }

    /** ERROR blocks, WARNING should be looked at, INFO is a hint. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    /** The same, saying what it is about and what was perhaps meant. */
    public Finding about(String aSubject, List<String> nearest) {
        return new Finding(severity, id, file, line, column, offset, length, message, aSubject, nearest);
    }

    /** {@code file:line:column severity rule-id message}, on one line whatever the message quotes. */
    public String line(Lang lang) {
        String label = switch (severity) {
            case ERROR -> lang == Lang.EN ? "error" : "erreur";
            case WARNING -> lang == Lang.EN ? "warning" : "avertissement";
            case INFO -> "info";
        };
        return (file + ":" + line + ":" + column + " " + label + " " + id + " " + message.in(lang)).replaceAll("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{2028}\\x{2029}]+", " ");
    }
}
