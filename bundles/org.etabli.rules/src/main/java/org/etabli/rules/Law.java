package org.etabli.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.model.Catalogue;
import org.etabli.model.Condition;
import org.etabli.model.Decision;
import org.etabli.model.Facts;
import org.etabli.model.OwnContent;
import org.etabli.model.Rule;
import org.etabli.model.RuleSet;
import org.etabli.model.Trace;
import org.etabli.model.Truth;

/**
 * Rule sets and their questions, ready to decide. Immutable, without I/O, clock or locale: the same facts give the same
 * decision, byte for byte. May be used by several threads at once.
 */
public final class Law {
    /** Named in receipts; changes when a decision could come out differently. */
    static final String ENGINE = "etabli-rules/2";

    final Catalogue catalogue;
    final List<RuleSet> sets;
    /** What the dossier brings, which decisions rest on. */
    final List<OwnContent> own;
    final Questions questions;
    final List<Compiler.Slot> slots;
    final Expr[] exprs;
    final int[] order;
    /** For each question, the slots that depend on it, in order of evaluation. */
    private final int[][] dependents;
    /** Slots of the classes, strongest first. */
    final int[] classes;
    final List<RuleSet.ClassRule> classRules;
    /** What makes each class, without its gates. */
    final List<Expr> classConditions;
    final boolean[] isAbsolute;
    /** For each class its weight, 0 the heaviest: classes of one level are equal. */
    final int[] level;
    final Presumptions presumptions;
    final List<CompiledDuty> duties = new ArrayList<>();
    final List<Compiled<RuleSet.DoubtRule>> doubts = new ArrayList<>();
    final List<Compiled<RuleSet.UnlawfulRule>> unlawful = new ArrayList<>();
    final List<Compiled<RuleSet.BearerRule>> bearers = new ArrayList<>();
    final List<Compiled<RuleSet.RoleRule>> roles = new ArrayList<>();
    final List<CompiledTable> tables = new ArrayList<>();
    final Optional<Compiled<RuleSet.FriaRule>> fria;
    final Expr[] askWhen;
    private final Optional<Expr> shortPath;
    /**
     * For each question, and for each slot: where in the {@link #order} the slots stand that read it, without those that no class and no
     * question's turn depends on.
     */
    final int[][] factReaders;
    final int[][] slotReaders;
    /** Beside {@link #factReaders}: the options that the slot reads; all bits for a number. */
    final long[][] readOptions;
    /** For each question, how many slots and other questions its answer bears on. */
    final int[] weight;
    /** Questions that some class depends on. */
    final boolean[] matters;
    final Map<Integer, List<BigDecimal>> bounds = new HashMap<>();
    /** For each slot, whether it is a rule on weak ground or reads one, straight or through others. */
    final boolean[] restsOnWeakGround;
    /** For each slot and each truth value, what a trace says of it. */
    final Trace.Cause[][] causes;
    /** Rule slots in the order of the stages of their rule sets. */
    final List<Integer> traceOrder;
    private final Compiler compiler;

    record Compiled<T>(T rule, Expr expr) {
    }

    record CompiledTable(RuleSet.Table rule, Expr given, List<Expr> outcomes, List<Expr> never) {
    }

    /**
     * @param dates   one condition for each entry of the duty's dates
     * @param sources of the duty together with those of its dates, for each entry
     */
    record CompiledDuty(RuleSet.DutyRule rule, Expr expr, List<Expr> dates, List<List<String>> sources) {
    }

    private Law(Catalogue catalogue, List<RuleSet> sets, List<OwnContent> own) throws LawException {
        this.catalogue = catalogue;
        this.sets = List.copyOf(sets);
        this.own = List.copyOf(own);
        this.questions = new Questions(catalogue);
        this.compiler = new Compiler(questions, sets);
        this.slots = compiler.slots;
        this.exprs = compiler.exprs.toArray(Expr[]::new);
        this.order = compiler.order();
        this.classRules = sets.stream().flatMap(s -> s.classes().stream()).toList();
        this.classes = classRules.stream().mapToInt(c -> compiler.slot(Compiler.Kind.CLASS, c.id())).toArray();
        this.isAbsolute = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++)
            isAbsolute[i] = classRules.get(i).absolute();
        this.level = levels();
        for (RuleSet set : sets) {
            set.duties().forEach(d -> duties.add(new CompiledDuty(d, compiler.compile(d.when(), "duty " + d.id()),
                    d.dates().stream().map(x -> compiler.compile(x.when(), "dates of duty " + d.id())).toList(),
                    d.dates().stream().map(x -> Stream.concat(d.source().stream(), x.source().stream()).distinct().toList()).toList())));
            set.doubts().forEach(d -> doubts.add(new Compiled<>(d, compiler.compile(d.when(), "doubt " + d.id()))));
            set.unlawful().forEach(u -> unlawful.add(new Compiled<>(u, compiler.compile(u.when(), "unlawful " + u.id()))));
            set.bearers().forEach(b -> bearers.add(new Compiled<>(b, compiler.compile(b.when(), "bearer " + b.id()))));
            set.tables().forEach(t -> tables.add(new CompiledTable(t, compiler.compile(t.given(), "table " + t.id()),
                    t.outcomes().stream().map(o -> compiler.compile(o, "table " + t.id())).toList(),
                    t.never().stream().map(o -> compiler.compile(o, "table " + t.id())).toList())));
            set.roles().forEach(r -> roles.add(new Compiled<>(r, new Expr.SlotHolds(compiler.slot(Compiler.Kind.ROLE, r.id())))));
        }
        this.fria = sets.stream().flatMap(s -> s.fria().stream()).findFirst().map(f -> new Compiled<>(f, compiler.compile(f.when(), "fria")));
        this.askWhen = catalogue.questions().stream()
                .map(q -> compiler.compile(q.askWhen().orElse(Condition.ALWAYS), "question " + q.id())).toArray(Expr[]::new);
        this.shortPath = catalogue.shortPath().map(c -> compiler.compile(c, "short path"));
        this.presumptions = new Presumptions(questions, compiler);
        if (!compiler.problems.isEmpty())
            throw new LawException(compiler.problems);
        this.classConditions = classRules.stream().map(c -> compiler.compile(c.when(), "class " + c.id())).toList();
        this.dependents = dependents();
        this.restsOnWeakGround = restsOnWeakGround();
        boolean[] feeds = feedsClasses();
        this.factReaders = readers(feeds, questions.size(), leaf -> leaf instanceof Expr.FactIs f ? f.fact() : leaf instanceof Expr.FactBetween f ? f.fact() : -1);
        this.slotReaders = readers(feeds, exprs.length, leaf -> leaf instanceof Expr.SlotHolds s ? s.slot() : -1);
        this.readOptions = readOptions();
        this.weight = weight();
        this.matters = matters();
        for (Expr expr : exprs)
            expr.leaves(this::noteBound);
        this.traceOrder = traceOrder();
        this.causes = slots.stream().map(s -> java.util.Arrays.stream(Truth.values()).map(t -> cause(s, t)).toArray(Trace.Cause[]::new)).toArray(Trace.Cause[][]::new);
    }

    /** @throws LawException naming every reference to something that does not exist, and every circle */
    public static Law compile(Catalogue catalogue, List<RuleSet> sets) throws LawException {
        return compile(catalogue, sets, List.of());
    }

    /**
     * The same for a dossier that brings content.
     *
     * @param own stands in every receipt
     */
    public static Law compile(Catalogue catalogue, List<RuleSet> sets, List<OwnContent> own) throws LawException {
        return new Law(catalogue, sets, own);
    }

    /** The content that a dossier brings, of whatever kind; empty where all comes with Établi. */
    public List<OwnContent> own() {
        return own;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public List<RuleSet> ruleSets() {
        return sets;
    }

    /** {@code ai-act@2026-07-27+france@2026-08-22} */
    public String name() {
        return sets.stream().map(s -> s.id() + "@" + s.version()).collect(Collectors.joining("+"));
    }

    public Optional<RuleSet.ClassRule> classRule(String id) {
        return classRules.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    public Optional<Rule> rule(String id) {
        int slot = ruleSlot(id);
        return slot < 0 ? Optional.empty() : slots.get(slot).rule();
    }

    int ruleSlot(String id) {
        return compiler.slot(Compiler.Kind.RULE, id);
    }

    /** The truth of everything on these facts; a decision is read off it. */
    public Evaluation evaluate(Facts facts) {
        return new Evaluation(this, facts);
    }

    /** Shorthand for {@code evaluate(facts).decision(id, date)}. */
    public Decision decide(String id, Facts facts, LocalDate date) {
        return evaluate(facts).decision(id, date);
    }

    /** A condition over facts, rules, classes and roles of this law, ready to be asked of an {@link Evaluation}. */
    public Test test(Condition condition) throws LawException {
        Expr expr;
        // the compiler collects problems; nothing else of it changes after construction
        synchronized (compiler) {
            int before = compiler.problems.size();
            expr = compiler.compile(condition, "condition");
            if (compiler.problems.size() > before) {
                List<String> fresh = List.copyOf(compiler.problems.subList(before, compiler.problems.size()));
                compiler.problems.subList(before, compiler.problems.size()).clear();
                throw new LawException(fresh);
            }
        }
        return new Test(expr);
    }

    /** A condition made ready by {@link Law#test}. */
    public static final class Test {
        final Expr expr;

        private Test(Expr expr) {
            this.expr = expr;
        }
    }

    /** Ways out come before all weights; classes that follow each other with one word for their level share it. */
    private int[] levels() {
        int[] levels = new int[classes.length];
        for (int i = 0; i < levels.length; i++) {
            String word = classRules.get(i).level();
            boolean same = i > 0 && !word.isEmpty() && word.equals(classRules.get(i - 1).level());
            levels[i] = i == 0 ? 0 : levels[i - 1] + (same ? 0 : 1);
            int place = i;
            if (!same && !word.isEmpty() && classRules.subList(0, place).stream().anyMatch(c -> c.level().equals(word)))
                compiler.problems.add("classes of the level " + word + " do not stand in a row");
            if (isAbsolute[i] && i > 0 && !isAbsolute[i - 1])
                compiler.problems.add("class " + classRules.get(i).id() + " shuts out every other, so it stands before them");
        }
        return levels;
    }

    /** Whether only the questions are to be shown that something still hangs on: nothing known speaks against it. */
    public boolean takesShortPath(Facts facts) {
        Evaluation evaluation = evaluate(facts);
        return shortPath.filter(s -> evaluation.truth(new Test(s)) != Truth.FALSE).isPresent();
    }

    private void noteBound(Expr.Leaf leaf) {
        if (leaf instanceof Expr.FactBetween between) {
            List<BigDecimal> list = bounds.computeIfAbsent(between.fact(), f -> new ArrayList<>());
            if (between.atLeast() != null)
                list.add(between.atLeast());
            if (between.atMost() != null)
                list.add(between.atMost().add(BigDecimal.ONE));
        }
    }

    private int[][] dependents() {
        List<List<Integer>> lists = new ArrayList<>();
        for (int q = 0; q < questions.size(); q++)
            lists.add(new ArrayList<>());
        Map<Integer, boolean[]> facts = new HashMap<>();
        for (int slot : order) {
            boolean[] used = factsOf(exprs[slot], facts);
            facts.put(slot, used);
            for (int q = 0; q < used.length; q++)
                if (used[q])
                    lists.get(q).add(slot);
        }
        return lists.stream().map(l -> l.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }

    private static Trace.Cause cause(Compiler.Slot slot, Truth truth) {
        return switch (slot.kind()) {
            case RULE -> new Trace.Cause.OfRule(slot.id(), truth);
            case CLASS -> new Trace.Cause.OfConclusion("class", slot.id(), truth);
            case ROLE -> new Trace.Cause.OfConclusion("role", slot.id(), truth);
        };
    }

    private boolean[] restsOnWeakGround() {
        boolean[] weak = new boolean[exprs.length];
        for (int slot : order) {
            weak[slot] = slots.get(slot).rule().filter(Law::isWeak).isPresent();
            exprs[slot].leaves(leaf -> weak[slot] |= leaf instanceof Expr.SlotHolds s && weak[s.slot()]);
        }
        return weak;
    }

    /** Whether a conclusion that rests on this rule is to be shown as a doubt. */
    static boolean isWeak(Rule rule) {
        return rule.certainty().isDoubtful() || !rule.doubt().isEmpty();
    }

    private boolean[] feedsClasses() {
        boolean[] feeds = new boolean[exprs.length];
        java.util.function.Consumer<Expr.Leaf> mark = leaf -> {
            if (leaf instanceof Expr.SlotHolds s)
                feeds[s.slot()] = true;
        };
        for (int slot : classes)
            feeds[slot] = true;
        for (Expr ask : askWhen)
            ask.leaves(mark);
        // what a slot reads comes before it
        for (int i = order.length - 1; i >= 0; i--)
            if (feeds[order[i]])
                exprs[order[i]].leaves(mark);
        return feeds;
    }

    private int[][] readers(boolean[] feeds, int count, java.util.function.ToIntFunction<Expr.Leaf> read) {
        List<java.util.TreeSet<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < count; i++)
            readers.add(new java.util.TreeSet<>());
        for (int i = 0; i < order.length; i++) {
            int place = i;
            if (feeds[order[place]])
                exprs[order[place]].leaves(leaf -> {
                    if (read.applyAsInt(leaf) >= 0)
                        readers.get(read.applyAsInt(leaf)).add(place);
                });
        }
        return readers.stream().map(r -> r.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }

    private long[][] readOptions() {
        long[][] masks = new long[questions.size()][];
        for (int q = 0; q < masks.length; q++) {
            int fact = q;
            masks[q] = java.util.Arrays.stream(factReaders[q]).mapToLong(place -> {
                long[] mask = {0};
                exprs[order[place]].leaves(leaf -> mask[0] |= leaf instanceof Expr.FactIs f && f.fact() == fact ? f.mask() : leaf instanceof Expr.FactBetween b && b.fact() == fact ? -1L : 0);
                return mask[0];
            }).toArray();
        }
        return masks;
    }

    private int[] weight() {
        int[] weight = new int[questions.size()];
        for (int q = 0; q < weight.length; q++)
            weight[q] = dependents[q].length;
        for (Expr ask : askWhen)
            ask.leaves(leaf -> {
                if (leaf instanceof Expr.FactIs f)
                    weight[f.fact()]++;
            });
        return weight;
    }

    private boolean[] factsOf(Expr expr, Map<Integer, boolean[]> ofSlots) {
        boolean[] used = new boolean[questions.size()];
        expr.leaves(leaf -> {
            switch (leaf) {
                case Expr.FactIs f -> used[f.fact()] = true;
                case Expr.FactBetween f -> used[f.fact()] = true;
                case Expr.SlotHolds s -> {
                    boolean[] other = ofSlots.get(s.slot());
                    for (int q = 0; q < used.length; q++)
                        used[q] |= other[q];
                }
            }
        });
        return used;
    }

    private boolean[] matters() {
        boolean[] matters = new boolean[questions.size()];
        java.util.Set<Integer> classSlots = java.util.Arrays.stream(classes).boxed().collect(Collectors.toSet());
        for (int q = 0; q < matters.length; q++)
            matters[q] = java.util.Arrays.stream(dependents[q]).anyMatch(classSlots::contains);
        // what starts or ends a presumption bears on all that the presumed answer bears on
        for (Presumptions.One one : presumptions.all.reversed())
            if (matters[one.question()])
                one.when().leaves(leaf -> matters[leaf instanceof Expr.FactIs f ? f.fact() : ((Expr.FactBetween) leaf).fact()] = true);
        return matters;
    }

    private List<Integer> traceOrder() {
        Map<String, Integer> stages = new HashMap<>();
        sets.forEach(s -> s.stages().forEach(stage -> stages.putIfAbsent(stage.id(), stages.size())));
        List<Integer> rules = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++)
            if (slots.get(i).kind() == Compiler.Kind.RULE)
                rules.add(i);
        rules.sort(Comparator.comparingInt(i -> stages.getOrDefault(slots.get(i).rule().orElseThrow().stage(), Integer.MAX_VALUE)));
        return List.copyOf(rules);
    }
}
