package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IResource;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.ide.IDE;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.FactsForm;
import org.etabli.ui.testkit.NoErrorLogged;
import org.etabli.ui.testkit.SpokenName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The editors as a screen reader hears them: by the names that the system passes on, whatever our own code believes. */
@ExtendWith(NoErrorLogged.class)
class SpokenTest {
    private final Bot bot = new Bot();
    private OpenDossier dossier;

    @BeforeEach
    void open() throws Exception {
        dossier = new OpenDossier(bot, "nantes-cantines");
    }

    @AfterEach
    void close() throws Exception {
        dossier.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dossier.yaml", "facts.yaml", "charter.md", "charter-assessment.yaml", "involvement.yaml"})
    void everyFieldTreeAndTableHasAName(String name) throws Exception {
        write();
        bot.ui(() -> IDE.openEditor(OpenDossier.page(), dossier.project.getFile(name)));
        bot.waitUntil("the editor of " + name, () -> OpenDossier.editor() instanceof FormEditor editor && editor.getEditorInput().getName().equals(name));
        FactsForm form = new FactsForm(bot);
        int asked = 0;
        for (int page = 0; page < form.pages().size() - 1; page++) {
            form.page(page);
            bot.idle();
            List<Control> fields = bot.ui(() -> fields(((FormEditor) OpenDossier.editor()).getActivePageInstance().getManagedForm().getForm()));
            asked += fields.size();
            String where = name + ", page " + page;
            assertEquals(List.of(), bot.ui(() -> fields.stream().filter(c -> !c.isDisposed() && SpokenName.of(c).isBlank())
                    .map(c -> c.getClass().getSimpleName() + " " + c.getData(Bot.ID)).toList()), where);
        }
        assertTrue(asked > 0, "there are fields in " + name);
    }

    /** Whether a question is answered stands in words beside it: the sign before it is not heard. */
    @Test
    void theStateOfAQuestionIsSaid() {
        new FactsForm(bot).page(1);
        Tree tree = bot.find(Tree.class, "facts.tree");
        bot.waitUntil("questions", () -> tree.getItemCount() > 0);
        assertEquals(List.of(), bot.ui(() -> {
            List<String> silent = new ArrayList<>();
            for (TreeItem group : tree.getItems())
                if (group.getExpanded())
                    for (TreeItem question : group.getItems())
                        if (question.getText(1).isBlank())
                            silent.add(question.getText());
            return silent;
        }));
    }

    private void write() throws Exception {
        Files.writeString(dossier.facts().resolveSibling("charter.md"), """
                ---
                schema: etabli/charter/1
                id: petite
                title: Charte
                language: fr
                version: "1"
                ---

                # Sobriété {#sobriete}

                ## Usage {#usage}

                ### Usage mesuré {#usage-mesure}

                La commune s’en sert peu.

                - niveau : obligatoire
                - preuve : délibération
                """);
        Files.writeString(dossier.facts().resolveSibling("charter-assessment.yaml"),
                "schema: etabli/charter-assessment/1\ncharter: {id: petite, version: \"1\"}\ncommitments: {}\n");
        Files.writeString(dossier.facts().resolveSibling("involvement.yaml"), "schema: etabli/involvement/1\nconsultations:\n  - who: DPO\n");
        dossier.project.refreshLocal(IResource.DEPTH_ONE, null);
    }

    private static List<Control> fields(Control control) {
        List<Control> fields = new ArrayList<>();
        if (!control.getVisible())
            return fields;
        if (control instanceof Text || control instanceof Combo || control instanceof Table || control instanceof Tree)
            fields.add(control);
        if (control instanceof Composite composite)
            for (Control child : composite.getChildren())
                fields.addAll(fields(child));
        return fields;
    }
}
