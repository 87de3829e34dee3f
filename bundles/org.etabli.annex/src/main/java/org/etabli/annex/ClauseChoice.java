package org.etabli.annex;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.etabli.markdown.Asciidoc;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Certainty;
import org.etabli.model.Charter;
import org.etabli.model.Clause;
import org.etabli.model.Condition;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Text;
import org.etabli.model.Trace;
import org.etabli.model.Truth;
import org.etabli.rules.CharterReview;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.rules.LawException;

/**
 * Which clauses a tender gets, and why: those that the law and the facts call for, and those that a commitment of the charter asks for.
 * A commitment brings a clause against the facts only where the clause's text stands without them; one that is judged not applicable
 * brings nothing.
 */
final class ClauseChoice {
    /** Before the id of a commitment: the id of the clause that says what it asks of the supplier. */
    private static final String OF_CHARTER = "charte-";

    private final Law law;
    private final Evaluation evaluation;
    private final Wording wording;
    private final Optional<CharterReview> review;

    /** @param review empty where there is no charter that can be used */
    ClauseChoice(Law law, Evaluation evaluation, Wording wording, Optional<CharterReview> review) {
        this.law = law;
        this.evaluation = evaluation;
        this.wording = wording;
        this.review = review;
    }

    /**
     * @param truth   whether it stands in the tender; unknown while it is kept with a mark
     * @param causes  of its own condition
     * @param askedBy the commitments that ask for it
     * @param brought whether only the charter brings it: its own condition does not hold
     * @param draft   whether it stands only because of a charter that is not adopted, and may still change
     */
    record Choice(Clause clause, Truth truth, List<Trace.Cause> causes, List<Charter.Commitment> askedBy, boolean brought, boolean draft) {

        /** Whether nothing has to be confirmed before the tender is published. */
        boolean isSettled() {
            return truth == Truth.TRUE && !draft;
        }
    }

    Choice choose(Clause clause) {
        List<Charter.Commitment> askedBy = commitments().filter(c -> asks(c, clause)).toList();
        try {
            Law.Test test = law.test(clause.when());
            Truth own = evaluation.truth(test);
            boolean brought = own != Truth.TRUE && clause.onRequest() && !askedBy.isEmpty();
            boolean byCharter = brought || askedBy.stream().anyMatch(c -> clause.id().equals(OF_CHARTER + c.id()));
            return new Choice(clause, brought ? Truth.TRUE : own, evaluation.causes(test), askedBy, brought, byCharter && review.orElseThrow().charter().adoption().isEmpty());
        } catch (LawException e) {
            // a clause written for another state of the law: it cannot be chosen under this one
            return new Choice(clause, Truth.FALSE, List.of(), askedBy, false, false);
        }
    }

    /** What the charter asks of the supplier and no clause says, one clause for each commitment, where a frame has a place for it. */
    List<Clause> ofCharter(List<DocumentTemplate> templates) {
        return templates.stream().flatMap(t -> t.sections().stream().filter(DocumentTemplate.Section::ofCharter).flatMap(s -> commitments()
                .filter(c -> c.supplier().isPresent()).map(c -> new Clause(OF_CHARTER + c.id(), t.id(), s.id(), Text.same(c.title()),
                        Text.same(Asciidoc.inline(c.supplier().get())), List.of(wording.charter(review.orElseThrow().charter())), c.duties(), Certainty.TEXT, Condition.ALWAYS, Optional.empty(), false))))
                .toList();
    }

    /** Why a clause stands in the tender, or does not, in words. */
    List<String> because(Choice choice) {
        Set<String> because = new LinkedHashSet<>();
        // facts that do not call for it are no reason
        if (!choice.brought())
            choice.causes().forEach(c -> because.add(wording.cause(c)));
        // it would stand without the charter, too
        if (!choice.askedBy().isEmpty() && choice.clause().when().equals(Condition.ALWAYS) && !isOfCharter(choice.clause()))
            because.add(wording.message("trace.always"));
        choice.askedBy().forEach(c -> because.add(wording.commitment(review.orElseThrow().charter(), c)));
        return List.copyOf(because);
    }

    static boolean isOfCharter(Clause clause) {
        return clause.id().startsWith(OF_CHARTER);
    }

    /** What it adds included. */
    private static boolean asks(Charter.Commitment commitment, Clause clause) {
        return commitment.clauses().contains(clause.id()) || commitment.supplier().isPresent() && clause.id().equals(OF_CHARTER + commitment.id());
    }

    /** Those that apply. */
    private Stream<Charter.Commitment> commitments() {
        return review.map(CharterReview::lines).orElse(List.of()).stream().filter(l -> l.verdict() != Verdict.NOT_APPLICABLE).map(CharterReview.Line::commitment);
    }
}
