package org.etabli.ui.charter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.etabli.dossier.CharterTerms;
import org.etabli.markdown.CharterConditions;
import org.etabli.model.Condition;
import org.etabli.model.Lang;
import org.etabli.model.Letters;
import org.etabli.model.Question;
import org.etabli.ui.form.Named;

/** Puts a condition together: questions, and the answers that count for each; all of them must be given. */
final class ConditionDialog extends Dialog {
    /** Stands for the class among the questions. */
    private static final String CLASS = "class";

    private final Lang lang;
    private final CharterTerms terms;
    private final Map<String, List<String>> parts = new LinkedHashMap<>();
    private Text filter;
    private Table questions;
    private Table options;
    private Label words;
    private String condition = "";

    ConditionDialog(Shell shell, CharterTerms terms, Lang lang) {
        super(shell);
        this.terms = terms;
        this.lang = lang;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.conditionTitle);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label help = new Label(area, SWT.WRAP);
        help.setText(Messages.conditionHelp);
        GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(100), SWT.DEFAULT).applyTo(help);
        Composite both = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 4).applyTo(both);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(both);
        filter = new Text(both, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.filter);
        Named.as(Messages.filter, filter);
        GridDataFactory.fillDefaults().applyTo(filter);
        new Label(both, SWT.NONE).setText(Messages.conditionAnswers);
        questions = new Table(both, SWT.BORDER | SWT.V_SCROLL | SWT.FULL_SELECTION);
        Named.as(Messages.conditionQuestions, questions).setData("id", "condition.questions");
        GridDataFactory.fillDefaults().grab(true, true).hint(convertWidthInCharsToPixels(55), questions.getItemHeight() * 14).applyTo(questions);
        options = new Table(both, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL | SWT.FULL_SELECTION);
        Named.as(Messages.conditionAnswers, options).setData("id", "condition.options");
        GridDataFactory.fillDefaults().grab(true, true).hint(convertWidthInCharsToPixels(45), SWT.DEFAULT).applyTo(options);
        words = new Label(area, SWT.WRAP);
        words.setData("id", "condition.words");
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 2 * convertHeightInCharsToPixels(1)).applyTo(words);
        filter.addListener(SWT.Modify, e -> fill());
        questions.addListener(SWT.Selection, e -> showOptions());
        options.addListener(SWT.Selection, e -> {
            if (e.detail == SWT.CHECK)
                take();
        });
        fill();
        return area;
    }

    private void fill() {
        String looked = filter.getText();
        questions.removeAll();
        options.removeAll();
        row(CLASS, Messages.theClass, looked);
        terms.catalogue().questions().stream().filter(q -> q.type() != Question.AnswerType.NUMBER).forEach(q -> row(q.id(), q.label().in(lang), looked));
    }

    private void row(String id, String label, String looked) {
        if (!Letters.contains(label, looked) && !Letters.contains(id, looked))
            return;
        TableItem item = new TableItem(questions, SWT.NONE);
        item.setText(label);
        item.setData(id);
    }

    private Optional<String> question() {
        return Arrays.stream(questions.getSelection()).findFirst().map(i -> (String) i.getData());
    }

    private void showOptions() {
        options.removeAll();
        question().ifPresent(id -> answers(id).forEach((option, text) -> {
            TableItem item = new TableItem(options, SWT.NONE);
            item.setText(text);
            item.setData(option);
            item.setChecked(parts.getOrDefault(id, List.of()).contains(option));
        }));
    }

    private Map<String, String> answers(String id) {
        Map<String, String> answers = new LinkedHashMap<>();
        if (id.equals(CLASS))
            terms.classes().forEach((c, text) -> answers.put(c, text.in(lang)));
        else
            terms.catalogue().get(id).ifPresent(q -> CharterTerms.options(q).forEach(o -> answers.put(o, Terms.option(q, o, lang))));
        return answers;
    }

    private void take() {
        question().ifPresent(id -> {
            List<String> chosen = Arrays.stream(options.getItems()).filter(TableItem::getChecked).map(i -> (String) i.getData()).toList();
            if (chosen.isEmpty())
                parts.remove(id);
            else
                parts.put(id, chosen);
        });
        List<Condition> each = new ArrayList<>();
        parts.forEach((id, chosen) -> each.add(id.equals(CLASS) ? new Condition.Any(chosen.stream().<Condition>map(Condition.ClassApplies::new).toList())
                : new Condition.FactIs(id, chosen)));
        condition = each.isEmpty() ? "" : CharterConditions.write(each.size() == 1 ? each.getFirst() : new Condition.All(each), lang);
        words.setText(condition.isEmpty() ? "" : CharterConditions.read(condition).map(c -> Terms.words(terms, c, lang)).orElse(condition).replace("&", "&&"));
        Button ok = getButton(IDialogConstants.OK_ID);
        ok.setEnabled(!condition.isEmpty());
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.choose, true).setEnabled(false);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    /** As a charter writes it. */
    String condition() {
        return condition;
    }
}
