package org.etabli.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the paragraphs that a program would number: readers see those numbers, but they stand nowhere in the file. Where it is not
 * sure what a program shows, there is no number, and that is said: a wrong one would be worse.
 */
final class DocxNumbering {
    private static final int LEVELS = 9;
    /** Styles of lists may lead to each other. */
    private static final int MOST_LINKS = 10;
    private static final Pattern PLACE = Pattern.compile("%(\\d)");
    private static final Pattern PLAIN = Pattern.compile("%(\\d)[.)]?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,6}");
    /** One's own format: as many digits as its first example has. */
    private static final Pattern PADDED = Pattern.compile("(0+1)(?:,.*)?");

    private final Map<String, Xml> abstracts = new HashMap<>();
    private final Map<String, Instance> lists = new HashMap<>();
    private final Map<String, Counter> counters = new HashMap<>();

    /**
     * What stands in front of a paragraph.
     *
     * @param number where a list in Markdown can count as well; empty for bullets
     * @param label  as it is seen; empty for bullets
     * @param sure   whether it is known what a program shows; else both are empty
     */
    record Mark(int level, String number, String label, boolean sure) {
    }

    /** A list as paragraphs name it. All of one kind count together, until one of them begins anew. */
    private static final class Instance {
        private final String kind;
        private final String named;
        private final Xml[] levels = new Xml[LEVELS];
        private final Integer[] starts = new Integer[LEVELS];
        /** Levels of which the whole form is this list's own, which says nothing of whether they begin anew. */
        private final boolean[] own = new boolean[LEVELS];
        private final Set<Integer> begun = new HashSet<>();

        private Instance(String kind, String named) {
            this.kind = kind;
            this.named = named;
        }
    }

    /** Where the lists of one kind are. */
    private static final class Counter {
        /** Empty for a level that has not been used since it began anew. */
        private final Integer[] at = new Integer[LEVELS];
        /** Levels that were passed over, for instance: programs do not agree whether that counts. */
        private final boolean[] unsure = new boolean[LEVELS];
        private String by = "";
        private String named = "";
    }

    DocxNumbering(Xml part, DocxStyles styles) {
        part.children("w:abstractNum").forEach(a -> a.attribute("abstractNumId").ifPresent(id -> abstracts.put(id, a)));
        Map<String, Xml> written = new HashMap<>();
        part.children("w:num").forEach(n -> n.attribute("numId").ifPresent(id -> written.put(id, n)));
        written.forEach((id, num) -> num.value("w:abstractNumId").filter(abstracts::containsKey).ifPresent(named -> {
            Instance list = new Instance(linked(named, written, styles), named);
            Optional.ofNullable(abstracts.get(list.kind)).ifPresent(a -> a.children("w:lvl").forEach(lvl -> level(lvl, list.levels)));
            num.children("w:lvlOverride").forEach(o -> override(o, list));
            lists.put(id, list);
        }));
    }

    /** A kind of list may lead to a style, and that to the list which has the levels. */
    private String linked(String kind, Map<String, Xml> written, DocxStyles styles) {
        String at = kind;
        for (int i = 0; i < MOST_LINKS; i++) {
            Optional<String> next = Optional.ofNullable(abstracts.get(at)).flatMap(a -> a.value("w:numStyleLink")).flatMap(style -> styles.list(Optional.of(style)))
                    .map(written::get).flatMap(n -> n.value("w:abstractNumId")).filter(abstracts::containsKey);
            if (next.isEmpty())
                return at;
            at = next.get();
        }
        return kind;
    }

    private static void level(Xml lvl, Xml[] into) {
        DocxStyles.level(lvl.attribute("ilvl")).ifPresent(level -> into[level] = lvl);
    }

    private static void override(Xml override, Instance list) {
        DocxStyles.level(override.attribute("ilvl")).ifPresent(level -> {
            override.child("w:lvl").ifPresent(lvl -> {
                list.levels[level] = lvl;
                list.own[level] = true;
            });
            override.value("w:startOverride").filter(COUNT.asMatchPredicate()).ifPresent(start -> list.starts[level] = Integer.valueOf(start));
        });
    }

    /** Whether paragraphs of that list have anything in front of them. */
    boolean knows(String list) {
        return lists.containsKey(list);
    }

    /** Whether any of them is numbered. */
    boolean counts(String list) {
        return knows(list) && Arrays.stream(lists.get(list).levels).anyMatch(lvl -> lvl != null && !format(lvl).equals("bullet"));
    }

    /** The level of a list that is that of a style. */
    Optional<Integer> linked(String list, String style) {
        Instance instance = lists.get(list);
        for (int level = 0; instance != null && level < LEVELS; level++)
            if (instance.levels[level] != null && instance.levels[level].value("w:pStyle").filter(style::equals).isPresent())
                return Optional.of(level);
        return Optional.empty();
    }

    /** @param name of a list that is {@link #knows known} */
    Mark next(String name, int level) {
        Instance list = lists.get(name);
        Counter counter = counters.computeIfAbsent(list.kind, k -> new Counter());
        counter.named = counter.named.isEmpty() ? list.named : counter.named;
        // whether these count on, or for themselves, programs do not agree
        if (!counter.named.equals(list.named))
            Arrays.fill(counter.unsure, true);
        counter.unsure[level] |= list.own[level] && counter.at[level] != null && !counter.by.equals(name) && !list.begun.contains(level);
        counter.by = name;
        count(list, counter, level);
        if (list.levels[level] == null)
            return new Mark(level, "", "", false);
        String format = format(list.levels[level]);
        if (format.equals("bullet"))
            return new Mark(level, "", "", true);
        String pattern = list.levels[level].value("w:lvlText").orElse("");
        Optional<String> label = label(list, counter, level, pattern);
        Matcher plain = PLAIN.matcher(pattern);
        boolean counts = label.isPresent() && format.equals("decimal") && plain.matches() && plain.group(1).equals(String.valueOf(level + 1));
        return new Mark(level, counts ? String.valueOf(counter.at[level]) : "", label.orElse("").strip(), label.isPresent());
    }

    private static void count(Instance list, Counter counter, int level) {
        boolean first = list.begun.add(level);
        if (counter.at[level] == null || first && list.starts[level] != null) {
            counter.at[level] = start(list, level);
            counter.unsure[level] &= !first || list.starts[level] == null;
        } else {
            counter.at[level]++;
        }
        for (int above = 0; above < level; above++)
            counter.unsure[above] |= counter.at[above] == null;
        for (int deeper = level + 1; deeper < LEVELS; deeper++)
            if (level < restart(list.levels[deeper], deeper)) {
                counter.at[deeper] = null;
                counter.unsure[deeper] = false;
            }
    }

    /** A level begins anew behind every level above this one. */
    private static int restart(Xml lvl, int level) {
        Optional<Integer> written = lvl == null ? Optional.empty() : DocxStyles.level(lvl.value("w:lvlRestart"));
        return written.filter(r -> r <= level).orElse(level);
    }

    /** Empty where the file does not say where a level begins. */
    private static Integer start(Instance list, int level) {
        if (list.starts[level] != null)
            return list.starts[level];
        return Optional.ofNullable(list.levels[level]).flatMap(l -> l.value("w:start")).filter(COUNT.asMatchPredicate()).map(Integer::valueOf).orElse(Integer.MIN_VALUE);
    }

    /** Empty where it is not known. */
    private static Optional<String> label(Instance list, Counter counter, int level, String pattern) {
        boolean legal = list.levels[level].isOn("w:isLgl");
        StringBuilder label = new StringBuilder();
        Matcher place = PLACE.matcher(pattern);
        while (place.find()) {
            int at = Integer.parseInt(place.group(1)) - 1;
            Optional<String> number = at < 0 || at > level || list.levels[at] == null || counter.at[at] == null || counter.unsure[at] ? Optional.empty()
                    : at == level && format(list.levels[at]).equals("none") ? Optional.of("")
                    : written(counter.at[at], legal ? "decimal" : format(list.levels[at]), list.levels[at]);
            if (number.isEmpty())
                return number;
            place.appendReplacement(label, Matcher.quoteReplacement(number.get()));
        }
        return Optional.of(place.appendTail(label).toString());
    }

    /** A newer form stands beside an older one, which not every program reads. */
    private static String format(Xml lvl) {
        return form(lvl).map(f -> f.attribute("val").orElse("")).orElse("decimal");
    }

    private static Optional<Xml> form(Xml lvl) {
        return lvl.child("mc:AlternateContent/mc:Choice/w:numFmt").or(() -> lvl.child("w:numFmt"));
    }

    /** Empty for a form that is not known here. */
    private static Optional<String> written(int number, String format, Xml lvl) {
        if (number < 0)
            return Optional.empty();
        String written = switch (format) {
            case "decimal" -> String.valueOf(number);
            case "decimalZero" -> padded(number, 2);
            case "upperRoman" -> Numerals.roman(number).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> Numerals.roman(number);
            case "upperLetter" -> Numerals.repeated(number).toUpperCase(Locale.ROOT);
            case "lowerLetter" -> Numerals.repeated(number);
            case "numberInDash" -> "- " + number + " -";
            case "custom" -> {
                Matcher padded = PADDED.matcher(form(lvl).flatMap(f -> f.attribute("format")).orElse(""));
                yield padded.matches() ? padded(number, padded.group(1).length()) : "";
            }
            default -> "";
        };
        return Optional.of(written).filter(w -> !w.isEmpty());
    }

    private static String padded(int number, int digits) {
        String written = String.valueOf(number);
        return "0".repeat(Math.max(0, digits - written.length())) + written;
    }
}
