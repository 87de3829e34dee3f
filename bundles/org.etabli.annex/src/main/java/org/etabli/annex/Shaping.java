package org.etabli.annex;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.etabli.model.Condition;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Question;
import org.etabli.model.RuleSet;
import org.etabli.model.Trace;
import org.etabli.model.Truth;
import org.etabli.model.Value;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.rules.LawException;

/**
 * The questions that still shape what a tender gets: while one of them is open, a clause is kept with a mark or a duty is listed that
 * an answer may take away. They go on where those that decide the class end.
 */
public final class Shaping {
    private final Law law;
    private final Evaluation evaluation;
    private final Decision decision;
    private final Set<String> facts = new LinkedHashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();

    private Shaping(Law law, Evaluation evaluation, Decision decision) {
        this.law = law;
        this.evaluation = evaluation;
        this.decision = decision;
    }

    /** Those that can be asked now, in the order of the questions. */
    public static List<String> facts(Law law, Evaluation evaluation, Decision decision, Annexes annexes) {
        List<String> due = annexes.due(law, evaluation, decision).stream().map(DocumentTemplate::id).toList();
        Shaping shaping = new Shaping(law, evaluation, decision);
        Stream.concat(annexes.clauses().stream().filter(c -> due.contains(c.document())).map(c -> c.when()),
                law.ruleSets().stream().flatMap(s -> s.duties().stream()).map(RuleSet.DutyRule::when)).forEach(shaping::walk);
        // the whole class hangs on what is presumed
        decision.presumed().stream().filter(p -> !p.wayOuts().isEmpty()).forEach(p -> shaping.facts.add(p.fact()));
        return law.catalogue().questions().stream().map(Question::id).filter(shaping.facts::contains).filter(q -> evaluation.asks(q) == Truth.TRUE).toList();
    }

    /** Gathers the unknown facts that leave a condition open, straight or through rules, roles and classes. */
    private void walk(Condition condition) {
        try {
            Law.Test test = law.test(condition);
            if (evaluation.truth(test) == Truth.UNKNOWN)
                evaluation.causes(test).forEach(this::walk);
        } catch (LawException e) {
            // written for another state of the law: it shapes nothing under this one
        }
    }

    private void walk(Trace.Cause cause) {
        if (cause.truth() != Truth.UNKNOWN)
            return;
        switch (cause) {
            case Trace.Cause.OfFact f -> {
                if (evaluation.value(f.fact()) instanceof Value.Unknown)
                    facts.add(f.fact());
            }
            case Trace.Cause.OfRule r -> {
                if (seen.add("rule:" + r.rule()))
                    decision.trace().step(r.rule()).ifPresent(s -> s.causes().forEach(this::walk));
            }
            case Trace.Cause.OfConclusion c -> {
                if (seen.add(c.kind() + ":" + c.id()))
                    law.ruleSets().stream().flatMap(s -> conclusions(s, c.id())).forEach(this::walk);
            }
        }
    }

    private static Stream<Condition> conclusions(RuleSet set, String id) {
        return Stream.concat(set.roles().stream().filter(r -> r.id().equals(id)).map(RuleSet.RoleRule::when),
                set.classes().stream().filter(c -> c.id().equals(id)).map(RuleSet.ClassRule::when));
    }
}
