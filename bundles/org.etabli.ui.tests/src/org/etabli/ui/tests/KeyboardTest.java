package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.FactsForm;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the editor without a mouse, and for those who hear it. */
@ExtendWith(NoErrorLogged.class)
class KeyboardTest {
    /** Names of the jobs that work out a result and a comparison. */
    private static final Set<String> OURS = Set.of("Établi", "Comparaison de deux dates");

    private final Bot bot = new Bot();
    private final FactsForm form = new FactsForm(bot);
    private OpenDossier dossier;

    @BeforeEach
    void open() throws Exception {
        dossier = new OpenDossier(bot, "plaisir-optimus");
    }

    @AfterEach
    void close() throws Exception {
        dossier.close();
    }

    private List<Control> controls(int page) {
        form.page(page);
        // the page of two dates asks a job, and may get a line more with the answer
        bot.waitUntil("no job of the editor", () -> Arrays.stream(Job.getJobManager().find(null)).noneMatch(j -> OURS.contains(j.getName())));
        bot.idle();
        return bot.ui(() -> {
            List<Control> controls = new ArrayList<>();
            collect(((FormEditor) OpenDossier.editor()).getActivePageInstance().getManagedForm().getForm(), controls);
            return controls;
        });
    }

    private static void collect(Control control, List<Control> into) {
        if (!control.getVisible())
            return;
        into.add(control);
        if (control instanceof Composite composite)
            for (Control child : composite.getChildren())
                collect(child, into);
    }

    private static boolean isOurs(Control control) {
        return control instanceof Text || control instanceof Combo || control instanceof Table || control instanceof Tree || control instanceof Button
                || control instanceof Hyperlink || control.getClass() == Canvas.class && control.getData(Bot.ID) != null;
    }

    /** A radio button that is not chosen is reached by the arrow keys. */
    private static boolean isStop(Control control) {
        return isOurs(control) && control.isEnabled() && !(control instanceof Button b && (b.getStyle() & SWT.RADIO) != 0 && !b.getSelection());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void tabReachesEverything(int page) {
        List<Control> all = controls(page);
        Set<Control> wanted = bot.ui(() -> new LinkedHashSet<>(all.stream().filter(KeyboardTest::isStop).toList()));
        Set<Control> reached = bot.ui(() -> {
            Control now = wanted.iterator().next();
            now.forceFocus();
            Set<Control> seen = new LinkedHashSet<>();
            for (int i = 0; i < 400 && now != null && !seen.containsAll(wanted); i++) {
                seen.add(now);
                now.traverse(SWT.TRAVERSE_TAB_NEXT);
                now = now.getDisplay().getFocusControl();
            }
            return seen;
        });
        wanted.removeAll(reached);
        assertEquals(List.of(), bot.ui(() -> wanted.stream().map(KeyboardTest::describe).toList()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void everyFieldHasANameToBeSpoken(int page) {
        List<Control> all = controls(page);
        assertEquals(List.of(), bot.ui(() -> all.stream().filter(c -> c instanceof Text || c instanceof Combo || c instanceof Table || c instanceof Tree
                || c.getClass() == Canvas.class && isOurs(c)).filter(c -> !(c.getData("name") instanceof String name) || name.isBlank()).map(KeyboardTest::describe).toList()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void noTwoMnemonicsAreTheSame(int page) {
        List<Control> all = controls(page);
        bot.run(() -> {
            Map<Character, String> taken = new HashMap<>();
            for (MenuItem item : OpenDossier.page().getWorkbenchWindow().getShell().getMenuBar().getItems())
                take(item.getText(), taken);
            all.forEach(c -> take(c instanceof Button b ? b.getText() : c instanceof Label l ? l.getText() : "", taken));
            assertTrue(taken.size() >= 4, taken.toString());
        });
    }

    private static void take(String text, Map<Character, String> taken) {
        String plain = text.replace("&&", "");
        int at = plain.indexOf('&');
        if (at >= 0 && at + 1 < plain.length()) {
            String other = taken.put(Character.toLowerCase(plain.charAt(at + 1)), text);
            assertTrue(other == null, other + " and " + text);
        }
    }

    private static String describe(Control control) {
        return control.getClass().getSimpleName() + " " + control.getData(Bot.ID) + " " + (control instanceof Button b ? b.getText() : control instanceof Hyperlink h ? h.getText() : "");
    }
}
