package org.etabli.rules;

import java.math.BigDecimal;
import java.util.Arrays;

import org.etabli.model.Facts;
import org.etabli.model.Question;
import org.etabli.model.Question.AnswerType;
import org.etabli.model.Value;

/**
 * Facts as bits: for each question, which of its options hold and which are excluded. An option that is in neither set is
 * unknown. Questions answered by yes or no have the two options yes and no.
 */
final class Answers {
    static final int YES = 0;
    static final int NO = 1;

    final long[] holds;
    final long[] excluded;
    final BigDecimal[] amounts;
    /** As they were answered, or count as answered. */
    private final Value[] values;
    /** Whether nobody answered, and the answer is presumed. */
    final boolean[] presumed;

    private Answers(long[] holds, long[] excluded, BigDecimal[] amounts, Value[] values, boolean[] presumed) {
        this.holds = holds;
        this.excluded = excluded;
        this.amounts = amounts;
        this.values = values;
        this.presumed = presumed;
    }

    static Answers of(Questions questions, Facts facts) {
        int n = questions.size();
        Answers answers = new Answers(new long[n], new long[n], new BigDecimal[n], new Value[n], new boolean[n]);
        facts.byId().forEach((id, fact) -> {
            int index = questions.index(id);
            if (index >= 0) {
                answers.set(questions, index, fact.value());
                answers.values[index] = fact.value();
            }
        });
        return answers;
    }

    /** To try other answers on. */
    Answers copy() {
        return new Answers(holds.clone(), excluded.clone(), amounts.clone(), values, presumed.clone());
    }

    void presume(int index, long itsHolds, long itsExcluded, Value value) {
        holds[index] = itsHolds;
        excluded[index] = itsExcluded;
        values[index] = value;
        presumed[index] = true;
    }

    /** What was answered or presumed, whatever has been tried since. */
    Value value(int index) {
        return values[index] == null ? Value.UNKNOWN : values[index];
    }

    private void set(Questions questions, int index, Value value) {
        Question question = questions.get(index);
        long all = questions.allOptions(index);
        holds[index] = 0;
        excluded[index] = 0;
        amounts[index] = null;
        switch (value) {
            case Value.Unknown u -> { }
            case Value.YesNo v when question.type() == AnswerType.YES_NO -> exactly(index, 1L << (v.yes() ? YES : NO), all);
            case Value.Choice c when question.type() == AnswerType.ONE_OF -> exactly(index, bits(questions, index, c.option()), all);
            case Value.Choices c when question.type() == AnswerType.ANY_OF -> {
                long bits = 0;
                for (String option : c.options())
                    bits |= bits(questions, index, option);
                if (c.complete())
                    exactly(index, bits, all);
                else {
                    holds[index] = bits;
                    excluded[index] = bits == 0 ? 0 : questions.noneOptions(index);
                }
            }
            case Value.Quantity q when question.type() == AnswerType.NUMBER -> amounts[index] = q.amount();
            default -> throw new IllegalArgumentException(value.code() + " is no answer to " + question.id());
        }
    }

    /** An option that does not exist would exclude all the others. */
    private static long bits(Questions questions, int index, String option) {
        long bits = questions.bits(index, option);
        if (bits == 0)
            throw new IllegalArgumentException(questions.get(index).id() + " has no answer called " + option);
        return bits;
    }

    private void exactly(int index, long bits, long all) {
        holds[index] = bits;
        excluded[index] = all & ~bits;
    }

    /** Whether at least one of the options in the mask holds. */
    byte truth(int index, long mask) {
        return (holds[index] & mask) != 0 ? Expr.TRUE : (mask & ~excluded[index]) == 0 ? Expr.FALSE : Expr.UNKNOWN;
    }

    /** Whether nothing at all is known about this question. */
    boolean isUnknown(int index) {
        return holds[index] == 0 && excluded[index] == 0 && amounts[index] == null;
    }

    /** Whether something about this question is still open. */
    boolean isOpen(Questions questions, int index) {
        return questions.get(index).type() == AnswerType.NUMBER ? amounts[index] == null
                : (holds[index] | excluded[index]) != questions.allOptions(index);
    }

    @Override
    public String toString() {
        return Arrays.toString(holds) + Arrays.toString(excluded);
    }
}
