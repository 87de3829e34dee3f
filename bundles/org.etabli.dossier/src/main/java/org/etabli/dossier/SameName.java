package org.etabli.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.etabli.model.Letters;

/** Files as people name them: systems write accents in two forms, and a text may be written on another one than it is read on. */
final class SameName {

    private SameName() {
    }

    /** The file itself, or where there is none the one beside it whose name looks the same. */
    static Path of(Path file) {
        if (file.toString().chars().allMatch(c -> c < 0x80) || Files.exists(file) || file.getParent() == null || !Files.isDirectory(file.getParent()))
            return file;
        String name = Letters.composed(file.getFileName().toString());
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.filter(f -> Letters.composed(f.getFileName().toString()).equals(name)).findFirst().orElse(file);
        } catch (IOException e) {
            return file;
        }
    }
}
