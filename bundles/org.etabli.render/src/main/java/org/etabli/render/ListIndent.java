package org.etabli.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives a numbered list the room that its longest number needs: the PDF maker sets numbers to the left of the text, and cuts what leaves the page. */
final class ListIndent {
    private static final Pattern TAG = Pattern.compile("<(/?)([ou]l|li)\\b([^>]*)>");
    private static final Pattern START = Pattern.compile("\\bstart=\"(\\d{1,9})\"");
    /** What the style sheet gives to every numbered list, in em; it holds two digits. */
    private static final double USUAL = 2.4;
    private static final double GAP = 1.3;
    private static final double DIGIT = 0.56;
    /** The mean of i, v, x, l and c. */
    private static final double ROMAN = 0.42;
    private static final String[][] NUMERALS = {{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}, {"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"},
            {"", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm"}};

    /** @param at where its attributes end */
    private record Open(int at, String attributes, boolean numbered, int[] items) {
    }

    private ListIndent() {
    }

    /** The body of a page with the indent written at each numbered list that needs more than usual. */
    static String in(String body) {
        Deque<Open> open = new ArrayDeque<>();
        SortedMap<Integer, String> styles = new TreeMap<>();
        Matcher tag = TAG.matcher(body);
        while (tag.find()) {
            boolean closes = !tag.group(1).isEmpty();
            if (tag.group(2).equals("li")) {
                if (!closes && !open.isEmpty())
                    open.peek().items[0]++;
            } else if (!closes) {
                open.push(new Open(tag.end() - 1, tag.group(3), tag.group(2).equals("ol"), new int[1]));
            } else if (!open.isEmpty()) {
                Open list = open.pop();
                double em = list.numbered ? needed(list) : 0;
                if (em > USUAL)
                    styles.put(list.at, String.format(Locale.ROOT, " style=\"padding-left: %.2fem\"", em));
            }
        }
        return inserted(body, styles);
    }

    private static String inserted(String body, SortedMap<Integer, String> at) {
        StringBuilder out = new StringBuilder(body.length() + 64);
        int from = 0;
        for (Map.Entry<Integer, String> one : at.entrySet()) {
            out.append(body, from, one.getKey()).append(one.getValue());
            from = one.getKey();
        }
        return out.append(body, from, body.length()).toString();
    }

    private static double needed(Open list) {
        Matcher start = START.matcher(list.attributes);
        int first = start.find() ? Integer.parseInt(start.group(1)) : 1;
        int last = first + Math.max(0, list.items[0] - 1);
        if (list.attributes.contains("roman"))
            return GAP + ROMAN * longestRoman(first, last);
        if (list.attributes.contains("alpha"))
            return GAP + DIGIT * (last > 26 ? 2 : 1) * 1.3;
        return GAP + DIGIT * Integer.toString(last).length();
    }

    private static int longestRoman(int first, int last) {
        int longest = 0;
        // the longest below a thousand is 888; beyond, lists are not numbered this way
        for (int n = first; n <= Math.min(last, 999); n++)
            longest = Math.max(longest, NUMERALS[2][n / 100].length() + NUMERALS[1][n / 10 % 10].length() + NUMERALS[0][n % 10].length());
        return longest;
    }
}
