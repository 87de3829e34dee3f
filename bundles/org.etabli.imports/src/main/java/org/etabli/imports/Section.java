package org.etabli.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A principle, an item or a commitment in the making. */
final class Section {
    static final int PRINCIPLE = 1;
    static final int ITEM = 2;
    static final int COMMITMENT = 3;

    final int level;
    final int line;
    final String title;
    final Optional<String> id;
    final List<Block> text = new ArrayList<>();
    final List<Section> below = new ArrayList<>();

    Section(int level, int line, String title, Optional<String> id) {
        this.level = level;
        this.line = line;
        this.title = title;
        this.id = id;
    }

    Section add(int line, String title, Optional<String> id) {
        Section section = new Section(level + 1, line, title, id);
        below.add(section);
        return section;
    }

    Section add(int line, String title) {
        return add(line, title, Optional.empty());
    }
}
