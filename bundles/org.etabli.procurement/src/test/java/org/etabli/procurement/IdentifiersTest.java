package org.etabli.procurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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

    /** Public: Ville de Paris, OVH, Google France, DINUM. */
    @Test
    void knownNumbersPass() {
        for (String siren : List.of("217500016", "424761419", "443061841", "130025265", "356000000"))
            assertTrue(Identifiers.isSiren(siren), siren);
        for (String siret : List.of("21750001600019", "42476141900045", "13002526500013"))
            assertTrue(Identifiers.isSiret(siret), siret);
        for (String vat : List.of("FR22424761419", "FR64443061841"))
            assertEquals(Optional.of(true), Identifiers.isFrenchVat(vat), vat);
    }

    /** What Luhn's key is for. */
    @Test
    void everySingleWrongDigitIsFound() {
        for (String number : List.of("217500016", "424761419"))
            for (int i = 0; i < number.length(); i++)
                for (char c = '0'; c <= '9'; c++)
                    if (c != number.charAt(i))
                        assertFalse(Identifiers.isSiren(number.substring(0, i) + c + number.substring(i + 1)), number + " with " + c + " at " + i);
        String siret = "42476141900045";
        for (int i = 0; i < siret.length(); i++)
            for (char c = '0'; c <= '9'; c++)
                if (c != siret.charAt(i))
                    assertFalse(Identifiers.isSiret(siret.substring(0, i) + c + siret.substring(i + 1)), siret + " with " + c + " at " + i);
    }

    /** Luhn's key finds every exchange of neighbours but 0 and 9. */
    @Test
    void exchangedNeighboursAreFound() {
        String number = "424761419";
        for (int i = 0; i + 1 < number.length(); i++) {
            String exchanged = number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
            if (!exchanged.equals(number))
                assertFalse(Identifiers.isSiren(exchanged), exchanged);
        }
    }

    @Test
    void onlyLaPosteHasTheOtherRule() {
        // 4+2+4+7+6+1+4+1+9+0+0+0+3+4 = 45, a multiple of five, but no Luhn key
        assertFalse(Identifiers.isSiret("42476141900034"));
    }

    @Test
    void onlyDigitsOfAsciiCount() {
        assertFalse(Identifiers.isSiren("٧٣٢٨٢٩٣٢٠"));
        assertFalse(Identifiers.isSiret("７３２８２９３２００００７４"));
        for (String odd : List.of("", " ", "732829320\n", "-73282932", "7328293200", "73282932000074 ", "7328293200007"))
            assertFalse(Identifiers.isSiren(odd) || Identifiers.isSiret(odd), odd);
    }

    /** 100 000 272 mod 97 = 62, 12 + 3 × 62 = 198, 198 mod 97 = 4. */
    @Test
    void aKeyBelowTenKeepsItsZero() {
        assertEquals(Optional.of(true), Identifiers.isFrenchVat("FR04100000272"));
        assertEquals(Optional.of(false), Identifiers.isFrenchVat("FR4100000272"));
    }

    @Test
    void aVatNumberWithAWrongSirenIsWrongWhateverItsKey() {
        // 404 833 049 has no Luhn key; 12 + 3 × 57 = 183, 183 mod 97 = 86
        assertEquals(Optional.of(false), Identifiers.isFrenchVat("FR86404833049"));
        assertEquals(Optional.of(false), Identifiers.isFrenchVat("FRXX404833049"));
    }

    @Test
    void theLettersOAndIAreInNoKey() {
        for (String number : List.of("FROX404833048", "FRXI404833048", "fr83404833048", "FR83 404833048", "FR8340483304", "", "FR"))
            assertEquals(Optional.of(false), Identifiers.isFrenchVat(number), number);
    }
}
