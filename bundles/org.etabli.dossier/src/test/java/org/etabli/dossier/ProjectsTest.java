package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.etabli.model.Decision;
import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.rules.Law;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real projects, {@code examples/projects.yaml}, and what the law concludes about them, {@code examples/projects.expected.yaml}. The
 * conclusions were written from the law and its guidelines, not from the program; where the two differ, a project is marked
 * as disputed until somebody has decided who is right.
 */
class ProjectsTest {
    private static final Path CHARTERS = Path.of(System.getProperty("etabli.charters"));

    private static Content content;
    private static FactsReader reader;
    private static Law law;
    private static LocalDate date;
    private static YamlText expectations;
    private static Map<String, YamlText> projects;
    private static Map<String, Node> expected;

    @BeforeAll
    static void read() throws Exception {
        content = new Content(CHARTERS);
        LawLibrary library = new LawLibrary(content);
        reader = new FactsReader(library.catalogue());
        projects = new LinkedHashMap<>();
        for (YamlText one : YamlText.parseAll("projects.yaml", text("examples/projects.yaml")))
            assertEquals(null, projects.put(word(one.root(), "id"), one), "two projects have one id");
        expectations = YamlText.parse("projects.expected.yaml", text("examples/projects.expected.yaml"));
        expected = new LinkedHashMap<>();
        for (Node one : nodes(expectations.root(), "projects"))
            assertEquals(null, expected.put(word(one, "id"), one), "two expectations have one id");
        date = LocalDate.parse(word(expectations.root(), "date"));
        law = library.law(date, Optional.empty());
    }

    static List<String> ids() {
        return List.copyOf(expected.keySet());
    }

    static List<String> undecided() {
        return ids().stream().filter(id -> word(expected.get(id), "class").equals(Decision.INSUFFICIENT)).toList();
    }

    @Test
    void everyProjectHasItsExpectation() {
        assertEquals(List.copyOf(projects.keySet()), List.copyOf(expected.keySet()));
        assertTrue(projects.size() >= 24, projects.size() + " projects");
        assertEquals(List.of(), content.schemas().validate(expectations, "projects-expected"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyProjectSaysWhatItsSourceSays(String id) {
        YamlText project = projects.get(id);
        String sheet = id.substring(0, 3).toUpperCase(Locale.ROOT) + " ";
        for (String language : List.of("fr", "en")) {
            assertFalse(word(project.root().at(List.of("title")).orElseThrow(), language).isBlank(), "title " + language);
            assertTrue(word(project.root().at(List.of("source")).orElseThrow(), language).startsWith(sheet), "source " + language + " names its sheet, " + sheet);
        }
        FactsReader.Result read = reader.read(project);
        assertEquals(List.of(), read.findings());
        assertFalse(read.facts().byId().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyProjectIsClassifiedAsTheLawSays(String id) {
        Node expectation = expected.get(id);
        List<String> problems = problems(expectation, law.decide(id, reader.read(projects.get(id)).facts(), date));
        if (expectation.at(List.of("disputed")).isEmpty())
            assertEquals(List.of(), problems);
        else
            assertFalse(problems.isEmpty(), "nothing is disputed any more: take the mark away");
    }

    private static List<String> problems(Node expectation, Decision d) {
        List<String> problems = new ArrayList<>();
        if (!word(expectation, "class").equals(d.classId()))
            problems.add("class " + word(expectation, "class") + " expected, found " + d.classId());
        if (expectation.at(List.of("classes")).isPresent() && !words(expectation, "classes").equals(d.classes()))
            problems.add("classes " + words(expectation, "classes") + " expected, found " + d.classes());
        List<String> french = d.frenchLaw().stream().filter(x -> x.status() != Decision.DutyStatus.UNDETERMINED).map(Decision.Duty::path).toList();
        contains(problems, expectation, "basis", d.basis());
        contains(problems, expectation, "doubts", d.doubts().stream().map(Decision.Doubt::id).toList());
        contains(problems, expectation, "french_law", french);
        contains(problems, expectation, "missing_includes", d.missing().stream().map(Decision.Missing::fact).toList());
        words(expectation, "not_french_law").stream().filter(french::contains).forEach(x -> problems.add("not_french_law: " + x + " must not be among " + french));
        return problems;
    }

    private static void contains(List<String> problems, Node expectation, String key, List<String> found) {
        words(expectation, key).stream().filter(x -> !found.contains(x)).forEach(x -> problems.add(key + ": " + x + " must be among " + found));
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void whatIsOpenIsNamedAndItsAnswersLeadApart(String id) {
        assertFalse(words(expected.get(id), "missing_includes").isEmpty(), "what a lawyer would ask first");
        List<Node> completions = nodes(expected.get(id), "if");
        Set<String> classes = new HashSet<>();
        completions.forEach(c -> classes.add(word(c, "class")));
        assertTrue(completions.size() >= 2 && classes.size() >= 2, completions.size() + " completions to " + classes);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theMissingAnswersLeadWhereTheLawSays(String id) {
        Facts facts = reader.read(projects.get(id)).facts();
        for (Node completion : nodes(expected.get(id), "if")) {
            FactsReader.Result answers = reader.read(new YamlText(expectations.name(), expectations.text(), completion));
            assertEquals(List.of(), answers.findings().stream().map(Finding::message).toList());
            Facts completed = facts;
            for (var answer : answers.facts().byId().values())
                completed = completed.with(answer.id(), answer.value());
            Decision d = law.decide(id, completed, date);
            assertEquals(word(completion, "class"), d.classId(),
                    () -> "line " + completion.span().line() + "; missing " + d.missing().stream().map(Decision.Missing::fact).toList());
        }
    }

    private static String text(String path) throws Exception {
        return AtomicFiles.read(CHARTERS.resolve(path), path);
    }

    private static String word(Node node, String key) {
        return node.at(List.of(key)).map(n -> ((Node.Scalar) n).text()).orElse("");
    }

    private static List<Node> nodes(Node node, String key) {
        return node.at(List.of(key)).map(n -> ((Node.Sequence) n).items()).orElse(List.of());
    }

    private static List<String> words(Node node, String key) {
        return nodes(node, key).stream().map(i -> ((Node.Scalar) i).text()).toList();
    }
}
