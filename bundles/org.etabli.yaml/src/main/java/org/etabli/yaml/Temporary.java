package org.etabli.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that is written beside the one it will replace. Whoever writes it holds a lock on it: one that nobody holds was left by a
 * process that was ended, and goes with the next file that is written in its folder.
 */
final class Temporary implements AutoCloseable {
    /** As they are made here and were made before, for files of a dossier and its documents only. */
    private static final Pattern OURS = Pattern.compile("\\..+\\.(?:yaml|md|adoc|html|pdf|docx|project)\\.?\\d+\\.tmp");
    /** Of this process: a lock says nothing to the one that holds it. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Temporary(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Temporary beside(Path target) throws IOException {
        while (true) {
            Path fresh = Files.createTempFile(target.getParent(), "." + target.getFileName() + ".", ".tmp");
            OPEN.add(fresh);
            FileChannel channel = null;
            try {
                channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
                lock(channel);
                // another process may have taken it for left before it was locked
                if (Files.exists(fresh, LinkOption.NOFOLLOW_LINKS))
                    return new Temporary(fresh, channel);
            } catch (java.nio.file.NoSuchFileException e) {
                // the same, a moment earlier
            } catch (IOException e) {
                Files.deleteIfExists(fresh);
                throw e;
            }
            if (channel != null)
                channel.close();
            OPEN.remove(fresh);
        }
    }

    /** Some file systems know no locks: then nothing is ever cleaned there, and nothing is lost. */
    private static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException e) {
            // as said above
        }
    }

    Path file() {
        return file;
    }

    void fill(byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining())
            channel.write(buffer);
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } finally {
            OPEN.remove(file);
        }
    }

    /** Deletes what processes that were ended left in a folder. */
    static void clean(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Temporary::mayBeLeft).toList().forEach(Temporary::cleanOne);
        } catch (IOException | UncheckedIOException e) {
            // whoever writes there now finds out what is wrong
        }
    }

    private static boolean mayBeLeft(Path file) {
        return OURS.matcher(file.getFileName().toString()).matches() && !OPEN.contains(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static void cleanOne(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS); FileLock lock = channel.tryLock()) {
            if (lock != null)
                Files.deleteIfExists(file);
        } catch (IOException | java.nio.channels.OverlappingFileLockException e) {
            // somebody else's, or gone: not worth keeping anybody from his work
        }
    }
}
