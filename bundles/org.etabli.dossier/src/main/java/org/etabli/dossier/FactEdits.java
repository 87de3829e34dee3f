package org.etabli.dossier;

import java.util.List;
import java.util.Optional;

import org.etabli.model.InvalidInputException;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlEdits;
import org.etabli.yaml.YamlEdits.Content;
import org.etabli.yaml.YamlText;

/** What a form changes in {@code facts.yaml}, as the smallest edit of its text. */
public final class FactEdits {
    private static final EntryEdits FACTS = new EntryEdits("facts", "value");

    private FactEdits() {
    }

    /** Gives a fact an answer; its other fields stay as they are. */
    public static TextEdit answer(YamlText facts, String fact, Content content) throws InvalidInputException {
        return FACTS.main(facts, fact, content);
    }

    /** Where the answer itself stands, or would: a fact is written in full or in short. */
    static List<String> answerPath(YamlText facts, String fact) {
        return FACTS.mainPath(facts, fact);
    }

    /**
     * Gives a field of a fact ({@code by}, or {@code ask} and {@code who}) a text. A fact that was not written yet is unknown then.
     * An empty text takes the field away, and with it a mapping that would be left empty; nothing happens when it is not there.
     */
    public static Optional<TextEdit> field(YamlText facts, String fact, List<String> field, String text) throws InvalidInputException {
        return text.isEmpty() ? FACTS.without(facts, fact, field) : Optional.of(FACTS.field(facts, fact, field, YamlEdits.words(text)));
    }
}
