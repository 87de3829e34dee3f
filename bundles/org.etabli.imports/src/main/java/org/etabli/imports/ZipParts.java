package org.etabli.imports;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The files in a zip, read by its directory at the end as office programs do: what stands in front of each file may leave out its
 * sizes, which a reader that goes from the beginning cannot do without.
 */
final class ZipParts {
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    /** In place of a number that stands in the extra field of large files. */
    private static final long ELSEWHERE = 0xFFFFFFFFL;
    private static final int LARGE = 1;

    private final ByteBuffer bytes;
    private final List<Part> parts = new ArrayList<>();

    /** @param at where its header stands */
    private record Part(String name, int flags, int method, long crc, long packed, long size, long at) {
    }

    /** Why a zip cannot be read, as the id of a message. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    /** How much has been unpacked so far. */
    interface Limit {
        void unpacked(int more) throws Refused;
    }

    ZipParts(byte[] bytes, int most) throws Refused {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            directory(most);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new Refused("zip");
        }
    }

    private void directory(int most) throws Refused {
        int end = end();
        int count = bytes.getShort(end + 10) & 0xFFFF;
        if (count > most)
            throw new Refused("entries");
        long length = bytes.getInt(end + 12) & ELSEWHERE;
        long from = bytes.getInt(end + 16) & ELSEWHERE;
        // something may stand in front of the zip
        long shift = from == ELSEWHERE ? 0 : end - length - from;
        int at = Math.toIntExact(from == ELSEWHERE ? large(end) : from + shift);
        for (int i = 0; i < count; i++) {
            if (bytes.getInt(at) != ENTRY)
                throw new Refused("zip");
            int name = bytes.getShort(at + 28) & 0xFFFF;
            int extra = bytes.getShort(at + 30) & 0xFFFF;
            parts.add(part(at, name, extra, shift));
            at += ENTRY_LENGTH + name + extra + (bytes.getShort(at + 32) & 0xFFFF);
        }
    }

    private int end() throws Refused {
        for (int at = bytes.limit() - END_LENGTH; at >= Math.max(0, bytes.limit() - END_LENGTH - LONGEST_COMMENT); at--)
            if (bytes.getInt(at) == END)
                return at;
        throw new Refused("zip");
    }

    /** Where the directory of a large file begins: its locator stands right before the end. */
    private long large(int end) {
        return bytes.getLong(Math.toIntExact(bytes.getLong(end - 20 + 8)) + 48);
    }

    private Part part(int at, int name, int extra, long shift) {
        long[] numbers = {bytes.getInt(at + 24) & ELSEWHERE, bytes.getInt(at + 20) & ELSEWHERE, bytes.getInt(at + 42) & ELSEWHERE};
        int field = at + ENTRY_LENGTH + name;
        int behind = field + extra;
        while (field + 4 <= behind) {
            int length = bytes.getShort(field + 2) & 0xFFFF;
            int value = field + 4;
            for (int i = 0; (bytes.getShort(field) & 0xFFFF) == LARGE && i < numbers.length; i++)
                if (numbers[i] == ELSEWHERE) {
                    numbers[i] = bytes.getLong(value);
                    value += Long.BYTES;
                }
            field += 4 + length;
        }
        byte[] written = new byte[name];
        bytes.get(at + ENTRY_LENGTH, written);
        return new Part(new String(written, StandardCharsets.UTF_8), bytes.getShort(at + 8) & 0xFFFF, bytes.getShort(at + 10) & 0xFFFF, bytes.getInt(at + 16) & ELSEWHERE,
                numbers[1], numbers[0], numbers[2] + shift);
    }

    /** In the order of the directory. */
    List<String> names() {
        return parts.stream().map(Part::name).toList();
    }

    /** @param index in {@link #names} */
    byte[] content(int index, Limit limit) throws Refused {
        Part part = parts.get(index);
        if ((part.flags & ENCRYPTED) != 0)
            throw new Refused("protected");
        try {
            int at = Math.toIntExact(part.at);
            if (bytes.getInt(at) != LOCAL)
                throw new Refused("zip");
            int from = at + LOCAL_LENGTH + (bytes.getShort(at + 26) & 0xFFFF) + (bytes.getShort(at + 28) & 0xFFFF);
            int length = Math.toIntExact(part.packed);
            byte[] content = switch (part.method) {
                case STORED -> stored(from, length, limit);
                case DEFLATED -> inflated(from, length, limit);
                default -> throw new Refused("zip");
            };
            CRC32 crc = new CRC32();
            crc.update(content);
            if (crc.getValue() != part.crc)
                throw new Refused("zip");
            return content;
        } catch (IndexOutOfBoundsException | ArithmeticException | DataFormatException e) {
            throw new Refused("zip");
        }
    }

    private byte[] stored(int from, int length, Limit limit) throws Refused {
        limit.unpacked(length);
        byte[] content = new byte[length];
        bytes.get(from, content);
        return content;
    }

    private byte[] inflated(int from, int length, Limit limit) throws Refused, DataFormatException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 14];
        try (Unpacking unpacking = new Unpacking()) {
            unpacking.inflater.setInput(bytes.slice(from, length));
            while (!unpacking.inflater.finished()) {
                int count = unpacking.inflater.inflate(some);
                if (count == 0 && (unpacking.inflater.needsInput() || unpacking.inflater.needsDictionary()))
                    throw new Refused("zip");
                limit.unpacked(count);
                content.write(some, 0, count);
            }
        }
        return content.toByteArray();
    }

    /** Native memory goes back at once. */
    private static final class Unpacking implements AutoCloseable {
        private final Inflater inflater = new Inflater(true);

        @Override
        public void close() {
            inflater.end();
        }
    }
}
