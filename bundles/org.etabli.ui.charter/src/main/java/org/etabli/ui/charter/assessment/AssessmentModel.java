package org.etabli.ui.charter.assessment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.etabli.dossier.DossierFile.Read;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.Standing;
import org.etabli.model.Assessment;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.ui.Core;
import org.etabli.ui.form.FolderWatch;
import org.etabli.ui.form.YamlModel;

/** The assessment of a project, read at each change together with the charter and the facts beside it, whose changes are followed as they are saved. */
final class AssessmentModel extends YamlModel<Assessment, AssessmentSnapshot> {
    private final IFile file;
    private final FolderWatch watch;
    /** Null when it is to be read once more. */
    private final AtomicReference<Beside> beside = new AtomicReference<>(Beside.NOTHING);

    AssessmentModel(IDocument document, Display display, Core core, Path folder, IFile file) {
        super(document, display, core, folder, DossierFile.ASSESSMENT);
        this.file = file;
        // the words come first; the law, the charter and the facts take longer to be read
        start();
        watch = new FolderWatch(file.getParent(), n -> n.equals(DossierFile.FACTS.name()) || n.equals(DossierFile.DOSSIER.name()) || n.endsWith(".md"), this::readBesideAgain);
        readBesideAgain();
    }

    IFile file() {
        return file;
    }

    private void readBesideAgain() {
        beside.set(null);
        later();
    }

    private Beside beside() {
        Beside known = beside.get();
        if (known != null)
            return known;
        // a change that comes in the meantime makes it null again
        beside.set(Beside.NOTHING);
        Beside read = Beside.read(super.standing());
        beside.compareAndSet(Beside.NOTHING, read);
        return read;
    }

    /** The charter and the facts are read anew when they change, not at each key. */
    @Override
    protected Standing standing() {
        return beside().standing().orElseGet(super::standing);
    }

    @Override
    protected AssessmentSnapshot broken(String text, List<Finding> findings) {
        return AssessmentSnapshot.broken(text, findings, beside());
    }

    @Override
    protected AssessmentSnapshot read(String text, Read<Assessment> read, Standing now) throws IOException, InvalidInputException {
        Beside around = beside();
        if (around.state() != Beside.State.READY)
            return AssessmentSnapshot.of(text, read.findings(), Assessment.NONE, around, Optional.empty());
        // contradictions are shown as such, and not once more as findings
        return AssessmentSnapshot.of(text, now.findings(DossierFile.ASSESSMENT), read.value().orElseThrow(), around, now.review());
    }

    @Override
    public void dispose() {
        watch.dispose();
        super.dispose();
    }
}
