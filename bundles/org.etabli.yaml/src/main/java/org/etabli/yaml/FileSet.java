package org.etabli.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Files that belong together. They are written into a folder aside, {@code .etabli-new}; when all of them are on the disk that folder is
 * renamed to {@code .etabli-ready}, and from then on the new set holds: what is left is to move each file to its place, which needs no
 * room. Before the renaming, a full disk, a crash or a kill leaves the old set as it was. Behind it, a kill can leave files of both, for
 * as long as the next {@link #recover}, with which every writing begins, takes to move the rest. Two processes take turns.
 */
public final class FileSet {
    private static final String STAGE = ".etabli-new";
    private static final String READY = ".etabli-ready";
    private static final String LOCK = ".etabli.lock";
    /** In the folder that is ready: names of files that go. */
    private static final String GONE = ".gone";
    /** A lock on a file is held by the whole process: its threads take turns here. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private FileSet() {
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Writes all files of a folder, or none, the last one last. A link under one of the names is replaced, not followed.
     *
     * @param folder is made where it is not there
     * @param files  by their names in the folder
     * @param gone   names of files that do not belong to the set any more
     * @return those of them that were there
     */
    public static List<String> write(Path folder, Map<String, byte[]> files, Collection<String> gone) throws IOException {
        Files.createDirectories(folder);
        return locked(folder, () -> {
            finish(folder);
            Path stage = folder.resolve(STAGE);
            for (String name : files.keySet())
                if (Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))
                    throw new FileSystemException(folder.resolve(name).toString(), null, "Is a directory");
            List<String> removed = gone.stream().filter(n -> Files.isRegularFile(folder.resolve(n), LinkOption.NOFOLLOW_LINKS)).toList();
            try {
                Files.createDirectory(stage);
                for (Map.Entry<String, byte[]> file : files.entrySet())
                    fill(stage.resolve(file.getKey()), folder.resolve(file.getKey()), file.getValue());
                fill(stage.resolve(GONE), stage.resolve(GONE), String.join("\n", removed).getBytes(StandardCharsets.UTF_8));
                AtomicFiles.move(stage, folder.resolve(READY));
            } catch (IOException e) {
                delete(stage);
                throw e;
            }
            moveAll(folder, List.copyOf(files.keySet()));
            return removed;
        });
    }

    /** Makes a folder with all its files, or none: whoever looks sees no folder, or a whole one. */
    public static void create(Path folder, Map<String, byte[]> files) throws IOException {
        Path target = folder.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path stage = target.resolveSibling("." + target.getFileName() + STAGE);
        locked(target.getParent(), () -> {
            delete(stage);
            try {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Path aside = stage.resolve(file.getKey());
                    Files.createDirectories(aside.getParent());
                    fill(aside, aside, file.getValue());
                }
                Files.move(stage, target);
            } catch (IOException e) {
                delete(stage);
                throw e;
            }
            return null;
        });
    }

    /**
     * Finishes what was interrupted.
     *
     * @return whether there was something to finish
     */
    public static boolean recover(Path folder) throws IOException {
        return isInterrupted(folder) && locked(folder, () -> finish(folder));
    }

    /** Whether a folder has these very files, whatever else is in it. */
    public static boolean holds(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path there = folder.resolve(file.getKey());
            if (!Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS) || Files.size(there) != file.getValue().length || !Arrays.equals(Files.readAllBytes(there), file.getValue()))
                return false;
        }
        return true;
    }

    /** Whether files of two sets may stand beside one another. */
    public static boolean isInterrupted(Path folder) {
        return Files.isDirectory(folder.resolve(READY), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether a name in a folder is one of those that are used here, and no content. */
    public static boolean isOurs(String name) {
        return name.equals(STAGE) || name.equals(READY) || name.equals(LOCK);
    }

    private static boolean finish(Path folder) throws IOException {
        Temporary.clean(folder);
        delete(folder.resolve(STAGE));
        if (!isInterrupted(folder))
            return false;
        moveAll(folder, List.of());
        return true;
    }

    private static void fill(Path file, Path old, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining())
                channel.write(buffer);
            channel.force(true);
            AtomicFiles.keepPermissions(old, file);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // a channel names no file
            throw new FileSystemException(old.toString(), null, e.getMessage());
        }
    }

    /** @param order in which files are moved; those that it does not name come first */
    private static void moveAll(Path folder, List<String> order) throws IOException {
        Path ready = folder.resolve(READY);
        List<Path> files = new ArrayList<>(list(ready));
        files.sort(Comparator.comparingInt(f -> order.indexOf(f.getFileName().toString())));
        for (Path file : files)
            if (!file.getFileName().toString().equals(GONE))
                AtomicFiles.move(file, folder.resolve(file.getFileName().toString()));
        if (Files.isRegularFile(ready.resolve(GONE), LinkOption.NOFOLLOW_LINKS))
            for (String name : Files.readString(ready.resolve(GONE)).lines().toList())
                // the list may come from a stranger: names only, and of files
                if (Path.of(name).getNameCount() == 1 && Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))
                    Files.delete(folder.resolve(name));
        delete(ready);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        }
    }

    /** A folder of ours with all that is in it; links in it go as links. */
    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(folder);
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(file);
        }
    }

    // --- taking turns --------------------------------------------------------------------------------------------

    private static <T> T locked(Path folder, Work<T> work) throws IOException {
        THREADS.lock();
        try {
            while (true) {
                Path lock = folder.resolve(LOCK);
                if (Files.isSymbolicLink(lock))
                    Files.delete(lock);
                try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
                    channel.lock();
                    if (!isStill(lock, channel))
                        continue;
                    try {
                        return work.run();
                    } finally {
                        Files.deleteIfExists(lock);
                    }
                }
            }
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // a channel names no file
            throw new FileSystemException(folder.toString(), null, e.getMessage());
        } finally {
            THREADS.unlock();
        }
    }

    /**
     * Whoever had the lock before has deleted its file: then another one may have made it anew, and this one locks nothing. Told by a length
     * that nobody else gives: to open the file once more, and close it, would let go of the lock.
     */
    private static boolean isStill(Path lock, FileChannel channel) throws IOException {
        int length = ThreadLocalRandom.current().nextInt(1, 1 << 24);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(new byte[1]), length);
        try {
            return Files.size(lock) == length + 1L;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
