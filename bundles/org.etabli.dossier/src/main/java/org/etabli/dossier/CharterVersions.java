package org.etabli.dossier;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.etabli.markdown.CharterEdits;
import org.etabli.markdown.CharterSeal;
import org.etabli.markdown.CharterText;
import org.etabli.model.Charter;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.Node;
import org.etabli.yaml.TextEdit;

/**
 * The versions of a dossier's charter: the one in force or in the making, {@code charter.md}, and the adopted ones that it
 * replaced, kept byte for byte. What is in both languages is adopted and revised in both.
 */
public final class CharterVersions {
    public static final String FOLDER = "charter-versions";

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d+)", Pattern.DOTALL);
    private static final String MARKDOWN = ".md";
    /** Nobody adopted a charter on artificial intelligence in another century. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final Path folder;
    private final DossierPaths paths;
    private final Writing writing;

    public CharterVersions(Path dossier) {
        this(dossier, AtomicFiles::replace);
    }

    CharterVersions(Path dossier, Writing writing) {
        this.folder = dossier;
        this.paths = DossierPaths.of(dossier);
        this.writing = writing;
    }

    /** A file is there afterwards as a whole, or as it was. */
    interface Writing {
        void write(Path file, byte[] content) throws IOException;
    }

    /** A charter of one version in one language, with the file's bytes. */
    public record Version(Path file, CharterText text, byte[] bytes) {

        static Version read(DossierPaths paths, String name) throws IOException, InvalidInputException {
            byte[] bytes = paths.bytes(name);
            Path file = paths.named(name);
            return new Version(file, CharterText.parse(file.toString(), AtomicFiles.decode(bytes, file.toString())), bytes);
        }

        public String version() {
            return text.charter().version();
        }

        public Optional<Charter.Adoption> adoption() {
            return text.charter().adoption();
        }

        private boolean isSealed() {
            return adoption().flatMap(Charter.Adoption::text).isPresent();
        }

        private Finding finding(Severity severity, String message, Object... args) {
            return text.finding(severity, "versions." + message, place(text), DossierMessages.TEXTS.text("versions." + message, args));
        }

        private byte[] after(TextEdit edit) {
            String whole = new String(bytes, StandardCharsets.UTF_8);
            // a byte order mark is no part of the text, and stays
            return (whole.substring(0, whole.length() - text.text().length()) + edit.apply(text.text())).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What stands in {@code charter.md}. */
    public Version current() throws IOException, InvalidInputException {
        return Version.read(paths, DossierFile.CHARTER.name());
    }

    /** The versions that were replaced, those adopted first coming first; in both languages where there are two. */
    public List<Version> kept() throws IOException, InvalidInputException {
        List<Version> kept = new ArrayList<>();
        if (paths.exists(FOLDER) && Files.isDirectory(paths.real(FOLDER)))
            for (String name : names(paths.real(FOLDER)))
                kept.add(Version.read(paths, FOLDER + "/" + name));
        kept.sort(Comparator.comparing(v -> v.adoption().map(Charter.Adoption::on).orElse(LocalDate.MIN)));
        return List.copyOf(kept);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(MARKDOWN) && !n.startsWith(".")).sorted().toList();
        }
    }

    /** Every version in the language of {@code charter.md}, which is the last one. */
    public List<Version> all() throws IOException, InvalidInputException {
        Version current = current();
        return Stream.concat(kept().stream().filter(v -> v.text().language() == current.text().language()), Stream.of(current)).toList();
    }

    /**
     * What is to be said about the versions that are kept: one that is another text than was adopted, and one that the charter passes
     * itself off as without being adopted.
     */
    static List<Finding> findings(Path dossier, CharterText charter) throws IOException, InvalidInputException {
        List<Finding> findings = new ArrayList<>();
        for (Version v : new CharterVersions(dossier).kept()) {
            if (CharterSeal.isBroken(v.text()))
                findings.add(v.finding(Severity.ERROR, "kept-changed", v.version()));
            else if (!v.isSealed())
                findings.add(v.finding(Severity.WARNING, "kept-unsealed", v.version()));
            else if (CharterSeal.isOfOlderForm(v.text()))
                findings.add(v.finding(Severity.INFO, "kept-older-seal", v.version()));
            if (v.version().equals(charter.charter().version()) && v.text().language() == charter.language() && charter.charter().adoption().isEmpty())
                findings.add(charter.finding(Severity.WARNING, "versions.adoption-gone", place(charter), DossierMessages.TEXTS.text("versions.adoption-gone", v.version())));
        }
        return findings;
    }

    // --- adopting ------------------------------------------------------------------------------------------------

    /** Whether an assembly can have met on that day, or is about to: a slip of the pen is not sealed. */
    public static boolean isLikely(LocalDate on, LocalDate today) {
        return !on.isBefore(EARLIEST) && !on.isAfter(today.plusYears(1));
    }

    /**
     * Writes down that the charter was adopted, and seals it.
     *
     * @throws InvalidInputException when it has errors, was adopted and sealed before, or has the version of another that was: nothing
     *             is written then
     */
    public void adopt(Charter.Adoption adoption, Content content, LawLibrary library) throws IOException, InvalidInputException {
        Version charter = current();
        if (charter.isSealed())
            throw refusal(charter, "versions.adopted", charter.version());
        refuseTaken(charter, charter.version());
        Map<Path, byte[]> texts = new LinkedHashMap<>();
        for (Version v : withCounterpart(charter)) {
            Findings.refuseErrors(CharterCheck.findings(v.text(), paths::read, content, library));
            // one that is sealed already was written before something came in between
            if (!v.isSealed())
                texts.put(v.file(), v.after(CharterEdits.adopt(v.text(), adoption)));
        }
        write(texts);
    }

    // --- revising ------------------------------------------------------------------------------------------------

    /**
     * Keeps the adopted charter and begins its next version, which is not adopted.
     *
     * @param version {@link #next(String)} where it is empty
     * @return the new version
     * @throws InvalidInputException when the charter is not adopted, or not as it was adopted, or the version is taken: nothing is written then
     */
    public String revise(Optional<String> version) throws IOException, InvalidInputException {
        Version charter = current();
        String next = version.orElseGet(() -> next(charter.version()));
        if (next.equals(charter.version()))
            throw refusal(charter, "versions.taken", next);
        refuseTaken(charter, next);
        Map<Path, byte[]> texts = new LinkedHashMap<>(copies(charter));
        for (Version v : withCounterpart(charter))
            texts.put(v.file(), v.after(v.adoption().isPresent() ? CharterEdits.revise(v.text(), next) : CharterEdits.front(v.text(), List.of("version"), next)));
        write(texts);
        return next;
    }

    /** The number at the end plus one, or a second of its name: 1 → 2, 1.2 → 1.3, finale → finale-2. */
    public static String next(String version) {
        Matcher numbered = NUMBERED.matcher(version);
        if (!numbered.matches())
            return version + "-2";
        String next = new BigInteger(numbered.group(2)).add(BigInteger.ONE).toString();
        return numbered.group(1) + "0".repeat(Math.max(0, numbered.group(2).length() - next.length())) + next;
    }

    /** The adopted texts, by the files that keep them, where these do not yet. */
    private Map<Path, byte[]> copies(Version charter) throws IOException, InvalidInputException {
        if (charter.adoption().isEmpty())
            throw refusal(charter, "versions.not-adopted");
        Map<Path, byte[]> copies = new LinkedHashMap<>();
        for (Version v : withCounterpart(charter))
            if (v.adoption().isPresent()) {
                if (CharterSeal.isBroken(v.text()))
                    throw refusal(v, "versions.changed", v.version());
                String name = FOLDER + "/" + keptName(charter, v);
                Path copy = paths.named(name);
                if (!paths.exists(name))
                    copies.put(copy, v.bytes());
                else if (!Arrays.equals(paths.bytes(name), v.bytes()))
                    throw refusal(v, "versions.kept-differs", copy);
            }
        return copies;
    }

    /** {@code 1.md}, and {@code 1.en.md} for {@code charter.en.md}. */
    private static String keptName(Version charter, Version v) {
        String version = v.version().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceFirst("^\\.+", "");
        return (version.isEmpty() ? "-" : version) + (v == charter ? "" : "." + v.text().language().name().toLowerCase(Locale.ROOT)) + MARKDOWN;
    }

    // --- both ----------------------------------------------------------------------------------------------------

    /** The charter comes last: as long as it is the old one, everything can be done again. */
    private List<Version> withCounterpart(Version charter) throws IOException, InvalidInputException {
        List<Version> both = new ArrayList<>();
        Optional<String> other = charter.text().charter().counterpart().filter(n -> !n.contains("/") && !n.contains("\\") && !n.equals(DossierFile.CHARTER.name()) && paths.exists(n));
        if (other.isPresent())
            both.add(Version.read(paths, other.get()));
        both.add(charter);
        for (Version v : both)
            if (v.text().frontMatter().isEmpty())
                throw new InvalidInputException(v.text().findings().stream().filter(f -> f.severity() == Severity.ERROR).toList());
        return both;
    }

    private void refuseTaken(Version charter, String version) throws IOException, InvalidInputException {
        if (kept().stream().anyMatch(v -> v.version().equals(version)))
            throw refusal(charter, "versions.taken", version);
    }

    private void write(Map<Path, byte[]> texts) throws IOException, InvalidInputException {
        for (Map.Entry<Path, byte[]> text : texts.entrySet()) {
            Path file = paths.real(folder.relativize(text.getKey()).toString());
            Files.createDirectories(file.getParent());
            writing.write(file, text.getValue());
        }
    }

    private static InvalidInputException refusal(Version version, String message, Object... args) {
        return new InvalidInputException(version.text().finding(Severity.ERROR, message, place(version.text()), DossierMessages.TEXTS.text(message, args)));
    }

    private static Node.Span place(CharterText text) {
        return text.frontMatter().flatMap(f -> f.key(List.of("adoption")).or(() -> f.key(List.of("version")))).orElse(new Node.Span(0, 0, 1, 1));
    }
}
