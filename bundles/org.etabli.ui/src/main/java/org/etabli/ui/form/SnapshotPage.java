package org.etabli.ui.form;

import org.eclipse.ui.forms.editor.FormPage;

/** A page that shows what a text leads to, and is brought up to date only while somebody sees it: laying one out takes time. */
public abstract class SnapshotPage<S extends Snapshot> extends FormPage {
    private final DocumentModel<S> followed;
    private boolean stale = true;

    protected SnapshotPage(DocumentEditor<?> editor, DocumentModel<S> model, String id, String title) {
        super(editor, id, title);
        this.followed = model;
    }

    /** Called once the page has its widgets. */
    protected final void follow() {
        followed.listen(s -> {
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
        show(followed.snapshot());
    }

    /** The widgets are there. */
    protected abstract void show(S snapshot);
}
