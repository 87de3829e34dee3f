package org.etabli.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.etabli.model.Condition;
import org.etabli.model.Question;
import org.etabli.model.Question.AnswerType;
import org.etabli.model.Rule;
import org.etabli.model.RuleSet;

/** Names into numbers, and an order in which every slot comes after those it depends on. */
final class Compiler {

    /** Something with a truth value of its own that conditions can refer to. */
    record Slot(Kind kind, String id, Optional<Rule> rule, Optional<RuleSet.ClassRule> classRule) {
    }

    enum Kind {
        RULE,
        CLASS,
        ROLE
    }

    final Questions questions;
    final List<Slot> slots = new ArrayList<>();
    final List<Expr> exprs = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();

    Compiler(Questions questions, List<RuleSet> sets) {
        this.questions = questions;
        for (RuleSet set : sets) {
            set.rules().forEach(r -> declare(new Slot(Kind.RULE, r.id(), Optional.of(r), Optional.empty())));
            set.classes().forEach(c -> declare(new Slot(Kind.CLASS, c.id(), Optional.empty(), Optional.of(c))));
            set.roles().forEach(r -> declare(new Slot(Kind.ROLE, r.id(), Optional.empty(), Optional.empty())));
        }
        Map<String, Condition> conditions = new HashMap<>();
        for (RuleSet set : sets) {
            set.rules().forEach(r -> conditions.put(name(Kind.RULE, r.id()), r.unless().isEmpty() ? r.when()
                    : new Condition.All(List.of(r.when(), new Condition.Not(r.unless().get())))));
            set.classes().forEach(c -> conditions.put(name(Kind.CLASS, c.id()), condition(c, set.classes())));
            set.roles().forEach(r -> conditions.put(name(Kind.ROLE, r.id()), r.when()));
        }
        for (Slot slot : slots)
            exprs.add(compile(conditions.get(name(slot.kind, slot.id)), slot.kind + " " + slot.id));
    }

    /** A class holds when its gates and its condition do; the fallback besides only where no other class of its set does. */
    private static Condition condition(RuleSet.ClassRule rule, List<RuleSet.ClassRule> all) {
        List<Condition> parts = new ArrayList<>();
        rule.requires().forEach(r -> parts.add(new Condition.RuleHolds(r)));
        parts.add(rule.when());
        if (rule.fallback())
            all.stream().filter(c -> c != rule && !c.absolute())
                    .forEach(c -> parts.add(new Condition.Not(new Condition.ClassApplies(c.id()))));
        return new Condition.All(parts);
    }

    private void declare(Slot slot) {
        if (byName.putIfAbsent(name(slot.kind, slot.id), slots.size()) != null)
            problems.add("two definitions of " + slot.kind + " " + slot.id);
        else
            slots.add(slot);
    }

    private static String name(Kind kind, String id) {
        return kind + " " + id;
    }

    int slot(Kind kind, String id) {
        return byName.getOrDefault(name(kind, id), -1);
    }

    Expr compile(Condition condition, String where) {
        return switch (condition) {
            case Condition.All all -> new Expr.All(compile(all.of(), where));
            case Condition.Any any -> new Expr.Any(compile(any.of(), where));
            case Condition.Not not -> new Expr.Not(compile(not.of(), where));
            case Condition.FactIs fact -> factIs(fact, where);
            case Condition.FactBetween fact -> {
                int index = questions.index(fact.fact());
                if (index < 0 || questions.get(index).type() != AnswerType.NUMBER)
                    problems.add(where + ": no question with a number as its answer is called " + fact.fact());
                yield new Expr.FactBetween(Math.max(index, 0), fact.atLeast(), fact.atMost());
            }
            case Condition.RuleHolds rule -> reference(Kind.RULE, rule.rule(), where);
            case Condition.ClassApplies c -> reference(Kind.CLASS, c.classId(), where);
            case Condition.RoleHeld role -> reference(Kind.ROLE, role.role(), where);
        };
    }

    private Expr[] compile(List<Condition> conditions, String where) {
        return conditions.stream().map(c -> compile(c, where)).toArray(Expr[]::new);
    }

    private Expr factIs(Condition.FactIs fact, String where) {
        int index = questions.index(fact.fact());
        if (index < 0) {
            problems.add(where + ": no question is called " + fact.fact());
            return new Expr.All(new Expr[0]);
        }
        Question question = questions.get(index);
        long mask = 0;
        for (String option : fact.options()) {
            long bit = question.type() == AnswerType.NUMBER ? 0 : questions.bits(index, option);
            if (bit == 0)
                problems.add(where + ": " + fact.fact() + " has no answer called " + option);
            mask |= bit;
        }
        return new Expr.FactIs(index, mask, fact.options());
    }

    private Expr reference(Kind kind, String id, String where) {
        int slot = slot(kind, id);
        if (slot >= 0)
            return new Expr.SlotHolds(slot);
        problems.add(where + ": no " + kind + " is called " + id);
        return new Expr.All(new Expr[0]);
    }

    /** Slot numbers so that each comes after those it refers to; a circle is a problem. */
    int[] order() {
        int[] state = new int[slots.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++)
            visit(i, state, order);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private void visit(int slot, int[] state, List<Integer> order) {
        if (state[slot] == 2)
            return;
        if (state[slot] == 1) {
            problems.add(slots.get(slot).kind + " " + slots.get(slot).id + " depends on itself");
            return;
        }
        state[slot] = 1;
        exprs.get(slot).leaves(leaf -> {
            if (leaf instanceof Expr.SlotHolds s)
                visit(s.slot(), state, order);
        });
        state[slot] = 2;
        order.add(slot);
    }
}
