package org.etabli.ui;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.etabli.dossier.DossierFolder;
import org.etabli.model.Dossier;
import org.etabli.model.Finding;
import org.etabli.ui.form.Snapshot;
import org.etabli.ui.form.YamlModel;
import org.etabli.yaml.DossierReader;
import org.etabli.yaml.YamlText;

/** The identity of a dossier, read at each change. */
final class IdentityModel extends YamlModel<IdentityModel.Identity> {
    private static final String KIND = "dossier";

    /** What a text says; nothing while it is broken. */
    record Identity(String text, List<Finding> findings, Optional<Dossier> dossier) implements Snapshot {
        @Override
        public boolean isReadable() {
            return dossier.isPresent();
        }
    }

    IdentityModel(IDocument document, Display display, Core core) {
        super(document, display, core, DossierFolder.DOSSIER, KIND);
        start();
    }

    @Override
    protected Identity read(YamlText text, List<Finding> findings) {
        return new Identity(text.text(), findings, Optional.of(DossierReader.read(text)));
    }

    @Override
    protected Identity broken(String text, List<Finding> findings) {
        return new Identity(text, findings, Optional.empty());
    }
}
