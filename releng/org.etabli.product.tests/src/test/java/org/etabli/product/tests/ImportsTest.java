package org.etabli.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/**
 * Every package of a library that a bundle of ours uses is imported by its manifest. The plain tests run on a flat class
 * path and cannot tell, and inside OSGi a missing import shows only when the class is first needed.
 */
class ImportsTest {
    /** A line of jdeps: a package of ours, a package that it uses, and the jar which that is in. */
    private static final Pattern USE = Pattern.compile("\\s+\\S+\\s+-> (\\S+)\\s+(\\S+\\.jar)");

    @Test
    void everyPackageInUseIsImported() throws IOException {
        Path plugins = Product.ETABLI.home().resolve("plugins");
        List<String> jars = Product.ETABLI.plugins().stream().filter(p -> p.endsWith(".jar")).toList();
        String classPath = jars.stream().map(j -> plugins.resolve(j).toString()).collect(Collectors.joining(File.pathSeparator));
        List<String> missing = new ArrayList<>();
        int uses = 0;
        for (String jar : jars) {
            if (jar.startsWith("org.etabli.") && !jar.startsWith("org.etabli.nl_fr.")) {
                String known = known(plugins.resolve(jar));
                Matcher use = USE.matcher(jdeps(classPath, plugins.resolve(jar)));
                while (use.find()) {
                    String bundle = use.group(2).replaceFirst("_\\d.*", "");
                    if (!bundle.startsWith("org.etabli.") && !bundle.startsWith("org.eclipse.")) {
                        uses++;
                        if (!names(known, use.group(1)) && !names(known, bundle)) {
                            missing.add(jar.replaceFirst("_\\d.*", "") + " uses " + use.group(1) + " of " + bundle);
                        }
                    }
                }
            }
        }
        assertTrue(uses > 10, "what jdeps prints was not understood");
        assertEquals(List.of(), missing);
    }

    private static String known(Path bundle) throws IOException {
        try (JarFile jar = new JarFile(bundle.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            return manifest.getValue("Import-Package") + "," + manifest.getValue("Require-Bundle");
        }
    }

    private static boolean names(String headers, String name) {
        return Pattern.compile("(^|,)\\s*" + Pattern.quote(name) + "\\s*([,;]|$)").matcher(headers).find();
    }

    private static String jdeps(String classPath, Path bundle) {
        StringWriter out = new StringWriter();
        ToolProvider.findFirst("jdeps").orElseThrow().run(new PrintWriter(out), new PrintWriter(out), "--multi-release", "21",
                "-verbose:package", "-cp", classPath, bundle.toString());
        return out.toString();
    }
}
