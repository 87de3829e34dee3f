package org.etabli.ui.charter.assessment;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.etabli.dossier.CharterFolder;
import org.etabli.dossier.DossierFolder;
import org.etabli.model.Assessment;
import org.etabli.model.Finding;
import org.etabli.rules.CharterReview;
import org.etabli.ui.Core;
import org.etabli.ui.Dossiers;
import org.etabli.ui.form.FolderWatch;
import org.etabli.ui.form.YamlModel;
import org.etabli.yaml.YamlText;

/** The assessment of a project, read at each change together with the charter and the facts beside it, whose changes are followed as they are saved. */
final class AssessmentModel extends YamlModel<AssessmentSnapshot> {
    private final IFile file;
    private final FolderWatch watch;
    /** Null when it is to be read once more. */
    private final AtomicReference<Beside> beside = new AtomicReference<>(Beside.NOTHING);

    AssessmentModel(IDocument document, Display display, Core core, IFile file) {
        super(document, display, core, CharterFolder.ASSESSMENT, CharterFolder.ASSESSMENT_KIND);
        this.file = file;
        // the words come first; the law, the charter and the facts take longer to be read
        start();
        watch = new FolderWatch(file.getParent(), n -> n.equals(DossierFolder.FACTS) || n.equals(DossierFolder.DOSSIER) || n.endsWith(".md"), this::readBesideAgain);
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
        Beside read = Beside.read(Dossiers.folder(file.getProject()), core());
        beside.compareAndSet(Beside.NOTHING, read);
        return read;
    }

    @Override
    protected AssessmentSnapshot broken(String text, List<Finding> findings) {
        return AssessmentSnapshot.broken(text, findings, beside());
    }

    @Override
    protected AssessmentSnapshot read(YamlText text, List<Finding> findings) {
        Beside around = beside();
        Optional<CharterFolder> folder = around.folder().map(f -> f.with(text));
        Optional<CharterReview> review = folder.flatMap(f -> f.review(around.law().orElseThrow(), around.evaluation().orElseThrow()));
        // contradictions are shown as such, and not once more as findings
        List<Finding> about = folder.map(f -> f.about(around.law().orElseThrow(), around.evaluation().orElseThrow(), Optional.empty())).orElse(List.of());
        return AssessmentSnapshot.of(text.text(), Stream.concat(findings.stream(), about.stream()).toList(), folder.map(CharterFolder::assessment).orElse(Assessment.NONE), around,
                review);
    }

    @Override
    public void dispose() {
        watch.dispose();
        super.dispose();
    }
}
