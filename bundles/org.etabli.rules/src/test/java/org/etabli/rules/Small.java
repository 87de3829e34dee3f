package org.etabli.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.etabli.model.Catalogue;
import org.etabli.model.Certainty;
import org.etabli.model.Condition;
import org.etabli.model.Decision;
import org.etabli.model.Fact;
import org.etabli.model.Facts;
import org.etabli.model.Question;
import org.etabli.model.Question.AnswerType;
import org.etabli.model.QuestionGroup;
import org.etabli.model.Rule;
import org.etabli.model.RuleSet;
import org.etabli.model.Text;
import org.etabli.model.Value;

/** Small laws in few words. */
final class Small {
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    final List<Question> questions = new ArrayList<>();
    final List<RuleSet.Stage> stages = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    final List<RuleSet.ClassRule> classes = new ArrayList<>();
    final List<RuleSet.RoleRule> roles = new ArrayList<>();
    final List<RuleSet.DutyRule> duties = new ArrayList<>();
    final List<RuleSet.DoubtRule> doubts = new ArrayList<>();
    final List<RuleSet.UnlawfulRule> unlawful = new ArrayList<>();
    final List<RuleSet.BearerRule> bearers = new ArrayList<>();
    final List<RuleSet.Table> tables = new ArrayList<>();
    Optional<RuleSet.FriaRule> fria = Optional.empty();
    private Optional<Condition> askWhen = Optional.empty();
    private Optional<Question.Presumption> presume = Optional.empty();
    private String level = "";

    // --- questions -----------------------------------------------------------------------------------------------

    private Small question(String id, AnswerType type, String... options) {
        List<Question.Option> list = Arrays.stream(options).map(o -> new Question.Option(o, Text.same(o), Text.EMPTY, o.equals("none"))).toList();
        questions.add(new Question(id, "g", type, list, "", Text.same(id), Text.same(id), Text.same(id), List.of(), List.of(), List.of("art.1"), askWhen, false, Question.Range.ANY, Optional.empty(), presume));
        askWhen = Optional.empty();
        presume = Optional.empty();
        return this;
    }

    /** Of the next question this answer is presumed, where the condition surely holds. */
    Small presume(String value, Condition when) {
        presume = Optional.of(new Question.Presumption(value, Optional.of(when), Text.same("presumed"), Text.same("doubt"), Text.same("way out"), List.of("art.1"), Certainty.TEXT));
        return this;
    }

    /** The next question is asked only while this is not false. */
    Small askWhen(Condition condition) {
        askWhen = Optional.of(condition);
        return this;
    }

    Small yesNo(String... ids) {
        for (String id : ids)
            question(id, AnswerType.YES_NO);
        return this;
    }

    Small oneOf(String id, String... options) {
        return question(id, AnswerType.ONE_OF, options);
    }

    Small anyOf(String id, String... options) {
        return question(id, AnswerType.ANY_OF, options);
    }

    Small number(String id) {
        return question(id, AnswerType.NUMBER);
    }

    // --- rules ---------------------------------------------------------------------------------------------------

    Small rule(String id, Condition when) {
        return rule(id, "s", Certainty.TEXT, Text.EMPTY, when, null);
    }

    Small rule(String id, String stage, Certainty certainty, Text doubt, Condition when, Condition unless) {
        rules.add(new Rule(id, stage, new Text("Règle " + id, "Rule " + id), Text.same(id), List.of("art." + id), certainty, doubt, Optional.empty(), Optional.empty(), when, Optional.ofNullable(unless)));
        return this;
    }

    /** The next classes weigh the same. */
    Small level(String word) {
        level = word;
        return this;
    }

    private Small addClass(String id, List<String> requires, Condition when, boolean fallback, boolean absolute) {
        classes.add(new RuleSet.ClassRule(id, Text.same(id), Text.same(id), requires, when, List.of("class." + id), fallback, absolute, level));
        return this;
    }

    Small classRule(String id, Condition when, String... requires) {
        return addClass(id, List.of(requires), when, false, false);
    }

    Small absolute(String id, Condition when) {
        return addClass(id, List.of(), when, false, true);
    }

    Small fallback(String id, String... requires) {
        return addClass(id, List.of(requires), Condition.ALWAYS, true, false);
    }

    Small role(String id, Condition when) {
        roles.add(new RuleSet.RoleRule(id, Text.same(id), when, List.of("art.3")));
        return this;
    }

    Small duty(String id, Condition when, RuleSet.DutyDates... dates) {
        return duty(id, false, when, dates);
    }

    Small duty(String id, boolean french, Condition when, RuleSet.DutyDates... dates) {
        duties.add(new RuleSet.DutyRule(id, "art." + id, "provider", french, Text.same(id), List.of("art." + id), Certainty.TEXT, Text.EMPTY, when, List.of(dates)));
        return this;
    }

    static RuleSet.DutyDates dates(Condition when, String applies, String operative, String until) {
        return new RuleSet.DutyDates(when, Optional.of(LocalDate.parse(applies)), Optional.ofNullable(operative).map(LocalDate::parse), Optional.ofNullable(until).map(LocalDate::parse), List.of("art.113"), Optional.empty());
    }

    static RuleSet.DutyDates from(String applies) {
        return new RuleSet.DutyDates(Condition.ALWAYS, Optional.of(LocalDate.parse(applies)), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    static RuleSet.DutyDates awaited() {
        return new RuleSet.DutyDates(Condition.ALWAYS, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    Small doubt(String id, Condition when) {
        doubts.add(new RuleSet.DoubtRule(id, new Text("doute " + id, "doubt " + id), List.of("art.9"), Certainty.DRAFT, when, false));
        return this;
    }

    Small table(String id, Condition given, Condition... outcomes) {
        tables.add(new RuleSet.Table(id, Text.same(id), given, List.of(outcomes), List.of()));
        return this;
    }

    Small never(String id, Condition given, Condition... never) {
        tables.add(new RuleSet.Table(id, Text.same(id), given, List.of(), List.of(never)));
        return this;
    }

    Small fria(Condition when) {
        fria = Optional.of(new RuleSet.FriaRule(when, List.of("art.27")));
        return this;
    }

    RuleSet set(String id) {
        return new RuleSet(id, "2026-01-01", Text.same(id), LocalDate.of(2026, 1, 1), Optional.empty(), List.of(), stages, rules, classes, roles, duties, doubts, unlawful, bearers, fria, tables, "0".repeat(64));
    }

    Law law() {
        try {
            return Law.compile(new Catalogue("test", List.of(new QuestionGroup("g", Text.same("g"), Text.EMPTY)), questions), List.of(set("small")));
        } catch (LawException e) {
            throw new AssertionError(e);
        }
    }

    List<String> problems() {
        try {
            Law.compile(new Catalogue("test", List.of(), questions), List.of(set("small")));
            return List.of();
        } catch (LawException e) {
            return e.problems();
        }
    }

    // --- conditions ----------------------------------------------------------------------------------------------

    static Condition is(String fact, String... options) {
        return new Condition.FactIs(fact, List.of(options));
    }

    static Condition yes(String fact) {
        return is(fact, "yes");
    }

    static Condition no(String fact) {
        return is(fact, "no");
    }

    static Condition between(String fact, Integer least, Integer most) {
        return new Condition.FactBetween(fact, least == null ? null : BigDecimal.valueOf(least), most == null ? null : BigDecimal.valueOf(most));
    }

    static Condition all(Condition... of) {
        return new Condition.All(List.of(of));
    }

    static Condition any(Condition... of) {
        return new Condition.Any(List.of(of));
    }

    static Condition not(Condition of) {
        return new Condition.Not(of);
    }

    static Condition rule(String id) {
        return new Condition.RuleHolds(id);
    }

    static Condition inClass(String id) {
        return new Condition.ClassApplies(id);
    }

    static Condition inRole(String id) {
        return new Condition.RoleHeld(id);
    }

    // --- facts ---------------------------------------------------------------------------------------------------

    /** {@code "a=yes n=12 m=[p,q] t=x u=unknown v=[p,unknown]"} */
    static Facts facts(Law law, String words) {
        List<Fact> facts = new ArrayList<>();
        for (String word : words.isBlank() ? new String[0] : words.strip().split("\\s+")) {
            String[] parts = word.split("=");
            facts.add(Fact.of(parts[0], value(law.catalogue().get(parts[0]).orElseThrow(), parts[1])));
        }
        return Facts.of(facts);
    }

    static Value value(Question question, String word) {
        if (word.equals("unknown"))
            return Value.UNKNOWN;
        return switch (question.type()) {
            case YES_NO -> word.equals("yes") ? Value.YES : Value.NO;
            case ONE_OF -> new Value.Choice(word);
            case NUMBER -> new Value.Quantity(new BigDecimal(word));
            case ANY_OF -> {
                Set<String> options = new TreeSet<>(List.of(word.replaceAll("[\\[\\]]", "").split(",")));
                boolean complete = !options.remove("unknown");
                yield new Value.Choices(new TreeSet<>(options), complete);
            }
        };
    }

    static Decision decide(Law law, String facts) {
        return law.decide("x", facts(law, facts), DAY);
    }

    static List<String> missing(Decision decision) {
        return decision.missing().stream().map(Decision.Missing::fact).toList();
    }
}
