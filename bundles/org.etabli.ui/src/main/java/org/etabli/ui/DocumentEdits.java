package org.etabli.ui;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.etabli.yaml.TextEdit;

/** Edits of the core, on an open document. */
public final class DocumentEdits {

    private DocumentEdits() {
    }

    /** One step of the document's undo. The edit must be of this very text. */
    public static void apply(TextEdit edit, IDocument document) {
        if (edit.changesNothing(document.get()))
            return;
        IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
        if (undo != null)
            undo.beginCompoundChange();
        try {
            document.replace(edit.offset(), edit.length(), edit.replacement());
        } catch (BadLocationException e) {
            throw new IllegalArgumentException("an edit of another text", e);
        } finally {
            if (undo != null)
                undo.endCompoundChange();
        }
    }
}
