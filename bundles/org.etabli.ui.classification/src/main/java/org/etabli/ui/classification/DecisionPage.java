package org.etabli.ui.classification;

import org.etabli.annex.Wording;
import org.etabli.ui.form.SnapshotPage;

/** A page that shows what the facts lead to. */
abstract class DecisionPage extends SnapshotPage<FactsSnapshot> {
    protected final FactsEditor editor;
    protected final FactsModel model;
    protected final Wording wording;

    DecisionPage(FactsEditor editor, FactsModel model, String id, String title) {
        super(editor, model, id, title);
        this.editor = editor;
        this.model = model;
        this.wording = new Wording(model.law(), model.core().lang());
    }
}
