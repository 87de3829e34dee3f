package org.etabli.product.driver;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.etabli.ui.testkit.Bot;

/**
 * Plays a scenario once the workbench is open, writes how it ended and closes the workbench. The test that starts the
 * product adds this bundle to it, and names by system properties (in its config.ini)
 * <ul>
 * <li>{@code etabli.scenario}: a class of this bundle that is a {@link Scenario}
 * <li>{@code etabli.scenario.folder}: where "result.txt" and the pictures go
 * </ul>
 */
public class Driver implements IStartup {

    @Override
    public void earlyStartup() {
        String scenario = System.getProperty("etabli.scenario");
        if (scenario == null) {
            return;
        }
        long started = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        Path folder = Path.of(System.getProperty("etabli.scenario.folder"));
        StringWriter errors = new StringWriter();
        Platform.addLogListener((status, plugin) -> {
            if (status.getSeverity() == IStatus.ERROR) {
                errors.append("logged: ").append(status.toString()).append('\n');
            }
        });
        IWorkbench workbench = PlatformUI.getWorkbench();
        Bot bot = new Bot(workbench.getDisplay(), folder);
        try {
            ((Scenario) Class.forName(scenario).getConstructor().newInstance()).play(bot);
        } catch (Exception | AssertionError e) {
            e.printStackTrace(new PrintWriter(errors, true));
            bot.screenshot("failure");
        }
        try {
            Files.createDirectories(folder);
            String result = errors.toString();
            Files.writeString(folder.resolve("result.txt"), result.isEmpty() ? "passed\nstarted after " + started + " ms\n" : result);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        workbench.getDisplay().asyncExec(workbench::close);
    }
}
