package org.etabli.markdown;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import org.etabli.model.Charter;
import org.etabli.model.Charter.Adoption;
import org.etabli.model.Letters;

/**
 * The checksum of what an assembly adopts, so that everybody can see later whether the file still says it.
 *
 * <p>
 * What is sealed is a list of fields, each as {@code name:length:value} and a line feed, the length being that of the value in bytes: so
 * no text can move from one field into another. The names are {@code etabli-seal} (its value is 2), {@code id}, {@code title},
 * {@code version}, {@code language}, {@code based_on}, {@code adoption.on}, {@code adoption.deliberation}, {@code adoption.by} and
 * {@code text}, in this order; a key that is not there has no line. Values are in Unicode's NFC and in UTF-8; CR LF and CR are line
 * feeds; line feeds at the end of the text do not count.
 */
public final class CharterSeal {
    private static final String KIND = "sha256-";
    /** Of the form described above; seals without it are of the one before, which left some changes unseen. */
    private static final String FORM = KIND + "v2-";
    private static final int BRIEF = 8;
    private static final Pattern LINE_END = Pattern.compile("\r\n?");

    private CharterSeal() {
    }

    /** Of the text as it stands, with its adoption where it has one. */
    public static String of(CharterText text) {
        return of(text, text.charter().adoption());
    }

    /** Of the text as adopted in that way. */
    static String of(CharterText text, Adoption adoption) {
        return of(text, Optional.of(adoption));
    }

    private static String of(CharterText text, Optional<Adoption> adoption) {
        Charter charter = text.charter();
        StringBuilder sealed = new StringBuilder();
        field(sealed, "etabli-seal", "2");
        field(sealed, "id", charter.id());
        field(sealed, "title", charter.title());
        field(sealed, "version", charter.version());
        field(sealed, "language", charter.language().locale().getLanguage());
        charter.basedOn().ifPresent(b -> field(sealed, "based_on", b));
        adoption.ifPresent(a -> {
            field(sealed, "adoption.on", a.on().toString());
            field(sealed, "adoption.deliberation", a.deliberation());
            field(sealed, "adoption.by", a.by());
        });
        field(sealed, "text", withoutEnd(LINE_END.matcher(text.text().substring(text.body())).replaceAll("\n")));
        return FORM + sha256(sealed.toString());
    }

    private static void field(StringBuilder sealed, String name, String value) {
        String canonical = Letters.composed(LINE_END.matcher(value).replaceAll("\n"));
        sealed.append(name).append(':').append(canonical.getBytes(StandardCharsets.UTF_8).length).append(':').append(canonical).append('\n');
    }

    private static String withoutEnd(String body) {
        int end = body.length();
        while (end > 0 && body.charAt(end - 1) == '\n')
            end--;
        return body.substring(0, end);
    }

    /** As seals were made before: fields joined by line feeds, carriage returns left out. Read, never written. */
    private static String older(CharterText text) {
        Charter charter = text.charter();
        String body = withoutEnd(text.text().substring(text.body()).replace("\r", ""));
        return String.join("\n", charter.id(), charter.title(), charter.version(), body) + "\n";
    }

    /** Whether the text was adopted and sealed, and is another one now. */
    public static boolean isBroken(CharterText text) {
        return written(text).filter(seal -> seal.startsWith(FORM) ? !seal.equals(of(text)) : !holdsInOlderForm(text, seal)).isPresent();
    }

    private static boolean holdsInOlderForm(CharterText text, String seal) {
        // accents as the file has them, or composed
        return seal.equals(KIND + sha256(older(text))) || seal.equals(KIND + sha256(Letters.composed(older(text))));
    }

    /** Whether the seal that the text has is of the older form, under which some changes are not seen. */
    public static boolean isOfOlderForm(CharterText text) {
        return written(text).filter(seal -> !seal.startsWith(FORM)).isPresent();
    }

    /** The seal that was written down, where it holds; else that of the text as it stands. */
    public static String shown(CharterText text) {
        return isBroken(text) ? of(text) : written(text).orElseGet(() -> of(text));
    }

    private static Optional<String> written(CharterText text) {
        return text.charter().adoption().flatMap(Adoption::text);
    }

    /** The figures of a seal, without its kind. */
    public static String figures(String seal) {
        return seal.substring(seal.lastIndexOf('-') + 1);
    }

    /** Enough of a seal to tell it from another. */
    static String brief(String seal) {
        int figures = seal.lastIndexOf('-') + 1;
        return seal.length() > figures + BRIEF ? seal.substring(0, figures + BRIEF) + "…" : seal;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
