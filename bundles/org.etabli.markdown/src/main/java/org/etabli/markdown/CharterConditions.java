package org.etabli.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.etabli.model.Condition;
import org.etabli.model.Lang;

/** Conditions as a charter writes them: {@code fact = option, option et fact = option}; a class with {@code classe = id}. */
public final class CharterConditions {
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9_.-]*";
    private static final Pattern PART = Pattern.compile("(" + ID + ")\\s*=\\s*(" + ID + "(?:\\s*,\\s*" + ID + ")*)");
    private static final Pattern AND = Pattern.compile("(?<!\\s)\\s+(?:et|and)\\s+");

    private CharterConditions() {
    }

    /** Empty for anything that is not written that way. */
    public static Optional<Condition> read(String line) {
        List<Condition> parts = new ArrayList<>();
        for (String written : AND.split(line.strip(), -1)) {
            Matcher part = PART.matcher(written);
            if (!part.matches())
                return Optional.empty();
            List<String> options = Arrays.asList(part.group(2).split("\\s*,\\s*"));
            parts.add(isClass(part.group(1)) ? either(options) : new Condition.FactIs(part.group(1), options));
        }
        return Optional.of(parts.size() == 1 ? parts.get(0) : new Condition.All(parts));
    }

    private static boolean isClass(String word) {
        return word.equals("classe") || word.equals("class");
    }

    private static Condition either(List<String> classes) {
        List<Condition> each = classes.stream().<Condition>map(Condition.ClassApplies::new).toList();
        return each.size() == 1 ? each.get(0) : new Condition.Any(each);
    }

    /** @throws IllegalArgumentException for a condition that a charter cannot write */
    public static String write(Condition condition, Lang lang) {
        return condition instanceof Condition.All all && !all.of().isEmpty()
                ? String.join(lang == Lang.EN ? " and " : " et ", all.of().stream().map(c -> part(c, lang)).toList())
                : part(condition, lang);
    }

    private static String part(Condition condition, Lang lang) {
        return switch (condition) {
            case Condition.FactIs f -> f.fact() + " = " + String.join(", ", f.options());
            case Condition.ClassApplies c -> classes(List.of(c), lang);
            case Condition.Any any when !any.of().isEmpty() -> classes(any.of(), lang);
            default -> throw new IllegalArgumentException("a charter cannot say " + condition);
        };
    }

    private static String classes(List<Condition> each, Lang lang) {
        return (lang == Lang.EN ? "class = " : "classe = ") + String.join(", ", each.stream().map(c -> {
            if (c instanceof Condition.ClassApplies applies)
                return applies.classId();
            throw new IllegalArgumentException("a charter cannot say " + c);
        }).toList());
    }
}
