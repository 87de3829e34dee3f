package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.etabli.annex.Annexes;
import org.etabli.annex.Chain;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.LawLibrary;
import org.etabli.dossier.Standing;
import org.etabli.model.Lang;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** From a fact to a numbered paragraph and back, by whatever is printed on the way. */
class ExplainTest {
    private static final Path EXAMPLES = Cli.CHARTERS.resolve("examples");
    /** Keys of our JSON whose values name something of the chain. */
    private static final Set<String> NAMED = Set.of("class", "classes", "basis", "role", "path", "source", "missing", "fact", "unmoved", "law", "rule", "duty", "awaited", "subject", "key");
    private static final Pattern NUMBERED = Pattern.compile("\\[#([^\\]]+)\\]\\n\\[\\.number\\]#([0-9.]+)#");
    private static final Pattern HEADING = Pattern.compile("^=+ ([0-9]+(?:\\.[0-9]+)?)\\. ", Pattern.MULTILINE);
    private static final Pattern LIST = Pattern.compile("\\[#([a-z0-9-]+-\\d+)\\]");

    private final Cli cli = new Cli();

    @TempDir
    Path folder;

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> list = Files.list(EXAMPLES)) {
            return list.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whateverIsPrintedCanBeAskedAbout(Path dossier) throws Exception {
        Set<String> printed = new LinkedHashSet<>();
        for (String[] words : new String[][] {{"classify", "--json", "--trace"}, {"calendar", "--json"}, {"diff", "--json", "--date", "2026-01-15", "--date", "2029-01-01"}}) {
            List<Object> command = new ArrayList<>(Arrays.asList(words));
            command.add(1, dossier);
            assertTrue(cli.run(command.toArray()) <= Main.FINDINGS, cli.err);
            collect("", Cli.json(cli.out.strip()), printed);
        }
        cli.run("questions", "--json");
        questions(Cli.json(cli.out.strip()), printed);
        cli.run("annexes", dossier, "--format", "adoc", "--out", folder);
        try (Stream<Path> documents = Files.list(folder)) {
            for (Path document : documents.toList())
                numbers(document.getFileName().toString().replace(".adoc", ""), Files.readString(document), printed);
        }
        assertTrue(printed.size() > 300, printed::toString);
        Chain chain = chain(dossier);
        Set<String> unknown = new TreeSet<>();
        for (String id : printed)
            if (chain.explain(id).isEmpty())
                unknown.add(id);
        assertEquals(Set.of(), unknown);
    }

    private Chain chain(Path dossier) throws Exception {
        Content content = new Content(Cli.CHARTERS).of(dossier);
        LawLibrary library = new LawLibrary(content);
        DossierFolder folder = Standing.of(dossier, content, library, LocalDate.EPOCH).dossier();
        java.time.LocalDate day = folder.dossier().launch().orElse(Cli.TODAY);
        Law law = library.law(day, java.util.Optional.empty());
        Evaluation evaluation = law.evaluate(folder.facts());
        return new Annexes(content, Standing.of(dossier, content, library, LocalDate.EPOCH).charter()).chain(folder, law, evaluation, evaluation.decision("x", day), Lang.FR);
    }

    private static void collect(String key, Object value, Set<String> printed) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((k, v) -> collect(k.equals("id") ? key : k.toString(), v, printed));
            case Collection<?> list -> list.forEach(v -> collect(key.equals("duties") || key.equals("frenchLaw") || key.equals("doubts") ? "duty" : key, v, printed));
            case String text when NAMED.contains(key) -> printed.add(text);
            case null, default -> {
                // a number, a day, a sentence
            }
        }
    }

    private static void questions(Object value, Set<String> printed) {
        for (Object one : (Collection<?>) value) {
            Map<?, ?> question = (Map<?, ?>) one;
            printed.add(question.get("id").toString());
            printed.add(question.get("group").toString());
            ((Collection<?>) question.get("options")).forEach(o -> printed.add(((Map<?, ?>) o).get("id").toString()));
            ((Collection<?>) question.get("articles")).forEach(a -> printed.add(a.toString()));
        }
    }

    private static void numbers(String document, String text, Set<String> printed) {
        printed.add(document);
        for (Matcher m = NUMBERED.matcher(text); m.find();)
            printed.addAll(List.of(m.group(1), m.group(2), document + " " + m.group(2)));
        if (printed.contains(document + " 1.1.1")) {
            HEADING.matcher(text).results().forEach(m -> printed.add(document + " " + m.group(1)));
            LIST.matcher(text).results().forEach(m -> printed.add(m.group(1)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"RIA, art. 50(5) | art.50.5", "AI Act, Art. 50(5) | art.50.5", "art. 50(5) | art.50.5", "art.50.5 | art.50.5", "RIA, art. 14(4), e) | art.14.4.e",
            "RIA, annexe III, point 4 a) | anx.III.4.a", "CRPA L.311-3-1 | CRPA L.311-3-1", "art.50 | art.50"})
    void anArticleIsKnownByItsPathAndAsItIsPrinted(String asked, String path) {
        assertEquals(Main.OK, cli.run("explain", EXAMPLES.resolve("aides-sociales"), asked), cli.err);
        assertTrue(cli.out.startsWith("• article " + path + " "), cli.out);
        assertTrue(cli.out.contains("Sert à"), "what cites it: " + cli.out);
    }

    @Test
    void fromTheDutyToTheClauseAndFromTheClauseToTheDutyDownToTheFacts() {
        Path dossier = EXAMPLES.resolve("aides-sociales");
        cli.run("explain", dossier, "human-oversight");
        assertTrue(cli.out.contains("✓ clause cctp-controle-humain"), cli.out);
        cli.run("explain", dossier, "cctp-controle-humain");
        assertTrue(cli.out.contains("obligation human-oversight"), cli.out);
        assertTrue(cli.out.contains("classe high_risk_annex_iii") && cli.out.contains("fait purpose_areas"), "to the end: " + cli.out);
        assertTrue(cli.out.contains("paragraphe cctp-controle-humain-1"), cli.out);
        cli.run("explain", dossier, "cctp-controle-humain-1");
        assertTrue(cli.out.contains("obligation human-oversight") && cli.out.contains("document cctp-ia"), cli.out);
    }

    @Test
    void aDutyWithoutAClauseSaysWhy() {
        cli.run("explain", EXAMPLES.resolve("nantes-cantines"), "literacy-provider");
        assertTrue(cli.out.contains("aucune clause, pour cette raison"), cli.out);
        cli.run("explain", EXAMPLES.resolve("nantes-cantines"), "fr-nis2-registration");
        assertTrue(cli.out.contains("aucune clause du marché"), cli.out);
    }

    @Test
    void theClassThatIsLeftSaysThatNoStrongerOneApplies() {
        cli.run("explain", EXAMPLES.resolve("nantes-cantines"), "minimal");
        String after = cli.out.substring(cli.out.indexOf("aucune classe plus forte ne s’applique"));
        for (String stronger : List.of("prohibited", "high_risk_annex_i_a", "high_risk_annex_i_b", "high_risk_annex_iii", "annex_iii_exempt_6_3", "transparency"))
            assertTrue(Pattern.compile("✗ classe " + stronger + " .*exclu par : [a-z_]").matcher(after).find(), after);
    }

    @Test
    void aGeneralClauseSaysSoAndWhatIsExcludedIsShort() {
        cli.run("explain", EXAMPLES.resolve("nantes-cantines"), "ccap-portee");
        assertTrue(cli.out.contains("clause de portée générale"), cli.out);
        cli.run("explain", EXAMPLES.resolve("nantes-cantines"), "ccap-roles");
        assertTrue(cli.out.lines().count() < 20, cli.out);
        assertTrue(cli.out.contains("✗ rôle provider") && cli.out.contains("supply_mode"), cli.out);
    }

    @Test
    void whatIsUnknownGetsWhatComesNear() {
        assertEquals(Main.USAGE, cli.run("explain", EXAMPLES.resolve("nantes-cantines"), "cctp-controle-humian"));
        assertTrue(cli.err.contains("cctp-controle-humain"), cli.err);
        assertEquals(Main.USAGE, cli.run("explain", EXAMPLES.resolve("nantes-cantines"), "xyzzyxyzzy"));
        assertFalse(cli.err.contains("proches"), cli.err);
        assertEquals(Main.OK, cli.run("explain", EXAMPLES.resolve("nantes-cantines"), "Human-Oversight"), "in any case");
    }
}
