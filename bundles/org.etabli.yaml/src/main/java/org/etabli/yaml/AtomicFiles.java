package org.etabli.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;

/** Files that hold the old content or the new one after a crash, never half of one; and strict reading of UTF-8. */
public final class AtomicFiles {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private AtomicFiles() {
    }

    /** Writes beside the file, forces it to disk, then renames. The folder must exist. */
    public static void write(Path file, byte[] content) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path fresh = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining())
                    channel.write(buffer);
                channel.force(true);
            }
            keepPermissions(target, fresh);
            try {
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    public static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A temporary file is private to its owner; the file it replaces may have been shared. */
    private static void keepPermissions(Path old, Path fresh) throws IOException {
        if (!Files.getFileStore(fresh).supportsFileAttributeView("posix"))
            return;
        Files.setPosixFilePermissions(fresh, Files.exists(old) ? Files.getPosixFilePermissions(old)
                : java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    }

    /**
     * The text of a file; a byte order mark is left out.
     *
     * @param name for the finding, as the user knows the file
     * @throws InvalidInputException when the file is larger than any text that is read, or when its bytes are not UTF-8, with the
     *             place of the first wrong one
     */
    public static String read(Path file, String name) throws IOException, InvalidInputException {
        // more bytes than the longest text that is read can have: not even taken into memory
        if (Files.size(file) > 3L * NodeParser.MAX_LENGTH)
            throw NodeParser.tooLarge(name);
        return decode(Files.readAllBytes(file), name);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    public static String decode(byte[] bytes, String name) throws InvalidInputException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(in).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int at = in.position();
            int line = 1;
            int lineStart = startsWithMark(bytes) ? 3 : 0;
            for (int i = 0; i < at; i++)
                if (bytes[i] == '\n') {
                    line++;
                    lineStart = i + 1;
                }
            // the mark has no column: no reader ever shows it
            int column = new String(bytes, lineStart, at - lineStart, StandardCharsets.UTF_8).length() + 1;
            throw new InvalidInputException(new Finding(Severity.ERROR, "yaml.not-utf8", name, line, column, 0, 0,
                    YamlMessages.TEXTS.text("not-utf8", at)));
        }
    }
}
