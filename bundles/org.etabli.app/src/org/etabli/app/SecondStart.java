package org.etabli.app;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;

/**
 * There is one window for each workspace: a second start hands its dossier to the first and ends. They meet at a socket in a
 * folder that only this user may enter; where it is, a file in the workspace says. Nothing but the name of a folder is passed on,
 * and it is treated as if the user had typed it.
 */
public final class SecondStart implements AutoCloseable {
    private static final String ADDRESS = ".metadata/window";
    private static final int TAKEN = 1;

    private final Path address;
    private final Path socket;
    private final ServerSocketChannel door;
    private final Consumer<Optional<Path>> taker;

    private SecondStart(Path address, Path socket, ServerSocketChannel door, Consumer<Optional<Path>> taker) {
        this.address = address;
        this.socket = socket;
        this.door = door;
        this.taker = taker;
    }

    /**
     * Waits for other starts; only the one that holds the workspace may do so.
     *
     * @param taker gets their dossiers, or nothing where a start names none, in a thread of its own
     * @return nothing where the system has no such sockets: then a second start says that there is a window
     */
    static Optional<SecondStart> await(Path workspace, Consumer<Optional<Path>> taker) {
        try {
            // made for this user alone where the system knows users, under a name that nobody can foresee
            Path socket = Files.createTempDirectory("etabli-").resolve("window");
            ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
            Path address = workspace.resolve(ADDRESS);
            Files.createDirectories(address.getParent());
            Files.writeString(address, socket.toString());
            SecondStart waiting = new SecondStart(address, socket, door, taker);
            Thread.ofPlatform().daemon().name("second-start").start(waiting::listen);
            return Optional.of(waiting);
        } catch (IOException | UnsupportedOperationException e) {
            ILog.of(SecondStart.class).warn("A second start cannot hand its dossier over", e);
            return Optional.empty();
        }
    }

    /**
     * Hands a dossier to the window that holds the workspace, or only asks it to show itself.
     *
     * @return whether there is one that took it
     */
    public static boolean handOver(Path workspace, Optional<Path> dossier) {
        try {
            Path socket = Path.of(Files.readString(workspace.resolve(ADDRESS)));
            // a file that somebody else has put there leads to somebody else
            if (!Files.getOwner(socket).equals(Files.getOwner(workspace)))
                return false;
            try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                new DataOutputStream(Channels.newOutputStream(channel)).writeUTF(dossier.map(Path::toString).orElse(""));
                return Channels.newInputStream(channel).read() == TAKEN;
            }
        } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
            return false;
        }
    }

    private void listen() {
        while (door.isOpen()) {
            try {
                SocketChannel channel = door.accept();
                // one that says nothing keeps no other waiting
                Thread.ofVirtual().start(() -> take(channel));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                ILog.of(getClass()).warn("A second start was not heard", e);
                return;
            }
        }
    }

    private void take(SocketChannel channel) {
        try (channel) {
            String folder = new DataInputStream(Channels.newInputStream(channel)).readUTF();
            taker.accept(folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder)));
            Channels.newOutputStream(channel).write(TAKEN);
        } catch (IOException | InvalidPathException e) {
            ILog.of(getClass()).warn("A second start was not understood", e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.getParent());
            Files.deleteIfExists(address);
        } catch (IOException e) {
            ILog.of(getClass()).warn("The socket for second starts stays behind", e);
        }
    }
}
