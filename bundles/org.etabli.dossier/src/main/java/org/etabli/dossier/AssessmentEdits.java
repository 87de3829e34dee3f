package org.etabli.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.etabli.model.Assessment.Judgement;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Charter;
import org.etabli.model.InvalidInputException;
import org.etabli.yaml.AssessmentReader;
import org.etabli.yaml.Node;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlEdits;
import org.etabli.yaml.YamlEdits.Content;
import org.etabli.yaml.YamlText;

/** What a form changes in {@code charter-assessment.yaml}, as the smallest edit of its text. A commitment that was not written yet is unknown. */
public final class AssessmentEdits {
    private static final EntryEdits COMMITMENTS = new EntryEdits("commitments", "verdict");
    private static final String EVIDENCE = "evidence";
    private static final String BY = "by";
    private static final String ON = "on";

    private AssessmentEdits() {
    }

    /** An assessment of that charter in which nothing is judged yet. */
    public static String fresh(Charter charter) {
        return "schema: etabli/charter-assessment/1\ncharter:\n  id: " + YamlEdits.quoted(charter.id()) + "\n  version: " + YamlEdits.quoted(charter.version()) + "\ncommitments: {}\n";
    }

    public static TextEdit verdict(YamlText text, String commitment, Verdict verdict) throws InvalidInputException {
        return COMMITMENTS.main(text, commitment, YamlEdits.words(verdict.code()));
    }

    /** An empty reason takes the field away; nothing happens when it is not there. */
    public static Optional<TextEdit> reason(YamlText text, String commitment, String reason) throws InvalidInputException {
        return words(text, commitment, "reason", reason);
    }

    public static Optional<TextEdit> by(YamlText text, String commitment, String author) throws InvalidInputException {
        return words(text, commitment, BY, author);
    }

    public static Optional<TextEdit> on(YamlText text, String commitment, Optional<LocalDate> day) throws InvalidInputException {
        return words(text, commitment, ON, day.map(LocalDate::toString).orElse(""));
    }

    private static Optional<TextEdit> words(YamlText text, String commitment, String field, String words) throws InvalidInputException {
        return words.isEmpty() ? COMMITMENTS.without(text, commitment, List.of(field)) : Optional.of(COMMITMENTS.field(text, commitment, List.of(field), YamlEdits.words(words)));
    }

    /** One alone stays without brackets where it was written so. */
    public static Optional<TextEdit> evidence(YamlText text, String commitment, List<String> evidence) throws InvalidInputException {
        if (evidence.isEmpty())
            return COMMITMENTS.without(text, commitment, List.of(EVIDENCE));
        boolean alone = evidence.size() == 1 && text.root().at(List.of(COMMITMENTS.mapping(), commitment, EVIDENCE)).filter(Node.Scalar.class::isInstance).isPresent();
        Content content = alone ? YamlEdits.words(evidence.getFirst()) : new Content.WordList(evidence);
        return Optional.of(COMMITMENTS.field(text, commitment, List.of(EVIDENCE), content));
    }

    /** Who judged, and when, in one step. */
    public static TextEdit signed(YamlText text, String commitment, String author, LocalDate day) throws InvalidInputException {
        return sign(new EditChain(text), commitment, author, day).edit();
    }

    /**
     * Makes a judgement of what the facts propose, in one step: the verdict, and the facts as evidence behind the evidence that is there
     * already. The reason stays as it is.
     */
    public static TextEdit accept(YamlText text, String commitment, Verdict verdict, List<String> facts, String author, LocalDate day) throws InvalidInputException {
        List<String> known = Optional.ofNullable(AssessmentReader.assessment(text).judgements().get(commitment)).map(Judgement::evidence).orElse(List.of());
        List<String> evidence = Stream.concat(known.stream(), facts.stream()).distinct().toList();
        EditChain chain = new EditChain(text).then(t -> verdict(t, commitment, verdict));
        if (!evidence.equals(known))
            chain.then(t -> evidence(t, commitment, evidence).orElseThrow());
        return sign(chain, commitment, author, day).edit();
    }

    private static EditChain sign(EditChain chain, String commitment, String author, LocalDate day) throws InvalidInputException {
        return chain.then(t -> COMMITMENTS.field(t, commitment, List.of(BY), YamlEdits.words(author)))
                .then(t -> COMMITMENTS.field(t, commitment, List.of(ON), YamlEdits.words(day.toString())));
    }

    /** From now on that charter, in that version, is what the project is judged against. */
    public static TextEdit charter(YamlText text, String id, String version) throws InvalidInputException {
        return new EditChain(text).then(t -> YamlEdits.set(t, List.of("charter", "id"), YamlEdits.words(id), null))
                .then(t -> YamlEdits.set(t, List.of("charter", "version"), YamlEdits.words(version), null)).edit();
    }

    /** Takes a judgement away with all that was said about it. */
    public static Optional<TextEdit> remove(YamlText text, String commitment) throws InvalidInputException {
        return YamlEdits.remove(text, List.of(COMMITMENTS.mapping(), commitment));
    }
}
