package org.etabli.ui.form;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.DossierFile.Read;
import org.etabli.dossier.Standing;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.ui.Core;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlText;

/**
 * A file of a dossier in YAML, behind all pages of its editor: what it says beside the other files of its dossier, read at each change.
 *
 * @param <T> what such a file says
 */
public abstract class YamlModel<T, S extends Snapshot> extends DocumentModel<S> {

    /** An edit of the text as it is at that moment; empty where there is nothing to do. */
    public interface Making {
        /** @throws IllegalStateException when it cannot be made without touching anything else */
        Optional<TextEdit> edit(YamlText text) throws InvalidInputException;
    }

    private final Core core;
    private final Path folder;
    private final DossierFile<T> file;
    private final EditQueue edits;

    /**
     * @param core   as the dossier sees it
     * @param folder of the dossier
     */
    protected YamlModel(IDocument document, Display display, Core core, Path folder, DossierFile<T> file) {
        super(document, display);
        this.core = core;
        this.folder = folder;
        this.file = file;
        this.edits = new EditQueue(document, display, this::apply);
    }

    public final Core core() {
        return core;
    }

    /** The dossier as its other files say now. */
    protected Standing standing() {
        return core.standing(folder);
    }

    @Override
    protected final S compute(String text) {
        Standing now = standing().with(file, text);
        try {
            Read<T> read = now.file(file);
            return read.value().isPresent() ? read(text, read, now) : broken(text, read.findings());
        } catch (InvalidInputException e) {
            return broken(text, e.findings());
        } catch (IOException e) {
            // another file cannot be reached at all; this one is kept as it is
            ILog.get().error(file.name(), e);
            return broken(text, List.of());
        }
    }

    /**
     * @param read what the text says; it can be used
     * @param now  the dossier with this text
     */
    protected abstract S read(String text, Read<T> read, Standing now) throws IOException, InvalidInputException;

    protected abstract S broken(String text, List<Finding> findings);

    /**
     * One step of undo, soon.
     *
     * @param refused is run in the UI thread when the edit cannot be made
     */
    public final void edit(Making making, Runnable refused) {
        edits.add(text -> making.edit(YamlText.parse(file.name(), text)), refused);
    }

    /** What to tell somebody whose edit could not be made. */
    public static String refused() {
        return Messages.refused;
    }

    /** Whether the snapshot says all that was asked for. */
    protected final boolean isSettled() {
        return edits.isEmpty() && isUpToDate();
    }

    @Override
    public final void finish() {
        edits.finish();
    }

    @Override
    public void dispose() {
        edits.dispose();
        super.dispose();
    }
}
