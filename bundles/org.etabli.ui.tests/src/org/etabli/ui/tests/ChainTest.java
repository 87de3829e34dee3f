package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.etabli.ui.ChainDialog;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.FactsForm;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a fact, a duty or a paragraph of a document one can go both ways. */
@ExtendWith(NoErrorLogged.class)
class ChainTest {
    private static final int FACTS = 1;
    private static final int RESULT = 2;

    private final Bot bot = new Bot();
    private final FactsForm form = new FactsForm(bot);

    private String subject() {
        return bot.exists(Label.class, "chain.subject") ? bot.find(Label.class, "chain.subject").getText() : "";
    }

    private List<String> uses() {
        return bot.ui(() -> Arrays.stream(bot.find(Tree.class, "chain.uses").getItems()).map(TreeItem::getText).toList());
    }

    private void openUse(String start) {
        bot.run(() -> {
            Tree tree = bot.find(Tree.class, "chain.uses");
            TreeItem item = Arrays.stream(tree.getItems()).filter(i -> i.getText().contains(start)).findFirst().orElseThrow();
            tree.setSelection(item);
            Event event = new Event();
            event.item = item;
            tree.notifyListeners(SWT.Selection, event);
            tree.notifyListeners(SWT.DefaultSelection, event);
        });
    }

    private void close() {
        bot.click(bot.find(Button.class, "chain.close"));
        bot.waitUntil("no dialog", () -> !bot.exists(Label.class, "chain.subject"));
    }

    @Test
    void aDutyLeadsToItsClausesAndTheseToTheirParagraphs() throws Exception {
        try (OpenDossier dossier = new OpenDossier(bot, "aides-sociales")) {
            form.page(RESULT);
            StyledText duties = bot.find(StyledText.class, "resultpage.duties");
            bot.run(() -> {
                duties.setCaretOffset(0);
                Event enter = new Event();
                enter.keyCode = SWT.CR;
                duties.notifyListeners(SWT.KeyDown, enter);
            });
            bot.waitUntil("the first duty", () -> subject().contains("obligation"));
            String first = bot.ui(this::subject);
            assertTrue(uses().stream().anyMatch(u -> u.contains("clause")), uses().toString());
            bot.screenshot("chain-duty");
            openUse("clause");
            bot.waitUntil("the clause", () -> subject().contains("clause"));
            assertTrue(uses().stream().anyMatch(u -> u.contains("paragraphe")), uses().toString());
            bot.click(bot.find(Button.class, "chain.back"));
            bot.waitUntil("the duty again", () -> subject().equals(first));
            close();
        }
    }

    @Test
    void aFactLeadsToTheRulesThatReadIt() throws Exception {
        try (OpenDossier dossier = new OpenDossier(bot, "nantes-cantines")) {
            form.page(FACTS).question("technique");
            Hyperlink link = bot.find(Hyperlink.class, "question.chain");
            bot.run(() -> {
                link.setFocus();
                Event enter = new Event();
                enter.character = SWT.CR;
                link.notifyListeners(SWT.KeyDown, enter);
            });
            bot.waitUntil("the fact", () -> subject().contains("technique"));
            assertTrue(uses().stream().anyMatch(u -> u.contains("règle ai-system")), uses().toString());
            close();
        }
    }

    @Test
    void aNumberOfTheTenderLeadsToItsClause() throws Exception {
        try (OpenDossier dossier = new OpenDossier(bot, "nantes-cantines")) {
            var folder = dossier.project.getLocation().toPath();
            bot.run(() -> ChainDialog.open(OpenDossier.page().getWorkbenchWindow().getShell(), folder, java.util.Optional.empty(), "ccap-ia 1.1.1"));
            bot.waitUntil("the paragraph", () -> subject().contains("1.1.1"));
            assertFalse(bot.ui(() -> bot.find(Tree.class, "chain.because").getItemCount() == 0));
            close();
        }
    }
}
