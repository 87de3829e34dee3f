package org.etabli.annex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.etabli.dossier.Content;
import org.etabli.dossier.LawLibrary;
import org.etabli.model.Decision;
import org.etabli.model.Truth;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The questions that go on after the class: those that still take a duty away, or settle a clause. */
class ShapingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    /** A tool of an everyday kind, whose class is settled without a word about the authority. */
    private static final String SETTLED = """
            schema: etabli/facts/1
            facts:
              scope_exclusion: [none]
              technique: learned
              supply_mode: [bought]
              authority_uses_it: yes
              art5_signals: [none]
              product_safety: [none]
              purpose_areas: [none]
              gpai_supply: no_model
              art50_signals: [none]
            """;

    private static Content content;
    private static Law law;
    private static Annexes annexes;

    @BeforeAll
    static void read() throws Exception {
        content = new Content(Path.of(System.getProperty("etabli.charters")));
        law = new LawLibrary(content).law(DAY, Optional.empty());
        annexes = new Annexes(content);
    }

    /** What binds large bodies only (the cybersecurity law, the strategy of data centres) hangs on the kind of body and its inhabitants. */
    @Test
    void theKindOfBodyAndItsInhabitantsAreAskedWhileADutyHangsOnThem() throws Exception {
        assertTrue(open("").contains("authority_kind"), open("").toString());
        assertTrue(open("  authority_kind: commune\n").contains("inhabitants"), open("  authority_kind: commune\n").toString());
        List<String> small = open("  authority_kind: commune\n  inhabitants: 800\n");
        assertFalse(small.contains("authority_kind") || small.contains("inhabitants"), small.toString());
    }

    @Test
    void itEndsOnceNothingOpenShapesAnything() throws Exception {
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < 60 && !open(answers.toString()).isEmpty(); i++) {
            String question = open(answers.toString()).getFirst();
            assertFalse(answers.toString().contains("  " + question + ":"), question + " is asked although it was answered");
            answers.append("  ").append(question).append(": ").append(answer(question)).append('\n');
        }
        assertEquals(List.of(), open(answers.toString()));
        // and the other way round: no clause is left open by a fact that could be asked
        Evaluation evaluation = evaluation(answers.toString());
        annexes.clauses().stream().map(c -> {
            try {
                return evaluation.truth(law.test(c.when()));
            } catch (org.etabli.rules.LawException e) {
                return Truth.FALSE;
            }
        }).forEach(t -> assertTrue(t != Truth.UNKNOWN));
    }

    private static String answer(String question) {
        var q = law.catalogue().get(question).orElseThrow();
        return switch (q.type()) {
            case YES_NO -> "no";
            case NUMBER -> "800";
            case ONE_OF -> q.options().getLast().id();
            case ANY_OF -> "[" + q.options().getLast().id() + "]";
        };
    }

    private static Evaluation evaluation(String more) throws Exception {
        return law.evaluate(new FactsReader(law.catalogue()).read(YamlText.parse("facts.yaml", SETTLED + more)).facts());
    }

    private static List<String> open(String more) throws Exception {
        Evaluation evaluation = evaluation(more);
        Decision decision = evaluation.decision("essai", DAY);
        return Shaping.facts(law, evaluation, decision, annexes);
    }
}
