package org.etabli.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the styles of a file say of paragraphs and characters; a style has what the one it is based on has. */
final class DocxStyles {
    private static final Pattern HEADING = Pattern.compile("(?:heading|titre) (\\d)");
    private static final int MOST_BASES = 20;

    private final Map<String, Xml> styles = new HashMap<>();
    /** What a paragraph has that names none. */
    private final Optional<String> usual;

    DocxStyles(Xml part) {
        part.children("w:style").forEach(s -> s.attribute("styleId").ifPresent(id -> styles.put(id, s)));
        this.usual = styles.entrySet().stream().filter(s -> s.getValue().attribute("type").filter("paragraph"::equals).isPresent())
                .filter(s -> s.getValue().attribute("default").filter(d -> List.of("1", "true", "on").contains(d)).isPresent()).map(Map.Entry::getKey).findFirst();
    }

    /** The name that programs know, whatever the language of the user. */
    String name(Optional<String> style) {
        return style.map(styles::get).flatMap(s -> s.value("w:name")).or(() -> style).orElse("").toLowerCase(Locale.ROOT);
    }

    /** From 1, or 0 for no heading. */
    int heading(Optional<String> style) {
        return first(style, s -> {
            Matcher heading = HEADING.matcher(s.value("w:name").orElse("").toLowerCase(Locale.ROOT));
            if (heading.matches())
                return Optional.of(Integer.parseInt(heading.group(1)));
            return s.value("w:pPr/w:outlineLvl").filter(level -> level.matches("[0-8]")).map(level -> Integer.parseInt(level) + 1);
        }).orElse(0);
    }

    /** The list that a style of paragraphs puts them into. */
    Optional<String> list(Optional<String> style) {
        return first(style.or(() -> usual), s -> s.value("w:pPr/w:numPr/w:numId"));
    }

    /**
     * The level in that list: a list may name the style for one of its levels, and that comes before what the style says.
     *
     * @param linked the level that a list has for the style of an id
     */
    Optional<Integer> level(Optional<String> style, Function<String, Optional<Integer>> linked) {
        for (Xml s : bases(style.or(() -> usual))) {
            Optional<Integer> level = s.attribute("styleId").flatMap(linked).or(() -> level(s.value("w:pPr/w:numPr/w:ilvl")));
            if (level.isPresent())
                return level;
        }
        return Optional.empty();
    }

    static Optional<Integer> level(Optional<String> written) {
        return written.filter(l -> l.matches("[0-8]")).map(Integer::parseInt);
    }

    boolean isOn(Optional<String> style, String property) {
        return first(style, s -> s.child("w:rPr/" + property).map(p -> s.isOn("w:rPr/" + property))).orElse(false);
    }

    private <T> Optional<T> first(Optional<String> style, Function<Xml, Optional<T>> asked) {
        for (Xml s : bases(style)) {
            Optional<T> answer = asked.apply(s);
            if (answer.isPresent())
                return answer;
        }
        return Optional.empty();
    }

    /** A style and those it is based on, the nearest first. */
    private List<Xml> bases(Optional<String> style) {
        List<Xml> bases = new ArrayList<>();
        for (Optional<Xml> at = style.map(styles::get); bases.size() < MOST_BASES && at.isPresent(); at = at.get().value("w:basedOn").map(styles::get))
            bases.add(at.get());
        return bases;
    }
}
