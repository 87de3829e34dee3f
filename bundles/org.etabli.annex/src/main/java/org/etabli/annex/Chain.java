package org.etabli.annex;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.etabli.model.ArticlePath;
import org.etabli.model.Charter;
import org.etabli.model.Clause;
import org.etabli.model.Condition;
import org.etabli.model.Days;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Lang;
import org.etabli.model.Question;
import org.etabli.model.QuestionGroup;
import org.etabli.model.Rule;
import org.etabli.model.RuleSet;
import org.etabli.model.SupplierDuties;
import org.etabli.model.Text;
import org.etabli.model.Trace;
import org.etabli.model.Truth;
import org.etabli.rules.CharterReview;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.rules.LawException;
import org.etabli.yaml.Nearest;

/**
 * The chain from a fact, or a commitment of the charter, to a numbered paragraph of the tender, walked both ways from any of its
 * links. Whatever Établi prints with an id, a number or an article has its place here.
 */
public final class Chain {
    private static final int NEAR = 8;
    private static final Set<Kind> GIVEN = Set.of(Kind.FACT, Kind.COMMITMENT, Kind.PRINCIPLE, Kind.GROUP, Kind.DOCUMENT, Kind.SECTION, Kind.ARTICLE, Kind.LAW, Kind.NOTE);

    /** What can be explained. */
    public enum Kind {
        FACT,
        /** An answer that a closed question offers. */
        OPTION,
        GROUP,
        RULE,
        CLASS,
        ROLE,
        DUTY,
        DOUBT,
        UNLAWFUL,
        BEARER,
        CLAUSE,
        /** A numbered paragraph of a document. */
        PARAGRAPH,
        SECTION,
        DOCUMENT,
        COMMITMENT,
        PRINCIPLE,
        /** A place in the law, by its path. */
        ARTICLE,
        LAW,
        /** A word that has no id. */
        NOTE
    }

    /**
     * @param text    what it says, in the words of the reader
     * @param source  article paths; empty for a fact
     * @param truth   of a commitment: whether somebody judged it kept
     * @param because what decided it, or left it open, down to the facts; a rule that was shown before is not unfolded again, and of
     *                what is excluded only the facts are given
     */
    public record Link(Kind kind, String id, String text, List<String> source, Truth truth, List<Link> because) {

        /** Whether it is given, judged or printed, not concluded. */
        public boolean isGiven() {
            return GIVEN.contains(kind);
        }

        /** Whether all there is to say is which facts exclude it. */
        public boolean isExcludedByFacts() {
            return truth == Truth.FALSE && !isGiven() && !because.isEmpty() && because.stream().allMatch(b -> b.kind() == Kind.FACT);
        }
    }

    /** @param uses what refers to it directly, each with its own truth */
    public record Explanation(Link link, List<Link> uses) {
    }

    private record Element(Kind kind, String id, Text text, List<String> source, Condition when) {
    }

    /** What the chain goes through: the decision on a dossier, its charter, its clauses and the documents they stand in. */
    record Parts(Law law, Evaluation evaluation, Decision decision, List<Clause> clauses, List<SupplierDuties.LeftToLaw> leftToLaw, Optional<CharterReview> review,
            Optional<Charter> charter, ClauseChoice choice, List<DocumentTemplate> templates, Printed printed) {
    }

    private final Law law;
    private final Evaluation evaluation;
    private final Parts parts;
    private final Wording wording;
    private final List<Element> elements = new ArrayList<>();
    private final Map<String, ClauseChoice.Choice> clauses = new LinkedHashMap<>();
    private final Map<String, CharterReview.Line> commitments = new LinkedHashMap<>();

    Chain(Parts parts, Wording wording) {
        this.parts = parts;
        this.law = parts.law();
        this.evaluation = parts.evaluation();
        this.wording = wording;
        for (RuleSet set : law.ruleSets()) {
            set.rules().forEach(r -> elements.add(new Element(Kind.RULE, r.id(), r.title(), r.source(), condition(r))));
            set.classes().forEach(c -> elements.add(new Element(Kind.CLASS, c.id(), c.title(), c.source(), condition(c))));
            set.roles().forEach(r -> elements.add(new Element(Kind.ROLE, r.id(), r.title(), r.source(), r.when())));
            set.duties().forEach(d -> elements.add(new Element(Kind.DUTY, d.id(), d.text(), sources(d), d.when())));
            set.doubts().forEach(d -> elements.add(new Element(Kind.DOUBT, d.id(), d.text(), d.source(), d.when())));
            set.unlawful().forEach(u -> elements.add(new Element(Kind.UNLAWFUL, u.id(), u.text(), u.source(), u.when())));
            set.bearers().forEach(b -> elements.add(new Element(Kind.BEARER, b.id(), b.title(), b.source(), b.when())));
        }
        parts.clauses().forEach(c -> elements.add(new Element(Kind.CLAUSE, c.id(), c.title(), c.source(), c.when())));
        parts.clauses().forEach(c -> clauses.put(c.id(), parts.choice().choose(c)));
        parts.review().ifPresent(r -> r.lines().forEach(l -> commitments.put(l.commitment().id(), l)));
    }

    private static Condition condition(Rule rule) {
        return rule.unless().isEmpty() ? rule.when() : new Condition.All(List.of(rule.when(), new Condition.Not(rule.unless().get())));
    }

    private static Condition condition(RuleSet.ClassRule rule) {
        List<Condition> all = new ArrayList<>();
        rule.requires().forEach(r -> all.add(new Condition.RuleHolds(r)));
        all.add(rule.when());
        return new Condition.All(all);
    }

    private static List<String> sources(RuleSet.DutyRule duty) {
        return Stream.concat(Stream.of(duty.path()), Stream.concat(duty.source().stream(), duty.dates().stream().flatMap(d -> d.source().stream()))).distinct().toList();
    }

    // --- what there is -------------------------------------------------------------------------------------------

    /** Every id that can be explained, facts first. */
    public List<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        law.catalogue().questions().forEach(q -> ids.add(q.id()));
        elements.forEach(e -> ids.add(e.id()));
        duties().map(RuleSet.DutyRule::role).forEach(ids::add);
        ids.add(Decision.INSUFFICIENT);
        ids.addAll(commitments.keySet());
        principles().map(Charter.Principle::id).forEach(ids::add);
        items().map(Charter.Item::id).forEach(ids::add);
        parts.templates().forEach(t -> ids.add(t.id()));
        parts.printed().all().forEach(p -> ids.add(p.trace().anchor()));
        law.catalogue().groups().forEach(g -> ids.add(g.id()));
        law.catalogue().questions().forEach(q -> q.options().forEach(o -> ids.add(o.id())));
        paths().forEach(ids::add);
        law.ruleSets().forEach(s -> ids.add(s.id()));
        return List.copyOf(ids);
    }

    /** What was perhaps meant, nearest first. */
    public List<String> near(String asked) {
        List<String> ids = ids();
        String low = asked.toLowerCase(wording.lang().locale());
        return Stream.concat(Nearest.of(asked, ids).stream(), ids.stream().filter(i -> i.toLowerCase(wording.lang().locale()).contains(low) || low.length() > 3 && low.contains(i))).distinct().limit(NEAR).toList();
    }

    /**
     * Everything of this name: a rule and a doubt may share an id, two documents a number.
     *
     * @param asked an id in any case, a path of the law as it is stored or as it is printed, the number of a paragraph, of a clause or of a
     *              section, alone or behind the id of its document
     */
    public List<Explanation> explain(String asked) {
        String id = asked.replace('\u00A0', ' ').replace('\u202F', ' ').strip().replaceAll("\\s+", " ");
        List<Explanation> found = exactly(id);
        if (!found.isEmpty())
            return found;
        return ids().stream().filter(i -> i.equalsIgnoreCase(id)).findFirst().map(this::exactly).orElse(List.of());
    }

    private List<Explanation> exactly(String id) {
        List<Explanation> found = new ArrayList<>();
        law.catalogue().get(id).ifPresent(q -> found.add(new Explanation(factWithOrigin(id), uses(Kind.FACT, id))));
        for (Element e : elements)
            if (e.id().equals(id))
                found.add(new Explanation(root(e), uses(e)));
        if (found.stream().noneMatch(f -> f.link().kind() == Kind.ROLE) && duties().anyMatch(d -> d.role().equals(id)))
            found.add(new Explanation(new Link(Kind.ROLE, id, wording.role(id), List.of(), Truth.UNKNOWN, List.of()), owedBy(id)));
        if (id.equals(Decision.INSUFFICIENT))
            found.add(insufficient());
        if (commitments.containsKey(id))
            found.add(new Explanation(commitment(commitments.get(id), new HashSet<>()), servedBy(commitments.get(id).commitment())));
        principles().filter(p -> p.id().equals(id)).forEach(p -> found.add(group(Kind.PRINCIPLE, id, p.title(), p.items().stream().flatMap(i -> i.commitments().stream()))));
        items().filter(i -> i.id().equals(id)).forEach(i -> found.add(group(Kind.PRINCIPLE, id, i.title(), i.commitments().stream())));
        law.catalogue().groups().stream().filter(g -> g.id().equals(id)).forEach(g -> found.add(questions(g)));
        for (Question question : law.catalogue().questions())
            question.option(id).ifPresent(o -> found.add(option(question, o)));
        found.addAll(printed(id));
        Stream.of(id.split("\\+")).flatMap(part -> law.ruleSets().stream().flatMap(s -> state(s, part).stream())).forEach(l -> found.add(new Explanation(l, List.of())));
        if (found.isEmpty())
            path(id).ifPresent(p -> found.add(new Explanation(new Link(Kind.ARTICLE, p, ArticlePath.label(p, wording.lang()), List.of(), Truth.TRUE, List.of()), citing(p))));
        return found;
    }

    /** A law by its id, or a state of it; another state than the one that decides is said to be another. */
    private Optional<Link> state(RuleSet set, String asked) {
        String version = asked.startsWith(set.id() + "@") ? asked.substring(set.id().length() + 1) : asked.equals(set.id()) ? set.version() : "";
        if (version.equals(set.version()))
            return Optional.of(new Link(Kind.LAW, set.id() + "@" + version, set.title().in(wording.lang()), List.of(), Truth.TRUE, List.of()));
        return Days.read(version).map(day -> new Link(Kind.LAW, set.id() + "@" + version, wording.message("chain.other-state", wording.date(day)), List.of(), Truth.TRUE,
                List.of(note("chain.this-state", set.title().in(wording.lang())))));
    }

    // --- why -----------------------------------------------------------------------------------------------------

    private Link root(Element element) {
        Set<String> shown = new HashSet<>();
        Link link = link(element, shown, true);
        List<Link> because = new ArrayList<>(link.because());
        if (element.kind() == Kind.CLASS)
            law.classRule(element.id()).filter(RuleSet.ClassRule::fallback).ifPresent(c -> because.addAll(stronger(c)));
        if (element.kind() == Kind.ROLE || element.kind() == Kind.CLASS || !because.isEmpty() || !element.when().equals(Condition.ALWAYS))
            return with(link, because);
        return with(link, List.of(note("trace.always")));
    }

    /** Of the class that is left where no other applies: each of the others, with what shuts it out. */
    private List<Link> stronger(RuleSet.ClassRule fallback) {
        List<Link> others = elements.stream().filter(e -> e.kind() == Kind.CLASS && !e.id().equals(fallback.id())).map(e -> link(e, new HashSet<>(), false)).toList();
        List<Link> links = new ArrayList<>();
        links.add(note(others.stream().allMatch(l -> l.truth() == Truth.FALSE) ? "chain.none-stronger" : "chain.stronger"));
        links.addAll(others.stream().map(l -> l.truth() == Truth.FALSE ? l : with(l, List.of())).toList());
        return links;
    }

    private Explanation insufficient() {
        List<Link> missing = parts.decision().missing().stream().map(m -> fact(new Trace.Cause.OfFact(m.fact(), evaluation.value(m.fact()), List.of(), Truth.UNKNOWN))).toList();
        return new Explanation(new Link(Kind.CLASS, Decision.INSUFFICIENT, wording.classTitle(Decision.INSUFFICIENT), List.of(),
                parts.decision().isDecided() ? Truth.FALSE : Truth.TRUE, missing), List.of());
    }

    private Link link(Element element, Set<String> shown, boolean unfolded) {
        if (!shown.add(element.kind() + element.id()))
            return bare(element);
        if (truth(element) == Truth.FALSE)
            return with(bare(element), excluded(element, unfolded));
        List<Link> because = new ArrayList<>();
        if (element.kind() == Kind.CLAUSE && clauses.get(element.id()).brought())
            because.add(note("chain.brought"));
        else
            causes(element).stream().map(c -> because(c, shown)).forEach(because::add);
        if (element.kind() == Kind.CLAUSE)
            grounds(clauses.get(element.id()), because, shown);
        return with(bare(element), once(because));
    }

    /** A condition may read the same fact several times. */
    private static List<Link> once(List<Link> links) {
        Set<String> seen = new HashSet<>();
        return links.stream().filter(l -> l.kind() == Kind.NOTE || seen.add(l.kind() + l.id())).toList();
    }

    /** What is excluded is excluded by facts; the rules between, dozens of them, are named only where it is asked about itself. */
    private List<Link> excluded(Element element, boolean unfolded) {
        List<Link> because = new ArrayList<>();
        if (unfolded)
            causes(element).stream().filter(c -> !(c instanceof Trace.Cause.OfFact)).map(c -> bare(element(c))).distinct().forEach(because::add);
        Map<String, Link> facts = new LinkedHashMap<>();
        facts(element, new HashSet<>(), facts);
        because.addAll(facts.values());
        if (unfolded && element.kind() == Kind.CLAUSE)
            clauses.get(element.id()).askedBy().forEach(c -> because.add(with(commitment(commitments.get(c.id()), new HashSet<>()), List.of())));
        return because;
    }

    private void facts(Element element, Set<Element> visited, Map<String, Link> found) {
        if (visited.add(element))
            for (Trace.Cause cause : causes(element))
                if (cause instanceof Trace.Cause.OfFact f)
                    found.putIfAbsent(f.fact(), fact(f));
                else
                    facts(element(cause), visited, found);
    }

    /** Of a clause: the commitments that ask for it and the duties that it serves. */
    private void grounds(ClauseChoice.Choice choice, List<Link> because, Set<String> shown) {
        choice.askedBy().forEach(c -> because.add(commitment(commitments.get(c.id()), shown)));
        List<Element> served = choice.clause().serves().stream().flatMap(d -> find(Kind.DUTY, d).stream()).toList();
        if (choice.clause().when().equals(Condition.ALWAYS) && !ClauseChoice.isOfCharter(choice.clause()))
            because.add(note("trace.always"));
        served.stream().filter(d -> truth(d) != Truth.FALSE).forEach(d -> because.add(link(d, shown, false)));
        List<String> idle = served.stream().filter(d -> truth(d) == Truth.FALSE).map(Element::id).toList();
        if (!idle.isEmpty())
            because.add(note("chain.not-due", String.join(", ", idle)));
    }

    private List<Trace.Cause> causes(Element element) {
        return evaluation.causes(test(element.when()));
    }

    private Link bare(Element element) {
        return new Link(element.kind(), element.id(), element.text().in(wording.lang()), element.source(), truth(element), List.of());
    }

    private static Link with(Link link, List<Link> because) {
        return new Link(link.kind(), link.id(), link.text(), link.source(), link.truth(), because);
    }

    private Link note(String key, Object... args) {
        return new Link(Kind.NOTE, "", wording.message(key, args), List.of(), Truth.TRUE, List.of());
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

    private Truth truth(Element element) {
        if (element.kind() == Kind.CLAUSE)
            return clauses.get(element.id()).truth();
        return evaluation.truth(test(element.kind() == Kind.CLASS ? new Condition.ClassApplies(element.id()) : element.when()));
    }

    private Link because(Trace.Cause cause, Set<String> shown) {
        return cause instanceof Trace.Cause.OfFact f ? fact(f) : link(element(cause), shown, false);
    }

    private Element element(Trace.Cause cause) {
        return switch (cause) {
            case Trace.Cause.OfRule r -> find(Kind.RULE, r.rule()).orElseThrow();
            case Trace.Cause.OfConclusion c -> find(c.kind().equals("class") ? Kind.CLASS : Kind.ROLE, c.id()).orElseThrow();
            case Trace.Cause.OfFact f -> throw new IllegalArgumentException(f.fact());
        };
    }

    private Link fact(Trace.Cause.OfFact fact) {
        return new Link(Kind.FACT, fact.fact(), wording.question(fact.fact()) + " " + wording.value(fact.fact(), fact.value()), List.of(), fact.truth(), List.of());
    }

    private Link factWithOrigin(String id) {
        Link link = fact(new Trace.Cause.OfFact(id, evaluation.value(id), List.of(), Truth.TRUE));
        return with(link, evaluation.facts().get(id).map(f -> List.of(note("chain.origin", wording.provenance(f)))).orElse(List.of()));
    }

    private Optional<Element> find(Kind kind, String id) {
        return elements.stream().filter(e -> e.kind() == kind && e.id().equals(id)).findFirst();
    }

    private Stream<RuleSet.DutyRule> duties() {
        return law.ruleSets().stream().flatMap(s -> s.duties().stream());
    }

    private Stream<Charter.Principle> principles() {
        return parts.charter().stream().flatMap(c -> c.principles().stream());
    }

    private Stream<Charter.Item> items() {
        return principles().flatMap(p -> p.items().stream());
    }

    // --- what for ------------------------------------------------------------------------------------------------

    private List<Link> uses(Element element) {
        return switch (element.kind()) {
            case DUTY -> meeting(element);
            case CLAUSE -> standing(element.id());
            case ROLE -> Stream.concat(uses(Kind.ROLE, element.id()).stream(), owedBy(element.id()).stream()).distinct().toList();
            default -> uses(element.kind(), element.id());
        };
    }

    private List<Link> uses(Kind kind, String id) {
        List<Link> users = new ArrayList<>();
        for (Element e : elements)
            if (refersTo(e.when(), kind, id))
                users.add(bare(e));
        for (Question question : law.catalogue().questions())
            if (question.askWhen().filter(c -> refersTo(c, kind, id)).isPresent())
                users.add(note("chain.asks", question.id(), question.label().in(wording.lang())));
        users.addAll(commitments(l -> refersTo(l, kind, id)));
        return users;
    }

    private List<Link> owedBy(String role) {
        return duties().filter(d -> d.role().equals(role)).flatMap(d -> find(Kind.DUTY, d.id()).stream()).map(this::bare).toList();
    }

    /** The clauses of the tender that help to meet a duty, the commitments that do, or why none does. */
    private List<Link> meeting(Element duty) {
        List<Link> users = new ArrayList<>();
        elements.stream().filter(e -> e.kind() == Kind.CLAUSE && clauses.get(e.id()).clause().serves().contains(duty.id())).forEach(e -> users.add(bare(e)));
        parts.leftToLaw().stream().filter(l -> l.duty().equals(duty.id())).forEach(l -> users.add(note("chain.left-to-law", l.reason().in(wording.lang()))));
        if (users.isEmpty())
            duties().filter(d -> d.id().equals(duty.id())).findFirst().ifPresent(d -> users.add(note("chain.no-clause", wording.role(d.role()))));
        users.addAll(commitments(l -> l.duties().contains(duty.id())));
        return users;
    }

    /** The paragraphs in which a clause stands; none where it is not in the tender. */
    private List<Link> standing(String clause) {
        List<Printed.Paragraph> paragraphs = parts.printed().of(clause);
        return paragraphs.isEmpty() ? List.of(note("chain.not-printed")) : paragraphs.stream().map(this::paragraph).toList();
    }

    /** The clauses that a commitment asks for, and the duties it helps to meet. */
    private List<Link> servedBy(Charter.Commitment commitment) {
        return elements.stream().filter(e -> e.kind() == Kind.CLAUSE && clauses.get(e.id()).askedBy().contains(commitment)
                || e.kind() == Kind.DUTY && commitment.duties().contains(e.id())).map(this::bare).toList();
    }

    private List<Link> commitments(Predicate<Charter.Commitment> wanted) {
        return commitments.values().stream().filter(l -> wanted.test(l.commitment())).map(l -> with(commitment(l, new HashSet<>()), List.of())).toList();
    }

    private Explanation group(Kind kind, String id, String title, Stream<Charter.Commitment> members) {
        Set<Charter.Commitment> all = new HashSet<>(members.toList());
        return new Explanation(new Link(kind, id, title, List.of(), Truth.TRUE, List.of()), commitments(all::contains));
    }

    private Explanation questions(QuestionGroup group) {
        return new Explanation(new Link(Kind.GROUP, group.id(), group.title().in(wording.lang()), List.of(), Truth.TRUE, List.of()),
                law.catalogue().inGroup(group.id()).stream().map(q -> fact(new Trace.Cause.OfFact(q.id(), evaluation.value(q.id()), List.of(), Truth.TRUE))).toList());
    }

    private Explanation option(Question question, Question.Option option) {
        Condition chosen = new Condition.FactIs(question.id(), List.of(option.id()));
        List<Link> users = elements.stream().filter(e -> e.when().leaves().anyMatch(l -> l instanceof Condition.FactIs f && f.fact().equals(question.id()) && f.options().contains(option.id())))
                .map(this::bare).toList();
        return new Explanation(new Link(Kind.OPTION, option.id(), option.text().in(wording.lang()), List.of(), evaluation.truth(test(chosen)), List.of(
                fact(new Trace.Cause.OfFact(question.id(), evaluation.value(question.id()), List.of(), Truth.TRUE)))), users);
    }

    private static boolean refersTo(Charter.Commitment commitment, Kind kind, String id) {
        return Stream.concat(commitment.respectedIf().stream(), commitment.brokenIf().stream()).anyMatch(c -> refersTo(c, kind, id));
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

    // --- what is printed -----------------------------------------------------------------------------------------

    private List<Explanation> printed(String id) {
        List<Explanation> found = new ArrayList<>();
        for (Printed.Paragraph paragraph : parts.printed().named(id))
            found.add(new Explanation(with(paragraph(paragraph), find(Kind.CLAUSE, paragraph.trace().clause()).map(c -> link(c, new HashSet<>(), true)).stream().toList()), List.of(
                    document(paragraph.document()))));
        for (String clause : parts.printed().clauses(id))
            find(Kind.CLAUSE, clause).ifPresent(c -> found.add(new Explanation(root(c), standing(clause))));
        if (found.isEmpty())
            parts.printed().clauseOfAnchor(id).flatMap(c -> find(Kind.CLAUSE, c)).ifPresent(c -> found.add(new Explanation(root(c), standing(c.id()))));
        for (DocumentTemplate template : parts.templates()) {
            if (template.id().equals(id))
                found.add(new Explanation(document(template.id()), clausesOf(template, section -> true)));
            for (DocumentTemplate.Section section : template.sections())
                if (parts.printed().isSection(template, section, id))
                    found.add(new Explanation(new Link(Kind.SECTION, Printed.anchor(template, section), section.title().in(wording.lang()), List.of(), Truth.TRUE, List.of(document(template.id()))),
                            clausesOf(template, section.id()::equals)));
        }
        return found;
    }

    private List<Link> clausesOf(DocumentTemplate template, Predicate<String> section) {
        return parts.clauses().stream().filter(c -> c.document().equals(template.id()) && section.test(c.section()) && clauses.get(c.id()).truth() != Truth.FALSE)
                .flatMap(c -> find(Kind.CLAUSE, c.id()).stream()).map(this::bare).toList();
    }

    private Link paragraph(Printed.Paragraph paragraph) {
        return new Link(Kind.PARAGRAPH, paragraph.trace().anchor(), wording.message("chain.paragraph", paragraph.trace().number(), paragraph.document()), List.of(),
                paragraph.trace().settled() ? Truth.TRUE : Truth.UNKNOWN, List.of());
    }

    private Link document(String id) {
        String title = parts.templates().stream().filter(t -> t.id().equals(id)).map(t -> t.title().in(wording.lang())).findFirst().orElse(id);
        return new Link(Kind.DOCUMENT, id, title, List.of(), Truth.TRUE, List.of());
    }

    // --- places in the law ---------------------------------------------------------------------------------------

    private Stream<String> paths() {
        return Stream.concat(elements.stream().flatMap(e -> e.source().stream()), law.catalogue().questions().stream().flatMap(q -> q.articles().stream())).distinct();
    }

    /** A path that is cited, or that holds one that is; however it is written. */
    private Optional<String> path(String asked) {
        return paths().flatMap(Chain::within).distinct().filter(p -> p.equalsIgnoreCase(asked) || written(p).anyMatch(w -> w.equals(plain(asked)))).findFirst();
    }

    private static Stream<String> within(String path) {
        List<String> all = new ArrayList<>(List.of(path));
        for (int dot = path.lastIndexOf('.'); dot > 0 && path.matches("(art|anx|chp|rec)\\..*"); dot = path.lastIndexOf('.', dot - 1))
            if (path.substring(0, dot).indexOf('.') > 0)
                all.add(path.substring(0, dot));
        return all.stream();
    }

    /** As it is printed, with the name of the act and without. */
    private static Stream<String> written(String path) {
        return Stream.of(Lang.values()).map(l -> plain(ArticlePath.label(path, l))).flatMap(w -> Stream.of(w, w.replaceFirst("^(ria|ai act), ", "")));
    }

    private static String plain(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).replace('’', '\'').replaceAll("[\\s\\u00A0\\u202F]+", " ").strip();
    }

    private List<Link> citing(String path) {
        Predicate<List<String>> cites = sources -> sources.stream().anyMatch(s -> s.equals(path) || s.startsWith(path + "."));
        return Stream.concat(law.catalogue().questions().stream().filter(q -> cites.test(q.articles())).map(q -> fact(new Trace.Cause.OfFact(q.id(), evaluation.value(q.id()), List.of(), Truth.TRUE))),
                elements.stream().filter(e -> cites.test(e.source())).map(this::bare)).toList();
    }
}
