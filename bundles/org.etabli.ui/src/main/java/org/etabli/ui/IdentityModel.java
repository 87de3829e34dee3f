package org.etabli.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.etabli.dossier.DossierFile.Read;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.Standing;
import org.etabli.model.Dossier;
import org.etabli.model.Finding;
import org.etabli.ui.form.Snapshot;
import org.etabli.ui.form.YamlModel;

/** The identity of a dossier, read at each change. */
final class IdentityModel extends YamlModel<Dossier, IdentityModel.Identity> {

    /** What a text says; nothing while it is broken. */
    record Identity(String text, List<Finding> findings, Optional<Dossier> dossier) implements Snapshot {
        @Override
        public boolean isReadable() {
            return dossier.isPresent();
        }
    }

    IdentityModel(IDocument document, Display display, Core core, Path folder) {
        super(document, display, core, folder, DossierFile.DOSSIER);
        start();
    }

    @Override
    protected Identity read(String text, Read<Dossier> read, Standing now) {
        return new Identity(text, read.findings(), read.value());
    }

    @Override
    protected Identity broken(String text, List<Finding> findings) {
        return new Identity(text, findings, Optional.empty());
    }
}
