package org.etabli.ui;

import org.eclipse.ui.editors.text.TextEditor;

/** The identity of a dossier as text, with colours and quick fixes. */
public final class DossierEditor extends TextEditor {

    @Override
    protected void initializeEditor() {
        super.initializeEditor();
        setSourceViewerConfiguration(new YamlColors(null));
    }
}
