package org.etabli.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.etabli.model.Decision;
import org.etabli.model.Truth;
import org.etabli.rules.Law;
import org.etabli.yaml.CaseReader;

/** Compares a decision with what the law is expected to say. */
final class Expected {
    private final CaseReader.Expectation expected;
    private final Decision decision;
    private final List<String> unmet = new ArrayList<>();

    private Expected(CaseReader.Expectation expected, Decision decision) {
        this.expected = expected;
        this.decision = decision;
    }

    /** What is expected and not found in this decision; empty when all is met. */
    static List<String> unmet(CaseReader.Expectation expected, Decision decision) {
        Expected one = new Expected(expected, decision);
        one.check();
        return one.unmet;
    }

    /** Names under {@code not_…} that the law does not know: they could never be found, so they prove nothing. */
    static List<String> unknown(CaseReader.Expectation expected, Law law) {
        List<String> problems = new ArrayList<>();
        for (String key : List.of("basis", "duties", "french_law", "missing", "doubts", "roles"))
            expected.list("not_" + key).stream().filter(n -> !known(law, key, n)).forEach(n -> problems.add("not_" + key + ": nothing in this law is called " + n));
        return problems;
    }

    private static boolean known(Law law, String key, String name) {
        return switch (key) {
            case "duties", "french_law" -> law.ruleSets().stream().flatMap(s -> s.duties().stream()).anyMatch(d -> d.id().equals(name) || d.path().equals(name));
            case "doubts" -> law.rule(name).isPresent() || law.ruleSets().stream().flatMap(s -> s.doubts().stream()).anyMatch(d -> d.id().equals(name));
            case "roles" -> law.ruleSets().stream().flatMap(s -> s.roles().stream()).anyMatch(r -> r.id().equals(name));
            case "missing" -> law.catalogue().get(name).isPresent();
            default -> true;
        };
    }

    private void check() {
        expected.classId().filter(c -> !c.equals(decision.classId()))
                .ifPresent(c -> unmet.add("class " + c + " expected, " + decision.classId() + " found; classes " + decision.classes() + ", missing "
                        + decision.missing().stream().map(Decision.Missing::fact).toList()));
        if (!expected.classes().isEmpty() && !expected.classes().equals(decision.classes()))
            unmet.add("classes " + expected.classes() + " expected, " + decision.classes() + " found");
        both("basis", "basis", decision.basis());
        both("duties", "duty", names(decision.duties()));
        both("french_law", "French provision", names(decision.frenchLaw()));
        both("missing", "missing fact", decision.missing().stream().map(Decision.Missing::fact).toList());
        both("doubts", "doubt", decision.doubts().stream().map(Decision.Doubt::id).toList());
        both("roles", "role", decision.roles().stream().filter(r -> r.held() == Truth.TRUE).map(Decision.RoleHeld::id).toList());
        expected.fria().filter(f -> !f.equals(switch (decision.fria()) {
            case TRUE -> "yes";
            case FALSE -> "no";
            case UNKNOWN -> "unknown";
        })).ifPresent(f -> unmet.add("FRIA " + f + " expected, " + decision.fria() + " found"));
        expected.dates().forEach(this::dates);
    }

    /** What must be there, and under {@code not_…} what must not. */
    private void both(String key, String what, List<String> found) {
        for (String e : expected.list(key))
            if (!found.contains(e))
                unmet.add(what + " " + e + " expected, found " + found);
        for (String unwanted : expected.list("not_" + key))
            if (found.contains(unwanted))
                unmet.add(what + " " + unwanted + " must not be there");
    }

    private static List<String> names(List<Decision.Duty> duties) {
        return duties.stream().filter(d -> d.status() != Decision.DutyStatus.UNDETERMINED).flatMap(d -> Stream.of(d.path(), d.id())).toList();
    }

    private void dates(String id, CaseReader.DatesExpected expected) {
        Optional<Decision.Duty> duty = Stream.concat(decision.duties().stream(), decision.frenchLaw().stream()).filter(d -> d.id().equals(id)).findFirst();
        if (duty.isEmpty()) {
            unmet.add("dates: no duty " + id);
            return;
        }
        same(id + " applies_from", expected.appliesFrom(), duty.get().appliesFrom());
        same(id + " operative_from", expected.operativeFrom(), duty.get().operativeFrom());
        same(id + " latest_from", expected.latestFrom(), duty.get().latestFrom());
        same(id + " until", expected.until(), duty.get().until());
        same(id + " status", expected.status(), Optional.of(duty.get().status().code()));
    }

    private <T> void same(String what, Optional<T> expected, Optional<T> found) {
        if (expected.isPresent() && !expected.equals(found))
            unmet.add(what + " " + expected.get() + " expected, " + found.map(Object::toString).orElse("none") + " found");
    }
}
