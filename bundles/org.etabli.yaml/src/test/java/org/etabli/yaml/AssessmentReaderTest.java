package org.etabli.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Assessment;
import org.etabli.model.Assessment.Judgement;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Finding;
import org.etabli.model.Involvement;
import org.junit.jupiter.api.Test;

class AssessmentReaderTest {
    private final SchemaValidator schemas = new SchemaValidator(Path.of(System.getProperty("etabli.charters"), "schemas"));

    private static final String ASSESSMENT = """
            schema: etabli/charter-assessment/1
            charter: {id: ekitia, version: "2"}
            commitments:
              in-short: respected
              in-full:
                verdict: partly
                reason: Un seul service s’y tient.
                evidence: [note.pdf, "2026-11-04"]
                by: Comité d’éthique
                on: 2026-11-22
              written-loosely: " Not_Respected "
            """;

    @Test
    void judgementsAreReadInShortAndInFull() throws Exception {
        Assessment a = AssessmentReader.assessment(YamlText.parse("a", ASSESSMENT));
        assertEquals("ekitia", a.charter());
        assertEquals("2", a.version());
        assertEquals(new Judgement("in-full", Verdict.PARTLY, "Un seul service s’y tient.", List.of("note.pdf", "2026-11-04"), Optional.of("Comité d’éthique"),
                Optional.of(LocalDate.of(2026, 11, 22))), a.judgements().get("in-full"));
        assertEquals(List.of(Verdict.RESPECTED, Verdict.PARTLY, Verdict.NOT_RESPECTED), a.judgements().values().stream().map(Judgement::verdict).toList());
        assertEquals(Verdict.UNKNOWN, a.verdict("never judged"));
    }

    @Test
    void theSchemaRefusesWhatIsNoVerdict() throws Exception {
        assertEquals(List.of(), schemas.validate(YamlText.parse("a", ASSESSMENT.replace("\" Not_Respected \"", "not_respected")), "charter-assessment"));
        List<Finding> found = schemas.validate(YamlText.parse("a", ASSESSMENT.replace("in-short: respected", "in-short: perhaps").replace("\" Not_Respected \"", "not_respected")), "charter-assessment");
        assertEquals(List.of("4:13"), found.stream().filter(f -> f.severity() == Finding.Severity.ERROR).map(f -> f.line() + ":" + f.column()).distinct().toList(), found.toString());
    }

    @Test
    void consultationsAreFreeInForm() throws Exception {
        String text = """
                schema: etabli/involvement/1
                consultations:
                  - who: Les habitants, sur le marché
                    how: Une table et un cahier
                    when: Trois samedis de mars
                    people: 42
                    points:
                      - asked: Pourra-t-on parler à quelqu’un ?
                        answered: Oui, en disant « agent ».
                      - asked: Et la nuit ?
                  - who: Le comité social territorial
                    on: 2026-04-02
                """;
        YamlText yaml = YamlText.parse("i", text);
        assertEquals(List.of(), schemas.validate(yaml, "involvement"));
        Involvement involvement = AssessmentReader.involvement(yaml);
        assertEquals(new Involvement.Consultation("Les habitants, sur le marché", "Une table et un cahier", "Trois samedis de mars", Optional.empty(), Optional.of(42),
                List.of(new Involvement.Point("Pourra-t-on parler à quelqu’un ?", "Oui, en disant « agent »."), new Involvement.Point("Et la nuit ?", "")), ""),
                involvement.consultations().get(0));
        assertEquals(Optional.of(LocalDate.of(2026, 4, 2)), involvement.consultations().get(1).on());
    }
}
