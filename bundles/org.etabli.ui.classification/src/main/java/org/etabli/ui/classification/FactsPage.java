package org.etabli.ui.classification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.annex.Wording;
import org.etabli.model.Decision;
import org.etabli.model.Fact;
import org.etabli.model.Facts;
import org.etabli.model.Question;
import org.etabli.model.Value;
import org.etabli.ui.Settings;
import org.etabli.ui.form.Header;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.TreePart;

/** Questions on the left, the unknown ones first, and beneath them what follows; the chosen one with its answer on the right, at full height. */
final class FactsPage extends FormPage {
    static final String ID = "facts";
    private static final String BUNDLE = "org.etabli.ui.classification";

    private final FactsEditor editor;
    private final FactsModel model;
    private final Wording wording;
    private TreeViewer tree;
    private QuestionPane question;
    private ResultPane result;
    private NextPart next;
    private Header header;
    private SashForm body;
    private Button unknownFirst;
    private final QuestionSections sections;
    private Set<String> missing = Set.of();
    private Facts facts = Facts.NONE;

    FactsPage(FactsEditor editor, FactsModel model) {
        super(editor, ID, Messages.pageFacts);
        this.editor = editor;
        this.model = model;
        this.wording = new Wording(model.law(), model.core().lang());
        this.sections = new QuestionSections(model.law().catalogue(), wording.lang());
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        FormToolkit kit = managed.getToolkit();
        ScrolledForm form = managed.getForm();
        header = Header.of(managed, Messages.pageFacts, editor, model.core().lang());
        Parts parts = new Parts(kit);
        body = parts.panes(form.getBody());

        SashForm left = new SashForm(body, SWT.VERTICAL);
        left.setSashWidth(6);
        kit.adapt(left);
        Composite list = parts.column(left);
        Composite order = kit.createComposite(list);
        // in a narrow window one below the other
        RowLayout beside = new RowLayout();
        beside.marginLeft = beside.marginTop = beside.marginBottom = 0;
        beside.spacing = 12;
        order.setLayout(beside);
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(order);
        unknownFirst = kit.createButton(order, Messages.unknownFirst, SWT.CHECK);
        unknownFirst.setToolTipText(Parts.tip(Messages.unknownFirstHelp));
        unknownFirst.setSelection(sections.isUnknownFirst());
        unknownFirst.setData("id", "facts.unknownFirst");
        unknownFirst.addListener(SWT.Selection, e -> {
            sections.setUnknownFirst(unknownFirst.getSelection());
            showTree(model.snapshot());
        });
        Button brief = kit.createButton(order, Messages.briefOnly, SWT.CHECK);
        brief.setToolTipText(Parts.tip(Messages.briefOnlyHelp));
        brief.setData("id", "facts.brief");
        brief.setSelection(Settings.isShort(editor.isSmall()));
        sections.setBriefOnly(brief.getSelection());
        brief.addListener(SWT.Selection, e -> {
            Settings.setShort(brief.getSelection());
            sections.setBriefOnly(brief.getSelection());
            showTree(model.snapshot());
        });
        createTree(list, kit);
        result = new ResultPane(left, kit, editor, wording);
        left.setWeights(62, 38);

        // the question has the height of the page
        Composite right = parts.column(body);
        question = new QuestionPane(right, kit, model, wording, editor::tell, editor::explain);
        next = new NextPart(right, kit, editor);
        body.setWeights(45, 55);

        model.listen(this::show);
        selectFirst();
    }

    private void createTree(Composite parent, FormToolkit kit) {
        TreePart part = new TreePart(parent, kit, Messages.columnQuestion, "facts.tree");
        tree = part.viewer();
        ColumnViewerToolTipSupport.enableFor(tree);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), tree.getTree());
        part.column(Messages.columnQuestion, 80, 120, new QuestionLabels(resources));
        part.column(Messages.columnAnswer, 20, 60, new AnswerLabels());
        tree.setContentProvider(new Questions());
        tree.setInput(model.law().catalogue());
        tree.addSelectionChangedListener(e -> {
            Object selected = e.getStructuredSelection().getFirstElement();
            if (selected instanceof Question q)
                question.show(q, model.snapshot());
        });
        // Enter leads from the question to its answer
        tree.addOpenListener(e -> question.setFocus());
    }

    /** Selects a question, in the tree when it is there, and gives the keyboard to its answer. */
    void reveal(String fact) {
        model.law().catalogue().get(fact).ifPresent(q -> {
            if (tree == null)
                return;
            tree.setSelection(new StructuredSelection(q), true);
            question.show(q, model.snapshot());
            question.setFocus();
        });
    }

    /** What is unknown first, or all in the order of the law. */
    void toggleUnknownFirst() {
        if (unknownFirst == null)
            return;
        unknownFirst.setSelection(!unknownFirst.getSelection());
        unknownFirst.notifyListeners(SWT.Selection, new Event());
    }

    private void selectFirst() {
        Optional<String> next = model.snapshot().read().flatMap(r -> Progress.of(r).next());
        Optional<Question> first = next.flatMap(model.law().catalogue()::get).or(() -> sections.list().stream().flatMap(s -> s.questions().stream()).findFirst())
                .or(() -> model.law().catalogue().questions().stream().findFirst());
        first.ifPresent(q -> {
            tree.setSelection(new StructuredSelection(q), true);
            question.show(q, model.snapshot());
            // the heading above the first question is to be seen too, once the list has its size
            if (!sections.list().isEmpty() && sections.of(q) == sections.list().getFirst())
                tree.getTree().getDisplay().asyncExec(() -> {
                    if (!tree.getTree().isDisposed())
                        tree.getTree().setTopItem(tree.getTree().getItem(0));
                });
        });
    }

    private void show(FactsSnapshot snapshot) {
        if (body.isDisposed())
            return;
        header.show(snapshot, body);
        showTree(snapshot);
        question.refresh(snapshot);
        result.show(snapshot);
        next.show(snapshot);
    }

    private void showTree(FactsSnapshot snapshot) {
        if (snapshot.read().isEmpty())
            return;
        Set<String> wasMissing = missing;
        Facts wasFacts = facts;
        facts = snapshot.read().get().facts();
        missing = new HashSet<>(snapshot.read().get().decision().missing().stream().map(Decision.Missing::fact).toList());
        List<QuestionSections.Section> before = sections.list();
        if (!sections.update(snapshot.read().get())) {
            tree.update(model.law().catalogue().questions().stream().filter(q -> wasMissing.contains(q.id()) != missing.contains(q.id())
                    || !wasFacts.get(q.id()).equals(facts.get(q.id()))).toArray(), null);
            return;
        }
        List<Object> expanded = new ArrayList<>(List.of(tree.getExpandedElements()));
        sections.list().stream().filter(s -> s.open() && !before.contains(s)).forEach(expanded::add);
        tree.getTree().setRedraw(false);
        try {
            tree.refresh();
            tree.setExpandedElements(expanded.toArray());
        } finally {
            tree.getTree().setRedraw(true);
        }
    }

    private Optional<Fact> fact(Question q) {
        return model.snapshot().read().flatMap(r -> r.facts().get(q.id()));
    }

    private final class Questions implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return sections.list().toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return parent instanceof QuestionSections.Section s ? s.questions().toArray() : new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            return element instanceof Question q ? sections.of(q) : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return element instanceof QuestionSections.Section;
        }
    }

    private final class QuestionLabels extends ColumnLabelProvider {
        private final Font bold;
        private final Image answered;
        private final Image open;
        private final Image decisive;

        QuestionLabels(LocalResourceManager resources) {
            bold = resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD));
            answered = image(resources, "answered");
            open = image(resources, "open");
            decisive = image(resources, "decisive");
        }

        private static Image image(LocalResourceManager resources, String name) {
            return resources.create(ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg").orElseThrow());
        }

        @Override
        public String getText(Object element) {
            return element instanceof QuestionSections.Section s ? s.title() : ((Question) element).label().in(wording.lang());
        }

        @Override
        public Image getImage(Object element) {
            if (!(element instanceof Question q))
                return null;
            return missing.contains(q.id()) ? decisive : fact(q).filter(f -> !(f.value() instanceof Value.Unknown)).isPresent() ? answered : open;
        }

        @Override
        public Font getFont(Object element) {
            return element instanceof QuestionSections.Section || missing.contains(((Question) element).id()) ? bold : null;
        }

        @Override
        public String getToolTipText(Object element) {
            return element instanceof Question q ? Parts.tip(q.text().in(wording.lang()) + (missing.contains(q.id()) ? "\n" + Messages.decisive : "")) : null;
        }
    }

    private final class AnswerLabels extends ColumnLabelProvider {

        @Override
        public String getText(Object element) {
            return element instanceof Question q ? fact(q).map(f -> wording.value(q.id(), f.value())
                    + f.ask().filter(a -> f.value().isOpen()).map(a -> " — " + NLS.bind(Messages.asked, wording.ask(a))).orElse("")).orElse(open(q)) : "";
        }

        /** In words what the sign before the question says: not everybody sees it. */
        private String open(Question q) {
            return missing.contains(q.id()) ? Messages.toAnswer : Messages.noAnswer;
        }

        @Override
        public String getToolTipText(Object element) {
            return Parts.tip(getText(element));
        }
    }
}
