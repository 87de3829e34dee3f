package org.etabli.ui;

import java.util.List;

import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.ui.forms.editor.FormPage;
import org.etabli.dossier.IdentityEdits.Field;
import org.etabli.ui.form.DocumentEditor;

/** The identity of a dossier: who buys, what for, and how. */
public final class DossierEditor extends DocumentEditor<IdentityModel> {
    private static final String SIRET = "dossier.siret";

    private IdentityPage page;

    @Override
    protected SourceViewerConfiguration sourceConfiguration() {
        return new YamlColors(null);
    }

    @Override
    protected IdentityModel createModel(IDocument document) {
        return new IdentityModel(document, getSite().getShell().getDisplay(), core(), folder());
    }

    @Override
    protected List<FormPage> createPages(IdentityModel model) {
        page = new IdentityPage(this, model);
        return List.of(page);
    }

    @Override
    protected boolean showSubject(IMarker marker) {
        if (!marker.getAttribute(Markers.FINDING, "").equals(SIRET))
            return false;
        setActivePage(0);
        page.focus(Field.SIRET);
        return true;
    }
}
