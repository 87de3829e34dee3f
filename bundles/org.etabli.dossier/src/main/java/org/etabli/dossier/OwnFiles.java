package org.etabli.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.model.OwnContent;
import org.etabli.model.Text;
import org.etabli.yaml.FileTrouble;

/**
 * What a dossier brings under {@code charters/}, taken into memory at once: what is named in results is what was read for them. Links are
 * followed inside the dossier only. One file that cannot be taken makes all of it unusable, since a result without it would be another one.
 */
final class OwnFiles {
    /** Of a dossier that brings nothing. */
    static final OwnFiles NONE = new OwnFiles(DossierPaths.of(Path.of("")), Path.of(""));

    private static final int MOST_FILES = 2_000;
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final Pattern FILE_NAME = Pattern.compile(".*\\.(?:yaml|yml|md|json|csv|txt)");
    /** A name under {@code law/…/} that begins as a day does. */
    private static final Pattern OF_A_DAY = Pattern.compile("law/[^/]+/(\\d[^/]*?)(?:\\.[a-z]+)?\\.ya?ml");

    private final DossierPaths dossier;
    private final Path builtIn;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, OwnContent> described = new TreeMap<>();
    private final Set<Path> open = new HashSet<>();
    private int bytes;
    private Optional<InvalidInputException> refusal = Optional.empty();

    private OwnFiles(DossierPaths dossier, Path builtIn) {
        this.dossier = dossier;
        this.builtIn = builtIn;
    }

    /** @param builtIn the content that comes with Établi */
    static OwnFiles of(DossierPaths dossier, Path builtIn) {
        OwnFiles own = new OwnFiles(dossier, builtIn);
        try {
            if (dossier.exists(Content.OVERRIDES) && Files.isDirectory(dossier.real(Content.OVERRIDES)))
                own.folder("");
        } catch (InvalidInputException e) {
            own.refuse(e);
        } catch (IOException e) {
            own.refuse(refusal(dossier, "", FileTrouble.of(e)));
        } catch (UncheckedIOException e) {
            own.refuse(refusal(dossier, "", FileTrouble.of(e.getCause())));
        }
        return own;
    }

    private void refuse(InvalidInputException e) {
        refusal = Optional.of(e);
        files.clear();
        described.clear();
    }

    private static InvalidInputException refusal(DossierPaths dossier, String path, Text message) {
        return new InvalidInputException(new Finding(Severity.ERROR, "content.own", dossier.named(inDossier(path)).toString(), 1, 1, 0, 0, message));
    }

    private static String inDossier(String path) {
        return path.isEmpty() ? Content.OVERRIDES : Content.OVERRIDES + "/" + path;
    }

    private void folder(String path) throws IOException, InvalidInputException {
        Path real = dossier.real(inDossier(path));
        if (!open.add(real))
            throw refusal(dossier, path, DossierMessages.TEXTS.text("dossier.link-nowhere", real.getFileName()));
        List<String> names;
        try (Stream<Path> list = Files.list(real)) {
            names = list.map(f -> f.getFileName().toString()).filter(n -> !n.startsWith(".")).sorted().limit(MOST_FILES + 1L).toList();
        }
        for (String name : names) {
            String inside = path.isEmpty() ? name : path + "/" + name;
            Path file = dossier.real(inDossier(inside));
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && !FILE_NAME.matcher(name).matches())
                folder(inside);
            else
                file(inside);
        }
        open.remove(real);
    }

    private void file(String path) throws IOException, InvalidInputException {
        checkDay(path);
        byte[] content = dossier.bytes(inDossier(path));
        bytes += content.length;
        if (files.size() >= MOST_FILES || bytes > MOST_BYTES)
            throw refusal(dossier, "", DossierMessages.TEXTS.text("content.too-many", Content.OVERRIDES, MOST_FILES, MOST_BYTES / 1024 / 1024));
        files.put(path, content);
        described.put(path, new OwnContent(inDossier(path), Files.isRegularFile(builtIn.resolve(path)), dossier.linkedTo(inDossier(path)), sha256(content)));
    }

    private void checkDay(String path) throws InvalidInputException {
        Matcher named = OF_A_DAY.matcher(path);
        if (!named.matches())
            return;
        try {
            LocalDate.parse(named.group(1));
        } catch (DateTimeParseException e) {
            throw refusal(dossier, path, DossierMessages.TEXTS.text("law.state-name", named.group(1)));
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws InvalidInputException when the dossier brings something that cannot be used */
    void refuse() throws InvalidInputException {
        if (refusal.isPresent())
            throw refusal.get();
    }

    /** Whether the dossier brings something, be it usable or not. */
    boolean isThere() {
        return refusal.isPresent() || !files.isEmpty();
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    byte[] bytes(String path) {
        return files.get(path);
    }

    Path place(String path) {
        return dossier.named(inDossier(path));
    }

    List<String> paths() {
        return List.copyOf(files.keySet());
    }

    List<OwnContent> described() {
        return List.copyOf(described.values());
    }

    /** What stands in a folder, files and folders. */
    Stream<String> names(String folder) {
        String start = folder + "/";
        return files.keySet().stream().filter(p -> p.startsWith(start)).map(p -> p.substring(start.length())).map(p -> p.contains("/") ? p.substring(0, p.indexOf('/')) : p).distinct();
    }
}
