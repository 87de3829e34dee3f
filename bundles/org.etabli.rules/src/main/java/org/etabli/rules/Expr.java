package org.etabli.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

import org.etabli.model.Truth;

/** A condition with numbers in place of names. Truth is a byte here, 0 false, 1 unknown, 2 true: "and" is the minimum. */
sealed interface Expr {
    byte FALSE = 0;
    byte UNKNOWN = 1;
    byte TRUE = 2;

    byte eval(Answers answers, byte[] slots);

    /** Visits the leaves that made the outcome what it is: all that hold for "true", those that failed for "false", the open ones for "unknown". */
    void causes(Answers answers, byte[] slots, byte outcome, Consumer<Leaf> visitor);

    /** Visits every leaf. */
    void leaves(Consumer<Leaf> visitor);

    static Truth truth(byte value) {
        return value == TRUE ? Truth.TRUE : value == FALSE ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** Something that is not made of other conditions. */
    sealed interface Leaf extends Expr {
        @Override
        default void causes(Answers answers, byte[] slots, byte outcome, Consumer<Leaf> visitor) {
            visitor.accept(this);
        }

        @Override
        default void leaves(Consumer<Leaf> visitor) {
            visitor.accept(this);
        }
    }

    record All(Expr[] of) implements Expr {
        @Override
        public byte eval(Answers answers, byte[] slots) {
            byte result = TRUE;
            for (Expr e : of) {
                byte value = e.eval(answers, slots);
                if (value == FALSE)
                    return FALSE;
                if (value < result)
                    result = value;
            }
            return result;
        }

        @Override
        public void causes(Answers answers, byte[] slots, byte outcome, Consumer<Leaf> visitor) {
            for (Expr e : of)
                if (e.eval(answers, slots) == outcome)
                    e.causes(answers, slots, outcome, visitor);
        }

        @Override
        public void leaves(Consumer<Leaf> visitor) {
            for (Expr e : of)
                e.leaves(visitor);
        }
    }

    record Any(Expr[] of) implements Expr {
        @Override
        public byte eval(Answers answers, byte[] slots) {
            byte result = FALSE;
            for (Expr e : of) {
                byte value = e.eval(answers, slots);
                if (value == TRUE)
                    return TRUE;
                if (value > result)
                    result = value;
            }
            return result;
        }

        @Override
        public void causes(Answers answers, byte[] slots, byte outcome, Consumer<Leaf> visitor) {
            for (Expr e : of)
                if (e.eval(answers, slots) == outcome)
                    e.causes(answers, slots, outcome, visitor);
        }

        @Override
        public void leaves(Consumer<Leaf> visitor) {
            for (Expr e : of)
                e.leaves(visitor);
        }
    }

    record Not(Expr of) implements Expr {
        @Override
        public byte eval(Answers answers, byte[] slots) {
            return (byte) (TRUE - of.eval(answers, slots));
        }

        @Override
        public void causes(Answers answers, byte[] slots, byte outcome, Consumer<Leaf> visitor) {
            of.causes(answers, slots, (byte) (TRUE - outcome), visitor);
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
            if ((answers.holds[fact] & mask) != 0)
                return TRUE;
            return (mask & ~answers.excluded[fact]) == 0 ? FALSE : UNKNOWN;
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
