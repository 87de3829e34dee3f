package org.etabli.ui.charter.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.annex.Wording;
import org.etabli.dossier.AssessmentEdits;
import org.etabli.model.Assessment.Judgement;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Charter;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Trace;
import org.etabli.rules.CharterReview.Line;
import org.etabli.ui.form.DayField;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.Shades;
import org.etabli.ui.form.TextField;
import org.etabli.ui.form.YamlModel;
import org.etabli.yaml.TextEdit;
import org.etabli.yaml.YamlText;

/** One commitment: what it asks, what the facts say about it, and the judgement with its reason, its evidence and whoever gave it. */
final class JudgementPane {
    private static final int MARGIN = 10;
    /** GTK lays the scroll bar over the text when it appears after the layout. */
    private static final int SCROLL_BAR = 24;

    private final FormToolkit kit;
    private final AssessmentEditor editor;
    private final AssessmentModel model;
    private final Parts parts;
    private final ScrolledForm form;
    private final Label title;
    private final Label level;
    private final Label text;
    private final Label expected;
    private final Composite facts;
    private final List<Button> verdicts = new ArrayList<>();
    private final List<Entry> fields = new ArrayList<>();
    private DayField on;
    private Optional<Line> shown = Optional.empty();
    private List<Object> factsShown = List.of();
    private boolean showing;

    /** A text field with the words that the document has for it. */
    private record Entry(TextField field, Function<Judgement, String> said) {
    }

    private interface Making {
        Optional<TextEdit> edit(YamlText text, String commitment) throws InvalidInputException;
    }

    JudgementPane(Composite parent, FormToolkit kit, AssessmentEditor editor, AssessmentModel model) {
        this.kit = kit;
        this.editor = editor;
        this.model = model;
        this.parts = new Parts(kit);
        form = kit.createScrolledForm(parent);
        form.setExpandHorizontal(true);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), form);
        Composite body = form.getBody();
        GridLayoutFactory.fillDefaults().extendedMargins(MARGIN, SCROLL_BAR, MARGIN, MARGIN).spacing(6, 8).applyTo(body);
        title = parts.label(body, "");
        title.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD).increaseHeight(1)));
        title.setData("id", "judgement.title");
        level = parts.label(body, "");
        level.setForeground(Shades.of(form, Shades.PALE));
        text = parts.label(body, "");
        expected = parts.label(body, "");
        facts = parts.section(body, Messages.whatFactsSay, 1);
        verdicts(parts.section(body, Messages.verdictSection, 1));
        fields(body);
        body.setVisible(false);
    }

    private void verdicts(Composite section) {
        Composite row = kit.createComposite(section);
        // in a narrow window on two lines
        RowLayoutFactory.fillDefaults().spacing(14).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(row);
        for (Verdict verdict : Verdict.values()) {
            Button button = kit.createButton(row, Words.verdict(verdict, model.core().lang()), SWT.RADIO);
            button.setData("verdict", verdict);
            button.setData("id", "verdict." + verdict.code());
            button.addListener(SWT.Selection, e -> {
                if (!showing && button.getSelection())
                    judge(verdict);
            });
            verdicts.add(button);
        }
    }

    /** What was not judged and has nothing else to it leaves no line behind. */
    private void judge(Verdict verdict) {
        boolean nothing = verdict == Verdict.UNKNOWN && shown.map(l -> model.snapshot().judgement(l.commitment().id()))
                .filter(j -> j.reason().isEmpty() && j.evidence().isEmpty() && j.by().isEmpty() && j.on().isEmpty()).isPresent();
        edit((t, id) -> nothing ? AssessmentEdits.remove(t, id) : Optional.of(AssessmentEdits.verdict(t, id, verdict)), this::refresh);
    }

    private void fields(Composite body) {
        Composite grid = kit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 6).applyTo(grid);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(grid);
        field(grid, Messages.fieldReason, "reason", 4, Judgement::reason, (t, id) -> words -> AssessmentEdits.reason(t, id, words));
        field(grid, Messages.fieldEvidence, "evidence", 3, j -> String.join("\n", j.evidence()),
                (t, id) -> words -> AssessmentEdits.evidence(t, id, words.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()));
        field(grid, Messages.fieldBy, "by", 1, j -> j.by().orElse(""), (t, id) -> words -> AssessmentEdits.by(t, id, words));
        Label name = label(grid, Messages.fieldOn, 1);
        on = new DayField(grid, kit, model.core().lang(), editor::tell, d -> {
            if (!showing)
                edit((t, id) -> AssessmentEdits.on(t, id, d), this::refresh);
        });
        Named.by(name, on.control()).setData("id", "judgement.on");
        // room for the sign of a wrong day
        GridDataFactory.swtDefaults().hint(96, SWT.DEFAULT).applyTo(on.control());
        Button me = kit.createButton(grid, Messages.me, SWT.PUSH);
        me.setToolTipText(Parts.tip(Messages.meHelp));
        me.setData("id", "judgement.me");
        me.addListener(SWT.Selection, e -> edit((t, id) -> Optional.of(AssessmentEdits.signed(t, id, user(), today())), this::refresh));
    }

    private interface Field {
        Optional<TextEdit> edit(String words) throws InvalidInputException;
    }

    private void field(Composite parent, String label, String id, int lines, Function<Judgement, String> said, BiFunction<YamlText, String, Field> making) {
        Label name = label(parent, label, lines);
        Text control = Named.by(name, kit.createText(parent, "", SWT.BORDER | (lines > 1 ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.NONE)));
        control.setData("id", "judgement." + id);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(60, lines > 1 ? lines * control.getLineHeight() : SWT.DEFAULT).applyTo(control);
        TextField[] field = new TextField[1];
        field[0] = new TextField(control, words -> edit((t, commitment) -> making.apply(t, commitment).edit(words), () -> field[0].refuse(YamlModel.refused())));
        fields.add(new Entry(field[0], said));
    }

    private Label label(Composite parent, String words, int lines) {
        Label label = kit.createLabel(parent, words, SWT.WRAP);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, lines > 1 ? SWT.BEGINNING : SWT.CENTER).hint(84, SWT.DEFAULT).indent(0, lines > 1 ? 3 : 0).applyTo(label);
        return label;
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    private LocalDate today() {
        return model.core().today();
    }

    private void edit(Making making, Runnable refused) {
        shown.ifPresent(l -> model.edit(t -> making.edit(t, l.commitment().id()), () -> {
            editor.tell(YamlModel.refused());
            refused.run();
        }));
    }

    // --- what it shows ---------------------------------------------------------------------------------------------

    /** Shows a commitment; nothing is laid out again while what stands there stays as high. */
    void show(Optional<Line> line, AssessmentSnapshot snapshot) {
        boolean other = !line.map(l -> l.commitment().id()).equals(shown.map(l -> l.commitment().id()));
        if (other)
            commit();
        Optional<Charter.Commitment> before = shown.map(Line::commitment);
        shown = line;
        if (form.getBody().getVisible() != line.isPresent())
            form.getBody().setVisible(line.isPresent());
        if (line.isEmpty())
            return;
        showing = true;
        try {
            boolean relayout = facts(line.get(), snapshot);
            if (!before.equals(line.map(Line::commitment))) {
                commitment(line.get().commitment());
                relayout = true;
            }
            judgement(snapshot.judgement(line.get().commitment().id()), other);
            if (relayout && form.getSize().x > 0)
                form.reflow(true);
            if (other)
                form.setOrigin(0, 0);
        } finally {
            showing = false;
        }
    }

    private void commitment(Charter.Commitment commitment) {
        title.setText(Parts.plain(commitment.title()));
        String binding = Words.level(commitment, model.core().lang());
        level.setText(Parts.plain(commitment.responsible().map(r -> NLS.bind(Messages.levelAndResponsible, binding, r)).orElse(binding)));
        text.setText(Parts.plain(commitment.text()));
        expected.setText(Parts.plain(Messages.expected + "\n" + String.join("\n", commitment.evidence().stream().map(e -> "• " + e).toList())));
        CharterNotice.seen(expected, !commitment.evidence().isEmpty());
    }

    private void judgement(Judgement judgement, boolean other) {
        for (Button b : verdicts) {
            boolean selected = b.getData("verdict") == judgement.verdict();
            if (b.getSelection() != selected)
                b.setSelection(selected);
        }
        for (Entry w : fields)
            if (other)
                w.field.showOther(w.said.apply(judgement));
            else
                w.field.show(w.said.apply(judgement));
        if (other)
            on.showOther(judgement.on());
        else
            on.show(judgement.on());
    }

    /** What the facts say, each with the way to its question. */
    private boolean facts(Line line, AssessmentSnapshot snapshot) {
        List<Object> fresh = List.of(line.commitment(), line.proposed(), line.because(), line.isConflict(), line.proposed().equals(Optional.of(line.verdict())));
        if (fresh.equals(factsShown))
            return false;
        factsShown = fresh;
        for (Control child : facts.getChildren())
            child.dispose();
        Wording wording = snapshot.beside().wording(model.core()).orElseThrow();
        List<String> questions = Causes.asked(line.commitment()).stream().toList();
        boolean anything = line.proposed().isPresent() || !questions.isEmpty();
        CharterNotice.seen(facts.getParent(), anything);
        if (line.proposed().isPresent())
            proposal(line, line.proposed().get(), wording);
        else if (anything) {
            parts.label(facts, Messages.factsSayNothing);
            questions.forEach(q -> question(q, wording.question(q)));
        }
        facts.layout(true);
        return true;
    }

    private void proposal(Line line, Verdict proposed, Wording wording) {
        String verdict = wording.verdict(proposed);
        Label says = parts.label(facts, line.isConflict() ? Messages.factsContradict : line.verdict() == proposed ? Messages.factsAgree
                : NLS.bind(Messages.factsPropose, verdict));
        says.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        says.setData("id", "judgement.facts");
        for (Trace.Cause cause : line.because())
            Causes.question(cause).ifPresentOrElse(f -> question(f, wording.cause(cause)), () -> indented(parts.label(facts, wording.cause(cause))));
        if (line.verdict() == proposed)
            return;
        Button accept = kit.createButton(facts, NLS.bind(Messages.accept, verdict), SWT.PUSH);
        accept.setData("id", "judgement.accept");
        accept.setToolTipText(Parts.tip(Messages.acceptHelp));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(0, 2).applyTo(accept);
        List<String> evidence = line.because().stream().map(c -> NLS.bind(Messages.factAsEvidence, wording.cause(c))).toList();
        accept.addListener(SWT.Selection, e -> edit((t, id) -> Optional.of(AssessmentEdits.accept(t, id, proposed, evidence, user(), today())), this::refresh));
    }

    private void question(String fact, String words) {
        Control link = parts.link(facts, words, () -> editor.openQuestion(fact));
        link.setData("id", "judgement.question." + fact);
        link.setToolTipText(Messages.openQuestion);
        indented(link);
    }

    private static void indented(Control control) {
        ((GridData) control.getLayoutData()).horizontalIndent = 18;
    }

    private void refresh() {
        show(shown.flatMap(l -> model.snapshot().line(l.commitment().id())), model.snapshot());
    }

    /** What was typed goes into the document. */
    void commit() {
        fields.forEach(w -> w.field.commit());
        on.commit();
    }

    void setFocus() {
        verdicts.stream().filter(Button::getSelection).findFirst().ifPresent(Control::setFocus);
    }
}
