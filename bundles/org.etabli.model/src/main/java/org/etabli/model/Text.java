package org.etabli.model;

import java.util.Objects;

/** A sentence in both languages. Neither half is ever null; an empty text has two empty halves. */
public record Text(String fr, String en) {

    public static final Text EMPTY = new Text("", "");

    public Text {
        Objects.requireNonNull(fr, "fr");
        Objects.requireNonNull(en, "en");
    }

    /** The same words in both languages: proper names, identifiers, quoted input. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    public String in(Lang lang) {
        return lang == Lang.EN ? en : fr;
    }

    public boolean isEmpty() {
        return fr.isEmpty() && en.isEmpty();
    }
}
