package org.etabli.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.etabli.model.Catalogue;
import org.etabli.model.Question;
import org.etabli.model.Question.AnswerType;
import org.etabli.model.Value;

/** The catalogue with numbers in place of names. */
final class Questions {
    private final List<Question> questions;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<Map<String, Integer>> options = new ArrayList<>();
    private final long[] all;
    private final long[] none;

    Questions(Catalogue catalogue) {
        questions = catalogue.questions();
        all = new long[questions.size()];
        none = new long[questions.size()];
        for (Question question : questions) {
            int index = indexes.size();
            indexes.put(question.id(), index);
            Map<String, Integer> bits = new HashMap<>();
            if (question.type() == AnswerType.YES_NO) {
                bits.put("yes", Answers.YES);
                bits.put("no", Answers.NO);
            }
            for (Question.Option option : question.options()) {
                if (option.none())
                    none[index] |= 1L << bits.size();
                bits.put(option.id(), bits.size());
            }
            if (bits.size() > Long.SIZE)
                throw new IllegalArgumentException(question.id() + " has more than " + Long.SIZE + " options");
            options.add(bits);
            all[index] = bits.size() == Long.SIZE ? -1L : (1L << bits.size()) - 1;
        }
    }

    int size() {
        return questions.size();
    }

    Question get(int index) {
        return questions.get(index);
    }

    /** -1 when no question has this id. */
    int index(String id) {
        return indexes.getOrDefault(id, -1);
    }

    /** The bit of an option; 0 when the question has no such option. */
    long bits(int index, String option) {
        Integer bit = options.get(index).get(option);
        return bit == null ? 0 : 1L << bit;
    }

    long allOptions(int index) {
        return all[index];
    }

    long noneOptions(int index) {
        return none[index];
    }

    /** Every single answer that could be given instead of {@code current}, for what-if and for the next question. */
    List<Value> alternatives(int index, Value current, List<java.math.BigDecimal> bounds) {
        Question question = get(index);
        List<Value> values = new ArrayList<>();
        switch (question.type()) {
            case YES_NO -> values.addAll(List.of(Value.YES, Value.NO));
            case ONE_OF -> question.options().forEach(o -> values.add(new Value.Choice(o.id())));
            case ANY_OF -> question.options().forEach(o -> values.add(toggled(question, o, current)));
            case NUMBER -> bounds.forEach(b -> {
                values.add(new Value.Quantity(b));
                values.add(new Value.Quantity(b.subtract(java.math.BigDecimal.ONE)));
            });
        }
        values.removeIf(v -> v == null || v.equals(current));
        return values;
    }

    /** The current list with one option added or taken away; "none" stands alone. Null where nothing known would be left. */
    private static Value toggled(Question question, Question.Option option, Value current) {
        java.util.TreeSet<String> set = new java.util.TreeSet<>();
        boolean complete = !(current instanceof Value.Choices c) || c.complete();
        // taking the only one away gives the same
        if (option.none() && complete && current instanceof Value.Choices c && c.options().size() == 1)
            return null;
        if (current instanceof Value.Choices c && !option.none()) {
            set.addAll(c.options());
            question.options().stream().filter(Question.Option::none).map(Question.Option::id).forEach(set::remove);
        }
        if (!set.remove(option.id()))
            set.add(option.id());
        if (set.isEmpty() && complete)
            question.options().stream().filter(Question.Option::none).map(Question.Option::id).findFirst().ifPresent(set::add);
        return set.isEmpty() ? null : new Value.Choices(set, option.none() || complete);
    }
}
