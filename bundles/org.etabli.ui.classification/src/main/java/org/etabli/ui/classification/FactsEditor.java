package org.etabli.ui.classification;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.FileEditorInput;
import org.etabli.dossier.DossierFolder;
import org.etabli.model.Dossier;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.ui.Core;
import org.etabli.ui.YamlColors;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.DossierReader;
import org.etabli.yaml.YamlText;

/** Facts on six pages over one text: overview, questions, result with its reasons, calendar, comparison, source. */
public final class FactsEditor extends FormEditor implements IGotoMarker {
    public static final String ID = "org.etabli.ui.classification.editor";
    private static final String SOURCE = "source";

    private TextEditor source;
    private FactsModel model;
    private FactsPage facts;
    private ComparePage compare;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        super.init(site, input);
        setPartName(input instanceof FileEditorInput file ? file.getFile().getProject().getName() : input.getName());
    }

    @Override
    protected void addPages() {
        try {
            source = new TextEditor() {
                @Override
                protected void initializeEditor() {
                    super.initializeEditor();
                    setSourceViewerConfiguration(new YamlColors(DossierFolder.FACTS, FactsEditor.this::showQuestion));
                }
            };
            // the source comes first into being, since it owns the document, and last in the row of pages
            int index = addPage(source, getEditorInput());
            setPageText(index, Messages.pageSource);
            IDocument document = source.getDocumentProvider().getDocument(getEditorInput());
            model = new FactsModel(document, getSite().getShell().getDisplay(), Core.get());
            facts = new FactsPage(this, model);
            compare = new ComparePage(this, model);
            int place = 0;
            for (FormPage page : List.of(new OverviewPage(this, model), facts, new ResultPage(this, model), new CalendarPage(this, model), compare))
                addPage(place++, page);
            setActivePage(0);
        } catch (PartInitException | IOException | InvalidInputException e) {
            ILog.get().error("the editor of facts cannot be opened", e);
        }
    }

    FactsModel model() {
        return model;
    }

    /** Shows the question of a fact. */
    public void showQuestion(String fact) {
        setActivePage(FactsPage.ID);
        facts.reveal(fact);
    }

    /** Shows the question whose answer would settle most. */
    public void showNextQuestion() {
        model.snapshot().read().flatMap(r -> r.evaluation().nextQuestion()).ifPresent(this::showQuestion);
    }

    /** Shows a page by its id, {@code source} included. */
    public void showPage(String page) {
        if (page.equals(SOURCE))
            setActiveEditor(source);
        else
            setActivePage(page);
    }

    void toggleUnknownFirst() {
        setActivePage(FactsPage.ID);
        facts.toggleUnknownFirst();
    }

    /** Shows what changes between two days. */
    void compare(LocalDate before, LocalDate after) {
        setActivePage(ComparePage.ID);
        compare.choose(before, after);
    }

    /** Says in the status line what was done. */
    void tell(String message) {
        getEditorSite().getActionBars().getStatusLineManager().setMessage(message);
    }

    /** The identity as it is on disk; it has its own editor. */
    Optional<Dossier> dossier() {
        if (!(getEditorInput() instanceof FileEditorInput input) || input.getFile().getProject().getFile(DossierFolder.DOSSIER).getLocation() == null)
            return Optional.empty();
        Path file = input.getFile().getProject().getFile(DossierFolder.DOSSIER).getLocation().toPath();
        try {
            return Optional.of(DossierReader.read(YamlText.parse(DossierFolder.DOSSIER, AtomicFiles.read(file, DossierFolder.DOSSIER))));
        } catch (IOException | InvalidInputException e) {
            // its own markers say what is wrong with it
            return Optional.empty();
        }
    }

    /** Shows the place of a finding in the source. */
    void showSource(Finding finding) {
        setActiveEditor(source);
        source.selectAndReveal(Math.max(0, finding.offset()), finding.length());
    }

    TextEditor source() {
        return source;
    }

    @Override
    public void gotoMarker(IMarker marker) {
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

    @Override
    public void doSave(IProgressMonitor monitor) {
        commitPages(true);
        source.doSave(monitor);
        editorDirtyStateChanged();
    }

    @Override
    public void doSaveAs() {
        throw new IllegalStateException("facts.yaml is saved under its own name");
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void dispose() {
        if (model != null)
            model.dispose();
        super.dispose();
    }
}
