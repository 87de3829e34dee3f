package org.etabli.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.etabli.model.Charter;

/** A principle, an item or a commitment, with its place in the tree. Two are equal only if they are the same object. */
final class CharterPart {
    private final CharterHeading heading;
    private final String key;
    private final String id;
    private final String title;
    private final String text;
    private final Optional<CharterPart> parent;
    private final int place;
    private final Optional<Charter.Commitment> commitment;
    private final List<CharterPart> below = new ArrayList<>();

    private CharterPart(CharterHeading heading, String key, String id, String title, String text, Optional<CharterPart> parent, int place, Optional<Charter.Commitment> commitment) {
        this.heading = heading;
        this.key = key;
        this.id = id;
        this.title = title;
        this.text = text;
        this.parent = parent;
        this.place = place;
        this.commitment = commitment;
    }

    /** In the order of the text. */
    static List<CharterPart> of(Charter charter) {
        Reading reading = new Reading();
        for (Charter.Principle p : charter.principles()) {
            CharterPart principle = reading.add(CharterHeading.PRINCIPLE, p.id(), p.title(), p.text(), Optional.empty(), Optional.empty());
            for (Charter.Item i : p.items()) {
                CharterPart item = reading.add(CharterHeading.ITEM, i.id(), i.title(), i.text(), Optional.of(principle), Optional.empty());
                i.commitments().forEach(c -> reading.add(CharterHeading.COMMITMENT, c.id(), c.title(), c.text(), Optional.of(item), Optional.of(c)));
            }
        }
        return reading.parts;
    }

    private static final class Reading {
        private final List<CharterPart> parts = new ArrayList<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private int principles;

        /** A charter under repair may have an id twice, or none. */
        CharterPart add(CharterHeading heading, String id, String title, String text, Optional<CharterPart> parent, Optional<Charter.Commitment> commitment) {
            String key = heading + " " + id + " " + seen.merge(heading + id, 1, Integer::sum);
            int place = parent.map(p -> p.below.size()).orElseGet(() -> principles++);
            CharterPart part = new CharterPart(heading, key, id, title, text, parent, place, commitment);
            parent.ifPresent(p -> p.below.add(part));
            parts.add(part);
            return part;
        }
    }

    CharterHeading heading() {
        return heading;
    }

    /** Different for every part of a charter, and the same in another version of it. */
    String key() {
        return key;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    Optional<CharterPart> parent() {
        return parent;
    }

    /** Among its neighbours. */
    int place() {
        return place;
    }

    Optional<Charter.Commitment> commitment() {
        return commitment;
    }

    List<CharterPart> below() {
        return below;
    }

    /** The commitments below it that came or went together with it. */
    Stream<CharterPart> unpaired(Predicate<CharterPart> paired) {
        return below.stream().filter(paired.negate()).flatMap(p -> Stream.concat(p.commitment.stream().map(c -> p), p.unpaired(paired)));
    }

    @Override
    public String toString() {
        return key;
    }
}
