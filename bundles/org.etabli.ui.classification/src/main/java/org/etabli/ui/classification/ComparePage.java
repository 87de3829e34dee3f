package org.etabli.ui.classification;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.etabli.annex.Wording;
import org.etabli.dossier.LawLibrary;
import org.etabli.model.Days;
import org.etabli.model.Decision;
import org.etabli.model.Dossier;
import org.etabli.model.Facts;
import org.etabli.model.InvalidInputException;
import org.etabli.model.RuleSet;
import org.etabli.rules.Comparison;
import org.etabli.rules.DutyCalendar;
import org.etabli.rules.Law;
import org.etabli.ui.form.DayField;
import org.etabli.ui.form.Header;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.TextTable;

/** The same facts on two days, and if wanted under two states of the law: what changes from one to the other. */
final class ComparePage extends FormPage {
    static final String ID = "compare";
    /** Enough to gather the keys of a date. */
    private static final int DELAY_MILLIS = 150;

    private final FactsEditor editor;
    private final FactsModel model;
    private Header header;
    private Composite body;
    private Side before;
    private Side after;
    private Text problem;
    private TextTable<Line> changes;
    private Text detail;
    private final Job job;
    private volatile Request request;
    /** The last request whose answer is shown. */
    private Request shown;
    /** Whether there are days to choose from yet. */
    private boolean offered;

    /** One side as it is chosen: a day, and a state of the law where one is asked for by name. */
    private record Choice(LocalDate day, Optional<String> version) {
    }

    /** A row of the table. */
    private record Line(String subject, String words) {
    }

    private record Request(Facts facts, Choice before, Choice after) {
    }

    ComparePage(FactsEditor editor, FactsModel model) {
        super(editor, ID, Messages.pageCompare);
        this.editor = editor;
        this.model = model;
        this.job = Job.create(Messages.compareJob, (ICoreRunnable) monitor -> compare(request));
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        FormToolkit kit = managed.getToolkit();
        ScrolledForm form = managed.getForm();
        header = Header.of(managed, Messages.compareTitle, editor, model.core().lang());
        body = form.getBody();
        GridLayoutFactory.fillDefaults().margins(12, 8).numColumns(2).equalWidth(true).spacing(18, 8).applyTo(body);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), form);
        Font large = resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD).increaseHeight(2));
        before = new Side(kit, Messages.compareBefore, Messages.compareBeforeDay, Messages.compareBeforeLaw, "before", large);
        after = new Side(kit, Messages.compareAfter, Messages.compareAfterDay, Messages.compareAfterLaw, "after", large);
        problem = kit.createText(body, "", SWT.WRAP | SWT.READ_ONLY | SWT.MULTI);
        Named.as(Messages.compareProblem, problem).setData("id", "compare.problem");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, SWT.DEFAULT).exclude(true).applyTo(problem);
        problem.setVisible(false);
        createTable(kit);
        detail = kit.createText(body, "", SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        Named.as(Messages.calendarDetail, detail).setData("id", "compare.detail");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, 54).applyTo(detail);
        model.listen(s -> {
            if (isActive())
                show();
        });
    }

    @Override
    public void setActive(boolean active) {
        super.setActive(active);
        if (active)
            show();
    }

    @Override
    public void setFocus() {
        if (before != null)
            before.day.setFocus();
    }

    @Override
    public void dispose() {
        job.cancel();
        super.dispose();
    }

    private void createTable(FormToolkit kit) {
        changes = new TextTable<>(body, kit, Messages.compareTitle, "compare.table");
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(400, 140).applyTo(changes.control());
        changes.column(Messages.columnSubject, 16, Line::subject).column(Messages.columnChange, 84, Line::words);
        changes.onSelect(l -> detail.setText(l.map(Line::words).orElse("")));
    }

    // --- what can be chosen ----------------------------------------------------------------------------------------

    /** A day and a state of the law, with the class they lead to. */
    private final class Side {
        private final Combo day;
        private final Combo state;
        private final Label classTitle;
        private final Label law;
        private final Map<String, LocalDate> days = new LinkedHashMap<>();
        private List<String> states = List.of();

        Side(FormToolkit kit, String title, String dayLabel, String stateLabel, String id, Font large) {
            Section section = kit.createSection(body, ExpandableComposite.TITLE_BAR);
            section.setText(title);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
            Composite client = kit.createComposite(section);
            section.setClient(client);
            GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 4).spacing(8, 6).applyTo(client);
            Label dayName = kit.createLabel(client, dayLabel);
            day = combo(client, kit, SWT.DROP_DOWN);
            Named.by(dayName, day).setData("id", "compare.day." + id);
            Label stateName = kit.createLabel(client, stateLabel);
            state = combo(client, kit, SWT.DROP_DOWN | SWT.READ_ONLY);
            Named.by(stateName, state).setData("id", "compare.law." + id);
            classTitle = kit.createLabel(client, "", SWT.WRAP);
            classTitle.setFont(large);
            classTitle.setData("id", "compare.class." + id);
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(200, SWT.DEFAULT).applyTo(classTitle);
            law = kit.createLabel(client, "", SWT.WRAP);
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(200, SWT.DEFAULT).applyTo(law);
        }

        private Combo combo(Composite parent, FormToolkit kit, int style) {
            Combo combo = new Combo(parent, style);
            kit.adapt(combo, true, false);
            GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(combo);
            combo.addListener(SWT.Modify, e -> show());
            return combo;
        }

        /** @param versions the states of the law by name, with what to call them */
        void offer(Map<LocalDate, String> presets, Map<String, String> versions, LocalDate chosen) {
            presets.forEach((d, label) -> {
                days.put(label, d);
                day.add(label);
            });
            states = List.copyOf(versions.keySet());
            state.add(Messages.compareLawOfDay);
            versions.values().forEach(state::add);
            state.select(0);
            choose(chosen);
        }

        void choose(LocalDate chosen) {
            day.setText(days.entrySet().stream().filter(e -> e.getValue().equals(chosen)).map(Map.Entry::getKey).findFirst()
                    .orElseGet(() -> Days.digits(chosen, model.core().lang())));
        }

        Optional<Choice> choice() {
            Optional<LocalDate> chosen = Optional.ofNullable(days.get(day.getText())).or(() -> Days.read(day.getText()));
            return chosen.map(d -> new Choice(d, state.getSelectionIndex() <= 0 ? Optional.empty() : Optional.of(states.get(state.getSelectionIndex() - 1))));
        }

        /** @return whether there was something to be cleared */
        boolean clear() {
            boolean filled = !classTitle.getText().isEmpty();
            classTitle.setText("");
            law.setText("");
            return filled;
        }

        boolean tell(Decision decision, Law applied, Wording wording) {
            String shownBefore = classTitle.getText() + law.getText();
            classTitle.setText(wording.headline(decision).replace("&", "&&"));
            law.setText(applied.ruleSets().stream().map(s -> s.title().in(wording.lang())).collect(Collectors.joining("\n")).replace("&", "&&"));
            return !shownBefore.equals(classTitle.getText() + law.getText());
        }
    }

    /** Every day on which something changes by what is known: today, the calendar, the states of the law, the launch of the tender. */
    private void presets() {
        Wording wording = new Wording(model.law(), model.core().lang());
        LocalDate today = model.core().today();
        LawLibrary library = model.core().library();
        Map<LocalDate, List<String>> reasons = new TreeMap<>();
        reasons.computeIfAbsent(today, d -> new ArrayList<>()).add(Messages.presetToday);
        Optional<DutyCalendar> calendar = model.snapshot().read().map(r -> DutyCalendar.of(r.decision()));
        calendar.ifPresent(c -> c.days().forEach(d -> reasons.computeIfAbsent(d.date(), x -> new ArrayList<>()).add(Messages.presetCalendar)));
        Map<String, String> states = new LinkedHashMap<>();
        for (String law : library.packs())
            for (String version : library.versions(law)) {
                states.put(law + "@" + version, NLS.bind(Messages.compareState, wording.date(LocalDate.parse(version)), law));
                reasons.computeIfAbsent(LocalDate.parse(version), x -> new ArrayList<>()).add(Messages.presetLaw);
            }
        editor.dossier().flatMap(Dossier::procedure).flatMap(Dossier.Procedure::launch)
                .ifPresent(d -> reasons.computeIfAbsent(d, x -> new ArrayList<>()).add(Messages.presetLaunch));
        Map<LocalDate, String> labels = new LinkedHashMap<>();
        reasons.forEach((day, why) -> labels.put(day, wording.date(day) + " (" + String.join(", ", why) + ")"));
        // today and the next change; where none is to come, the last change that the known law covers and today
        Optional<LocalDate> next = calendar.flatMap(c -> c.after(today).stream().findFirst()).map(DutyCalendar.Day::date);
        LocalDate oldest = library.packs().stream().flatMap(l -> library.versions(l).stream()).map(LocalDate::parse).min(LocalDate::compareTo).orElse(today);
        Optional<LocalDate> last = reasons.keySet().stream().filter(d -> d.isBefore(today) && !d.isBefore(oldest)).reduce((a, b) -> b);
        before.offer(labels, states, next.isPresent() ? today : last.orElse(today));
        after.offer(labels, states, next.orElse(today));
    }

    void choose(LocalDate first, LocalDate second) {
        before.choose(first);
        after.choose(second);
    }

    // --- what changes ----------------------------------------------------------------------------------------------

    private void show() {
        if (after == null || body.isDisposed())
            return;
        header.show(model.snapshot(), body);
        if (model.snapshot().read().isEmpty() || !isActive())
            return;
        // the days to offer stand in the decision: without one the choice would depend on which of the two was there first
        if (!offered) {
            offered = true;
            presets();
        }
        Optional<Choice> first = before.choice();
        Optional<Choice> second = after.choice();
        if (first.isEmpty() || second.isEmpty()) {
            request = null;
            shown = null;
            job.cancel();
            refuse(DayField.notADay((first.isEmpty() ? before : after).day.getText()));
            return;
        }
        Request wanted = new Request(model.snapshot().read().get().facts(), first.get(), second.get());
        if (wanted.equals(shown))
            return;
        request = wanted;
        job.cancel();
        job.schedule(DELAY_MILLIS);
    }

    /** Off the UI thread: a state of the law that nobody used yet has to be read first. */
    private void compare(Request wanted) {
        if (wanted == null)
            return;
        try {
            Law first = law(wanted.before);
            Law second = law(wanted.after);
            Comparison comparison = Comparison.between(first.decide(editor.dossierName(), wanted.facts, wanted.before.day),
                    second.decide(editor.dossierName(), wanted.facts, wanted.after.day));
            answer(wanted, () -> show(comparison, first, second));
        } catch (InvalidInputException e) {
            answer(wanted, () -> refuse(e.findings().get(0).message().in(model.core().lang())));
        } catch (IOException e) {
            ILog.get().error("comparison", e);
            answer(wanted, () -> refuse(String.valueOf(e.getMessage())));
        }
    }

    private Law law(Choice choice) throws IOException, InvalidInputException {
        return model.core().library().law(choice.day, choice.version);
    }

    private void answer(Request wanted, Runnable show) {
        editor.getSite().getShell().getDisplay().asyncExec(() -> {
            if (!body.isDisposed() && wanted.equals(request)) {
                shown = wanted;
                show.run();
            }
        });
    }

    private void show(Comparison comparison, Law first, Law second) {
        Wording wording = new Wording(second, model.core().lang());
        boolean otherWords = before.tell(comparison.before(), first, new Wording(first, model.core().lang()))
                | after.tell(comparison.after(), second, wording) | tell(onOneSideOnly(first, second));
        if (otherWords)
            body.layout(true, true);
        changes.show(comparison.changes().isEmpty() ? List.of(new Line("", Messages.compareNothing))
                : comparison.changes().stream().map(c -> new Line(subject(c.kind()), wording.change(comparison, c))).toList());
    }

    /** A law that Établi knows only from some day on would seem to begin there. */
    private String onOneSideOnly(Law first, Law second) {
        List<RuleSet> one = new ArrayList<>(first.ruleSets());
        List<RuleSet> other = new ArrayList<>(second.ruleSets());
        one.removeIf(s -> second.ruleSets().stream().anyMatch(o -> o.id().equals(s.id())));
        other.removeIf(s -> first.ruleSets().stream().anyMatch(o -> o.id().equals(s.id())));
        one.addAll(other);
        return one.stream().map(s -> NLS.bind(Messages.compareOneSide, s.title().in(model.core().lang()))).collect(Collectors.joining("\n"));
    }

    /**
     * What is wrong with the choice, or to be known about it. An empty table stands for "not compared".
     *
     * @return whether these are other words than before
     */
    private boolean tell(String words) {
        changes.show(List.of());
        detail.setText("");
        if (problem.getText().equals(words))
            return false;
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
        ((GridData) problem.getLayoutData()).exclude = words.isEmpty();
        return true;
    }

    private void refuse(String why) {
        // what stood there was said of other days
        boolean cleared = before.clear() | after.clear();
        if (tell(why) | cleared)
            body.layout(true, true);
    }

    private static String subject(Comparison.Kind kind) {
        return switch (kind) {
            case CLASS, CLASS_ADDED, CLASS_GONE -> Messages.subjectClass;
            case DUTY_NEW, DUTY_GONE, DUTY_BEGINS, DUTY_ENDS, DUTY_MOVES, DUTY_SETTLED, DUTY_OPEN, DUTY_REWORDED -> Messages.columnDuty;
            case ROLE_ADDED, ROLE_GONE -> Messages.subjectRole;
            case FRIA -> Messages.subjectFria;
            case DOUBT_ADDED, DOUBT_GONE -> Messages.subjectDoubt;
            case MISSING_ADDED, MISSING_GONE -> Messages.subjectMissing;
        };
    }
}
