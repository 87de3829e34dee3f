package org.etabli.ui.classification;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Copies the questions of every open task, person by person. */
public final class CopyQuestionsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof FactsEditor editor)
            new QuestionLetters(editor).copyAll();
        return null;
    }
}
