package org.etabli.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words as people look for them. */
class LettersTest {

    @ParameterizedTest
    @ValueSource(strings = {"évaluer l’œuvre", "e\u0301valuer", "EVALUER L'OEUVRE", "  ŒUVRE ", "", "É"})
    void aWordIsFoundHoweverItIsTyped(String looked) {
        assertTrue(Letters.contains("Évaluer l’œuvre", looked));
        assertTrue(Letters.contains("E\u0301valuer l'œuvre", looked));
    }

    @Test
    void anotherWordIsNotFound() {
        assertFalse(Letters.contains("Évaluer l’œuvre", "évoluer"));
    }

    @ParameterizedTest
    @CsvSource({"Évaluer l’œuvre,evaluer-l-oeuvre", "E\u0301cole n° 2 !,ecole-n-2", "—,''"})
    void aTitleBecomesAFileName(String title, String name) {
        assertEquals(name, Letters.slug(title));
    }
}
