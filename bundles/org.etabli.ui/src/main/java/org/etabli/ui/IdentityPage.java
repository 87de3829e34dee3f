package org.etabli.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.dossier.IdentityEdits;
import org.etabli.dossier.IdentityEdits.Field;
import org.etabli.model.Lang;
import org.etabli.ui.form.DayField;
import org.etabli.ui.form.Header;
import org.etabli.ui.form.Named;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.SnapshotPage;
import org.etabli.ui.form.TextField;
import org.etabli.ui.form.YamlModel;
import org.etabli.yaml.DossierReader;
import org.etabli.yaml.YamlText;

/** Who buys, what for, and how: what the documents say on their first page. */
final class IdentityPage extends SnapshotPage<IdentityModel.Identity> {
    static final String ID = "identity";
    /** What a field for words asks for; it gets the width of the page. */
    private static final int NARROW = 260;
    /** What a field for a number or a day gets. */
    private static final int SHORT = 220;
    private static final int LABEL = 190;
    private static final int LINES = 6;
    private static final int FEW_LINES = 3;
    private static final Set<Field> SHORT_FIELDS = Set.of(Field.SIRET, Field.INHABITANTS, Field.AGENTS, Field.REFERENCE, Field.AMOUNT, Field.LAUNCH, Field.MONTHS);

    /** What a small authority seldom has; its form is short, and shows these when they say something or are asked for. */
    private static final Set<Field> SELDOM = Set.of(Field.OTHER_WAYS, Field.COMPETENCE, Field.LEAD, Field.RSSI, Field.ETHICS, Field.LEGAL);

    private final DossierEditor editor;
    private final IdentityModel model;
    private final Lang lang;
    private final Map<Field, Entry> entries = new EnumMap<>(Field.class);
    private FormToolkit kit;
    private Header header;
    private Composite body;
    private Hyperlink more;
    /** Somebody wanted to see every field. */
    private boolean all;

    /** A field of the page, which shows what the text says. */
    private record Entry(Label name, Control control, Consumer<YamlText> show) {

        private void setShown(boolean shown) {
            for (Control part : List.of(name, control)) {
                part.setVisible(shown);
                ((GridData) part.getLayoutData()).exclude = !shown;
            }
        }
    }

    IdentityPage(DossierEditor editor, IdentityModel model) {
        super(editor, model, ID, Messages.identityPage);
        this.editor = editor;
        this.model = model;
        this.lang = model.core().lang();
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        kit = managed.getToolkit();
        ScrolledForm form = managed.getForm();
        header = Header.of(managed, Messages.identityTitle, editor, lang);
        body = form.getBody();
        Parts parts = new Parts(kit);
        GridLayoutFactory.fillDefaults().margins(14, 10).spacing(0, 12).applyTo(body);
        parts.label(body, Messages.identityIntro);
        Composite project = part(parts, Messages.identityProject);
        words(project, Field.TITLE, Messages.identityProjectTitle, 1);
        words(project, Field.SYSTEM, Messages.identitySystem, 1);
        words(project, Field.NEED, Messages.identityNeed, LINES);
        words(project, Field.WITHOUT_AI, Messages.identityWithoutAi, FEW_LINES);
        words(project, Field.OTHER_WAYS, Messages.identityOtherWays, FEW_LINES);
        Composite authority = part(parts, Messages.identityAuthority);
        words(authority, Field.NAME, Messages.identityName, 1);
        choice(authority, Field.KIND, Messages.identityKind);
        words(authority, Field.SIRET, Messages.identitySiret, 1);
        words(authority, Field.INHABITANTS, Messages.identityInhabitants, 1);
        words(authority, Field.AGENTS, Messages.identityAgents, 1);
        words(authority, Field.COMPETENCE, Messages.identityCompetence, 1);
        Composite procedure = part(parts, Messages.identityProcedure);
        choice(procedure, Field.ROUTE, Messages.identityRoute);
        choice(procedure, Field.PROCEDURE, Messages.identityProcedureKind);
        words(procedure, Field.REFERENCE, Messages.identityReference, 1);
        words(procedure, Field.AMOUNT, Messages.identityAmount, 1);
        day(procedure);
        words(procedure, Field.MONTHS, Messages.identityMonths, 1);
        Composite people = part(parts, Messages.identityPeople);
        parts.label(people, Messages.identityPeopleHelp);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(NARROW, SWT.DEFAULT).applyTo(people.getChildren()[0]);
        words(people, Field.BUYER, Messages.identityBuyer, 1);
        words(people, Field.LEAD, Messages.identityLead, 1);
        words(people, Field.DPO, Messages.identityDpo, 1);
        words(people, Field.RSSI, Messages.identityRssi, 1);
        words(people, Field.ETHICS, Messages.identityEthics, 1);
        words(people, Field.LEGAL, Messages.identityLegal, 1);
        words(people, Field.ELECTED, Messages.identityElected, 1);
        words(people, Field.OUTSIDE, Messages.identityOutside, 1);
        more = parts.link(body, Messages.identityAll, () -> {
            all = true;
            shorten(model.snapshot());
        });
        more.setData("id", "identity.all");
        GridDataFactory.fillDefaults().applyTo(more);
        follow();
    }

    /** As people of the language write it. */
    private String shown(YamlText text, Field field) {
        String said = IdentityEdits.said(text, field).orElse("").strip();
        return field == Field.AMOUNT && lang == Lang.FR ? said.replace('.', ',') : said;
    }

    private Composite part(Parts parts, String title) {
        Composite part = parts.section(body, title, 1);
        GridLayoutFactory.fillDefaults().margins(4, 4).numColumns(2).spacing(10, 6).applyTo(part);
        return part;
    }

    private Label label(Composite parent, String words, boolean above) {
        Label label = kit.createLabel(parent, words, SWT.WRAP);
        GridDataFactory.fillDefaults().align(SWT.FILL, above ? SWT.BEGINNING : SWT.CENTER).hint(LABEL, SWT.DEFAULT).indent(0, above ? 3 : 0).applyTo(label);
        return label;
    }

    private <T extends Control> T placed(Label label, T control, Field field, int lines, int lineHeight) {
        Named.by(label, control).setData("id", "identity." + field.name().toLowerCase(Locale.ROOT));
        boolean isShort = SHORT_FIELDS.contains(field);
        GridDataFactory.fillDefaults().align(isShort ? SWT.BEGINNING : SWT.FILL, SWT.CENTER).grab(true, false)
                .hint(isShort ? SHORT : NARROW, lines > 1 ? lines * lineHeight : SWT.DEFAULT).applyTo(control);
        return control;
    }

    private void words(Composite parent, Field field, String label, int lines) {
        Label name = label(parent, label, lines > 1);
        Text text = kit.createText(parent, "", SWT.BORDER | (lines > 1 ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.NONE));
        placed(name, text, field, lines, text.getLineHeight());
        TextField[] entry = new TextField[1];
        entry[0] = new TextField(text, words -> IdentityEdits.refusal(field, words).ifPresentOrElse(why -> entry[0].refuse(why.in(lang)),
                () -> edit(field, words, () -> entry[0].refuse(YamlModel.refused()))));
        entries.put(field, new Entry(name, text, t -> entry[0].show(shown(t, field))));
    }

    /** The first choice says nothing. */
    private void choice(Composite parent, Field field, String label) {
        Label name = label(parent, label, false);
        Combo combo = placed(name, new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY), field, 1, 0);
        kit.adapt(combo, true, false);
        combo.add(Messages.identityUnsaid);
        field.codes().forEach(code -> combo.add(IdentityEdits.name(field, code).in(lang)));
        combo.addListener(SWT.Selection, e -> edit(field, combo.getSelectionIndex() <= 0 ? "" : field.codes().get(combo.getSelectionIndex() - 1), () -> {
        }));
        entries.put(field, new Entry(name, combo, t -> combo.select(IdentityEdits.said(t, field).map(field.codes()::indexOf).orElse(-1) + 1)));
    }

    private void day(Composite parent) {
        Label name = label(parent, Messages.identityLaunch, false);
        DayField day = new DayField(parent, kit, lang, editor::tell, d -> edit(Field.LAUNCH, d.map(Object::toString).orElse(""), () -> {
        }));
        placed(name, day.control(), Field.LAUNCH, 1, 0);
        entries.put(Field.LAUNCH, new Entry(name, day.control(), t -> day.show(DossierReader.read(t).launch())));
    }

    private void edit(Field field, String words, Runnable refused) {
        model.edit(text -> IdentityEdits.set(text, field, words), () -> {
            editor.tell(YamlModel.refused());
            refused.run();
        });
    }

    void focus(Field field) {
        entries.get(field).control.setFocus();
    }

    @Override
    protected void show(IdentityModel.Identity identity) {
        header.show(identity, body);
        identity.yaml().ifPresent(t -> entries.values().forEach(e -> e.show.accept(t)));
        shorten(identity);
    }

    /** Nothing that says something, or is being written in, goes away. */
    private void shorten(IdentityModel.Identity identity) {
        boolean small = !all && identity.home().filter(IdentityModel.Home::small).isPresent();
        boolean hidden = false;
        for (Field field : SELDOM) {
            Entry entry = entries.get(field);
            boolean shown = !small || entry.control.isFocusControl() || identity.yaml().flatMap(t -> IdentityEdits.said(t, field)).isPresent();
            entry.setShown(shown);
            hidden |= !shown;
        }
        more.setVisible(hidden);
        ((GridData) more.getLayoutData()).exclude = !hidden;
        getManagedForm().reflow(true);
    }

    @Override
    public void setFocus() {
        if (!entries.isEmpty())
            focus(Field.NAME);
    }
}
