package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.etabli.markdown.CharterText;
import org.etabli.model.Assessment;
import org.etabli.model.Assessment.Judgement;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Charter;
import org.etabli.model.InvalidInputException;
import org.etabli.yaml.AssessmentReader;
import org.etabli.yaml.SchemaValidator;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person who looks at charter-assessment.yaml finds after a form has changed it. */
class AssessmentEditsTest {
    private static final Path CHARTERS = Path.of(System.getProperty("etabli.charters"));
    private static final String HEAD = "schema: etabli/charter-assessment/1\ncharter: {id: c, version: \"1\"}\n";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final SchemaValidator schemas = new SchemaValidator(CHARTERS.resolve("schemas"));

    private interface Making {
        TextEdit edit(YamlText text) throws InvalidInputException;
    }

    private String after(String text, Making making) throws Exception {
        String after = making.edit(YamlText.parse("a.yaml", HEAD + text)).apply(HEAD + text);
        assertEquals(List.of(), schemas.validate(YamlText.parse("a.yaml", after), "charter-assessment"), after);
        assertTrue(after.startsWith(HEAD), after);
        return after.substring(HEAD.length());
    }

    @Test
    void aVerdictStaysShortUntilMoreIsSaid() throws Exception {
        assertEquals("commitments:\n  a: partly\n", after("commitments: {}\n", t -> AssessmentEdits.verdict(t, "a", Verdict.PARTLY)));
        assertEquals("commitments:\n  a: unknown # c\n", after("commitments:\n  a: partly # c\n", t -> AssessmentEdits.verdict(t, "a", Verdict.UNKNOWN)));
        assertEquals("commitments:\n  a:\n    verdict: partly # c\n    reason: Bientôt.\n",
                after("commitments:\n  a: partly # c\n", t -> AssessmentEdits.reason(t, "a", "Bientôt.").orElseThrow()));
        assertEquals("commitments:\n  a:\n    verdict: unknown\n    reason: Bientôt.\n", after("commitments: {}\n", t -> AssessmentEdits.reason(t, "a", "Bientôt.").orElseThrow()));
        assertEquals("commitments:\n  a: {verdict: respected, by: x}\n", after("commitments:\n  a: {verdict: partly, by: x}\n", t -> AssessmentEdits.verdict(t, "a", Verdict.RESPECTED)));
    }

    @Test
    void evidenceIsAListOrOneWord() throws Exception {
        assertEquals("commitments:\n  a:\n    verdict: unknown\n    evidence: [note, « oui » à tous]\n",
                after("commitments: {}\n", t -> AssessmentEdits.evidence(t, "a", List.of("note", "« oui » à tous")).orElseThrow()));
        assertEquals("commitments:\n  a: {verdict: partly, evidence: avis}\n",
                after("commitments:\n  a: {verdict: partly, evidence: note}\n", t -> AssessmentEdits.evidence(t, "a", List.of("avis")).orElseThrow()));
        assertEquals("commitments:\n  a: {verdict: partly}\n", after("commitments:\n  a: {verdict: partly, evidence: note}\n", t -> AssessmentEdits.evidence(t, "a", List.of()).orElseThrow()));
    }

    /** The facts stand behind the evidence that was there, and what was written as a reason stays. */
    @Test
    void anAcceptedProposalIsAJudgementOfWhoeverAccepts() throws Exception {
        assertEquals("commitments:\n  a:\n    verdict: respected\n    evidence: [Un fait]\n    by: le comité\n    on: 2026-11-22\n",
                after("commitments: {}\n", t -> AssessmentEdits.accept(t, "a", Verdict.RESPECTED, List.of("Un fait"), "le comité", DAY)));
        assertEquals("commitments:\n  a:\n    verdict: respected\n    reason: Vu.\n    evidence: [note, Un fait]\n    by: le comité\n    on: 2026-11-22\n",
                after("commitments:\n  a:\n    verdict: unknown\n    reason: Vu.\n    evidence: [note]\n    by: x\n",
                        t -> AssessmentEdits.accept(t, "a", Verdict.RESPECTED, List.of("Un fait"), "le comité", DAY)));
    }

    @Test
    void aJudgementCanBeTakenBack() throws Exception {
        assertEquals("commitments:\n  b: partly\n", after("commitments:\n  a:\n    verdict: partly\n    reason: x\n  b: partly\n", t -> AssessmentEdits.remove(t, "a").orElseThrow()));
        assertEquals("commitments: {}\n", after("commitments:\n  a: partly\n", t -> AssessmentEdits.remove(t, "a").orElseThrow()));
        assertTrue(AssessmentEdits.remove(YamlText.parse("a.yaml", HEAD + "commitments: {}\n"), "a").isEmpty());
    }

    @Test
    void anotherVersionOfTheCharterCanBeJudged() throws Exception {
        String text = HEAD + "commitments: {}\n";
        assertEquals(text.replace("id: c, version: \"1\"", "id: c, version: 2024-b"), AssessmentEdits.charter(YamlText.parse("a", text), "c", "2024-b").apply(text));
        assertEquals(text.replace("id: c, version: \"1\"", "id: d, version: \"2\""), AssessmentEdits.charter(YamlText.parse("a", text), "d", "2").apply(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "small-commune.fr.md", "ekitia.en.md" })
    void aFreshAssessmentJudgesNothing(String model) throws Exception {
        Charter charter = CharterText.parse(model, Files.readString(CHARTERS.resolve("models").resolve(model))).charter();
        YamlText text = YamlText.parse("a.yaml", AssessmentEdits.fresh(charter));
        assertEquals(List.of(), schemas.validate(text, "charter-assessment"));
        assertEquals(new Assessment(charter.id(), charter.version(), Map.of()), AssessmentReader.assessment(text));
    }

    // --- at random -----------------------------------------------------------------------------------------------

    private static final List<String> WORDS = List.of("", "Oui.", "note du 4 : vue", "# dièse", "« cité »", "deux\nlignes", "deux\n\nparagraphes\n", "12", "true", "- tiret", "{a: b}", "a, b", " devant", "\"'\\");
    private static final List<String> IDS = List.of("a", "b", "nous-decidons", "yes", "12", "x-1");
    private static final String START = """
            # Séance du 22 novembre
            schema: etabli/charter-assessment/1   # ne pas toucher
            charter:
              version: "1" # la première
              id: c

            commitments: # d’après le procès-verbal
              a: respected # c1

              # c2
              b: {verdict: partly, reason: 'à revoir', evidence: note}
              perdu: # c3
                by: x
                verdict: not_respected # c4
                evidence:
                  - un # c5
                  - deux
            # c6
            """;

    @ParameterizedTest
    @ValueSource(strings = { "\n", "\r\n" })
    void aThousandEditsSayWhatIsWantedAndCanBeTakenBack(String newline) throws Exception {
        Random random = new Random(newline.length());
        String original = START.replace("\n", newline);
        String text = original;
        Map<String, Judgement> model = new LinkedHashMap<>(AssessmentReader.assessment(YamlText.parse("a", text)).judgements());
        List<String> history = new ArrayList<>();
        List<TextEdit> undo = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            YamlText before = YamlText.parse("a", text);
            Optional<TextEdit> edit = step(random, before, model);
            if (edit.isEmpty())
                continue;
            String after = edit.get().apply(text);
            YamlText read = YamlText.parse("a", after);
            String report = "edit " + i + ", " + edit.get() + ", gives\n" + after;
            assertEquals(new Assessment("c", "1", model), AssessmentReader.assessment(read), report);
            assertEquals(List.copyOf(model.keySet()), List.copyOf(AssessmentReader.assessment(read).judgements().keySet()), report);
            assertEquals(List.of(), schemas.validate(read, "charter-assessment"), report);
            assertEquals(newline.equals("\n"), !after.contains("\r"), report);
            for (String comment : List.of("Séance", "ne pas toucher", "la première", "d’après"))
                assertTrue(after.contains(comment), report);
            undo.add(edit.get().inverse(text));
            history.add(text);
            text = after;
        }
        assertTrue(undo.size() > 800, undo.size() + " edits");
        while (!undo.isEmpty()) {
            text = undo.removeLast().apply(text);
            assertEquals(history.removeLast(), text);
        }
        assertEquals(original, text);
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Changes the model, and says which edit does the same to the text. */
    private static Optional<TextEdit> step(Random random, YamlText text, Map<String, Judgement> model) throws Exception {
        String id = any(random, IDS);
        boolean known = model.containsKey(id);
        Judgement old = model.getOrDefault(id, new Judgement(id, Verdict.UNKNOWN, "", List.of(), Optional.empty(), Optional.empty()));
        Verdict verdict = any(random, List.of(Verdict.values()));
        String words = any(random, WORDS);
        List<String> several = random.ints(random.nextInt(4), 1, WORDS.size()).mapToObj(WORDS::get).toList();
        LocalDate day = DAY.plusDays(random.nextInt(9));
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                model.put(id, new Judgement(id, verdict, old.reason(), old.evidence(), old.by(), old.on()));
                return Optional.of(AssessmentEdits.verdict(text, id, verdict));
            }
            case 2 -> {
                if (known || !words.isEmpty())
                    model.put(id, new Judgement(id, old.verdict(), words, old.evidence(), old.by(), old.on()));
                return AssessmentEdits.reason(text, id, words);
            }
            case 3 -> {
                if (known || !several.isEmpty())
                    model.put(id, new Judgement(id, old.verdict(), old.reason(), several, old.by(), old.on()));
                return AssessmentEdits.evidence(text, id, several);
            }
            case 4 -> {
                if (known || !words.isEmpty())
                    model.put(id, new Judgement(id, old.verdict(), old.reason(), old.evidence(), Optional.of(words).filter(w -> !w.isEmpty()), old.on()));
                return AssessmentEdits.by(text, id, words);
            }
            case 5 -> {
                Optional<LocalDate> on = random.nextBoolean() ? Optional.of(day) : Optional.empty();
                if (known || on.isPresent())
                    model.put(id, new Judgement(id, old.verdict(), old.reason(), old.evidence(), old.by(), on));
                return AssessmentEdits.on(text, id, on);
            }
            case 6 -> {
                List<String> evidence = new ArrayList<>(old.evidence());
                several.stream().filter(e -> !evidence.contains(e)).forEach(evidence::add);
                model.put(id, new Judgement(id, verdict, old.reason(), evidence.stream().distinct().toList(), Optional.of("moi"), Optional.of(day)));
                return Optional.of(AssessmentEdits.accept(text, id, verdict, several, "moi", day));
            }
            default -> {
                if (random.nextInt(3) > 0)
                    return Optional.empty();
                model.remove(id);
                return AssessmentEdits.remove(text, id);
            }
        }
    }
}
