package org.etabli.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.etabli.model.Decision;
import org.etabli.model.Facts;
import org.etabli.model.Question;
import org.etabli.model.Question.AnswerType;
import org.etabli.model.Value;

/**
 * What one more answer, or another one, would change. Works on a copy of the answers in which it changes one at a time and takes it
 * back, so that only what reads the change is computed again.
 */
final class Outlook {
    private final Law law;
    private final Facts facts;
    private final Answers answers;
    private final byte[] slots;

    /** Places, in the order of evaluation, whose slot reads something changed; one bit each. */
    private final long[] stale;
    private final int[] changedSlots;
    private final byte[] oldTruths;
    private int changed;
    /** The answers without what is presumed, where other answers may end a presumption. */
    private final Answers given;

    private final int[] visited;
    private int visit;

    Outlook(Law law, Facts facts, Answers answers, byte[] slots) {
        this.law = law;
        this.facts = facts;
        this.answers = answers.copy();
        this.slots = slots.clone();
        this.stale = new long[(slots.length + 63) / 64];
        this.changedSlots = new int[slots.length];
        this.oldTruths = new byte[slots.length];
        this.visited = new int[slots.length];
        this.given = law.presumptions.all.isEmpty() ? answers : Answers.of(law.questions, facts);
    }

    // --- what is missing -----------------------------------------------------------------------------------------

    /** Open facts that an undecided class, heavier than the strongest sure one, waits for, most decisive first. */
    List<Decision.Missing> missing() {
        long[] leadsTo = new long[law.questions.size()];
        Outcome outcome = Outcome.of(law, slots);
        for (int c = 0; c < law.classes.length; c++) {
            int rank = c;
            visit++;
            if (outcome.isHeavier(law, c))
                open(c, fact -> leadsTo[fact] |= 1L << rank);
        }
        List<Integer> open = new ArrayList<>();
        for (int fact = 0; fact < leadsTo.length; fact++)
            if (leadsTo[fact] != 0 && law.askWhen[fact].eval(answers, slots) != Expr.FALSE)
                open.add(fact);
        // what can be asked now, then what could lead to the strongest class
        boolean[] askable = new boolean[leadsTo.length];
        open.forEach(f -> askable[f] = law.askWhen[f].eval(answers, slots) == Expr.TRUE);
        open.sort(Comparator.<Integer>comparingInt(f -> askable[f] ? 0 : 1).thenComparingInt(f -> Long.numberOfTrailingZeros(leadsTo[f]))
                .thenComparingInt(f -> -law.weight[f]).thenComparingInt(f -> f));
        settleMostFirst(open, askable, leadsTo);
        return open.stream().map(f -> new Decision.Missing(law.questions.get(f).id(), classes(leadsTo[f]))).toList();
    }

    /** Of those that come first for the same reason: the one that leaves least to ask, on average over its answers. */
    private void settleMostFirst(List<Integer> open, boolean[] askable, long[] leadsTo) {
        int same = 0;
        while (same < open.size() && askable[open.get(same)] == askable[open.get(0)]
                && Long.numberOfTrailingZeros(leadsTo[open.get(same)]) == Long.numberOfTrailingZeros(leadsTo[open.get(0)]))
            same++;
        if (same < 2)
            return;
        double[] left = new double[leadsTo.length];
        for (int fact : open.subList(0, same))
            left[fact] = expectedLeft(fact);
        open.subList(0, same).sort(Comparator.<Integer>comparingDouble(f -> left[f]).thenComparingInt(f -> f));
    }

    private List<String> classes(long ranks) {
        List<String> ids = new ArrayList<>();
        for (int c = 0; c < law.classes.length; c++)
            if ((ranks & 1L << c) != 0)
                ids.add(law.classRules.get(c).id());
        return ids;
    }

    private interface FactVisitor {
        void visit(int fact);
    }

    /** Visits the facts that keep a class open. The fallback waits for its gates; the other classes say themselves what for. */
    private void open(int rank, FactVisitor visitor) {
        if (slots[law.classes[rank]] != Expr.UNKNOWN)
            return;
        if (!law.classRules.get(rank).fallback())
            openSlot(law.classes[rank], visitor);
        else
            for (String gate : law.classRules.get(rank).requires())
                if (slots[law.ruleSlot(gate)] == Expr.UNKNOWN)
                    openSlot(law.ruleSlot(gate), visitor);
    }

    private void openSlot(int slot, FactVisitor visitor) {
        if (visited[slot] == visit)
            return;
        visited[slot] = visit;
        Expr.Leaves found = new Expr.Leaves();
        law.exprs[slot].causes(answers, slots, Expr.UNKNOWN, found);
        for (int i = 0; i < found.size(); i++)
            switch (found.get(i)) {
                case Expr.FactIs f -> visitor.visit(f.fact());
                case Expr.FactBetween f -> visitor.visit(f.fact());
                case Expr.SlotHolds s -> openSlot(s.slot(), visitor);
            }
    }

    private double expectedLeft(int fact) {
        int[] sum = {0, 0};
        alternatives(fact, Value.UNKNOWN, value -> {
            Outcome outcome = Outcome.of(law, slots);
            sum[0] += outcome.open() ? countOpen(outcome) : 0;
            sum[1]++;
        });
        return sum[1] == 0 ? Double.MAX_VALUE : (double) sum[0] / sum[1];
    }

    private int countOpen(Outcome outcome) {
        boolean[] open = new boolean[law.questions.size()];
        visit++;
        for (int c = 0; c < law.classes.length; c++)
            if (outcome.isHeavier(law, c))
                open(c, fact -> open[fact] = true);
        int count = 0;
        for (int fact = 0; fact < open.length; fact++)
            if (open[fact] && law.askWhen[fact].eval(answers, slots) != Expr.FALSE)
                count++;
        return count;
    }

    // --- what would change ---------------------------------------------------------------------------------------

    /** Every single change of a known fact that would change the class. */
    List<Decision.WhatIf> whatIf(String now) {
        List<Decision.WhatIf> list = new ArrayList<>();
        for (int fact = 0; fact < law.questions.size(); fact++) {
            if (law.matters[fact] && !answers.isUnknown(fact) && !answers.presumed[fact])
                list.addAll(others(fact, facts.value(law.questions.get(fact).id()), now));
        }
        return list;
    }

    /** Every other answer to one question that would give another class. */
    List<Decision.WhatIf> others(int fact, Value current, String now) {
        List<Decision.WhatIf> list = new ArrayList<>();
        alternatives(fact, current, value -> {
            String then = changed == 0 ? now : Outcome.of(law, slots).name(law);
            if (!then.equals(now))
                list.add(new Decision.WhatIf(law.questions.get(fact).id(), current, value.get(), then));
        });
        return list;
    }

    /** The known facts that bear on a class without standing among these changes. */
    List<String> unmoved(List<Decision.WhatIf> changes) {
        Set<String> moving = new HashSet<>();
        changes.forEach(c -> moving.add(c.fact()));
        List<String> list = new ArrayList<>();
        for (int fact = 0; fact < law.questions.size(); fact++)
            if (law.matters[fact] && !answers.isUnknown(fact) && !answers.presumed[fact] && !moving.contains(law.questions.get(fact).id()))
                list.add(law.questions.get(fact).id());
        return list;
    }

    private interface Trial {
        void run(Supplier<Value> value);
    }

    /** Tries every single answer that could stand instead of the current one. */
    private void alternatives(int fact, Value current, Trial trial) {
        Question question = law.questions.get(fact);
        long all = law.questions.allOptions(fact);
        long held = answers.holds[fact];
        BigDecimal amount = answers.amounts[fact];
        switch (question.type()) {
            case YES_NO, ONE_OF -> {
                for (long rest = all; rest != 0; rest &= rest - 1) {
                    long bit = Long.lowestOneBit(rest);
                    if (held != bit)
                        attempt(fact, bit, all & ~bit, null, () -> question.type() == AnswerType.YES_NO ? bit == 1L << Answers.YES ? Value.YES : Value.NO
                                : new Value.Choice(question.options().get(Long.numberOfTrailingZeros(bit)).id()), trial);
                }
            }
            case ANY_OF -> {
                boolean complete = !(current instanceof Value.Choices c) || c.complete();
                for (long rest = all; rest != 0; rest &= rest - 1)
                    toggle(fact, Long.lowestOneBit(rest), held, complete, trial);
            }
            case NUMBER -> law.bounds.getOrDefault(fact, List.of()).forEach(b -> {
                for (BigDecimal other : List.of(b, b.subtract(BigDecimal.ONE)))
                    if (amount == null || !other.equals(amount))
                        attempt(fact, 0, 0, other, () -> new Value.Quantity(other), trial);
            });
        }
    }

    /** The list with one option added or taken away; "none" stands alone. Nothing where nothing known would be left. */
    private void toggle(int fact, long bit, long held, boolean complete, Trial trial) {
        long all = law.questions.allOptions(fact);
        long none = law.questions.noneOptions(fact);
        boolean isNone = (none & bit) != 0;
        // taking the only one away gives "none" as well
        if (isNone && complete && Long.bitCount(held) == 1)
            return;
        long then = isNone ? bit : held & ~none ^ bit;
        if (then == 0 && complete)
            then = Long.lowestOneBit(none);
        boolean completeThen = isNone || complete;
        if (then == 0 || then == held && completeThen == complete)
            return;
        long chosen = then;
        attempt(fact, then, completeThen ? all & ~then : none, null, () -> law.questions.choices(fact, chosen, completeThen), trial);
    }

    private void attempt(int fact, long holds, long excluded, BigDecimal amount, Supplier<Value> value, Trial trial) {
        long heldBefore = answers.holds[fact];
        long excludedBefore = answers.excluded[fact];
        BigDecimal amountBefore = answers.amounts[fact];
        long options = amount != null ? -1L : heldBefore ^ holds | excludedBefore ^ excluded;
        answers.holds[fact] = holds;
        answers.excluded[fact] = excluded;
        answers.amounts[fact] = amount;
        markReaders(fact, options);
        List<Was> presumptions = law.presumptions.dependOn(fact) ? presumeAnew(fact) : List.of();
        recompute();
        trial.run(value);
        for (int i = 0; i < changed; i++)
            slots[changedSlots[i]] = oldTruths[i];
        changed = 0;
        for (Was was : presumptions)
            set(was);
        answers.holds[fact] = heldBefore;
        answers.excluded[fact] = excludedBefore;
        answers.amounts[fact] = amountBefore;
    }

    /** An answer as it was, or as it is to be. */
    private record Was(int question, long holds, long excluded, boolean presumed) {
    }

    private void set(Was was) {
        answers.holds[was.question] = was.holds;
        answers.excluded[was.question] = was.excluded;
        answers.presumed[was.question] = was.presumed;
    }

    /** Starts and ends the presumptions that the answer just tried starts or ends; returns how they were. */
    private List<Was> presumeAnew(int tried) {
        List<Was> before = new ArrayList<>();
        for (Presumptions.One one : law.presumptions.all) {
            int q = one.question();
            boolean holds = given.isOpen(law.questions, q) && one.when().eval(answers, slots) == Expr.TRUE;
            if (q == tried || holds == answers.presumed[q])
                continue;
            Was was = new Was(q, answers.holds[q], answers.excluded[q], answers.presumed[q]);
            long held = holds && given.holds[q] == 0 ? one.option() : given.holds[q];
            Was now = new Was(q, held, holds ? law.questions.allOptions(q) & ~held : given.excluded[q], holds);
            before.add(was);
            set(now);
            markReaders(q, was.holds ^ now.holds | was.excluded ^ now.excluded);
        }
        return before;
    }

    /** @param options those whose truth is another one now; all bits for a number */
    private void markReaders(int fact, long options) {
        int[] readers = law.factReaders[fact];
        for (int i = 0; i < readers.length; i++)
            if ((law.readOptions[fact][i] & options) != 0)
                stale[readers[i] >> 6] |= 1L << readers[i];
    }

    private void recompute() {
        // what reads a slot comes after it, in the same word or a later one
        for (int word = 0; word < stale.length; word++)
            while (stale[word] != 0) {
                int slot = law.order[word << 6 | Long.numberOfTrailingZeros(stale[word])];
                stale[word] &= stale[word] - 1;
                byte truth = law.exprs[slot].eval(answers, slots);
                if (truth == slots[slot])
                    continue;
                changedSlots[changed] = slot;
                oldTruths[changed++] = slots[slot];
                slots[slot] = truth;
                for (int reader : law.slotReaders[slot])
                    stale[reader >> 6] |= 1L << reader;
            }
    }
}
