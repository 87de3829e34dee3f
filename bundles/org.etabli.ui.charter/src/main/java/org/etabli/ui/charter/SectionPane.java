package org.etabli.ui.charter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.dossier.CharterTerms;
import org.etabli.markdown.CharterEdits;
import org.etabli.markdown.CharterField;
import org.etabli.markdown.CharterText;
import org.etabli.markdown.CharterText.Field;
import org.etabli.markdown.CharterText.Section;
import org.etabli.model.Charter;
import org.etabli.model.Lang;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.Shades;
import org.etabli.ui.form.TextField;
import org.etabli.yaml.TextEdit;

/** One principle, item or commitment: its words, and for a commitment how strongly it binds, who answers for it and what shows it. */
final class SectionPane {
    private static final int MARGIN = 10;
    /** GTK lays the scroll bar over the text when it appears after the layout. */
    private static final int SCROLL_BAR = 24;

    private final FormToolkit kit;
    private final CharterEditor editor;
    private final CharterModel model;
    private final Lang lang;
    private final ScrolledForm form;
    private final Parts parts;
    private final List<Words> words = new ArrayList<>();
    private final Map<CharterField, ListField> lists = new EnumMap<>(CharterField.class);
    private final List<Button> levels = new ArrayList<>();
    private Label kind;
    private Label id;
    private Hyperlink giveId;
    private Hyperlink rest;
    private Composite commitment;
    private Optional<Ref> shown = Optional.empty();
    private boolean showing;

    /** A text field with the words that the charter has for it. */
    private record Words(TextField field, Function<Section, String> said) {
    }

    SectionPane(Composite parent, FormToolkit kit, CharterEditor editor, CharterModel model) {
        this.kit = kit;
        this.editor = editor;
        this.model = model;
        this.lang = model.core().lang();
        this.parts = new Parts(kit);
        form = kit.createScrolledForm(parent);
        form.setExpandHorizontal(true);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), form);
        GridLayoutFactory.fillDefaults().extendedMargins(MARGIN, SCROLL_BAR, MARGIN, MARGIN).spacing(6, 8).applyTo(form.getBody());
        kind = parts.label(form.getBody(), "");
        kind.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD).increaseHeight(1)));
        Composite plain = grid(form.getBody());
        words(plain, Messages.fieldTitle, "title", 1, Section::title, (c, s) -> t -> CharterEdits.title(c, s, t));
        id(plain);
        words(plain, Messages.fieldText, "text", 6, Section::text, (c, s) -> t -> CharterEdits.text(c, s, t));
        commitment = grid(form.getBody());
        level(commitment);
        field(commitment, Messages.fieldResponsible, CharterField.RESPONSIBLE, 1);
        field(commitment, Messages.fieldEvidence, CharterField.EVIDENCE, 3);
        field(commitment, Messages.fieldSupplier, CharterField.SUPPLIER, 2);
        list(commitment, Messages.fieldDuties, CharterField.DUTIES);
        list(commitment, Messages.fieldClauses, CharterField.CLAUSES);
        list(commitment, Messages.fieldRespectedIf, CharterField.RESPECTED_IF);
        list(commitment, Messages.fieldBrokenIf, CharterField.BROKEN_IF);
        rest = parts.link(form.getBody(), "", this::showSource);
        form.getBody().setVisible(false);
    }

    private Composite grid(Composite parent) {
        Composite grid = kit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 7).applyTo(grid);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(grid);
        return grid;
    }

    private Label name(Composite parent, String text) {
        Label label = kit.createLabel(parent, text, SWT.WRAP);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).hint(110, SWT.DEFAULT).indent(0, 3).applyTo(label);
        return label;
    }

    private void words(Composite parent, String label, String dataId, int lines, Function<Section, String> said,
            BiFunction<CharterText, Section, Function<String, TextEdit>> making) {
        Label name = name(parent, label);
        Text text = Named.by(name, kit.createText(parent, "", SWT.BORDER | (lines > 1 ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.NONE)));
        text.setData("id", "section." + dataId);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, lines > 1 ? lines * text.getLineHeight() : SWT.DEFAULT).applyTo(text);
        TextField[] field = new TextField[1];
        field[0] = new TextField(text, t -> shown.ifPresent(ref -> edit(ref, (c, s) -> making.apply(c, s).apply(t), () -> putBack(ref, field[0], t))));
        words.add(new Words(field[0], said));
    }

    /** Whoever has gone on to another section is led back: the words would be lost. */
    private void putBack(Ref ref, TextField field, String words) {
        if (shown.equals(Optional.of(ref))) {
            field.refuse(Messages.refused);
            return;
        }
        editor.show(ref);
        if (shown.equals(Optional.of(ref)))
            field.refuse(words, Messages.refused);
    }

    /** A field of a commitment; where there may be several values, each has a line. */
    private void field(Composite parent, String label, CharterField field, int lines) {
        words(parent, label, field.name().toLowerCase(Locale.ROOT), lines, s -> String.join("\n", values(s, field)),
                (c, s) -> t -> CharterEdits.field(c, s, field, field.form() == CharterField.Form.SEVERAL ? t.lines().toList() : List.of(t)));
    }

    private static List<String> values(Section section, CharterField field) {
        return section.fields(field).map(Field::value).filter(v -> !v.isEmpty())
                .flatMap(v -> field.form() == CharterField.Form.IDS ? Arrays.stream(v.split(",")).map(String::strip).filter(i -> !i.isEmpty()) : Stream.of(v)).toList();
    }

    private void edit(Ref ref, BiFunction<CharterText, Section, TextEdit> making, Runnable refused) {
        model.edit(charter -> making.apply(charter, ref.in(charter).orElseThrow(IllegalStateException::new)), () -> {
            editor.tell(Messages.refused);
            refused.run();
        });
    }

    private void id(Composite parent) {
        name(parent, Messages.fieldId);
        Composite both = kit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(both);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(both);
        id = kit.createLabel(both, "");
        id.setForeground(Shades.of(form, Shades.PALE));
        id.setToolTipText(Parts.tip(Messages.fieldIdHelp));
        GridDataFactory.fillDefaults().indent(0, 3).applyTo(id);
        giveId = parts.link(both, Messages.giveId, () -> shown.ifPresent(ref -> edit(ref, CharterEdits::id, () -> { })));
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(giveId);
    }

    private void level(Composite parent) {
        name(parent, Messages.fieldLevel);
        Composite row = kit.createComposite(parent);
        // in a narrow window on two lines
        RowLayoutFactory.fillDefaults().spacing(12).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).hint(180, SWT.DEFAULT).applyTo(row);
        for (Charter.Level level : Charter.Level.values())
            level(row, capital(level.word().in(lang)), Optional.of(level));
        level(row, Messages.levelOpen, Optional.empty());
    }

    private void level(Composite parent, String text, Optional<Charter.Level> level) {
        Button button = kit.createButton(parent, text, SWT.RADIO);
        button.setData("level", level);
        button.setData("id", "section.level." + level.map(l -> l.word().en()).orElse("open"));
        button.addListener(SWT.Selection, e -> {
            if (!showing && button.getSelection())
                shown.ifPresent(ref -> edit(ref, (c, s) -> CharterEdits.level(c, s, level), this::refresh));
        });
        levels.add(button);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private void list(Composite parent, String label, CharterField field) {
        Label name = name(parent, label);
        ListField list = new ListField(parent, kit, name, "section." + field.name().toLowerCase(Locale.ROOT), value -> model.snapshot().terms().map(t -> Terms.words(t, field, value, lang)).orElse(value),
                before -> pick(field, before), after -> shown.ifPresent(ref -> edit(ref, (c, s) -> CharterEdits.field(c, s, field, after), this::refresh)));
        lists.put(field, list);
    }

    private Optional<List<String>> pick(CharterField field, List<String> before) {
        if (model.snapshot().terms().isEmpty())
            return Optional.empty();
        CharterTerms terms = model.snapshot().terms().get();
        if (field.form() == CharterField.Form.CONDITIONS) {
            ConditionDialog dialog = new ConditionDialog(editor.getSite().getShell(), terms, lang);
            return dialog.open() == Window.OK ? Optional.of(Stream.concat(before.stream(), Stream.of(dialog.condition())).toList()) : Optional.empty();
        }
        PickDialog dialog = new PickDialog(editor.getSite().getShell(), field == CharterField.DUTIES ? Messages.pickDuties : Messages.pickClauses,
                Terms.all(terms, field, lang), before);
        return dialog.open() == Window.OK ? Optional.of(dialog.chosen()) : Optional.empty();
    }

    /** Shows a section as the charter has it now; nothing is laid out again while it stays of the same kind. */
    void show(Optional<Ref> ref, CharterSnapshot snapshot) {
        Optional<Section> section = ref.flatMap(snapshot::section);
        boolean other = !ref.equals(shown);
        if (other)
            words.forEach(w -> w.field.commit());
        shown = ref;
        if (form.getBody().getVisible() != section.isPresent())
            form.getBody().setVisible(section.isPresent());
        section.ifPresent(s -> {
            showing = true;
            try {
                show(s, snapshot, other);
            } finally {
                showing = false;
            }
        });
    }

    private void show(Section s, CharterSnapshot snapshot, boolean other) {
        boolean open = !snapshot.isAdopted();
        set(kind, (s.level() == 1 ? Messages.aPrinciple : s.level() == 2 ? Messages.anItem : Messages.aCommitment)
                + shown.flatMap(snapshot::parent).flatMap(snapshot::section).map(p -> " — " + p.title()).orElse(""));
        set(id, s.id().isEmpty() ? Messages.noId : s.id());
        boolean unique = shown.filter(r -> !r.id().isEmpty()).isPresent();
        giveId.setVisible(open && !unique);
        for (Words w : words) {
            String said = w.said.apply(s);
            if (other)
                w.field.showOther(said);
            else
                w.field.show(said);
            Shades.open(w.field.control(), open);
        }
        Optional<Charter.Level> level = values(s, CharterField.LEVEL).stream().findFirst().flatMap(Charter.Level::of);
        for (Button b : levels) {
            boolean selected = b.getData("level").equals(level);
            if (b.getSelection() != selected)
                b.setSelection(selected);
            Shades.enable(b, open);
        }
        lists.forEach((field, list) -> list.show(values(s, field), open && snapshot.terms().isPresent()));
        String unknown = s.fields().stream().filter(f -> f.kind().isEmpty()).map(Field::key).collect(Collectors.joining(", "));
        boolean more = !unknown.isEmpty() || s.rest().isPresent();
        boolean relayout = visible(commitment, s.level() == 3) | visible(rest, more);
        if (more)
            rest.setText(Parts.plain(unknown.isEmpty() ? Messages.restOther : NLS.bind(Messages.restFields, unknown)));
        if (relayout || other && form.getSize().x > 0)
            form.reflow(true);
        if (other)
            form.setOrigin(0, 0);
    }

    private static void set(Label label, String text) {
        String plain = Parts.plain(text);
        if (!label.getText().equals(plain)) {
            label.setText(plain);
            label.requestLayout();
        }
    }

    private static boolean visible(Control control, boolean visible) {
        GridData data = (GridData) control.getLayoutData();
        if (data.exclude == !visible)
            return false;
        data.exclude = !visible;
        control.setVisible(visible);
        return true;
    }

    private void refresh() {
        show(shown, model.snapshot());
    }

    private void showSource() {
        shown.flatMap(model.snapshot()::section).ifPresent(s -> editor.showPlace(s.heading().offset(), s.heading().length()));
    }

    void setFocus() {
        words.getFirst().field.control().setFocus();
    }
}
