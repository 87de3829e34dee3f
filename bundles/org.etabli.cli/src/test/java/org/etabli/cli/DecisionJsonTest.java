package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON that other programs read: its names and kinds, on every example. */
class DecisionJsonTest {
    private static final Set<String> CLASSES = Set.of("out_of_scope", "not_ai_system", "prohibited", "high_risk_annex_i_a", "high_risk_annex_i_b", "high_risk_annex_iii", "annex_iii_exempt_6_3", "gpai_model_systemic",
            "gpai_model", "transparency", "minimal", "insufficient_information");

    private final Cli cli = new Cli();

    @TempDir
    Path folder;

    private static List<Path> examples() throws Exception {
        try (Stream<Path> list = Files.list(Cli.CHARTERS.resolve("examples"))) {
            return list.filter(Files::isDirectory).sorted().toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Object list) {
        return (List<Map<String, Object>>) list;
    }

    private static void text(Object text) {
        Map<?, ?> both = (Map<?, ?>) text;
        assertEquals(Set.of("fr", "en"), both.keySet());
        both.values().forEach(v -> assertFalse(((String) v).isBlank()));
    }

    @Test
    void everyExampleIsOneLineWithEveryKeyOfTheContract() throws Exception {
        Object[] words = Stream.concat(Stream.of("classify", "--json"), examples().stream()).toArray();
        assertEquals(Main.OK, cli.run(words), cli.err);
        List<String> lines = cli.out.lines().toList();
        assertEquals(examples().size(), lines.size());
        int duties = 0;
        for (String line : lines) {
            Map<String, Object> d = Cli.object(line);
            assertEquals(List.of("id", "class", "classes", "basis", "roles", "duties", "fria", "frenchLaw", "missing", "doubts", "whatIf", "unmoved", "presumed", "open", "atLeast", "unlawful", "law", "date", "dateFrom", "overrides", "receipt"), List.copyOf(d.keySet()));
            assertTrue(CLASSES.contains(d.get("class")) && CLASSES.containsAll((List<?>) d.get("classes")), line);
            assertFalse(((List<?>) d.get("classes")).contains("insufficient_information"));
            ((List<?>) d.get("basis")).forEach(b -> assertTrue(b instanceof String s && !s.isBlank()));
            assertTrue(d.get("fria") == null || d.get("fria") instanceof Boolean);
            // one example says when its procedure is launched
            assertEquals(d.get("id").equals("aides-sociales") ? "2026-12-15" : "2026-11-21", d.get("date"));
            for (String list : List.of("duties", "frenchLaw"))
                for (Map<String, Object> duty : objects(d.get(list))) {
                    assertTrue(duty.keySet().containsAll(Set.of("path", "role", "status", "text")), duty.toString());
                    assertTrue(Set.of("in_force", "upcoming", "ended", "awaited", "undetermined").contains(duty.get("status")), duty.toString());
                    // a duty of an awaited law has no day, whether its facts are known or not; every other has both
                    boolean day = duty.get("appliesFrom") != null;
                    assertEquals(day, duty.get("operativeFrom") != null, duty.toString());
                    assertTrue(day != duty.get("status").equals("awaited") || !day && duty.get("status").equals("undetermined"), duty.toString());
                    for (String key : List.of("appliesFrom", "operativeFrom"))
                        assertTrue(!day || duty.get(key).toString().matches("\\d{4}-\\d\\d-\\d\\d"), duty.toString());
                    text(duty.get("text"));
                    duties++;
                }
            for (Map<String, Object> role : objects(d.get("roles")))
                assertTrue(role.get("role") instanceof String && (role.get("held") == null || role.get("held").equals(true)), role.toString());
            ((List<?>) d.get("missing")).forEach(m -> assertTrue(m instanceof String, String.valueOf(m)));
            assertEquals(d.get("class").equals("insufficient_information"), !((List<?>) d.get("missing")).isEmpty(), line);
            for (Map<String, Object> doubt : objects(d.get("doubts")))
                text(doubt.get("text"));
            for (Map<String, Object> w : objects(d.get("whatIf"))) {
                assertEquals(Set.of("fact", "from", "to", "class"), w.keySet());
                assertTrue(CLASSES.contains(w.get("class")) && !w.get("class").equals(d.get("class")), w.toString());
            }
            Map<?, ?> receipt = (Map<?, ?>) d.get("receipt");
            assertTrue(receipt.get("factsSha256").toString().matches("[0-9a-f]{64}"));
            for (Map<String, Object> set : objects(receipt.get("ruleSets"))) {
                assertTrue(set.get("sha256").toString().matches("[0-9a-f]{64}"), set.toString());
                assertTrue(d.get("law").toString().contains(set.get("id") + "@" + set.get("version")), set.toString());
            }
        }
        assertTrue(duties > 10, duties + " duties");
    }

    @Test
    void theTraceIsAddedOnDemand() throws Exception {
        Path example = examples().get(0);
        assertEquals(Main.OK, cli.run("classify", example, "--json", "--trace"), cli.err);
        Map<String, Object> d = Cli.object(cli.out);
        List<Map<String, Object>> trace = objects(d.remove("trace"));
        assertTrue(trace.size() > 50, trace.size() + " steps");
        for (Map<String, Object> step : trace) {
            assertEquals(Set.of("rule", "outcome", "because", "source"), step.keySet());
            assertTrue(Set.of("fired", "not_fired", "undecided").contains(step.get("outcome")), step.toString());
            assertFalse(((List<?>) step.get("source")).isEmpty(), step.toString());
            for (Map<String, Object> cause : objects(step.get("because")))
                assertTrue(cause.containsKey("fact") && cause.containsKey("value") && cause.containsKey("expected") || cause.containsKey("holds"), cause.toString());
        }
        assertEquals(Main.OK, cli.run("classify", example, "--json"));
        assertEquals(d, Cli.object(cli.out), "and nothing else changes");
    }

    @Test
    void valuesHaveTheirKind() throws Exception {
        Path file = Files.writeString(folder.resolve("s.yaml"), "id: \"a\\\"b\\\\c\\u0007é😀\"\nfacts: {scope_exclusion: [none], technique: human_rules}\n");
        assertEquals(Main.OK, cli.run("classify", file, "--json"), cli.err);
        Map<String, Object> d = Cli.object(cli.out);
        assertEquals("a\"b\\c\u0007é😀", d.get("id"));
        assertTrue(objects(d.get("whatIf")).stream().filter(w -> w.get("fact").equals("scope_exclusion")).allMatch(w -> w.get("from").equals(List.of("none")) && w.get("to") instanceof List));
        assertTrue(objects(d.get("whatIf")).stream().filter(w -> w.get("fact").equals("technique")).allMatch(w -> w.get("from").equals("human_rules") && w.get("to") instanceof String));
        assertFalse(objects(d.get("whatIf")).isEmpty());
    }

    @Test
    void theSameDossierGivesTheSameBytes() throws Exception {
        cli.run("classify", examples().get(1), "--json", "--trace");
        String first = cli.out;
        cli.run("classify", examples().get(1), "--json", "--trace");
        assertEquals(first, cli.out);
        cli.run("--lang", "en", "classify", examples().get(1), "--json", "--trace");
        assertEquals(first, cli.out, "both languages stand in it anyway");
    }

    @Test
    void everyQuestionIsAnObjectWithBothLanguages() throws Exception {
        assertEquals(Main.OK, cli.run("questions", "--json"), cli.err);
        List<Map<String, Object>> questions = objects(Cli.json(cli.out));
        assertTrue(questions.size() > 50, questions.size() + " questions");
        assertEquals(questions.size(), questions.stream().map(q -> q.get("id")).distinct().count());
        for (Map<String, Object> q : questions) {
            assertTrue(q.keySet().containsAll(Set.of("id", "type", "options", "question", "help", "examples", "articles")), q.toString());
            assertTrue(Set.of("yes-no", "one-of", "any-of", "number").contains(q.get("type")), q.toString());
            boolean closed = q.get("type").toString().endsWith("-of");
            assertEquals(closed, !objects(q.get("options")).isEmpty(), q.toString());
            text(q.get("question"));
            text(q.get("help"));
            for (Map<String, Object> option : objects(q.get("options")))
                text(option.get("text"));
            assertFalse(((List<?>) q.get("articles")).isEmpty(), q.toString());
        }
        String first = cli.out;
        assertEquals(Main.OK, cli.run("questions", "--pack", "ai-act", "--json"));
        assertEquals(first, cli.out);
    }

    @Test
    void findingsAreOneObjectALine() throws Exception {
        Path dossier = folder.resolve("d");
        cli.run("new", dossier, "--example", "cdg-carrieres");
        assertEquals(Main.FINDINGS, cli.run("check", dossier, "--json"), cli.err);
        List<String> lines = cli.out.lines().toList();
        assertTrue(lines.size() > 1);
        for (String line : lines) {
            Map<String, Object> f = Cli.object(line);
            assertEquals(Set.of("file", "line", "column", "severity", "id", "message"), f.keySet());
            assertTrue(Set.of("error", "warning", "info").contains(f.get("severity")), line);
            text(f.get("message"));
        }
        Files.writeString(dossier.resolve("facts.yaml"), "schema: etabli/facts/1\nfacts: [\n");
        assertEquals(Main.INVALID, cli.run("check", dossier, "--json"));
        assertEquals("yaml.syntax", Cli.object(cli.out).get("id"));
    }
}
