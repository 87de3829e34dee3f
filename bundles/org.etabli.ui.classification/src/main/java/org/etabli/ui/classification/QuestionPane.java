package org.etabli.ui.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.annex.Wording;
import org.etabli.model.Fact;
import org.etabli.model.Question;
import org.etabli.model.Question.AnswerType;
import org.etabli.model.Value;
import org.etabli.ui.Settings;
import org.etabli.ui.form.DayField;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Shades;
import org.etabli.ui.form.YamlModel;
import org.etabli.yaml.YamlEdits;

/** One question: what it means, the answer, whom to ask for it, examples, and who gave it on what evidence. */
final class QuestionPane {
    private static final String UNKNOWN = "unknown";
    private static final int MARGIN = 10;
    /** What wrapped words ask for; they get the width of the pane, which may be a third of a small window. */
    private static final int NARROW = 160;
    /** From the box of an option to its words. */
    private static final int INDENT = 24;
    /** GTK lays the scroll bar over the text when it appears after the layout. */
    private static final int SCROLL_BAR = 24;

    private final FormToolkit kit;
    private final FactsModel model;
    private final Wording wording;
    private final ScrolledForm form;
    private final Font bold;
    private final Consumer<String> tell;
    private final Consumer<String> explain;
    private final List<Button> choices = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private DayField on;
    private DayField askBy;
    /** Who is to be asked; only seen while the answer is open. Its room, the last, is kept, so that an answer moves nothing. */
    private Composite ask;
    private Text number;
    private Question question;
    private boolean showing;

    /** A text field of a fact, with the value the document has for it. */
    private record Field(Text widget, Function<Fact, String> shown, String... path) {
    }

    /**
     * @param tell    says in the status line what is wrong with a field
     * @param explain shows what an answer is for
     */
    QuestionPane(Composite parent, FormToolkit kit, FactsModel model, Wording wording, Consumer<String> tell, Consumer<String> explain) {
        this.tell = tell;
        this.explain = explain;
        this.kit = kit;
        this.model = model;
        this.wording = wording;
        form = kit.createScrolledForm(parent);
        form.setExpandHorizontal(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(NARROW, 200).applyTo(form);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), form);
        bold = resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD).increaseHeight(1));
        GridLayoutFactory.fillDefaults().extendedMargins(MARGIN, SCROLL_BAR, MARGIN, MARGIN).spacing(6, 6).applyTo(form.getBody());
    }

    /** Shows a question; nothing is built again when it is shown already. */
    void show(Question shown, FactsSnapshot snapshot) {
        if (shown.equals(question)) {
            refresh(snapshot);
            return;
        }
        commitFields();
        question = shown;
        form.setRedraw(false);
        try {
            for (Control child : form.getBody().getChildren())
                child.dispose();
            choices.clear();
            fields.clear();
            number = null;
            build();
            refresh(snapshot);
            // without a size there is nothing to lay out yet, and measuring words takes long
            if (form.getSize().x > 0)
                form.reflow(true);
            form.setOrigin(0, 0);
        } finally {
            form.setRedraw(true);
        }
    }

    void setFocus() {
        choices.stream().filter(Button::getSelection).findFirst().or(() -> choices.stream().findFirst()).ifPresentOrElse(Control::setFocus,
                () -> {
                    if (number != null)
                        number.setFocus();
                });
    }

    private void build() {
        Composite body = form.getBody();
        wrapped(body, question.text().in(wording.lang())).setFont(bold);
        wrapped(body, question.meaning().in(wording.lang()));
        Composite answers = kit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(question.type() == AnswerType.YES_NO ? 3 : 1).spacing(12, 2).applyTo(answers);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(answers);
        switch (question.type()) {
            case YES_NO -> {
                choice(answers, SWT.RADIO, "yes", Messages.yes, "");
                choice(answers, SWT.RADIO, "no", Messages.no, "");
                choice(answers, SWT.RADIO, UNKNOWN, Messages.unknown, "");
            }
            case ONE_OF -> {
                options(answers, SWT.RADIO);
                choice(answers, SWT.RADIO, UNKNOWN, Messages.unknown, "");
            }
            case ANY_OF -> {
                options(answers, SWT.CHECK);
                choice(answers, SWT.CHECK, UNKNOWN, Messages.unknownOthers, "");
            }
            case NUMBER -> number(answers);
        }
        if (!question.yes().isEmpty() || !question.no().isEmpty())
            examples(body);
        fields(body);
        Label articles = wrapped(body, Messages.basis + " " + wording.articles(question.articles()));
        articles.setForeground(Shades.of(form, Shades.PALE));
        Hyperlink chain = kit.createHyperlink(body, Messages.chain, SWT.NONE);
        chain.setData("id", "question.chain");
        chain.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(e -> explain.accept(question.id())));
        ask(body);
    }

    /** "None of these" comes first: it is the usual answer, and would be out of sight below a long list. */
    private void options(Composite answers, int style) {
        Stream.concat(question.options().stream().filter(Question.Option::none), question.options().stream().filter(o -> !o.none()))
                .forEach(o -> choice(answers, style, o.id(), o.text().in(wording.lang()), o.meaning().in(wording.lang())));
    }

    private Label wrapped(Composite parent, String text) {
        Label label = kit.createLabel(parent, text.replace("&", "&&"), SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private void choice(Composite parent, int style, String value, String text, String meaning) {
        Button button = kit.createButton(parent, "", style | SWT.WRAP);
        // our own words have their mnemonic, options have none
        button.setText(question.type() == AnswerType.YES_NO || value.equals(UNKNOWN) ? text : text.replace("&", "&&"));
        button.setData("value", value);
        button.setData("id", "answer." + question.id() + "." + value);
        choices.add(button);
        if (question.type() != AnswerType.YES_NO)
            GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(button);
        if (!meaning.isEmpty()) {
            Label label = wrapped(parent, meaning);
            label.setForeground(Shades.of(form, Shades.PALE));
            GridDataFactory.fillDefaults().grab(true, false).indent(INDENT, 0).hint(NARROW - INDENT, SWT.DEFAULT).applyTo(label);
        }
        button.addListener(SWT.Selection, e -> {
            if (!showing && (style == SWT.CHECK || button.getSelection()))
                answer(button);
        });
    }

    private void answer(Button button) {
        String value = (String) button.getData("value");
        if (question.type() != AnswerType.ANY_OF) {
            model.answer(question.id(), YamlEdits.words(value), this::refused);
            return;
        }
        TreeSet<String> selected = new TreeSet<>();
        choices.stream().filter(Button::getSelection).map(b -> (String) b.getData("value")).forEach(selected::add);
        boolean none = question.option(value).map(Question.Option::none).orElse(false);
        if (button.getSelection() && none)
            selected.retainAll(List.of(value));
        else
            question.options().stream().filter(Question.Option::none).map(Question.Option::id).forEach(selected::remove);
        // in the order of the question, not of the alphabet
        List<String> ordered = new ArrayList<>(question.options().stream().map(Question.Option::id).filter(selected::contains).toList());
        if (selected.contains(UNKNOWN))
            ordered.add(UNKNOWN);
        model.answer(question.id(), ordered.isEmpty() || ordered.equals(List.of(UNKNOWN)) ? YamlEdits.words(UNKNOWN) : new YamlEdits.Content.WordList(ordered),
                this::refused);
    }

    private void number(Composite parent) {
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(parent);
        number = kit.createText(parent, "", SWT.BORDER);
        Named.as(question.text().in(wording.lang()), number).setData("id", "answer." + question.id());
        GridDataFactory.fillDefaults().hint(120, SWT.DEFAULT).applyTo(number);
        kit.createLabel(parent, question.unit());
        number.addListener(SWT.FocusOut, e -> commitNumber());
        number.addListener(SWT.DefaultSelection, e -> commitNumber());
    }

    private void commitNumber() {
        String text = number.getText().strip().replace(" ", "").replace("\u00A0", "").replace("\u202F", "").replace(',', '.');
        if (showing || text.equals(shownNumber(model.snapshot())))
            return;
        if (text.isEmpty())
            model.answer(question.id(), YamlEdits.words(UNKNOWN), this::refused);
        else if (text.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?"))
            model.answer(question.id(), new YamlEdits.Content.Number(text), this::refused);
        else
            number.setText(shownNumber(model.snapshot()));
    }

    private String shownNumber(FactsSnapshot snapshot) {
        return snapshot.read().map(r -> r.facts().value(question.id())).filter(Value.Quantity.class::isInstance).map(Value::code).orElse("");
    }

    private void examples(Composite body) {
        Composite table = kit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 3).equalWidth(true).applyTo(table);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(table);
        Label yes = kit.createLabel(table, Messages.examplesYes);
        yes.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        Label no = kit.createLabel(table, Messages.examplesNo);
        no.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        for (int i = 0; i < Math.max(question.yes().size(), question.no().size()); i++) {
            example(table, question.yes(), i);
            example(table, question.no(), i);
        }
    }

    private void example(Composite table, List<org.etabli.model.Text> examples, int index) {
        Label label = kit.createLabel(table, index < examples.size() ? "• " + examples.get(index).in(wording.lang()).replace("&", "&&") : "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(NARROW / 2, SWT.DEFAULT).applyTo(label);
    }

    private void ask(Composite body) {
        ask = row(body);
        field(ask, Messages.askWho, SWT.NONE, f -> f.ask().map(Fact.Ask::who).orElse(""), "ask", "who");
        askBy = day(ask, Messages.askBy, "ask", "by");
    }

    private void fields(Composite body) {
        Composite table = row(body);
        field(table, Messages.fieldBy, SWT.NONE, f -> f.by().orElse(""), "by");
        on = day(table, Messages.fieldOn, "on");
        Button me = kit.createButton(on.control().getParent(), Messages.fieldMe, SWT.PUSH);
        me.setToolTipText(Messages.fieldMeHelp);
        me.addListener(SWT.Selection, e -> {
            model.field(question.id(), Settings.author(), this::refused, "by");
            model.field(question.id(), model.core().today().toString(), this::refused, "on");
        });
        field(table, Messages.fieldEvidence, SWT.NONE, f -> String.join(" ; ", f.evidence()), "evidence");
        field(table, Messages.fieldNote, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL, Fact::note, "note");
    }

    /** Names on the left, fields on the right: that fits the narrowest pane. */
    private Composite row(Composite body) {
        Composite row = kit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 5).extendedMargins(0, 0, 6, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private void field(Composite parent, String label, int style, Function<Fact, String> shown, String... path) {
        Label name = kit.createLabel(parent, label);
        Text text = Named.by(name, kit.createText(parent, "", SWT.BORDER | style));
        text.setData("id", "field." + String.join(".", path));
        boolean several = (style & SWT.MULTI) != 0;
        GridDataFactory.fillDefaults().grab(true, false).hint(60, several ? 48 : SWT.DEFAULT).applyTo(text);
        Field field = new Field(text, shown, path);
        fields.add(field);
        text.addListener(SWT.FocusOut, e -> commit(field));
        if (several)
            // in a text of several lines Tab leads on, as in every other field
            text.addListener(SWT.Traverse, e -> e.doit |= e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        else
            text.addListener(SWT.DefaultSelection, e -> commit(field));
    }

    private DayField day(Composite parent, String label, String... path) {
        Label name = kit.createLabel(parent, label);
        Composite cell = kit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(14, 0).applyTo(cell);
        String fact = question.id();
        DayField day = new DayField(cell, kit, wording.lang(), tell, d -> {
            if (!showing)
                model.field(fact, d.map(LocalDate::toString).orElse(""), this::refused, path);
        });
        Named.by(name, day.control()).setData("id", "field." + String.join(".", path));
        // room for the sign of a wrong day
        GridDataFactory.fillDefaults().hint(96, SWT.DEFAULT).applyTo(day.control());
        return day;
    }

    private void commitFields() {
        fields.stream().filter(f -> !f.widget.isDisposed()).forEach(this::commit);
        Stream.of(on, askBy).filter(Objects::nonNull).forEach(DayField::commit);
    }

    private void commit(Field field) {
        String text = field.widget.getText().replace("\r\n", "\n").strip();
        if (showing || question == null || text.equals(shown(field, model.snapshot()).strip()))
            return;
        model.field(question.id(), text, this::refused, field.path);
    }

    /** What could not be written is said, and the answers are shown as they are; words that are being typed stay. */
    private void refused() {
        tell.accept(YamlModel.refused());
        refresh(model.snapshot());
    }

    private String shown(Field field, FactsSnapshot snapshot) {
        return snapshot.read().flatMap(r -> r.facts().get(question.id())).map(field.shown).orElse("");
    }

    /** Brings the widgets to what the document says; a field that is being typed in is left alone. */
    void refresh(FactsSnapshot snapshot) {
        if (question == null || form.isDisposed() || snapshot.read().isEmpty())
            return;
        showing = true;
        try {
            Value value = snapshot.read().get().facts().value(question.id());
            boolean said = snapshot.read().get().facts().get(question.id()).isPresent();
            for (Button button : choices)
                select(button, isChosen(value, (String) button.getData("value"), said));
            if (number != null && !number.isFocusControl())
                number.setText(shownNumber(snapshot));
            for (Field field : fields) {
                String text = shown(field, snapshot);
                if (!field.widget.isFocusControl() && !field.widget.getText().equals(text))
                    field.widget.setText(text);
            }
            Optional<Fact> fact = snapshot.read().get().facts().get(question.id());
            on.show(fact.flatMap(Fact::on));
            askBy.show(fact.flatMap(Fact::ask).flatMap(Fact.Ask::by));
            if (ask.getVisible() != value.isOpen())
                ask.setVisible(value.isOpen());
        } finally {
            showing = false;
        }
    }

    private static void select(Button button, boolean selected) {
        if (button.getSelection() != selected)
            button.setSelection(selected);
    }

    private static boolean isChosen(Value value, String option, boolean said) {
        return switch (value) {
            case Value.Unknown u -> said && option.equals(UNKNOWN);
            case Value.YesNo v -> option.equals(v.code());
            case Value.Choice c -> option.equals(c.option());
            case Value.Choices c -> c.options().contains(option) || !c.complete() && option.equals(UNKNOWN);
            case Value.Quantity q -> false;
        };
    }
}
