package org.etabli.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.etabli.model.Facts;
import org.etabli.model.Question;
import org.etabli.model.Question.AnswerType;
import org.etabli.model.RuleSet;

/**
 * What can be proved of a law for every combination of answers, with decision diagrams in place of samples.
 *
 * <p>An <em>atom</em> is the smallest thing that an answer says: yes to a question, an option, a number that reaches a bound.
 * With complete answers every atom is true or false ({@link #worlds}: those combinations that a form allows). With incomplete
 * answers an atom may be unknown besides; such a state has two variables an atom, "known to be true" and "known to be false".
 */
public final class LawProof {

    /**
     * Something that is wrong.
     *
     * @param what    {@code gap}: complete answers to which a table, or the classes, give no outcome; {@code overlap}: more than one,
     *                or one that may never be;
     *                {@code dead}: can never hold; {@code always}: can never fail; {@code idle}: nothing would be concluded otherwise
     *                without it; {@code unsound}: said to be sure, and is not; {@code undecided}: left open, though every completion of
     *                the answers leads to the same class; {@code stuck}: left open with nothing more to ask; {@code not-monotone}: an answer more takes a decided class away;
     *                {@code lightens}: a presumption gives a lighter class than some answer would; {@code condemns}: what is presumed is
     *                part of the heaviest class itself, not only of its gates; {@code rash}: a class is decided although nobody has answered anything
     * @param subject what is concerned
     * @param example answers that show it, in words; empty where none is needed
     */
    public record Defect(String what, String subject, String example) {
        @Override
        public String toString() {
            return what + " " + subject + (example.isEmpty() ? "" : ": " + example);
        }
    }

    private record Atom(int question, int option, BigDecimal bound, boolean above) {
    }

    private final Law law;
    private final Bdd bdd = new Bdd();
    private final List<Atom> atoms = new ArrayList<>();
    private final int[][] optionAtoms;
    private final Map<Integer, List<Integer>> boundAtoms = new HashMap<>();
    private final int worlds;
    private final int[] slots;
    private final List<Defect> defects = new ArrayList<>();

    public LawProof(Law law) {
        this.law = law;
        this.optionAtoms = new int[law.questions.size()][];
        for (int q = 0; q < law.questions.size(); q++)
            atoms(q);
        order();
        this.worlds = worlds();
        this.slots = slots();
    }

    // --- atoms and worlds ----------------------------------------------------------------------------------------

    /** Yes; every option of a list but "none", which holds where no other does; every choice but the last, read in a row: the first true one counts. */
    private void atoms(int q) {
        Question question = law.questions.get(q);
        List<Question.Option> options = question.options();
        optionAtoms[q] = new int[Math.max(2, options.size())];
        Arrays.fill(optionAtoms[q], -1);
        switch (question.type()) {
            case YES_NO -> optionAtoms[q][Answers.YES] = atom(new Atom(q, Answers.YES, null, false));
            case ONE_OF -> {
                for (int o = 0; o < options.size() - 1; o++)
                    optionAtoms[q][o] = atom(new Atom(q, o, null, false));
            }
            case ANY_OF -> {
                for (int o = 0; o < options.size(); o++)
                    if (!options.get(o).none())
                        optionAtoms[q][o] = atom(new Atom(q, o, null, false));
            }
            case NUMBER -> {
                TreeSet<BigDecimal> least = new TreeSet<>();
                TreeSet<BigDecimal> most = new TreeSet<>();
                everyLeaf(leaf -> {
                    if (leaf instanceof Expr.FactBetween b && b.fact() == q) {
                        if (b.atLeast() != null)
                            least.add(b.atLeast());
                        if (b.atMost() != null)
                            most.add(b.atMost());
                    }
                });
                TreeSet<BigDecimal> all = new TreeSet<>(least);
                all.addAll(most);
                List<Integer> list = new ArrayList<>();
                for (BigDecimal bound : all) {
                    if (least.contains(bound))
                        list.add(atom(new Atom(q, -1, bound, false)));
                    if (most.contains(bound))
                        list.add(atom(new Atom(q, -1, bound, true)));
                }
                boundAtoms.put(q, list);
            }
        }
    }

    private int atom(Atom atom) {
        atoms.add(atom);
        return atoms.size() - 1;
    }

    /** The atoms of a question, in order. */
    private List<Integer> atomsOf(int q) {
        return law.questions.get(q).type() == AnswerType.NUMBER ? boundAtoms.get(q) : Arrays.stream(optionAtoms[q]).filter(a -> a >= 0).boxed().toList();
    }

    /** Atoms that the same rule reads become neighbours, which keeps the diagrams small. */
    private void order() {
        Set<Integer> order = new LinkedHashSet<>();
        for (int slot : law.order)
            law.exprs[slot].leaves(leaf -> {
                if (leaf instanceof Expr.FactIs is && law.questions.get(is.fact()).type() == AnswerType.ANY_OF) {
                    for (int o = 0; o < optionAtoms[is.fact()].length; o++)
                        if ((is.mask() & 1L << o) != 0 && optionAtoms[is.fact()][o] >= 0)
                            order.add(optionAtoms[is.fact()][o]);
                } else if (leaf instanceof Expr.FactIs is) {
                    order.addAll(atomsOf(is.fact()));
                }
            });
        for (int atom = 0; atom < atoms.size(); atom++)
            order.add(atom);
        List<Atom> old = List.copyOf(atoms);
        int[] place = new int[old.size()];
        atoms.clear();
        for (int atom : order) {
            place[atom] = atoms.size();
            atoms.add(old.get(atom));
        }
        for (int[] options : optionAtoms)
            Arrays.setAll(options, o -> options[o] < 0 ? -1 : place[options[o]]);
        boundAtoms.replaceAll((q, list) -> list.stream().map(a -> place[a]).toList());
    }

    private void everyLeaf(Consumer<Expr.Leaf> visitor) {
        for (Expr expr : law.exprs)
            expr.leaves(visitor);
        law.duties.forEach(d -> {
            d.expr().leaves(visitor);
            d.dates().forEach(e -> e.leaves(visitor));
        });
        law.doubts.forEach(d -> d.expr().leaves(visitor));
        law.unlawful.forEach(u -> u.expr().leaves(visitor));
        law.bearers.forEach(b -> b.expr().leaves(visitor));
        law.presumptions.all.forEach(p -> p.when().leaves(visitor));
        law.fria.ifPresent(f -> f.expr().leaves(visitor));
        for (Expr expr : law.askWhen)
            expr.leaves(visitor);
        law.tables.forEach(t -> {
            t.given().leaves(visitor);
            t.outcomes().forEach(o -> o.leaves(visitor));
            t.never().forEach(n -> n.leaves(visitor));
        });
    }

    /** Settings of the atoms that complete answers can have: a number lies on one side of each bound, a list without "none" is not empty. */
    private int worlds() {
        int all = Bdd.TRUE;
        for (int q = law.questions.size() - 1; q >= 0; q--)
            all = bdd.and(world(q), all);
        return all;
    }

    private int world(int q) {
        Question question = law.questions.get(q);
        List<Integer> own = atomsOf(q);
        int ok = Bdd.TRUE;
        if (question.type() == AnswerType.NUMBER)
            for (int i = 1; i < own.size(); i++)
                ok = bdd.and(ok, bdd.implies(bdd.variable(own.get(i)), bdd.variable(own.get(i - 1))));
        else if (question.type() == AnswerType.ANY_OF && question.options().stream().noneMatch(Question.Option::none))
            ok = own.stream().mapToInt(bdd::variable).reduce(Bdd.FALSE, bdd::or);
        return ok;
    }

    /** How many complete answers there are to one question; a number counts by the bounds that the law knows. */
    private BigInteger answers(int q) {
        Question question = law.questions.get(q);
        return switch (question.type()) {
            case YES_NO -> BigInteger.TWO;
            case ONE_OF -> BigInteger.valueOf(question.options().size());
            case ANY_OF -> BigInteger.ONE.shiftLeft(atomsOf(q).size()).subtract(atomsOf(q).size() == question.options().size() ? BigInteger.ONE : BigInteger.ZERO);
            case NUMBER -> BigInteger.valueOf(boundAtoms.get(q).size() + 1L);
        };
    }

    // --- truth in a world ----------------------------------------------------------------------------------------

    private int[] slots() {
        int[] functions = new int[law.exprs.length];
        for (int slot : law.order)
            functions[slot] = function(law.exprs[slot], functions);
        return functions;
    }

    private int function(Expr expr, int[] functions) {
        return switch (expr) {
            case Expr.All all -> Arrays.stream(all.of()).mapToInt(e -> function(e, functions)).reduce(Bdd.TRUE, bdd::and);
            case Expr.Any any -> Arrays.stream(any.of()).mapToInt(e -> function(e, functions)).reduce(Bdd.FALSE, bdd::or);
            case Expr.Not not -> bdd.not(function(not.of(), functions));
            case Expr.FactIs is -> isOneOf(is);
            case Expr.FactBetween between -> between(between);
            case Expr.SlotHolds s -> functions[s.slot()];
        };
    }

    private int isOneOf(Expr.FactIs is) {
        int any = Bdd.FALSE;
        for (int o = 0; o < optionAtoms[is.fact()].length; o++)
            if ((is.mask() & 1L << o) != 0)
                any = bdd.or(any, option(is.fact(), o));
        return any;
    }

    private int option(int q, int o) {
        int[] own = optionAtoms[q];
        return switch (law.questions.get(q).type()) {
            case YES_NO -> o == Answers.YES ? bdd.variable(own[o]) : bdd.not(bdd.variable(own[Answers.YES]));
            case ONE_OF -> {
                int earlier = Arrays.stream(own, 0, o).map(bdd::variable).reduce(Bdd.FALSE, bdd::or);
                yield bdd.and(bdd.not(earlier), own[o] < 0 ? Bdd.TRUE : bdd.variable(own[o]));
            }
            case ANY_OF -> own[o] >= 0 ? bdd.variable(own[o]) : bdd.not(atomsOf(q).stream().mapToInt(bdd::variable).reduce(Bdd.FALSE, bdd::or));
            case NUMBER -> throw new IllegalStateException("a number has no options");
        };
    }

    private int between(Expr.FactBetween between) {
        int least = between.atLeast() == null ? Bdd.TRUE : bdd.variable(bound(between.fact(), between.atLeast(), false));
        int above = between.atMost() == null ? Bdd.FALSE : bdd.variable(bound(between.fact(), between.atMost(), true));
        return bdd.and(least, bdd.not(above));
    }

    private int bound(int question, BigDecimal value, boolean above) {
        return boundAtoms.get(question).stream().filter(a -> atoms.get(a).above() == above && atoms.get(a).bound().compareTo(value) == 0).findFirst().orElseThrow();
    }

    // --- the proof -----------------------------------------------------------------------------------------------

    /** Combinations of complete answers that the proof speaks of. */
    public BigInteger combinations() {
        BigInteger all = BigInteger.ONE;
        for (int q = 0; q < law.questions.size(); q++)
            all = all.multiply(answers(q));
        return all;
    }

    /** Everything that is wrong; empty when all is proved. */
    public List<Defect> run() {
        coverage();
        tables();
        deadAndIdle();
        presumptions();
        new Incomplete().run();
        return List.copyOf(defects);
    }

    /** Complete answers always give a class. */
    private void coverage() {
        int any = Arrays.stream(law.classes).map(c -> slots[c]).reduce(Bdd.FALSE, bdd::or);
        report("gap", "classes", bdd.and(worlds, bdd.not(any)));
    }

    /** In every table, wherever its condition holds, exactly one outcome, and nothing that may never be. */
    private void tables() {
        for (Law.CompiledTable table : law.tables) {
            int given = bdd.and(worlds, function(table.given(), slots));
            int none = given;
            int seen = Bdd.FALSE;
            int twice = Bdd.FALSE;
            for (Expr outcome : table.outcomes()) {
                int holds = function(outcome, slots);
                none = bdd.and(none, bdd.not(holds));
                twice = bdd.or(twice, bdd.and(seen, holds));
                seen = bdd.or(seen, holds);
                if (bdd.and(given, holds) == Bdd.FALSE)
                    defects.add(new Defect("dead", "an outcome of table " + table.rule().id(), ""));
            }
            if (given == Bdd.FALSE)
                defects.add(new Defect("dead", "table " + table.rule().id(), ""));
            for (Expr never : table.never())
                report("overlap", "table " + table.rule().id(), bdd.and(given, function(never, slots)));
            if (table.outcomes().isEmpty())
                continue;
            report("gap", "table " + table.rule().id(), none);
            report("overlap", "table " + table.rule().id(), bdd.and(given, twice));
        }
    }

    /** Every conclusion of the law, by a name to report. */
    private Map<String, Integer> conclusions(int[] functions) {
        Map<String, Integer> all = new TreeMap<>();
        for (int c : law.classes)
            all.put("class " + law.slots.get(c).id(), functions[c]);
        law.roles.forEach(r -> all.put("role " + r.rule().id(), function(r.expr(), functions)));
        law.duties.forEach(d -> {
            all.put("duty " + d.rule().id(), function(d.expr(), functions));
            for (int i = 0; i < d.dates().size(); i++)
                all.put("dates of duty " + d.rule().id() + " #" + (i + 1), bdd.and(function(d.expr(), functions), selected(d, i, functions)));
        });
        law.doubts.forEach(d -> all.put("doubt " + d.rule().id(), function(d.expr(), functions)));
        law.unlawful.forEach(u -> all.put("unlawful " + u.rule().id(), function(u.expr(), functions)));
        law.bearers.forEach(b -> all.put("bearer " + b.rule().id(), function(b.expr(), functions)));
        law.fria.ifPresent(f -> all.put("fria", function(f.expr(), functions)));
        return all;
    }

    /** Where the entry is the first that holds; the last one stands in where none does. */
    private int selected(Law.CompiledDuty duty, int entry, int[] functions) {
        int before = Bdd.FALSE;
        for (int i = 0; i < entry; i++)
            before = bdd.or(before, function(duty.dates().get(i), functions));
        int holds = entry == duty.dates().size() - 1 ? Bdd.TRUE : function(duty.dates().get(entry), functions);
        return bdd.and(holds, bdd.not(before));
    }

    // --- presumptions --------------------------------------------------------------------------------------------

    /**
     * What is presumed is the weightiest that could be true: with any other answer in its place no class comes out heavier. One question
     * at a time is enough, since each presumption asks only for what stands before it; so the class that is announced bounds the class of
     * every completion of the answers, presumed ones included.
     */
    private void presumptions() {
        for (Presumptions.One one : law.presumptions.all) {
            String name = "presumption " + law.questions.get(one.question()).id();
            int when = bdd.and(worlds, function(one.when(), slots));
            boolean idle = true;
            for (int level = 0; level <= law.level[law.level.length - 1]; level++) {
                int answered = noLighterThan(level);
                for (int presumed : presumed(one, answered)) {
                    report("lightens", name, bdd.and(when, answered, bdd.not(presumed)));
                    idle &= bdd.and(when, presumed, bdd.not(answered)) == Bdd.FALSE;
                }
            }
            if (idle)
                defects.add(new Defect("idle", name, ""));
        }
        for (int c = 0; c < law.classes.length; c++)
            if (!law.isAbsolute[c] && !law.classRules.get(c).fallback() && law.level[c] == heaviest())
                condemns(c);
        if (!law.presumptions.all.isEmpty() && law.decide("", Facts.NONE, LocalDate.EPOCH).isDecided())
            defects.add(new Defect("rash", "classes", ""));
    }

    private int heaviest() {
        int first = 0;
        while (law.isAbsolute[first])
            first++;
        return law.level[first];
    }

    /** The facts of the heaviest class are stated, never presumed; a presumption may open its gates. */
    private void condemns(int rank) {
        Set<Integer> read = bdd.support(function(law.classConditions.get(rank), slots));
        for (Presumptions.One one : law.presumptions.all)
            if (atomsOf(one.question()).stream().anyMatch(read::contains))
                defects.add(new Defect("condemns", "presumption " + law.questions.get(one.question()).id(), "class " + law.classRules.get(rank).id()));
    }

    /** Where the strongest class weighs at least as much; a way out weighs less than every class. */
    private int noLighterThan(int level) {
        int heavy = Bdd.FALSE;
        int out = Bdd.FALSE;
        for (int c = 0; c < law.classes.length; c++)
            if (law.isAbsolute[c])
                out = bdd.or(out, slots[law.classes[c]]);
            else if (law.level[c] <= level)
                heavy = bdd.or(heavy, slots[law.classes[c]]);
        return bdd.and(heavy, bdd.not(out));
    }

    /**
     * A function with the presumed answer in place of whatever was answered. Of a list what is named stays, so its options are taken away
     * one at a time.
     */
    private List<Integer> presumed(Presumptions.One one, int function) {
        int[] own = optionAtoms[one.question()];
        if (law.questions.get(one.question()).type() == AnswerType.ANY_OF)
            return atomsOf(one.question()).stream().map(atom -> bdd.with(function, atom, false)).toList();
        int result = function;
        for (int o = 0; o < own.length; o++)
            if (own[o] >= 0)
                result = bdd.with(result, own[o], (one.option() & 1L << o) != 0);
        return List.of(result);
    }

    private void deadAndIdle() {
        Map<String, Integer> conclusions = conclusions(slots);
        conclusions.forEach((name, function) -> {
            if (bdd.and(worlds, function) == Bdd.FALSE)
                defects.add(new Defect("dead", name, ""));
        });
        for (int slot = 0; slot < law.slots.size(); slot++) {
            Compiler.Slot rule = law.slots.get(slot);
            if (rule.kind() != Compiler.Kind.RULE)
                continue;
            if (bdd.and(worlds, slots[slot]) == Bdd.FALSE)
                defects.add(new Defect("dead", "rule " + rule.id(), ""));
            else if (bdd.and(worlds, bdd.not(slots[slot])) == Bdd.FALSE)
                defects.add(new Defect("always", "rule " + rule.id(), ""));
            else if (isIdle(slot, conclusions))
                defects.add(new Defect("idle", "rule " + rule.id(), ""));
        }
    }

    /** Whether nothing would be concluded otherwise if the rule never held. */
    private boolean isIdle(int slot, Map<String, Integer> conclusions) {
        int[] without = slots.clone();
        without[slot] = Bdd.FALSE;
        for (int other : law.order)
            if (other != slot && refersTo(law.exprs[other], without))
                without[other] = function(law.exprs[other], without);
        return conclusions(without).entrySet().stream().noneMatch(c -> {
            int was = conclusions.get(c.getKey());
            return was != c.getValue() && bdd.and(worlds, bdd.xor(was, c.getValue())) != Bdd.FALSE;
        });
    }

    /** Whether an expression refers to a slot that is another one now. */
    private boolean refersTo(Expr expr, int[] now) {
        boolean[] found = new boolean[1];
        expr.leaves(leaf -> found[0] |= leaf instanceof Expr.SlotHolds s && now[s.slot()] != slots[s.slot()]);
        return found[0];
    }

    /** Questions that decide nothing in this law, not even whether another one is asked. */
    public Set<String> idleQuestions() {
        Set<Integer> used = new HashSet<>();
        conclusions(slots).values().forEach(f -> used.addAll(bdd.support(f)));
        for (Expr expr : law.askWhen)
            used.addAll(bdd.support(function(expr, slots)));
        Set<String> idle = new TreeSet<>();
        for (int q = 0; q < law.questions.size(); q++)
            if (atomsOf(q).stream().noneMatch(used::contains))
                idle.add(law.questions.get(q).id());
        return idle;
    }

    private void report(String what, String subject, int where) {
        if (where != Bdd.FALSE)
            defects.add(new Defect(what, subject, words(bdd.example(where), false)));
    }

    /** The settings of some atoms as the answers that they say. @param partly whether a list that is complete has to be told from one that is not */
    private String words(Map<Integer, Boolean> values, boolean partly) {
        List<String> words = new ArrayList<>();
        for (int q = 0; q < law.questions.size(); q++) {
            Question question = law.questions.get(q);
            List<Integer> own = atomsOf(q);
            List<Integer> holding = own.stream().filter(a -> values.getOrDefault(a, false)).toList();
            boolean allFalse = !own.isEmpty() && own.stream().allMatch(a -> !values.getOrDefault(a, true));
            switch (question.type()) {
                case YES_NO -> own.stream().filter(values::containsKey).forEach(a -> words.add(word(a, values.get(a))));
                case ONE_OF -> {
                    if (!holding.isEmpty())
                        words.add(word(holding.get(0), true));
                    else if (allFalse)
                        words.add(question.id() + "=" + question.options().getLast().id());
                }
                case ANY_OF -> {
                    holding.forEach(a -> words.add(word(a, true)));
                    if (partly && !allFalse && own.stream().anyMatch(a -> !values.getOrDefault(a, true)))
                        words.add(question.id() + " complete");
                    if (allFalse)
                        question.options().stream().filter(Question.Option::none).forEach(o -> words.add(question.id() + "=" + o.id()));
                }
                case NUMBER -> holding.forEach(a -> words.add(word(a, true)));
            }
        }
        return String.join(", ", words);
    }

    private String word(int index, boolean value) {
        Atom atom = atoms.get(index);
        Question question = law.questions.get(atom.question());
        return question.id() + (question.type() == AnswerType.YES_NO ? value ? "=yes" : "=no"
                : question.type() == AnswerType.NUMBER ? (atom.above() ? ">" : ">=") + atom.bound().toPlainString() : "=" + question.options().get(atom.option()).id());
    }

    // --- incomplete answers --------------------------------------------------------------------------------------

    /**
     * Three truth values: a function for "surely true" and one for "surely false". Beside the variables of the atoms each question has
     * one that says whether its answer is complete; of an incomplete list the options that hold are known, of anything else nothing.
     */
    private final class Incomplete {
        private final Bdd two = new Bdd();
        private final int[] atomPlace = new int[atoms.size()];
        private final int[] completePlace = new int[law.questions.size()];
        private final int[] isTrue = new int[law.exprs.length];
        private final int[] isFalse = new int[law.exprs.length];
        private int states = Bdd.TRUE;

        private record Pair(int isTrue, int isFalse) {
        }

        Incomplete() {
            Arrays.fill(completePlace, -1);
            int place = 0;
            for (int atom = 0; atom < atoms.size(); atom++) {
                int q = atoms.get(atom).question();
                if (completePlace[q] < 0)
                    completePlace[q] = place++;
                atomPlace[atom] = place++;
            }
            // what is complete can be chosen in a form
            for (int q = law.questions.size() - 1; q >= 0; q--)
                if (world(q) != Bdd.TRUE)
                    states = two.and(states, two.implies(two.variable(completePlace[q]), bdd.fold(world(q), (variable, low, high) -> two.ite(two.variable(atomPlace[variable]), high, low), new HashMap<>())));
        }

        void run() {
            for (int slot : law.order) {
                Pair pair = pair(law.exprs[slot]);
                isTrue[slot] = pair.isTrue;
                isFalse[slot] = pair.isFalse;
            }
            for (int c : law.classes)
                sound(c);
            int open = states;
            for (int i = 0; i < law.classes.length; i++)
                open = two.and(open, two.not(decided(i)));
            exact(open);
            report("stuck", "classes", two.and(open, answered()));
            for (int i = 0; i < law.classes.length; i++)
                monotone("class " + law.classRules.get(i).id(), decided(i), movesTo(i));
        }

        /** Where every question that a form shows has its answer: it shows those whose condition surely holds. */
        private int answered() {
            int all = Bdd.TRUE;
            for (int q = law.questions.size() - 1; q >= 0; q--)
                if (completePlace[q] >= 0)
                    all = two.and(all, two.or(two.variable(completePlace[q]), two.not(pair(law.askWhen[q]).isTrue)));
            return all;
        }

        private int known(int atom, boolean value) {
            int q = atoms.get(atom).question();
            int holds = two.variable(atomPlace[atom]);
            int complete = two.variable(completePlace[q]);
            if (!value)
                return two.and(complete, two.not(holds));
            return law.questions.get(q).type() == AnswerType.ANY_OF ? holds : two.and(complete, holds);
        }

        private Pair pair(Expr expr) {
            return switch (expr) {
                case Expr.All all -> Arrays.stream(all.of()).map(this::pair).reduce(new Pair(Bdd.TRUE, Bdd.FALSE),
                        (a, b) -> new Pair(two.and(a.isTrue, b.isTrue), two.or(a.isFalse, b.isFalse)));
                case Expr.Any any -> Arrays.stream(any.of()).map(this::pair).reduce(new Pair(Bdd.FALSE, Bdd.TRUE),
                        (a, b) -> new Pair(two.or(a.isTrue, b.isTrue), two.and(a.isFalse, b.isFalse)));
                case Expr.Not not -> {
                    Pair p = pair(not.of());
                    yield new Pair(p.isFalse, p.isTrue);
                }
                case Expr.FactIs is -> test(isOneOf(is));
                case Expr.FactBetween between -> test(between(between));
                case Expr.SlotHolds s -> new Pair(isTrue[s.slot()], isFalse[s.slot()]);
            };
        }

        /** A test on one question: true when every completion of the answer satisfies it, false when none does. */
        private Pair test(int function) {
            return new Pair(two.not(possible(bdd.not(function))), two.not(possible(function)));
        }

        /** Whether some completion of an incomplete answer makes a function true. */
        private int possible(int function) {
            return bdd.fold(function, (variable, low, high) -> two.ite(known(variable, true), high, two.ite(known(variable, false), low, two.or(low, high))), new HashMap<>());
        }

        /** What is said to hold, or not to hold, does so for every completion of the answers. */
        private void sound(int slot) {
            String name = "class " + law.slots.get(slot).id();
            report("unsound", name, two.and(states, isTrue[slot], possible(bdd.and(worlds, bdd.not(slots[slot])))));
            report("unsound", name, two.and(states, isFalse[slot], possible(bdd.and(worlds, slots[slot]))));
        }

        /** No answer is given although every completion of the answers leads to the same class. */
        private void exact(int open) {
            int stronger = Bdd.FALSE;
            for (int i = 0; i < law.classes.length; i++) {
                int strongest = bdd.and(slots[law.classes[i]], bdd.not(stronger));
                report("undecided", "class " + law.classRules.get(i).id(), two.and(open, two.not(possible(bdd.and(worlds, bdd.not(strongest))))));
                stronger = bdd.or(stronger, slots[law.classes[i]]);
            }
        }

        /** Where class i is the answer, and no missing fact can lift it to a heavier one. */
        private int decided(int i) {
            int decided = isTrue[law.classes[i]];
            for (int stronger = 0; stronger < i; stronger++)
                decided = two.and(decided, isHeavier(stronger, i) ? isFalse[law.classes[stronger]] : two.not(isTrue[law.classes[stronger]]));
            return decided;
        }

        /** Learning more may show a way out, or a class that weighs the same; two ways out do not compete. */
        private int movesTo(int i) {
            int decided = decided(i);
            for (int other = 0; other < law.classes.length; other++)
                if (other != i && (law.isAbsolute[other] || !law.isAbsolute[i] && law.level[other] == law.level[i]))
                    decided = two.or(decided, decided(other));
            return decided;
        }

        private boolean isHeavier(int one, int other) {
            return !law.isAbsolute[one] && (law.isAbsolute[other] || law.level[one] < law.level[other]);
        }

        /** Completing one more answer, or adding one more option to a list, never takes a decided class away. */
        private void monotone(String name, int before, int after) {
            Set<Integer> read = two.support(before);
            read.addAll(two.support(after));
            int afterOrNever = two.or(after, two.not(states));
            for (int q = 0; q < law.questions.size(); q++) {
                // what reads nothing of a question is not taken away by its answer
                if (completePlace[q] < 0 || !read.contains(completePlace[q]) && atomsOf(q).stream().noneMatch(a -> read.contains(atomPlace[a])))
                    continue;
                boolean list = law.questions.get(q).type() == AnswerType.ANY_OF;
                // what an open choice or number might hold is nothing yet
                Bdd.Given open = given(completePlace[q], false);
                for (int atom : list ? List.<Integer>of() : atomsOf(q))
                    open.set(atomPlace[atom], false);
                kept(name + " by completing " + law.questions.get(q).id(), before, open, afterOrNever, given(completePlace[q], true));
                for (int atom : list ? atomsOf(q) : List.<Integer>of())
                    kept(name + " by " + word(atom, true), before, given(completePlace[q], false).set(atomPlace[atom], false), after, given(completePlace[q], false).set(atomPlace[atom], true));
            }
        }

        private static Bdd.Given given(int variable, boolean value) {
            return new Bdd.Given().set(variable, value);
        }

        private void kept(String name, int before, Bdd.Given was, int after, Bdd.Given is) {
            if (!two.isWithin(before, was, after, is))
                report("not-monotone", name, two.and(two.with(before, was), two.not(two.with(after, is))));
        }

        private void report(String what, String subject, int where) {
            if (where == Bdd.FALSE)
                return;
            Map<Integer, Boolean> example = two.example(where);
            Map<Integer, Boolean> known = new HashMap<>();
            for (int atom = 0; atom < atoms.size(); atom++) {
                boolean complete = example.getOrDefault(completePlace[atoms.get(atom).question()], false);
                boolean holds = example.getOrDefault(atomPlace[atom], false);
                if (complete || holds && law.questions.get(atoms.get(atom).question()).type() == AnswerType.ANY_OF)
                    known.put(atom, holds);
            }
            defects.add(new Defect(what, subject, words(known, true)));
        }
    }
}
