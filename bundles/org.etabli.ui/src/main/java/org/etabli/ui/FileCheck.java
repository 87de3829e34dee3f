package org.etabli.ui;

import java.io.IOException;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.etabli.dossier.CharterCheck;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.DossierPaths;
import org.etabli.dossier.CharterFixes;
import org.etabli.dossier.Fix;
import org.etabli.dossier.Fixes;
import org.etabli.markdown.CharterText;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.yaml.YamlText;

/** What is found in the text of a file as it stands, saved or not, and the ways to put it right; how, its kind of file says. */
record FileCheck(Core core, IFile file) {

    /** @param file of a dossier, whose own laws and clauses count */
    FileCheck(IFile file) {
        this(Core.get().of(Dossiers.folder(file.getProject())), file);
    }

    /** @throws InvalidInputException when it cannot be read; its findings say why */
    List<Finding> findings(String text) throws IOException, InvalidInputException {
        return isCharter() ? CharterCheck.findings(charter(text), DossierPaths.of(file.getLocation().toPath().getParent())::read, core.content(), core.library()) : beside(text);
    }

    private List<Finding> beside(String text) throws IOException, InvalidInputException {
        DossierFile<?> kind = DossierFile.named(file.getName()).orElseThrow();
        return core.standing(Dossiers.folder(file.getProject())).with(kind, text).findings(kind);
    }

    /** @param finding of this very text */
    List<Fix> fixes(Finding finding, String text) throws IOException, InvalidInputException {
        return isCharter() ? CharterFixes.of(finding, charter(text), core.library().terms()) : Fixes.of(finding, YamlText.parse(file.getName(), text), core.law().catalogue());
    }

    private boolean isCharter() {
        return "md".equals(file.getFileExtension());
    }

    private CharterText charter(String text) {
        return CharterText.parse(file.getName(), text);
    }
}
