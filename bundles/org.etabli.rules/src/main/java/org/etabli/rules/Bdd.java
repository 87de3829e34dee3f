package org.etabli.rules;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * Reduced ordered binary decision diagrams: a Boolean function of many variables as a number, equal functions as equal numbers.
 * With them a statement on every combination of answers is decided without running through the combinations.
 */
final class Bdd {
    static final int FALSE = 0;
    static final int TRUE = 1;
    private static final int TERMINAL = Integer.MAX_VALUE;
    private static final int CACHE = 1 << 20;
    private static final int PAIRS = 1 << 20;

    private int[] variables = new int[1 << 12];
    private int[] lows = new int[1 << 12];
    private int[] highs = new int[1 << 12];
    private int size = 2;
    /** Node numbers by hash, 0 for a free place. */
    private int[] table = new int[1 << 13];
    private final int[] cached = new int[4 * CACHE];
    /** Pairs of functions that a walk has found in order; which walk it was is in the number beside them. */
    private long[] pairs;
    private int[] walks;
    private int walk;

    Bdd() {
        variables[FALSE] = variables[TRUE] = TERMINAL;
        Arrays.fill(cached, -1);
    }

    int variable(int index) {
        return node(index, FALSE, TRUE);
    }

    int not(int f) {
        return ite(f, FALSE, TRUE);
    }

    int and(int f, int g) {
        return ite(f, g, FALSE);
    }

    int or(int f, int g) {
        return ite(f, TRUE, g);
    }

    int xor(int f, int g) {
        return ite(f, not(g), g);
    }

    int implies(int f, int g) {
        return ite(f, g, TRUE);
    }

    int and(int... all) {
        int result = TRUE;
        for (int f : all)
            result = and(result, f);
        return result;
    }

    int or(int... any) {
        int result = FALSE;
        for (int f : any)
            result = or(result, f);
        return result;
    }

    /** If f then g else h. */
    int ite(int f, int g, int h) {
        if (f == TRUE || g == h)
            return g;
        if (f == FALSE)
            return h;
        if (g == TRUE && h == FALSE)
            return f;
        int slot = 4 * (mix(f, g, h) & CACHE - 1);
        if (cached[slot] == f && cached[slot + 1] == g && cached[slot + 2] == h)
            return cached[slot + 3];
        int top = Math.min(variables[f], Math.min(variables[g], variables[h]));
        int result = node(top, ite(low(f, top), low(g, top), low(h, top)), ite(high(f, top), high(g, top), high(h, top)));
        cached[slot] = f;
        cached[slot + 1] = g;
        cached[slot + 2] = h;
        cached[slot + 3] = result;
        return result;
    }

    /** f with some variables set. */
    int with(int f, Given values) {
        int result = f;
        for (Map.Entry<Integer, Boolean> one : values.values.entrySet())
            result = with(result, one.getKey(), one.getValue());
        return result;
    }

    /** f with a variable set. */
    int with(int f, int variable, boolean value) {
        return with(f, variable, value, new HashMap<>());
    }

    private int with(int f, int variable, boolean value, Map<Integer, Integer> done) {
        if (variables[f] > variable)
            return f;
        if (variables[f] == variable)
            return value ? highs[f] : lows[f];
        Integer known = done.get(f);
        if (known != null)
            return known;
        int result = node(variables[f], with(lows[f], variable, value, done), with(highs[f], variable, value, done));
        done.put(f, result);
        return result;
    }

    /** Whether g is true wherever f is. Makes no function, which a proof of nothing but order does not need. */
    boolean isWithin(int f, int g) {
        return isWithin(f, g, 0);
    }

    /** Values of some variables; the others are free. */
    static final class Given {
        private final Map<Integer, Boolean> values = new HashMap<>();

        Given set(int variable, boolean value) {
            values.put(variable, value);
            return this;
        }

        private int last() {
            return values.keySet().stream().mapToInt(v -> v).max().orElse(-1);
        }

        /** Minus one for what is free. */
        private byte[] upTo(int last) {
            byte[] all = new byte[last + 1];
            Arrays.fill(all, (byte) -1);
            values.forEach((variable, value) -> all[variable] = (byte) (value ? 1 : 0));
            return all;
        }
    }

    /** Whether g with its values is true wherever f with its own is; the free variables are the same in both. Makes neither of the two functions. */
    boolean isWithin(int f, Given ofF, int g, Given ofG) {
        int last = Math.max(ofF.last(), ofG.last());
        walk++;
        return isWithin(f, ofF.upTo(last), g, ofG.upTo(last));
    }

    private boolean isWithin(int f, byte[] ofF, int g, byte[] ofG) {
        int top = Math.min(variables[f], variables[g]);
        // behind the last value that is given
        if (top >= ofF.length)
            return isWithin(f, g, 0);
        if (f == FALSE || g == TRUE || isFound(f, g, walk))
            return true;
        int f0 = ofF[top] == 1 ? high(f, top) : low(f, top);
        int g0 = ofG[top] == 1 ? high(g, top) : low(g, top);
        int f1 = ofF[top] == 0 ? low(f, top) : high(f, top);
        int g1 = ofG[top] == 0 ? low(g, top) : high(g, top);
        return isWithin(f0, ofF, g0, ofG) && (f0 == f1 && g0 == g1 || isWithin(f1, ofF, g1, ofG)) && found(f, g, walk);
    }

    private boolean isWithin(int f, int g, int within) {
        if (f == FALSE || g == TRUE || f == g)
            return true;
        if (f == TRUE || g == FALSE)
            return false;
        if (isFound(f, g, within))
            return true;
        int top = Math.min(variables[f], variables[g]);
        return isWithin(low(f, top), low(g, top), within) && isWithin(high(f, top), high(g, top), within) && found(f, g, within);
    }

    private boolean isFound(int f, int g, int by) {
        if (pairs == null) {
            pairs = new long[PAIRS];
            walks = new int[PAIRS];
        }
        int place = mix(f, g, by) & PAIRS - 1;
        return pairs[place] == pair(f, g) && walks[place] == by;
    }

    private boolean found(int f, int g, int by) {
        int place = mix(f, g, by) & PAIRS - 1;
        pairs[place] = pair(f, g);
        walks[place] = by;
        return true;
    }

    private static long pair(int f, int g) {
        return (long) f << 32 | g;
    }

    /** The variables that f depends on. */
    Set<Integer> support(int f) {
        Set<Integer> found = new TreeSet<>();
        support(f, found, new HashSet<>());
        return found;
    }

    private void support(int f, Set<Integer> found, Set<Integer> done) {
        if (f > TRUE && done.add(f)) {
            found.add(variables[f]);
            support(lows[f], found, done);
            support(highs[f], found, done);
        }
    }

    /** Walks f from the leaves up; {@code step} makes a result, in whatever diagram, of a variable and the results of both branches. */
    int fold(int f, Step step, Map<Integer, Integer> done) {
        if (f <= TRUE)
            return f;
        Integer known = done.get(f);
        if (known != null)
            return known;
        int result = step.of(variables[f], fold(lows[f], step, done), fold(highs[f], step, done));
        done.put(f, result);
        return result;
    }

    interface Step {
        int of(int variable, int low, int high);
    }

    /** Values of the variables that make f true; variables that do not matter are left out. Null for a function that is never true. */
    Map<Integer, Boolean> example(int f) {
        if (f == FALSE)
            return null;
        Map<Integer, Boolean> values = new HashMap<>();
        for (int n = f; n != TRUE; n = lows[n] != FALSE ? lows[n] : highs[n])
            values.put(variables[n], lows[n] == FALSE);
        return values;
    }

    /** How many settings of {@code count} variables, numbered from 0, make f true. */
    BigInteger count(int f, int count) {
        Map<Integer, BigInteger> done = new HashMap<>();
        return count(f, count, done).shiftLeft(Math.min(variables[f], count));
    }

    private BigInteger count(int f, int count, Map<Integer, BigInteger> done) {
        if (f <= TRUE)
            return BigInteger.valueOf(f);
        BigInteger known = done.get(f);
        if (known != null)
            return known;
        IntUnaryOperator skipped = child -> Math.min(variables[child], count) - variables[f] - 1;
        BigInteger result = count(lows[f], count, done).shiftLeft(skipped.applyAsInt(lows[f]))
                .add(count(highs[f], count, done).shiftLeft(skipped.applyAsInt(highs[f])));
        done.put(f, result);
        return result;
    }

    int nodes() {
        return size;
    }

    private int low(int f, int variable) {
        return variables[f] == variable ? lows[f] : f;
    }

    private int high(int f, int variable) {
        return variables[f] == variable ? highs[f] : f;
    }

    private int node(int variable, int low, int high) {
        if (low == high)
            return low;
        int place = mix(variable, low, high) & table.length - 1;
        for (; table[place] != 0; place = place + 1 & table.length - 1) {
            int known = table[place];
            if (variables[known] == variable && lows[known] == low && highs[known] == high)
                return known;
        }
        if (size == variables.length)
            grow();
        else
            table[place] = size;
        variables[size] = variable;
        lows[size] = low;
        highs[size] = high;
        if (table.length != 2 * variables.length)
            rehash();
        return size++;
    }

    private void grow() {
        variables = Arrays.copyOf(variables, 2 * size);
        lows = Arrays.copyOf(lows, 2 * size);
        highs = Arrays.copyOf(highs, 2 * size);
    }

    private void rehash() {
        table = new int[2 * variables.length];
        for (int n = 2; n <= size; n++) {
            int place = mix(variables[n], lows[n], highs[n]) & table.length - 1;
            while (table[place] != 0)
                place = place + 1 & table.length - 1;
            table[place] = n;
        }
    }

    private static int mix(int a, int b, int c) {
        int h = a * 0x9E3779B1 ^ b * 0x85EBCA77 ^ c * 0xC2B2AE3D;
        return h ^ h >>> 15;
    }
}
