package org.etabli.ui.classification;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** One key to the question that settles most. */
public final class NextQuestionHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof FactsEditor editor)
            editor.showNextQuestion();
        return null;
    }
}
