package org.etabli.model;

import java.util.List;
import java.util.Optional;

/**
 * What is asked about an AI system.
 *
 * @param id       snake_case, never reused for another meaning
 * @param group    the id of the {@link QuestionGroup} it stands in
 * @param options  the closed list for {@link AnswerType#ONE_OF} and {@link AnswerType#ANY_OF}, else empty
 * @param unit     for {@link AnswerType#NUMBER}: the unit, else empty
 * @param label    a few words for lists; the whole question where nobody wrote one
 * @param meaning  one line for a person who is no lawyer
 * @param yes      examples in which the answer is yes
 * @param no       examples in which the answer is no
 * @param articles where the question comes from, as article paths
 * @param askWhen  asked only while this is not false
 * @param brief    part of the short path for a small commune
 */
public record Question(String id, String group, AnswerType type, List<Option> options, String unit, Text label, Text text, Text meaning,
        List<Text> yes, List<Text> no, List<String> articles, Optional<Condition> askWhen, boolean brief) {

    public Question {
        options = List.copyOf(options);
        yes = List.copyOf(yes);
        no = List.copyOf(no);
        articles = List.copyOf(articles);
    }

    /** How a question can be answered; "unknown" is always possible besides. */
    public enum AnswerType {
        YES_NO("yes-no"),
        ONE_OF("one-of"),
        ANY_OF("any-of"),
        NUMBER("number");

        private final String code;

        AnswerType(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<AnswerType> of(String code) {
            return java.util.Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
        }
    }

    /**
     * One entry of a closed list.
     *
     * @param none true for the entry that excludes all the others ("none of these")
     */
    public record Option(String id, Text text, Text meaning, boolean none) {
    }

    public Optional<Option> option(String optionId) {
        for (Option option : options)
            if (option.id().equals(optionId))
                return Optional.of(option);
        return Optional.empty();
    }
}
