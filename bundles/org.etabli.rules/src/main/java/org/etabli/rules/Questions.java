package org.etabli.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.etabli.model.Catalogue;
import org.etabli.model.Question;
import org.etabli.model.Question.AnswerType;
import org.etabli.model.Value;

/** The catalogue with numbers in place of names. */
final class Questions {
    /** For each question; enough for real dossiers, and no way to fill the memory with strange ones. */
    private static final int MAX_CHOICES = 1000;

    private final List<Question> questions;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<Map<String, Integer>> options = new ArrayList<>();
    private final long[] all;
    private final long[] none;
    /** Answers that were made before: what-if makes the same few again for every decision. */
    private final List<Map<Long, Value.Choices>> completeChoices = new ArrayList<>();
    private final List<Map<Long, Value.Choices>> openChoices = new ArrayList<>();

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
            completeChoices.add(new ConcurrentHashMap<>());
            openChoices.add(new ConcurrentHashMap<>());
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

    /** The answer to a list that consists of these options. */
    Value.Choices choices(int index, long bits, boolean complete) {
        Map<Long, Value.Choices> made = complete ? completeChoices.get(index) : openChoices.get(index);
        Value.Choices known = made.get(bits);
        if (known != null)
            return known;
        TreeSet<String> ids = new TreeSet<>();
        for (long rest = bits; rest != 0; rest &= rest - 1)
            ids.add(get(index).options().get(Long.numberOfTrailingZeros(rest)).id());
        Value.Choices fresh = new Value.Choices(ids, complete);
        if (made.size() < MAX_CHOICES)
            made.put(bits, fresh);
        return fresh;
    }
}
