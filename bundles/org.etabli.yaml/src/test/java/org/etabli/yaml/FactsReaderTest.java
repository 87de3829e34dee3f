package org.etabli.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.etabli.model.Catalogue;
import org.etabli.model.Fact;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.Lang;
import org.etabli.model.Question;
import org.etabli.model.Question.AnswerType;
import org.etabli.model.Question.Option;
import org.etabli.model.Text;
import org.etabli.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsReaderTest {
    private static final Catalogue CATALOGUE = LawReader.catalogue(parse("""
            schema: etabli/questions/1
            pack: test
            groups: [{id: g, title: {fr: G, en: G}}]
            questions:
              - {id: interacts, group: g, type: yes-no, text: {fr: a, en: a}, meaning: {fr: a, en: a}}
              - id: technique
                group: g
                type: one-of
                text: {fr: a, en: a}
                options: [{id: learned, text: {fr: a, en: a}}, {id: human_rules, text: {fr: a, en: a}}]
              - id: areas
                group: g
                type: any-of
                text: {fr: a, en: a}
                options: [{id: education, text: {fr: a, en: a}}, {id: employment, text: {fr: a, en: a}}, {id: none, none: true, text: {fr: a, en: a}}]
              - {id: agents, group: g, type: number, unit: ETP, text: {fr: a, en: a}}
            """));

    private static YamlText parse(String text) {
        try {
            return YamlText.parse("facts.yaml", text);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static FactsReader.Result read(String facts) {
        return new FactsReader(CATALOGUE).read(parse("facts:\n" + facts.indent(2)));
    }

    private static Value value(String facts) {
        FactsReader.Result result = read(facts);
        assertEquals(List.of(), result.findings(), facts);
        return result.facts().byId().values().iterator().next().value();
    }

    private static Finding finding(String facts) {
        FactsReader.Result result = read(facts);
        assertEquals(1, result.findings().size(), () -> facts + " " + result.findings());
        return result.findings().get(0);
    }

    private static Value choices(boolean complete, String... options) {
        return new Value.Choices(new TreeSet<>(Set.of(options)), complete);
    }

    @Test
    void theCatalogueHasEveryKindOfQuestion() {
        assertEquals(List.of(AnswerType.YES_NO, AnswerType.ONE_OF, AnswerType.ANY_OF, AnswerType.NUMBER), CATALOGUE.questions().stream().map(Question::type).toList());
        assertEquals(List.of(false, false, true), CATALOGUE.get("areas").orElseThrow().options().stream().map(Option::none).toList());
        assertEquals(new Text("a", "a"), CATALOGUE.get("interacts").orElseThrow().meaning());
    }

    @Test
    void theShortFormIsTheValueAlone() {
        assertEquals(Value.YES, value("interacts: yes"));
        assertEquals(Value.NO, value("interacts: no"));
        assertEquals(new Value.Choice("learned"), value("technique: learned"));
        assertEquals(choices(true, "education"), value("areas: [education]"));
        assertEquals(new Value.Quantity(new BigDecimal("50.5")), value("agents: 50.5"));
    }

    @Test
    void theLongFormSaysWhoWhenAndWhy() {
        Fact fact = read("interacts:\n  value: yes\n  by: DPO\n  on: 2026-11-21\n  evidence: [CCTP p. 4, courriel]\n  note: |\n    # pas un commentaire\n    deux\n").facts()
                .get("interacts").orElseThrow();
        assertEquals(new Fact("interacts", Value.YES, Optional.of("DPO"), Optional.of(LocalDate.of(2026, 11, 21)), List.of("CCTP p. 4", "courriel"), "# pas un commentaire\ndeux\n"), fact);
        assertEquals(List.of("CCTP p. 4"), read("interacts: {value: no, evidence: CCTP p. 4}").facts().get("interacts").orElseThrow().evidence());
    }

    @Test
    void bothFormsGiveTheSameValue() {
        for (String answer : List.of("interacts: %s|no", "technique: %s|human_rules", "areas: %s|[education, unknown]", "areas: %s|education", "agents: %s|12", "agents: %s|unknown")) {
            String[] parts = answer.split("\\|");
            assertEquals(value(parts[0].formatted(parts[1])), value(parts[0].formatted("{value: " + parts[1] + ", note: x}")), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"YES", "Yes", "' yes '", "\"yes\\u200b\"", "\"\\ufeffyes\"", "\"y\\u00ades\"", "\"\\tyes\\n\"", "\u00a0yes\u202f", "true", "TRUE"})
    void caseSpaceAndInvisibleCharactersCarryNoMeaning(String word) {
        assertEquals(Value.YES, value("interacts: " + word));
    }

    @Test
    void neitherDoTheyInOptionsListsAndNumbers() {
        assertEquals(new Value.Choice("human_rules"), value("technique: ' Human_Rules\u00a0 '"));
        assertEquals(choices(false, "education"), value("areas: [EDUCATION, Unknown]"));
        assertEquals(new Value.Quantity(new BigDecimal("12")), value("agents: ' 12 '"));
        assertEquals(Value.UNKNOWN, value("technique: UNKNOWN"));
    }

    @Test
    void unknownIsAnAnswerToEveryQuestion() {
        for (String id : List.of("interacts", "technique", "areas", "agents"))
            assertEquals(Value.UNKNOWN, value(id + ": unknown"), id);
        assertEquals(Value.UNKNOWN, value("areas: [unknown]"));
        assertEquals(Value.UNKNOWN, value("interacts: {note: on ne sait pas encore}"), "no value at all");
    }

    @Test
    void aListMayBePartlyUnknown() {
        assertEquals(choices(false, "education", "employment"), value("areas: [unknown, employment, education]"));
        assertEquals(choices(true, "education", "employment"), value("areas: [employment, education, education]"));
        assertEquals(choices(true, "none"), value("areas: [none]"));
        assertEquals(choices(true, "none"), value("areas: none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"areas: [none, education]", "areas: [none, unknown]", "areas: {value: [education, none, unknown]}"})
    void noneExcludesTheOthers(String facts) {
        Finding f = finding(facts);
        assertEquals("facts.contradiction", f.id());
        assertEquals(Severity.ERROR, f.severity());
        assertEquals(2, f.line());
        assertTrue(f.message().fr().contains("aucun") && f.message().en().contains("none"));
        assertEquals(Value.UNKNOWN, read(facts).facts().value("areas"), "a contradiction is no answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interacts: maybe", "interacts: [yes]", "interacts: oui", "interacts: ''", "interacts: 1", "technique: yes", "technique: [learned]", "technique: Learnt",
            "areas: [sport]", "areas: yes", "areas: [education, sport]", "areas: [[education]]", "areas: ['']", "agents: beaucoup", "agents: [1]", "agents: 12,5", "agents: 1 000", "agents: 1e999999999", "agents: 0x10",
            "agents: NaN", "agents: 12345678901234567890123456789012345678901"})
    void anAnswerThatDoesNotFitIsAnErrorAndNoAnswer(String facts) {
        Finding f = finding(facts);
        assertEquals("facts.value", f.id());
        assertEquals(Severity.ERROR, f.severity());
        assertEquals("2:" + (2 + facts.indexOf(' ') + 2), f.line() + ":" + f.column());
        assertEquals(Value.UNKNOWN, read(facts).facts().byId().values().iterator().next().value());
    }

    @Test
    void theMessageNamesWhatIsAllowed() {
        assertTrue(finding("technique: magie").message().fr().contains("« magie »"));
        assertTrue(finding("technique: magie").message().en().contains("(learned, human_rules, unknown)"));
        assertTrue(finding("interacts: peut-être").message().fr().contains("(yes, no, unknown)"));
        assertTrue(finding("agents: beaucoup").message().fr().contains("un nombre") && finding("agents: beaucoup").message().en().contains("a number"));
    }

    @Test
    void aFactWithoutAQuestionIsAWarningOnItsKeyAndIgnored() {
        FactsReader.Result result = read("interacts: yes\nquatre_vingt_douze: yes\n");
        assertEquals(Set.of("interacts"), result.facts().byId().keySet());
        Finding f = result.findings().get(0);
        assertEquals("3:3 WARNING facts.unknown-fact", f.line() + ":" + f.column() + " " + f.severity() + " " + f.id());
        assertEquals("quatre_vingt_douze".length(), f.length());
        assertFalse(f.message().fr().contains("Vouliez-vous"), f.message().fr());
    }

    @Test
    void aMistypedIdIsRecognised() {
        for (String id : List.of("interact", "interacst", "intreacts", "Interacts", "interacts2"))
            assertTrue(finding(id + ": yes").message().fr().contains("Vouliez-vous dire « interacts »"), id);
        assertTrue(finding("techniqe: learned").message().en().contains("Did you mean \"technique\""));
    }

    @Test
    void whatWasPerhapsMeantComesWithTheFinding() {
        assertEquals(List.of("interacts"), finding("interacst: yes").near());
        assertEquals("interacst", finding("interacst: yes").subject());
        assertEquals(List.of(), finding("quatre_vingt_douze: yes").near());
        assertEquals(List.of("yes"), finding("interacts: oui").near());
        assertEquals(List.of("no"), finding("interacts: Non").near());
        assertEquals(List.of("unknown"), finding("interacts: inconnu").near());
        assertEquals(List.of("learned"), finding("technique: learnd").near());
        assertEquals(List.of("employment"), finding("areas: {value: [education, employement, sport]}").near(), "of the first word that does not fit");
        assertEquals(List.of(), finding("agents: beaucoup").near());
        assertEquals("areas", finding("areas: [none, education]").subject());
    }

    @Test
    void anOpenFactSaysWhoIsAskedAndByWhen() {
        assertEquals(Optional.of(new Fact.Ask("DPO", Optional.of(LocalDate.of(2026, 12, 1)))),
                read("interacts:\n  value: unknown\n  ask:\n    who: ' DPO '\n    by: 2026-12-01\n").facts().get("interacts").orElseThrow().ask());
        assertEquals(Optional.of(new Fact.Ask("", Optional.of(LocalDate.of(2026, 12, 1)))), read("interacts: {value: unknown, ask: {by: 2026-12-01}}").facts().get("interacts").orElseThrow().ask());
        for (String nobody : List.of("interacts: unknown", "interacts: {value: unknown, ask: {}}", "interacts: {value: unknown, ask: }", "interacts: {value: unknown, ask: {who: ' '}}"))
            assertEquals(Optional.empty(), read(nobody).facts().get("interacts").orElseThrow().ask(), nobody);
    }

    @Test
    void factsThatAreNoMappingAreNoFacts() {
        for (String text : List.of("facts: [a]", "facts: x", "facts:", "x: y", "- a"))
            assertTrue(new FactsReader(CATALOGUE).read(parse(text)).facts().byId().isEmpty(), text);
    }

    @Test
    void theOrderOfTheTextIsKept() {
        assertEquals(List.of("agents", "interacts", "technique"), List.copyOf(read("agents: 1\ninteracts: no\ntechnique: unknown").facts().byId().keySet()));
    }

    @Test
    void everyFindingIsInBothLanguages() {
        for (String facts : List.of("interacts: maybe", "areas: [none, education]", "nope: 1", "agents: x")) {
            Finding f = finding(facts);
            assertFalse(f.line(Lang.FR).equals(f.line(Lang.EN)), facts);
        }
    }
}
