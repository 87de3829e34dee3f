package org.etabli.dossier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.Map;

import org.etabli.model.Fact;
import org.etabli.model.Truth;
import org.etabli.rules.Evaluation;

/** Answers that somebody is to find out. */
public final class Tasks {

    private Tasks() {
    }

    /** @param overdue the day is past */
    public record Task(String fact, Fact.Ask ask, boolean overdue) {
    }

    /** What is still open on a day: overdue ones first, then by their day, those without a day last. A question that is not asked is no task. */
    public static List<Task> of(Evaluation evaluation, LocalDate date) {
        return evaluation.facts().byId().values().stream()
                .filter(f -> f.ask().isPresent() && f.value().isOpen() && evaluation.asks(f.id()) != Truth.FALSE)
                .map(f -> new Task(f.id(), f.ask().get(), f.ask().get().by().filter(date::isAfter).isPresent()))
                .sorted(Comparator.comparing(t -> t.ask().by().orElse(LocalDate.MAX))).toList();
    }

    /** For each person, however the name is spelt in capitals or small letters; in the order of their first task. */
    public static Map<String, List<Task>> byPerson(List<Task> tasks) {
        Map<String, String> names = new TreeMap<>();
        tasks.forEach(t -> names.putIfAbsent(t.ask().who().toLowerCase(Locale.ROOT), t.ask().who()));
        Map<String, List<Task>> people = new java.util.LinkedHashMap<>();
        tasks.forEach(t -> people.computeIfAbsent(names.get(t.ask().who().toLowerCase(Locale.ROOT)), w -> new java.util.ArrayList<>()).add(t));
        return people;
    }
}
