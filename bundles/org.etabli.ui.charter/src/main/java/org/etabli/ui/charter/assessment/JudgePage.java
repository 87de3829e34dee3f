package org.etabli.ui.charter.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.annex.Wording;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Lang;
import org.etabli.rules.CharterReview.Line;
import org.etabli.ui.form.Header;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.SnapshotPage;
import org.etabli.ui.form.TreePart;

/** The commitments of the charter on the left, what is to be judged first; the chosen one with its judgement on the right. */
final class JudgePage extends SnapshotPage<AssessmentSnapshot> {
    static final String ID = "judge";
    private static final String BUNDLE = "org.etabli.ui.charter";

    private final AssessmentEditor editor;
    private final AssessmentModel model;
    private final CommitmentTree commitments = new CommitmentTree();
    private Header header;
    private CharterNotice notice;
    private SashForm body;
    private TreeViewer tree;
    private JudgementPane pane;
    private AssessmentSnapshot shown;
    /** What stands in the last column. */
    private Map<CommitmentTree.Node, String> words = Map.of();
    /** What is to be chosen as soon as the charter is read. */
    private Optional<String> wanted = Optional.empty();

    JudgePage(AssessmentEditor editor, AssessmentModel model) {
        super(editor, model, ID, Messages.pageJudge);
        this.editor = editor;
        this.model = model;
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        FormToolkit kit = managed.getToolkit();
        ScrolledForm form = managed.getForm();
        header = Header.of(managed, Messages.pageJudge, editor, model.core().lang());
        notice = new CharterNotice(form.getBody(), kit, editor, 1);
        Parts parts = new Parts(kit);
        body = parts.panes(form.getBody());
        Composite left = parts.column(body);
        Button openFirst = kit.createButton(left, Messages.openFirst, SWT.CHECK);
        openFirst.setToolTipText(Parts.tip(Messages.openFirstHelp));
        openFirst.setData("id", "assessment.openFirst");
        openFirst.addListener(SWT.Selection, e -> {
            commitments.setOpenFirst(openFirst.getSelection());
            showTree();
        });
        createTree(left, kit);
        pane = new JudgementPane(body, kit, editor, model);
        body.setWeights(50, 50);
        follow();
    }

    private void createTree(Composite parent, FormToolkit kit) {
        TreePart part = new TreePart(parent, kit, Messages.pageJudge, "assessment.tree");
        tree = part.viewer();
        Tree widget = tree.getTree();
        ColumnViewerToolTipSupport.enableFor(tree);
        part.column(Messages.columnCommitment, 58, 200, new Titles(new LocalResourceManager(JFaceResources.getResources(), widget)));
        part.columnWhereThereIsRoom(Messages.columnLevel, 18, Words.levels(model.core().lang()), new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return line(element).map(l -> Words.level(l.commitment(), model.core().lang())).orElse("");
            }
        });
        part.column(Messages.columnVerdict, 24, Words.verdicts(model.core().lang()), new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return words((CommitmentTree.Node) element);
            }
        });
        tree.setContentProvider(new Content());
        tree.setInput(commitments);
        tree.addSelectionChangedListener(e -> showSelected());
        // Enter leads from the commitment to its verdict
        tree.addOpenListener(e -> pane.setFocus());
    }

    private Optional<Line> line(Object element) {
        CommitmentTree.Node node = (CommitmentTree.Node) element;
        return node.kind() == CommitmentTree.Kind.COMMITMENT ? shown.line(node.id()) : Optional.empty();
    }

    private String words(CommitmentTree.Node node) {
        return line(node).map(this::verdict).orElseGet(() -> progress(node));
    }

    private String verdict(Line line) {
        Lang lang = model.core().lang();
        return line.isConflict() ? AssessmentSnapshot.isOpen(line) ? Messages.contradicted : NLS.bind(Messages.verdictContradicted, Words.verdict(line.verdict(), lang))
                : AssessmentSnapshot.isOpen(line) && line.proposed().isPresent() ? NLS.bind(Messages.verdictProposed, Wording.verdict(line.proposed().get(), lang))
                : Words.verdict(line.verdict(), lang);
    }

    private String progress(CommitmentTree.Node node) {
        if (node.kind() != CommitmentTree.Kind.PRINCIPLE)
            return "";
        List<Line> lines = shown.lines().stream().filter(l -> l.principle().id().equals(node.id())).toList();
        return NLS.bind(Messages.judgedShort, lines.stream().filter(l -> !AssessmentSnapshot.isOpen(l)).count(), lines.size());
    }

    private final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return commitments.roots().toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return commitments.below((CommitmentTree.Node) parent).toArray();
        }

        @Override
        public Object getParent(Object element) {
            return commitments.above((CommitmentTree.Node) element).orElse(null);
        }

        @Override
        public boolean hasChildren(Object element) {
            return !commitments.below((CommitmentTree.Node) element).isEmpty();
        }
    }

    private final class Titles extends ColumnLabelProvider {
        private final Font bold;
        private final Map<Verdict, Image> images = new EnumMap<>(Verdict.class);

        Titles(LocalResourceManager resources) {
            bold = resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD));
            for (Verdict verdict : Verdict.values())
                images.put(verdict, resources.create(ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + verdict.code() + ".svg").orElseThrow()));
        }

        @Override
        public String getText(Object element) {
            CommitmentTree.Node node = (CommitmentTree.Node) element;
            return node.kind() == CommitmentTree.Kind.OPEN ? NLS.bind(Messages.openGroup, commitments.below(node).size()) : node.title();
        }

        @Override
        public Image getImage(Object element) {
            return line(element).map(l -> l.isConflict() ? PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_WARN_TSK) : images.get(l.verdict()))
                    .orElse(null);
        }

        @Override
        public Font getFont(Object element) {
            return ((CommitmentTree.Node) element).kind().compareTo(CommitmentTree.Kind.ITEM) < 0 ? bold : null;
        }

        @Override
        public String getToolTipText(Object element) {
            // the column may cut the title
            return line(element).map(l -> l.commitment().title() + "\n" + l.item().title() + "\n" + l.commitment().text()).orElseGet(() -> getText(element));
        }
    }

    // --- what it shows ---------------------------------------------------------------------------------------------

    /** Chooses a commitment, and gives the keyboard to its verdict. */
    void reveal(String commitment) {
        wanted = Optional.of(commitment);
        if (shown == null || shown.line(commitment).isEmpty())
            return;
        select(commitment);
        pane.setFocus();
    }

    private void select(String commitment) {
        wanted = Optional.empty();
        commitments.node(commitment).ifPresent(n -> tree.setSelection(new StructuredSelection(n), true));
    }

    /** What was typed goes into the document. */
    void commit() {
        if (pane != null)
            pane.commit();
    }

    @Override
    protected void show(AssessmentSnapshot snapshot) {
        boolean first = shown == null || shown.review().isEmpty();
        header.show(snapshot, body);
        // a broken text leaves what was there, greyed
        if (!snapshot.isReadable())
            return;
        shown = snapshot;
        Beside.State state = snapshot.review().isPresent() || snapshot.beside().state() != Beside.State.READY ? snapshot.beside().state() : Beside.State.BROKEN;
        boolean wasVisible = body.getVisible();
        boolean ready = notice.show(state, body);
        if (wasVisible != ready || first)
            getManagedForm().reflow(true);
        if (!ready)
            return;
        showTree();
        Optional<String> choice = wanted.or(() -> tree.getStructuredSelection().isEmpty() ? snapshot.open().stream().findFirst().or(() -> snapshot.lines().stream().findFirst())
                .map(l -> l.commitment().id()) : Optional.empty());
        choice.ifPresentOrElse(this::select, this::showSelected);
        if (first)
            headings();
    }

    /** Once the list has its size, the headings above the chosen commitment are to be seen too, if there is room for both. */
    private void headings() {
        Tree widget = tree.getTree();
        widget.getDisplay().asyncExec(() -> {
            if (widget.isDisposed() || widget.getItemCount() == 0)
                return;
            widget.setTopItem(widget.getItem(0));
            widget.showSelection();
        });
    }

    /** Nothing is built again where no commitment has changed its place. */
    private void showTree() {
        if (shown == null || shown.review().isEmpty())
            return;
        Map<CommitmentTree.Node, String> was = words;
        boolean moved = commitments.update(shown);
        words = commitments.all().stream().collect(Collectors.toMap(n -> n, this::words));
        if (!moved) {
            tree.update(words.keySet().stream().filter(n -> !words.get(n).equals(was.get(n))).toArray(), null);
            return;
        }
        Object[] expanded = tree.getExpandedElements();
        List<CommitmentTree.Node> open = new ArrayList<>(commitments.all().stream().filter(n -> n.kind() != CommitmentTree.Kind.COMMITMENT).toList());
        boolean first = tree.getTree().getItemCount() == 0;
        Object selected = tree.getStructuredSelection().getFirstElement();
        tree.getTree().setRedraw(false);
        try {
            tree.refresh();
            if (first)
                tree.setExpandedElements(open.toArray());
            else
                // what is new is open
                tree.setExpandedElements(open.stream().filter(n -> Arrays.asList(expanded).contains(n) || !commitments.was(n)).toArray());
        } finally {
            tree.getTree().setRedraw(true);
        }
        if (selected != null && tree.getStructuredSelection().isEmpty())
            commitments.node(((CommitmentTree.Node) selected).id()).ifPresent(n -> tree.setSelection(new StructuredSelection(n), true));
    }

    private void showSelected() {
        CommitmentTree.Node node = (CommitmentTree.Node) tree.getStructuredSelection().getFirstElement();
        pane.show(node == null ? Optional.empty() : line(node), shown);
    }

    @Override
    public void setFocus() {
        if (tree != null && body.getVisible())
            tree.getTree().setFocus();
    }
}
