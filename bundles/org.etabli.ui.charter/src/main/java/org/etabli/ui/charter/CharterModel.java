package org.etabli.ui.charter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.etabli.dossier.CharterCheck;
import org.etabli.dossier.DossierPaths;
import org.etabli.markdown.CharterText;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.ui.Core;
import org.etabli.ui.form.DocumentModel;
import org.etabli.ui.form.EditQueue;
import org.etabli.yaml.TextEdit;

/**
 * A charter, read and checked at each change. Edits of forms are made in the order in which they were asked for.
 */
final class CharterModel extends DocumentModel<CharterSnapshot> {

    /** The smallest edit of a charter as it is at that moment. */
    interface Making {
        /** @throws IllegalStateException when the text cannot say so without saying something else as well */
        TextEdit edit(CharterText charter);
    }

    private final Display display;
    private final Core core;
    private final Path file;
    private final EditQueue edits;
    private boolean checked;

    /** @param file where the charter is saved; its neighbours are in the same folder */
    CharterModel(IDocument document, Display display, Core core, Path file) {
        super(document, display);
        this.display = display;
        this.core = core;
        this.file = file;
        this.edits = new EditQueue(document, display, this::apply);
        start();
        // the words come first; law and clauses, against which they are checked, take longer to be read
        checked = true;
        later();
    }

    Core core() {
        return core;
    }

    Display display() {
        return display;
    }

    Path file() {
        return file;
    }

    @Override
    protected CharterSnapshot compute(String text) {
        CharterText charter = parse(text);
        if (!checked)
            return CharterSnapshot.of(charter, charter.findings(), Optional.empty());
        try {
            return CharterSnapshot.of(charter, CharterCheck.findings(charter, DossierPaths.of(file.getParent())::read, core.content(), core.library()), Optional.of(core.library().terms()));
        } catch (IOException e) {
            ILog.get().error(charter.name(), e);
            return CharterSnapshot.of(charter, charter.findings(), Optional.empty());
        } catch (InvalidInputException e) {
            List<Finding> findings = new ArrayList<>(charter.findings());
            findings.addAll(e.findings());
            return CharterSnapshot.of(charter, findings, Optional.empty());
        }
    }

    private CharterText parse(String text) {
        CharterSnapshot known = snapshot();
        return known != null && known.text().equals(text) ? known.charter() : CharterText.parse(file.getFileName().toString(), text);
    }

    /**
     * One step of undo, soon.
     *
     * @param refused is run in the UI thread when the edit cannot be made
     */
    void edit(Making making, Runnable refused) {
        edits.add(text -> Optional.of(making.edit(parse(text))), refused);
    }

    @Override
    public void finish() {
        edits.finish();
    }

    @Override
    public void dispose() {
        edits.dispose();
        super.dispose();
    }
}
