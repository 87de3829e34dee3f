package org.etabli.ui.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.FileEditorInput;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.Tasks;
import org.etabli.model.Decision;
import org.etabli.model.Dossier;
import org.etabli.ui.OpenFile;
import org.etabli.ui.form.Header;
import org.etabli.ui.form.Parts;

/** Where the dossier stands and what to do next, readable in two minutes. */
final class OverviewPage extends DecisionPage {
    static final String ID = "overview";
    private static final String GENERATE = "org.etabli.ui.annex.generate";

    private Header header;
    private Label classTitle;
    private Label meaning;
    private Label progress;
    private Label missing;
    private Label remarks;
    private Composite steps;
    private Composite tasks;
    private FormToolkit kit;
    private Parts parts;

    OverviewPage(FactsEditor editor, FactsModel model) {
        super(editor, model, ID, Messages.pageOverview);
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        kit = managed.getToolkit();
        parts = new Parts(kit);
        ScrolledForm form = managed.getForm();
        Optional<Dossier> dossier = editor.dossier();
        header = Header.of(managed, dossier.map(Dossier::title).orElse(editor.dossierName()), editor, model.core().lang());
        GridLayoutFactory.fillDefaults().margins(14, 12).numColumns(2).equalWidth(true).spacing(18, 14).applyTo(form.getBody());
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), form);

        Composite state = parts.section(form.getBody(), Messages.overviewState, 1);
        classTitle = parts.label(state, "");
        classTitle.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD).increaseHeight(3)));
        meaning = parts.label(state, "");
        progress = parts.label(state, "");
        missing = parts.label(state, "");
        remarks = parts.label(state, "");
        remarks.setData("id", "overview.remarks");

        steps = parts.section(form.getBody(), Messages.overviewSteps, 1);
        tasks = parts.section(form.getBody(), Messages.overviewTasks, 2);

        Composite project = parts.section(form.getBody(), Messages.overviewProject, 2);
        GridLayoutFactory.fillDefaults().margins(4, 4).numColumns(2).spacing(12, 5).applyTo(project);
        dossier.ifPresentOrElse(d -> {
            parts.pair(project, Messages.overviewAuthority, authority(d));
            parts.pair(project, Messages.overviewSystem, d.system());
            if (!d.need().isBlank())
                parts.pair(project, Messages.overviewNeed, d.need().strip());
            d.actors().forEach(a -> parts.pair(project, a.role(), a.name() + (a.note().isBlank() ? "" : " — " + a.note().strip())));
            if (!d.sources().isEmpty())
                parts.pair(project, Messages.overviewSources, String.join("\n", d.sources()));
        }, () -> parts.label(project, Messages.overviewNoDossier));
        Composite law = parts.section(form.getBody(), Messages.overviewLaw, 2);
        parts.label(law, wording.lawOf(model.core().lawDay(), dossier.flatMap(Dossier::launch)));
        parts.label(law, Messages.notice);
        follow();
    }

    private static String authority(Dossier d) {
        return d.authority().name() + d.authority().inhabitants().map(n -> " — " + NLS.bind(Messages.overviewInhabitants, String.format("%,d", n))).orElse("");
    }

    @Override
    protected void show(FactsSnapshot snapshot) {
        header.show(snapshot, getManagedForm().getForm().getBody());
        if (snapshot.read().isEmpty()) {
            classTitle.setText(Messages.noResult);
            List.of(meaning, progress, missing, remarks).forEach(l -> l.setText(""));
            return;
        }
        FactsSnapshot.Read read = snapshot.read().get();
        Decision decision = read.decision();
        classTitle.setText(Parts.plain(wording.headline(decision)));
        // what is unlawful is said before all that is to be done, what is presumed after it
        List<String> more = wording.remarks(decision);
        int unlawful = decision.unlawful().size();
        meaning.setText(Parts.plain(Stream.concat(Stream.of(wording.classMeaning(decision.classId())), more.stream().limit(unlawful)).collect(Collectors.joining("\n"))));
        remarks.setText(Parts.plain(more.stream().skip(unlawful).collect(Collectors.joining("\n"))));
        Progress progressed = Progress.of(read);
        progress.setText(Parts.plain(progressed.words()));
        List<String> now = Stream.concat(progressed.decisive().stream(), progressed.shaping().stream()).limit(5).map(f -> "• " + wording.question(f)).toList();
        missing.setText(Parts.plain(now.isEmpty() ? "" : Messages.overviewNow + "\n" + String.join("\n", now)));
        steps(read);
        tasks(read);
        getManagedForm().reflow(true);
        // what keeps its size is not laid out by the form
        steps.layout(true);
        tasks.layout(true, true);
    }

    private void steps(FactsSnapshot.Read read) {
        for (var child : steps.getChildren())
            child.dispose();
        List<Step> list = new ArrayList<>();
        Progress.of(read).next().ifPresent(f -> list.add(new Step(NLS.bind(Messages.nextQuestion, wording.question(f)), () -> editor.showQuestion(f))));
        list.add(new Step(Messages.stepFacts, () -> editor.setActivePage(FactsPage.ID)));
        list.add(new Step(Messages.stepResult, () -> editor.showPage(ResultPage.ID)));
        list.add(new Step(Messages.stepCalendar, () -> editor.showPage(CalendarPage.ID)));
        list.add(new Step(Messages.stepCompare, () -> editor.showPage(ComparePage.ID)));
        list.add(new Step(Messages.stepCharter, () -> open(DossierFile.CHARTER)));
        list.add(new Step(Messages.stepAssess, () -> open(DossierFile.ASSESSMENT)));
        list.add(new Step(Messages.stepConsult, () -> open(DossierFile.INVOLVEMENT)));
        list.add(new Step(Messages.stepAnnexes, () -> command(GENERATE)));
        list.add(new Step(Messages.stepDossier, this::identity));
        list.forEach(step -> parts.link(steps, step.text, step.action));
    }

    /** Person by person: what they are to be asked, the late ones first, and the text to send them. */
    private void tasks(FactsSnapshot.Read read) {
        for (var child : tasks.getChildren())
            child.dispose();
        Map<String, List<Tasks.Task>> people = QuestionLetters.people(read, model.core().today());
        Control section = tasks.getParent();
        section.setVisible(!people.isEmpty());
        ((GridData) section.getLayoutData()).exclude = people.isEmpty();
        QuestionLetters letters = new QuestionLetters(editor);
        people.forEach((who, list) -> {
            Label name = parts.label(tasks, NLS.bind(Messages.tasksOf, who.isEmpty() ? Messages.tasksNobody : who, list.size()));
            name.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            list.forEach(t -> parts.link(tasks, task(t), () -> editor.showQuestion(t.fact())));
            Composite both = kit.createComposite(tasks);
            GridLayoutFactory.fillDefaults().numColumns(2).spacing(18, 0).extendedMargins(0, 0, 0, 6).applyTo(both);
            for (Hyperlink link : List.of(parts.link(both, Messages.tasksCopy, () -> letters.copy(who, list)), parts.link(both, Messages.tasksSave, () -> letters.save(who, list))))
                GridDataFactory.fillDefaults().applyTo(link);
        });
    }

    private String task(Tasks.Task task) {
        String question = wording.question(task.fact());
        return task.ask().by().map(d -> NLS.bind(task.overdue() ? Messages.taskLate : Messages.taskBy, question, wording.date(d))).orElse(question);
    }

    private record Step(String text, Runnable action) {
    }

    private void command(String id) {
        try {
            editor.getSite().getService(IHandlerService.class).executeCommand(id, null);
        } catch (CommandException e) {
            ILog.get().error(id, e);
        }
    }

    private void identity() {
        if (editor.getEditorInput() instanceof FileEditorInput input)
            OpenFile.identity(input.getFile().getProject(), editor.getSite().getPage());
    }

    private void open(DossierFile<?> file) {
        if (editor.getEditorInput() instanceof FileEditorInput input)
            OpenFile.open(file, input.getFile().getProject(), editor.getSite().getPage());
    }
}
