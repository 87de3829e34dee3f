package org.etabli.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.etabli.model.Truth;

/** A condition with numbers in place of names. Truth is a byte here, 0 false, 1 unknown, 2 true: "and" is the minimum. */
sealed interface Expr {
    byte FALSE = 0;
    byte UNKNOWN = 1;
    byte TRUE = 2;

    byte eval(Answers answers, byte[] slots);

    /** Collects the leaves that made the outcome what it is: all that hold for "true", those that failed for "false", the open ones for "unknown". */
    void causes(Answers answers, byte[] slots, byte outcome, Leaves found);

    /** Visits every leaf. */
    void leaves(Consumer<Leaf> visitor);

    static Truth truth(byte value) {
        return value == TRUE ? Truth.TRUE : value == FALSE ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** Leaves in the order in which they were found, each once. */
    final class Leaves {
        private Leaf[] found = new Leaf[8];
        private int size;

        void add(Leaf leaf) {
            for (int i = 0; i < size; i++)
                if (isSame(found[i], leaf))
                    return;
            if (size == found.length)
                found = Arrays.copyOf(found, 2 * size);
            found[size++] = leaf;
        }

        int size() {
            return size;
        }

        Leaf get(int index) {
            return found[index];
        }

        void clear() {
            size = 0;
        }

        List<Leaf> list() {
            return Arrays.asList(found).subList(0, size);
        }

        private static boolean isSame(Leaf a, Leaf b) {
            return a == b || a instanceof SlotHolds s && b instanceof SlotHolds t && s.slot() == t.slot()
                    || a instanceof FactIs f && b instanceof FactIs g && f.fact() == g.fact() && f.mask() == g.mask() || a instanceof FactBetween && a.equals(b);
        }
    }

    /** Something that is not made of other conditions. */
    sealed interface Leaf extends Expr {
        @Override
        default void causes(Answers answers, byte[] slots, byte outcome, Leaves found) {
            found.add(this);
        }

        @Override
        default void leaves(Consumer<Leaf> visitor) {
            visitor.accept(this);
        }
    }

    /** The parts of a condition: tests of facts and of slots apart, since most parts are such and are quickest without a call each. */
    abstract class Parts {
        private final Expr[] of;
        final int[] facts;
        final long[] masks;
        final int[] slots;
        final Expr[] others;

        private Parts(Expr[] of) {
            this.of = of;
            FactIs[] tests = only(FactIs.class, of).toArray(FactIs[]::new);
            facts = Arrays.stream(tests).mapToInt(FactIs::fact).toArray();
            masks = Arrays.stream(tests).mapToLong(FactIs::mask).toArray();
            slots = only(SlotHolds.class, of).mapToInt(SlotHolds::slot).toArray();
            others = Arrays.stream(of).filter(e -> !(e instanceof FactIs) && !(e instanceof SlotHolds)).toArray(Expr[]::new);
        }

        private static <T> Stream<T> only(Class<T> type, Expr[] all) {
            return Arrays.stream(all).filter(type::isInstance).map(type::cast);
        }

        /** In the order in which they were written. */
        public Expr[] of() {
            return of;
        }

        public void causes(Answers answers, byte[] truths, byte outcome, Leaves found) {
            for (Expr e : of)
                if (e.eval(answers, truths) == outcome)
                    e.causes(answers, truths, outcome, found);
        }

        public void leaves(Consumer<Leaf> visitor) {
            for (Expr e : of)
                e.leaves(visitor);
        }
    }

    final class All extends Parts implements Expr {
        All(Expr[] of) {
            super(of);
        }

        @Override
        public byte eval(Answers answers, byte[] truths) {
            byte result = TRUE;
            for (int slot : slots)
                if (truths[slot] < result)
                    result = truths[slot];
            for (int i = 0; i < facts.length && result != FALSE; i++)
                result = (byte) Math.min(result, answers.truth(facts[i], masks[i]));
            for (int i = 0; i < others.length && result != FALSE; i++)
                result = (byte) Math.min(result, others[i].eval(answers, truths));
            return result;
        }
    }

    final class Any extends Parts implements Expr {
        Any(Expr[] of) {
            super(of);
        }

        @Override
        public byte eval(Answers answers, byte[] truths) {
            byte result = FALSE;
            for (int slot : slots)
                if (truths[slot] > result)
                    result = truths[slot];
            for (int i = 0; i < facts.length && result != TRUE; i++)
                result = (byte) Math.max(result, answers.truth(facts[i], masks[i]));
            for (int i = 0; i < others.length && result != TRUE; i++)
                result = (byte) Math.max(result, others[i].eval(answers, truths));
            return result;
        }
    }

    record Not(Expr of) implements Expr {
        @Override
        public byte eval(Answers answers, byte[] slots) {
            return (byte) (TRUE - of.eval(answers, slots));
        }

        @Override
        public void causes(Answers answers, byte[] slots, byte outcome, Leaves found) {
            of.causes(answers, slots, (byte) (TRUE - outcome), found);
        }

        @Override
        public void leaves(Consumer<Leaf> visitor) {
            of.leaves(visitor);
        }
    }

    /** At least one of the options in the mask. */
    record FactIs(int fact, long mask, List<String> options) implements Leaf {
        @Override
        public byte eval(Answers answers, byte[] slots) {
            return answers.truth(fact, mask);
        }
    }

    record FactBetween(int fact, BigDecimal atLeast, BigDecimal atMost) implements Leaf {
        @Override
        public byte eval(Answers answers, byte[] slots) {
            BigDecimal amount = answers.amounts[fact];
            if (amount == null)
                return UNKNOWN;
            return (atLeast == null || amount.compareTo(atLeast) >= 0) && (atMost == null || amount.compareTo(atMost) <= 0) ? TRUE : FALSE;
        }
    }

    /** A rule, class or role: its value has been computed before. */
    record SlotHolds(int slot) implements Leaf {
        @Override
        public byte eval(Answers answers, byte[] slots) {
            return slots[slot];
        }
    }
}
