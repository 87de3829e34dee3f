package org.etabli.imports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.etabli.markdown.Asciidoc;
import org.etabli.markdown.CharterDiff;
import org.etabli.markdown.CharterSeal;
import org.etabli.markdown.CharterText;
import org.etabli.markdown.FreeText;
import org.etabli.model.InvalidInputException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What people give Établi is read in a time that grows as the text does. Where a text is ten times as long, ten times the processor's
 * time is fair, and a hundred times would be the square: the line is drawn between, and a first measure above it is not believed.
 */
class GrowthTest {
    private static final int SHORT = 10_000;
    private static final int MIDDLE = 30_000;
    private static final int LONG = 100_000;
    private static final double MOST = 40;
    private static final int TRIES = 4;
    /** Below it a clock measures other things. */
    private static final long SHORTEST = 20_000_000L;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    /** Repeated as often as fits: what was met, and what looks like it. */
    private static final List<String> PIECES = List.of(" ", "\t", "\u00A0", "a", "9", "[", "[a](", "![", "*a ", "**a", "_a ", "`", "<a", "<", "&", "#", "- a\n", "• a\n", "1. a\n", "a\n", "a\n\n", "# a\n\n", "== a\n\n", "\\", "|", "| a ", "{", "{a}",
            "(", "(a", "<<a", "<<a, ", "link:", "link:a[", "footnote:[", "https://", "+", "++", "a::", "a:: b\n", ":", " :", "- niveau : ", "[[a]]", "ifdef::[", "include::a[", "image::[", "~", "~~a", "[^a]", "--- ", "-", "=", ".", "a. ", "a; ",
            "—", "«", "\n", " \n", "\r", "<!--", "-->", "{#a}", "{#", "}", "$", "^", "'", "\"", "e\u0301", "😀", "\u200B", "mot ");
    /** In front of what is repeated, and behind it. */
    private static final List<List<String>> AROUND = List.of(List.of("", ""), List.of("# a", " {#a}\n"), List.of("- ", " x\n"), List.of("# P {#p}\n\n## T {#t}\n\n### C {#c}\n\nmot\n\n- niveau : ", "\n- preuve : x\n"), List.of("|===\n|", "\n|===\n"));

    private interface Reading {
        void of(String text) throws InvalidInputException;
    }

    private static void imported(String name, String text) {
        try {
            Importer.read(name, text.getBytes(StandardCharsets.UTF_8), Optional.empty());
        } catch (InvalidInputException e) {
            // a limit, said in a sentence
        }
    }

    private static String charter(String body) {
        return "---\nschema: etabli/charter/1\nid: c\ntitle: C\nlanguage: fr\nversion: \"1\"\n---\n\n" + body;
    }

    private static String shape(String piece, List<String> around, int length) {
        return around.getFirst() + piece.repeat(Math.max(1, length / piece.length())) + around.getLast();
    }

    /** Pieces in an order that is the same for every length. */
    private static String random(int seed, int length) {
        Random random = new Random(seed);
        List<String> some = new ArrayList<>();
        for (int i = 0; i < 4; i++)
            some.add(PIECES.get(random.nextInt(PIECES.size())));
        StringBuilder text = new StringBuilder();
        while (text.length() < length)
            text.append(some.get(random.nextInt(some.size())));
        return text.toString();
    }

    private static long time(Reading reading, String text) throws InvalidInputException {
        long from = CLOCK.getCurrentThreadCpuTime();
        reading.of(text);
        return CLOCK.getCurrentThreadCpuTime() - from;
    }

    private static void check(String of, Reading reading, java.util.function.IntFunction<String> shape) throws InvalidInputException {
        String middle = shape.apply(MIDDLE);
        String longest = shape.apply(LONG);
        String shortest = shape.apply(SHORT);
        double ratio = MOST + 1;
        for (int i = 0; i < TRIES && ratio > MOST; i++) {
            // a square is told before the longest text is tried
            ratio = ratio(time(reading, shortest), time(reading, middle)) > MOST / 2 ? MOST + 1 : ratio(time(reading, shortest), time(reading, longest));
        }
        double found = ratio;
        assertTrue(found <= MOST, () -> of + ": " + found + " times the time for ten times the length");
    }

    private static double ratio(long before, long after) {
        return after < SHORTEST ? 0 : (double) after / Math.max(before, SHORTEST / 10);
    }

    @TestFactory
    Stream<DynamicTest> everyReader() {
        return Stream.<Object[]>of(new Object[] {"import of Markdown", (Reading) t -> imported("c.md", t)}, new Object[] {"import of AsciiDoc", (Reading) t -> imported("c.adoc", t)},
                new Object[] {"import of text", (Reading) t -> imported("c.txt", t)}, new Object[] {"charter", (Reading) t -> CharterText.parse("charter.md", charter(t))},
                new Object[] {"free text", (Reading) FreeText::toAsciidoc}, new Object[] {"inline", (Reading) Asciidoc::inline})
                .map(reader -> DynamicTest.dynamicTest((String) reader[0], () -> all((String) reader[0], (Reading) reader[1])));
    }

    private static void all(String name, Reading reading) throws InvalidInputException {
        List<String> failed = new ArrayList<>();
        for (List<String> around : AROUND)
            for (String piece : PIECES)
                attempt(failed, name + " of " + around.getFirst().strip() + piece.strip() + "…", reading, length -> shape(piece, around, length));
        for (int seed = 0; seed < 25; seed++) {
            int of = seed;
            attempt(failed, name + " of random " + seed, reading, length -> random(of, length));
        }
        assertTrue(failed.isEmpty(), () -> String.join("\n", failed));
    }

    private static void attempt(List<String> failed, String of, Reading reading, java.util.function.IntFunction<String> shape) throws InvalidInputException {
        try {
            check(of, reading, shape);
        } catch (AssertionError e) {
            failed.add(e.getMessage());
        }
    }

    @TestFactory
    Stream<DynamicTest> whatStandsManyTimesInACharter() {
        return Stream.of(DynamicTest.dynamicTest("sealed", () -> check("seal", t -> CharterSeal.of(CharterText.parse("charter.md", t)), n -> charter("mot\n".repeat(n / 4)) + "\n".repeat(n))),
                DynamicTest.dynamicTest("compared", () -> check("comparison", t -> CharterDiff.between(CharterText.parse("a", t).charter(), CharterText.parse("b", t.replace("mot", "autre")).charter()), GrowthTest::commitments)));
    }

    /** As many as fit, each with an id of its own. */
    private static String commitments(int length) {
        StringBuilder text = new StringBuilder(charter("# P {#p}\n\n## T {#t}\n"));
        for (int i = 0; text.length() < length; i++)
            text.append("\n### C {#c").append(i).append("}\n\nmot\n");
        return text.toString();
    }

    @TestFactory
    Stream<DynamicTest> wordFiles() {
        record Kind(String name, String block) {
        }
        return Stream.of(new Kind("paragraphs", "<w:p/>"), new Kind("words", "<w:p><w:r><w:t>mot</w:t></w:r></w:p>"), new Kind("runs", "<w:r><w:t>mot </w:t></w:r>"), new Kind("headings", "<w:p><w:pPr><w:pStyle w:val=\"Titre1\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"),
                new Kind("fields", "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:t>mot</w:t></w:r></w:p>"),
                new Kind("items", "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"),
                new Kind("rows", "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>"))
                .map(kind -> DynamicTest.dynamicTest(kind.name, () -> check(kind.name, t -> Importer.read("c.docx", new Docx().xml(t).bytes(), Optional.empty()),
                        n -> (kind.name.equals("rows") ? "<w:tbl>" : "<w:p>" + Docx.run("mot") + (kind.name.equals("runs") ? "" : "</w:p>")) + kind.block.repeat(n / 10) + (kind.name.equals("rows") ? "</w:tbl>" : kind.name.equals("runs") ? "</w:p>" : ""))));
    }
}
