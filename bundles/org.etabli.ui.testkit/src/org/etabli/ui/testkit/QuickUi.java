package org.etabli.ui.testkit;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Reports the slowest event of each test, and fails the test when one kept the UI thread busy for more than
 * {@link UiWatch#LIMIT}; with the system property {@code etabli.slow=allowed} it only reports.
 */
public class QuickUi implements BeforeEachCallback, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(QuickUi.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(NAMESPACE).put(UiWatch.class, UiWatch.of(PlatformUI.getWorkbench().getDisplay()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try (UiWatch watch = context.getStore(NAMESPACE).remove(UiWatch.class, UiWatch.class)) {
            context.publishReportEntry("slowest event, ms", Long.toString(watch.slowest().toMillis()));
            if (!"allowed".equals(System.getProperty("etabli.slow"))) {
                watch.check();
            }
        }
    }
}
