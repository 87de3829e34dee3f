package org.etabli.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.etabli.annex.Annexes;
import org.etabli.annex.Chain;
import org.etabli.annex.Wording;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.Standing;
import org.etabli.model.Decision;
import org.etabli.model.Facts;
import org.etabli.model.InvalidInputException;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.UiThread;

/** Where something of a dossier comes from and what it is for, as far in both directions as one wants to go. */
public final class ChainDialog extends Dialog {
    private static final int BACK = IDialogConstants.CLIENT_ID;
    private static final Point SIZE = new Point(760, 520);

    private final Chain chain;
    private final Wording wording;
    private final Deque<List<Chain.Explanation>> before = new ArrayDeque<>();
    private List<Chain.Explanation> shown;
    private Label subject;
    private TreeViewer because;
    private TreeViewer uses;

    private ChainDialog(Shell shell, Chain chain, Wording wording, List<Chain.Explanation> shown) {
        super(shell);
        this.chain = chain;
        this.wording = wording;
        this.shown = shown;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /**
     * Opens it in a moment: the chain is read first, off the UI thread.
     *
     * @param facts as they are being edited; where nobody edits them, those of the folder
     * @param id    whatever {@link Chain#explain} takes
     */
    public static void open(Shell shell, Path dossier, Optional<Facts> facts, String id) {
        Display display = shell.getDisplay();
        Job job = Job.create(Messages.chainTitle, (ICoreRunnable) monitor -> {
            try {
                Core core = Core.get().of(dossier);
                Law law = core.law();
                Chain chain = chain(core, law, dossier, facts);
                List<Chain.Explanation> found = chain.explain(id);
                UiThread.later(display, () -> open(shell, chain, new Wording(law, core.lang()), found, id));
            } catch (InvalidInputException e) {
                String reason = String.join("\n", e.findings().stream().map(f -> f.line(Core.get().lang())).toList());
                UiThread.later(display, () -> MessageDialog.openInformation(shell, Messages.chainTitle, reason));
            } catch (IOException e) {
                ILog.get().error(dossier.toString(), e);
            }
        });
        job.setSystem(true);
        job.schedule();
    }

    private static Chain chain(Core core, Law law, Path folder, Optional<Facts> facts) throws IOException, InvalidInputException {
        Standing standing = core.standing(folder);
        DossierFolder saved = standing.dossier();
        DossierFolder dossier = new DossierFolder(folder, saved.dossier(), facts.orElse(saved.facts()), saved.texts(), saved.findings());
        Evaluation evaluation = law.evaluate(dossier.facts());
        Decision decision = evaluation.decision(dossier.dossier().id(), core.lawDay());
        return new Annexes(core.content(), standing.charter()).chain(dossier, law, evaluation, decision, core.lang());
    }

    private static void open(Shell shell, Chain chain, Wording wording, List<Chain.Explanation> found, String id) {
        if (shell.isDisposed())
            return;
        if (found.isEmpty())
            MessageDialog.openInformation(shell, Messages.chainTitle, NLS.bind(Messages.chainNothing, id));
        else
            new ChainDialog(shell, chain, wording, found).open();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.chainTitle);
    }

    @Override
    protected Point getInitialSize() {
        return SIZE;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        subject = new Label(area, SWT.WRAP);
        subject.setData("id", "chain.subject");
        GridDataFactory.fillDefaults().grab(true, false).hint(SIZE.x - 40, SWT.DEFAULT).applyTo(subject);
        because = tree(area, Messages.chainBecause, "chain.because", 3);
        uses = tree(area, Messages.chainUses, "chain.uses", 2);
        show();
        return area;
    }

    private TreeViewer tree(Composite area, String title, String id, int share) {
        Label label = new Label(area, SWT.NONE);
        label.setText(title);
        TreeViewer viewer = new TreeViewer(area, SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL | SWT.SINGLE);
        Named.by(label, viewer.getTree()).setData("id", id);
        GridDataFactory.fillDefaults().grab(true, true).hint(300, 45 * share).applyTo(viewer.getTree());
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.setContentProvider(new Links());
        viewer.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object link) {
                return wording.shortLink((Chain.Link) link);
            }

            @Override
            public String getToolTipText(Object link) {
                return getText(link);
            }
        });
        viewer.addOpenListener(e -> {
            if (e.getSelection() instanceof IStructuredSelection s && s.getFirstElement() instanceof Chain.Link link)
                follow(link);
        });
        return viewer;
    }

    private static final class Links implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((Chain.Link) parent).because().toArray();
        }

        @Override
        public Object getParent(Object link) {
            return null;
        }

        @Override
        public boolean hasChildren(Object link) {
            return !((Chain.Link) link).because().isEmpty();
        }
    }

    /** One step along the chain. */
    private void follow(Chain.Link link) {
        List<Chain.Explanation> next = link.id().isEmpty() ? List.of() : chain.explain(link.id()).stream().filter(e -> e.link().kind() == link.kind()).toList();
        if (next.isEmpty())
            return;
        before.push(shown);
        shown = next;
        show();
        getButton(BACK).setEnabled(true);
    }

    private void show() {
        subject.setText(String.join("\n", shown.stream().map(e -> wording.link(e.link())).distinct().toList()).replace("&", "&&"));
        because.setInput(shown.stream().flatMap(e -> e.link().because().stream()).toList());
        because.expandToLevel(3);
        uses.setInput(shown.stream().flatMap(e -> e.uses().stream()).toList());
        subject.getParent().layout();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, BACK, Messages.chainBack, false).setEnabled(false);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, true);
        getButton(BACK).setData("id", "chain.back");
        getButton(IDialogConstants.CANCEL_ID).setData("id", "chain.close");
    }

    @Override
    protected void buttonPressed(int id) {
        if (id != BACK) {
            super.buttonPressed(id);
            return;
        }
        shown = before.pop();
        getButton(BACK).setEnabled(!before.isEmpty());
        show();
    }
}
