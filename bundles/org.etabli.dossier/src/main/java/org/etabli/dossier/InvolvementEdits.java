package org.etabli.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.etabli.model.InvalidInputException;
import org.etabli.yaml.ListEdits;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlEdits;
import org.etabli.yaml.YamlEdits.Content;
import org.etabli.yaml.YamlText;

/** What a form changes in {@code involvement.yaml}, as the smallest edit of its text. Consultations and their points are known by their place. */
public final class InvolvementEdits {
    private static final List<String> CONSULTATIONS = List.of("consultations");

    /** A text of a consultation. */
    public enum Field {
        WHO, HOW, WHEN, NOTE;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private InvolvementEdits() {
    }

    /** A record in which nobody was consulted yet. */
    public static String fresh() {
        return "schema: etabli/involvement/1\nconsultations: []\n";
    }

    public static TextEdit add(YamlText text, int index, String who) throws InvalidInputException {
        return ListEdits.insert(text, CONSULTATIONS, index, new Content.Fields(Map.of(Field.WHO.key(), YamlEdits.words(who))));
    }

    public static TextEdit remove(YamlText text, int consultation) throws InvalidInputException {
        return ListEdits.remove(text, CONSULTATIONS, consultation);
    }

    public static TextEdit move(YamlText text, int from, int to) throws InvalidInputException {
        return ListEdits.move(text, CONSULTATIONS, from, to);
    }

    /** An empty text takes the field away; nothing happens when it is not there. Who was consulted is never empty. */
    public static Optional<TextEdit> set(YamlText text, int consultation, Field field, String words) throws InvalidInputException {
        return set(text, path(consultation, field.key()), words);
    }

    public static Optional<TextEdit> on(YamlText text, int consultation, Optional<LocalDate> day) throws InvalidInputException {
        return set(text, path(consultation, "on"), day.map(LocalDate::toString).orElse(""));
    }

    public static Optional<TextEdit> people(YamlText text, int consultation, Optional<Integer> people) throws InvalidInputException {
        List<String> path = path(consultation, "people");
        return people.isEmpty() ? YamlEdits.remove(text, path) : Optional.of(YamlEdits.set(text, path, new Content.Number(people.get().toString()), null));
    }

    public static TextEdit addPoint(YamlText text, int consultation, int index, String asked) throws InvalidInputException {
        return ListEdits.insert(text, points(consultation), index, new Content.Fields(Map.of("asked", YamlEdits.words(asked))));
    }

    public static TextEdit removePoint(YamlText text, int consultation, int point) throws InvalidInputException {
        return ListEdits.remove(text, points(consultation), point);
    }

    public static TextEdit movePoint(YamlText text, int consultation, int from, int to) throws InvalidInputException {
        return ListEdits.move(text, points(consultation), from, to);
    }

    /** What was asked is never empty. */
    public static Optional<TextEdit> asked(YamlText text, int consultation, int point, String words) throws InvalidInputException {
        return set(text, path(consultation, "points", String.valueOf(point), "asked"), words);
    }

    /** An empty answer is none: the point waits for one again. */
    public static Optional<TextEdit> answered(YamlText text, int consultation, int point, String words) throws InvalidInputException {
        return set(text, path(consultation, "points", String.valueOf(point), "answered"), words);
    }

    private static Optional<TextEdit> set(YamlText text, List<String> path, String words) throws InvalidInputException {
        return words.isEmpty() ? YamlEdits.remove(text, path) : Optional.of(YamlEdits.set(text, path, YamlEdits.words(words), null));
    }

    private static List<String> points(int consultation) {
        return path(consultation, "points");
    }

    private static List<String> path(int consultation, String... steps) {
        List<String> path = new ArrayList<>(CONSULTATIONS);
        path.add(String.valueOf(consultation));
        path.addAll(List.of(steps));
        return path;
    }
}
