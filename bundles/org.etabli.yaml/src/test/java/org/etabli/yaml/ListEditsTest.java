package org.etabli.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import org.etabli.model.InvalidInputException;
import org.etabli.yaml.YamlEdits.Content;
import org.junit.jupiter.api.Test;

/** What a person who looks at the text finds after an item of a list was put in, taken away or moved. */
class ListEditsTest {
    private static final List<String> L = List.of("l");
    private static final Content NEW = new Content.Fields(new LinkedHashMap<>(Map.of("who", YamlEdits.words("x"))));

    private static YamlText parse(String text) throws InvalidInputException {
        return YamlText.parse("list.yaml", text);
    }

    private static String insert(String text, int index, Content item) throws Exception {
        return ListEdits.insert(parse(text), L, index, item).apply(text);
    }

    private static String remove(String text, int index) throws Exception {
        return ListEdits.remove(parse(text), L, index).apply(text);
    }

    private static String move(String text, int from, int to) throws Exception {
        return ListEdits.move(parse(text), L, from, to).apply(text);
    }

    @Test
    void aListIsMadeWhereThereIsNone() throws Exception {
        assertEquals("a: 1\nl:\n  - who: x\n", insert("a: 1\n", 0, NEW));
        assertEquals("l: # c\n  - who: x\na: 1\n", insert("l: [] # c\na: 1\n", 0, NEW));
        assertEquals("l:\n  - who: x\n", insert("l:\n", 0, NEW));
    }

    @Test
    void anItemIsPutBetweenOthers() throws Exception {
        String text = "l:\n- who: a # c\n  # d\n\n# e\n- who: b\nz: 1\n";
        assertEquals("l:\n- who: x\n- who: a # c\n  # d\n\n# e\n- who: b\nz: 1\n", insert(text, 0, NEW));
        assertEquals("l:\n- who: a # c\n- who: x\n  # d\n\n# e\n- who: b\nz: 1\n", insert(text, 1, NEW));
        assertEquals("l:\n- who: a # c\n  # d\n\n# e\n- who: b\n- who: x\nz: 1\n", insert(text, 2, NEW));
        assertEquals("l:\n  -   a\n  -   |-\n      b\n      c", insert("l:\n  -   a", 1, YamlEdits.words("b\nc")));
        assertEquals("l: [a, b, {who: x}]\n", insert("l: [a, b]\n", 2, NEW));
    }

    @Test
    void fieldsOfANewItemMayBeLists() throws Exception {
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("who", YamlEdits.words("x"));
        fields.put("points", new Content.Items(List.of(NEW, YamlEdits.words("y"))));
        assertEquals("l:\n  - who: x\n    points:\n      - who: x\n      - y\n", insert("l: []\n", 0, new Content.Fields(fields)));
    }

    @Test
    void anItemIsTakenAwayAndItsNeighboursStay() throws Exception {
        String text = "l:\n  # a\n  - who: a\n    note: |\n      x\n\n  # b\n  - who: b # c\n    extra: 1 # d\n  - who: c\n";
        assertEquals("l:\n  # a\n  - who: a\n    note: |\n      x\n\n  # b\n  - who: c\n", remove(text, 1));
        assertEquals("l: # k\n  # a\n  - b\n", remove("l: # k\n  # a\n  - a\n  - b\n", 0));
        assertEquals("l: [] # k\n  # a\nz: 1\n", remove("l: # k\n  # a\n  - a\nz: 1\n", 0));
        assertEquals("l: [b]\n", remove("l: [a, b]\n", 0));
        assertEquals("l: []\n", remove("l: [a]\n", 0));
    }

    @Test
    void anItemMovesWithItsComments() throws Exception {
        String text = "l:\n  # a\n  - who: a # aa\n\n  # b\n  - who: b\n    extra: yes\n  - who: c";
        assertEquals("l:\n  # b\n  - who: b\n    extra: yes\n\n  # a\n  - who: a # aa\n  - who: c", move(text, 0, 1));
        assertEquals("l:\n  - who: c\n\n  # a\n  - who: a # aa\n  # b\n  - who: b\n    extra: yes", move(text, 2, 0));
        assertEquals("l: [b, c,   a]\n", move("l: [a, b,   c]\n", 0, 2));
        assertEquals(text, move(text, 1, 1));
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> insert("l:\n  - a\n", 3, NEW));
        assertThrows(IllegalStateException.class, () -> remove("l: a\n", 0));
    }

    // --- at random -----------------------------------------------------------------------------------------------

    private int done;
    /** A comment to the right of a block text would become a part of it. */
    private int refused;

    /** Edits of random documents against a model that knows nothing of text. */
    @Test
    void anEditSaysTheWantedThingAndLeavesEverythingElse() throws Exception {
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            RandomYaml yaml = new RandomYaml(random);
            List<List<String>> lists = new ArrayList<>();
            lists(parse(yaml.text).root(), List.of(), lists);
            for (List<String> path : lists)
                edit(yaml, path, random);
        }
        assertTrue(done > 3000, done + " done");
        assertTrue(refused * 100 < done, refused + " refused, " + done + " done");
    }

    private void edit(RandomYaml yaml, List<String> path, Random random) throws Exception {
        YamlText before = parse(yaml.text);
        int size = ((Node.Sequence) before.root().at(path).orElseThrow()).items().size();
        int kind = size == 0 ? 0 : random.nextInt(3);
        int from = random.nextInt(size + (kind == 0 ? 1 : 0));
        int to = random.nextInt(Math.max(1, size));
        String word = RandomYaml.any(random, RandomYaml.WORDS);
        Consumer<List<Object>> change = switch (kind) {
            case 0 -> list -> list.add(from, Map.of("k", word));
            case 1 -> list -> list.remove(from);
            default -> list -> list.add(to, list.remove(from));
        };
        String report = List.of("insert", "remove", "move").get(kind) + " " + from + " " + to + " in " + path + " of\n" + yaml.text + "\n";
        TextEdit edit;
        try {
            edit = switch (kind) {
                case 0 -> ListEdits.insert(before, path, from, new Content.Fields(Map.of("k", YamlEdits.words(word))));
                case 1 -> ListEdits.remove(before, path, from);
                default -> ListEdits.move(before, path, from, to);
            };
        } catch (IllegalStateException e) {
            refused++;
            return;
        }
        done++;
        String after = edit.apply(yaml.text);
        assertEquals(RandomYaml.show(changed(RandomYaml.said(before.root()), path, change)), RandomYaml.show(RandomYaml.said(parse(after).root())), () -> report + "gives\n" + after);
        assertEquals(yaml.text, edit.inverse(yaml.text).apply(after), report);
        assertEquals(yaml.text.contains("\r\n"), after.contains("\r"), report);
        Node item = size == 0 ? null : before.root().at(path).map(n -> ((Node.Sequence) n).items().get(Math.min(from, size - 1))).orElseThrow();
        for (String comment : yaml.comments)
            if (kind != 1 || !isAt(yaml.text, comment, item))
                assertTrue(after.contains(comment), () -> "lost " + comment + ": " + report + "gives\n" + after);
    }

    /** Whether a comment stands on the lines of a node. */
    private static boolean isAt(String text, String comment, Node node) {
        int at = text.indexOf(comment);
        int end = text.indexOf('\n', node.span().end());
        return at >= text.lastIndexOf('\n', node.span().offset()) && (end < 0 || at <= end);
    }

    private static void lists(Node node, List<String> path, List<List<String>> into) {
        switch (node) {
            case Node.Mapping m -> m.entries().forEach(e -> lists(e.value(), plus(path, e.key().text()), into));
            case Node.Sequence s -> {
                into.add(path);
                for (int i = 0; i < s.items().size(); i++)
                    lists(s.items().get(i), plus(path, String.valueOf(i)), into);
            }
            case Node.Scalar s -> { }
        }
    }

    private static List<String> plus(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static Object changed(Object said, List<String> path, Consumer<List<Object>> change) {
        if (said instanceof List<?> l) {
            List<Object> list = new ArrayList<>(l);
            if (path.isEmpty())
                change.accept(list);
            else
                list.set(Integer.parseInt(path.getFirst()), changed(list.get(Integer.parseInt(path.getFirst())), path.subList(1, path.size()), change));
            return list;
        }
        Map<Object, Object> map = new LinkedHashMap<>((Map<?, ?>) said);
        map.computeIfPresent(path.getFirst(), (k, v) -> changed(v, path.subList(1, path.size()), change));
        return map;
    }
}
