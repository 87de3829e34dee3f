package org.etabli.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The facts of one system, in the order in which they were written. A fact that is not there is unknown. */
public record Facts(Map<String, Fact> byId) {

    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    public static Facts of(Collection<Fact> facts) {
        Map<String, Fact> map = new LinkedHashMap<>();
        facts.forEach(f -> map.put(f.id(), f));
        return new Facts(map);
    }

    public Optional<Fact> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Value value(String id) {
        Fact fact = byId.get(id);
        return fact == null ? Value.UNKNOWN : fact.value();
    }

    /** These facts with one value changed or added; the rest of that fact's record is kept. */
    public Facts with(String id, Value value) {
        Map<String, Fact> map = new LinkedHashMap<>(byId);
        Fact old = map.get(id);
        map.put(id, old == null ? Fact.of(id, value) : new Fact(id, value, old.by(), old.on(), old.evidence(), old.note(), old.ask()));
        return new Facts(map);
    }
}
