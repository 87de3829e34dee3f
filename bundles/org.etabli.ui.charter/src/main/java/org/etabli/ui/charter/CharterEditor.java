package org.etabli.ui.charter;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.IDocument;

import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.etabli.dossier.CharterVersions;
import org.etabli.markdown.CharterText;
import org.etabli.model.Finding;
import org.etabli.ui.Markers;
import org.etabli.ui.Offer;
import org.etabli.ui.form.DocumentEditor;

/** A charter over one text: overview, principles with their commitments, preview, versions, source. */
public final class CharterEditor extends DocumentEditor<CharterModel> {
    public static final String ID = "org.etabli.ui.charter.editor";

    private static final String GENERATE = "org.etabli.ui.annex.generate";

    private PrinciplesPage principles;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof FileEditorInput))
            throw new PartInitException(input.getName());
        super.init(site, input);
    }

    @Override
    protected SourceViewerConfiguration sourceConfiguration() {
        return new CharterColors(finding -> Optional.of(new Offer(Messages.openInForm, () -> showForm(finding.offset()))));
    }

    @Override
    protected boolean isProse() {
        return true;
    }

    @Override
    protected boolean showSubject(IMarker marker) {
        showForm(Markers.finding(marker, model().snapshot().findings(), model().core().lang()).map(Finding::offset).orElse(marker.getAttribute(IMarker.CHAR_START, 0)));
        return true;
    }

    /** Shows in a form what a place of the text is about. */
    void showForm(int offset) {
        CharterText charter = model().snapshot().charter();
        charter.sectionAt(offset).map(s -> Ref.of(charter, s)).ifPresentOrElse(this::show, () -> showPage(OverviewPage.ID));
    }

    @Override
    protected CharterModel createModel(IDocument document) {
        return new CharterModel(document, getSite().getShell().getDisplay(), core(), ((FileEditorInput) getEditorInput()).getFile().getLocation().toPath());
    }

    @Override
    protected List<FormPage> createPages(CharterModel model) {
        principles = new PrinciplesPage(this, model);
        return List.of(new OverviewPage(this, model), principles, new PreviewPage(this, model), new VersionsPage(this, model));
    }

    /** Shows a principle, an item or a commitment by its id. */
    public void showSection(String id) {
        show(new Ref(id, -1));
    }

    /** Asks when and by whom the charter was adopted, and seals it. */
    void adopt() {
        CharterModel model = model();
        AdoptDialog dialog = new AdoptDialog(getSite().getShell(), model.snapshot().charter().charter().version(), model.core().lang(), model.core().today());
        if (dialog.open() == Window.OK)
            onDisk(Messages.adopt, versions -> versions.adopt(dialog.adoption(), model.core().content(), model.core().library()));
    }

    /** Keeps the adopted version and begins the next. */
    void revise() {
        String next = CharterVersions.next(model().snapshot().charter().charter().version());
        if (MessageDialog.openConfirm(getSite().getShell(), Messages.revise, NLS.bind(Messages.reviseHelp, CharterVersions.FOLDER, next)))
            onDisk(Messages.revise, versions -> versions.revise(Optional.of(next)));
    }

    /** The text that is adopted, or kept, is that on disk: it must be the one on the screen. */
    private void onDisk(String name, CharterVersionJob.Change change) {
        settle();
        if (isDirty())
            getSite().getPage().saveEditor(this, false);
        // a save that failed or was called off leaves another text on disk
        if (isDirty())
            return;
        new CharterVersionJob(name.replace("&", ""), ((FileEditorInput) getEditorInput()).getFile().getProject(), model().core().lang(), change).schedule();
    }

    /** Opens a file of the same folder. */
    void openBeside(String name) {
        IFile file = ((FileEditorInput) getEditorInput()).getFile().getParent().getFile(IPath.fromOSString(name));
        if (file.exists())
            try {
                IDE.openEditor(getSite().getPage(), file);
            } catch (PartInitException e) {
                ILog.get().error(name, e);
            }
    }

    /** Makes the documents of the dossier, the charter among them. */
    void generate() {
        try {
            getSite().getService(IHandlerService.class).executeCommand(GENERATE, null);
        } catch (CommandException e) {
            ILog.get().error(GENERATE, e);
        }
    }

    void show(Ref ref) {
        setActivePage(PrinciplesPage.ID);
        principles.reveal(ref);
    }
}
