package org.etabli.ui;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.part.FileEditorInput;

/** The identity of a dossier as text, with colours and quick fixes. */
public final class DossierEditor extends TextEditor {

    @Override
    protected void doSetInput(IEditorInput input) throws CoreException {
        super.doSetInput(input);
        if (input instanceof FileEditorInput file)
            setPartName(FileKinds.title(file.getFile()));
    }

    @Override
    protected void initializeEditor() {
        super.initializeEditor();
        setSourceViewerConfiguration(new YamlColors(null));
    }
}
