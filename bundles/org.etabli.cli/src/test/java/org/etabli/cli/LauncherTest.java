package org.etabli.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that start the program: what they start, and how. The one for Linux and macOS runs with a Java that only says what it was given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path FILES = Path.of(System.getProperty("etabli.charters")).toAbsolutePath().getParent().resolve("features/org.etabli.platform.feature/rootfiles");
    /** Prints what it was started with, one a line; "LC_ALL" and "LC_CTYPE" as it sees them. */
    private static final String JAVA = """
            #!/bin/sh
            for word; do printf '%s\\n' "$word"; done
            printf 'LC_ALL=%s\\nLC_CTYPE=%s\\n' "${LC_ALL-}" "${LC_CTYPE-}"
            """;

    @TempDir
    Path folder;
    private Path script;
    private Path cache;

    @BeforeEach
    void install() throws IOException {
        Path home = folder.resolve("programme d’été");
        executable(home.resolve("jre/bin/java"), JAVA);
        Files.writeString(home.resolve("jre/release"), "JAVA_VERSION=\"25.0.1\"\n");
        for (String plugin : List.of("org.etabli.cli", "org.etabli.charters", "org.etabli.render.engine", "org.eclipse.equinox.launcher"))
            Files.createDirectories(home.resolve("plugins/" + plugin + "_0.1.0.202611301200.jar"));
        script = home.resolve("etabli");
        executable(script, Files.readString(FILES.resolve("unix/etabli")));
        cache = folder.resolve("cache");
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertTrue(file.toFile().setExecutable(true));
    }

    /** What the Java was given. */
    private List<String> start(Map<String, String> locale, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        List.of("LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES").forEach(builder.environment()::remove);
        builder.environment().putAll(locale);
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        builder.environment().put("DISPLAY", ":none");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), out);
        return out.lines().toList();
    }

    private List<String> start(String... words) throws Exception {
        return start(Map.of("LC_ALL", "C.UTF-8"), words);
    }

    private static boolean isCommandLine(List<String> given) {
        return given.contains("org.etabli.cli.Main");
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void aCommandRunsBesideAFolderOfItsName(Command command) throws Exception {
        Files.createDirectories(folder.resolve(command.word()));
        assertTrue(isCommandLine(start(command.word(), "x")), command.word());
    }

    @Test
    void anyOtherFolderOpensTheWorkbench() throws Exception {
        for (String name : List.of("dossier", "score", "charters")) {
            Files.createDirectories(folder.resolve(name));
            assertFalse(isCommandLine(start(name)), name);
        }
        assertFalse(isCommandLine(start("open", "charter")));
        assertFalse(isCommandLine(start()));
        assertTrue(isCommandLine(start("no-such-folder")));
        assertTrue(isCommandLine(start("--help")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix/etabli", "win32/etabli.bat"})
    void theScriptsListTheCommandsThereAre(String file) throws IOException {
        String text = Files.readString(FILES.resolve(file));
        Matcher list = Pattern.compile("^new\\|([a-z|]+)\\)$|%%C in \\(new ([a-z ]+)\\)", Pattern.MULTILINE).matcher(text);
        assertTrue(list.find());
        List<String> listed = new ArrayList<>(List.of("new"));
        listed.addAll(Arrays.asList((list.group(1) != null ? list.group(1) : list.group(2)).split("[| ]")));
        assertEquals(Arrays.stream(Command.values()).map(Command::word).sorted().toList(), listed.stream().sorted().toList());
    }

    /** Both start the same program, so they name the same libraries. */
    @Test
    void bothScriptsNameTheSameLibraries() throws IOException {
        assertEquals(words(FILES.resolve("unix/etabli"), "libraries=\"([^\"]+)\""), words(FILES.resolve("win32/etabli.bat"), "%%L in \\((org\\.etabli\\.cli [^)]+)\\)"));
    }

    private static List<String> words(Path file, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
        assertTrue(found.find());
        return Arrays.asList(found.group(1).trim().split("\\s+"));
    }

    @Test
    void pathsAreReadAsUtf8WhateverTheLocale() throws Exception {
        for (Map<String, String> locale : List.of(Map.of("LC_ALL", "C"), Map.of("LC_ALL", "POSIX"), Map.<String, String>of(), Map.of("LANG", "xx_XX.UTF-8"), Map.of("LC_ALL", "xx_XX.UTF-8"))) {
            assertTrue(start(locale, "check", "été").contains("LC_CTYPE=C.UTF-8"), locale::toString);
            Files.createDirectories(folder.resolve("été"));
            assertTrue(start(locale, "été").contains("LC_ALL=C.UTF-8"), locale::toString);
        }
    }

    private String option(List<String> given, String start) {
        return given.stream().filter(w -> w.startsWith(start)).findFirst().orElse("");
    }

    @Test
    void helpKeepsNoClasses() throws Exception {
        for (String[] words : new String[][] {{"annexes", "--help"}, {"annexes", "d", "--help"}, {"help"}, {"--help"}, {"-h"}})
            assertFalse(start(words).stream().anyMatch(w -> w.contains(".jsa") && !words[0].equals("help")), String.join(" ", words));
    }

    @Test
    void theFirstArchiveIsLeftToARunThatDidItsWorkAndThenUsed() throws Exception {
        List<String> first = start("annexes", "d");
        assertFalse(first.contains("-XX:+AutoCreateSharedArchive"), "the JVM would make one of whatever came first");
        assertTrue(first.contains("-XX:+RecordDynamicDumpInfo"));
        String archive = option(first, "-Detabli.archive=").replaceFirst("^[^=]+=", "");
        Files.writeString(Path.of(archive), "");
        List<String> second = start("annexes", "d");
        assertTrue(second.contains("-XX:SharedArchiveFile=" + archive), second::toString);
        assertEquals("", option(second, "-Detabli.archive="));
    }

    @Test
    void whatWantsOtherClassesHasAnArchiveOfItsOwn() throws Exception {
        List<String> archives = new ArrayList<>();
        for (String[] words : new String[][] {{"annexes", "d"}, {"annexes", "d", "--format", "adoc"}, {"annexes", "d", "--format=docx"}, {"annexes", "--only", "ccap-ia", "d"}, {"classify", "d"},
                {"classify", "d", "--json"}, {"charter", "models"}, {"charter", "new", "d"}, {"charter", "import", "a.md", "d"}, {"charter", "import", "a.docx", "d"}})
            archives.add(option(start(words), "-Detabli.archive="));
        assertFalse(archives.contains(""), archives::toString);
        assertEquals(archives.size(), archives.stream().distinct().count(), archives::toString);
    }
}
