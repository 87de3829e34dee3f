package org.etabli.dossier;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.etabli.model.Catalogue;
import org.etabli.model.Clause;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Question;
import org.etabli.model.RuleSet;
import org.etabli.model.Text;
import org.etabli.yaml.ClauseReader;

/**
 * What a charter may refer to, by id, with the words that people know it by: of every state of every law, since a charter has
 * no date. Where states differ in their words, the newest has its say.
 *
 * @param criteria award criteria; there are none yet
 */
public record CharterTerms(Catalogue catalogue, Map<String, Text> duties, Map<String, Text> classes, Map<String, Text> clauses, Map<String, Text> criteria) {

    /** The answers to a question that a condition may ask for. */
    public static List<String> options(Question question) {
        return question.type() == Question.AnswerType.YES_NO ? List.of("yes", "no") : question.options().stream().map(Question.Option::id).toList();
    }

    static CharterTerms of(Content content, LawLibrary library) throws IOException, InvalidInputException {
        Map<String, Text> duties = new LinkedHashMap<>();
        Map<String, Text> classes = new LinkedHashMap<>();
        for (String law : content.names("law"))
            for (String version : library.versions(law)) {
                RuleSet state = library.state(law, version);
                state.duties().forEach(d -> duties.put(d.id(), d.text()));
                state.classes().forEach(c -> classes.put(c.id(), c.title()));
            }
        Map<String, Text> clauses = new LinkedHashMap<>();
        for (String name : content.names("clauses"))
            for (Clause clause : ClauseReader.clauses(content.read("clauses/" + name, "clauses")))
                clauses.put(clause.id(), clause.title());
        return new CharterTerms(library.catalogue(), duties, classes, clauses, Map.of());
    }
}
