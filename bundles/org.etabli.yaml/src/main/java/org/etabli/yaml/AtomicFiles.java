package org.etabli.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Text;

/**
 * Files that hold the old content or the new one after a crash, never half of one; and strict reading: regular files of bounded
 * size, in UTF-8.
 */
public final class AtomicFiles {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** More bytes than the longest text that is read can have. */
    private static final long LARGEST_TEXT = 3L * NodeParser.MAX_LENGTH;

    private AtomicFiles() {
    }

    /** Writes beside the file, forces it to disk, then renames. The folder must exist; where the file is a link, its target is written. */
    public static void write(Path file, byte[] content) throws IOException {
        replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
    }

    public static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, where a link that has come to stand under that name is replaced and never followed. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path target = file.toAbsolutePath();
        Temporary.clean(target.getParent());
        try (Temporary fresh = Temporary.beside(target)) {
            fresh.fill(content);
            keepPermissions(target, fresh.file());
            move(fresh.file(), target);
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(target.toString());
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(target.getParent().toString());
        } catch (FileSystemException e) {
            throw about(target, e.getReason());
        } catch (IOException e) {
            throw about(target, e.getMessage());
        }
    }

    /** The temporary file means nothing to the user, and a channel names none. */
    private static FileSystemException about(Path file, String reason) {
        return new FileSystemException(file.toString(), null, reason);
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A temporary file is private to its owner; the file it replaces may have been shared. */
    static void keepPermissions(Path old, Path fresh) throws IOException {
        if (!Files.getFileStore(fresh).supportsFileAttributeView("posix"))
            return;
        Files.setPosixFilePermissions(fresh, Files.isRegularFile(old, LinkOption.NOFOLLOW_LINKS) ? Files.getPosixFilePermissions(old)
                : java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    }

    /**
     * The text of a file; a byte order mark is left out.
     *
     * @param name for the finding, as the user knows the file
     * @throws InvalidInputException when it is no regular file, larger than any text that is read, or when its bytes are not UTF-8, with
     *             the place of the first wrong one
     */
    public static String read(Path file, String name) throws IOException, InvalidInputException {
        return decode(bytes(file, name), name);
    }

    /** The bytes of such a file. */
    public static byte[] bytes(Path file, String name) throws IOException, InvalidInputException {
        return bytes(file, name, LARGEST_TEXT);
    }

    /**
     * The bytes of a regular file, of which no more are taken into memory than are allowed.
     *
     * @throws InvalidInputException when it is a folder, a pipe or a device, or larger
     */
    public static byte[] bytes(Path file, String name, long largest) throws IOException, InvalidInputException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile())
            throw refusal("file.not-regular", name, YamlMessages.TEXTS.text(attributes.isDirectory() ? "file.folder" : "file.not-regular"));
        if (attributes.size() > largest)
            throw tooLarge(name, largest);
        try (InputStream in = Files.newInputStream(file)) {
            // it may have grown since
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, largest + 1));
            if (bytes.length > largest)
                throw tooLarge(name, largest);
            return bytes;
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw about(file, e.getMessage());
        }
    }

    private static InvalidInputException tooLarge(String name, long largest) {
        return largest == LARGEST_TEXT ? NodeParser.tooLarge(name) : refusal("yaml.too-large", name, YamlMessages.TEXTS.text("too-large", Math.max(1, largest / 1024 / 1024)));
    }

    private static InvalidInputException refusal(String id, String name, Text message) {
        return new InvalidInputException(new Finding(Severity.ERROR, id, name, 1, 1, 0, 0, message));
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
