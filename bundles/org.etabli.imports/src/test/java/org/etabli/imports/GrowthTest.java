package org.etabli.imports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.etabli.markdown.Asciidoc;
import org.etabli.markdown.CharterConditions;
import org.etabli.markdown.CharterDiff;
import org.etabli.markdown.CharterSeal;
import org.etabli.markdown.CharterText;
import org.etabli.markdown.FreeText;
import org.etabli.markdown.InertAsciidoc;
import org.etabli.markdown.TrustedAsciidoc;
import org.etabli.model.InvalidInputException;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What people give Établi is read in a time that grows as the text does. Where a text is ten times as long, ten times the processor's
 * time is fair, and a hundred times would be the square: the line is drawn between, and a first measure above it is not believed.
 */
class GrowthTest {
    private static final int SHORT = 10_000;
    private static final int LONG = 100_000;
    private static final int BETWEEN = 30_000;
    private static final double MOST = 35;
    /** The square root of it for a third of the way: a square is 9 here. */
    private static final double MOST_BETWEEN = 6.5;
    private static final int TRIES = 4;
    /** Below it a clock measures other things. */
    private static final long SHORTEST = 50_000_000L;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    /** Repeated as often as fits: what was met, and what looks like it. */
    private static final List<String> PIECES = List.of(" ", "\u00A0", "9", "[", "[a](", "*a ", "`", "<a", "- a\n", "• a\n", "1. a\n", "# a\n\n", "\\", "| a ", "{a}", "(a", "<<a, ", "link:", "footnote:[", "a:: b\n", " :", "[[a", "~~a", "-", " \n", "e\u0301");
    /** In front of what is repeated, and behind it. */
    private static final List<List<String>> AROUND = List.of(List.of("", ""), List.of("# P {#p}\n\n## T {#t}\n\n### C {#c}\n\nmot\n\n- niveau : ", "\n- preuve : x\n"));
    /** Lines that have a form of their own up to the sign that is missing. */
    private static final List<List<String>> LINES = List.of(List.of("ifdef::", "[", "x"), List.of("include::a", "[", "x"), List.of("|===\n|", "9", "\n|===\n"), List.of("# a", " ", "x\n"), List.of("-", " ", "x"), List.of("a", " ", "9x"), List.of("a\n\n", " ", "9x\n\nb"));

    private interface Reading {
        void of(String text) throws InvalidInputException;
    }

    private static void imported(String name, String text) {
        imported(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void imported(String name, byte[] file) {
        try {
            Importer.read(name, file, Optional.empty());
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

    private static void check(String of, Reading reading, IntFunction<String> shape) throws InvalidInputException {
        double found = MOST + 1;
        for (int i = 0; i < TRIES && found > MOST; i++)
            found = growth(reading, shape);
        double ratio = found;
        assertTrue(ratio <= MOST, () -> of + ": " + ratio + " times the time for ten times the length");
    }

    /** The longest text is not tried where the one before says enough: what takes the square of it would take minutes, or no time at all. */
    private static double growth(Reading reading, IntFunction<String> shape) throws InvalidInputException {
        long between = time(reading, shape.apply(BETWEEN));
        if (between > SHORTEST) {
            double ratio = ratio(time(reading, shape.apply(SHORT)), between);
            if (ratio > MOST_BETWEEN)
                return ratio * ratio;
        }
        if (between < SHORTEST / 10)
            return 0;
        long after = time(reading, shape.apply(LONG));
        return after < SHORTEST ? 0 : ratio(time(reading, shape.apply(SHORT)), after);
    }

    private static double ratio(long before, long after) {
        return (double) after / Math.max(before, SHORTEST / 10);
    }

    @TestFactory
    Stream<DynamicTest> everyReader() {
        return Stream.<Object[]>of(new Object[] {"import of Markdown", (Reading) t -> imported("c.md", t)}, new Object[] {"import of AsciiDoc", (Reading) t -> imported("c.adoc", t)},
                new Object[] {"import of text", (Reading) t -> imported("c.txt", t)}, new Object[] {"charter", (Reading) t -> CharterText.parse("charter.md", charter(t))},
                new Object[] {"free text", (Reading) FreeText::toAsciidoc}, new Object[] {"inline", (Reading) Asciidoc::inline},
                new Object[] {"clause", (Reading) InertAsciidoc::of}, new Object[] {"trusted clause", (Reading) t -> TrustedAsciidoc.of(t, n -> n)}, new Object[] {"blocks of a clause", (Reading) TrustedAsciidoc::blocksOf},
                new Object[] {"YAML", (Reading) t -> YamlText.parse("c.yaml", "a: \"" + t.replace("\\", "/") + "\"\n")}, new Object[] {"YAML block", (Reading) t -> YamlText.parse("c.yaml", "a: |\n  " + t.replace("\n", "\n  ") + "\n")},
                new Object[] {"condition", (Reading) t -> CharterConditions.read("a" + t + "b = c")}, new Object[] {"condition behind its sign", (Reading) t -> CharterConditions.read("a = b" + t + "c")})
                .map(reader -> DynamicTest.dynamicTest((String) reader[0], () -> all((String) reader[0], (Reading) reader[1])));
    }

    private static void all(String name, Reading reading) throws InvalidInputException {
        List<String> failed = new ArrayList<>();
        for (List<String> around : name.equals("charter") ? AROUND : AROUND.subList(0, 1))
            for (String piece : PIECES)
                attempt(failed, name + " of " + around.getFirst().strip() + piece.strip() + "…", reading, length -> shape(piece, around, length));
        for (List<String> line : LINES)
            attempt(failed, name + " of " + line.getFirst().strip() + line.get(1) + "…", reading, length -> shape(line.get(1), List.of(line.getFirst(), line.getLast()), length));
        for (int seed = 0; seed < 5; seed++) {
            int of = seed;
            attempt(failed, name + " of random " + seed, reading, length -> random(of, length));
        }
        assertTrue(failed.isEmpty(), () -> String.join("\n", failed));
    }

    private static void attempt(List<String> failed, String of, Reading reading, IntFunction<String> shape) throws InvalidInputException {
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
                .map(kind -> DynamicTest.dynamicTest(kind.name, () -> check(kind.name, t -> imported("c.docx", new Docx().xml(t).bytes()),
                        n -> (kind.name.equals("rows") ? "<w:tbl>" : "<w:p>" + Docx.run("mot") + (kind.name.equals("runs") ? "" : "</w:p>")) + kind.block.repeat(n / 10) + (kind.name.equals("rows") ? "</w:tbl>" : kind.name.equals("runs") ? "</w:p>" : ""))));
    }
}
