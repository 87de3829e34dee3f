package org.etabli.dossier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.etabli.model.Decision;
import org.etabli.yaml.CaseReader;
import org.etabli.yaml.ContrastReader;
import org.etabli.yaml.ContrastReader.Contrast;

/**
 * Every known error has a pair of close cases that a law which makes the error would fail: the two are decided differently, and
 * each of them expects something that is not true of the other.
 */
final class ContrastProof {

    /** A case with what came out. */
    record Decided(CaseReader.Case one, Decision decision) {
    }

    private final String path;
    private final ContrastReader.Contrasts contrasts;
    private final Map<String, Decided> cases;
    private final List<String> problems = new ArrayList<>();

    /** @param cases by id, those of the same state of the law */
    ContrastProof(String path, ContrastReader.Contrasts contrasts, Map<String, Decided> cases) {
        this.path = path;
        this.contrasts = contrasts;
        this.cases = cases;
    }

    List<String> run() {
        Set<String> paired = new LinkedHashSet<>();
        for (Contrast pair : contrasts.pairs()) {
            paired.add(pair.trap());
            pair(pair, path + ":" + pair.line() + " contrast " + pair.trap() + " " + pair.cases() + ": ");
        }
        contrasts.traps().stream().filter(t -> !paired.contains(t)).forEach(t -> problems.add(path + ": trap " + t + " has no pair"));
        return problems;
    }

    private void pair(Contrast pair, String where) {
        if (!contrasts.traps().contains(pair.trap()))
            problems.add(where + "no trap of the list is called " + pair.trap());
        List<String> absent = pair.cases().stream().filter(c -> !cases.containsKey(c)).toList();
        absent.forEach(c -> problems.add(where + "no case is called " + c));
        if (!absent.isEmpty())
            return;
        Decided first = cases.get(pair.cases().getFirst());
        Decided second = cases.get(pair.cases().getLast());
        Set<String> differ = differ(first.one(), second.one());
        if (!differ.equals(Set.copyOf(pair.differ())))
            problems.add(where + "they differ in " + differ + ", not in " + pair.differ());
        if (outcome(first.decision()).equals(outcome(second.decision())))
            problems.add(where + "both are decided alike");
        tellsApart(where, first, second);
        tellsApart(where, second, first);
    }

    private void tellsApart(String where, Decided one, Decided other) {
        if (Expected.unmet(one.one().expect(), other.decision()).isEmpty())
            problems.add(where + one.one().id() + " expects nothing that is not true of " + other.one().id() + " too");
    }

    /** A fact that nobody has answered does not differ from one that is said to be unknown. */
    private static Set<String> differ(CaseReader.Case first, CaseReader.Case second) {
        Set<String> differ = new TreeSet<>();
        Stream.of(first, second).flatMap(c -> c.facts().byId().keySet().stream()).filter(f -> !first.facts().value(f).equals(second.facts().value(f))).forEach(differ::add);
        if (!first.date().equals(second.date()))
            differ.add(ContrastReader.DATE);
        return differ;
    }

    /** What a reader would call the result. */
    private static List<Object> outcome(Decision decision) {
        return List.of(decision.classId(), decision.classes(), duties(decision), decision.fria(), Set.copyOf(decision.doubts().stream().map(Decision.Doubt::id).toList()));
    }

    private static Set<String> duties(Decision decision) {
        Set<String> duties = new TreeSet<>();
        Stream.concat(decision.duties().stream(), decision.frenchLaw().stream()).forEach(d -> duties.add(d.id() + " " + d.status().code()));
        return duties;
    }
}
