package org.etabli.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.etabli.model.Assessment;
import org.etabli.model.Assessment.Judgement;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Charter;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.Lang;
import org.etabli.model.Question;
import org.etabli.model.Text;
import org.etabli.model.Trace;
import org.etabli.rules.CharterReview;
import org.etabli.rules.Law;
import org.etabli.yaml.Nearest;
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlText;

/** What a charter and its assessment say about a project. A fact that contradicts the charter is shown at that fact, everything else in the assessment. */
final class AssessmentCheck {
    private final Charter charter;
    private final Law law;
    private final List<Finding> findings = new ArrayList<>();

    private AssessmentCheck(Charter charter, Law law) {
        this.charter = charter;
        this.law = law;
    }

    /** Facts against a commitment, where they stand. */
    static List<Finding> ofFacts(CharterReview review, Law law, YamlText facts) {
        AssessmentCheck check = new AssessmentCheck(review.charter(), law);
        review.lines().stream().filter(CharterReview.Line::isConflict).forEach(l -> check.conflict(facts, l));
        return check.findings;
    }

    static List<Finding> ofAssessment(CharterReview review, Assessment assessment, Law law, YamlText text) {
        AssessmentCheck check = new AssessmentCheck(review.charter(), law);
        check.identity(text, assessment);
        assessment.judgements().values().forEach(j -> check.judgement(text, j));
        check.open(text, review);
        return check.findings;
    }

    private void conflict(YamlText facts, CharterReview.Line line) {
        Set<String> ids = line.because().stream().filter(Trace.Cause.OfFact.class::isInstance).map(c -> ((Trace.Cause.OfFact) c).fact())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        boolean must = line.commitment().level().filter(l -> l == Charter.Level.MUST).isPresent();
        Node.Span place = ids.stream().findFirst().flatMap(id -> facts.key(List.of("facts", id))).orElseGet(() -> facts.start(List.of("facts")));
        Text reasons = ids.isEmpty() ? DossierMessages.TEXTS.text("charter.the-class") : new Text(names(ids, Lang.FR), names(ids, Lang.EN));
        findings.add(facts.finding(must ? Severity.ERROR : Severity.WARNING, "charter.conflict", place,
                DossierMessages.TEXTS.text("charter.conflict", line.commitment().title(), line.commitment().id(), reasons)).about(line.commitment().id(), List.of()));
    }

    private String names(Set<String> facts, Lang lang) {
        return String.join(" ; ", facts.stream().map(f -> law.catalogue().get(f).map(Question::label).map(l -> l.in(lang)).orElse(f)).toList());
    }

    private void identity(YamlText text, Assessment assessment) {
        Node.Span place = text.root().at(List.of("charter")).map(Node::span).orElse(text.root().span());
        if (!assessment.charter().equals(charter.id()))
            findings.add(text.finding(Severity.ERROR, "assessment.other-charter", place,
                    DossierMessages.TEXTS.text("assessment.other-charter", assessment.charter(), charter.id())));
        else if (!assessment.version().equals(charter.version()))
            findings.add(text.finding(Severity.WARNING, "assessment.other-version", place,
                    DossierMessages.TEXTS.text("assessment.other-version", assessment.version(), charter.version())).about(charter.id(), List.of(charter.version())));
    }

    private void judgement(YamlText text, Judgement judgement) {
        Node.Span place = text.key(List.of("commitments", judgement.commitment())).orElse(text.root().span());
        Optional<Charter.Commitment> commitment = charter.commitments().filter(c -> c.id().equals(judgement.commitment())).findFirst();
        if (commitment.isEmpty()) {
            List<String> near = Nearest.of(judgement.commitment(), charter.commitments().map(Charter.Commitment::id).toList());
            findings.add(text.finding(Severity.WARNING, "assessment.unknown-commitment", place, DossierMessages.TEXTS.text("assessment.unknown-commitment", judgement.commitment()))
                    .about(judgement.commitment(), near));
            return;
        }
        boolean must = commitment.get().level().filter(l -> l == Charter.Level.MUST).isPresent();
        Verdict verdict = judgement.verdict();
        if (must && verdict == Verdict.NOT_RESPECTED)
            findings.add(text.finding(Severity.ERROR, "assessment.must-not-respected", place,
                    DossierMessages.TEXTS.text("assessment.must-not-respected", commitment.get().title(), judgement.commitment())).about(judgement.commitment(), List.of()));
        if (judgement.reason().isBlank() && (verdict == Verdict.PARTLY || verdict == Verdict.NOT_RESPECTED || verdict == Verdict.NOT_APPLICABLE))
            findings.add(text.finding(Severity.WARNING, "assessment.no-reason", place,
                    DossierMessages.TEXTS.text("assessment.no-reason", commitment.get().title(), judgement.commitment())).about(judgement.commitment(), List.of()));
        if (must && verdict == Verdict.RESPECTED && judgement.evidence().isEmpty())
            findings.add(text.finding(Severity.INFO, "assessment.no-evidence", place,
                    DossierMessages.TEXTS.text("assessment.no-evidence", commitment.get().title(), judgement.commitment())).about(judgement.commitment(), List.of()));
    }

    private void open(YamlText text, CharterReview review) {
        long open = review.lines().size() - review.judged();
        if (open > 0)
            findings.add(text.finding(Severity.INFO, "assessment.open", new Node.Span(0, 0, 1, 1), DossierMessages.TEXTS.text("assessment.open", open, review.lines().size())));
    }
}
