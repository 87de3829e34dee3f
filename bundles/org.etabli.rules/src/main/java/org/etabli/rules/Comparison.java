package org.etabli.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.etabli.model.Decision;
import org.etabli.model.Decision.Duty;
import org.etabli.model.Decision.DutyStatus;

/**
 * What differs between two decisions: the same facts on two days or under two states of the law, or two states of the facts.
 *
 * @param changes the class first, then duties in the order of the later decision, then the rest
 */
public record Comparison(Decision before, Decision after, List<Change> changes) {

    /**
     * @param subject the id of what changes: a class, a duty, a role, a doubt, a fact
     * @param duty    for duties: as it was and as it is
     */
    public record Change(Kind kind, String subject, Optional<Duty> was, Optional<Duty> is) {
        private static Change of(Kind kind, String subject) {
            return new Change(kind, subject, Optional.empty(), Optional.empty());
        }
    }

    public enum Kind {
        /** The class of the decision is another. */
        CLASS("class"),
        CLASS_ADDED("class_added"),
        CLASS_GONE("class_gone"),
        /** The duty exists only afterwards. */
        DUTY_NEW("duty_new"),
        /** The duty exists only before. */
        DUTY_GONE("duty_gone"),
        /** The duty exists on both sides and starts to bind. */
        DUTY_BEGINS("duty_begins"),
        /** The duty exists on both sides and stops to bind. */
        DUTY_ENDS("duty_ends"),
        /** Its dates are others. */
        DUTY_MOVES("duty_moves"),
        /** A missing fact decided it, and no longer does, or the other way round. */
        DUTY_SETTLED("duty_settled"),
        DUTY_OPEN("duty_open"),
        /** The same dates, another text. */
        DUTY_REWORDED("duty_reworded"),
        ROLE_ADDED("role_added"),
        ROLE_GONE("role_gone"),
        /** The fundamental-rights impact assessment is due on one side only. */
        FRIA("fria"),
        DOUBT_ADDED("doubt_added"),
        DOUBT_GONE("doubt_gone"),
        /** A fact that is missing on one side only. */
        MISSING_ADDED("missing_added"),
        MISSING_GONE("missing_gone");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public static Comparison between(Decision before, Decision after) {
        List<Change> changes = new ArrayList<>();
        if (!before.classId().equals(after.classId()))
            changes.add(Change.of(Kind.CLASS, after.classId()));
        difference(before.classes(), after.classes(), Kind.CLASS_GONE, Kind.CLASS_ADDED, changes);
        duties(before, after, changes);
        difference(roles(before), roles(after), Kind.ROLE_GONE, Kind.ROLE_ADDED, changes);
        if (before.fria() != after.fria())
            changes.add(Change.of(Kind.FRIA, after.fria().name().toLowerCase(java.util.Locale.ROOT)));
        difference(before.doubts().stream().map(Decision.Doubt::id).toList(), after.doubts().stream().map(Decision.Doubt::id).toList(), Kind.DOUBT_GONE, Kind.DOUBT_ADDED, changes);
        difference(before.missing().stream().map(Decision.Missing::fact).toList(), after.missing().stream().map(Decision.Missing::fact).toList(),
                Kind.MISSING_GONE, Kind.MISSING_ADDED, changes);
        return new Comparison(before, after, List.copyOf(changes));
    }

    public List<Change> of(Kind kind) {
        return changes.stream().filter(c -> c.kind() == kind).toList();
    }

    private static void difference(List<String> before, List<String> after, Kind gone, Kind added, List<Change> changes) {
        Set<String> all = new LinkedHashSet<>(after);
        all.removeAll(before);
        all.forEach(id -> changes.add(Change.of(added, id)));
        Set<String> lost = new LinkedHashSet<>(before);
        after.forEach(lost::remove);
        lost.forEach(id -> changes.add(Change.of(gone, id)));
    }

    private static List<String> roles(Decision decision) {
        return decision.roles().stream().filter(r -> r.held() == org.etabli.model.Truth.TRUE).map(Decision.RoleHeld::id).toList();
    }

    private static Map<String, Duty> byId(Decision decision) {
        return Stream.concat(decision.duties().stream(), decision.frenchLaw().stream())
                .collect(Collectors.toMap(Duty::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static void duties(Decision before, Decision after, List<Change> changes) {
        Map<String, Duty> was = byId(before);
        Map<String, Duty> is = byId(after);
        is.forEach((id, duty) -> {
            Duty old = was.get(id);
            if (old == null)
                changes.add(new Change(Kind.DUTY_NEW, id, Optional.empty(), Optional.of(duty)));
            else
                kind(old, duty).ifPresent(k -> changes.add(new Change(k, id, Optional.of(old), Optional.of(duty))));
        });
        was.forEach((id, duty) -> {
            if (!is.containsKey(id))
                changes.add(new Change(Kind.DUTY_GONE, id, Optional.of(duty), Optional.empty()));
        });
    }

    private static Optional<Kind> kind(Duty was, Duty is) {
        boolean moved = !was.appliesFrom().equals(is.appliesFrom()) || !was.operativeFrom().equals(is.operativeFrom()) || !was.until().equals(is.until())
                || !was.latestFrom().equals(is.latestFrom());
        if (moved)
            return Optional.of(Kind.DUTY_MOVES);
        if (was.status() != is.status())
            return Optional.of(is.status() == DutyStatus.UNDETERMINED ? Kind.DUTY_OPEN
                    : was.status() == DutyStatus.UNDETERMINED ? Kind.DUTY_SETTLED
                    : is.status() == DutyStatus.IN_FORCE ? Kind.DUTY_BEGINS : Kind.DUTY_ENDS);
        return was.text().equals(is.text()) ? Optional.empty() : Optional.of(Kind.DUTY_REWORDED);
    }
}
