package org.etabli.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words behind a command: paths, options with a value, flags. */
final class Arguments {
    private final List<String> paths = new ArrayList<>();
    private final Map<String, List<String>> options = new HashMap<>();

    /**
     * @param valued options that take a value, {@code --date 2026-11-21} or {@code --date=2026-11-21}
     * @param flags  options that take none
     */
    Arguments(List<String> words, Set<String> valued, Set<String> flags) throws UsageException {
        boolean onlyPaths = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (onlyPaths || !word.startsWith("--") || word.length() < 3) {
                if (word.equals("--"))
                    onlyPaths = true;
                else
                    paths.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (flags.contains(name) && equals < 0)
                put(name, "");
            else if (!valued.contains(name))
                throw new UsageException("unknown-option", word);
            else if (equals >= 0)
                put(name, word.substring(equals + 1));
            else if (++i < words.size())
                put(name, words.get(i));
            else
                throw new UsageException("option-value", word);
        }
    }

    private void put(String name, String value) {
        options.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    List<String> paths() {
        return paths;
    }

    /** The only path. */
    String path() throws UsageException {
        if (paths.size() != 1)
            throw new UsageException(paths.isEmpty() ? "no-path" : "too-many-paths");
        return paths.get(0);
    }

    boolean flag(String name) {
        return options.containsKey(name);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).map(List::getLast);
    }

    /** The values of an option that may stand several times, in order. */
    List<String> options(String name) {
        return options.getOrDefault(name, List.of());
    }

    Optional<LocalDate> date(String name) throws UsageException {
        Optional<String> value = option(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(date(value));
    }

    /** The values of an option that may stand several times, as dates. */
    List<LocalDate> dates(String name) throws UsageException {
        List<LocalDate> dates = new ArrayList<>();
        for (String value : options(name))
            dates.add(date(Optional.of(value)));
        return dates;
    }

    private static LocalDate date(Optional<String> value) throws UsageException {
        try {
            return LocalDate.parse(value.orElseThrow());
        } catch (DateTimeParseException e) {
            throw new UsageException("not-a-date", value.orElseThrow());
        }
    }
}
