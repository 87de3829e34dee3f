package org.etabli.imports;

import java.util.Locale;
import java.util.Optional;

/** Numbers as lists write them. */
final class Numerals {
    private static final int LETTERS = 26;
    private static final int MOST_REPEATED = 9;
    private static final int MOST_ROMAN = 3999;
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

    private Numerals() {
    }

    /** Empty for a style that is not known, and for a number that it cannot write. */
    static Optional<String> of(int number, String style) {
        return Optional.of(switch (style) {
            case "arabic" -> String.valueOf(number);
            case "decimal" -> (number < 10 ? "0" : "") + number;
            case "loweralpha" -> letters(number);
            case "upperalpha" -> letters(number).toUpperCase(Locale.ROOT);
            case "lowerroman" -> roman(number);
            case "upperroman" -> roman(number).toUpperCase(Locale.ROOT);
            default -> "";
        }).filter(written -> !written.isEmpty());
    }

    /** Empty where there is none. */
    static String roman(int number) {
        StringBuilder out = new StringBuilder();
        int left = number > MOST_ROMAN ? 0 : number;
        for (int i = 0; i < ROMAN.length; i++)
            for (; left >= ROMAN_VALUES[i]; left -= ROMAN_VALUES[i])
                out.append(ROMAN[i]);
        return out.toString();
    }

    /** After z comes aa, then ab. */
    private static String letters(int number) {
        StringBuilder out = new StringBuilder();
        for (int left = number; left > 0; left = (left - 1) / LETTERS)
            out.insert(0, (char) ('a' + (left - 1) % LETTERS));
        return out.toString();
    }

    /** After z comes aa, then bb. */
    static String repeated(int number) {
        return number < 1 || number > LETTERS * MOST_REPEATED ? "" : String.valueOf((char) ('a' + (number - 1) % LETTERS)).repeat((number - 1) / LETTERS + 1);
    }
}
