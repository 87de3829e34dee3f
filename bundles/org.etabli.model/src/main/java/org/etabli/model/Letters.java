package org.etabli.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people see it, whatever the program that wrote it. */
public final class Letters {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Letters() {
    }

    /** With one sign for each letter with its accents: some systems write two, and nobody sees a difference. */
    public static String composed(String text) {
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) > 0x7F)
                return Normalizer.normalize(text, Normalizer.Form.NFC);
        return text;
    }

    /** What two words have in common for somebody who looks for one: small letters without accents, in whichever form they were typed. */
    public static String plain(String text) {
        String open = text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae").replace('’', '\'').replace('\u00A0', ' ').replace('\u202F', ' ');
        return MARKS.matcher(Normalizer.normalize(open, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Whether a text has what somebody looks for; everything has nothing. */
    public static boolean contains(String text, String looked) {
        return plain(text).contains(plain(looked).strip());
    }

    /** A title as the name of a file: {@code Évaluer l’œuvre} becomes {@code evaluer-l-oeuvre}. Empty where nothing is left. */
    public static String slug(String title) {
        return plain(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }

    /** Whether there is nothing to be seen: blanks of any kind, those that do not break or have no width included. */
    public static boolean isBlank(CharSequence text) {
        return text.codePoints().allMatch(Letters::isBlank);
    }

    public static boolean isBlank(int sign) {
        return switch (Character.getType(sign)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL, Character.FORMAT -> true;
            // letters and a pattern of dots that leave their place empty
            default -> sign == 0x2800 || sign == 0x3164 || sign == 0x115F || sign == 0x1160 || sign == 0xFFA0 || sign == 0x034F;
        };
    }
}
