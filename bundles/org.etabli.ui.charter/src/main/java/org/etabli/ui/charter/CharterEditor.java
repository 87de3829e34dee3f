package org.etabli.ui.charter;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.part.FileEditorInput;
import org.etabli.ui.Core;
import org.etabli.ui.form.DocumentEditor;

/** A charter over one text: overview, principles with their commitments, source. */
public final class CharterEditor extends DocumentEditor<CharterModel> {
    public static final String ID = "org.etabli.ui.charter.editor";

    private PrinciplesPage principles;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof FileEditorInput))
            throw new PartInitException(input.getName());
        super.init(site, input);
        setPartName(getPartName() + " — " + Messages.editorName);
    }

    @Override
    protected SourceViewerConfiguration sourceConfiguration() {
        return new TextSourceViewerConfiguration();
    }

    @Override
    protected CharterModel createModel(IDocument document) {
        return new CharterModel(document, getSite().getShell().getDisplay(), Core.get(), ((FileEditorInput) getEditorInput()).getFile().getLocation().toPath());
    }

    @Override
    protected List<FormPage> createPages(CharterModel model) {
        principles = new PrinciplesPage(this, model);
        return List.of(new OverviewPage(this, model), principles);
    }

    /** Shows a principle, an item or a commitment by its id. */
    public void showSection(String id) {
        show(new Ref(id, -1));
    }

    void show(Ref ref) {
        setActivePage(PrinciplesPage.ID);
        principles.reveal(ref);
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        leaveField();
        model().finish();
        super.doSave(monitor);
    }
}
