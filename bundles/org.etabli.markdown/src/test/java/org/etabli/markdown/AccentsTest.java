package org.etabli.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Charter;
import org.etabli.model.Finding;
import org.junit.jupiter.api.Test;

/** An accent is written with its letter or behind it: nobody sees which, and nothing depends on it. */
class AccentsTest {
    private static final String CHARTER = """
            ---
            schema: etabli/charter/1
            id: c
            title: Charte de l’été
            language: fr
            version: "1"
            ---

            Préambule résolu.

            # Égalité {#egalite}

            ## Thème {#theme}

            ### Décider {#decider}

            La décision revient à un élu.

            - niveau : recommandé
            - critères : a, b
            - respecté si : individual_decision = no
            - preuve : décision signée
            """;

    private static CharterText decomposed() {
        String text = Normalizer.normalize(CHARTER, Normalizer.Form.NFD);
        assertNotEquals(CHARTER, text);
        return CharterText.parse("charter.md", text);
    }

    @Test
    void levelsAndFieldsAreKnown() {
        CharterText charter = decomposed();
        assertEquals(List.of(), charter.findings().stream().map(Finding::id).toList());
        Charter.Commitment commitment = charter.charter().commitments().toList().getFirst();
        assertEquals(Optional.of(Charter.Level.SHOULD), commitment.level());
        assertEquals(List.of("a", "b"), commitment.criteria());
        assertEquals(1, commitment.respectedIf().size());
    }

    @Test
    void nothingHasChanged() {
        CharterText composed = CharterText.parse("charter.md", CHARTER);
        assertEquals(List.of(), CharterDiff.between(composed.charter(), decomposed().charter()).changes());
        assertEquals(CharterSeal.of(composed), CharterSeal.of(decomposed()));
        String adopted = CharterEdits.adopt(composed, new Charter.Adoption(LocalDate.of(2026, 3, 1), "n° 3", "Conseil")).apply(composed.text());
        assertFalse(CharterSeal.isBroken(CharterText.parse("charter.md", Normalizer.normalize(adopted, Normalizer.Form.NFD))));
    }

    /** What an editor is given may have either form, too. */
    @Test
    void changesHold() {
        CharterText charter = decomposed();
        String title = Normalizer.normalize("Décidé, signé", Normalizer.Form.NFD);
        CharterText after = CharterText.parse("charter.md", CharterEdits.title(charter, charter.section("decider").orElseThrow(), title).apply(charter.text()));
        assertEquals("Décidé, signé", after.section("decider").orElseThrow().title());
    }
}
