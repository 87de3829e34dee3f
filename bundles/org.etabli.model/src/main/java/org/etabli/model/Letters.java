package org.etabli.model;

import java.text.Normalizer;

/** Text as people see it, whatever the program that wrote it. */
public final class Letters {

    private Letters() {
    }

    /** With one sign for each letter with its accents: some systems write two, and nobody sees a difference. */
    public static String composed(String text) {
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) > 0x7F)
                return Normalizer.normalize(text, Normalizer.Form.NFC);
        return text;
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
