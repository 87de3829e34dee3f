package org.etabli.ui.classification;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Lists the questions by what is unknown, or in the order of the law. */
public final class UnknownFirstHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof FactsEditor editor)
            editor.toggleUnknownFirst();
        return null;
    }
}
