package org.etabli.ui.charter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.markdown.CharterEdits;
import org.etabli.markdown.CharterField;
import org.etabli.markdown.CharterText.Field;
import org.etabli.markdown.CharterText.Section;
import org.etabli.model.Charter;
import org.etabli.model.Finding.Severity;
import org.etabli.model.Lang;
import org.etabli.model.Letters;
import org.etabli.ui.form.Header;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.Shades;
import org.etabli.ui.form.SnapshotPage;
import org.etabli.ui.form.TreePart;

/** Principles, items and commitments as a tree on the left; the chosen one as a form on the right. */
final class PrinciplesPage extends SnapshotPage<CharterSnapshot> {
    static final String ID = "principles";

    private final CharterEditor editor;
    private final CharterModel model;
    private final Lang lang;
    private Header header;
    private Hyperlink closed;
    private SashForm body;
    private TreeViewer tree;
    private SectionPane pane;
    private Text filter;
    private CharterSnapshot shown;
    /** What is to be chosen as soon as it is in the text. */
    private Optional<Ref> wanted = Optional.empty();
    private final List<Button> changing = new ArrayList<>();
    private Button addItem;
    private Button addCommitment;
    private Button remove;
    private Button up;
    private Button down;

    PrinciplesPage(CharterEditor editor, CharterModel model) {
        super(editor, model, ID, Messages.pagePrinciples);
        this.editor = editor;
        this.model = model;
        this.lang = model.core().lang();
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        FormToolkit kit = managed.getToolkit();
        ScrolledForm form = managed.getForm();
        header = Header.of(managed, Messages.pagePrinciples, editor, lang);
        Parts parts = new Parts(kit);
        body = parts.panes(form.getBody());
        Composite left = parts.column(body);
        closed = parts.link(left, Messages.closed, editor::revise);
        closed.setData("id", "charter.closed");
        filter = kit.createText(left, "", SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.filter);
        Named.as(Messages.filter, filter).setData("id", "charter.filter");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        createTree(left, kit);
        createButtons(left, kit);
        pane = new SectionPane(body, kit, editor, model);
        body.setWeights(45, 55);
        follow();
    }

    // --- the tree ------------------------------------------------------------------------------------------------

    private void createTree(Composite parent, FormToolkit kit) {
        TreePart part = new TreePart(parent, kit, Messages.pagePrinciples, "charter.tree");
        tree = part.viewer();
        Tree widget = tree.getTree();
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), widget);
        Font bold = resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD));
        part.column(Messages.columnTitle, 76, 80, new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return section(element).map(s -> s.title().isEmpty() ? Messages.untitled : s.title()).orElse("");
            }

            @Override
            public Font getFont(Object element) {
                return section(element).filter(s -> s.level() == 1).map(s -> bold).orElse(null);
            }

            @Override
            public Image getImage(Object element) {
                return PrinciplesPage.this.image((Ref) element);
            }
        });
        part.column(Messages.columnLevel, 24, Arrays.stream(Charter.Level.values()).map(l -> l.word().in(lang)), new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return section(element).flatMap(PrinciplesPage::level).map(l -> l.word().in(lang)).orElse("");
            }
        });
        tree.setContentProvider(new Sections());
        tree.addFilter(new ViewerFilter() {
            @Override
            public boolean select(Viewer viewer, Object parentElement, Object element) {
                return matches((Ref) element, filter.getText().strip());
            }
        });
        filter.addListener(SWT.Modify, e -> refresh());
        tree.addSelectionChangedListener(e -> showSelected());
        tree.addOpenListener(e -> pane.setFocus());
        widget.addListener(SWT.KeyDown, this::key);
        drag();
    }

    private Optional<Section> section(Object ref) {
        return shown.section((Ref) ref);
    }

    private static Optional<Charter.Level> level(Section section) {
        return section.fields(CharterField.LEVEL).map(Field::value).findFirst().flatMap(Charter.Level::of);
    }

    private Image image(Ref ref) {
        Severity worst = shown.worst().get(ref);
        return worst == null || worst == Severity.INFO ? null
                : PlatformUI.getWorkbench().getSharedImages().getImage(worst == Severity.ERROR ? ISharedImages.IMG_OBJS_ERROR_TSK : ISharedImages.IMG_OBJS_WARN_TSK);
    }

    private boolean matches(Ref ref, String words) {
        return words.isEmpty() || section(ref).filter(s -> Letters.contains(s.title() + " " + s.text(), words)).isPresent()
                || shown.below(Optional.of(ref)).stream().anyMatch(r -> matches(r, words));
    }

    private final class Sections implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return shown.below(Optional.empty()).toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return shown.below(Optional.of((Ref) parent)).toArray();
        }

        @Override
        public Object getParent(Object element) {
            return shown.parent((Ref) element).orElse(null);
        }

        @Override
        public boolean hasChildren(Object element) {
            return !shown.below(Optional.of((Ref) element)).isEmpty();
        }
    }

    // --- what can be done with it --------------------------------------------------------------------------------

    private void createButtons(Composite parent, FormToolkit kit) {
        Composite row = kit.createComposite(parent);
        // as many in a row as have room for their words
        RowLayoutFactory.fillDefaults().spacing(6).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        button(row, kit, Messages.addPrinciple, "charter.addPrinciple", () -> add(1));
        addItem = button(row, kit, Messages.addItem, "charter.addItem", () -> add(2));
        addCommitment = button(row, kit, Messages.addCommitment, "charter.addCommitment", () -> add(3));
        up = button(row, kit, Messages.moveUp, "charter.up", () -> step(-1));
        down = button(row, kit, Messages.moveDown, "charter.down", () -> step(1));
        remove = button(row, kit, Messages.remove, "charter.remove", this::remove);
    }

    private Button button(Composite parent, FormToolkit kit, String text, String id, Runnable action) {
        Button button = kit.createButton(parent, text, SWT.PUSH);
        button.setData("id", id);
        button.addListener(SWT.Selection, e -> action.run());
        changing.add(button);
        return button;
    }

    private Optional<Ref> selected() {
        return Optional.ofNullable((Ref) tree.getStructuredSelection().getFirstElement());
    }

    /** The selected section or the one above it that is of that level. */
    private Optional<Ref> selected(int level) {
        Optional<Ref> ref = selected();
        while (ref.isPresent() && section(ref.get()).map(Section::level).orElse(0) > level)
            ref = shown.parent(ref.get());
        return ref.filter(r -> section(r).map(Section::level).orElse(0) == level);
    }

    /** Behind the selected section of that level, or last in its parent. */
    private void add(int level) {
        Optional<Ref> neighbour = selected(level);
        Optional<Ref> parent = level == 1 ? Optional.empty() : selected(level - 1);
        if (level > 1 && parent.isEmpty())
            return;
        int index = neighbour.map(n -> shown.below(parent).indexOf(n) + 1).orElse(shown.below(parent).size());
        InputDialog dialog = new InputDialog(editor.getSite().getShell(), title(level), Messages.newTitle, "", t -> t.isBlank() ? Messages.newTitleMissing : null);
        if (dialog.open() != Window.OK)
            return;
        model.edit(charter -> {
            Section in = parent.flatMap(p -> p.in(charter)).orElse(null);
            wanted = Optional.of(new Ref(CharterEdits.freshId(charter, dialog.getValue()), -1));
            return CharterEdits.add(charter, in, Math.min(index, charter.children(in).size()), dialog.getValue());
        }, this::refused);
    }

    private static String title(int level) {
        return level == 1 ? Messages.newPrinciple : level == 2 ? Messages.newItem : Messages.newCommitment;
    }

    private void remove() {
        selected().ifPresent(ref -> {
            int below = count(ref) - 1;
            if (below > 0 && !MessageDialog.openQuestion(editor.getSite().getShell(), Messages.remove,
                    NLS.bind(Messages.removeAll, section(ref).map(Section::title).orElse(""), below)))
                return;
            wanted = neighbour(ref);
            model.edit(charter -> CharterEdits.remove(charter, ref.in(charter).orElseThrow(IllegalStateException::new)), this::refused);
        });
    }

    private int count(Ref ref) {
        return 1 + shown.below(Optional.of(ref)).stream().mapToInt(this::count).sum();
    }

    private Optional<Ref> neighbour(Ref ref) {
        List<Ref> all = shown.below(shown.parent(ref));
        int at = all.indexOf(ref);
        return at + 1 < all.size() ? Optional.of(all.get(at + 1)) : at > 0 ? Optional.of(all.get(at - 1)) : shown.parent(ref);
    }

    /** Among its neighbours, and beyond them into the next parent. */
    private void step(int by) {
        selected().ifPresent(ref -> {
            Optional<Ref> parent = shown.parent(ref);
            List<Ref> all = shown.below(parent);
            int to = all.indexOf(ref) + by;
            if (to >= 0 && to < all.size())
                move(ref, parent, to);
            else
                parent.flatMap(p -> beyond(p, by)).ifPresent(p -> move(ref, Optional.of(p), by < 0 ? shown.below(Optional.of(p)).size() : 0));
        });
    }

    private Optional<Ref> beyond(Ref parent, int by) {
        List<Ref> alike = shown.sections().entrySet().stream().filter(e -> e.getValue().placed() && e.getValue().level() == section(parent).map(Section::level).orElse(0))
                .map(Map.Entry::getKey).toList();
        int to = alike.indexOf(parent) + by;
        return to >= 0 && to < alike.size() ? Optional.of(alike.get(to)) : Optional.empty();
    }

    /** @param index among the neighbours that it will have, itself left out */
    private void move(Ref ref, Optional<Ref> parent, int index) {
        wanted = Optional.of(ref);
        model.edit(charter -> CharterEdits.move(charter, ref.in(charter).orElseThrow(IllegalStateException::new), parent.flatMap(p -> p.in(charter)).orElse(null), index),
                this::refused);
    }

    private void refused() {
        wanted = Optional.empty();
        editor.tell(Messages.refused);
        tree.getTree().getDisplay().beep();
    }

    private void key(Event e) {
        if (e.keyCode == SWT.DEL && e.stateMask == 0 && remove.isEnabled())
            remove();
        else if (e.stateMask == SWT.ALT && (e.keyCode == SWT.ARROW_UP || e.keyCode == SWT.ARROW_DOWN) && up.isEnabled()) {
            e.doit = false;
            step(e.keyCode == SWT.ARROW_UP ? -1 : 1);
        }
    }

    // --- drag and drop -------------------------------------------------------------------------------------------

    private void drag() {
        Transfer[] types = { LocalSelectionTransfer.getTransfer() };
        tree.addDragSupport(DND.DROP_MOVE, types, new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                event.doit = !shown.isAdopted() && selected().isPresent();
                LocalSelectionTransfer.getTransfer().setSelection(tree.getStructuredSelection());
            }

            @Override
            public void dragFinished(DragSourceEvent event) {
                LocalSelectionTransfer.getTransfer().setSelection(null);
            }
        });
        tree.addDropSupport(DND.DROP_MOVE, types, new ViewerDropAdapter(tree) {
            @Override
            public boolean validateDrop(Object target, int operation, TransferData transfer) {
                return target instanceof Ref onto && dragged().flatMap(ref -> place(ref, onto, getCurrentLocation())).isPresent();
            }

            @Override
            public boolean performDrop(Object data) {
                Optional<Ref> ref = dragged();
                Optional<Place> place = ref.flatMap(r -> place(r, (Ref) getCurrentTarget(), getCurrentLocation()));
                place.ifPresent(p -> move(ref.get(), p.parent, p.index));
                return place.isPresent();
            }
        });
    }

    private static Optional<Ref> dragged() {
        return LocalSelectionTransfer.getTransfer().getSelection() instanceof StructuredSelection s && s.getFirstElement() instanceof Ref ref ? Optional.of(ref) : Optional.empty();
    }

    private record Place(Optional<Ref> parent, int index) {
    }

    /** Where a section would land: beside one of its own level, or in one of the level above. */
    private Optional<Place> place(Ref ref, Ref onto, int location) {
        int level = section(ref).map(Section::level).orElse(0);
        int there = section(onto).map(Section::level).orElse(0);
        if (ref.equals(onto))
            return Optional.empty();
        Optional<Ref> parent = there == level ? shown.parent(onto) : Optional.of(onto);
        if (there != level && there != level - 1)
            return Optional.empty();
        List<Ref> others = shown.below(parent).stream().filter(r -> !r.equals(ref)).toList();
        int index = there != level ? others.size() : others.indexOf(onto) + (location == ViewerDropAdapter.LOCATION_BEFORE ? 0 : 1);
        return Optional.of(new Place(parent, index));
    }

    // --- showing it ----------------------------------------------------------------------------------------------

    /** Selects a section and shows it; once it is there, when an edit will bring it. */
    void reveal(Ref ref) {
        wanted = Optional.of(ref);
        if (tree != null && shown != null)
            select();
    }

    private void select() {
        wanted.filter(r -> shown.section(r).isPresent()).ifPresent(r -> {
            wanted = Optional.empty();
            tree.setSelection(new StructuredSelection(r), true);
        });
    }

    @Override
    protected void show(CharterSnapshot snapshot) {
        CharterSnapshot before = shown;
        shown = snapshot;
        header.show(snapshot, body);
        if (closed.getVisible() != snapshot.isAdopted()) {
            closed.setVisible(snapshot.isAdopted());
            ((GridData) closed.getLayoutData()).exclude = !snapshot.isAdopted();
            closed.getParent().layout();
        }
        if (before == null) {
            tree.setInput(snapshot);
            // a long charter opens with its principles, a short one whole
            tree.expandToLevel(snapshot.sections().size() > 80 ? 2 : 3);
            if (wanted.isEmpty())
                wanted = snapshot.sections().keySet().stream().findFirst();
        } else if (before.children().equals(snapshot.children()))
            tree.update(snapshot.sections().keySet().stream().filter(r -> !looksTheSame(r, before, snapshot)).toArray(), null);
        else
            refresh();
        select();
        showSelected();
    }

    private static boolean looksTheSame(Ref ref, CharterSnapshot a, CharterSnapshot b) {
        Section before = a.sections().get(ref);
        Section after = b.sections().get(ref);
        return before.title().equals(after.title()) && level(before).equals(level(after)) && Objects.equals(a.worst().get(ref), b.worst().get(ref));
    }

    private void refresh() {
        Object[] expanded = tree.getExpandedElements();
        tree.getTree().setRedraw(false);
        try {
            tree.refresh();
            if (filter.getText().isBlank())
                tree.setExpandedElements(Arrays.stream(expanded).filter(e -> shown.section((Ref) e).isPresent()).toArray());
            else
                tree.expandAll();
        } finally {
            tree.getTree().setRedraw(true);
        }
    }

    private void showSelected() {
        if (shown == null)
            return;
        Optional<Ref> ref = selected();
        int level = ref.flatMap(this::section).map(Section::level).orElse(0);
        boolean open = !shown.isAdopted();
        changing.forEach(b -> Shades.enable(b, open));
        Shades.enable(addItem, open && level > 0);
        Shades.enable(addCommitment, open && level > 1);
        for (Button b : List.of(up, down, remove))
            Shades.enable(b, open && level > 0);
        pane.show(ref, shown);
    }

    @Override
    public void setFocus() {
        if (tree != null)
            tree.getTree().setFocus();
    }
}
