package org.etabli.procurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class IdentifiersTest {

    /** 732 829 320: 0+4+3+4+8+4+9+6+2 = 40 by hand, doubling every second digit from the right. */
    @Test
    void aSirenHasLuhnsKey() {
        assertTrue(Identifiers.isSiren("732829320"));
        for (char last = '1'; last <= '9'; last++)
            assertFalse(Identifiers.isSiren("73282932" + last), "one digit off: " + last);
    }

    @Test
    void aSirenHasNineDigitsAndIsNotZero() {
        assertFalse(Identifiers.isSiren("000000000"));
        assertFalse(Identifiers.isSiren("73282932"));
        assertFalse(Identifiers.isSiren("732 829 320"));
        assertFalse(Identifiers.isSiren("73282932O"));
    }

    @Test
    void aSiretHasLuhnsKeyOnTheWholeAndOnItsSiren() {
        assertTrue(Identifiers.isSiret("73282932000074"));
        assertFalse(Identifiers.isSiret("73282932000075"));
        assertFalse(Identifiers.isSiret("73282933000073"), "the SIREN is wrong even where the whole might fit");
    }

    /** An office of La Poste: 3+5+6+0+0+0+0+0+0+0+9+0+7+5 = 35, a multiple of five, while Luhn's sum is 33. */
    @Test
    void laPosteMayHaveADigitSumThatIsAMultipleOfFive() {
        assertTrue(Identifiers.isSiret("35600000009075"));
        assertTrue(Identifiers.isSiret("35600000000048"), "its seat fits Luhn, with a digit sum of 26");
        assertFalse(Identifiers.isSiret("35600000009074"));
    }

    /** SIREN 404 833 048: 404833048 mod 97 = 56, 12 + 3 × 56 = 180, 180 mod 97 = 83. */
    @Test
    void aFrenchVatNumberRepeatsItsSirenInItsKey() {
        assertEquals(Optional.of(true), Identifiers.isFrenchVat("FR83404833048"));
        assertEquals(Optional.of(false), Identifiers.isFrenchVat("FR84404833048"));
        assertEquals(Optional.of(false), Identifiers.isFrenchVat("DE83404833048"));
    }

    @Test
    void aKeyWithLettersCannotBeRecomputed() {
        assertEquals(Optional.empty(), Identifiers.isFrenchVat("FRXX404833048"));
    }
}
