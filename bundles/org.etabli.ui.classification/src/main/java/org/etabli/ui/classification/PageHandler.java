package org.etabli.ui.classification;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Turns to a page of the editor. */
public final class PageHandler extends AbstractHandler {
    private static final String PAGE = "org.etabli.ui.classification.page.id";

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof FactsEditor editor)
            editor.showPage(event.getParameter(PAGE));
        return null;
    }
}
