package org.etabli.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.etabli.markdown.CharterText.Section;
import org.etabli.model.Charter;
import org.etabli.model.Condition;
import org.etabli.yaml.TextEdit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A thousand random form edits of each model charter, beside a tree that is edited too and knows nothing of text. */
class CharterEditsPropertyTest {
    private static final Path MODELS = Path.of(System.getProperty("etabli.charters")).resolve("models");
    private static final List<String> TITLES = List.of("Un titre", "L’œuvre & les *autres*", "C# ou `# pas un titre`", "Déjà vu : suite", "日本", "a".repeat(90));
    private static final List<String> TEXTS = List.of("", "Une phrase.", "Deux.\n\nParagraphes, avec **gras** et [lien](https://x.fr/#a).", "Liste :\n\n- un\n- deux : trois\n\nfin",
            "Une liste à la fin :\n\n- un\n- deux", "```\n# pas un titre\n- niveau : x\n```", "> cité\n> encore", "    # en retrait", "<!-- # rien -->\n\nrien", "1. un\n2. deux", "**niveau** : non", "a\\\nb");
    private static final List<String> WORDS = List.of("note", "avis du comité : favorable", "a, b et c", "# dièse", "- tiret", "*gras*", "« guillemets »", "oui = non", "`", "1. un");
    private static final List<String> IDS = List.of("use-as-instructed", "cctp-formation", "x", "a.b_c");
    private static final List<Condition> CONDITIONS = List.of(new Condition.FactIs("a", List.of("yes")), new Condition.FactIs("b_c", List.of("x", "y")),
            new Condition.ClassApplies("prohibited"), new Condition.Any(List.of(new Condition.ClassApplies("a"), new Condition.ClassApplies("b"))),
            new Condition.All(List.of(new Condition.FactIs("a", List.of("no")), new Condition.ClassApplies("c"), new Condition.FactIs("et", List.of("and")))));

    static Stream<Path> models() throws Exception {
        return Files.list(MODELS).filter(f -> f.toString().endsWith(".md")).sorted();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyEditSaysWhatIsWantedAndCanBeTakenBack(Path model) throws Exception {
        run(Files.readString(model), "\n", model.getFileName().hashCode(), 1000);
    }

    @ParameterizedTest
    @MethodSource("models")
    void andSoWithTheLineEndsOfWindows(Path model) throws Exception {
        run(Files.readString(model).replace("\n", "\r\n"), "\r\n", model.getFileName().hashCode(), 200);
    }

    private static void run(String original, String newline, int seed, int edits) {
        Random random = new Random(seed);
        String text = original;
        CharterText before = CharterText.parse("charter.md", text);
        Tree tree = new Tree(before.charter());
        List<String> history = new ArrayList<>();
        List<TextEdit> undo = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < edits; i++) {
            Tree wanted = new Tree(tree.charter());
            Step step = step(random, before, wanted);
            TextEdit edit;
            try {
                edit = step.making.edit();
            } catch (IllegalStateException e) {
                refused++;
                continue;
            }
            String after = edit.apply(text);
            String report = "edit " + i + ", " + step.name + ", " + edit;
            CharterText said = CharterText.parse("charter.md", after);
            assertEquals(wanted.charter(), said.charter(), report);
            assertEquals(text, edit.inverse(text).apply(after), report);
            if (newline.equals("\n"))
                assertFalse(after.contains("\r"), report);
            else
                assertEquals(-1, after.replace("\r\n", "").indexOf('\n'), report);
            assertTrue(after.endsWith(newline) && !after.endsWith(newline + newline), report);
            assertFalse(after.contains(newline.repeat(4)), report);
            undo.add(edit.inverse(text));
            history.add(text);
            text = after;
            before = said;
            tree = wanted;
        }
        assertTrue(refused < edits / 20, refused + " refused");
        while (!undo.isEmpty()) {
            text = undo.removeLast().apply(text);
            assertEquals(history.removeLast(), text);
        }
        assertEquals(original, text);
    }

    private interface Making {
        TextEdit edit();
    }

    private record Step(String name, Making making) {
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Changes the tree, and says which edit should do the same to the text. */
    private static Step step(Random random, CharterText text, Tree tree) {
        List<Part> parts = tree.parts();
        int kind = random.nextInt(14);
        if (parts.isEmpty() || kind == 0)
            return front(random, text, tree);
        if (kind == 1)
            return add(random, text, tree);
        Part part = any(random, parts);
        Section section = text.section(part.id).orElseThrow();
        if (kind == 2) {
            if (parts.size() > 12)
                part.siblings(tree).remove(part);
            else
                return add(random, text, tree);
            return new Step("remove " + part.id, () -> CharterEdits.remove(text, section));
        }
        if (kind <= 4)
            return move(random, text, tree, part, section);
        if (kind == 5) {
            String title = any(random, TITLES) + random.nextInt(9);
            part.title = title;
            return new Step("title " + part.id, () -> CharterEdits.title(text, section, title));
        }
        if (kind <= 7) {
            part.text = any(random, TEXTS);
            return new Step("text " + part.id + " " + part.text, () -> CharterEdits.text(text, section, part.text));
        }
        List<Part> commitments = parts.stream().filter(p -> p.level == 3).toList();
        return commitments.isEmpty() ? add(random, text, tree) : field(random, text, any(random, commitments));
    }

    private static Step front(Random random, CharterText text, Tree tree) {
        switch (random.nextInt(4)) {
            case 0:
                tree.preamble = any(random, TEXTS);
                return new Step("preamble " + tree.preamble, () -> CharterEdits.preamble(text, tree.preamble));
            case 1:
                tree.title = any(random, WORDS) + random.nextInt(9);
                return new Step("front title", () -> CharterEdits.front(text, List.of("title"), tree.title));
            case 2:
                tree.version = String.valueOf(random.nextInt(9));
                return new Step("version", () -> CharterEdits.front(text, List.of("version"), tree.version));
            default:
                Charter.Adoption unsealed = new Charter.Adoption(LocalDate.of(2026, 1 + random.nextInt(12), 3), "2026-" + random.nextInt(99), "conseil municipal");
                Charter.Adoption adoption = unsealed.of(CharterSeal.of(text, unsealed));
                tree.adoption = Optional.of(adoption);
                return new Step("adopt", () -> CharterEdits.adopt(text, adoption));
        }
    }

    private static Step add(Random random, CharterText text, Tree tree) {
        List<Part> parents = tree.parts().stream().filter(p -> p.level < 3).toList();
        Part parent = parents.isEmpty() || random.nextInt(5) == 0 ? null : any(random, parents);
        List<Part> siblings = parent == null ? tree.principles : parent.below;
        int index = random.nextInt(siblings.size() + 1);
        Part fresh = new Part(parent == null ? 1 : parent.level + 1);
        fresh.title = any(random, TITLES);
        fresh.id = CharterEdits.freshId(text, fresh.title);
        assertTrue(tree.parts().stream().noneMatch(p -> p.id.equals(fresh.id)) && fresh.id.matches("[a-z0-9]+(-[a-z0-9]+)*"), fresh.id);
        siblings.add(index, fresh);
        Section under = parent == null ? null : text.section(parent.id).orElseThrow();
        return new Step("add " + fresh.id + " at " + index + " of " + (parent == null ? "charter" : parent.id), () -> CharterEdits.add(text, under, index, fresh.title));
    }

    private static Step move(Random random, CharterText text, Tree tree, Part part, Section section) {
        List<Part> parents = tree.parts().stream().filter(p -> p.level == part.level - 1).toList();
        part.siblings(tree).remove(part);
        Part parent = part.level == 1 ? null : any(random, parents);
        List<Part> siblings = parent == null ? tree.principles : parent.below;
        int index = random.nextInt(siblings.size() + 1);
        siblings.add(index, part);
        Section under = parent == null ? null : text.section(parent.id).orElseThrow();
        return new Step("move " + part.id + " to " + index + " of " + (parent == null ? "charter" : parent.id), () -> CharterEdits.move(text, section, under, index));
    }

    private static Step field(Random random, CharterText text, Part part) {
        Section section = text.section(part.id).orElseThrow();
        CharterField kind = any(random, List.of(CharterField.values()));
        if (kind == CharterField.LEVEL) {
            part.levelOf = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(any(random, List.of(Charter.Level.values())));
            return new Step("level of " + part.id, () -> CharterEdits.level(text, section, part.levelOf));
        }
        if (kind.form() == CharterField.Form.CONDITIONS) {
            List<Condition> conditions = changed(random, part.conditions.getOrDefault(kind, List.of()), CONDITIONS);
            part.conditions.put(kind, conditions);
            return new Step(kind + " of " + part.id + " " + conditions, () -> CharterEdits.field(text, section, kind, conditions.stream().map(c -> CharterConditions.write(c, text.language())).toList()));
        }
        List<String> old = part.words.getOrDefault(kind, List.of());
        List<String> values = switch (kind.form()) {
            case ONE -> random.nextInt(4) == 0 ? List.of() : List.of(any(random, WORDS));
            case IDS -> changed(random, old, IDS);
            default -> changed(random, old, WORDS);
        };
        part.words.put(kind, values);
        return new Step(kind + " of " + part.id + " " + values, () -> CharterEdits.field(text, section, kind, values));
    }

    private static <T> List<T> changed(Random random, List<T> old, List<T> choice) {
        List<T> list = new ArrayList<>(old);
        for (int i = 1 + random.nextInt(2); i > 0; i--)
            switch (list.isEmpty() ? 0 : random.nextInt(4)) {
                case 0 -> list.add(random.nextInt(list.size() + 1), any(random, choice));
                case 1 -> list.set(random.nextInt(list.size()), any(random, choice));
                case 2 -> list.remove(random.nextInt(list.size()));
                default -> list.add(random.nextInt(list.size()), list.removeLast());
            }
        return list;
    }

    // --- the tree ------------------------------------------------------------------------------------------------

    private static final class Part {
        final int level;
        String id = "";
        String title = "";
        String text = "";
        Optional<Charter.Level> levelOf = Optional.empty();
        final Map<CharterField, List<String>> words = new EnumMap<>(CharterField.class);
        final Map<CharterField, List<Condition>> conditions = new EnumMap<>(CharterField.class);
        final List<Part> below = new ArrayList<>();

        Part(int level) {
            this.level = level;
        }

        Part(int level, String id, String title, String text) {
            this(level);
            this.id = id;
            this.title = title;
            this.text = text;
        }

        Part(Charter.Commitment c) {
            this(3, c.id(), c.title(), c.text());
            levelOf = c.level();
            words.put(CharterField.RESPONSIBLE, c.responsible().stream().toList());
            words.put(CharterField.EVIDENCE, c.evidence());
            words.put(CharterField.DUTIES, c.duties());
            words.put(CharterField.CRITERIA, c.criteria());
            words.put(CharterField.CLAUSES, c.clauses());
            words.put(CharterField.SUPPLIER, c.supplier().stream().toList());
            conditions.put(CharterField.RESPECTED_IF, c.respectedIf());
            conditions.put(CharterField.BROKEN_IF, c.brokenIf());
        }

        List<Part> siblings(Tree tree) {
            return tree.principles.contains(this) ? tree.principles : tree.parts().stream().map(p -> p.below).filter(b -> b.contains(this)).findFirst().orElseThrow();
        }

        List<String> words(CharterField kind) {
            return words.getOrDefault(kind, List.of());
        }

        Charter.Commitment commitment() {
            return new Charter.Commitment(id, title, text, levelOf, words(CharterField.RESPONSIBLE).stream().findFirst(), words(CharterField.EVIDENCE), words(CharterField.DUTIES),
                    words(CharterField.CRITERIA), words(CharterField.CLAUSES), words(CharterField.SUPPLIER).stream().findFirst(),
                    conditions.getOrDefault(CharterField.RESPECTED_IF, List.of()), conditions.getOrDefault(CharterField.BROKEN_IF, List.of()));
        }
    }

    private static final class Tree {
        final Charter from;
        String title;
        String version;
        Optional<Charter.Adoption> adoption;
        String preamble;
        final List<Part> principles = new ArrayList<>();

        Tree(Charter charter) {
            from = charter;
            title = charter.title();
            version = charter.version();
            adoption = charter.adoption();
            preamble = charter.preamble();
            for (Charter.Principle p : charter.principles()) {
                Part principle = new Part(1, p.id(), p.title(), p.text());
                principles.add(principle);
                for (Charter.Item i : p.items()) {
                    Part item = new Part(2, i.id(), i.title(), i.text());
                    principle.below.add(item);
                    i.commitments().forEach(c -> item.below.add(new Part(c)));
                }
            }
        }

        List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            for (Part p : principles) {
                parts.add(p);
                for (Part i : p.below) {
                    parts.add(i);
                    parts.addAll(i.below);
                }
            }
            Set<String> ids = new HashSet<>();
            parts.forEach(p -> assertTrue(ids.add(p.id), p.id));
            return parts;
        }

        Charter charter() {
            return new Charter(from.id(), title, from.language(), from.counterpart(), version, adoption, from.basedOn(), preamble,
                    principles.stream().map(p -> new Charter.Principle(p.id, p.title, p.text,
                            p.below.stream().map(i -> new Charter.Item(i.id, i.title, i.text, i.below.stream().map(Part::commitment).toList())).toList())).toList());
        }
    }
}
