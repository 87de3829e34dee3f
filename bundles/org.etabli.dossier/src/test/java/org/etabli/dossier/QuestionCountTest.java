package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.etabli.model.Catalogue;
import org.etabli.model.Condition;
import org.etabli.model.Fact;
import org.etabli.model.Facts;
import org.etabli.model.Question;
import org.etabli.model.Truth;
import org.etabli.model.Value;
import org.etabli.rules.Law;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a secretary is asked about an ordinary system: at most 25 questions for its class and 26 in all, 10 to 15 of them on the short path. */
class QuestionCountTest {
    private static final Path CHARTERS = Path.of(System.getProperty("etabli.charters"));
    private static final LocalDate DATE = LocalDate.parse("2026-11-21");
    private static final int MOST = 25;
    private static final int MOST_OF_ALL = 26;

    /** A telephone robot that only transcribes, after the supplier's declaration. */
    private static final String ROBOT = """
            facts:
              supplier_declared_functions: yes
              biometric_uses: [none]
              art50_signals: [direct_interaction]
              workers_subject: no
              sensitive_data: no
              supplier_processes_data: yes
              high_privacy_risk: no
              cloud_special_data: no
            """;

    private static final String CANTEEN = """
            facts:
              supplier_declared_functions: yes
              personal_data: no
              changes_work: no
              online_service: [site_or_app]
              cloud_special_data: no
              inhabitants: 680000
            """;

    private static final String ASSISTANT = """
            facts:
              scope_exclusion: [none]
              produces_results: yes
              technique: learned
              supplier_declared_functions: yes
              supply_mode: [bought]
              tool_user: us
              art5_signals: [none]
              product_safety: [none]
              purpose_areas: [none]
              gpai_supply: uses_model
              art50_signals: [direct_interaction, synthetic_content]
              interaction_obvious: yes
              synthetic_minor: no
              assists_decisions_on_persons: no
              workers_subject: no
              on_market_before_2026_08_02: yes
              individual_decision: no
              personal_data: yes
              sensitive_data: no
              supplier_processes_data: yes
              high_privacy_risk: no
              public_space_video: no
              changes_work: yes
              online_service: [site_or_app]
              authority_kind: commune
              inhabitants: 4000
            """;

    private Content content;
    private Catalogue catalogue;
    private Law law;

    @BeforeEach
    void read() throws Exception {
        content = new Content(CHARTERS);
        LawLibrary library = new LawLibrary(content);
        catalogue = library.catalogue();
        law = library.law(DATE, Optional.empty());
    }

    /** The truth about a system: the facts of an example, if any, and what nobody wrote there. */
    private Facts truth(String name) throws Exception {
        return switch (name) {
            case "canteen" -> completed("nantes-cantines", CANTEEN);
            case "robot" -> completed("plaisir-optimus", ROBOT);
            default -> answers(ASSISTANT);
        };
    }

    private Facts completed(String example, String more) throws Exception {
        Facts facts = Standing.of(CHARTERS.resolve("examples").resolve(example), content, new LawLibrary(content), LocalDate.EPOCH).dossier().facts();
        for (Fact fact : answers(more).byId().values())
            facts = facts.with(fact.id(), fact.value());
        return facts;
    }

    private Facts answers(String text) throws Exception {
        FactsReader.Result read = new FactsReader(catalogue).read(YamlText.parse("answers", text));
        assertEquals(List.of(), read.findings());
        return read.facts();
    }

    @ParameterizedTest
    @ValueSource(strings = {"canteen", "robot", "assistant"})
    void anOrdinarySystemIsClassifiedAfterFewQuestions(String name) throws Exception {
        Facts truth = truth(name);
        List<String> asked = new ArrayList<>();
        Facts known = Facts.NONE;
        for (Optional<String> next = law.evaluate(known).nextQuestion(); next.isPresent(); next = law.evaluate(known).nextQuestion()) {
            Value answer = truth.value(next.get());
            assertTrue(!answer.equals(Value.UNKNOWN) && !asked.contains(next.get()), next.get() + " is asked in vain after " + asked);
            assertEquals(Truth.TRUE, law.evaluate(known).asks(next.get()), next.get() + " is asked before what it waits for");
            asked.add(next.get());
            known = known.with(next.get(), answer);
        }
        assertTrue(asked.size() <= MOST, asked.size() + " questions: " + asked);
        assertEquals(law.decide(name, truth, DATE).classId(), law.decide(name, known, DATE).classId(), "the rest changes nothing");
        assertTrue(law.decide(name, known, DATE).isDecided());
    }

    @ParameterizedTest
    @ValueSource(strings = {"canteen", "robot", "assistant"})
    void allThatConcernsAnOrdinarySystemIsHardlyMore(String name) throws Exception {
        Facts truth = truth(name);
        List<String> concerned = catalogue.questions().stream().map(Question::id).filter(q -> law.evaluate(truth).asks(q) == Truth.TRUE).toList();
        assertEquals(List.of(), concerned.stream().filter(q -> truth.value(q).equals(Value.UNKNOWN)).toList(), "all is answered");
        assertTrue(concerned.size() <= MOST_OF_ALL, concerned.size() + " questions: " + concerned);
    }

    /** Article 6(3) is about a use of Annex III: nobody is asked about it before the use is named, or where there is none. */
    @Test
    void theUseIsAskedBeforeTheDerogation() throws Exception {
        Facts recruiter = answers("""
                facts:
                  scope_exclusion: [none]
                  technique: learned
                  art5_signals: [none]
                  product_safety: [none]
                  purpose_areas: [employment]
                  gpai_supply: no_model
                  art50_signals: [none]
                """);
        assertEquals(Optional.of("employment_uses"), law.evaluate(recruiter).nextQuestion());
        assertNotEquals(Truth.TRUE, law.evaluate(recruiter).asks("profiling"));
        assertEquals(Truth.FALSE, law.evaluate(recruiter.with("employment_uses", new Value.Choices(new TreeSet<>(List.of("none")), true))).asks("profiling"));
        assertEquals(Truth.TRUE, law.evaluate(recruiter.with("employment_uses", new Value.Choices(new TreeSet<>(List.of("recruitment")), true))).asks("profiling"));
    }

    @Test
    void theShortPathHasTenToFifteenQuestions() {
        List<Question> brief = catalogue.questions().stream().filter(Question::brief).toList();
        assertTrue(brief.size() >= 10 && brief.size() <= 15, brief.size() + " questions: " + brief.stream().map(Question::id).toList());
        Set<String> before = new HashSet<>();
        for (Question question : brief) {
            question.askWhen().ifPresent(c -> assertTrue(c.leaves().allMatch(leaf -> leaf instanceof Condition.FactIs is && before.contains(is.fact())),
                    question.id() + " waits at most for what the short path has asked"));
            before.add(question.id());
        }
    }

    @Test
    void theShortPathIsEnoughForAForecast() throws Exception {
        Facts truth = truth("canteen");
        Facts known = Facts.NONE;
        for (Question question : catalogue.questions())
            if (question.brief())
                known = known.with(question.id(), truth.value(question.id()));
        assertEquals("minimal", law.decide("canteen", known, DATE).classId());
    }
}
