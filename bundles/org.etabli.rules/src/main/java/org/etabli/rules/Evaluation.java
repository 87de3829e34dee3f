package org.etabli.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.etabli.model.Decision;
import org.etabli.model.Facts;
import org.etabli.model.Rule;
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
        this.slots = new byte[law.exprs.length];
        for (int slot : law.order)
            slots[slot] = law.exprs[slot].eval(answers, slots);
    }

    public Truth truth(Law.Test test) {
        return Expr.truth(test.expr.eval(answers, slots));
    }

    /** What decided a test, or left it open. */
    public List<Trace.Cause> causes(Law.Test test) {
        return causes(test.expr, test.expr.eval(answers, slots));
    }

    /** Whether a question is to be asked on what is known: {@code UNKNOWN} while an earlier answer decides that. */
    public Truth asks(String questionId) {
        int index = law.questions.index(questionId);
        return index < 0 ? Truth.FALSE : Expr.truth(law.askWhen[index].eval(answers, slots));
    }

    public Decision decision(String id, LocalDate date) {
        Outcome outcome = outcome(slots);
        List<String> standing = standing(outcome);
        return new Decision(id, name(outcome), standing, basis(standing), roles(), duties(false, date), duties(true, date),
                law.fria.map(f -> Expr.truth(f.expr().eval(answers, slots))).orElse(Truth.FALSE), missing(outcome),
                doubts(standing), whatIf(outcome), law.name(), date, receipt(), trace());
    }

    // --- the class -----------------------------------------------------------------------------------------------

    /**
     * @param strongest index of the strongest class that surely applies, -1 when none does
     * @param open      whether a stronger class is still undecided
     */
    private record Outcome(int strongest, boolean open) {
    }

    private Outcome outcome(byte[] truth) {
        boolean open = false;
        boolean openAbsolute = false;
        for (int i = 0; i < law.classes.length; i++) {
            byte value = truth[law.classes[i]];
            boolean absolute = law.classRules.get(i).absolute();
            // two ways out of the Regulation do not compete: one that is sure is enough
            if (value == Expr.TRUE)
                return new Outcome(i, open || openAbsolute && !absolute);
            open |= value == Expr.UNKNOWN && !absolute;
            openAbsolute |= value == Expr.UNKNOWN && absolute;
        }
        return new Outcome(-1, true);
    }

    private String name(Outcome outcome) {
        return outcome.open || outcome.strongest < 0 ? Decision.INSUFFICIENT : law.classRules.get(outcome.strongest).id();
    }

    /** The classes that apply on what is known; the fallback stands in while nothing stronger is sure and it is not excluded itself. */
    private List<String> standing(Outcome outcome) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < law.classes.length; i++)
            if (slots[law.classes[i]] == Expr.TRUE)
                list.add(law.classRules.get(i).id());
        if (list.isEmpty() && outcome.open)
            for (int i = 0; i < law.classes.length; i++)
                if (law.classRules.get(i).fallback() && slots[law.classes[i]] != Expr.FALSE && law.classRules.get(i).requires().stream().allMatch(this::ruleHolds))
                    list.add(law.classRules.get(i).id());
        return list;
    }

    private boolean ruleHolds(String rule) {
        return slots[law.ruleSlot(rule)] == Expr.TRUE;
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
        law.exprs[slot].causes(answers, slots, Expr.TRUE, leaf -> {
            if (leaf instanceof Expr.SlotHolds s && slots[s.slot()] == Expr.TRUE && !leftOut.contains(law.slots.get(s.slot()).id())) {
                law.slots.get(s.slot()).rule().ifPresent(r -> paths.addAll(r.source()));
                support(s.slot(), leftOut, paths, visited);
            }
        });
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
        List<RuleSet.DutyDates> possible = possibleDates(duty);
        RuleSet.DutyDates dates = Collections.min(possible, BY_DAY);
        RuleSet.DutyDates last = Collections.max(possible, BY_DAY);
        Optional<LocalDate> operative = dates.effective();
        Decision.DutyStatus status = value == Expr.UNKNOWN ? Decision.DutyStatus.UNDETERMINED
                : operative.isEmpty() ? Decision.DutyStatus.AWAITED
                : dates.until().isPresent() && date.isAfter(dates.until().get()) ? Decision.DutyStatus.ENDED
                : date.isBefore(operative.get()) ? Decision.DutyStatus.UPCOMING : Decision.DutyStatus.IN_FORCE;
        Set<String> source = new LinkedHashSet<>(rule.source());
        source.addAll(dates.source());
        return new Decision.Duty(rule.id(), rule.path(), rule.role(), dates.appliesFrom(), operative, dates.until(),
                last.effective().filter(l -> !last.effective().equals(operative)), status, rule.text(), List.copyOf(source), rule.certainty(), rule.doubt());
    }

    /** An awaited day comes after every known one. */
    private static final Comparator<RuleSet.DutyDates> BY_DAY = Comparator.comparing(d -> d.effective().orElse(LocalDate.MAX));

    /** The entries that may give the dates: those left open by missing facts, down to the first that surely holds. */
    private List<RuleSet.DutyDates> possibleDates(Law.CompiledDuty duty) {
        List<RuleSet.DutyDates> possible = new ArrayList<>();
        for (int i = 0; i < duty.dates().size(); i++) {
            byte holds = duty.dates().get(i).eval(answers, slots);
            if (holds != Expr.FALSE)
                possible.add(duty.rule().dates().get(i));
            if (holds == Expr.TRUE)
                break;
        }
        return possible.isEmpty() ? List.of(duty.rule().dates().getLast()) : possible;
    }

    // --- doubts --------------------------------------------------------------------------------------------------

    /** Doubts that the facts raise, and rules on weak ground that a class rests on or was excluded by. */
    private List<Decision.Doubt> doubts(List<String> standing) {
        Map<String, Decision.Doubt> doubts = new LinkedHashMap<>();
        for (Law.Compiled<RuleSet.DoubtRule> doubt : law.doubts)
            if (doubt.expr().eval(answers, slots) >= (doubt.rule().whenOpen() ? Expr.UNKNOWN : Expr.TRUE))
                doubts.put(doubt.rule().id(),
                        new Decision.Doubt(doubt.rule().id(), doubt.rule().text(), doubt.rule().source(), doubt.rule().certainty()));
        Set<Integer> visited = new LinkedHashSet<>();
        for (int slot : law.classes)
            weakGround(slot, visited, doubts);
        return List.copyOf(doubts.values());
    }

    private void weakGround(int slot, Set<Integer> visited, Map<String, Decision.Doubt> doubts) {
        if (!visited.add(slot))
            return;
        law.exprs[slot].causes(answers, slots, slots[slot], leaf -> {
            if (leaf instanceof Expr.SlotHolds s) {
                law.slots.get(s.slot()).rule().filter(r -> slots[s.slot()] == Expr.TRUE && isWeak(r)).ifPresent(r -> doubts.putIfAbsent(r.id(),
                        new Decision.Doubt(r.id(), r.doubt().isEmpty() ? RuleMessages.TEXTS.text("doubt." + r.certainty().code(), r.title()) : r.doubt(),
                                r.source(), r.certainty())));
                weakGround(s.slot(), visited, doubts);
            }
        });
    }

    private static boolean isWeak(Rule rule) {
        return rule.certainty().isDoubtful() || !rule.doubt().isEmpty();
    }

    // --- what is missing, what would change ----------------------------------------------------------------------

    private List<Decision.Missing> missing(Outcome outcome) {
        if (!outcome.open)
            return List.of();
        Map<Integer, Set<String>> byFact = openFacts(answers, slots);
        Map<Integer, Double> left = new TreeMap<>();
        for (int fact : byFact.keySet())
            left.put(fact, expectedLeft(fact));
        // what can be asked now, then what could lead to the strongest class, then what settles most, then the order of the law
        return byFact.keySet().stream()
                .sorted(Comparator.<Integer>comparingInt(f -> law.askWhen[f].eval(answers, slots) == Expr.TRUE ? 0 : 1)
                        .thenComparingInt(f -> strength(byFact.get(f).iterator().next())).thenComparingDouble(left::get).thenComparingInt(f -> f))
                .map(f -> new Decision.Missing(law.questions.get(f).id(), List.copyOf(byFact.get(f)))).toList();
    }

    private int strength(String classId) {
        for (int i = 0; i < law.classRules.size(); i++)
            if (law.classRules.get(i).id().equals(classId))
                return i;
        return law.classRules.size();
    }

    /** Open facts that an undecided class, stronger than the strongest sure one, waits for, with those classes. */
    private Map<Integer, Set<String>> openFacts(Answers given, byte[] truth) {
        Map<Integer, Set<String>> byFact = new TreeMap<>();
        for (int i = 0; i < law.classes.length && truth[law.classes[i]] != Expr.TRUE; i++)
            if (truth[law.classes[i]] == Expr.UNKNOWN) {
                RuleSet.ClassRule rule = law.classRules.get(i);
                java.util.function.IntConsumer found = f -> byFact.computeIfAbsent(f, x -> new LinkedHashSet<>()).add(rule.id());
                // the fallback waits for its gates; for the rest it waits for the other classes, which say themselves what for
                if (!rule.fallback())
                    collectOpen(law.classes[i], given, truth, new LinkedHashSet<>(), found);
                else
                    for (String gate : rule.requires())
                        if (truth[law.ruleSlot(gate)] == Expr.UNKNOWN)
                            collectOpen(law.ruleSlot(gate), given, truth, new LinkedHashSet<>(), found);
            }
        byFact.keySet().removeIf(f -> law.askWhen[f].eval(given, truth) == Expr.FALSE);
        return byFact;
    }

    private void collectOpen(int slot, Answers given, byte[] truth, Set<Integer> visited, java.util.function.IntConsumer found) {
        if (!visited.add(slot))
            return;
        law.exprs[slot].causes(given, truth, Expr.UNKNOWN, leaf -> {
            switch (leaf) {
                case Expr.FactIs f -> found.accept(f.fact());
                case Expr.FactBetween f -> found.accept(f.fact());
                case Expr.SlotHolds s -> collectOpen(s.slot(), given, truth, visited, found);
            }
        });
    }

    /** How many facts would still be missing after an answer to this one, on average over its answers. */
    private double expectedLeft(int fact) {
        List<Value> values = law.questions.alternatives(fact, Value.UNKNOWN, law.bounds.getOrDefault(fact, List.of()));
        double sum = 0;
        for (Value value : values) {
            Answers changed = answers.copy();
            changed.set(law.questions, fact, value);
            byte[] truth = recompute(changed, fact);
            sum += outcome(truth).open ? openFacts(changed, truth).size() : 0;
        }
        return values.isEmpty() ? Double.MAX_VALUE : sum / values.size();
    }

    private byte[] recompute(Answers changed, int fact) {
        byte[] truth = slots.clone();
        for (int slot : law.dependents[fact])
            truth[slot] = law.exprs[slot].eval(changed, truth);
        return truth;
    }

    private List<Decision.WhatIf> whatIf(Outcome outcome) {
        List<Decision.WhatIf> list = new ArrayList<>();
        String now = name(outcome);
        for (int fact = 0; fact < law.questions.size(); fact++) {
            if (!law.matters[fact] || answers.isUnknown(fact))
                continue;
            Value current = facts.value(law.questions.get(fact).id());
            for (Value value : law.questions.alternatives(fact, current, law.bounds.getOrDefault(fact, List.of()))) {
                Answers changed = answers.copy();
                changed.set(law.questions, fact, value);
                String then = name(outcome(recompute(changed, fact)));
                if (!then.equals(now))
                    list.add(new Decision.WhatIf(law.questions.get(fact).id(), current, value, then));
            }
        }
        return list;
    }

    // --- trace and receipt ---------------------------------------------------------------------------------------

    private Trace trace() {
        List<Trace.Step> steps = new ArrayList<>(law.traceOrder.size());
        for (int slot : law.traceOrder)
            steps.add(new Trace.Step(law.slots.get(slot).rule().orElseThrow(), Expr.truth(slots[slot]), causes(law.exprs[slot], slots[slot])));
        return new Trace(steps);
    }

    private List<Trace.Cause> causes(Expr expr, byte outcome) {
        List<Trace.Cause> causes = new ArrayList<>(4);
        expr.causes(answers, slots, outcome, leaf -> {
            Trace.Cause cause = cause(leaf);
            if (!causes.contains(cause))
                causes.add(cause);
        });
        return causes;
    }

    private Trace.Cause cause(Expr.Leaf leaf) {
        Truth truth = Expr.truth(leaf.eval(answers, slots));
        return switch (leaf) {
            case Expr.FactIs f -> ofFact(f.fact(), f.options(), truth);
            case Expr.FactBetween f -> ofFact(f.fact(), List.of(((f.atLeast() == null ? "" : "≥ " + f.atLeast().toPlainString())
                    + (f.atMost() == null ? "" : " ≤ " + f.atMost().toPlainString())).strip()), truth);
            case Expr.SlotHolds s -> {
                Compiler.Slot slot = law.slots.get(s.slot());
                yield slot.kind() == Compiler.Kind.RULE ? new Trace.Cause.OfRule(slot.id(), truth)
                        : new Trace.Cause.OfConclusion(slot.kind() == Compiler.Kind.CLASS ? "class" : "role", slot.id(), truth);
            }
        };
    }

    private Trace.Cause ofFact(int fact, List<String> expected, Truth truth) {
        String id = law.questions.get(fact).id();
        return new Trace.Cause.OfFact(id, facts.value(id), expected, truth);
    }

    private Decision.Receipt receipt() {
        StringBuilder canonical = new StringBuilder();
        new TreeMap<>(facts.byId()).forEach((id, fact) -> {
            if (!(fact.value() instanceof Value.Unknown))
                canonical.append(id).append('=').append(fact.value().code()).append('\n');
        });
        return new Decision.Receipt(law.sets.stream().map(s -> new Decision.Receipt.Entry(s.id(), s.version(), s.sha256())).toList(), Law.ENGINE,
                sha256(canonical.toString()));
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
        return missing(outcome(slots)).stream().map(Decision.Missing::fact).filter(f -> asks(f) != Truth.FALSE).findFirst();
    }
}
