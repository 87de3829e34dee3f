package org.etabli.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Forms that some programs show and a document does not: tables, check boxes, struck text, notes. They are printed as they are typed. */
final class ForeignForms {
    private static final Pattern TASK = Pattern.compile("[ \\t]*(?:[-+*]|\\d{1,9}[.)])[ \\t]{1,9}\\[[ xX]](?:[ \\t].*)?");
    private static final Pattern STRUCK = Pattern.compile("~~(?=[^\\s~])[^~]{1,2000}~~");
    private static final Pattern NOTE = Pattern.compile("\\[\\^[^\\s\\[\\]]{1,100}]");
    private static final String RULE = "|:-";

    /**
     * @param kind a message's last word
     * @param at   the place of the line
     */
    record Found(String kind, int at) {
    }

    private ForeignForms() {
    }

    /** Line by line, outside code. */
    static List<Found> in(String markdown, int from) {
        List<Found> found = new ArrayList<>();
        String fence = "";
        String above = "";
        int aboveAt = from;
        for (int at = from; at < markdown.length();) {
            int end = markdown.indexOf('\n', at) < 0 ? markdown.length() : markdown.indexOf('\n', at);
            String line = markdown.substring(at, end);
            String bare = line.strip();
            String mark = bare.startsWith("```") ? "```" : bare.startsWith("~~~") ? "~~~" : "";
            if (!mark.isEmpty() && (fence.isEmpty() || fence.equals(mark)))
                fence = fence.isEmpty() ? mark : "";
            else if (fence.isEmpty()) {
                if (isRule(bare) && above.indexOf('|') >= 0)
                    found.add(new Found("table", aboveAt));
                line(withoutCode(line), at, found);
            }
            above = line;
            aboveAt = at;
            at = end + 1;
        }
        return found;
    }

    private static void line(String line, int at, List<Found> found) {
        if (TASK.matcher(line).matches())
            found.add(new Found("task", at));
        if (line.contains("~~") && STRUCK.matcher(line).find())
            found.add(new Found("struck", at));
        if (line.contains("[^") && NOTE.matcher(line).find())
            found.add(new Found("note", at));
    }

    /** Between the head of a table and its rows. */
    private static boolean isRule(String line) {
        return line.indexOf('|') >= 0 && line.indexOf('-') >= 0 && line.chars().allMatch(c -> RULE.indexOf(c) >= 0 || c == ' ' || c == '\t' || c == '\r');
    }

    private static String withoutCode(String line) {
        StringBuilder out = new StringBuilder(line);
        for (int open = line.indexOf('`'); open >= 0;) {
            int close = line.indexOf('`', open + 1);
            for (int i = open; close > 0 && i < close; i++)
                out.setCharAt(i, ' ');
            open = close < 0 ? -1 : line.indexOf('`', close + 1);
        }
        return out.toString();
    }
}
