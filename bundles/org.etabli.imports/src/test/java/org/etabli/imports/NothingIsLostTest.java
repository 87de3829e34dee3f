package org.etabli.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

import org.etabli.markdown.CharterText;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.junit.jupiter.api.Test;

/**
 * Documents made at random, in which no word comes twice. Whatever the structure, each word stands in the charter or in the
 * report, those in the charter in the order of the document, and the charter can be read.
 */
class NothingIsLostTest {
    private static final int DOCUMENTS = 150;
    /** A word of the text; one that begins with n may stand elsewhere: notes, comments, margins. */
    private static final Pattern WORD = Pattern.compile("[wn]\\d+x");

    // --- the property --------------------------------------------------------------------------------------------

    private static void check(String name, byte[] bytes, String shown) throws Exception {
        Imported imported = Importer.read(name, bytes, Optional.empty());
        CharterText charter = CharterText.parse("charter.md", imported.text());
        assertEquals(List.of(), charter.findings().stream().filter(f -> f.severity() == Severity.ERROR).map(Finding::id).toList(), () -> shown + "\n=====\n" + imported.text());

        String body = imported.text().substring(charter.body()).replaceAll("(?m)^(#{1,3} .*) \\{#[a-z0-9-]*}$", "$1").toLowerCase();
        Set<String> inBody = WORD.matcher(body).results().map(MatchResult::group).collect(Collectors.toCollection(LinkedHashSet::new));
        for (boolean english : new boolean[] {false, true}) {
            Set<String> all = new TreeSet<>(inBody);
            String rest = charter.charter().title() + " " + imported.report().stream().map(f -> english ? f.message().en() : f.message().fr()).collect(Collectors.joining(" "));
            WORD.matcher(rest.toLowerCase()).results().map(MatchResult::group).forEach(all::add);
            Set<String> lost = new TreeSet<>(WORD.matcher(shown.toLowerCase()).results().map(MatchResult::group).toList());
            assertTrue(lost.size() > 2, "nothing was generated");
            lost.removeAll(all);
            assertEquals(Set.of(), lost, () -> lines(shown, lost));
        }
        Set<String> title = WORD.matcher(charter.charter().title().toLowerCase()).results().map(MatchResult::group).collect(Collectors.toSet());
        List<Integer> order = inBody.stream().filter(w -> w.startsWith("w") && !title.contains(w)).map(w -> Integer.parseInt(w.substring(1, w.length() - 1))).toList();
        List<Integer> sorted = new ArrayList<>(order);
        sorted.sort(null);
        assertEquals(sorted, order, () -> lines(imported.text(), moved(order)) + lines(shown, moved(order)));
    }

    /** The first words that stand too early or too late. */
    private static Set<String> moved(List<Integer> order) {
        int at = 1;
        while (order.get(at) > order.get(at - 1))
            at++;
        return Set.of("w" + order.get(at) + "x", "w" + order.get(at - 1) + "x");
    }

    /** The first line, which names the document, and those with one of the words. */
    private static String lines(String text, Set<String> words) {
        return text.lines().filter(l -> l.startsWith("seed") || WORD.matcher(l.toLowerCase()).results().anyMatch(w -> words.contains(w.group()))).collect(Collectors.joining("\n", "", "\n"));
    }

    private static void checkAll(String name, Function<RandomDocument, byte[]> generator) throws Exception {
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            byte[] bytes = generator.apply(new RandomDocument(seed));
            check(name, bytes, "seed " + seed + "\n" + (name.endsWith("docx") ? unzipped(bytes) : new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    private static String unzipped(byte[] docx) {
        StringBuilder out = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            while (zip.getNextEntry() != null)
                out.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    @Test
    void ofMarkdown() throws Exception {
        checkAll("c.md", t -> t.markdown().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void ofAsciidoc() throws Exception {
        checkAll("c.adoc", t -> t.asciidoc().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void ofPlainText() throws Exception {
        checkAll("c.txt", t -> t.text().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void ofWordFiles() throws Exception {
        checkAll("c.docx", RandomDocument::docx);
    }
}
