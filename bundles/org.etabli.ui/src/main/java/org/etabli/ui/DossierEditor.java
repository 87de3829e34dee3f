package org.etabli.ui;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.part.FileEditorInput;
import org.etabli.dossier.IdentityEdits;
import org.etabli.dossier.IdentityEdits.Field;
import org.etabli.ui.form.DocumentEditor;

/** A dossier: its home, and its identity as a form: who buys, what for, how, and with whom. */
public final class DossierEditor extends DocumentEditor<IdentityModel> {
    private static final String SIRET = "dossier.siret";

    private IdentityPage identity;

    @Override
    protected SourceViewerConfiguration sourceConfiguration() {
        return new YamlColors(null);
    }

    @Override
    protected IdentityModel createModel(IDocument document) {
        return new IdentityModel(document, getSite().getShell().getDisplay(), core(), folder(),
                getEditorInput() instanceof FileEditorInput input ? Optional.of(input.getFile().getProject()) : Optional.empty());
    }

    @Override
    protected List<? extends FormPage> createPages(IdentityModel model) {
        identity = new IdentityPage(this, model);
        return List.of(new HomePage(this, model), identity);
    }

    /** Leads to the field with which a step of the identity goes on. @return whether it is a step of the identity */
    boolean showStep(String step) {
        switch (step) {
            case "need" -> show(model().snapshot().yaml().flatMap(t -> IdentityEdits.said(t, Field.NEED)).filter(w -> !w.isBlank()).isEmpty() ? Field.NEED : Field.WITHOUT_AI);
            case "identity" -> show(model().snapshot().yaml().map(IdentityEdits::wanted).orElse(List.of()).stream().findFirst().orElse(Field.NAME));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** To the form, whatever page is shown. */
    void showIdentity() {
        showStep("identity");
    }

    private void show(Field field) {
        setActivePage(IdentityPage.ID);
        identity.focus(field);
    }

    @Override
    protected boolean showSubject(IMarker marker) {
        String finding = marker.getAttribute(Markers.FINDING, "");
        switch (finding) {
            case SIRET -> show(Field.SIRET);
            case "dossier.no-need" -> show(Field.NEED);
            case "dossier.no-alternative" -> show(Field.WITHOUT_AI);
            case "dossier.unsaid" -> showIdentity();
            default -> {
                return false;
            }
        }
        return true;
    }
}
