package org.etabli.ui.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.annex.Wording;
import org.etabli.model.Fact;
import org.etabli.model.Question;
import org.etabli.model.Question.AnswerType;
import org.etabli.model.Value;
import org.etabli.yaml.YamlEdits;

/** One question: what it means, examples, the answer, and who gave it on what evidence. */
final class QuestionPane {
    private static final String UNKNOWN = "unknown";
    private static final int MARGIN = 10;
    /** GTK lays the scroll bar over the text when it appears after the layout. */
    private static final int SCROLL_BAR = 24;

    private final FormToolkit kit;
    private final FactsModel model;
    private final Wording wording;
    private final ScrolledForm form;
    private final Font bold;
    private final List<Button> choices = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private Text number;
    private Question question;
    private boolean showing;

    /** A text field of a fact, with the value the document has for it. */
    private record Field(String key, Text widget) {
    }

    QuestionPane(Composite parent, FormToolkit kit, FactsModel model, Wording wording) {
        this.kit = kit;
        this.model = model;
        this.wording = wording;
        form = kit.createScrolledForm(parent);
        form.setExpandHorizontal(true);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), form);
        bold = resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD).increaseHeight(1));
        GridLayoutFactory.fillDefaults().extendedMargins(MARGIN, SCROLL_BAR, MARGIN, MARGIN).spacing(6, 6).applyTo(form.getBody());
    }

    /** Shows a question; nothing is built again when it is shown already. */
    void show(Question shown, Snapshot snapshot) {
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
        GridLayoutFactory.fillDefaults().numColumns(question.type() == AnswerType.YES_NO ? 3 : 1).spacing(12, 4).applyTo(answers);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(answers);
        switch (question.type()) {
            case YES_NO -> {
                choice(answers, SWT.RADIO, "yes", Messages.yes, "");
                choice(answers, SWT.RADIO, "no", Messages.no, "");
                choice(answers, SWT.RADIO, UNKNOWN, Messages.unknown, "");
            }
            case ONE_OF -> {
                question.options().forEach(o -> choice(answers, SWT.RADIO, o.id(), o.text().in(wording.lang()), o.meaning().in(wording.lang())));
                choice(answers, SWT.RADIO, UNKNOWN, Messages.unknown, "");
            }
            case ANY_OF -> {
                question.options().forEach(o -> choice(answers, SWT.CHECK, o.id(), o.text().in(wording.lang()), o.meaning().in(wording.lang())));
                choice(answers, SWT.CHECK, UNKNOWN, Messages.unknownOthers, "");
            }
            case NUMBER -> number(answers);
        }
        if (!question.yes().isEmpty() || !question.no().isEmpty())
            examples(body);
        fields(body);
        Label articles = wrapped(body, Messages.basis + " " + wording.articles(question.articles()));
        articles.setForeground(form.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
    }

    private Label wrapped(Composite parent, String text) {
        Label label = kit.createLabel(parent, text.replace("&", "&&"), SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private void choice(Composite parent, int style, String value, String text, String meaning) {
        Button button = kit.createButton(parent, "", style | SWT.WRAP);
        button.setText(text.replace("&", "&&"));
        button.setData("value", value);
        button.setData("id", "answer." + question.id() + "." + value);
        choices.add(button);
        if (question.type() != AnswerType.YES_NO)
            GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(button);
        if (!meaning.isEmpty()) {
            Label label = wrapped(parent, meaning);
            label.setForeground(form.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
            GridDataFactory.fillDefaults().grab(true, false).indent(24, 0).hint(300, SWT.DEFAULT).applyTo(label);
        }
        button.addListener(SWT.Selection, e -> {
            if (!showing && (style == SWT.CHECK || button.getSelection()))
                answer(button);
        });
    }

    private void answer(Button button) {
        String value = (String) button.getData("value");
        if (question.type() != AnswerType.ANY_OF) {
            model.answer(question.id(), YamlEdits.words(value));
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
        model.answer(question.id(), ordered.isEmpty() || ordered.equals(List.of(UNKNOWN)) ? YamlEdits.words(UNKNOWN) : new YamlEdits.Content.WordList(ordered));
    }

    private void number(Composite parent) {
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(parent);
        number = kit.createText(parent, "", SWT.BORDER);
        number.setData("id", "answer." + question.id());
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
            model.answer(question.id(), YamlEdits.words(UNKNOWN));
        else if (text.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?"))
            model.number(question.id(), text);
        else
            number.setText(shownNumber(model.snapshot()));
    }

    private String shownNumber(Snapshot snapshot) {
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
        GridDataFactory.fillDefaults().grab(true, false).hint(150, SWT.DEFAULT).applyTo(label);
    }

    private void fields(Composite body) {
        Composite table = kit.createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(5).spacing(8, 5).extendedMargins(0, 0, 6, 0).applyTo(table);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(table);
        field(table, "by", Messages.fieldBy, 1);
        field(table, "on", Messages.fieldOn, 1);
        Button me = kit.createButton(table, Messages.fieldMe, SWT.PUSH);
        me.setToolTipText(Messages.fieldMeHelp);
        me.addListener(SWT.Selection, e -> {
            model.field(question.id(), "by", System.getProperty("user.name"));
            model.field(question.id(), "on", model.core().today().toString());
        });
        field(table, "evidence", Messages.fieldEvidence, 4);
        field(table, "note", Messages.fieldNote, 4);
    }

    private void field(Composite parent, String key, String label, int span) {
        kit.createLabel(parent, label);
        Text text = kit.createText(parent, "", SWT.BORDER | (key.equals("note") ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : 0));
        text.setData("id", "field." + key);
        GridDataFactory.fillDefaults().grab(true, false).span(span, 1).hint(key.equals("on") ? 90 : 120, key.equals("note") ? 48 : SWT.DEFAULT).applyTo(text);
        Field field = new Field(key, text);
        fields.add(field);
        text.addListener(SWT.FocusOut, e -> commit(field));
        if (!key.equals("note"))
            text.addListener(SWT.DefaultSelection, e -> commit(field));
    }

    private void commitFields() {
        fields.stream().filter(f -> !f.widget.isDisposed()).forEach(this::commit);
    }

    private void commit(Field field) {
        String text = field.widget.getText().replace("\r\n", "\n").strip();
        if (showing || question == null || text.equals(shownField(field.key, model.snapshot()).strip()))
            return;
        model.field(question.id(), field.key, text);
    }

    private String shownField(String key, Snapshot snapshot) {
        Optional<Fact> fact = snapshot.read().flatMap(r -> r.facts().get(question.id()));
        return fact.map(f -> switch (key) {
            case "by" -> f.by().orElse("");
            case "on" -> f.on().map(Object::toString).orElse("");
            case "evidence" -> String.join(" ; ", f.evidence());
            default -> f.note();
        }).orElse("");
    }

    /** Brings the widgets to what the document says; a field that is being typed in is left alone. */
    void refresh(Snapshot snapshot) {
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
                String text = shownField(field.key, snapshot);
                if (!field.widget.isFocusControl() && !field.widget.getText().equals(text))
                    field.widget.setText(text);
            }
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
