package org.etabli.dossier;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

import org.etabli.yaml.AtomicFiles;

/**
 * The dossiers whose authors this user trusts: of their own clauses and frames more of AsciiDoc is left. It is the user's word, so it is
 * kept beside the user's other things and never in the dossier, which could else say it of itself. It goes with the place of the dossier,
 * not with what stands in it: authors who are trusted may write. A copy elsewhere has to be trusted anew.
 */
public final class Trust {
    private static final String PROPERTY = "etabli.trusted";
    /** More than anybody says; a file that is longer is none of ours. */
    private static final long MOST_BYTES = 1 << 20;

    private final Path file;

    /** @param file one address of a folder a line; need not exist */
    public Trust(Path file) {
        this.file = file;
    }

    /** What the user of this process has said. */
    public static Trust ofUser() {
        String named = System.getProperty(PROPERTY, "");
        return new Trust(named.isEmpty() ? Path.of(System.getProperty("user.home", ""), ".etabli", "trusted") : Path.of(named));
    }

    /** Whether its authors are trusted; not where this cannot be known. */
    public boolean has(Path dossier) {
        try {
            return lines().contains(address(dossier));
        } catch (IOException e) {
            return false;
        }
    }

    /** The places that are trusted, be there a dossier or not. */
    public List<Path> places() throws IOException {
        return lines().stream().map(l -> Path.of(URI.create(l))).toList();
    }

    /** Says it, or takes it back. @return whether that is new */
    public boolean set(Path dossier, boolean trusted) throws IOException {
        TreeSet<String> lines = new TreeSet<>(lines());
        boolean changed = trusted ? lines.add(address(dossier)) : lines.remove(address(dossier));
        if (changed) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFiles.replace(file, lines.isEmpty() ? new byte[0] : (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return changed;
    }

    /** Without what is no address of a folder: the file may have been edited. */
    private List<String> lines() throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES)
            return List.of();
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().filter(Trust::isAddress).toList();
    }

    private static boolean isAddress(String line) {
        try {
            Path.of(URI.create(line));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The real folder, so that one that replaces a link there is another; where it is gone, where it was. */
    public static Path place(Path dossier) throws IOException {
        return Files.exists(dossier) ? dossier.toRealPath() : dossier.toAbsolutePath().normalize();
    }

    /** Without line breaks, whatever its name; the slash behind it would depend on whether it is there. */
    private static String address(Path dossier) throws IOException {
        String address = place(dossier).toUri().toString();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
