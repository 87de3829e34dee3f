package org.etabli.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IContainer;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.etabli.annex.Steps;
import org.etabli.annex.Steps.Document;
import org.etabli.annex.Steps.Step;
import org.etabli.annex.Wording;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.DossierFile.Read;
import org.etabli.dossier.Standing;
import org.etabli.model.Dossier;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.ui.form.FolderWatch;
import org.etabli.ui.form.Snapshot;
import org.etabli.ui.form.YamlModel;
import org.etabli.yaml.YamlText;

/** The identity of a dossier, read at each change; and where the whole dossier stands, whatever file of it changes. */
final class IdentityModel extends YamlModel<Dossier, IdentityModel.Identity> {
    private final FolderWatch watch;
    /** The words of the identity come first; the law and the clauses take longer to be read. */
    private boolean looked;

    /** What a text says; nothing while it is broken. */
    record Identity(String text, List<Finding> findings, Optional<YamlText> yaml, Optional<Dossier> dossier, Optional<Home> home) implements Snapshot {
        @Override
        public boolean isReadable() {
            return dossier.isPresent();
        }
    }

    /**
     * Where the dossier stands.
     *
     * @param headline  the class, or what is known of it; empty while the law cannot be read
     * @param documents that are due
     * @param small     whether nothing known speaks against an authority that the short forms are made for
     */
    record Home(String headline, List<Step> steps, List<Document> documents, boolean small) {
    }

    IdentityModel(IDocument document, Display display, Core core, Path folder, Optional<IContainer> dossier) {
        super(document, display, core, folder, DossierFile.DOSSIER);
        start();
        looked = true;
        later();
        watch = dossier.map(d -> FolderWatch.deep(d, this::later)).orElse(null);
    }

    @Override
    protected Identity read(String text, Read<Dossier> read, Standing now) throws IOException {
        return new Identity(text, read.findings(), read.yaml(), read.value(), looked ? Optional.of(home(now)) : Optional.empty());
    }

    private Home home(Standing now) throws IOException {
        Steps.Home home = Steps.of(now);
        return new Home(headline(now), home.steps(), home.documents(), isSmall(now));
    }

    private static boolean isSmall(Standing now) throws IOException {
        try {
            return now.law().takesShortPath(now.evaluation().facts());
        } catch (InvalidInputException e) {
            return false;
        }
    }

    private String headline(Standing now) throws IOException {
        try {
            return now.file(DossierFile.FACTS).isRefused() ? "" : new Wording(now.law(), core().lang()).headline(now.decision());
        } catch (InvalidInputException e) {
            // the step of the facts says why
            return "";
        }
    }

    @Override
    protected Identity broken(String text, List<Finding> findings) {
        return new Identity(text, findings, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public void dispose() {
        if (watch != null)
            watch.dispose();
        super.dispose();
    }
}
