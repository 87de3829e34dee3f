package org.etabli.ui.form;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.FileEditorInput;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.ui.Core;
import org.etabli.ui.Dossiers;
import org.etabli.ui.FileKinds;

/** An editor of several pages over one text, the last of which is the text itself, always within reach. */
public abstract class DocumentEditor<M extends DocumentModel<?>> extends FormEditor implements IGotoMarker {
    public static final String SOURCE = "source";

    private static final String THEME = "theme";
    private static final String UNREADABLE = "unreadable";
    private static final String READ_ONLY = "readOnly";

    private SourcePage source;
    private M model;
    private Notices notices;
    private DiskNews disk;
    private FolderWatch mending;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        super.init(site, input);
        setPartName(input instanceof FileEditorInput file ? FileKinds.title(file.getFile()) : input.getName());
        setTitleToolTip(input.getToolTipText());
    }

    /** The dossier of the text, as the tree calls it. */
    public final String dossierName() {
        return getEditorInput() instanceof FileEditorInput file ? file.getFile().getProject().getName() : getEditorInput().getName();
    }

    @Override
    protected final Composite createPageContainer(Composite parent) {
        Composite frame = new Composite(super.createPageContainer(parent), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(frame);
        notices = new Notices(frame);
        Composite pages = new Composite(frame, SWT.NONE);
        pages.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
        return pages;
    }

    /** What is said above the pages. */
    protected final Notices notices() {
        return notices;
    }

    @Override
    protected final void addPages() {
        Wheel.leadsThrough(getContainer());
        source = new SourcePage(sourceConfiguration(), isProse(), isReadOnly(), () -> disk.changed());
        disk = new DiskNews(this, source, notices);
        try {
            // the source comes first into being, since it owns the document, and last in the row of pages
            int index = addPage(source, getEditorInput());
            setPageText(index, Messages.pageSource);
        } catch (PartInitException e) {
            ILog.get().log(e.getStatus());
            return;
        }
        addForms();
        disk.follow();
        if (isReadOnly())
            notices.show(READ_ONLY, SWT.ICON_INFORMATION, Messages.readOnly);
    }

    /** Where the forms cannot be made, as while a law of the dossier's own is broken, the source stays, and they come once it is mended. */
    private void addForms() {
        try {
            model = createModel(source.getDocumentProvider().getDocument(getEditorInput()));
            int place = 0;
            for (FormPage page : createPages(model))
                addPage(place++, page);
        } catch (InvalidInputException e) {
            Finding worst = e.findings().getFirst();
            waitForMending(worst.line(core().lang()));
            return;
        } catch (PartInitException | IOException e) {
            waitForMending(String.valueOf(e.getMessage()));
            ILog.get().error(getClass().getSimpleName() + " cannot be opened", e);
            return;
        }
        model.setReadOnly(isReadOnly());
        model.listen(this::showState);
        if (model.snapshot().isReadable())
            setActivePage(0);
        else
            setActiveEditor(source);
    }

    private void waitForMending(String reason) {
        notices.show(UNREADABLE, SWT.ICON_ERROR, reason);
        setActiveEditor(source);
        if (mending != null || !(getEditorInput() instanceof FileEditorInput input))
            return;
        mending = FolderWatch.deep(input.getFile().getProject(), () -> UiThread.later(getSite().getShell().getDisplay(), () -> {
            if (mending == null)
                return;
            stopWaiting();
            notices.hide(UNREADABLE);
            addForms();
        }));
    }

    private void stopWaiting() {
        if (mending != null)
            mending.dispose();
        mending = null;
    }

    /** A form says in its head what is wrong; beside the text itself somebody must say it too. */
    private void showState(Snapshot snapshot) {
        Optional<Finding> worst = snapshot.isReadable() || getActiveEditor() != source ? Optional.empty() : Header.worst(snapshot);
        if (worst.isEmpty()) {
            notices.hide(UNREADABLE);
            return;
        }
        notices.show(UNREADABLE, SWT.ICON_ERROR, Header.words(worst.get(), core().lang()), new Notices.Choice(Messages.showPlace, () -> showSource(worst.get())));
    }

    @Override
    protected void pageChange(int newPageIndex) {
        super.pageChange(newPageIndex);
        if (model != null)
            showState(model.snapshot());
    }

    private boolean isReadOnly() {
        return getEditorInput() instanceof FileEditorInput input && Dossiers.isReadOnly(input.getFile());
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

    /** The theme was changed under open pages, of which the platform paints a part only: it is said, with a way to have all of them painted. */
    public static void themeChanged(IWorkbenchPage page) {
        for (IEditorReference reference : page.getEditorReferences())
            if (reference.getEditor(false) instanceof DocumentEditor<?> editor && editor.notices != null)
                editor.notices.show(THEME, SWT.ICON_INFORMATION, Messages.themeChanged, new Notices.Choice(Messages.themeReopen, editor::reopen),
                        new Notices.Choice(Messages.themeLater, () -> editor.notices.hide(THEME)));
    }

    /** Asks first where something is not saved. */
    private void reopen() {
        IWorkbenchPage page = getSite().getPage();
        IEditorInput input = getEditorInput();
        String id = getSite().getId();
        try {
            if (page.closeEditor(this, true))
                page.openEditor(input, id);
        } catch (PartInitException e) {
            ILog.get().error(input.getName(), e);
        }
    }

    /** The core as the dossier of this text sees it. */
    protected final Core core() {
        return file().map(f -> Core.get().of(f.getParent())).orElseGet(Core::get);
    }

    /** Of the dossier of this text; for one without a place on disk, a folder that does not exist. */
    protected final Path folder() {
        return file().map(Path::getParent).orElseGet(() -> Path.of(getEditorInput().getName()));
    }

    private Optional<Path> file() {
        return getEditorInput() instanceof FileEditorInput input ? Optional.ofNullable(input.getFile().getLocation()).map(IPath::toPath) : Optional.empty();
    }

    /** The user's word for or against the authors of the dossier's own texts. */
    final void trust(boolean trusted) {
        if (getEditorInput() instanceof FileEditorInput input)
            Dossiers.trust(input.getFile().getProject(), trusted);
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

    /** Null once the editor is closed: the bars of the window hear of that late. */
    final TextEditor source() {
        return source;
    }

    /** Nothing that was done so far can be undone any more. */
    final void forget() {
        IDocumentUndoManager undo = source == null || source.getDocumentProvider() == null ? null
                : DocumentUndoManagerRegistry.getDocumentUndoManager(source.getDocumentProvider().getDocument(getEditorInput()));
        if (undo != null)
            undo.reset();
    }

    /** A problem is opened where it can be put right: in the form of what it is about, and in the text where no form is. */
    @Override
    public final void gotoMarker(IMarker marker) {
        if (model != null && model.snapshot().isReadable() && showSubject(marker))
            return;
        setActiveEditor(source);
        IGotoMarker target = source.getAdapter(IGotoMarker.class);
        if (target != null)
            target.gotoMarker(marker);
    }

    /**
     * Shows the form of what a finding is about.
     *
     * @return false where there is none
     */
    protected abstract boolean showSubject(IMarker marker);

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
        if (disk.isNews()) {
            // whoever saves has not seen what is on disk: that is said above the pages, with the choice
            monitor.setCanceled(true);
            return;
        }
        disk.save(monitor);
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
        stopWaiting();
        if (disk != null)
            disk.dispose();
        if (model != null)
            model.dispose();
        super.dispose();
        source = null;
    }
}
