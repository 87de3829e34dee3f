package org.etabli.rules;

import java.util.ArrayList;
import java.util.List;

import org.etabli.model.Condition;
import org.etabli.model.Question;
import org.etabli.model.Question.AnswerType;
import org.etabli.model.Value;

/**
 * What counts as answered while nobody has answered. A presumption only ever adds to the answers, before any rule is looked at; so what
 * the rules conclude of answers holds of presumed ones as well. An answer that was given always wins.
 */
final class Presumptions {

    /**
     * @param option the bit of the answer that is presumed
     * @param when   reads facts only, and only those of questions that stand before
     */
    record One(int question, Question.Presumption why, long option, Value value, Expr when) {
    }

    private static final byte[] NO_SLOTS = {};

    private final Questions questions;
    final List<One> all = new ArrayList<>();
    /** Whether the condition of some presumption reads the question. */
    private final boolean[] conditions;

    Presumptions(Questions questions, Compiler compiler) {
        this.questions = questions;
        this.conditions = new boolean[questions.size()];
        for (int q = 0; q < questions.size(); q++)
            if (questions.get(q).presume().isPresent())
                add(q, questions.get(q).presume().get(), compiler);
    }

    private void add(int q, Question.Presumption why, Compiler compiler) {
        Question question = questions.get(q);
        String where = "presumption of " + question.id();
        Expr when = compiler.compile(why.when().orElse(Condition.ALWAYS), where);
        long option = question.type() == AnswerType.NUMBER ? 0 : questions.bits(q, why.value());
        if (option == 0)
            compiler.problems.add(where + ": " + question.id() + " has no answer called " + why.value());
        else if (question.type() == AnswerType.ANY_OF && (questions.noneOptions(q) & option) == 0)
            compiler.problems.add(where + ": of a list only that nothing stands on it can be presumed");
        else
            all.add(new One(q, why, option, value(q, option), when));
        when.leaves(leaf -> {
            int read = leaf instanceof Expr.FactIs f ? f.fact() : leaf instanceof Expr.FactBetween f ? f.fact() : Integer.MAX_VALUE;
            if (read >= q)
                compiler.problems.add(where + ": its condition may only ask for facts of questions that stand before");
            else
                conditions[read] = true;
        });
    }

    private Value value(int q, long option) {
        return switch (questions.get(q).type()) {
            case YES_NO -> option == 1L << Answers.YES ? Value.YES : Value.NO;
            case ANY_OF -> questions.choices(q, option, true);
            default -> new Value.Choice(questions.get(q).options().get(Long.numberOfTrailingZeros(option)).id());
        };
    }

    /** Adds to answers that are as they were given what is presumed of them. */
    void apply(Answers answers) {
        for (One one : all)
            if (answers.isOpen(questions, one.question) && one.when.eval(answers, NO_SLOTS) == Expr.TRUE)
                presume(one, answers);
    }

    private void presume(One one, Answers answers) {
        int q = one.question;
        long holds = answers.holds[q] == 0 ? one.option : answers.holds[q];
        answers.presume(q, holds, questions.allOptions(q) & ~holds, holds == one.option ? one.value : questions.choices(q, holds, true));
    }

    /** Whether another answer to the question may start a presumption or end one. */
    boolean dependOn(int question) {
        return conditions[question];
    }
}
