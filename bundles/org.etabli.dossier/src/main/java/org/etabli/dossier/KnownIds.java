package org.etabli.dossier;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

import org.etabli.model.Catalogue;
import org.etabli.model.Clause;
import org.etabli.model.InvalidInputException;
import org.etabli.model.RuleSet;
import org.etabli.yaml.ClauseReader;

/**
 * What a charter may refer to: of every state of every law, since a charter has no date.
 *
 * @param criteria award criteria; there are none yet
 */
record KnownIds(Catalogue catalogue, Set<String> duties, Set<String> classes, Set<String> clauses, Set<String> criteria) {

    static KnownIds of(Content content, LawLibrary library) throws IOException, InvalidInputException {
        Set<String> duties = new LinkedHashSet<>();
        Set<String> classes = new LinkedHashSet<>();
        for (String law : content.names("law"))
            for (String version : library.versions(law)) {
                RuleSet state = library.state(law, version);
                state.duties().forEach(d -> duties.add(d.id()));
                state.classes().forEach(c -> classes.add(c.id()));
            }
        Set<String> clauses = new LinkedHashSet<>();
        for (String name : content.names("clauses"))
            ClauseReader.clauses(content.read("clauses/" + name, "clauses")).stream().map(Clause::id).forEach(clauses::add);
        return new KnownIds(library.catalogue(), duties, classes, clauses, Set.of());
    }
}
