package org.etabli.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.etabli.model.Letters;

/** What a mistyped word was perhaps meant to be. */
public final class Nearest {

    private Nearest() {
    }

    /** Words at a distance of two letters, or a quarter of a longer word, nearest first. */
    public static List<String> of(String word, Collection<String> words) {
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        words.forEach(w -> spellings.put(w, List.of(w)));
        return byTitle(word, spellings);
    }

    /** @param spellings for each word, what may be written for it; case does not count */
    static List<String> byTitle(String word, Map<String, List<String>> spellings) {
        String low = Letters.composed(word).toLowerCase(Locale.ROOT);
        return spellings.keySet().stream().filter(w -> distance(low, spellings.get(w)) <= Math.max(2, word.length() / 4) && distance(low, spellings.get(w)) < low.length())
                .sorted(Comparator.comparingInt(w -> distance(low, spellings.get(w)))).toList();
    }

    private static int distance(String low, List<String> spellings) {
        return spellings.stream().mapToInt(s -> distance(low, s.toLowerCase(Locale.ROOT))).min().orElse(Integer.MAX_VALUE);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++)
            row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int best = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[b.length()];
    }
}
