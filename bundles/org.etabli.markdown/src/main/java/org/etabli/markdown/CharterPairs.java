package org.etabli.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.etabli.model.Charter;

/** Which part of one charter is which of another: by the id, and for what is left over by the words. The other way round it finds the same pairs. */
final class CharterPairs {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** How much of the words must be the same where neither title nor text is. */
    private static final double NEARLY = 0.75;

    private final List<CharterPart> before;
    private final List<CharterPart> after;
    private final Map<CharterPart, CharterPart> is = new HashMap<>();
    private final Map<CharterPart, CharterPart> was = new HashMap<>();

    private CharterPairs(Charter before, Charter after) {
        this.before = CharterPart.of(before);
        this.after = CharterPart.of(after);
    }

    static CharterPairs of(Charter before, Charter after) {
        CharterPairs pairs = new CharterPairs(before, after);
        pairs.sameIds();
        pairs.sameWords();
        return pairs;
    }

    List<CharterPart> before() {
        return before;
    }

    List<CharterPart> after() {
        return after;
    }

    /** What a part of the earlier charter is later. */
    Optional<CharterPart> is(CharterPart part) {
        return Optional.ofNullable(is.get(part));
    }

    /** What a part of the later charter was before. */
    Optional<CharterPart> was(CharterPart part) {
        return Optional.ofNullable(was.get(part));
    }

    private void pair(CharterPart old, CharterPart fresh) {
        is.put(old, fresh);
        was.put(fresh, old);
    }

    private void sameIds() {
        Map<String, CharterPart> byKey = after.stream().collect(Collectors.toMap(CharterPart::key, p -> p));
        before.stream().filter(p -> byKey.containsKey(p.key())).forEach(p -> pair(p, byKey.get(p.key())));
    }

    // --- the same words under another id -------------------------------------------------------------------------

    private record Likeness(CharterPart old, CharterPart fresh, double much) {
        /** The same whichever of the two charters is the earlier one. */
        String name() {
            return smaller(old, fresh) + (old.key().compareTo(fresh.key()) < 0 ? fresh.key() : old.key());
        }
    }

    private void sameWords() {
        List<CharterPart> come = after.stream().filter(p -> !was.containsKey(p)).toList();
        Map<CharterPart, Map<String, Integer>> words = new HashMap<>();
        come.forEach(p -> words.put(p, words(p)));
        List<Likeness> likely = new ArrayList<>();
        for (CharterPart old : before)
            if (!is.containsKey(old)) {
                Map<String, Integer> said = words(old);
                come.stream().filter(p -> p.heading() == old.heading()).map(p -> new Likeness(old, p, same(old, p) + common(said, words.get(p))))
                        .filter(l -> l.much >= NEARLY).forEach(likely::add);
            }
        likely.sort(Comparator.comparingDouble(Likeness::much).reversed().thenComparing(Likeness::name));
        likely.stream().filter(l -> !is.containsKey(l.old) && !was.containsKey(l.fresh)).forEach(l -> pair(l.old, l.fresh));
    }

    /** One for the same title, one for the same text. */
    private static int same(CharterPart a, CharterPart b) {
        return (!a.title().isEmpty() && a.title().equals(b.title()) ? 1 : 0) + (!a.text().isEmpty() && a.text().equals(b.text()) ? 1 : 0);
    }

    private static Map<String, Integer> words(CharterPart part) {
        Map<String, Integer> words = new HashMap<>();
        WORD.matcher((part.title() + " " + part.text()).toLowerCase(java.util.Locale.ROOT)).results().forEach(w -> words.merge(w.group(), 1, Integer::sum));
        return words;
    }

    /** From 0 for no word in common to 1 for the same words. */
    private static double common(Map<String, Integer> a, Map<String, Integer> b) {
        int both = a.entrySet().stream().mapToInt(e -> Math.min(e.getValue(), b.getOrDefault(e.getKey(), 0))).sum();
        int all = count(a) + count(b);
        return all == 0 ? 0 : 2.0 * both / all;
    }

    private static int count(Map<String, Integer> words) {
        return words.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String smaller(CharterPart a, CharterPart b) {
        return a.key().compareTo(b.key()) < 0 ? a.key() : b.key();
    }

    // --- order ---------------------------------------------------------------------------------------------------

    /** Parts of the later charter that have the same parent, but left the order of their neighbours: as few as can be. */
    Set<CharterPart> moved() {
        Set<CharterPart> moved = new HashSet<>();
        moved.addAll(moved(before.stream().filter(p -> p.parent().isEmpty()).toList(), after.stream().filter(p -> p.parent().isEmpty()).toList()));
        was.forEach((fresh, old) -> moved.addAll(moved(old.below(), fresh.below())));
        return moved;
    }

    private Set<CharterPart> moved(List<CharterPart> old, List<CharterPart> fresh) {
        List<CharterPart> now = fresh.stream().filter(p -> was(p).filter(old::contains).isPresent()).toList();
        List<CharterPart> then = old.stream().map(is::get).filter(now::contains).toList();
        // the same ones are said to have moved, whichever of the two charters is the earlier one
        boolean inOrder = names(then).compareTo(names(now)) <= 0;
        Set<CharterPart> moved = new HashSet<>(now);
        moved.removeAll(common(inOrder ? then : now, inOrder ? now : then));
        return moved;
    }

    private String names(List<CharterPart> parts) {
        return parts.stream().map(p -> smaller(p, was.get(p))).collect(Collectors.joining("\n"));
    }

    /** The longest row that stands in the same order in both: each list has the same elements. */
    private static List<CharterPart> common(List<CharterPart> a, List<CharterPart> b) {
        Map<CharterPart, Integer> places = new HashMap<>();
        b.forEach(p -> places.put(p, places.size()));
        int[] longest = new int[a.size()];
        int[] next = new int[a.size()];
        int best = -1;
        for (int i = a.size() - 1; i >= 0; i--) {
            next[i] = -1;
            for (int j = i + 1; j < a.size(); j++)
                if (places.get(a.get(j)) > places.get(a.get(i)) && (next[i] < 0 || longest[j] > longest[next[i]]))
                    next[i] = j;
            longest[i] = 1 + (next[i] < 0 ? 0 : longest[next[i]]);
            if (best < 0 || longest[i] > longest[best])
                best = i;
        }
        List<CharterPart> row = new ArrayList<>();
        for (int i = best; i >= 0; i = next[i])
            row.add(a.get(i));
        return row;
    }
}
