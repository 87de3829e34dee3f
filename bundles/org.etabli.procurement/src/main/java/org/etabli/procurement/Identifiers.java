package org.etabli.procurement;

import java.util.Optional;

/**
 * Check digits of French and international identifiers. A number that passes is well formed; whether it was ever given to
 * anybody is not something arithmetic can tell.
 */
public final class Identifiers {
    /** La Poste numbers its thousands of offices past what the Luhn key allows. */
    private static final String LA_POSTE = "356000000";
    private static final int SIREN_LENGTH = 9;

    private Identifiers() {
    }

    /** Nine digits, not all zero, with Luhn's key. */
    public static boolean isSiren(String siren) {
        return siren.matches("[0-9]{9}") && !siren.equals("000000000") && luhn(siren) % 10 == 0;
    }

    /** Fourteen digits that begin with a SIREN, with Luhn's key; La Poste's may have a digit sum that is a multiple of five instead. */
    public static boolean isSiret(String siret) {
        if (!siret.matches("[0-9]{14}") || !isSiren(siret.substring(0, SIREN_LENGTH)))
            return false;
        return luhn(siret) % 10 == 0 || siret.startsWith(LA_POSTE) && siret.chars().map(c -> c - '0').sum() % 5 == 0;
    }

    /**
     * French VAT number: {@code FR}, two key digits, SIREN.
     *
     * @return empty when the key has letters, which cannot be recomputed
     */
    public static Optional<Boolean> isFrenchVat(String number) {
        if (!number.matches("FR[0-9A-HJ-NP-Z]{2}[0-9]{9}"))
            return Optional.of(false);
        String siren = number.substring(4);
        if (!number.substring(2, 4).matches("[0-9]{2}"))
            return isSiren(siren) ? Optional.empty() : Optional.of(false);
        return Optional.of(isSiren(siren) && Integer.parseInt(number.substring(2, 4)) == vatKey(siren));
    }

    private static int vatKey(String siren) {
        return (12 + 3 * (Integer.parseInt(siren) % 97)) % 97;
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 1 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
