package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.ide.IDE;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.FactsForm;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Forms in the windows that people have: nothing is cut off, and what is asked has the room. */
@ExtendWith(NoErrorLogged.class)
class FormLayoutTest {
    private static final int FACTS = 1;
    private static final int COMPARE = 4;
    /** A question with a long list of options. */
    private static final String LONG = "product_safety";
    private static final Point SMALLEST = new Point(1024, 700);

    private final Bot bot = new Bot();
    private final FactsForm form = new FactsForm(bot);
    private OpenDossier dossier;
    private Point size;

    @BeforeEach
    void smallWindow() throws Exception {
        size = bot.ui(window()::getSize);
        bot.run(() -> window().setSize(SMALLEST));
        dossier = new OpenDossier(bot, "nantes-cantines");
    }

    @AfterEach
    void asBefore() throws Exception {
        dossier.close();
        bot.run(() -> window().setSize(size));
    }

    @Test
    void theUsualAnswerComesFirst() {
        for (String question : List.of(LONG, "scope_exclusion", "art5_signals")) {
            form.page(FACTS).question(question);
            Button none = bot.find(Button.class, "answer." + question + ".none");
            List<Button> others = bot.ui(() -> buttons(none.getParent()));
            assertEquals(none, others.getFirst(), question);
            bot.run(() -> assertTrue(others.stream().skip(1).allMatch(b -> top(b) > top(none)), question));
        }
    }

    @Test
    void theQuestionHasTheHeightOfThePageAndTheWidthOfItsPane() {
        form.page(FACTS).question(LONG);
        Button none = bot.find(Button.class, "answer." + LONG + ".none");
        bot.idle();
        bot.run(() -> {
            ScrolledForm pane = pane(none);
            int page = ((FormEditor) OpenDossier.editor()).getActivePageInstance().getManagedForm().getForm().getBody().getSize().y;
            assertTrue(pane.getSize().y > page * 4 / 5, pane.getSize() + " of " + page);
            for (Control control : all(pane.getBody(), new ArrayList<>()))
                if (control.isVisible())
                    assertTrue(right(control) <= right(pane), control + " ends at " + right(control) + ", the pane at " + right(pane));
        });
    }

    /** Every page of every editor of a dossier: what does not fit is read by scrolling down, never sideways. */
    @Test
    void noPageIsWiderThanTheSmallestWindow() throws Exception {
        dossier.close();
        dossier = new OpenDossier(bot, "aides-sociales");
        List<String> wide = new ArrayList<>();
        for (String name : List.of("facts.yaml", "dossier.yaml", "charter.md", "charter-assessment.yaml", "involvement.yaml")) {
            bot.ui(() -> IDE.openEditor(OpenDossier.page(), dossier.project.getFile(name)));
            bot.waitUntil("the editor of " + name, () -> OpenDossier.editor() instanceof FormEditor editor && editor.getEditorInput().getName().equals(name));
            for (String title : form.pages().subList(0, form.pages().size() - 1)) {
                form.page(form.pages().indexOf(title));
                bot.idle();
                bot.run(() -> {
                    for (Control control : all(((FormEditor) OpenDossier.editor()).getActivePageInstance().getManagedForm().getForm().getParent(), new ArrayList<>()))
                        if (control instanceof ScrolledForm part && part.isVisible() && part.getContent().getSize().x > part.getClientArea().width)
                            wide.add(name + ", " + title + ": " + part.getContent().getSize().x + " in " + part.getClientArea().width);
                        else if (control instanceof Button button && button.isVisible() && button.getSize().x < button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x)
                            wide.add(name + ", " + title + ": the words of « " + button.getText() + " »");
                });
            }
        }
        assertEquals(List.of(), wide);
    }

    @Test
    void aLongMessageWrapsAndWidensNothing() {
        form.page(FACTS);
        bot.run(() -> dossier.document.set(dossier.before + "une_cle_" + "tres_".repeat(20) + "longue: 1\n" + "facts: [\n"));
        bot.waitUntil("a message", () -> form.message() != null);
        bot.idle();
        Hyperlink link = bot.find(Hyperlink.class, "header.message");
        bot.run(() -> {
            ScrolledForm page = ((FormEditor) OpenDossier.editor()).getActivePageInstance().getManagedForm().getForm();
            assertTrue(right(link) <= right(page), right(link) + " of " + right(page));
            assertFalse(page.getHorizontalBar() != null && page.getHorizontalBar().isVisible(), "the page is not wider than the window");
        });
        bot.screenshot("long-message");
    }

    /** The note of a fact is in the way of the wheel, and a list of dates would take another date. */
    @Test
    void theWheelScrollsThePageAndChangesNoField() {
        form.page(FACTS).question(LONG);
        Text note = bot.find(Text.class, "field.note");
        bot.run(() -> {
            ScrolledForm pane = pane(note);
            pane.setOrigin(0, 0);
            turn(note, -3);
            assertTrue(pane.getOrigin().y > 0, "the page scrolls");
        });
        form.page(COMPARE);
        Combo day = bot.find(Combo.class, "compare.law.before");
        bot.run(() -> assertFalse(turn(day, -3), "the list does not get the wheel"));
    }

    @Test
    void theListOfFindingsIsFoldedUntilItIsWanted() {
        IWorkbenchPage page = OpenDossier.page();
        if (!page.getPerspective().getId().startsWith("org.etabli."))
            bot.ui(() -> PlatformUI.getWorkbench().showPerspective("org.etabli.app.perspective", page.getWorkbenchWindow()));
        bot.run(page::resetPerspective);
        bot.idle();
        bot.run(() -> assertFalse(page.findViewReference(IPageLayout.ID_PROBLEM_VIEW) != null
                && page.getPartState(page.findViewReference(IPageLayout.ID_PROBLEM_VIEW)) != IWorkbenchPage.STATE_MINIMIZED));
    }

    /** The way for a small commune asks what takes duties away, and goes on after the class until nothing hangs on an answer. */
    @Test
    void theShortPathGoesOnAfterTheClassAndIsRemembered() throws Exception {
        dossier.close();
        dossier = new OpenDossier(bot, "saint-savin-fuites");
        form.page(FACTS);
        Button brief = bot.find(Button.class, "facts.brief");
        boolean first = bot.ui(brief::getSelection);
        if (first)
            bot.press(brief);
        bot.press(brief);
        bot.waitUntil("the short path", () -> form.list().stream().noneMatch(s -> s.getFirst().startsWith("Facultatives")));
        dossier.close();
        dossier = new OpenDossier(bot, "nantes-cantines");
        form.page(FACTS);
        assertTrue(bot.ui(bot.find(Button.class, "facts.brief")::getSelection), "remembered");
        // the class of Nantes is known; its inhabitants and other facts are not
        assertTrue(form.list().getFirst().getFirst().startsWith("Pour les obligations et les clauses ("), form.list().toString());
        assertTrue(bot.ui(bot.find(Button.class, "facts.next")::isEnabled));
        bot.press(bot.find(Button.class, "facts.brief"));
    }

    private static boolean turn(Control control, int count) {
        Event event = new Event();
        event.count = count;
        event.doit = true;
        control.notifyListeners(SWT.MouseWheel, event);
        return event.doit;
    }

    private static ScrolledForm pane(Control control) {
        Composite c = control.getParent();
        while (!(c instanceof ScrolledForm))
            c = c.getParent();
        return (ScrolledForm) c;
    }

    private static List<Button> buttons(Composite parent) {
        return List.of(parent.getChildren()).stream().filter(Button.class::isInstance).map(Button.class::cast).toList();
    }

    private static List<Control> all(Composite parent, List<Control> found) {
        for (Control child : parent.getChildren()) {
            found.add(child);
            if (child instanceof Composite composite && !(child instanceof Combo))
                all(composite, found);
        }
        return found;
    }

    private static int top(Control control) {
        return control.toDisplay(0, 0).y;
    }

    private static int right(Control control) {
        return control.toDisplay(control.getSize().x, 0).x;
    }

    private static Shell window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }
}
