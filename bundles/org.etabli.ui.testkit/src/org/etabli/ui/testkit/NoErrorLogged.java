package org.etabli.ui.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Fails a test during which anything was logged as an error: what a user would only find in the log is a fault too. */
public class NoErrorLogged implements BeforeEachCallback, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(NoErrorLogged.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        Errors errors = new Errors();
        Platform.addLogListener(errors);
        context.getStore(NAMESPACE).put(Errors.class, errors);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Errors errors = context.getStore(NAMESPACE).remove(Errors.class, Errors.class);
        Platform.removeLogListener(errors);
        if (!errors.logged.isEmpty()) {
            AssertionError failure = new AssertionError("logged as an error: " + errors.logged);
            errors.logged.stream().map(IStatus::getException).filter(e -> e != null).forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private static final class Errors implements ILogListener {
        final List<IStatus> logged = new CopyOnWriteArrayList<>();

        @Override
        public void logging(IStatus status, String plugin) {
            if (status.getSeverity() == IStatus.ERROR) {
                logged.add(status);
            }
        }
    }
}
