package org.etabli.product.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A finished program, as the build left it. A run with a scenario gets a configuration of its own that has our driver
 * beside the program's bundles; the program's own files stay as they are.
 *
 * @param home its folder, with the script "etabli"
 */
record Product(Path home) {
    static final Path ROOT = Path.of(System.getProperty("etabli.root"));
    private static final String PLATFORM = System.getProperty("etabli.platform");

    /** What users get. */
    static final Product ETABLI = new Product(
            ROOT.resolve("releng/org.etabli.product/target/products/org.etabli.product").resolve(PLATFORM).resolve("etabli"));
    /** The same platform without our plug-in set. */
    static final Product BARE = new Product(
            ROOT.resolve("releng/org.etabli.bare/target/products/org.etabli.bare.product").resolve(PLATFORM).resolve("etabli"));
    /** The bare one with the plug-in set installed from the p2 repository. */
    static final Product INSTALLED = new Product(ROOT.resolve("releng/org.etabli.bare/target/installed"));

    /** How a run ended. */
    record Run(int exitCode, String output, String error) {
    }

    /** Runs the program's script in a folder and waits for its end. */
    Run start(Path folder, List<String> arguments) throws IOException, InterruptedException {
        return start(folder, arguments, Map.of());
    }

    /** @param environment what the script finds there besides */
    Run start(Path folder, List<String> arguments, Map<String, String> environment) throws IOException, InterruptedException {
        Path script = home.resolve("etabli");
        script.toFile().setExecutable(true);
        Path output = folder.resolve("output.txt");
        Path error = folder.resolve("error.txt");
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(output.toFile())
                .redirectError(error.toFile());
        // the Java that runs the tests; it is new enough
        builder.environment().put("ETABLI_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(6, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new AssertionError("the program did not end; its errors: " + Files.readString(error));
        }
        return new Run(process.exitValue(), Files.readString(output), Files.readString(error));
    }

    /**
     * Opens the workbench with a scenario of the driver bundle.
     *
     * @param folder an empty folder for the workspace, the configuration, the pictures and "result.txt"
     * @param arguments what the user would type after "etabli"
     */
    Run play(String scenario, Path folder, String... arguments) throws IOException, InterruptedException {
        Path configuration = folder.resolve("configuration");
        copy(home.resolve("configuration"), configuration);
        Files.write(configuration.resolve("org.eclipse.equinox.simpleconfigurator/bundles.info"),
                List.of(line("org.etabli.ui.testkit"), line("org.etabli.product.driver")), StandardOpenOption.APPEND);
        Files.write(configuration.resolve("config.ini"), List.of("etabli.scenario=org.etabli.product.driver." + scenario,
                "etabli.scenario.folder=" + folder), StandardOpenOption.APPEND);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-configuration", configuration.toString(), "-data", folder.resolve("workspace").toString()));
        return start(folder, all);
    }

    /** A bundle of the reactor, as bundles.info wants it. */
    private static String line(String bundle) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("bundles").resolve(bundle).resolve("target"))) {
            Path jar = files.filter(f -> f.getFileName().toString().matches(bundle + "-.*(?<!sources)\\.jar")).findFirst().orElseThrow();
            try (JarFile content = new JarFile(jar.toFile())) {
                // with another version the configurator would take the bundle out again, without a word
                String version = content.getManifest().getMainAttributes().getValue("Bundle-Version");
                return String.join(",", bundle, version, jar.toUri().toString(), "4", "false");
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                // what an earlier run cached does not belong to the program
                if (!file.toString().contains("org.eclipse.osgi") && Files.isRegularFile(file)) {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** Whether it has a bundle of that name. */
    boolean holds(String bundle) {
        Pattern name = Pattern.compile(Pattern.quote(bundle) + "_\\d.*");
        return plugins().stream().anyMatch(p -> name.matcher(p).matches());
    }

    /** The file names of its bundles. */
    List<String> plugins() {
        try (Stream<Path> plugins = Files.list(home.resolve("plugins"))) {
            return plugins.map(p -> p.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty folder for one run, which stays afterwards for whoever wants to look. */
    static Path folder(String run) throws IOException {
        Path folder = Path.of("target", "runs", run).toAbsolutePath();
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
