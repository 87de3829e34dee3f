package org.etabli.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.FileSet;

/**
 * The one way from a name in a dossier to a file. A dossier may come from a stranger, and its archive may hold links: one that leads
 * out of the folder is refused by whoever would read, write or delete through it. What is handed out holds no link, so that one that is
 * put there a moment later is not followed either.
 */
public final class DossierPaths {
    private final Path folder;

    private DossierPaths(Path folder) {
        this.folder = folder;
    }

    /** @param folder as the user names it; it may be a link itself */
    public static DossierPaths of(Path folder) {
        return new DossierPaths(folder);
    }

    /** As the user knows it, for messages. */
    public Path named(String name) {
        return folder.resolve(name);
    }

    /**
     * The real place of a file or folder, which need not exist.
     *
     * @param name under the dossier, with slashes
     * @throws InvalidInputException when it lies outside, or a link on the way leads out of the dossier or nowhere
     */
    public Path real(String name) throws IOException, InvalidInputException {
        Path root = root();
        Path inside = relative(name);
        Path place = root;
        for (Path step : inside) {
            place = SameName.of(place.resolve(step));
            if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS))
                continue;
            Path real = place;
            try {
                real = place.toRealPath();
            } catch (IOException e) {
                if (Files.isSymbolicLink(place))
                    throw refusal("dossier.link-nowhere", name, target(place));
                throw e;
            }
            if (!real.startsWith(root))
                throw refusal("dossier.link-outside", name, target(place));
            place = real;
        }
        return place;
    }

    private Path root() throws IOException {
        return Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    }

    private Path relative(String name) throws InvalidInputException {
        try {
            Path inside = Path.of(name).normalize();
            if (!inside.isAbsolute() && !inside.startsWith(".."))
                return inside;
        } catch (InvalidPathException e) {
            // no name of a file here
        }
        throw refusal("dossier.outside", name, name);
    }

    private static String target(Path link) throws IOException {
        return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : link.toRealPath().toString();
    }

    private InvalidInputException refusal(String message, String name, String to) {
        return new InvalidInputException(new Finding(Severity.ERROR, message, folder.resolve(name.replace('\0', '?')).toString(), 1, 1, 0, 0, DossierMessages.TEXTS.text(message, to)));
    }

    /** Whether there is something under that name, which may be a link. */
    public boolean exists(String name) {
        try {
            return Files.exists(SameName.of(folder.resolve(name)), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Where it really lies in the dossier, with slashes, when a link stands on the way there. */
    public Optional<String> linkedTo(String name) throws IOException, InvalidInputException {
        Path real = root().relativize(real(name));
        return real.equals(relative(name)) ? Optional.empty() : Optional.of(real.toString().replace('\\', '/'));
    }

    /** That it is read through a link, where it is. */
    public List<Finding> links(String name) throws IOException, InvalidInputException {
        return linkedTo(name).map(t -> new Finding(Severity.INFO, "dossier.link", named(name).toString(), 1, 1, 0, 0, DossierMessages.TEXTS.text("dossier.link", t))).stream().toList();
    }

    /** The text of a file, named in findings as the user knows it. */
    public String read(String name) throws IOException, InvalidInputException {
        return AtomicFiles.read(real(name), named(name).toString());
    }

    public byte[] bytes(String name) throws IOException, InvalidInputException {
        return AtomicFiles.bytes(real(name), named(name).toString());
    }

    /**
     * Writes a set of files as a whole, with {@link FileSet}.
     *
     * @param target in the dossier or elsewhere, as the user names it; in the dossier no link leads out
     * @param gone   names of files that do not belong to the set any more
     * @return those of them that were there
     */
    public List<String> writeSet(Path target, Map<String, byte[]> files, Collection<String> gone) throws IOException, InvalidInputException {
        Path own = folder.toAbsolutePath().normalize();
        Path wanted = target.toAbsolutePath().normalize();
        if (!wanted.startsWith(own) || wanted.equals(own))
            return FileSet.write(wanted, files, gone);
        String name = own.relativize(wanted).toString();
        for (Collection<String> names : List.of(files.keySet(), gone))
            for (String file : names)
                real(name + "/" + file);
        return FileSet.write(real(name), files, gone);
    }

    /** Writes a file as a whole, with the folders that lead there. */
    public void write(String name, byte[] content) throws IOException, InvalidInputException {
        Path file = real(name);
        Files.createDirectories(file.getParent());
        AtomicFiles.replace(file, content);
    }
}
