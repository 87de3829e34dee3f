package org.etabli.model;

/**
 * Kleene's three values, ordered so that "and" is the minimum and "or" the maximum.
 * {@link #UNKNOWN} is what is not known yet: it never fires a rule and never proves a negative.
 */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    public boolean isDecided() {
        return this != UNKNOWN;
    }
}
