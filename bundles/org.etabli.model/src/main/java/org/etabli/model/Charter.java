package org.etabli.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An ethics charter: what an authority commits itself to whenever it uses AI, as principles, items and commitments.
 *
 * @param id          short and stable; the same in every language
 * @param counterpart the file of the same charter in the other language
 * @param version     of its author, any word
 * @param adoption    empty while it is a draft
 * @param basedOn     the charter it was made from, as {@code id} or {@code id@version}
 * @param preamble    Markdown; untrusted, as every text of a charter
 */
public record Charter(String id, String title, Lang language, Optional<String> counterpart, String version, Optional<Adoption> adoption,
        Optional<String> basedOn, String preamble, List<Principle> principles) {

    public Charter {
        principles = List.copyOf(principles);
    }

    /**
     * When the assembly adopted this version, by which deliberation, and which assembly it was.
     *
     * @param text checksum of what was adopted; empty where nobody wrote one down
     */
    public record Adoption(LocalDate on, String deliberation, String by, Optional<String> text) {

        public Adoption(LocalDate on, String deliberation, String by) {
            this(on, deliberation, by, Optional.empty());
        }

        /** The same adoption, of this text. */
        public Adoption of(String checksum) {
            return new Adoption(on, deliberation, by, Optional.of(checksum));
        }
    }

    /** @param id of a principle, an item or a commitment: unique among all three, and the same in both languages */
    public record Principle(String id, String title, String text, List<Item> items) {
        public Principle {
            items = List.copyOf(items);
        }
    }

    public record Item(String id, String title, String text, List<Commitment> commitments) {
        public Item {
            commitments = List.copyOf(commitments);
        }
    }

    /**
     * Something that can be kept, and checked.
     *
     * @param level       empty while nobody has chosen one
     * @param responsible the position of whoever answers for it
     * @param evidence    what shows that it is kept
     * @param duties      ids of duties of the law that it helps to meet
     * @param criteria    ids of award criteria
     * @param clauses     ids of clauses that bind the supplier to it
     * @param supplier    what it asks of the supplier where no clause says so yet
     * @param respectedIf facts that speak for it; one condition is enough. They propose an answer, they never give it
     * @param brokenIf    facts that contradict it; one condition is enough
     */
    public record Commitment(String id, String title, String text, Optional<Level> level, Optional<String> responsible, List<String> evidence,
            List<String> duties, List<String> criteria, List<String> clauses, Optional<String> supplier, List<Condition> respectedIf,
            List<Condition> brokenIf) {

        public Commitment {
            evidence = List.copyOf(evidence);
            duties = List.copyOf(duties);
            criteria = List.copyOf(criteria);
            clauses = List.copyOf(clauses);
            respectedIf = List.copyOf(respectedIf);
            brokenIf = List.copyOf(brokenIf);
        }
    }

    /** How strongly a commitment binds. */
    public enum Level {
        MUST(new Text("obligatoire", "must")),
        SHOULD(new Text("recommandé", "should")),
        MAY(new Text("possible", "may"));

        private final Text word;

        Level(Text word) {
            this.word = word;
        }

        /** As it is written in a charter. */
        public Text word() {
            return word;
        }

        /** In either language, whatever the case and the form of the accents. */
        public static Optional<Level> of(String word) {
            String composed = Letters.composed(word);
            return Arrays.stream(values()).filter(l -> l.word.fr().equalsIgnoreCase(composed) || l.word.en().equalsIgnoreCase(composed)).findFirst();
        }
    }

    /** The same text while nobody has adopted it. */
    public Charter asDraft() {
        return new Charter(id, title, language, counterpart, version, Optional.empty(), basedOn, preamble, principles);
    }

    /** Every commitment, in the order of the text. */
    public Stream<Commitment> commitments() {
        return principles.stream().flatMap(p -> p.items().stream()).flatMap(i -> i.commitments().stream());
    }
}
