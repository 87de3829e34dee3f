package org.etabli.annex;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.etabli.model.Charter;
import org.etabli.model.Clause;
import org.etabli.model.Condition;
import org.etabli.model.Rule;
import org.etabli.model.RuleSet;
import org.etabli.model.Text;
import org.etabli.model.Trace;
import org.etabli.model.Truth;
import org.etabli.rules.CharterReview;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.rules.LawException;

/** The chain from a fact, or a commitment of the charter, to a clause, walked both ways from any of its links. */
public final class Chain {

    /** What can be explained. */
    public enum Kind {
        FACT,
        RULE,
        CLASS,
        ROLE,
        DUTY,
        DOUBT,
        CLAUSE,
        COMMITMENT
    }

    /**
     * @param text     what it says, in the words of the reader
     * @param source   article paths; empty for a fact
     * @param truth    of a commitment: whether somebody judged it kept
     * @param because  what decided it, or left it open, down to the facts; a rule that was shown before is not unfolded again
     */
    public record Link(Kind kind, String id, String text, List<String> source, Truth truth, List<Link> because) {
    }

    /** @param uses what refers to it directly, each with its own truth */
    public record Explanation(Link link, List<Link> uses) {
    }

    private record Element(Kind kind, String id, Text text, List<String> source, Condition when) {
    }

    private final Law law;
    private final Evaluation evaluation;
    private final Wording wording;
    private final List<Element> elements = new ArrayList<>();
    private final Map<String, ClauseChoice.Choice> clauses = new LinkedHashMap<>();
    private final Map<String, CharterReview.Line> commitments = new LinkedHashMap<>();

    /**
     * @param all    the clauses, those of the charter included
     * @param review empty where there is no charter that can be used
     */
    Chain(Law law, Evaluation evaluation, List<Clause> all, Optional<CharterReview> review, ClauseChoice choice, Wording wording) {
        this.law = law;
        this.evaluation = evaluation;
        this.wording = wording;
        for (RuleSet set : law.ruleSets()) {
            set.rules().forEach(r -> elements.add(new Element(Kind.RULE, r.id(), r.title(), r.source(), condition(r))));
            set.classes().forEach(c -> elements.add(new Element(Kind.CLASS, c.id(), c.title(), c.source(), condition(c))));
            set.roles().forEach(r -> elements.add(new Element(Kind.ROLE, r.id(), r.title(), r.source(), r.when())));
            set.duties().forEach(d -> elements.add(new Element(Kind.DUTY, d.id(), d.text(), d.source(), d.when())));
            set.doubts().forEach(d -> elements.add(new Element(Kind.DOUBT, d.id(), d.text(), d.source(), d.when())));
        }
        all.forEach(c -> elements.add(new Element(Kind.CLAUSE, c.id(), c.title(), c.source(), c.when())));
        all.forEach(c -> clauses.put(c.id(), choice.choose(c)));
        review.ifPresent(r -> r.lines().forEach(l -> commitments.put(l.commitment().id(), l)));
    }

    private static Condition condition(Rule rule) {
        return rule.unless().isEmpty() ? rule.when() : new Condition.All(List.of(rule.when(), new Condition.Not(rule.unless().get())));
    }

    private static Condition condition(RuleSet.ClassRule rule) {
        List<Condition> parts = new ArrayList<>();
        rule.requires().forEach(r -> parts.add(new Condition.RuleHolds(r)));
        parts.add(rule.when());
        return new Condition.All(parts);
    }

    /** Every id that can be explained, facts first. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        law.catalogue().questions().forEach(q -> ids.add(q.id()));
        elements.forEach(e -> ids.add(e.id()));
        ids.addAll(commitments.keySet());
        return ids;
    }

    /** Everything that has this id: a rule and a doubt may share one. */
    public List<Explanation> explain(String id) {
        List<Explanation> found = new ArrayList<>();
        if (law.catalogue().get(id).isPresent())
            found.add(new Explanation(fact(new Trace.Cause.OfFact(id, evaluation.value(id), List.of(), Truth.TRUE)), uses(Kind.FACT, id)));
        for (Element e : elements)
            if (e.id().equals(id))
                found.add(new Explanation(link(e, new HashSet<>()), uses(e.kind(), id)));
        if (commitments.containsKey(id))
            found.add(new Explanation(commitment(commitments.get(id), new HashSet<>()), servedBy(commitments.get(id).commitment())));
        return found;
    }

    private Link link(Element element, Set<String> shown) {
        if (!shown.add(element.kind() + element.id()))
            return bare(element);
        List<Link> because = new ArrayList<>(evaluation.causes(test(element.when())).stream().map(c -> because(c, shown)).toList());
        if (element.kind() == Kind.CLAUSE)
            clauses.get(element.id()).askedBy().forEach(c -> because.add(commitment(commitments.get(c.id()), shown)));
        return new Link(element.kind(), element.id(), element.text().in(wording.lang()), element.source(), truth(element), because.stream().distinct().toList());
    }

    private Link bare(Element element) {
        return new Link(element.kind(), element.id(), element.text().in(wording.lang()), element.source(), truth(element), List.of());
    }

    /** What was judged, and the facts that speak for or against it. */
    private Link commitment(CharterReview.Line line, Set<String> shown) {
        String text = wording.message(line.isConflict() ? "chain.commitment-conflict" : "chain.commitment", line.commitment().title(), wording.level(line.commitment()),
                wording.verdict(line.verdict()));
        Truth kept = switch (line.verdict()) {
            case RESPECTED -> Truth.TRUE;
            case NOT_RESPECTED -> Truth.FALSE;
            default -> Truth.UNKNOWN;
        };
        return new Link(Kind.COMMITMENT, line.commitment().id(), text, List.of(), kept, line.because().stream().map(c -> because(c, shown)).distinct().toList());
    }

    /** The clauses that a commitment asks for, and the duties it helps to meet. */
    private List<Link> servedBy(Charter.Commitment commitment) {
        return elements.stream().filter(e -> e.kind() == Kind.CLAUSE && clauses.get(e.id()).askedBy().contains(commitment)
                || e.kind() == Kind.DUTY && commitment.duties().contains(e.id())).map(this::bare).toList();
    }

    private Truth truth(Element element) {
        if (element.kind() == Kind.CLAUSE)
            return clauses.get(element.id()).truth();
        return evaluation.truth(test(element.kind() == Kind.CLASS ? new Condition.ClassApplies(element.id()) : element.when()));
    }

    private Link because(Trace.Cause cause, Set<String> shown) {
        return switch (cause) {
            case Trace.Cause.OfFact f -> fact(f);
            case Trace.Cause.OfRule r -> link(element(Kind.RULE, r.rule()), shown);
            case Trace.Cause.OfConclusion c -> link(element(c.kind().equals("class") ? Kind.CLASS : Kind.ROLE, c.id()), shown);
        };
    }

    private Link fact(Trace.Cause.OfFact fact) {
        return new Link(Kind.FACT, fact.fact(), wording.question(fact.fact()) + " " + wording.value(fact.fact(), fact.value()), List.of(), fact.truth(), List.of());
    }

    private Element element(Kind kind, String id) {
        return elements.stream().filter(e -> e.kind() == kind && e.id().equals(id)).findFirst().orElseThrow();
    }

    private List<Link> uses(Kind kind, String id) {
        List<Link> users = new ArrayList<>();
        for (Element e : elements)
            if (refersTo(e.when(), kind, id))
                users.add(bare(e));
        commitments.values().stream().filter(l -> refersTo(l.commitment(), kind, id)).forEach(l -> users.add(withoutReasons(commitment(l, new HashSet<>()))));
        return users;
    }

    private static Link withoutReasons(Link link) {
        return new Link(link.kind(), link.id(), link.text(), link.source(), link.truth(), List.of());
    }

    private static boolean refersTo(Charter.Commitment commitment, Kind kind, String id) {
        return kind == Kind.DUTY && commitment.duties().contains(id)
                || Stream.concat(commitment.respectedIf().stream(), commitment.brokenIf().stream()).anyMatch(c -> refersTo(c, kind, id));
    }

    private static boolean refersTo(Condition condition, Kind kind, String id) {
        return condition.leaves().anyMatch(leaf -> Optional.of(kind).equals(kindOf(leaf)) && id.equals(idOf(leaf)));
    }

    private static Optional<Kind> kindOf(Condition leaf) {
        return switch (leaf) {
            case Condition.FactIs f -> Optional.of(Kind.FACT);
            case Condition.FactBetween f -> Optional.of(Kind.FACT);
            case Condition.RuleHolds r -> Optional.of(Kind.RULE);
            case Condition.ClassApplies c -> Optional.of(Kind.CLASS);
            case Condition.RoleHeld r -> Optional.of(Kind.ROLE);
            default -> Optional.empty();
        };
    }

    private static String idOf(Condition leaf) {
        return switch (leaf) {
            case Condition.FactIs f -> f.fact();
            case Condition.FactBetween f -> f.fact();
            case Condition.RuleHolds r -> r.rule();
            case Condition.ClassApplies c -> c.classId();
            case Condition.RoleHeld r -> r.role();
            default -> "";
        };
    }

    private Law.Test test(Condition condition) {
        try {
            return law.test(condition);
        } catch (LawException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
