package org.etabli.markdown;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.etabli.model.Charter;
import org.etabli.model.Letters;

/** The checksum of what an assembly adopts, so that everybody can see later whether the file still says it. */
public final class CharterSeal {
    private static final String KIND = "sha256-";
    private static final int BRIEF = KIND.length() + 8;

    private CharterSeal() {
    }

    /**
     * Of the id, the title, the version and everything behind the front matter, in this order and each with one line feed behind it.
     * Carriage returns, line feeds at the end of the text, and the form of accents do not count.
     */
    public static String of(CharterText text) {
        Charter charter = text.charter();
        String body = text.text().substring(text.body()).replace("\r", "");
        int end = body.length();
        while (end > 0 && body.charAt(end - 1) == '\n')
            end--;
        String sealed = Letters.composed(String.join("\n", charter.id(), charter.title(), charter.version(), body.substring(0, end)) + "\n");
        return KIND + HexFormat.of().formatHex(sha256().digest(sealed.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the text was adopted and sealed, and is another one now. */
    public static boolean isBroken(CharterText text) {
        return text.charter().adoption().flatMap(Charter.Adoption::text).filter(seal -> !seal.equals(of(text))).isPresent();
    }

    /** Enough of a seal to tell it from another. */
    static String brief(String seal) {
        return seal.length() > BRIEF ? seal.substring(0, BRIEF) + "…" : seal;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
