package org.etabli.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.etabli.model.Assessment;
import org.etabli.model.Assessment.Judgement;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Involvement;

/** {@code charter-assessment.yaml} and {@code involvement.yaml}, validated by their schemas before. */
public final class AssessmentReader {

    private AssessmentReader() {
    }

    public static Assessment assessment(YamlText text) {
        Node root = text.root();
        Node charter = Reading.child(root, "charter").orElse(root);
        Map<String, Judgement> judgements = new LinkedHashMap<>();
        if (Reading.child(root, "commitments").orElse(null) instanceof Node.Mapping mapping)
            for (Node.Entry entry : mapping.entries())
                judgements.put(entry.key().text(), judgement(entry.key().text(), entry.value()));
        return new Assessment(Reading.wordOr(charter, "id", ""), Reading.wordOr(charter, "version", ""), judgements);
    }

    /** Written in full, {@code {verdict: partly, reason: …}}, or in short, {@code respected}. */
    private static Judgement judgement(String commitment, Node node) {
        Optional<String> verdict = node instanceof Node.Mapping ? Reading.word(node, "verdict") : Reading.word(node);
        return new Judgement(commitment, verdict.map(FactsReader::normal).flatMap(Verdict::of).orElse(Verdict.UNKNOWN), Reading.wordOr(node, "reason", ""),
                Reading.wordOrWords(node, "evidence"), Reading.word(node, "by"), Reading.date(node, "on"));
    }

    public static Involvement involvement(YamlText text) {
        return new Involvement(Reading.list(text.root(), "consultations", c -> new Involvement.Consultation(Reading.wordOr(c, "who", ""), Reading.wordOr(c, "how", ""),
                Reading.wordOr(c, "when", ""), Reading.date(c, "on"), Reading.number(c, "people").map(java.math.BigDecimal::intValue),
                Reading.list(c, "points", p -> new Involvement.Point(Reading.wordOr(p, "asked", ""), Reading.wordOr(p, "answered", ""))), Reading.wordOr(c, "note", ""))));
    }
}
