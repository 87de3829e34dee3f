package org.etabli.dossier;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.etabli.model.Clause;
import org.etabli.model.InvalidInputException;
import org.etabli.model.RuleSet;
import org.etabli.model.SupplierDuties;
import org.etabli.yaml.ClauseReader;
import org.etabli.yaml.YamlText;

/**
 * The chain from the duties of the law to the clauses: what a clause serves exists in some state of the law, and each duty of those
 * who supply the system has a clause, or a reason for having none, and not both.
 */
final class DutiesProof {
    private final List<String> problems = new ArrayList<>();
    private final Set<String> served = new LinkedHashSet<>();
    private final Set<String> supplierRoles = new LinkedHashSet<>();
    /** Where each reason stands. */
    private final Map<String, String> leftToLaw = new LinkedHashMap<>();
    /** Each duty that some state of the law knows, with its roles. */
    private final Map<String, Set<String>> duties = new LinkedHashMap<>();

    DutiesProof(LawLibrary library) throws IOException, InvalidInputException {
        for (String version : library.versions(LawLibrary.BASE))
            for (LocalDate day : List.of(LocalDate.parse(version), LocalDate.MAX))
                for (RuleSet set : library.law(day, Optional.of(version)).ruleSets())
                    set.duties().forEach(d -> duties.computeIfAbsent(d.id(), id -> new LinkedHashSet<>()).add(d.role()));
    }

    void read(String file, YamlText text) {
        for (Clause clause : ClauseReader.clauses(text))
            for (String duty : clause.serves()) {
                served.add(duty);
                known(file + ": clause " + clause.id() + " serves", duty);
            }
        ClauseReader.supplier(text).ifPresent(s -> supplier(file, s));
    }

    private void supplier(String file, SupplierDuties supplier) {
        supplierRoles.addAll(supplier.roles());
        for (String role : supplier.roles())
            if (duties.values().stream().noneMatch(r -> r.contains(role)))
                problems.add(file + ": no duty is owed by " + role);
        for (SupplierDuties.LeftToLaw left : supplier.leftToLaw()) {
            known(file + ": left_to_law", left.duty());
            if (leftToLaw.put(left.duty(), file) != null)
                problems.add(file + ": left_to_law names " + left.duty() + " twice");
        }
    }

    private void known(String where, String duty) {
        if (!duties.containsKey(duty))
            problems.add(where + " " + duty + ", which is no duty of the law");
    }

    List<String> run() {
        leftToLaw.forEach((duty, file) -> {
            if (served.contains(duty))
                problems.add(file + ": left_to_law names " + duty + ", which a clause serves");
        });
        duties.forEach((duty, roles) -> {
            if (roles.stream().anyMatch(supplierRoles::contains) && !served.contains(duty) && !leftToLaw.containsKey(duty))
                problems.add("duty " + duty + ": no clause serves it, and left_to_law has no reason for that");
        });
        return problems;
    }
}
