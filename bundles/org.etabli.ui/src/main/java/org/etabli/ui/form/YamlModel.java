package org.etabli.ui.form;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.etabli.dossier.Checker;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.ui.Core;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlText;

/** A text in YAML with a schema, behind all pages of an editor. */
public abstract class YamlModel<S extends Snapshot> extends DocumentModel<S> {

    /** An edit of the text as it is at that moment; empty where there is nothing to do. */
    public interface Making {
        /** @throws IllegalStateException when it cannot be made without touching anything else */
        Optional<TextEdit> edit(YamlText text) throws InvalidInputException;
    }

    private final Core core;
    private final String name;
    private final String kind;
    private final EditQueue edits;

    /**
     * @param name of the file
     * @param kind of its schema
     */
    protected YamlModel(IDocument document, Display display, Core core, String name, String kind) {
        super(document, display);
        this.core = core;
        this.name = name;
        this.kind = kind;
        this.edits = new EditQueue(document, display, this::apply);
    }

    public final Core core() {
        return core;
    }

    @Override
    protected final S compute(String text) {
        List<Finding> findings = Checker.schema(name, text, kind, core.content().schemas());
        if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR))
            return broken(text, findings);
        try {
            return read(YamlText.parse(name, text), findings);
        } catch (InvalidInputException e) {
            return broken(text, e.findings());
        }
    }

    /** @param findings none of them an error */
    protected abstract S read(YamlText text, List<Finding> findings);

    protected abstract S broken(String text, List<Finding> findings);

    /**
     * One step of undo, soon.
     *
     * @param refused is run in the UI thread when the edit cannot be made
     */
    public final void edit(Making making, Runnable refused) {
        edits.add(text -> making.edit(YamlText.parse(name, text)), refused);
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
