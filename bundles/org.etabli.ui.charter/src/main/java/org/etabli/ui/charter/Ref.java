package org.etabli.ui.charter;

import java.util.List;
import java.util.Optional;

import org.etabli.markdown.CharterText;
import org.etabli.markdown.CharterText.Section;

/** A section that stays the same while the text around it changes: known by its id, or by its place where it has none of its own. */
record Ref(String id, int index) {

    static Ref of(CharterText charter, Section section) {
        return !section.id().isEmpty() && same(charter, section.id()).size() == 1 ? new Ref(section.id(), -1) : new Ref("", section.index());
    }

    Optional<Section> in(CharterText charter) {
        if (id.isEmpty())
            return index < charter.sections().size() ? Optional.of(charter.sections().get(index)) : Optional.empty();
        return same(charter, id).stream().findFirst();
    }

    private static List<Section> same(CharterText charter, String id) {
        return charter.sections().stream().filter(s -> s.id().equals(id)).toList();
    }
}
