package org.etabli.ui.form;

import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;
import org.eclipse.ui.texteditor.ITextEditor;

/** Undo and redo are the document's on every page; the other text actions belong to the source page. */
public final class DocumentActions extends MultiPageEditorActionBarContributor {
    private static final String[] DOCUMENT = { ActionFactory.UNDO.getId(), ActionFactory.REDO.getId() };
    private static final String[] TEXT = { ActionFactory.CUT.getId(), ActionFactory.COPY.getId(), ActionFactory.PASTE.getId(),
            ActionFactory.SELECT_ALL.getId(), ActionFactory.FIND.getId(), ActionFactory.DELETE.getId() };

    private DocumentEditor<?> editor;

    @Override
    public void setActiveEditor(IEditorPart part) {
        editor = part instanceof DocumentEditor<?> document ? document : null;
        super.setActiveEditor(part);
    }

    @Override
    public void setActivePage(IEditorPart page) {
        IActionBars bars = getActionBars();
        ITextEditor source = editor == null ? null : editor.source();
        for (String id : DOCUMENT)
            bars.setGlobalActionHandler(id, action(source, id));
        for (String id : TEXT)
            bars.setGlobalActionHandler(id, page == null ? null : action(source, id));
        bars.updateActionBars();
    }

    private static IAction action(ITextEditor source, String id) {
        return source == null ? null : source.getAction(id);
    }
}
