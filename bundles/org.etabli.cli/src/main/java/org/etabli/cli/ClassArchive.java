package org.etabli.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The classes that a command used, kept by the JVM for its next run. A run that only printed help or refused its input would leave
 * an archive that is nearly empty, and that the JVM would then take for good: so the archive is made here, by a run that did
 * its work, and not by the JVM at whatever exit comes first.
 */
final class ClassArchive {
    /** Names the file that is to be made, where there is none yet; the script that starts the program sets it. */
    private static final String FILE = "etabli.archive";

    private ClassArchive() {
    }

    /** @param code how the run ended */
    static void keep(int code) {
        String file = System.getProperty(FILE, "");
        if (file.isEmpty() || code != Main.OK && code != Main.FINDINGS || Files.exists(Path.of(file)))
            return;
        // the JVM says on the standard output that it did so, where only the command may speak
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            // the JVM writes it aside and moves it into place
            ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmCds",
                    new Object[] {new String[] {"dynamic_dump", file}}, new String[] {String[].class.getName()});
        } catch (JMException | RuntimeException e) {
            // a JVM that cannot do it: the next run is as slow as this one
        }
    }
}
