package org.etabli.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A text of law at a date, as rules.
 *
 * @param id        which law, for instance {@code ai-act}
 * @param version   which state of it, an ISO date
 * @param inForceTo the last day of this state, empty while it is the newest
 * @param sha256    of the file it was read from, hexadecimal
 */
public record RuleSet(String id, String version, Text title, LocalDate inForceFrom, Optional<LocalDate> inForceTo,
        List<LegalText> texts, List<Stage> stages, List<Rule> rules, List<ClassRule> classes, List<RoleRule> roles,
        List<DutyRule> duties, List<DoubtRule> doubts, List<UnlawfulRule> unlawful, List<BearerRule> bearers, Optional<FriaRule> fria,
        List<Table> tables, String sha256) {

    /** An official text that article paths refer to, with its reference in the official journal. */
    public record LegalText(String id, Text title, String reference) {
    }

    /** A step of the decision, in the order of the law. */
    public record Stage(String id, Text title) {
    }

    /**
     * A class of the decision; classes stand strongest first.
     *
     * @param id       the code of the contract, for instance {@code high_risk_annex_iii}
     * @param requires rules that must hold before the class is examined at all; they are no part of its basis
     * @param when     what makes the class
     * @param fallback the class that remains when every stronger one is excluded
     * @param absolute a class that shuts out every weaker one (outside the scope, no AI system)
     * @param level    classes that stand in a row with the same word weigh the same; empty for a class that has no equal
     */
    public record ClassRule(String id, Text title, Text meaning, List<String> requires, Condition when, List<String> source,
            boolean fallback, boolean absolute, String level) {
    }

    /** A role of the Regulation that the authority may hold. */
    public record RoleRule(String id, Text title, Condition when, List<String> source) {
    }

    /** The fundamental-rights impact assessment. */
    public record FriaRule(Condition when, List<String> source) {
    }

    /**
     * Something an operator must do.
     *
     * @param path   the article
     * @param role   the role that owes it
     * @param french a provision of French law, listed apart
     * @param dates  the first entry whose condition holds gives the dates
     */
    public record DutyRule(String id, String path, String role, boolean french, Text text, List<String> source,
            Certainty certainty, Text doubt, Condition when, List<DutyDates> dates) {
    }

    /**
     * From and until when a duty binds.
     *
     * @param appliesFrom empty for a provision that is awaited: it will bind from a day that nobody knows yet
     * @param certainty   of the days, where they rest on weaker ground than the duty itself
     */
    public record DutyDates(Condition when, Optional<LocalDate> appliesFrom, Optional<LocalDate> operativeFrom, Optional<LocalDate> until,
            List<String> source, Optional<Certainty> certainty) {

        /** The day from which it can have effect; empty while the provision is awaited. */
        public Optional<LocalDate> effective() {
            return operativeFrom.or(() -> appliesFrom);
        }
    }

    /**
     * An open question of law that these facts raise.
     *
     * @param whenOpen raised already while {@code when} is undecided: for doubts that an unanswered question causes
     */
    public record DoubtRule(String id, Text text, List<String> source, Certainty certainty, Condition when, boolean whenOpen) {
    }

    /**
     * A use that the law forbids as it is described, although no class of the decision says so.
     *
     * @param text   what is forbidden, and by what
     * @param wayOut what would make it lawful, or what to do instead
     */
    public record UnlawfulRule(String id, Text text, Text wayOut, List<String> source, Certainty certainty, Condition when) {
    }

    /**
     * Somebody other than the authority who bears the duties of some roles, because the tool is his to use.
     *
     * @param title his name in a sentence: "le délégataire"
     */
    public record BearerRule(String id, Text title, List<String> roles, Condition when, List<String> source) {
    }

    /**
     * What the rules of a step must amount to; the proof holds them to it for every combination of answers.
     *
     * @param outcomes where {@code given} holds, exactly one of them must hold; may be empty
     * @param never    where {@code given} holds, none of them may hold
     */
    public record Table(String id, Text title, Condition given, List<Condition> outcomes, List<Condition> never) {
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom) && (inForceTo.isEmpty() || !day.isAfter(inForceTo.get()));
    }
}
