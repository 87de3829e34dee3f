package org.etabli.yaml;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Parsed texts kept between processes: reading a rule file's nodes back takes a tenth of parsing it. An entry is found by the
 * length and checksum of the very text, so it cannot be stale; one that cannot be read is as good as none.
 */
public final class NodeCache {
    /** Changes with the form of an entry. */
    private static final int MAGIC = 0x45544E33;
    /** Magic, length of the text, checksum of the rest. */
    private static final int HEAD = 3 * Integer.BYTES;
    private static final byte SCALAR = 1;
    private static final byte SEQUENCE = 2;
    private static final byte MAPPING = 3;

    private final Path folder;

    /** @param folder need not exist yet */
    public NodeCache(Path folder) {
        this.folder = folder;
    }

    /** @param bytes of the text */
    public Optional<Node> get(byte[] bytes) {
        Path file = file(bytes);
        try {
            if (!Files.exists(file))
                return Optional.empty();
            byte[] entry = Files.readAllBytes(file);
            ByteBuffer in = ByteBuffer.wrap(entry);
            return in.getInt() == MAGIC && in.getInt() == bytes.length && in.getInt() == checksum(entry) ? Optional.of(read(in)) : Optional.empty();
        } catch (IOException | BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            return Optional.empty();
        }
    }

    /** Keeps a text's nodes; a folder that cannot be written to is left alone. */
    public void put(byte[] bytes, Node root) {
        try {
            Writer out = new Writer();
            out.buffer.putInt(MAGIC).putInt(bytes.length).putInt(0);
            out.write(root);
            byte[] entry = out.bytes();
            ByteBuffer.wrap(entry).putInt(HEAD - Integer.BYTES, checksum(entry));
            Files.createDirectories(folder);
            AtomicFiles.write(file(bytes), entry);
        } catch (IOException | IllegalArgumentException e) {
            // the next run parses again
        }
    }

    /** Of what stands behind the head. */
    private static int checksum(byte[] entry) {
        CRC32 crc = new CRC32();
        crc.update(entry, HEAD, Math.max(0, entry.length - HEAD));
        return (int) crc.getValue();
    }

    private Path file(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return folder.resolve(Long.toHexString(crc.getValue()) + "-" + bytes.length + ".nodes");
    }

    private static Node read(ByteBuffer in) {
        byte kind = in.get();
        Node.Span span = new Node.Span(number(in), number(in), number(in), number(in));
        switch (kind) {
            case SCALAR -> {
                byte flags = in.get();
                return new Node.Scalar(text(in), (flags & 1) != 0, (flags & 2) != 0, span);
            }
            case SEQUENCE -> {
                boolean flow = in.get() != 0;
                int count = number(in);
                List<Node> items = new ArrayList<>(Math.min(count, in.remaining()));
                for (int i = 0; i < count; i++)
                    items.add(read(in));
                return new Node.Sequence(items, flow, span);
            }
            case MAPPING -> {
                boolean flow = in.get() != 0;
                int count = number(in);
                List<Node.Entry> entries = new ArrayList<>(Math.min(count, in.remaining()));
                for (int i = 0; i < count; i++)
                    if (read(in) instanceof Node.Scalar key)
                        entries.add(new Node.Entry(key, read(in)));
                    else
                        throw new IllegalArgumentException("key");
                return new Node.Mapping(entries, flow, span);
            }
            default -> throw new IllegalArgumentException("kind " + kind);
        }
    }

    /** Seven bits a byte, the lowest first; the last byte has its high bit clear. */
    private static int number(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte b = in.get();
            value |= (b & 0x7F) << shift;
            if (b >= 0)
                return value;
        }
        throw new IllegalArgumentException("number");
    }

    private static String text(ByteBuffer in) {
        int length = number(in);
        if (length > in.remaining())
            throw new IllegalArgumentException("text");
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static final class Writer {
        private final java.nio.charset.CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        private ByteBuffer buffer = ByteBuffer.allocate(1 << 18);

        byte[] bytes() {
            return java.util.Arrays.copyOf(buffer.array(), buffer.position());
        }

        void write(Node node) {
            need(64);
            buffer.put(switch (node) {
                case Node.Scalar s -> SCALAR;
                case Node.Sequence s -> SEQUENCE;
                case Node.Mapping m -> MAPPING;
            });
            Node.Span span = node.span();
            number(span.offset());
            number(span.end());
            number(span.line());
            number(span.column());
            switch (node) {
                case Node.Scalar s -> {
                    buffer.put((byte) ((s.plain() ? 1 : 0) | (s.block() ? 2 : 0)));
                    // half a surrogate, written as an escape, has no bytes of its own
                    if (!encoder.canEncode(s.text()))
                        throw new IllegalArgumentException("text");
                    byte[] text = s.text().getBytes(StandardCharsets.UTF_8);
                    number(text.length);
                    need(text.length);
                    buffer.put(text);
                }
                case Node.Sequence s -> {
                    buffer.put((byte) (s.flow() ? 1 : 0));
                    number(s.items().size());
                    s.items().forEach(this::write);
                }
                case Node.Mapping m -> {
                    buffer.put((byte) (m.flow() ? 1 : 0));
                    number(m.entries().size());
                    m.entries().forEach(e -> {
                        write(e.key());
                        write(e.value());
                    });
                }
            }
        }

        private void number(int value) {
            int rest = value;
            while ((rest & ~0x7F) != 0) {
                buffer.put((byte) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            buffer.put((byte) rest);
        }

        private void need(int more) {
            if (buffer.remaining() < more)
                buffer = ByteBuffer.wrap(java.util.Arrays.copyOf(buffer.array(), Math.max(buffer.capacity() * 2, buffer.position() + more)))
                        .position(buffer.position());
        }
    }
}
