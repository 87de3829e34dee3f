package org.etabli.imports;

import java.util.HashMap;
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

    DocxStyles(Xml part) {
        part.children("w:style").forEach(s -> s.attribute("styleId").ifPresent(id -> styles.put(id, s)));
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

    Optional<Xml> numbering(Optional<String> style) {
        return first(style, s -> s.child("w:pPr/w:numPr"));
    }

    boolean isOn(Optional<String> style, String property) {
        return first(style, s -> s.child("w:rPr/" + property).map(p -> s.isOn("w:rPr/" + property))).orElse(false);
    }

    private <T> Optional<T> first(Optional<String> style, Function<Xml, Optional<T>> asked) {
        Optional<Xml> at = style.map(styles::get);
        for (int i = 0; i < MOST_BASES && at.isPresent(); i++) {
            Optional<T> answer = asked.apply(at.get());
            if (answer.isPresent())
                return answer;
            at = at.get().value("w:basedOn").map(styles::get);
        }
        return Optional.empty();
    }
}
