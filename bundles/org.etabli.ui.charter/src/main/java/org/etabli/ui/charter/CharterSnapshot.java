package org.etabli.ui.charter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.etabli.dossier.CharterTerms;
import org.etabli.markdown.CharterText;
import org.etabli.markdown.CharterText.Section;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.ui.form.Snapshot;

/**
 * A charter as it is written, as a tree, with everything that is to be said about it. There is no text that cannot be shown.
 *
 * @param sections by what stays the same while the text changes, in the order of the text
 * @param children those in the wrong place, which belong to no other, stand among the principles
 * @param worst    the gravest finding on each section, without those below it
 * @param terms    what it may refer to; empty until law and clauses are read
 */
record CharterSnapshot(CharterText charter, List<Finding> findings, Optional<CharterTerms> terms, Map<Ref, Section> sections, Map<Optional<Ref>, List<Ref>> children, Map<Ref, Severity> worst)
        implements Snapshot {

    static CharterSnapshot of(CharterText charter, List<Finding> findings, Optional<CharterTerms> terms) {
        Map<String, Long> ids = charter.sections().stream().collect(Collectors.groupingBy(Section::id, Collectors.counting()));
        List<Ref> refs = charter.sections().stream().map(s -> !s.id().isEmpty() && ids.get(s.id()) == 1 ? new Ref(s.id(), -1) : new Ref("", s.index())).toList();
        Map<Ref, Section> sections = new LinkedHashMap<>();
        Map<Optional<Ref>, List<Ref>> children = new HashMap<>();
        for (Section s : charter.sections()) {
            Ref ref = refs.get(s.index());
            sections.put(ref, s);
            children.computeIfAbsent(s.placed() && s.parent() >= 0 ? Optional.of(refs.get(s.parent())) : Optional.empty(), p -> new ArrayList<>()).add(ref);
        }
        Map<Ref, Severity> worst = new HashMap<>();
        for (Finding f : findings)
            at(charter, f.offset()).ifPresent(s -> worst.merge(refs.get(s.index()), f.severity(), (a, b) -> a.compareTo(b) < 0 ? a : b));
        return new CharterSnapshot(charter, List.copyOf(findings), terms, sections, children, worst);
    }

    /** The section in which a place of the text lies, the deepest one. */
    static Optional<Section> at(CharterText charter, int offset) {
        return charter.sectionAt(offset);
    }

    List<Ref> below(Optional<Ref> parent) {
        return children.getOrDefault(parent, List.of());
    }

    Optional<Section> section(Ref ref) {
        return Optional.ofNullable(sections.get(ref));
    }

    Optional<Ref> parent(Ref ref) {
        return section(ref).filter(s -> s.placed() && s.parent() >= 0).map(s -> Ref.of(charter, charter.sections().get(s.parent())));
    }

    /** An adopted text is not changed: a new version is begun. */
    boolean isAdopted() {
        return charter.charter().adoption().isPresent();
    }

    @Override
    public String text() {
        return charter.text();
    }

    @Override
    public boolean isReadable() {
        return true;
    }
}
