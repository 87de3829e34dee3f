package org.etabli.ui.classification;

import org.eclipse.ui.forms.editor.FormPage;
import org.etabli.annex.Wording;

/** A page that shows what the facts lead to, and is brought up to date only while somebody sees it: laying one out takes time. */
abstract class SnapshotPage extends FormPage {
    protected final FactsEditor editor;
    protected final FactsModel model;
    protected final Wording wording;
    private boolean stale = true;

    SnapshotPage(FactsEditor editor, FactsModel model, String id, String title) {
        super(editor, id, title);
        this.editor = editor;
        this.model = model;
        this.wording = new Wording(model.law(), model.core().lang());
    }

    /** Called once the page has its widgets. */
    protected final void follow() {
        model.listen(s -> {
            stale = true;
            showIfSeen();
        });
    }

    @Override
    public void setActive(boolean active) {
        super.setActive(active);
        showIfSeen();
    }

    private void showIfSeen() {
        if (!stale || !isActive() || getManagedForm() == null || getManagedForm().getForm().isDisposed())
            return;
        stale = false;
        show(model.snapshot());
    }

    /** The widgets are there. */
    protected abstract void show(Snapshot snapshot);
}
