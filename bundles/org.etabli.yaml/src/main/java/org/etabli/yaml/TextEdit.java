package org.etabli.yaml;

/** Replaces {@code length} UTF-16 units at {@code offset}. */
public record TextEdit(int offset, int length, String replacement) {

    /** The one edit that makes one text of another: from the first difference to the last. */
    public static TextEdit between(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.charAt(start) == after.charAt(start))
            start++;
        int end = 0;
        while (end < most - start && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end))
            end++;
        return new TextEdit(start, before.length() - end - start, after.substring(start, after.length() - end));
    }

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
