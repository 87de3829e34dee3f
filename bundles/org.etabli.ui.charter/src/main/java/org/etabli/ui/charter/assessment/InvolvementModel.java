package org.etabli.ui.charter.assessment;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.etabli.dossier.DossierFile.Read;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.Standing;
import org.etabli.model.Finding;
import org.etabli.model.Involvement;
import org.etabli.ui.Core;
import org.etabli.ui.form.Snapshot;
import org.etabli.ui.form.YamlModel;

/** The involvement record of a dossier, read at each change. */
final class InvolvementModel extends YamlModel<Involvement, InvolvementModel.Record> {
    private boolean rearranging;

    /** What a text says; nothing while it is broken. */
    record Record(String text, List<Finding> findings, boolean isReadable, Involvement involvement) implements Snapshot {
    }

    InvolvementModel(IDocument document, Display display, Core core, Path folder) {
        super(document, display, core, folder, DossierFile.INVOLVEMENT);
        start();
        listen(r -> isRearranging());
    }

    /** Adds, moves or takes away an entry: all are known by their places, so the next such edit is for what this one leaves. */
    void rearrange(Making making, Runnable refused) {
        rearranging = true;
        edit(making, () -> {
            rearranging = false;
            refused.run();
        });
    }

    /** Whether entries may have other places than those that are shown. */
    boolean isRearranging() {
        rearranging = rearranging && !isSettled();
        return rearranging;
    }

    @Override
    protected Record read(String text, Read<Involvement> read, Standing now) {
        return new Record(text, read.findings(), true, read.value().orElseThrow());
    }

    @Override
    protected Record broken(String text, List<Finding> findings) {
        return new Record(text, findings, false, Involvement.NONE);
    }
}
