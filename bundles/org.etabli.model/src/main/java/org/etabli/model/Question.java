package org.etabli.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
 * @param range    for {@link AnswerType#NUMBER}: which numbers can be true
 * @param identity where {@code dossier.yaml} says the same
 * @param presume  what is taken to be so while nobody has answered
 */
public record Question(String id, String group, AnswerType type, List<Option> options, String unit, Text label, Text text, Text meaning,
        List<Text> yes, List<Text> no, List<String> articles, Optional<Condition> askWhen, boolean brief,
        Range range, Optional<Identity> identity, Optional<Presumption> presume) {

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

    /** @param least the smallest number that can be true, or null; {@code most} likewise */
    public record Range(boolean whole, BigDecimal least, BigDecimal most) {
        public static final Range ANY = new Range(false, null, null);

        public boolean admits(BigDecimal number) {
            return (least == null || number.compareTo(least) >= 0) && (most == null || number.compareTo(most) <= 0)
                    && (!whole || number.stripTrailingZeros().scale() <= 0);
        }
    }

    /**
     * A field of {@code dossier.yaml} that answers the question.
     *
     * @param field   the keys that lead to it, with dots: {@code authority.kind}
     * @param answers for what the field says in other words than the options: its word, and the option
     */
    public record Identity(String field, Map<String, String> answers) {
        public Identity {
            answers = Map.copyOf(answers);
        }
    }

    /**
     * A way out of the law that has to be shown: while nobody has answered, the question counts as answered in this way. Of a list that
     * is not complete it says that nothing stands on it besides what is named.
     *
     * @param value  the answer that is presumed
     * @param when   presumed only where this surely holds: facts that stand before the question
     * @param title  a few words behind the class: "présumé système d’IA"
     * @param doubt  what nobody has said
     * @param wayOut what would show the contrary
     */
    public record Presumption(String value, Optional<Condition> when, Text title, Text doubt, Text wayOut, List<String> source, Certainty certainty) {
        public Presumption {
            source = List.copyOf(source);
        }
    }

    public Optional<Option> option(String optionId) {
        for (Option option : options)
            if (option.id().equals(optionId))
                return Optional.of(option);
        return Optional.empty();
    }
}
