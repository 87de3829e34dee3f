package org.etabli.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The answer of a rule set to the facts of one system, with everything needed to check it.
 *
 * @param id          the system's id
 * @param classId     the strongest class that applies, or {@link #INSUFFICIENT}
 * @param classes     every class that applies on the known facts, strongest first
 * @param basis       article paths that the classes rest on
 * @param roles       roles held by the authority
 * @param duties      of the Regulation, in the order of the rule set; undecided ones included, with that status
 * @param frenchLaw   provisions of French law, in the same form
 * @param fria        whether a fundamental-rights impact assessment is due
 * @param missing     unknown facts whose value could still change the class, most decisive first
 * @param whatIf      single changes of a known fact that would change the class
 * @param unmoved     known facts that bear on some class, but of which no other answer alone would change the class
 * @param presumed    what was taken to be so because nobody has shown the contrary
 * @param open        classes that missing facts may still add and that weigh no less than the surest, strongest first
 * @param atLeast     the strongest class that surely applies, whatever else may come; empty while none does
 * @param unlawful    what the law forbids in the use as it is described, although it is no prohibited practice
 */
public record Decision(String id, String classId, List<String> classes, List<String> basis, List<RoleHeld> roles,
        List<Duty> duties, List<Duty> frenchLaw, Truth fria, List<Missing> missing, List<Doubt> doubts, List<WhatIf> whatIf, List<String> unmoved,
        List<Presumed> presumed, List<String> open, Optional<String> atLeast, List<Unlawful> unlawful, String law, LocalDate date, Receipt receipt, Trace trace) {

    /** The class that forbids to go on: there is nothing to put to tender. */
    public static final String PROHIBITED = "prohibited";

    /** The class of a decision that a missing fact could still lift. */
    public static final String INSUFFICIENT = "insufficient_information";

    public boolean isDecided() {
        return !classId.equals(INSUFFICIENT);
    }

    /** Whether there is something to put to tender: no practice that is prohibited, no use that is unlawful as described. */
    public boolean isTenderable() {
        return !classes.contains(PROHIBITED) && unlawful.isEmpty();
    }

    /** A role, held for sure or perhaps. */
    public record RoleHeld(String id, Text title, Truth held) {
    }

    /** Where a duty stands on the decision's date. */
    public enum DutyStatus {
        /** Binds on that date. */
        IN_FORCE("in_force"),
        /** Will bind later. */
        UPCOMING("upcoming"),
        /** No longer binds. */
        ENDED("ended"),
        /** Not law yet: will bind from a day that is not known. */
        AWAITED("awaited"),
        /** A missing fact decides whether it exists. */
        UNDETERMINED("undetermined");

        private final String code;

        DutyStatus(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * A duty on these facts.
     *
     * @param appliesFrom   by the letter of the text; empty while it is awaited
     * @param operativeFrom equal to {@code appliesFrom} where the text leaves no doubt
     * @param dayCertainty  given when the days rest on weaker ground than the duty itself
     * @param borneBy       who has to fulfil it, where that is not the authority
     * @param latestFrom    given when a missing fact decides between several days: the dates are then the earliest, this is the latest
     */
    public record Duty(String id, String path, String role, Optional<LocalDate> appliesFrom, Optional<LocalDate> operativeFrom,
            Optional<LocalDate> until, Optional<LocalDate> latestFrom, DutyStatus status, Text text, List<String> source, Certainty certainty,
            Optional<Certainty> dayCertainty, Text doubt, Optional<Bearer> borneBy) {
    }

    /** An unknown fact that matters, with the classes it could lead to. */
    public record Missing(String fact, List<String> couldBecome) {
    }

    /** Somebody other than the authority who has to fulfil a duty. */
    public record Bearer(String id, Text title) {
    }

    /**
     * A fact that nobody gave and that counts as given.
     *
     * @param why     the presumption, with its doubt and what would show the contrary
     * @param wayOuts other answers that would give another class
     */
    public record Presumed(String fact, Value value, Question.Presumption why, List<WhatIf> wayOuts) {
    }

    /** A use that is forbidden as described, and what would make it lawful. */
    public record Unlawful(String id, Text text, Text wayOut, List<String> source, Certainty certainty) {
    }

    public record Doubt(String id, Text text, List<String> source, Certainty certainty) {
    }

    /** One changed fact and the class it would give. */
    public record WhatIf(String fact, Value from, Value to, String classId) {
    }

    /**
     * What decided: rule sets with version and hash, and the engine.
     *
     * @param own the content that the dossier brings in place of, or beside, that of Établi
     */
    public record Receipt(List<Entry> ruleSets, String engine, String factsSha256, List<OwnContent> own) {
        public record Entry(String id, String version, String sha256) {
        }
    }
}
