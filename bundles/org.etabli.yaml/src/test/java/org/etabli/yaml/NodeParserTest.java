package org.etabli.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Every node knows its place as an editor counts it. */
class NodeParserTest {

    private static Node parse(String text) throws Exception {
        return YamlText.parse("t", text).root();
    }

    private static Node.Span at(Node root, String... path) {
        return root.at(List.of(path)).orElseThrow().span();
    }

    private static String slice(String text, Node.Span span) {
        return text.substring(span.offset(), span.end());
    }

    @Test
    void aScalarHasTheOffsetLineAndColumnOfItsFirstCharacter() throws Exception {
        String text = "a: 1\nb:\n  c: deux\n";
        assertEquals(new Node.Span(text.indexOf("deux"), text.indexOf("deux") + 4, 3, 6), at(parse(text), "b", "c"));
    }

    @Test
    void charactersBeyondTheFirstPlaneCountAsTwoUnits() throws Exception {
        String text = "é😀: 👩‍🚒\nb: {😀😀: 1, c: 2} # 😀\nd: x\n";
        Node root = parse(text);
        assertEquals("👩‍🚒", slice(text, at(root, "é😀")));
        // é + two units + colon + space
        assertEquals(6, at(root, "é😀").column());
        assertEquals("2", slice(text, at(root, "b", "c")));
        // "b: {" is four, then two faces of two units, then ": 1, c: "
        assertEquals(4 + 4 + 8 + 1, at(root, "b", "c").column());
        assertEquals(2, at(root, "b", "c").line());
        assertEquals("x", slice(text, at(root, "d")));
        assertEquals(3, at(root, "d").line());
    }

    @Test
    void linesEndWithOneOrTwoCharacters() throws Exception {
        String unix = "a: 1\n\n# c\nb: |\n  x\n  y\nc: 3\n";
        String windows = unix.replace("\n", "\r\n");
        for (String key : List.of("a", "b", "c")) {
            Node.Span u = at(parse(unix), key);
            Node.Span w = at(parse(windows), key);
            assertEquals(u.line(), w.line(), key);
            assertEquals(u.column(), w.column(), key);
        }
        assertEquals("3", slice(windows, at(parse(windows), "c")));
        assertEquals("x\ny\n", ((Node.Scalar) parse(windows).at(List.of("b")).orElseThrow()).text());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() throws Exception {
        String text = AtomicFiles.decode(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', ':', ' ', '1'}, "t");
        assertEquals("a: 1", text);
        Node.Mapping root = (Node.Mapping) parse(text);
        assertEquals("a", root.entries().get(0).key().text());
        assertEquals(1, root.entries().get(0).key().span().column());
    }

    @Test
    void commentsBetweenEntriesBelongToNeither() throws Exception {
        String text = "a:\n  b: 1 # one\n# two\n\n  # three\nc: 2\n";
        Node root = parse(text);
        assertEquals("b: 1", slice(text, at(root, "a")));
        assertEquals("1", slice(text, at(root, "a", "b")));
        assertEquals(6, at(root, "c").line());
    }

    @Test
    void aBlockTextBeginsWithItsSign() throws Exception {
        String text = "a: |-\n  un\n   deux\nb: >\n  x\n  y\n";
        Node root = parse(text);
        assertTrue(slice(text, at(root, "a")).startsWith("|-\n  un\n   deux"));
        assertEquals("un\n deux", ((Node.Scalar) root.at(List.of("a")).orElseThrow()).text());
        assertEquals("x y\n", ((Node.Scalar) root.at(List.of("b")).orElseThrow()).text());
        assertTrue(((Node.Scalar) root.at(List.of("a")).orElseThrow()).block());
    }

    @Test
    void flowCollectionsReachFromBracketToBracket() throws Exception {
        String text = "a: {b: [1, 2,\n   3], \"c\": ''} # }\nd: []\n";
        Node root = parse(text);
        assertEquals("{b: [1, 2,\n   3], \"c\": ''}", slice(text, at(root, "a")));
        assertEquals("[1, 2,\n   3]", slice(text, at(root, "a", "b")));
        assertEquals(new Node.Span(text.indexOf("3]"), text.indexOf("3]") + 1, 2, 4), at(root, "a", "b", "2"));
        assertEquals("[]", slice(text, at(root, "d")));
    }

    @Test
    void wordsAreNotTurnedIntoSomethingElse() throws Exception {
        Node.Sequence list = (Node.Sequence) parse("[yes, No, on, 0x1F, 1_000, 12:30:45, 2026-11-21, ~, null, '~', \"null\", true]");
        assertEquals(List.of("yes", "No", "on", "0x1F", "1_000", "12:30:45", "2026-11-21", "~", "null", "~", "null", "true"),
                list.items().stream().map(i -> ((Node.Scalar) i).text()).toList());
        assertEquals(List.of(7, 8), java.util.stream.IntStream.range(0, 12).filter(i -> ((Node.Scalar) list.items().get(i)).isNull()).boxed().toList());
    }

    @Test
    void anEmptyTextIsAnEmptyMapping() throws Exception {
        for (String text : List.of("", "\n\n", "# only a comment\n", "\uFEFF"))
            assertEquals(List.of(), ((Node.Mapping) parse(text)).entries(), text);
    }

    @Test
    void aMissingValueIsNothing() throws Exception {
        Node root = parse("a:\nb: {c, d: }\n");
        for (List<String> path : List.of(List.of("a"), List.of("b", "c"), List.of("b", "d")))
            assertTrue(((Node.Scalar) root.at(path).orElseThrow()).isNull(), path.toString());
    }

    @Test
    void pathsThatLeadNowhereAreEmpty() throws Exception {
        Node root = parse("a: [x, {b: 1}]\n");
        assertEquals("1", ((Node.Scalar) root.at(List.of("a", "1", "b")).orElseThrow()).text());
        for (List<String> path : List.of(List.of("b"), List.of("a", "2"), List.of("a", "-1"), List.of("a", "x"), List.of("a", "99999999999"), List.of("a", "0", "b")))
            assertTrue(root.at(path).isEmpty(), path.toString());
    }

    @Test
    void aStreamHasSeveralDocuments() throws Exception {
        List<YamlText> all = YamlText.parseAll("s", "id: a\n---\nid: b\n--- # c\n{id: c}\n...\n");
        assertEquals(List.of("a", "b", "c"), all.stream().map(t -> ((Node.Scalar) t.root().at(List.of("id")).orElseThrow()).text()).toList());
        assertEquals(List.of(1, 3, 5), all.stream().map(t -> t.root().span().line()).toList());
    }

    @Test
    void fortyLevelsAreRead() throws Exception {
        assertFalse(((Node.Sequence) parse("[".repeat(40) + "x" + "]".repeat(40))).items().isEmpty());
    }

    /** Against the text itself: lines and columns counted anew, and every plain or single-quoted word found where it is said to be. */
    @Test
    void placesInRandomDocumentsAreThoseOfTheText() throws Exception {
        int words = 0;
        for (int seed = 0; seed < 500; seed++) {
            String text = new RandomYaml(new Random(seed)).text;
            List<Node> all = new ArrayList<>();
            collect(parse(text), all);
            for (Node node : all) {
                Node.Span span = node.span();
                String before = text.substring(0, span.offset());
                assertEquals(before.chars().filter(c -> c == '\n').count() + 1, span.line(), text);
                assertEquals(span.offset() - before.lastIndexOf('\n'), span.column(), text);
                assertTrue(span.end() >= span.offset() && span.end() <= text.length(), text);
                if (node instanceof Node.Scalar s && s.plain() && !s.isNull()) {
                    assertEquals(s.text(), slice(text, span));
                    words++;
                } else if (node instanceof Node.Scalar s && !s.plain() && !s.block()) {
                    assertTrue(slice(text, span).matches("(?s)'.*'|\".*\""), slice(text, span));
                }
            }
        }
        assertTrue(words > 1000, "only " + words + " words were looked at");
    }

    private static void collect(Node node, List<Node> into) {
        into.add(node);
        if (node instanceof Node.Mapping m)
            m.entries().forEach(e -> {
                into.add(e.key());
                collect(e.value(), into);
            });
        else if (node instanceof Node.Sequence s)
            s.items().forEach(i -> collect(i, into));
    }
}
