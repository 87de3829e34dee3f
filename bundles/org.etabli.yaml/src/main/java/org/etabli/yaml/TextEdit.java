package org.etabli.yaml;

/** Replaces {@code length} UTF-16 units at {@code offset}. */
public record TextEdit(int offset, int length, String replacement) {

    public String apply(String text) {
        return text.substring(0, offset) + replacement + text.substring(offset + length);
    }

    /** What takes this edit of a text back. */
    public TextEdit inverse(String text) {
        return new TextEdit(offset, replacement.length(), text.substring(offset, offset + length));
    }

    public boolean changesNothing(String text) {
        return text.regionMatches(offset, replacement, 0, Math.max(length, replacement.length())) && length == replacement.length();
    }
}
