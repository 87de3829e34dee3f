package org.etabli.ui.form;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.FileEditorInput;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.ui.Core;

/** An editor of several pages over one text, the last of which is the text itself, always within reach. */
public abstract class DocumentEditor<M extends DocumentModel<?>> extends FormEditor implements IGotoMarker {
    public static final String SOURCE = "source";

    private TextEditor source;
    private M model;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        super.init(site, input);
        setPartName(input instanceof FileEditorInput file ? file.getFile().getProject().getName() : input.getName());
    }

    @Override
    protected final void addPages() {
        Wheel.leadsThrough(getContainer());
        try {
            source = new TextEditor() {
                @Override
                protected void initializeEditor() {
                    super.initializeEditor();
                    setSourceViewerConfiguration(sourceConfiguration());
                }

                @Override
                protected boolean getInitialWordWrapStatus() {
                    return isProse() || super.getInitialWordWrapStatus();
                }
            };
            // the source comes first into being, since it owns the document, and last in the row of pages
            int index = addPage(source, getEditorInput());
            setPageText(index, Messages.pageSource);
            model = createModel(source.getDocumentProvider().getDocument(getEditorInput()));
            int place = 0;
            for (FormPage page : createPages(model))
                addPage(place++, page);
            setActivePage(0);
        } catch (PartInitException | IOException | InvalidInputException e) {
            ILog.get().error(getClass().getSimpleName() + " cannot be opened", e);
        }
    }

    /** Colours, content assist and quick fixes of the source page. */
    protected abstract SourceViewerConfiguration sourceConfiguration();

    /** Whether a paragraph is one line of the source, which is then shown on as many as it needs. */
    protected boolean isProse() {
        return false;
    }

    protected abstract M createModel(IDocument document) throws IOException, InvalidInputException;

    /** The pages before the source, in their order. */
    protected abstract List<? extends FormPage> createPages(M model);

    /** The core as the dossier of this text sees it. */
    protected final Core core() {
        Path file = getEditorInput() instanceof FileEditorInput input && input.getFile().getLocation() != null ? input.getFile().getLocation().toPath() : null;
        return file == null ? Core.get() : Core.get().of(file.getParent());
    }

    public final M model() {
        return model;
    }

    /** Shows a page by its id, {@link #SOURCE} included. */
    public final void showPage(String page) {
        if (page.equals(SOURCE))
            setActiveEditor(source);
        else
            setActivePage(page);
    }

    /** Says in the status line what was done. */
    public final void tell(String message) {
        getEditorSite().getActionBars().getStatusLineManager().setMessage(message);
    }

    /** Shows the place of a finding in the source. */
    public final void showSource(Finding finding) {
        showPlace(Math.max(0, finding.offset()), finding.length());
    }

    /** Shows a place of the text in the source. */
    public final void showPlace(int offset, int length) {
        setActiveEditor(source);
        source.selectAndReveal(offset, length);
    }

    final TextEditor source() {
        return source;
    }

    @Override
    public final void gotoMarker(IMarker marker) {
        setActiveEditor(source);
        IGotoMarker target = source.getAdapter(IGotoMarker.class);
        if (target != null)
            target.gotoMarker(marker);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IGotoMarker.class)
            return adapter.cast(this);
        return super.getAdapter(adapter);
    }

    /** Brings what was typed in a form into the document: until then nobody knows that it is to be saved. */
    public final void settle() {
        leaveField();
        if (model != null)
            model.finish();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        settle();
        source.doSave(monitor);
        editorDirtyStateChanged();
    }

    /** Whoever closes the editor has not left the field that he types in. */
    @Override
    public boolean isDirty() {
        return super.isDirty() || TextField.isTyping(focused());
    }

    /** Fields hand on their words when they are left; whoever saves with a key has not left his. */
    private void leaveField() {
        Control focus = focused();
        if (focus != null)
            focus.notifyListeners(SWT.FocusOut, new Event());
    }

    /** The control of this editor that has the keyboard; null where none has. */
    private Control focused() {
        if (getContainer() == null || getContainer().isDisposed())
            return null;
        Control focus = getContainer().getDisplay().getFocusControl();
        for (Control c = focus; c != null; c = c.getParent())
            if (c == getContainer())
                return focus;
        return null;
    }

    @Override
    public final void doSaveAs() {
        throw new IllegalStateException("a file of a dossier is saved under its own name");
    }

    @Override
    public final boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void dispose() {
        if (model != null)
            model.dispose();
        super.dispose();
    }
}
