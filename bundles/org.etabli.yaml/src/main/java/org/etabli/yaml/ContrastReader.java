package org.etabli.yaml;

import java.util.List;

import org.etabli.model.Text;

/** Pairs of cases that tell a law from one that makes a known error, for its proof. */
public final class ContrastReader {
    /** Stands among the facts in which a pair differs when its two cases have different days. */
    public static final String DATE = "date";

    private ContrastReader() {
    }

    /**
     * Two cases between which a law that makes the error would see no difference.
     *
     * @param cases  ids, two of them
     * @param differ facts in which the two differ, and {@link #DATE}
     */
    public record Contrast(String trap, Text error, List<String> cases, List<String> differ, int line) {
    }

    /** @param traps the known errors, each of which needs a pair */
    public record Contrasts(List<String> traps, List<Contrast> pairs) {
    }

    public static Contrasts read(YamlText text) {
        return new Contrasts(Reading.words(text.root(), "traps"), Reading.list(text.root(), "contrasts", c -> new Contrast(Reading.wordOr(c, "trap", ""),
                Reading.text(c, "error"), Reading.words(c, "cases"), Reading.words(c, "differ"), c.span().line())));
    }
}
