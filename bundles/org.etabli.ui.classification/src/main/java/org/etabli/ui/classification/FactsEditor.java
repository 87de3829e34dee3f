package org.etabli.ui.classification;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.ui.forms.editor.FormPage;
import org.etabli.dossier.DossierPaths;
import org.etabli.dossier.Identity;
import org.etabli.model.Dossier;
import org.etabli.model.Facts;
import org.etabli.model.InvalidInputException;
import org.etabli.ui.ChainDialog;
import org.etabli.ui.Markers;
import org.etabli.ui.YamlColors;
import org.etabli.ui.form.DocumentEditor;
import org.etabli.yaml.DossierReader;

/** Facts on six pages over one text: overview, questions, result with its reasons, calendar, comparison, source. */
public final class FactsEditor extends DocumentEditor<FactsModel> {
    public static final String ID = "org.etabli.ui.classification.editor";

    private FactsPage facts;
    private ComparePage compare;

    @Override
    protected SourceViewerConfiguration sourceConfiguration() {
        return new YamlColors(this::showQuestion);
    }

    @Override
    protected FactsModel createModel(IDocument document) throws IOException, InvalidInputException {
        return new FactsModel(document, getSite().getShell().getDisplay(), core(), folder());
    }

    @Override
    protected List<FormPage> createPages(FactsModel model) {
        facts = new FactsPage(this, model);
        compare = new ComparePage(this, model);
        return List.of(new OverviewPage(this, model), facts, new ResultPage(this, model), new CalendarPage(this, model), compare);
    }

    /** Shows the question of a fact. */
    public void showQuestion(String fact) {
        setActivePage(FactsPage.ID);
        facts.reveal(fact);
    }

    @Override
    protected boolean showSubject(IMarker marker) {
        String fact = marker.getAttribute(Markers.SUBJECT, "");
        boolean known = model().law().catalogue().get(fact).isPresent();
        if (known)
            showQuestion(fact);
        return known;
    }

    /** Shows the question whose answer would settle most. */
    public void showNextQuestion() {
        model().snapshot().read().flatMap(r -> Progress.of(r).next()).ifPresent(this::showQuestion);
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

    /** Where something comes from and what it is for, on the answers as they are now. */
    void explain(String id) {
        ChainDialog.open(getSite().getShell(), folder(), model().snapshot().read().map(FactsSnapshot.Read::facts), id);
    }

    /** The identity as it is on disk; it has its own editor, and its own markers say what is wrong with it. */
    private Identity identity() {
        return Identity.of(DossierPaths.of(folder()));
    }

    /** Whether the dossier is of an authority that the short path is made for. */
    boolean isSmall() {
        return identity().dossier().isPresent() && model().law().takesShortPath(identity().fill(model().law().catalogue(), Facts.NONE));
    }

    Optional<Dossier> dossier() {
        return identity().dossier().map(DossierReader::read);
    }
}
