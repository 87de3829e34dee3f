package org.etabli.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where all text of the command line passes on its way to the screen. A name or a title from a stranger's file may hold characters that a
 * terminal obeys instead of showing them: escapes, bells, and those that turn the direction of writing. They come out as the sign for a
 * character that cannot be shown; in JSON, as its escape, which says the same.
 */
final class Terminal extends OutputStream {
    private static final byte[] SIGN = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    /** Bytes that are such a character, or may begin one in UTF-8. */
    private static final boolean[] SUSPECT = new boolean[256];

    static {
        for (int b = 0; b < 0x20; b++)
            SUSPECT[b] = b != '\n' && b != '\t';
        for (int b : new int[] {0x7F, 0xC2, 0xD8, 0xE2})
            SUSPECT[b] = true;
    }

    private final OutputStream out;
    /** The beginning of a character whose end has not come yet. */
    private final byte[] held = new byte[4];
    private int holding;

    private Terminal(OutputStream out) {
        this.out = out;
    }

    static PrintStream of(PrintStream out) {
        return new PrintStream(new Terminal(out), false, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
        byte[] bytes = some;
        int from = offset;
        int end = offset + length;
        if (holding > 0) {
            bytes = new byte[holding + length];
            System.arraycopy(held, 0, bytes, 0, holding);
            System.arraycopy(some, offset, bytes, holding, length);
            from = 0;
            end = bytes.length;
            holding = 0;
        }
        int clean = from;
        for (int i = from; i < end;) {
            int found = SUSPECT[bytes[i] & 0xFF] ? length(bytes, i, end) : 0;
            if (found == 0) {
                i++;
            } else if (found < 0) {
                out.write(bytes, clean, i - clean);
                System.arraycopy(bytes, i, held, 0, end - i);
                holding = end - i;
                return;
            } else {
                out.write(bytes, clean, i - clean);
                out.write(SIGN);
                i += found;
                clean = i;
            }
        }
        out.write(bytes, clean, end - clean);
    }

    /** How many bytes a character has that is not for a terminal; 0 where there is none, less where its end is still to come. */
    private static int length(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        int needed = first == 0xE2 ? 3 : first == 0xC2 || first == 0xD8 || first == '\r' ? 2 : 1;
        if (at + needed > end)
            return -1;
        int second = needed > 1 ? bytes[at + 1] & 0xFF : 0;
        return switch (first) {
            case '\r' -> second == '\n' ? 0 : 1;
            case 0xC2 -> second < 0xA0 ? 2 : 0;
            case 0xD8 -> second == 0x9C ? 2 : 0;
            case 0xE2 -> isDirection(second, bytes[at + 2] & 0xFF) ? 3 : 0;
            default -> 1;
        };
    }

    /** U+200E, 200F, 2028 to 202E, 2066 to 2069. */
    private static boolean isDirection(int second, int third) {
        return second == 0x80 && (third == 0x8E || third == 0x8F || third >= 0xA8 && third <= 0xAE) || second == 0x81 && third >= 0xA6 && third <= 0xA9;
    }

    @Override
    public void flush() throws IOException {
        // a carriage return at the very end, or half a character: nothing more comes
        if (holding > 0) {
            holding = 0;
            out.write(SIGN);
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }

    /** The same JSON with those characters as escapes. */
    static String inJson(String json) {
        StringBuilder out = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean escape = c == 0x7F || c >= 0x80 && c < 0xA0 || c == 0x061C || c == 0x200E || c == 0x200F || c >= 0x2028 && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
            if (escape && out == null)
                out = new StringBuilder(json.length() + 16).append(json, 0, i);
            if (escape)
                out.append(String.format("\\u%04x", (int) c));
            else if (out != null)
                out.append(c);
        }
        return out == null ? json : out.toString();
    }

    /** The same of bytes, which nearly always are clean. */
    static byte[] inJson(byte[] json) {
        for (int i = 0; i < json.length; i++)
            if (SUSPECT[json[i] & 0xFF] && length(json, i, json.length) != 0)
                return inJson(new String(json, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return json;
    }
}
