package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

import org.etabli.dossier.InvolvementEdits.Field;
import org.etabli.model.Finding;
import org.etabli.model.Involvement;
import org.etabli.model.Involvement.Consultation;
import org.etabli.model.Involvement.Point;
import org.etabli.yaml.AssessmentReader;
import org.etabli.yaml.SchemaValidator;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person who looks at involvement.yaml finds after a form has changed it. */
class InvolvementEditsTest {
    private static final Path CHARTERS = Path.of(System.getProperty("etabli.charters"));

    private final SchemaValidator schemas = new SchemaValidator(CHARTERS.resolve("schemas"));

    private static YamlText parse(String text) throws Exception {
        return YamlText.parse("i.yaml", text);
    }

    @Test
    void aRecordGrowsFromNothing() throws Exception {
        String text = InvolvementEdits.fresh();
        assertEquals(List.of(), schemas.validate(parse(text), "involvement"));
        text = InvolvementEdits.add(parse(text), 0, "Les agents").apply(text);
        text = InvolvementEdits.set(parse(text), 0, Field.HOW, "réunion").orElseThrow().apply(text);
        text = InvolvementEdits.addPoint(parse(text), 0, 0, "Qui décide ?").apply(text);
        text = InvolvementEdits.answered(parse(text), 0, 0, "Nous.").orElseThrow().apply(text);
        text = InvolvementEdits.people(parse(text), 0, Optional.of(12)).orElseThrow().apply(text);
        text = InvolvementEdits.add(parse(text), 0, "Les habitants").apply(text);
        assertEquals("""
                schema: etabli/involvement/1
                consultations:
                  - who: Les habitants
                  - who: Les agents
                    how: réunion
                    points:
                      - asked: "Qui décide ?"
                        answered: Nous.
                    people: 12
                """, text);
    }

    // --- at random -----------------------------------------------------------------------------------------------

    private static final List<String> WORDS = List.of("Les agents", "12", "« Non » : jamais", "deux\nlignes", "# dièse", "- tiret", "trois samedis de mars", "true", "a\n\nb\n");
    private static final String START = """
            # Ce qui a été dit
            schema: etabli/involvement/1
            salle: la halle # clé inconnue
            consultations: # dans l’ordre
              # le marché
              - who: Les habitants # c1
                how: une table
                people: 42
                lieu: place # clé inconnue
                points:
                - asked: Pourra-t-on parler à quelqu’un ? # c2
                  answered: |
                    Oui.

                    Toujours.
                # c3
                - asked: Et après ?

              # le comité
              - {who: CST, points: [{asked: Qui}, {asked: Quand, answered: Demain}]} # c4
            """;

    @ParameterizedTest
    @ValueSource(strings = { "\n", "\r\n" })
    void aThousandEditsSayWhatIsWantedAndCanBeTakenBack(String newline) throws Exception {
        Random random = new Random(newline.length());
        String original = START.replace("\n", newline);
        String text = original;
        List<Consultation> model = new ArrayList<>(AssessmentReader.involvement(parse(text)).consultations());
        List<String> history = new ArrayList<>();
        List<TextEdit> undo = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Optional<TextEdit> edit = step(random, parse(text), model);
            if (edit.isEmpty())
                continue;
            String after = edit.get().apply(text);
            YamlText read = parse(after);
            String report = "edit " + i + ", " + edit.get() + ", gives\n" + after;
            assertEquals(new Involvement(model), AssessmentReader.involvement(read), report);
            assertTrue(schemas.validate(read, "involvement").stream().allMatch(f -> f.severity() == Finding.Severity.WARNING), report);
            assertTrue(after.contains("salle: la halle # clé inconnue") && after.contains("# Ce qui a été dit") && after.contains("# dans l’ordre"), report);
            assertEquals(newline.equals("\n"), !after.contains("\r"), report);
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

    private static <T> List<T> list(List<T> list, Consumer<List<T>> change) {
        List<T> copy = new ArrayList<>(list);
        change.accept(copy);
        return copy;
    }

    /** Changes the model, and says which edit does the same to the text. */
    private static Optional<TextEdit> step(Random random, YamlText text, List<Consultation> model) throws Exception {
        String words = WORDS.get(random.nextInt(WORDS.size()));
        int size = model.size();
        int kind = size == 0 ? 0 : random.nextInt(12);
        int at = random.nextInt(Math.max(1, size));
        if (kind == 0) {
            if (size > 6)
                return Optional.empty();
            int place = random.nextInt(size + 1);
            model.add(place, new Consultation(words, "", "", Optional.empty(), Optional.empty(), List.of(), ""));
            return Optional.of(InvolvementEdits.add(text, place, words));
        }
        if (kind == 1) {
            // rarely enough that what is there grows
            if (random.nextInt(3) > 0)
                return Optional.empty();
            model.remove(at);
            return Optional.of(InvolvementEdits.remove(text, at));
        }
        if (kind == 2) {
            int to = random.nextInt(size);
            model.add(to, model.remove(at));
            return Optional.of(InvolvementEdits.move(text, at, to));
        }
        Consultation c = model.get(at);
        String orNone = random.nextInt(3) == 0 ? "" : words;
        switch (kind) {
            case 3 -> {
                model.set(at, new Consultation(words, c.how(), c.when(), c.on(), c.people(), c.points(), c.note()));
                return InvolvementEdits.set(text, at, Field.WHO, words);
            }
            case 4 -> {
                model.set(at, new Consultation(c.who(), orNone, c.when(), c.on(), c.people(), c.points(), c.note()));
                return InvolvementEdits.set(text, at, Field.HOW, orNone);
            }
            case 5 -> {
                model.set(at, new Consultation(c.who(), c.how(), orNone, c.on(), c.people(), c.points(), c.note()));
                return InvolvementEdits.set(text, at, Field.WHEN, orNone);
            }
            case 6 -> {
                model.set(at, new Consultation(c.who(), c.how(), c.when(), c.on(), c.people(), c.points(), orNone));
                return InvolvementEdits.set(text, at, Field.NOTE, orNone);
            }
            case 7 -> {
                Optional<LocalDate> on = random.nextBoolean() ? Optional.of(LocalDate.of(2026, 3, 1 + random.nextInt(28))) : Optional.empty();
                Optional<Integer> people = random.nextBoolean() ? Optional.of(random.nextInt(99)) : Optional.empty();
                boolean day = random.nextBoolean();
                model.set(at, new Consultation(c.who(), c.how(), c.when(), day ? on : c.on(), day ? c.people() : people, c.points(), c.note()));
                return day ? InvolvementEdits.on(text, at, on) : InvolvementEdits.people(text, at, people);
            }
            default -> {
                return point(random, text, model, at, words, orNone);
            }
        }
    }

    private static Optional<TextEdit> point(Random random, YamlText text, List<Consultation> model, int at, String words, String orNone) throws Exception {
        Consultation c = model.get(at);
        int size = c.points().size();
        int kind = size == 0 ? 0 : random.nextInt(5);
        int point = random.nextInt(Math.max(1, size));
        int to = kind == 0 ? random.nextInt(size + 1) : random.nextInt(size);
        List<Point> points = list(c.points(), l -> {
            switch (kind) {
                case 0 -> l.add(to, new Point(words, ""));
                case 1 -> l.remove(point);
                case 2 -> l.add(to, l.remove(point));
                case 3 -> l.set(point, new Point(words, l.get(point).answered()));
                default -> l.set(point, new Point(l.get(point).asked(), orNone));
            }
        });
        model.set(at, new Consultation(c.who(), c.how(), c.when(), c.on(), c.people(), points, c.note()));
        return switch (kind) {
            case 0 -> Optional.of(InvolvementEdits.addPoint(text, at, to, words));
            case 1 -> Optional.of(InvolvementEdits.removePoint(text, at, point));
            case 2 -> Optional.of(InvolvementEdits.movePoint(text, at, point, to));
            case 3 -> InvolvementEdits.asked(text, at, point, words);
            default -> InvolvementEdits.answered(text, at, point, orNone);
        };
    }

    /** Keys that nobody knows and comments stay with what they are about. */
    @Test
    void whatIsMovedTakesItsCommentsAlong() throws Exception {
        String text = InvolvementEdits.move(parse(START), 0, 1).apply(START);
        List<String> lines = text.lines().toList();
        assertEquals(lines.indexOf("  # le marché") + 1, lines.indexOf("  - who: Les habitants # c1"));
        assertTrue(lines.contains("    lieu: place # clé inconnue"), text);
        assertEquals(lines.subList(0, 5), List.of("# Ce qui a été dit", "schema: etabli/involvement/1", "salle: la halle # clé inconnue",
                "consultations: # dans l’ordre", "  # le comité"));
    }
}
