package org.etabli.dossier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.etabli.markdown.CharterText;
import org.etabli.model.Charter;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Lang;
import org.etabli.yaml.AtomicFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A charter from its first version to its third, and what happens when something comes in between. */
class CharterVersionsTest {
    private static final String HEAD = """
            ---
            # la charte de la commune
            schema: etabli/charter/1
            id: c
            title: Charte
            language: fr
            auteur: inconnu   # une clé que personne ne lit
            version: "1"  # la première
            ---
            """;
    private static final String BODY = "\nPréambule.\n\n# P {#p}\n\n## I {#i}\n\n### C {#c}\n\nPhrase.\n\n- niveau : possible\n";
    private static final Charter.Adoption ADOPTION = new Charter.Adoption(LocalDate.of(2026, 12, 14), "2026-112", "conseil municipal");

    private final Content content = new Content(Path.of(System.getProperty("etabli.charters")));
    private final LawLibrary library = new LawLibrary(content);

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private void adopt() throws Exception {
        new CharterVersions(folder).adopt(ADOPTION, content, library);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile).sorted()::iterator)
                files.put(folder.relativize(file).toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return files;
    }

    private interface Action {
        void run() throws Exception;
    }

    private void refused(String finding, Action action) throws Exception {
        Map<String, String> before = files();
        InvalidInputException e = assertThrows(InvalidInputException.class, action::run);
        assertEquals(List.of(finding), e.findings().stream().map(Finding::id).toList());
        assertEquals(before, files(), "nothing is written");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\n", "\r\n" })
    void fromOneVersionToTheNext(String newline) throws Exception {
        String first = (HEAD + BODY).replace("\n", newline);
        write("charter.md", "\uFEFF" + first);
        adopt();
        String adopted = read("charter.md");
        String seal = new CharterVersions(folder).current().adoption().orElseThrow().text().orElseThrow();
        assertEquals("\uFEFF" + first.replace("# la première" + newline, ("# la première\nadoption:\n  on: 2026-12-14\n  deliberation: \"2026-112\"\n  by: conseil municipal\n  text: " + seal + "\n").replace("\n", newline)),
                adopted, "only the adoption is new");
        assertEquals("2", new CharterVersions(folder).revise(Optional.empty()));
        assertEquals("\uFEFF" + first.replace("version: \"1\"", "version: \"2\""), read("charter.md"), "comments, unknown keys and line ends survive");
        assertEquals(adopted, read("charter-versions/1.md"), "byte for byte");
        assertEquals(2, files().size());
    }

    @Test
    void everyVersionIsListed() throws Exception {
        write("charter.md", HEAD + BODY);
        adopt();
        new CharterVersions(folder).revise(Optional.of("été 2027"));
        new CharterVersions(folder).adopt(new Charter.Adoption(LocalDate.of(2027, 7, 1), "x", "y"), content, library);
        assertEquals("été 2028", new CharterVersions(folder).revise(Optional.empty()));
        assertEquals(List.of("1 2026-12-14", "été 2027 2027-07-01", "été 2028 –"), new CharterVersions(folder).all().stream()
                .map(v -> v.version() + " " + v.adoption().map(a -> a.on().toString()).orElse("–")).toList());
        assertTrue(Files.exists(folder.resolve("charter-versions/été-2027.md")), files().keySet().toString());
    }

    @ParameterizedTest
    @CsvSource({ "1, 2", "9, 10", "1.2, 1.3", "1.9, 1.10", "v1, v2", "2026-09, 2026-10", "09, 10", "99, 100", "finale, finale-2", "finale-2, finale-3", "12345678901234567890, 12345678901234567891" })
    void theNextVersion(String version, String next) {
        assertEquals(next, CharterVersions.next(version));
    }

    @Test
    void whatCannotBeAdoptedOrRevised() throws Exception {
        write("charter.md", HEAD + BODY);
        refused("versions.not-adopted", () -> new CharterVersions(folder).revise(Optional.empty()));
        adopt();
        refused("versions.adopted", this::adopt);
        refused("versions.taken", () -> new CharterVersions(folder).revise(Optional.of("1")));
        String adopted = read("charter.md");
        write("charter.md", adopted.replace("Phrase.", "Autre phrase."));
        refused("versions.changed", () -> new CharterVersions(folder).revise(Optional.empty()));
        write("charter.md", adopted);
        new CharterVersions(folder).revise(Optional.empty());
        write("charter.md", read("charter.md").replace("\"2\"", "\"1\""));
        refused("versions.taken", this::adopt);
        write("charter.md", adopted.replace("\n", "\r\n"));
        refused("versions.kept-differs", () -> new CharterVersions(folder).revise(Optional.of("3")));
        write("charter.md", HEAD.replace("\"1\"", "\"5\"") + BODY.replace("{#i}", "{#p}"));
        refused("charter.duplicate-id", this::adopt);
        write("charter.md", "Pas une charte.\n");
        refused("charter.no-front-matter", this::adopt);
        refused("versions.not-adopted", () -> new CharterVersions(folder).revise(Optional.empty()));
        Files.delete(folder.resolve("charter.md"));
        assertThrows(NoSuchFileException.class, () -> new CharterVersions(folder).revise(Optional.empty()));
    }

    /** Somebody wrote the adoption down by hand: adopting seals it, revising believes it. */
    @Test
    void anAdoptionWithoutASeal() throws Exception {
        String byHand = HEAD.replace("---\n# la", "---\nadoption: {on: 2026-12-14, deliberation: x, by: y}\n# la") + BODY;
        write("charter.md", byHand);
        adopt();
        assertEquals(Optional.of("2026-112"), new CharterVersions(folder).current().adoption().map(Charter.Adoption::deliberation));
        write("charter.md", byHand);
        assertEquals("2", new CharterVersions(folder).revise(Optional.empty()));
        assertEquals(byHand, read("charter-versions/1.md"));
        assertEquals(HEAD.replace("\"1\"", "\"2\"") + BODY, read("charter.md"));
    }

    // --- two languages -------------------------------------------------------------------------------------------

    private void both() throws IOException {
        write("charter.md", (HEAD + BODY).replace("language: fr", "counterpart: charter.en.md\nlanguage: fr"));
        write("charter.en.md", (HEAD + BODY).replace("language: fr", "counterpart: charter.md\nlanguage: en").replace("niveau : possible", "level: may"));
    }

    @Test
    void whatIsInBothLanguagesIsAdoptedAndRevisedInBoth() throws Exception {
        both();
        adopt();
        Map<String, String> adopted = files();
        for (String name : List.of("charter.md", "charter.en.md"))
            assertTrue(CharterText.parse(name, read(name)).charter().adoption().orElseThrow().text().isPresent(), name);
        assertEquals(List.of("schema.unknown-key"), Standing.of(folder, content, library, LocalDate.EPOCH).charter().findings().stream().map(Finding::id).toList(), "the two are in step");
        new CharterVersions(folder).revise(Optional.empty());
        assertEquals(adopted.get("charter.md"), files().get("charter-versions/1.md"));
        assertEquals(adopted.get("charter.en.md"), files().get("charter-versions/1.en.md"));
        assertEquals(List.of("schema.unknown-key"), Standing.of(folder, content, library, LocalDate.EPOCH).charter().findings().stream().map(Finding::id).toList());
        assertEquals(List.of("1", "2"), new CharterVersions(folder).all().stream().map(CharterVersions.Version::version).toList());
        write("charter.en.md", adopted.get("charter.en.md").replace("level: may", "level: should"));
        adopt(new String(adopted.get("charter.md").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    private void adopt(String charter) throws Exception {
        write("charter.md", charter);
        refused("versions.changed", () -> new CharterVersions(folder).revise(Optional.of("3")));
    }

    @Test
    void aCounterpartThatIsMissingIsNoObstacleToARevision() throws Exception {
        both();
        adopt();
        Files.delete(folder.resolve("charter.en.md"));
        assertEquals("2", new CharterVersions(folder).revise(Optional.empty()));
        assertFalse(Files.exists(folder.resolve("charter.en.md")));
    }

    // --- crashes -------------------------------------------------------------------------------------------------

    /** Fails at the write of that number. */
    private CharterVersions failing(int at, List<String> written) {
        return new CharterVersions(folder, (file, bytes) -> {
            if (written.size() == at)
                throw new IOException("power cut");
            written.add(folder.relativize(file).toString());
            AtomicFiles.write(file, bytes);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3 })
    void aRevisionThatBreaksOffCanBeDoneAgain(int at) throws Exception {
        both();
        adopt();
        byte[] old = Files.readAllBytes(folder.resolve("charter.md"));
        byte[] oldEnglish = Files.readAllBytes(folder.resolve("charter.en.md"));
        List<String> written = new ArrayList<>();
        assertThrows(IOException.class, () -> failing(at, written).revise(Optional.empty()));
        assertEquals(List.of("charter-versions/1.en.md", "charter-versions/1.md", "charter.en.md").subList(0, at), written);
        assertArrayEquals(old, Files.readAllBytes(folder.resolve("charter.md")), "the charter is the old one until everything else is there");
        assertEquals("2", new CharterVersions(folder).revise(Optional.empty()));
        assertArrayEquals(old, Files.readAllBytes(folder.resolve("charter-versions/1.md")));
        assertArrayEquals(oldEnglish, Files.readAllBytes(folder.resolve("charter-versions/1.en.md")));
        assertEquals(List.of("2", "2"), List.of(CharterText.parse("", read("charter.md")).charter().version(), CharterText.parse("", read("charter.en.md")).charter().version()));
        assertEquals(4, files().size(), files().keySet().toString());
    }

    @Test
    void anAdoptionThatBreaksOffCanBeDoneAgain() throws Exception {
        both();
        List<String> written = new ArrayList<>();
        assertThrows(IOException.class, () -> failing(1, written).adopt(ADOPTION, content, library));
        assertEquals(List.of("charter.en.md"), written);
        adopt();
        assertEquals(List.of("schema.unknown-key"), Standing.of(folder, content, library, LocalDate.EPOCH).charter().findings().stream().map(Finding::id).toList());
    }

    // --- new charters --------------------------------------------------------------------------------------------

    private CharterModel model(Lang lang) throws Exception {
        return content.models().stream().filter(m -> m.name().equals("small-commune") && m.language() == lang).findFirst().orElseThrow();
    }

    @Test
    void theModelsAreListed() throws Exception {
        assertEquals(List.of("ekitia FR", "ekitia EN", "generative-ai FR", "generative-ai EN", "small-commune FR", "small-commune EN"),
                content.models().stream().map(m -> m.name() + " " + m.language()).toList());
        for (CharterModel m : content.models())
            assertEquals(Files.readString(content.builtIn().resolve(m.text().name())).lines().filter(l -> l.startsWith("### ")).count(), m.commitments(), m.title());
        assertEquals("Charte de l’intelligence artificielle de la commune", model(Lang.FR).title());
    }

    @Test
    void aCharterStartsFromAModel() throws Exception {
        write("dossier.yaml", "schema: etabli/dossier/1\nid: d\ntitle: D\nauthority: {name: Œuvres de Saint-Savin, kind: commune}\n");
        NewCharter.create(folder, content, List.of(model(Lang.FR)));
        String text = read("charter.md");
        assertEquals(model(Lang.FR).text().text().replace("id: small-commune", "id: oeuvres-de-saint-savin").replace("counterpart: small-commune.en.md\n", "")
                .replace("version: \"1\"\n", "version: \"1\"\nbased_on: small-commune@1\n"), text);
        assertEquals(List.of(), Standing.of(folder, content, library, LocalDate.EPOCH).charter().findings());
        assertThrows(FileAlreadyExistsException.class, () -> NewCharter.create(folder, content, List.of(model(Lang.EN))));
        assertEquals(text, read("charter.md"));
    }

    @Test
    void inBothLanguagesWhereThatIsWanted() throws Exception {
        Examples.create("Mon dossier", folder.resolve("d"), Lang.FR);
        NewCharter.create(folder.resolve("d"), content, List.of(model(Lang.EN), model(Lang.FR)));
        CharterFolder charter = Standing.of(folder.resolve("d"), content, library, LocalDate.EPOCH).charter();
        assertEquals(List.of(), charter.findings(), "mutually linked, and in step");
        assertEquals(Optional.of("charter.fr.md"), charter.charter().orElseThrow().counterpart());
        assertEquals("mon-dossier", charter.charter().orElseThrow().id(), "nobody has named the authority yet");
        Files.delete(folder.resolve("d/charter.md"));
        Map<String, String> before = files();
        assertThrows(FileAlreadyExistsException.class, () -> NewCharter.create(folder.resolve("d"), content, List.of(model(Lang.EN), model(Lang.FR))));
        assertEquals(before, files());
        assertThrows(InvalidInputException.class, () -> NewCharter.create(folder, content, List.of(model(Lang.FR))), "no dossier");
    }
}
