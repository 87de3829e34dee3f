package org.etabli.yaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.etabli.model.Text;

/**
 * Small steps from nodes to values. Absent and wrongly shaped are treated alike, as absent: the schema has said what is wrong
 * before anything is read.
 */
final class Reading {

    private Reading() {
    }

    static Optional<String> word(Node node) {
        return node instanceof Node.Scalar s && !s.isNull() ? Optional.of(s.text()) : Optional.empty();
    }

    static Optional<String> word(Node node, String key) {
        return child(node, key).flatMap(Reading::word);
    }

    static String wordOr(Node node, String key, String otherwise) {
        return word(node, key).orElse(otherwise);
    }

    static Optional<Node> child(Node node, String key) {
        return node instanceof Node.Mapping m ? m.get(key) : Optional.empty();
    }

    static List<Node> items(Node node, String key) {
        return child(node, key).map(n -> n instanceof Node.Sequence s ? s.items() : List.<Node>of()).orElse(List.of());
    }

    static <T> List<T> list(Node node, String key, Function<Node, T> each) {
        List<T> list = new ArrayList<>();
        for (Node item : items(node, key))
            list.add(each.apply(item));
        return list;
    }

    static List<String> words(Node node, String key) {
        List<String> words = new ArrayList<>();
        items(node, key).forEach(i -> word(i).ifPresent(words::add));
        return words;
    }

    /** One word, or a list of them. */
    static List<String> wordOrWords(Node node, String key) {
        return word(node, key).map(List::of).orElseGet(() -> words(node, key));
    }

    static boolean flag(Node node, String key) {
        return word(node, key).filter("true"::equals).isPresent();
    }

    static Text text(Node node, String key) {
        return child(node, key).map(n -> new Text(wordOr(n, "fr", ""), wordOr(n, "en", ""))).orElse(Text.EMPTY);
    }

    static Optional<LocalDate> date(Node node, String key) {
        return word(node, key).flatMap(Reading::date);
    }

    /** Four digits, two and two: the only form that files have. */
    static Optional<LocalDate> date(String word) {
        if (word.length() != 10 || word.charAt(4) != '-' || word.charAt(7) != '-')
            return Optional.empty();
        int number = 0;
        for (int i = 0; i < 10; i++) {
            if (i == 4 || i == 7)
                continue;
            if (word.charAt(i) < '0' || word.charAt(i) > '9')
                return Optional.empty();
            number = 10 * number + word.charAt(i) - '0';
        }
        try {
            return Optional.of(LocalDate.of(number / 10000, number / 100 % 100, number % 100));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<BigDecimal> number(Node node, String key) {
        return word(node, key).flatMap(Reading::number);
    }

    /** Digits that a computer can also write out: {@code 1e999999999} would fill its memory. */
    static Optional<BigDecimal> number(String word) {
        try {
            return word.length() > 40 || word.matches(".*[eE][-+]?0*[0-9]{3,}") ? Optional.empty() : Optional.of(new BigDecimal(word));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
