package org.etabli.imports;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which line of a text an offset is on. */
final class Places {
    private final int[] ends;

    Places(String text) {
        this.ends = IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').toArray();
    }

    /** From 1. */
    int line(int offset) {
        int at = Arrays.binarySearch(ends, offset);
        return (at < 0 ? -at - 1 : at) + 1;
    }
}
