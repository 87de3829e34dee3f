package org.etabli.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.etabli.model.Decision;
import org.etabli.model.Facts;
import org.etabli.model.RuleSet;
import org.etabli.model.Trace;
import org.etabli.model.Truth;
import org.etabli.model.Value;

/** The truth of every rule, class and role of a {@link Law} on the facts of one system. */
public final class Evaluation {
    private final Law law;
    private final Facts facts;
    private final Answers answers;
    private final byte[] slots;

    Evaluation(Law law, Facts facts) {
        this.law = law;
        this.facts = facts;
        this.answers = Answers.of(law.questions, facts);
        law.presumptions.apply(answers);
        this.slots = new byte[law.exprs.length];
        for (int slot : law.order)
            slots[slot] = law.exprs[slot].eval(answers, slots);
    }

    public Truth truth(Law.Test test) {
        return Expr.truth(test.expr.eval(answers, slots));
    }

    /** What was answered to a question. */
    public Value value(String questionId) {
        return facts.value(questionId);
    }

    /** What decided a test, or left it open. */
    public List<Trace.Cause> causes(Law.Test test) {
        return causes(test.expr, test.expr.eval(answers, slots), new Expr.Leaves());
    }

    /** Whether a question is to be asked on what is known: {@code UNKNOWN} while an earlier answer decides that. */
    public Truth asks(String questionId) {
        int index = law.questions.index(questionId);
        return index < 0 ? Truth.FALSE : Expr.truth(law.askWhen[index].eval(answers, slots));
    }

    /** The answers for which a question is not asked, those behind the rules it depends on included; nothing while it may be asked. */
    public List<Trace.Cause.OfFact> whyNotAsked(String questionId) {
        int index = law.questions.index(questionId);
        Set<Trace.Cause.OfFact> facts = new LinkedHashSet<>();
        if (asks(questionId) == Truth.FALSE && index >= 0)
            collectFacts(law.askWhen[index], Expr.FALSE, new LinkedHashSet<>(), facts);
        return List.copyOf(facts);
    }

    private void collectFacts(Expr expr, byte outcome, Set<Integer> visited, Set<Trace.Cause.OfFact> facts) {
        for (Expr.Leaf leaf : leaves(expr, outcome))
            if (cause(leaf) instanceof Trace.Cause.OfFact f)
                facts.add(f);
            else if (leaf instanceof Expr.SlotHolds s && visited.add(s.slot()))
                collectFacts(law.exprs[s.slot()], slots[s.slot()], visited, facts);
    }

    public Facts facts() {
        return facts;
    }

    public Decision decision(String id, LocalDate date) {
        Outcome outcome = Outcome.of(law, slots);
        Outlook outlook = new Outlook(law, facts, answers, slots);
        List<String> standing = standing(outcome);
        List<Decision.WhatIf> whatIf = outlook.whatIf(outcome.name(law));
        return new Decision(id, outcome.name(law), standing, basis(standing), roles(), duties(false, date), duties(true, date),
                law.fria.map(f -> Expr.truth(f.expr().eval(answers, slots))).orElse(Truth.FALSE), outcome.open() ? outlook.missing() : List.of(),
                doubts(standing), whatIf, outlook.unmoved(whatIf), presumed(outlook, outcome), open(outcome), standing.stream().findFirst(), unlawful(),
                law.name(), date, receipt(), Trace.of(this::steps));
    }

    /** Whether a fact counts as given although nobody gave it. */
    public boolean isPresumed(String questionId) {
        int index = law.questions.index(questionId);
        return index >= 0 && answers.presumed[index];
    }

    private List<Decision.Presumed> presumed(Outlook outlook, Outcome outcome) {
        List<Decision.Presumed> list = new ArrayList<>();
        for (Presumptions.One one : law.presumptions.all)
            if (answers.presumed[one.question()]) {
                Value value = answers.value(one.question());
                list.add(new Decision.Presumed(law.questions.get(one.question()).id(), value, one.why(), outlook.others(one.question(), value, outcome.name(law))));
            }
        return list;
    }

    private List<Decision.Unlawful> unlawful() {
        List<Decision.Unlawful> list = new ArrayList<>();
        for (Law.Compiled<RuleSet.UnlawfulRule> use : law.unlawful)
            if (use.expr().eval(answers, slots) == Expr.TRUE)
                list.add(new Decision.Unlawful(use.rule().id(), use.rule().text(), use.rule().wayOut(), use.rule().source(), use.rule().certainty()));
        return list;
    }

    // --- the class -----------------------------------------------------------------------------------------------

    /** The classes that apply on what is known; the fallback stands in while nothing stronger is sure and it is not excluded itself. */
    private List<String> standing(Outcome outcome) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < law.classes.length; i++)
            if (slots[law.classes[i]] == Expr.TRUE)
                list.add(law.classRules.get(i).id());
        if (list.isEmpty() && outcome.open())
            for (int i = 0; i < law.classes.length; i++)
                if (law.classRules.get(i).fallback() && slots[law.classes[i]] != Expr.FALSE && law.classRules.get(i).requires().stream().allMatch(this::ruleHolds))
                    list.add(law.classRules.get(i).id());
        return list;
    }

    /** Classes that missing facts decide and that weigh no less than what is sure, the heaviest first; ways out come last. */
    private List<String> open(Outcome outcome) {
        List<String> classes = new ArrayList<>();
        List<String> waysOut = new ArrayList<>();
        for (int i = 0; i < law.classes.length; i++)
            if (slots[law.classes[i]] == Expr.UNKNOWN && !law.classRules.get(i).fallback() && weighsNoLess(i, outcome))
                (law.isAbsolute[i] ? waysOut : classes).add(law.classRules.get(i).id());
        classes.addAll(waysOut);
        return classes;
    }

    private boolean weighsNoLess(int rank, Outcome outcome) {
        return outcome.strongest() < 0 || !law.isAbsolute[outcome.strongest()] && (law.isAbsolute[rank] || law.level[rank] <= law.level[outcome.strongest()]);
    }

    private boolean ruleHolds(String rule) {
        return slots[law.ruleSlot(rule)] == Expr.TRUE;
    }

    /** Article paths that one class rests on, leaving out what the others add. */
    public List<String> basis(String classId) {
        return basis(List.of(classId));
    }

    private List<String> basis(List<String> standing) {
        Set<String> paths = new LinkedHashSet<>();
        for (int i = 0; i < law.classes.length; i++) {
            RuleSet.ClassRule rule = law.classRules.get(i);
            if (standing.contains(rule.id())) {
                paths.addAll(rule.source());
                if (slots[law.classes[i]] == Expr.TRUE)
                    support(law.classes[i], Set.copyOf(rule.requires()), paths, new LinkedHashSet<>());
            }
        }
        return List.copyOf(paths);
    }

    /** Sources of the rules that hold and that a true slot rests on. */
    private void support(int slot, Set<String> leftOut, Set<String> paths, Set<Integer> visited) {
        if (!visited.add(slot))
            return;
        for (Expr.Leaf leaf : leaves(law.exprs[slot], Expr.TRUE))
            if (leaf instanceof Expr.SlotHolds s && slots[s.slot()] == Expr.TRUE && !leftOut.contains(law.slots.get(s.slot()).id())) {
                law.slots.get(s.slot()).rule().ifPresent(r -> paths.addAll(r.source()));
                support(s.slot(), leftOut, paths, visited);
            }
    }

    private List<Decision.RoleHeld> roles() {
        List<Decision.RoleHeld> held = new ArrayList<>();
        for (Law.Compiled<RuleSet.RoleRule> role : law.roles) {
            byte value = role.expr().eval(answers, slots);
            if (value != Expr.FALSE)
                held.add(new Decision.RoleHeld(role.rule().id(), role.rule().title(), Expr.truth(value)));
        }
        return held;
    }

    // --- duties --------------------------------------------------------------------------------------------------

    private List<Decision.Duty> duties(boolean french, LocalDate date) {
        List<Decision.Duty> list = new ArrayList<>();
        for (Law.CompiledDuty duty : law.duties) {
            byte value = duty.rule().french() == french ? duty.expr().eval(answers, slots) : Expr.FALSE;
            if (value != Expr.FALSE)
                list.add(duty(duty, value, date));
        }
        return list;
    }

    private Decision.Duty duty(Law.CompiledDuty duty, byte value, LocalDate date) {
        RuleSet.DutyRule rule = duty.rule();
        int first = earliest(duty, true);
        int last = rule.dates().size() == 1 ? first : earliest(duty, false);
        RuleSet.DutyDates dates = rule.dates().get(first);
        Optional<LocalDate> operative = dates.effective();
        Optional<LocalDate> latest = rule.dates().get(last).effective();
        Decision.DutyStatus status = value == Expr.UNKNOWN ? Decision.DutyStatus.UNDETERMINED
                : operative.isEmpty() ? Decision.DutyStatus.AWAITED
                : dates.until().isPresent() && date.isAfter(dates.until().get()) ? Decision.DutyStatus.ENDED
                : date.isBefore(operative.get()) ? Decision.DutyStatus.UPCOMING : Decision.DutyStatus.IN_FORCE;
        return new Decision.Duty(rule.id(), rule.path(), rule.role(), dates.appliesFrom(), operative, dates.until(),
                first == last || latest.equals(operative) ? Optional.empty() : latest, status, rule.text(), duty.sources().get(first), rule.certainty(), dates.certainty(), rule.doubt(), bearer(rule));
    }

    private Optional<Decision.Bearer> bearer(RuleSet.DutyRule duty) {
        for (Law.Compiled<RuleSet.BearerRule> bearer : law.bearers)
            if (bearer.rule().roles().contains(duty.role()) && bearer.expr().eval(answers, slots) == Expr.TRUE)
                return Optional.of(new Decision.Bearer(bearer.rule().id(), bearer.rule().title()));
        return Optional.empty();
    }

    /**
     * Of the entries that may give the dates (those left open by missing facts, down to the first that surely holds), the one with the
     * earliest day, or the latest; an awaited day comes after every known one.
     */
    private int earliest(Law.CompiledDuty duty, boolean earliest) {
        List<RuleSet.DutyDates> entries = duty.rule().dates();
        int found = -1;
        for (int i = 0; i < entries.size(); i++) {
            byte holds = duty.dates().get(i).eval(answers, slots);
            if (holds != Expr.FALSE && (found < 0 || day(entries.get(i)).isBefore(day(entries.get(found))) == earliest && !day(entries.get(i)).equals(day(entries.get(found)))))
                found = i;
            if (holds == Expr.TRUE)
                break;
        }
        return found < 0 ? entries.size() - 1 : found;
    }

    private static LocalDate day(RuleSet.DutyDates dates) {
        return dates.effective().orElse(LocalDate.MAX);
    }

    // --- doubts --------------------------------------------------------------------------------------------------

    /** Doubts that the facts raise, and rules on weak ground that a class rests on or was excluded by. */
    private List<Decision.Doubt> doubts(List<String> standing) {
        Map<String, Decision.Doubt> doubts = new LinkedHashMap<>();
        for (Law.Compiled<RuleSet.DoubtRule> doubt : law.doubts)
            if (doubt.expr().eval(answers, slots) >= (doubt.rule().whenOpen() ? Expr.UNKNOWN : Expr.TRUE))
                doubts.put(doubt.rule().id(),
                        new Decision.Doubt(doubt.rule().id(), doubt.rule().text(), doubt.rule().source(), doubt.rule().certainty()));
        boolean[] visited = new boolean[slots.length];
        for (int slot : law.classes)
            weakGround(slot, visited, doubts);
        return List.copyOf(doubts.values());
    }

    private void weakGround(int slot, boolean[] visited, Map<String, Decision.Doubt> doubts) {
        if (visited[slot])
            return;
        visited[slot] = true;
        for (Expr.Leaf leaf : leaves(law.exprs[slot], slots[slot]))
            if (leaf instanceof Expr.SlotHolds s && law.restsOnWeakGround[s.slot()]) {
                law.slots.get(s.slot()).rule().filter(r -> slots[s.slot()] == Expr.TRUE && Law.isWeak(r)).ifPresent(r -> doubts.putIfAbsent(r.id(),
                        new Decision.Doubt(r.id(), r.doubt().isEmpty() ? RuleMessages.TEXTS.text("doubt." + r.certainty().code(), r.title()) : r.doubt(),
                                r.source(), r.certainty())));
                weakGround(s.slot(), visited, doubts);
            }
    }

    private List<Expr.Leaf> leaves(Expr expr, byte outcome) {
        Expr.Leaves found = new Expr.Leaves();
        expr.causes(answers, slots, outcome, found);
        return found.list();
    }

    // --- trace and receipt ---------------------------------------------------------------------------------------

    private List<Trace.Step> steps() {
        List<Trace.Step> steps = new ArrayList<>(law.traceOrder.size());
        Expr.Leaves found = new Expr.Leaves();
        for (int slot : law.traceOrder)
            steps.add(new Trace.Step(law.slots.get(slot).rule().orElseThrow(), Expr.truth(slots[slot]), causes(law.exprs[slot], slots[slot], found)));
        return steps;
    }

    private List<Trace.Cause> causes(Expr expr, byte outcome, Expr.Leaves found) {
        found.clear();
        expr.causes(answers, slots, outcome, found);
        Trace.Cause[] causes = new Trace.Cause[found.size()];
        for (int i = 0; i < causes.length; i++)
            causes[i] = cause(found.get(i));
        return List.of(causes);
    }

    private Trace.Cause cause(Expr.Leaf leaf) {
        Truth truth = Expr.truth(leaf.eval(answers, slots));
        return switch (leaf) {
            case Expr.FactIs f -> ofFact(f.fact(), f.options(), truth);
            case Expr.FactBetween f -> ofFact(f.fact(), List.of(((f.atLeast() == null ? "" : "≥ " + f.atLeast().toPlainString())
                    + (f.atMost() == null ? "" : " ≤ " + f.atMost().toPlainString())).strip()), truth);
            case Expr.SlotHolds s -> law.causes[s.slot()][truth.ordinal()];
        };
    }

    private Trace.Cause ofFact(int fact, List<String> expected, Truth truth) {
        return new Trace.Cause.OfFact(law.questions.get(fact).id(), answers.value(fact), expected, truth, answers.presumed[fact]);
    }

    private Decision.Receipt receipt() {
        StringBuilder canonical = new StringBuilder();
        String[] ids = facts.byId().keySet().toArray(String[]::new);
        Arrays.sort(ids);
        for (String id : ids)
            if (!(facts.value(id) instanceof Value.Unknown))
                canonical.append(id).append('=').append(facts.value(id).code()).append('\n');
        return new Decision.Receipt(law.sets.stream().map(s -> new Decision.Receipt.Entry(s.id(), s.version(), s.sha256())).toList(), Law.ENGINE,
                sha256(canonical.toString()), law.own);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next question to ask: the most decisive missing fact that may be asked now. */
    public Optional<String> nextQuestion() {
        return Outcome.of(law, slots).open() ? new Outlook(law, facts, answers, slots).missing().stream().map(Decision.Missing::fact).findFirst() : Optional.empty();
    }
}
