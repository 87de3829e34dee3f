package org.etabli.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.etabli.yaml.YamlEdits.Content;
import org.junit.jupiter.api.Test;

/** Edits of random documents against a model that is edited beside them and knows nothing of text. */
class YamlEditsPropertyTest {
    private static final int DOCUMENTS = 1200;
    private static final int EDITS = 4;

    private int edits;
    private int refused;
    private String refusals = "";

    @Test
    void theGeneratorWritesWhatItSays() throws Exception {
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            RandomYaml yaml = new RandomYaml(new Random(seed));
            assertEquals(RandomYaml.show(yaml.root), RandomYaml.show(RandomYaml.said(YamlText.parse("random", yaml.text).root())), () -> yaml.text);
        }
    }

    @Test
    void anEditSaysTheWantedThingAndLeavesEverythingElse() throws Exception {
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            RandomYaml yaml = new RandomYaml(new Random(seed));
            for (int i = 0; i < EDITS; i++)
                edit(yaml, new Random(31L * seed + i), "document " + seed + " edit " + i);
        }
        assertTrue(edits > 3 * DOCUMENTS, "too few edits: " + edits);
        assertTrue(refused * 1000 <= edits, () -> refused + " of " + edits + " edits refused:\n" + refusals);
    }

    private void edit(RandomYaml yaml, Random random, String name) throws Exception {
        YamlText before = YamlText.parse("random", yaml.text);
        List<List<String>> paths = new ArrayList<>();
        paths(before.root(), List.of(), paths);
        Map<String, Object> model = copy(yaml.root);
        boolean remove = !paths.isEmpty() && random.nextInt(4) == 0;
        List<String> path = paths.isEmpty() || random.nextInt(3) == 0 && !remove ? fresh(random, before, paths) : RandomYaml.any(random, paths);
        boolean existing = before.root().at(path).isPresent();
        Content content = content(random, 0);
        if (remove)
            ((Map<?, ?>) at(model, path.subList(0, path.size() - 1))).remove(path.get(path.size() - 1));
        else
            put(model, path, content);
        String what = name + ": " + (remove ? "remove " : "set ") + path + (remove ? "" : " " + content) + " in\n" + yaml.text + "\n";
        edits++;
        TextEdit edit;
        try {
            edit = remove ? YamlEdits.remove(before, path).orElseThrow() : YamlEdits.set(before, path, content, "value");
        } catch (IllegalStateException e) {
            refused++;
            refusals += what + "\n-----\n";
            return;
        }
        String after = edit.apply(yaml.text);
        String report = what + "gives\n" + after;
        YamlText parsed = YamlText.parse(report, after);
        // "---" alone is a document that says nothing
        Object said = parsed.root() instanceof Node.Scalar s && s.isNull() ? Map.of() : RandomYaml.said(parsed.root());
        assertEquals(RandomYaml.show(model), RandomYaml.show(said), report);
        places(before, path, existing, remove, edit, report);
        comments(yaml, before, path, content, remove, after, report);
        newlines(yaml.text, after, report);

        TextEdit undo = new TextEdit(edit.offset(), edit.replacement().length(), yaml.text.substring(edit.offset(), edit.offset() + edit.length()));
        assertEquals(yaml.text, undo.apply(after), report);
        if (!remove)
            assertEquals(after, YamlEdits.set(parsed, path, content, "value").apply(after), () -> "once more changes something: " + report);
        else
            assertTrue(YamlEdits.remove(parsed, path).isEmpty(), report);
    }

    /** Only the lines of the entry itself are touched; a new key of a mapping that has others touches none. */
    private static void places(YamlText before, List<String> path, boolean existing, boolean remove, TextEdit edit, String report) {
        String text = before.text();
        if (edit.length() == 0)
            return;
        List<String> touched = path;
        while (before.root().at(touched).isEmpty())
            touched = touched.subList(0, touched.size() - 1);
        if (!existing && before.root().at(touched).orElseThrow() instanceof Node.Mapping m)
            assertTrue(m.entries().isEmpty(), () -> "a new key must be put in without touching the others: " + report);
        if (remove && before.root().at(touched.subList(0, touched.size() - 1)).orElseThrow() instanceof Node.Mapping m
                && (m.entries().size() == 1 && touched.size() > 1 || m.flow()))
            // braces take the place of the last entry; in braces a comma goes too
            touched = touched.subList(0, touched.size() - 1);
        Node value = before.root().at(touched).orElseThrow();
        int from = touched.isEmpty() ? 0 : text.lastIndexOf('\n', place(before, touched) - 1) + 1;
        int to = text.indexOf('\n', Math.max(lastWord(text, value), place(before, touched)));
        to = to < 0 ? text.length() : to + 1;
        while (to < text.length() && Character.isWhitespace(text.charAt(to)))
            to++;
        assertTrue(edit.offset() >= from && edit.offset() + edit.length() <= to, () -> "other lines were touched, by " + edit + ": " + report);
    }

    private static int place(YamlText text, List<String> path) {
        if (path.isEmpty())
            return 0;
        Node parent = text.root().at(path.subList(0, path.size() - 1)).orElseThrow();
        return parent instanceof Node.Mapping m ? m.entry(path.get(path.size() - 1)).orElseThrow().key().span().offset()
                : text.root().at(path).orElseThrow().span().offset();
    }

    private static int lastWord(String text, Node value) {
        int end = value.span().end();
        while (end > value.span().offset() && Character.isWhitespace(text.charAt(end - 1)))
            end--;
        return end;
    }

    /** Comments stay, but for those on the lines of what is taken away. */
    private static void comments(RandomYaml yaml, YamlText before, List<String> path, Content content, boolean remove, String after, String report) {
        String gone = "";
        Optional<Node> old = before.root().at(path);
        if (remove || (content instanceof Content.WordList || content instanceof Content.Items) && old.orElse(null) instanceof Node.Sequence) {
            int to = yaml.text.indexOf('\n', lastWord(yaml.text, old.orElseThrow()));
            gone = yaml.text.substring(place(before, path), to < 0 ? yaml.text.length() : to);
        }
        for (String comment : yaml.comments)
            if (!gone.contains(comment))
                assertTrue(after.contains(comment), () -> "lost " + comment + ": " + report);
    }

    private static void newlines(String before, String after, String report) {
        if (before.contains("\r\n"))
            assertFalse(after.replace("\r\n", "").contains("\n"), () -> "a newline of another kind: " + report);
        else
            assertFalse(after.contains("\r"), () -> "a newline of another kind: " + report);
    }

    // --- the model -----------------------------------------------------------------------------------------------

    private static void paths(Node node, List<String> path, List<List<String>> into) {
        if (node instanceof Node.Mapping m)
            for (Node.Entry e : m.entries()) {
                List<String> below = plus(path, e.key().text());
                into.add(below);
                paths(e.value(), below, into);
            }
        else if (node instanceof Node.Sequence s)
            for (int i = 0; i < s.items().size(); i++)
                paths(s.items().get(i), plus(path, String.valueOf(i)), into);
    }

    private static List<String> plus(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    /** A path that is not there: below a mapping, a text or a list of texts. */
    private static List<String> fresh(Random random, YamlText text, List<List<String>> paths) {
        List<List<String>> parents = new ArrayList<>(paths);
        parents.add(List.of());
        List<String> path = RandomYaml.any(random, parents);
        for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--)
            path = plus(path, RandomYaml.any(random, List.of("note", "by", "neuf", "clé: neuve", "null", "#n")) + "_");
        return path;
    }

    private static Content content(Random random, int depth) {
        return switch (random.nextInt(depth > 1 ? 4 : 7)) {
            case 0, 1 -> YamlEdits.words(RandomYaml.any(random, RandomYaml.WORDS));
            case 2 -> YamlEdits.words(RandomYaml.any(random, RandomYaml.TEXTS));
            case 3 -> new Content.Number(RandomYaml.any(random, List.of("0", "12", "-3.5", "1e3")));
            case 4 -> {
                List<String> words = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--)
                    words.add(RandomYaml.any(random, RandomYaml.WORDS));
                yield new Content.WordList(words);
            }
            case 5 -> {
                List<Content> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--)
                    items.add(content(random, depth + 1));
                yield new Content.Items(items);
            }
            default -> {
                Map<String, Content> fields = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--)
                    fields.put(RandomYaml.any(random, List.of("value", "by", "on", "note", "k: v", "12")), content(random, depth + 1));
                yield new Content.Fields(fields);
            }
        };
    }

    private static Object said(Content content) {
        return switch (content) {
            case Content.Words w -> w.text();
            case Content.Number n -> n.digits();
            case Content.WordList l -> l.words();
            case Content.Items l -> l.items().stream().map(YamlEditsPropertyTest::said).toList();
            case Content.Fields f -> {
                Map<String, Object> map = new LinkedHashMap<>();
                f.fields().forEach((k, v) -> map.put(k, said(v)));
                yield map;
            }
        };
    }

    private static Map<String, Object> copy(Map<String, Object> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((k, v) -> copy.put(k, copyOf(v)));
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static Object copyOf(Object said) {
        return switch (said) {
            case Map<?, ?> m -> copy((Map<String, Object>) m);
            case List<?> l -> new ArrayList<>(l.stream().map(YamlEditsPropertyTest::copyOf).toList());
            default -> said;
        };
    }

    private static Object at(Object said, List<String> path) {
        for (String step : path)
            said = said instanceof Map<?, ?> m ? m.get(step) : ((List<?>) said).get(Integer.parseInt(step));
        return said;
    }

    @SuppressWarnings("unchecked")
    private static void put(Object root, List<String> path, Content content) {
        Object node = root;
        for (int i = 0; i < path.size() - 1; i++) {
            String step = path.get(i);
            if (node instanceof List<?> l && step.matches("\\d+") && l.get(Integer.parseInt(step)) instanceof Map<?, ?> m) {
                node = m;
                continue;
            }
            if (node instanceof List<?> l) {
                Object item = l.get(Integer.parseInt(step));
                node = item instanceof List<?> ? item : room((List<Object>) l, Integer.parseInt(step), path.get(i + 1));
                continue;
            }
            Map<String, Object> map = (Map<String, Object>) node;
            Object next = map.getOrDefault(step, RandomYaml.NULL);
            boolean index = next instanceof List<?> l && path.get(i + 1).matches("\\d+") && Integer.parseInt(path.get(i + 1)) < l.size();
            if (!(next instanceof Map) && !index) {
                Map<String, Object> wider = new LinkedHashMap<>();
                if (!next.equals(RandomYaml.NULL))
                    wider.put("value", next);
                map.put(step, next = wider);
            }
            node = next;
        }
        ((Map<String, Object>) node).put(path.get(path.size() - 1), said(content));
    }

    private static Object room(List<Object> list, int index, String key) {
        Map<String, Object> wider = new LinkedHashMap<>(Map.of("value", list.get(index)));
        list.set(index, wider);
        return wider;
    }
}
