package org.etabli.ui.charter.assessment;

import java.util.List;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.ui.forms.editor.FormPage;
import org.etabli.ui.YamlColors;
import org.etabli.ui.form.DocumentEditor;

/** Who was consulted on a project, what they asked and what was answered, over one text. */
public final class InvolvementEditor extends DocumentEditor<InvolvementModel> {
    public static final String ID = "org.etabli.ui.charter.involvementEditor";

    private InvolvementPage page;

    @Override
    protected SourceViewerConfiguration sourceConfiguration() {
        return new YamlColors(null);
    }

    @Override
    protected InvolvementModel createModel(IDocument document) {
        return new InvolvementModel(document, getSite().getShell().getDisplay(), core(), folder());
    }

    @Override
    protected List<FormPage> createPages(InvolvementModel model) {
        page = new InvolvementPage(this, model);
        return List.of(page);
    }

    @Override
    protected boolean showSubject(IMarker marker) {
        setActivePage(0);
        return true;
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        page.commit();
        super.doSave(monitor);
    }
}
