package org.etabli.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Certainty;
import org.etabli.model.Clause;
import org.etabli.model.Condition;
import org.etabli.model.Condition.All;
import org.etabli.model.Condition.Any;
import org.etabli.model.Condition.ClassApplies;
import org.etabli.model.Condition.FactBetween;
import org.etabli.model.Condition.FactIs;
import org.etabli.model.Condition.Not;
import org.etabli.model.Condition.RoleHeld;
import org.etabli.model.Condition.RuleHolds;
import org.etabli.model.Dossier;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Rule;
import org.etabli.model.RuleSet;
import org.etabli.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files into records, each written form into what it means. */
class ReadersTest {

    private static YamlText yaml(String text) throws Exception {
        return YamlText.parse("f.yaml", text);
    }

    private static Condition condition(String text) throws Exception {
        return ConditionReader.read(yaml(text).root());
    }

    private static FactIs is(String fact, String... options) {
        return new FactIs(fact, List.of(options));
    }

    @Test
    void everyFormOfACondition() throws Exception {
        assertEquals(is("a", "yes"), condition("a: yes"));
        assertEquals(is("a", "x", "y"), condition("a: [x, y]"));
        assertEquals(new FactBetween("n", new BigDecimal("50"), null), condition("n: {at_least: 50}"));
        assertEquals(new FactBetween("n", null, new BigDecimal("49.5")), condition("n: {at_most: 49.5}"));
        assertEquals(new FactBetween("n", BigDecimal.ONE, BigDecimal.TEN), condition("n: {at_least: 1, at_most: 10}"));
        assertEquals(new RuleHolds("r"), condition("rule: r"));
        assertEquals(new ClassApplies("c"), condition("class: c"));
        assertEquals(new RoleHeld("p"), condition("role: p"));
        assertEquals(new Not(is("a", "yes")), condition("not: {a: yes}"));
        assertEquals(new All(List.of(is("a", "yes"), new RuleHolds("r"))), condition("all:\n- a: yes\n- rule: r"));
        assertEquals(new Any(List.of(is("a", "yes"), new RuleHolds("r"))), condition("any: [{a: yes}, {rule: r}]"));
        assertEquals(new Not(new Any(List.of(is("a", "yes"), is("b", "no")))), condition("none: [{a: yes}, {b: no}]"));
    }

    @Test
    void severalKeysMustAllHold() throws Exception {
        assertEquals(new All(List.of(is("a", "yes"), new Any(List.of(is("b", "yes"), is("c", "yes"))), new RuleHolds("r"))), condition("a: yes\nany: [{b: yes}, {c: yes}]\nrule: r"));
        assertEquals(Condition.ALWAYS, condition("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a]", "a", "all: {a: yes}", "any: x", "n: {at_leas: 5}", "n: {at_least: many}", "rule: [r]", "a: [[x]]", "a: [{b: c}]", "not: [a]"})
    void whatIsNoConditionIsNotReadAsOne(String text) {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> condition(text)).getMessage().contains("line 1"));
    }

    @Test
    void aRuleSetIsReadWhole() throws Exception {
        RuleSet set = LawReader.ruleSet(yaml("""
                id: law
                version: "2026-01-01"
                title: {fr: Loi, en: Law}
                in_force_from: 2026-01-01
                in_force_to: 2026-12-31
                texts: [{id: reg, title: {fr: R, en: R}, reference: JO 1}]
                stages: [{id: s, title: {fr: É, en: S}}]
                rules:
                  - {id: r, stage: s, title: {fr: a, en: b}, summary: {fr: c, en: d}, source: [art.1], certainty: draft, doubt: {fr: e, en: f},
                     applies_from: 2026-08-02, operative_from: 2027-12-02, when: {a: yes}, unless: {b: yes}}
                classes:
                  - {id: c, title: {fr: a, en: b}, meaning: {fr: a, en: b}, requires: [r], when: {rule: r}, source: [art.2], absolute: true}
                  - {id: f, title: {fr: a, en: b}, meaning: {fr: a, en: b}, when: {}, source: [art.3], fallback: true}
                roles: [{id: provider, title: {fr: a, en: b}, when: {a: no}, source: [art.3]}]
                duties:
                  - {id: d, path: art.4, role: provider, french: true, text: {fr: a, en: b}, source: [art.4], certainty: text, when: {class: c},
                     dates: [{when: {a: yes}, applies_from: 2026-02-01, operative_from: 2026-03-01, until: 2026-04-01, source: [art.113], certainty: memory}, {applies_from: 2027-01-01}]}
                doubts: [{id: q, text: {fr: a, en: b}, source: [art.5], certainty: memory, when: {a: yes}}]
                fria: {when: {role: provider}, source: [art.27]}
                """), "abc");
        assertEquals("law 2026-01-01 abc", set.id() + " " + set.version() + " " + set.sha256());
        assertTrue(set.inForceOn(LocalDate.of(2026, 12, 31)) && !set.inForceOn(LocalDate.of(2027, 1, 1)) && !set.inForceOn(LocalDate.of(2025, 12, 31)));
        assertEquals(new Rule("r", "s", new Text("a", "b"), new Text("c", "d"), List.of("art.1"), Certainty.DRAFT, new Text("e", "f"), Optional.of(LocalDate.of(2026, 8, 2)),
                Optional.of(LocalDate.of(2027, 12, 2)), is("a", "yes"), Optional.of(is("b", "yes"))), set.rules().get(0));
        assertEquals(new RuleSet.ClassRule("c", new Text("a", "b"), new Text("a", "b"), List.of("r"), new RuleHolds("r"), List.of("art.2"), false, true, ""), set.classes().get(0));
        assertEquals(Condition.ALWAYS, set.classes().get(1).when());
        assertTrue(set.classes().get(1).fallback() && !set.classes().get(1).absolute());
        RuleSet.DutyRule duty = set.duties().get(0);
        assertTrue(duty.french());
        assertEquals(List.of(new RuleSet.DutyDates(is("a", "yes"), Optional.of(LocalDate.of(2026, 2, 1)), Optional.of(LocalDate.of(2026, 3, 1)), Optional.of(LocalDate.of(2026, 4, 1)), List.of("art.113"), Optional.of(Certainty.MEMORY)),
                new RuleSet.DutyDates(Condition.ALWAYS, Optional.of(LocalDate.of(2027, 1, 1)), Optional.empty(), Optional.empty(), List.of(), Optional.empty())), duty.dates());
        assertEquals(Certainty.MEMORY, set.doubts().get(0).certainty());
        assertEquals(Optional.of(new RuleSet.FriaRule(new RoleHeld("provider"), List.of("art.27"))), set.fria());
    }

    @Test
    void aCertaintyThatIsNotSaidIsTheWeakest() throws Exception {
        assertEquals(Certainty.MEMORY, LawReader.certainty(yaml("{}").root()));
        assertEquals(Certainty.MEMORY, LawReader.certainty(yaml("certainty: sure").root()));
        assertTrue(Certainty.MEMORY.isDoubtful() && Certainty.SECONDARY.isDoubtful() && Certainty.DRAFT.isDoubtful());
        assertTrue(!Certainty.GUIDELINES.isDoubtful() && !Certainty.TEXT.isDoubtful());
    }

    @Test
    void clausesAndFramesAreReadWhole() throws Exception {
        Clause clause = ClauseReader.clauses(yaml("""
                document: ccap
                clauses:
                  - {id: C-1, section: s, title: {fr: a, en: b}, body: {fr: c, en: d}, source: [art.1], certainty: text, when: {class: x}, advice: {fr: e, en: f}, on_request: true}
                  - {id: C-2, section: s, title: {fr: a, en: b}, body: {fr: c, en: d}, source: [art.1], certainty: text}
                """)).get(0);
        assertEquals(new Clause("C-1", "ccap", "s", new Text("a", "b"), new Text("c", "d"), List.of("art.1"), List.of(), Certainty.TEXT, new ClassApplies("x"), Optional.of(new Text("e", "f")), true), clause);
        DocumentTemplate template = ClauseReader.documents(yaml("documents: [{id: ccap, kind: clauses, title: {fr: a, en: b}, sections: [{id: s, title: {fr: c, en: d}, of_charter: true}, {id: u, title: {fr: c, en: d}}]}]")).get(0);
        assertEquals(new DocumentTemplate("ccap", "clauses", new Text("a", "b"), Text.EMPTY, Text.EMPTY, List.of(new DocumentTemplate.Section("s", new Text("c", "d"), Text.EMPTY, true),
                new DocumentTemplate.Section("u", new Text("c", "d"), Text.EMPTY, false))), template);
    }

    @Test
    void aDossierIsReadWhole() throws Exception {
        Dossier dossier = DossierReader.read(yaml("""
                id: x
                title: T
                need: |
                  Un besoin.
                authority: {name: A, siret: 00012345678901, kind: commune, inhabitants: 2000, agents: 30}
                procedure: {kind: adapted, amount: 89999.99, launch: 2026-12-02, reference: MAPA-1}
                actors: [{name: B, role: provider}]
                sources: [S]
                """));
        assertEquals(new Dossier("x", "T", new Dossier.Authority("A", Optional.of("00012345678901"), Optional.of("commune"), Optional.of(2000), Optional.of(30)), "Un besoin.\n", "T",
                Optional.of(new Dossier.Procedure(Optional.of("adapted"), Optional.of(new BigDecimal("89999.99")), Optional.of(LocalDate.of(2026, 12, 2)), Optional.of("MAPA-1"))),
                List.of(new Dossier.Actor("B", "provider", "")), List.of("S")), dossier);
    }

    @Test
    void aDossierThatSaysLittleHasNoValuesOfItsOwn() throws Exception {
        Dossier dossier = DossierReader.read(yaml("id: x\ntitle: T\nauthority: {name: A, kind: commune}\n"));
        assertEquals(new Dossier("x", "T", new Dossier.Authority("A", Optional.empty(), Optional.of("commune"), Optional.empty(), Optional.empty()), "", "T", Optional.empty(), List.of(), List.of()), dossier);
    }

    @Test
    void moreInhabitantsThanFitAreNotFewer() throws Exception {
        assertEquals(Optional.empty(), DossierReader.read(yaml("id: x\nauthority: {inhabitants: 3000000000}\n")).authority().inhabitants());
        assertEquals(Optional.of(67_000_000), DossierReader.read(yaml("id: x\nauthority: {inhabitants: 67000000}\n")).authority().inhabitants());
    }
}
