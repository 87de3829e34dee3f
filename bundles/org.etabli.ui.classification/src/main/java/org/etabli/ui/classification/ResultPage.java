package org.etabli.ui.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.etabli.model.Decision;
import org.etabli.model.RuleSet;
import org.etabli.model.Trace;
import org.etabli.model.Truth;
import org.etabli.ui.form.Blocks;
import org.etabli.ui.form.Header;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Parts;

/** The class, all its reasons, what is missing, what follows, what would change it, and the receipt. */
final class ResultPage extends DecisionPage {
    static final String ID = "result";

    private FormToolkit kit;
    private Header header;
    private Label classTitle;
    private Label meaning;
    private Label basis;
    private Blocks<Decision.Missing> missing;
    private Label later;
    private Blocks<Change> whatIf;
    private Label unmoved;
    private Blocks<Decision.Duty> duties;
    private Blocks<Decision.Duty> french;
    private Label doubts;
    private Text receipt;
    private TreeViewer trace;
    private Font bold;

    ResultPage(FactsEditor editor, FactsModel model) {
        super(editor, model, ID, Messages.pageResult);
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        kit = managed.getToolkit();
        ScrolledForm form = managed.getForm();
        header = Header.of(managed, Messages.pageResult, editor, model.core().lang());
        GridLayoutFactory.fillDefaults().margins(14, 10).numColumns(2).equalWidth(true).spacing(18, 10).applyTo(form.getBody());
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), form);
        bold = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);

        Composite top = section(form.getBody(), Messages.result, 2);
        classTitle = label(top, "");
        classTitle.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD).increaseHeight(4)));
        classTitle.setData("id", "resultpage.class");
        meaning = label(top, "");
        basis = label(top, "");

        createTrace(section(form.getBody(), Messages.reasons, 2));
        Composite open = section(form.getBody(), Messages.missingFacts, 2);
        missing = list(open, Messages.missingFacts, "missing", m -> wording.question(m.fact()),
                m -> m.couldBecome().isEmpty() ? "" : NLS.bind(Messages.couldBecome, String.join(" ; ", m.couldBecome().stream().map(wording::classTitle).toList())));
        missing.onOpen(m -> editor.showQuestion(m.fact()));
        later = label(open, "");
        Composite changes = section(form.getBody(), Messages.whatIf, 2);
        whatIf = list(changes, Messages.whatIf, "whatIf", w -> wording.question(w.fact()),
                w -> NLS.bind(Messages.insteadClass, String.join(Messages.insteadOr, w.answers()), wording.classTitle(w.classId())));
        whatIf.onOpen(w -> editor.showQuestion(w.fact()));
        unmoved = label(changes, "");
        duties = duties(section(form.getBody(), Messages.duties, 2), Messages.duties, "duties");
        french = duties(section(form.getBody(), Messages.frenchLaw, 2), Messages.frenchLaw, "french");
        doubts = label(section(form.getBody(), Messages.doubts, 2), "");
        receipt = text(section(form.getBody(), Messages.receipt, 2), Messages.receipt, 80);
        follow();
    }

    private Composite section(Composite parent, String title, int span) {
        Section section = kit.createSection(parent, ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(title);
        GridDataFactory.fillDefaults().grab(true, false).span(span, 1).applyTo(section);
        Composite client = kit.createComposite(section);
        GridLayoutFactory.fillDefaults().margins(4, 4).spacing(10, 6).applyTo(client);
        section.setClient(client);
        return client;
    }

    private void createTrace(Composite parent) {
        Tree tree = kit.createTree(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        Named.as(Messages.reasons, tree).setData("id", "resultpage.trace");
        GridDataFactory.fillDefaults().grab(true, false).hint(300, 240).applyTo(tree);
        trace = new TreeViewer(tree);
        ColumnViewerToolTipSupport.enableFor(trace);
        trace.setContentProvider(new TraceContent());
        trace.setLabelProvider(new TraceLabels());
        // Enter leads from a fact to its question
        trace.addOpenListener(e -> {
            if (e.getSelection() instanceof IStructuredSelection s && s.getFirstElement() instanceof Trace.Cause.OfFact f)
                editor.showQuestion(f.fact());
        });
    }

    @Override
    protected void show(FactsSnapshot snapshot) {
        header.show(snapshot, getManagedForm().getForm().getBody());
        if (snapshot.read().isEmpty()) {
            text(classTitle, Messages.noResult);
            text(meaning, "");
            text(basis, "");
            return;
        }
        Decision decision = snapshot.read().get().decision();
        getManagedForm().getForm().setRedraw(false);
        try {
            text(classTitle, wording.headline(decision));
            text(meaning, Stream.concat(Stream.of(wording.classMeaning(decision.classId())), wording.remarks(decision).stream()).collect(Collectors.joining("\n")));
            text(basis, decision.basis().isEmpty() ? "" : Messages.basis + " " + wording.articles(decision.basis()));
            trace.setInput(decision);
            trace.expandToLevel(2);
            List<String> now = Progress.of(snapshot.read().get()).decisive();
            show(missing, Messages.missingFacts, decision.missing().stream().filter(m -> now.contains(m.fact())).toList());
            text(later, decision.missing().size() == now.size() ? "" : NLS.bind(Messages.missingLater, decision.missing().size() - now.size()));
            show(whatIf, Messages.whatIf, changes(wording.mostTelling(decision.whatIf())));
            text(unmoved, decision.unmoved().isEmpty() ? "" : NLS.bind(Messages.unmoved, String.join(" ; ", decision.unmoved().stream().map(wording::label).toList())));
            show(duties, Messages.duties, decision.duties());
            show(french, Messages.frenchLaw, decision.frenchLaw());
            text(doubts, decision.doubts().isEmpty() ? Messages.doubtsNone : String.join("\n",
                    decision.doubts().stream().map(d -> "• " + d.text().in(wording.lang()) + " (" + wording.articles(d.source()) + ")").toList()));
            receipt.setText(receipt(decision));
            getManagedForm().reflow(true);
        } finally {
            getManagedForm().getForm().setRedraw(true);
        }
    }

    /** The answers to one question that would lead to one class. */
    private record Change(String fact, String classId, List<String> answers) {
    }

    private List<Change> changes(List<Decision.WhatIf> list) {
        Map<List<String>, List<String>> answers = new LinkedHashMap<>();
        list.forEach(w -> answers.computeIfAbsent(List.of(w.fact(), w.classId()), k -> new ArrayList<>()).add(wording.value(w.fact(), w.to())));
        return answers.entrySet().stream().map(e -> new Change(e.getKey().get(0), e.getKey().get(1), e.getValue())).toList();
    }

    /** The heading says how many. */
    private static <T> void show(Blocks<T> list, String title, List<T> rows) {
        ((Section) list.control().getParent().getParent()).setText(title + " (" + rows.size() + ")");
        list.show(rows);
    }

    private <T> Blocks<T> list(Composite parent, String name, String id, Function<T, String> heading, Function<T, String> words) {
        Blocks<T> list = new Blocks<>(parent, kit, name, "resultpage." + id, heading, words);
        GridDataFactory.fillDefaults().grab(true, false).hint(280, SWT.DEFAULT).applyTo(list.control());
        return list;
    }

    /** Article and bearer, then the duty whole, then from when on. */
    private Blocks<Decision.Duty> duties(Composite parent, String name, String id) {
        Blocks<Decision.Duty> duties = list(parent, name, id, d -> wording.articles(List.of(d.path())) + " — " + wording.bearer(d), d -> d.text().in(wording.lang()) + "\n" + wording.when(d));
        duties.onOpen(d -> editor.explain(d.id()));
        label(parent, Messages.chainHint);
        return duties;
    }

    private Text text(Composite parent, String name, int height) {
        Text text = Named.as(name, kit.createText(parent, "", SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL));
        GridDataFactory.fillDefaults().grab(true, false).hint(280, height).applyTo(text);
        return text;
    }

    /** No words take no room. */
    private static void text(Label label, String text) {
        label.setText(Parts.plain(text));
        label.setVisible(!text.isEmpty());
        ((GridData) label.getLayoutData()).exclude = text.isEmpty();
    }

    private Label label(Composite parent, String text) {
        Label label = kit.createLabel(parent, text.replace("&", "&&"), SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(280, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private String receipt(Decision decision) {
        StringBuilder out = new StringBuilder();
        decision.receipt().ruleSets().forEach(s -> out.append(s.id()).append(" @ ").append(s.version()).append("  SHA-256 ").append(s.sha256()).append('\n'));
        return out.append(decision.receipt().engine()).append("  ").append(wording.date(decision.date())).append('\n').append(Messages.notice).toString();
    }

    // --- the trace as a tree ---------------------------------------------------------------------------------------

    /** A heading over steps with the same outcome. */
    private record Outcome(String title, List<Object> children) {
    }

    private final class TraceContent implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            Decision decision = (Decision) input;
            List<Object> roots = new ArrayList<>();
            List<Trace.Step> waiting = decision.trace().waitingFor(decision.missing().stream().map(Decision.Missing::fact).collect(Collectors.toSet()));
            add(roots, Messages.traceFired, decision, s -> s.outcome() == Truth.TRUE, false);
            add(roots, Messages.traceOpen, decision, waiting::contains, true);
            add(roots, Messages.traceIdle, decision, s -> s.outcome() == Truth.UNKNOWN && !waiting.contains(s), true);
            add(roots, Messages.traceExcluded, decision, s -> s.outcome() == Truth.FALSE, true);
            return roots.toArray();
        }

        private void add(List<Object> roots, String title, Decision decision, Predicate<Trace.Step> which, boolean inStages) {
            List<Trace.Step> steps = decision.trace().steps().stream().filter(which).toList();
            if (!steps.isEmpty())
                roots.add(new Outcome(NLS.bind(title, steps.size()), inStages ? byStage(steps) : List.copyOf(steps)));
        }

        private List<Object> byStage(List<Trace.Step> steps) {
            Map<String, List<Object>> stages = new LinkedHashMap<>();
            steps.forEach(s -> stages.computeIfAbsent(s.rule().stage(), k -> new ArrayList<>()).add(s));
            List<Object> list = new ArrayList<>();
            for (RuleSet set : model.law().ruleSets())
                set.stages().forEach(stage -> {
                    List<Object> of = stages.remove(stage.id());
                    if (of != null)
                        list.add(new Outcome(stage.title().in(wording.lang()) + " (" + of.size() + ")", of));
                });
            return list;
        }

        @Override
        public Object[] getChildren(Object parent) {
            return switch (parent) {
                case Outcome o -> o.children.toArray();
                case Trace.Step s -> s.causes().toArray();
                case Trace.Cause.OfRule r -> model.snapshot().read().flatMap(x -> x.decision().trace().step(r.rule())).map(s -> s.causes().toArray()).orElse(new Object[0]);
                default -> new Object[0];
            };
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return getChildren(element).length > 0;
        }
    }

    private final class TraceLabels extends ColumnLabelProvider {
        @Override
        public String getText(Object element) {
            return switch (element) {
                case Outcome o -> o.title;
                case Trace.Step s -> s.rule().title().in(wording.lang()) + "   [" + wording.articles(s.rule().source()) + "]";
                case Trace.Cause c -> wording.cause(c);
                default -> "";
            };
        }

        @Override
        public String getToolTipText(Object element) {
            return Parts.tip(element instanceof Trace.Step s ? s.rule().summary().in(wording.lang()) : getText(element));
        }

        @Override
        public Font getFont(Object element) {
            return element instanceof Outcome ? bold : null;
        }
    }
}
