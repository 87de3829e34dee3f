package org.etabli.ui.charter.assessment;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.etabli.dossier.DossierFile;
import org.etabli.ui.Markers;
import org.etabli.ui.YamlColors;
import org.etabli.ui.classification.FactsEditor;
import org.etabli.ui.form.DocumentEditor;

/** A project judged against its charter, over one text: overview with the radar, commitment by commitment, source. */
public final class AssessmentEditor extends DocumentEditor<AssessmentModel> {
    public static final String ID = "org.etabli.ui.charter.assessmentEditor";

    private JudgePage judge;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof FileEditorInput))
            throw new PartInitException(input.getName());
        super.init(site, input);
    }

    @Override
    protected SourceViewerConfiguration sourceConfiguration() {
        return new YamlColors(this::openQuestion);
    }

    @Override
    protected AssessmentModel createModel(IDocument document) {
        return new AssessmentModel(document, getSite().getShell().getDisplay(), core(), folder(), ((FileEditorInput) getEditorInput()).getFile());
    }

    @Override
    protected List<FormPage> createPages(AssessmentModel model) {
        judge = new JudgePage(this, model);
        return List.of(new OverviewPage(this, model), judge);
    }

    @Override
    protected boolean showSubject(IMarker marker) {
        String commitment = marker.getAttribute(Markers.SUBJECT, "");
        // the charter is read after the assessment: the page waits for it
        boolean known = marker.getAttribute(Markers.FINDING, "").startsWith("assessment.") && !commitment.isEmpty();
        if (known)
            showCommitment(commitment);
        return known;
    }

    /** Shows a commitment and what was judged of it. */
    public void showCommitment(String id) {
        setActivePage(JudgePage.ID);
        judge.reveal(id);
    }

    /** Opens the facts at the question of a fact. */
    void openQuestion(String fact) {
        open(DossierFile.FACTS.name()).filter(FactsEditor.class::isInstance).map(FactsEditor.class::cast).ifPresent(e -> e.showQuestion(fact));
    }

    void openCharter() {
        open(DossierFile.CHARTER.name());
    }

    Optional<IEditorPart> open(String name) {
        IFile file = model().file().getProject().getFile(name);
        if (!file.exists())
            return Optional.empty();
        try {
            return Optional.of(IDE.openEditor(getSite().getPage(), file));
        } catch (PartInitException e) {
            ILog.get().error(name, e);
            return Optional.empty();
        }
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        judge.commit();
        super.doSave(monitor);
    }
}
