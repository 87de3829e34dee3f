package org.etabli.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every question of a pack, in the order in which the law asks them.
 *
 * @param shortPath who is shown only the questions that something still hangs on, unless he wants them all; a matter of comfort, no rule hangs on it
 */
public record Catalogue(String pack, List<QuestionGroup> groups, List<Question> questions, Map<String, Question> byId, Optional<Condition> shortPath) {

    public Catalogue(String pack, List<QuestionGroup> groups, List<Question> questions, Optional<Condition> shortPath) {
        this(pack, List.copyOf(groups), List.copyOf(questions), index(questions), shortPath);
    }

    public Catalogue(String pack, List<QuestionGroup> groups, List<Question> questions) {
        this(pack, groups, questions, Optional.empty());
    }

    private static Map<String, Question> index(List<Question> questions) {
        Map<String, Question> map = new LinkedHashMap<>();
        for (Question q : questions)
            if (map.put(q.id(), q) != null)
                throw new IllegalArgumentException("two questions have the id " + q.id());
        return map;
    }

    public Optional<Question> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Question> inGroup(String group) {
        return questions.stream().filter(q -> q.group().equals(group)).toList();
    }
}
