package org.etabli.rules;

import java.util.List;

/** Rule sets that contradict themselves or name what does not exist. For authors of rules, not for users. */
public final class LawException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public LawException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
