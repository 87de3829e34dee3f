package org.etabli.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the first screen. */
public final class WelcomeHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Welcome.open(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage());
        return null;
    }
}
