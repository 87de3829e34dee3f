package org.etabli.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.etabli.model.InvalidInputException;
import org.etabli.model.Letters;
import org.etabli.yaml.YamlText;

/** Bytes as text: UTF-8, UTF-16 with a mark or without, or else what Windows wrote before. */
final class Decoded {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char UNKNOWN = '\uFFFD';
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\n\f\r\\x{B}\\x{85}]]+");

    private Decoded() {
    }

    /** With {@code \n} for every line end, and without characters that nobody can see. */
    static String text(byte[] bytes, Report report) throws InvalidInputException {
        Charset charset = charset(bytes);
        if (charset != StandardCharsets.UTF_8)
            report.warn("encoding", 0, charset.name());
        String read = new String(bytes, charset);
        String raw = (read.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? read.substring(1) : read).replace("\r\n", "\n").replace('\r', '\n');
        String text = Letters.composed(withoutBlankLines(raw));
        if (text.length() > YamlText.MAX_LENGTH)
            throw report.refusal("too-long", YamlText.MAX_LENGTH / 1024 / 1024);
        if (text.indexOf('\0') >= 0)
            throw report.refusal("no-text");
        if (text.indexOf(UNKNOWN) >= 0)
            report.warn("unknown-character", new Places(text).line(text.indexOf(UNKNOWN)));
        Matcher control = CONTROL.matcher(text);
        if (!control.find())
            return text;
        report.warn("control", new Places(text).line(control.start()));
        return control.replaceAll("");
    }

    /** A line of blanks that do not break, or have no width, is as empty as any other. */
    private static String withoutBlankLines(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from) < 0 ? text.length() : text.indexOf('\n', from);
            String line = text.substring(from, end);
            out.append(line.chars().allMatch(c -> c <= ' ') || !Letters.isBlank(line) ? line : "");
            from = Math.min(end + 1, text.length());
            if (end < text.length())
                out.append('\n');
        }
        return out.toString();
    }

    private static Charset charset(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE) || mostlyZero(bytes, 1))
            return StandardCharsets.UTF_16LE;
        if (starts(bytes, 0xFE, 0xFF) || mostlyZero(bytes, 0))
            return StandardCharsets.UTF_16BE;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        }
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes.length > 1 && bytes[0] == (byte) first && bytes[1] == (byte) second;
    }

    /** Of every second byte: Latin letters in UTF-16. */
    private static boolean mostlyZero(byte[] bytes, int from) {
        int zeros = 0;
        int others = 0;
        for (int i = 0; i < bytes.length; i++)
            if (i % 2 != from % 2)
                others += bytes[i] == 0 ? 1 : 0;
            else
                zeros += bytes[i] == 0 ? 1 : 0;
        return bytes.length > 3 && zeros > bytes.length * 0.4 && others < bytes.length * 0.05;
    }
}
