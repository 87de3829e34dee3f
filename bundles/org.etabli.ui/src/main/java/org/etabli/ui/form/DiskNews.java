package org.etabli.ui.form;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareUI;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.IDocumentProvider;
import org.eclipse.ui.texteditor.IDocumentProviderExtension;
import org.eclipse.ui.texteditor.IDocumentProviderExtension3;
import org.eclipse.ui.texteditor.IElementStateListener;

/**
 * What another program does to the file of an open text. Where nothing was typed, the new text is shown, and the former can be had
 * back; where something was, nothing happens to either text until somebody has chosen, with both before his eyes if he wants.
 */
final class DiskNews {
    private static final String NOTICE = "disk";

    private final DocumentEditor<?> editor;
    private final SourcePage source;
    private final Notices notices;
    private final IElementStateListener onReplaced = new Replaced();
    private DiskWatch watch;
    /** Somebody has seen what is on disk, and wants his own text. */
    private boolean mineIsWanted;
    private boolean taking;

    DiskNews(DocumentEditor<?> editor, SourcePage source, Notices notices) {
        this.editor = editor;
        this.source = source;
        this.notices = notices;
    }

    void follow() {
        if (!(editor.getEditorInput() instanceof FileEditorInput input) || input.getFile().getLocation() == null)
            return;
        provider().addElementStateListener(onReplaced);
        watch = new DiskWatch(input.getFile(), source.getSite().getShell().getDisplay(), this::changed);
    }

    /** The file may be another than was opened or saved; our own saves come here too. */
    void changed() {
        if (isInStep() || provider().isDeleted(editor.getEditorInput()))
            return;
        mineIsWanted = false;
        if (editor.isDirty())
            notices.show(NOTICE, SWT.ICON_WARNING, Messages.diskChanged, new Notices.Choice(Messages.diskCompare, () -> compare(document().get(), Messages.diskMine, true)),
                    new Notices.Choice(Messages.diskTake, this::take), new Notices.Choice(Messages.diskKeep, this::keep));
        else
            // the text follows by itself once the workspace knows
            Job.createSystem("Établi", (ICoreRunnable) monitor -> file().refreshLocal(IResource.DEPTH_ZERO, monitor)).schedule();
    }

    /** Whether there is something on disk that nobody has been asked about; then it is said. */
    boolean isNews() {
        if (isInStep() || mineIsWanted)
            return false;
        changed();
        return true;
    }

    void save(IProgressMonitor monitor) {
        if (mineIsWanted)
            source.overwrite(monitor);
        else
            source.doSave(monitor);
        if (isInStep()) {
            mineIsWanted = false;
            notices.hide(NOTICE);
        }
    }

    private void keep() {
        mineIsWanted = true;
        notices.hide(NOTICE);
    }

    private void take() {
        taking = true;
        try {
            ((IDocumentProviderExtension) provider()).synchronize(editor.getEditorInput());
            notices.hide(NOTICE);
        } catch (CoreException e) {
            ILog.get().log(e.getStatus());
        } finally {
            taking = false;
        }
    }

    private void compare(String other, String label, boolean withDisk) {
        CompareConfiguration configuration = new CompareConfiguration();
        configuration.setLeftEditable(false);
        configuration.setRightEditable(false);
        configuration.setLeftLabel(label);
        configuration.setRightLabel(withDisk ? Messages.diskTheirs : Messages.diskNow);
        String name = editor.getEditorInput().getName();
        CompareUI.openCompareDialog(new TextComparison(configuration, name, other, () -> withDisk ? onDisk() : document().get()));
    }

    private String onDisk() throws CoreException {
        return file().readString();
    }

    /** The text that was shown before another program's was. */
    private void giveBack(String former) {
        document().set(former);
        notices.hide(NOTICE);
    }

    private boolean isInStep() {
        return source.getDocumentProvider() == null || ((IDocumentProviderExtension3) provider()).isSynchronized(editor.getEditorInput());
    }

    private IDocumentProvider provider() {
        return source.getDocumentProvider();
    }

    private IDocument document() {
        return provider().getDocument(editor.getEditorInput());
    }

    private IFile file() {
        return ((FileEditorInput) editor.getEditorInput()).getFile();
    }

    void dispose() {
        if (watch == null)
            return;
        watch.dispose();
        if (provider() != null)
            provider().removeElementStateListener(onReplaced);
    }

    private final class Replaced implements IElementStateListener {
        private String former = "";

        @Override
        public void elementContentAboutToBeReplaced(Object element) {
            if (isOurs(element))
                former = document().get();
        }

        @Override
        public void elementContentReplaced(Object element) {
            if (!isOurs(element) || taking)
                return;
            String text = former;
            UiThread.later(source.getSite().getShell().getDisplay(), () -> {
                if (provider() == null || document() == null || document().get().equals(text))
                    return;
                if (OwnTexts.is(file(), document().get()))
                    editor.forget();
                else
                    notices.show(NOTICE, SWT.ICON_INFORMATION, NLS.bind(Messages.diskReloaded, file().getName()),
                            new Notices.Choice(Messages.diskCompare, () -> compare(text, Messages.diskFormer, false)),
                            new Notices.Choice(Messages.diskGiveBack, () -> giveBack(text)), new Notices.Choice(Messages.diskSeen, () -> notices.hide(NOTICE)));
            });
        }

        private boolean isOurs(Object element) {
            return element != null && element.equals(editor.getEditorInput());
        }

        @Override
        public void elementDirtyStateChanged(Object element, boolean isDirty) {
            // the editor shows it
        }

        @Override
        public void elementDeleted(Object element) {
            // the source page closes
        }

        @Override
        public void elementMoved(Object original, Object moved) {
            // the source page follows
        }
    }
}
