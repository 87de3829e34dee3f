package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tool that ranks candidates: Annex III, point 4(a), with profiling. The days are those of Article 113, as published and as replaced in 2026. */
class CompareTest {
    private static final String FACTS = """
            schema: etabli/facts/1
            facts:
              scope_exclusion: [none]
              technique: learned
              supply_mode: [bought]
              authority_uses_it: yes
              art5_signals: [none]
              product_safety: [none]
              purpose_areas: [employment]
              employment_uses: [recruitment]
              profiling: yes
              gpai_supply: no_model
              art50_signals: [none]
              in_service_before_high_risk_date: no
            """;

    @TempDir
    Path folder;
    private final Cli cli = new Cli();

    @BeforeEach
    void dossier() throws Exception {
        Files.writeString(folder.resolve("dossier.yaml"), "schema: etabli/dossier/1\nid: candidats\ntitle: T\nauthority: {name: A, kind: commune}\n");
        Files.writeString(folder.resolve("facts.yaml"), FACTS);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    private Map<String, Object> change(String kind, String subject) throws Exception {
        return list(Cli.object(cli.out).get("changes")).stream().filter(c -> c.get("kind").equals(kind) && c.get("subject").equals(subject)).findFirst()
                .orElseThrow(() -> new AssertionError(kind + " " + subject + " in " + cli.out));
    }

    @SuppressWarnings("unchecked")
    @Test
    void theAmendmentOf2026MovesTheDutiesOfTheDeployer() throws Exception {
        assertEquals(Main.OK, cli.run("diff", folder, "--date", "2026-06-01", "--date", "2026-11-21", "--json"), cli.err);
        Map<String, Object> moved = change("duty_moves", "use-as-instructed");
        assertEquals("2026-08-02", ((Map<String, Object>) moved.get("was")).get("operativeFrom"));
        assertEquals("2027-12-02", ((Map<String, Object>) moved.get("is")).get("operativeFrom"));
        Map<String, Object> before = (Map<String, Object>) Cli.object(cli.out).get("before");
        assertTrue(before.get("law").toString().startsWith("ai-act@2024-08-01") && before.get("class").equals("high_risk_annex_iii"), before.toString());
    }

    @Test
    void twoStatesOfTheLawOnOneDay() throws Exception {
        assertEquals(Main.OK, cli.run("diff", folder, "--law", "2024-08-01", "--law", "2026-07-27", "--date", "2026-11-21", "--json"), cli.err);
        change("duty_moves", "use-as-instructed");
    }

    @Test
    void aDutyBeginsOnItsDay() throws Exception {
        assertEquals(Main.OK, cli.run("diff", folder, "--date", "2027-12-01", "--date", "2027-12-02", "--json"), cli.err);
        change("duty_begins", "use-as-instructed");
        assertEquals(Main.OK, cli.run("diff", folder, "--date", "2027-12-01", "--date", "2027-12-02"), cli.err);
        assertTrue(cli.out.contains("2 décembre 2027") && cli.out.contains("Obligation qui commence"), cli.out);
    }

    @Test
    void nothingChangesBetweenADayAndItself() {
        assertEquals(Main.OK, cli.run("diff", folder, "--date", "2026-11-21", "--date", "2026-11-21"), cli.err);
        assertTrue(cli.out.contains("Rien ne change"), cli.out);
    }

    @Test
    void twoSidesAreAskedFor() {
        assertEquals(Main.USAGE, cli.run("diff", folder));
        assertEquals(Main.USAGE, cli.run("diff", folder, "--law", "2026-07-27"));
        assertEquals(Main.INVALID, cli.run("diff", folder, "--law", "2026-07-27", "--law", "1999-01-01"));
    }

    @Test
    void theCalendarHasTheDayOfArticle113() throws Exception {
        assertEquals(Main.OK, cli.run("calendar", folder, "--date", "2026-11-21", "--json"), cli.err);
        Map<String, Object> day = list(Cli.object(cli.out).get("days")).stream().filter(d -> d.get("date").equals("2027-12-02")).findFirst().orElseThrow();
        assertTrue(list(day.get("entries")).stream().anyMatch(e -> e.get("kind").equals("begins") && e.get("duty").equals("use-as-instructed")), day.toString());
    }

    /** RFC 5545: lines of at most 75 octets that end with CR LF. */
    @Test
    void anAgendaCanImportTheDaysToCome() {
        assertEquals(Main.OK, cli.run("calendar", folder, "--date", "2026-11-21", "--ics"), cli.err);
        assertTrue(cli.out.startsWith("BEGIN:VCALENDAR\r\n") && cli.out.endsWith("END:VCALENDAR\r\n"), cli.out);
        assertTrue(cli.out.contains("DTSTART;VALUE=DATE:20271202\r\n"), cli.out);
        assertTrue(!cli.out.contains("DTSTART;VALUE=DATE:2025"), "days that are over are left out");
        for (String line : cli.out.split("\r\n"))
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75 && !line.contains("\n"), line);
    }

    @Test
    void theChainGoesDownToTheFactsAndUpToTheClauses() {
        assertEquals(Main.OK, cli.run("explain", folder, "high_risk_annex_iii", "--date", "2026-11-21"), cli.err);
        assertTrue(cli.out.contains("annex-iii-4a") && cli.out.contains("employment_uses") && cli.out.contains("profiling"), cli.out);
        assertEquals(Main.OK, cli.run("explain", folder, "employment_uses"), cli.err);
        assertTrue(cli.out.lines().anyMatch(l -> l.startsWith("  ✓ règle annex-iii-4a")) && cli.out.lines().anyMatch(l -> l.startsWith("  ✗ règle annex-iii-4b")), cli.out);
        assertEquals(Main.USAGE, cli.run("explain", folder, "nothing-is-called-so"));
        assertEquals(Main.USAGE, cli.run("explain", folder));
    }

    /** RFC 5545, 3.4 and 3.6: a calendar holds one component at least. */
    @Test
    void withNothingToComeThereIsNoAgendaFileButAWord() {
        Cli cli = new Cli();
        Path dossier = Cli.CHARTERS.resolve("examples/nantes-cantines");
        assertEquals(Main.OK, cli.run("calendar", dossier, "--ics", "--date", "2199-01-01"), cli.err);
        assertEquals("", cli.out);
        assertTrue(cli.err.startsWith("Aucune échéance après le 1er janvier 2199"), cli.err);
        assertEquals(Main.OK, cli.run("calendar", Cli.CHARTERS.resolve("examples/aides-sociales"), "--ics", "--date", "2026-11-21"), cli.err);
        assertTrue(cli.out.contains("BEGIN:VEVENT"), cli.out);
        assertEquals("", cli.err);
    }
}
