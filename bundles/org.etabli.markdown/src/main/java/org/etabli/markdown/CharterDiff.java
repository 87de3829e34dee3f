package org.etabli.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.etabli.model.Charter;
import org.etabli.model.Condition;
import org.etabli.model.Days;
import org.etabli.model.Lang;
import org.etabli.model.Letters;
import org.etabli.model.Text;

/**
 * What differs between two charters, mostly two versions of one. Principles, items and commitments are told apart by their ids, not by their words or places.
 * Empty exactly where both say the same; the other way round it says the same changes, {@link Change#mirrored() mirrored}.
 *
 * @param changes the head first, then section by section in the order of the later charter, then what was taken away
 */
public record CharterDiff(Charter before, Charter after, List<Change> changes) {

    public CharterDiff {
        changes = List.copyOf(changes);
    }

    public static CharterDiff between(Charter before, Charter after) {
        return new CharterDiff(before, after, new Comparing(before, after).changes());
    }

    public enum Kind {
        /** A value of the front matter, named by the key. */
        HEAD,
        PREAMBLE,
        /** A section, with everything new below it; the values are the titles of the commitments there. */
        ADDED,
        /** The same for what was taken away. */
        REMOVED,
        /** Another parent, or another place among its neighbours. */
        MOVED,
        /** Another id for what is, by its words, the same. */
        RENAMED,
        RETITLED,
        TEXT,
        /** A field of a commitment, named by the key. */
        FIELD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param values what changed, as it was or as it is; empty where that was nothing */
    public record Side(String id, String title, List<Text> values) {
        public Side {
            values = List.copyOf(values);
        }
    }

    /**
     * @param heading empty for the head and the preamble
     * @param key     in the front matter; or a field's English name; else empty
     * @param was     empty for something new
     * @param is      empty for something that was taken away
     */
    public record Change(Kind kind, Optional<CharterHeading> heading, String key, Optional<Side> was, Optional<Side> is) {

        /** The change that takes this one back. */
        public Change mirrored() {
            Kind mirrored = switch (kind) {
                case ADDED -> Kind.REMOVED;
                case REMOVED -> Kind.ADDED;
                default -> kind;
            };
            return new Change(mirrored, heading, key, is, was);
        }

        /** As it is later, or as it was last. */
        public Side side() {
            return is.or(() -> was).orElseThrow();
        }

        /** A line for people. Where a text changed it does not repeat the text: that is in the values. */
        public Text text() {
            String of = heading.map(h -> "." + h.name().toLowerCase(Locale.ROOT)).orElse("");
            return switch (kind) {
                case HEAD -> MarkdownMessages.TEXTS.text("diff.head", MarkdownMessages.TEXTS.text("diff.head." + key), words(was), words(is));
                case PREAMBLE -> MarkdownMessages.TEXTS.text("diff.preamble");
                case ADDED, REMOVED -> MarkdownMessages.TEXTS.text("diff." + kind.code() + of, side().title(), side().id(), below());
                case RETITLED -> MarkdownMessages.TEXTS.text("diff.retitled" + of, was.orElseThrow().title(), side().title(), side().id());
                case RENAMED -> MarkdownMessages.TEXTS.text("diff.renamed" + of, side().title(), was.orElseThrow().id(), side().id());
                case TEXT -> MarkdownMessages.TEXTS.text("diff.text" + of, side().title(), side().id());
                case MOVED -> MarkdownMessages.TEXTS.text("diff.moved" + of, side().title(), side().id(), words(was), words(is));
                case FIELD -> MarkdownMessages.TEXTS.text("diff.field", side().title(), side().id(), field(), words(was), words(is));
            };
        }

        private Text field() {
            CharterField field = CharterField.of(key).orElseThrow();
            return new Text(field.in(Lang.FR), field.in(Lang.EN));
        }

        private Text below() {
            List<Text> titles = side().values();
            return titles.isEmpty() ? Text.EMPTY : MarkdownMessages.TEXTS.text("diff.with", titles.size(), joined(titles));
        }

        private static Text words(Optional<Side> side) {
            List<Text> values = side.map(Side::values).orElse(List.of());
            return values.isEmpty() ? MarkdownMessages.TEXTS.text("diff.nothing") : joined(values);
        }

        private static Text joined(List<Text> values) {
            return new Text(String.join(" ; ", values.stream().map(Text::fr).toList()), String.join("; ", values.stream().map(Text::en).toList()));
        }
    }

    /** One comparison under way. */
    private static final class Comparing {
        private final Charter before;
        private final Charter after;
        private final CharterPairs pairs;
        private final Set<CharterPart> moved;
        private final List<Change> changes = new ArrayList<>();

        Comparing(Charter before, Charter after) {
            this.before = before;
            this.after = after;
            this.pairs = CharterPairs.of(before, after);
            this.moved = pairs.moved();
        }

        List<Change> changes() {
            head("id", Charter::id);
            head("title", Charter::title);
            head("language", Charter::language);
            head("version", Charter::version);
            head("adoption", c -> c.adoption().orElse(null));
            head("based_on", c -> c.basedOn().orElse(null));
            head("counterpart", c -> c.counterpart().map(Letters::composed).orElse(null));
            if (!before.preamble().equals(after.preamble()))
                changes.add(new Change(Kind.PREAMBLE, Optional.empty(), "", Optional.of(side(before, written(before.preamble()))), Optional.of(side(after, written(after.preamble())))));
            pairs.after().forEach(part -> pairs.was(part).ifPresentOrElse(was -> compare(was, part), () -> added(part)));
            pairs.before().forEach(this::removed);
            return changes;
        }

        private interface Value {
            Object of(Charter charter);
        }

        private void head(String key, Value value) {
            Object was = value.of(before);
            Object is = value.of(after);
            if (!Objects.equals(was, is))
                changes.add(new Change(Kind.HEAD, Optional.empty(), key, Optional.of(side(before, words(was))), Optional.of(side(after, words(is)))));
        }

        /** What stands below something new is said with it. */
        private void added(CharterPart part) {
            if (part.parent().flatMap(pairs::was).isPresent() || part.parent().isEmpty())
                changes.add(new Change(Kind.ADDED, Optional.of(part.heading()), "", Optional.empty(), Optional.of(side(part, titles(part.unpaired(p -> pairs.was(p).isPresent()))))));
        }

        private void removed(CharterPart part) {
            if (pairs.is(part).isEmpty() && (part.parent().isEmpty() || part.parent().flatMap(pairs::is).isPresent()))
                changes.add(new Change(Kind.REMOVED, Optional.of(part.heading()), "", Optional.of(side(part, titles(part.unpaired(p -> pairs.is(p).isPresent())))), Optional.empty()));
        }

        private static List<Text> titles(Stream<CharterPart> commitments) {
            return commitments.map(p -> MarkdownMessages.TEXTS.text("diff.title", p.title())).toList();
        }

        private void compare(CharterPart was, CharterPart is) {
            if (!was.id().equals(is.id()))
                add(Kind.RENAMED, "", was, List.of(), is, List.of());
            if (!was.parent().equals(is.parent().flatMap(pairs::was)))
                add(Kind.MOVED, "", was, List.of(below(was)), is, List.of(below(is)));
            else if (moved.contains(is))
                add(Kind.MOVED, "", was, List.of(place(was)), is, List.of(place(is)));
            if (!was.title().equals(is.title()))
                add(Kind.RETITLED, "", was, List.of(), is, List.of());
            if (!was.text().equals(is.text()))
                add(Kind.TEXT, "", was, written(was.text()), is, written(is.text()));
            was.commitment().ifPresent(c -> fields(was, c, is, is.commitment().orElseThrow()));
        }

        private void fields(CharterPart was, Charter.Commitment old, CharterPart is, Charter.Commitment fresh) {
            for (CharterField field : CharterField.values())
                if (!field.in(old).equals(field.in(fresh)))
                    add(Kind.FIELD, field.in(Lang.EN), was, words(field.in(old)), is, words(field.in(fresh)));
        }

        private void add(Kind kind, String key, CharterPart was, List<Text> old, CharterPart is, List<Text> fresh) {
            changes.add(new Change(kind, Optional.of(is.heading()), key, Optional.of(side(was, old)), Optional.of(side(is, fresh))));
        }

        /** Only what is no principle has a parent that could be another. */
        private static Text below(CharterPart part) {
            CharterPart parent = part.parent().orElseThrow();
            return MarkdownMessages.TEXTS.text("diff.below", parent.title(), parent.id());
        }

        private static Text place(CharterPart part) {
            return MarkdownMessages.TEXTS.text("diff.place", part.place() + 1);
        }

        private static Side side(CharterPart part, List<Text> values) {
            return new Side(part.id(), part.title(), values);
        }

        private static Side side(Charter charter, List<Text> values) {
            return new Side(charter.id(), charter.title(), values);
        }

        private static List<Text> written(String text) {
            return text.isEmpty() ? List.of() : List.of(Text.same(text));
        }

        private static List<Text> words(Object value) {
            return switch (value) {
                case null -> List.of();
                case List<?> list -> list.stream().flatMap(v -> words(v).stream()).toList();
                case Charter.Level level -> List.of(level.word());
                case Condition c -> List.of(new Text(CharterConditions.write(c, Lang.FR), CharterConditions.write(c, Lang.EN)));
                case Lang lang -> List.of(MarkdownMessages.TEXTS.text("diff.language." + lang.name().toLowerCase(Locale.ROOT)));
                case Charter.Adoption a -> List.of(MarkdownMessages.TEXTS.text("diff.adoption", Days.inWords(a.on()), a.deliberation(), a.by(), a.text().map(CharterSeal::brief).orElse("–")));
                default -> written(value.toString());
            };
        }
    }
}
