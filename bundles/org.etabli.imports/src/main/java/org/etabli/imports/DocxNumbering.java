package org.etabli.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the paragraphs that a program would number: readers see those numbers, but they stand nowhere in the file. */
final class DocxNumbering {
    private static final int LEVELS = 9;
    private static final Pattern PLACE = Pattern.compile("%(\\d)");
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

    private final Map<String, Xml> abstracts = new HashMap<>();
    private final Map<String, String> lists = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();

    /**
     * What stands in front of a paragraph.
     *
     * @param number where a list in Markdown can count as well; empty for bullets
     * @param label  as it is seen; empty for bullets
     */
    record Mark(int level, String number, String label) {
    }

    DocxNumbering(Xml part) {
        part.children("w:abstractNum").forEach(a -> a.attribute("abstractNumId").ifPresent(id -> abstracts.put(id, a)));
        part.children("w:num").forEach(n -> n.attribute("numId").ifPresent(id -> n.value("w:abstractNumId").ifPresent(a -> lists.put(id, a))));
    }

    /** @param properties that name the list and the level; empty where they switch numbering off */
    Optional<Mark> next(Xml properties) {
        String list = properties.value("w:numId").orElse("0");
        if (list.equals("0"))
            return Optional.empty();
        int level = properties.value("w:ilvl").filter(l -> l.matches("[0-8]")).map(Integer::parseInt).orElse(0);
        String known = lists.getOrDefault(list, list);
        int[] counter = counters.computeIfAbsent(known, k -> new int[LEVELS]);
        counter[level]++;
        Arrays.fill(counter, level + 1, LEVELS, 0);
        String format = property(known, level, "w:numFmt").orElse("bullet");
        if (format.equals("bullet") || format.equals("none"))
            return Optional.of(new Mark(level, "", ""));
        String pattern = property(known, level, "w:lvlText").orElse("%" + (level + 1) + ".");
        Matcher place = PLACE.matcher(pattern);
        String label = place.replaceAll(p -> {
            int at = Math.clamp(Integer.parseInt(p.group(1)) - 1, 0, LEVELS - 1);
            return Matcher.quoteReplacement(written(number(known, at, counter), property(known, at, "w:numFmt").orElse("decimal")));
        });
        boolean plain = format.equals("decimal") && pattern.matches("%\\d[.)]?");
        return Optional.of(new Mark(level, plain ? String.valueOf(number(known, level, counter)) : "", label.strip()));
    }

    private int number(String list, int level, int[] counter) {
        int start = property(list, level, "w:start").filter(s -> s.matches("\\d{1,6}")).map(Integer::parseInt).orElse(1);
        return start + Math.max(counter[level], 1) - 1;
    }

    private Optional<String> property(String list, int level, String name) {
        return Optional.ofNullable(abstracts.get(list)).flatMap(a -> a.children("w:lvl").filter(l -> l.attribute("ilvl").filter(String.valueOf(level)::equals).isPresent()).findFirst())
                .flatMap(l -> l.value(name));
    }

    private static String written(int number, String format) {
        return switch (format) {
            case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(number);
            case "upperLetter" -> letters(number, 'A');
            case "lowerLetter" -> letters(number, 'a');
            case "bullet", "none" -> "";
            default -> String.valueOf(number);
        };
    }

    private static String roman(int number) {
        StringBuilder out = new StringBuilder();
        int left = Math.min(number, 3999);
        for (int i = 0; i < ROMAN.length; i++)
            for (; left >= ROMAN_VALUES[i]; left -= ROMAN_VALUES[i])
                out.append(ROMAN[i]);
        return out.toString();
    }

    /** After z comes aa, then bb. */
    private static String letters(int number, char first) {
        return String.valueOf((char) (first + (number - 1) % 26)).repeat(Math.min((number - 1) / 26 + 1, 9));
    }
}
