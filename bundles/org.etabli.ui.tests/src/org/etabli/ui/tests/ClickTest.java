package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A click on what is only half in sight: the page must not move away under the pointer between its two halves. */
@ExtendWith(NoErrorLogged.class)
class ClickTest {
    private static final int BUTTONS = 12;

    private final Bot bot = new Bot();
    private final List<Button> buttons = new ArrayList<>();
    private OpenDossier dossier;
    private ScrolledForm form;
    private Shell shell;

    @BeforeEach
    void open() throws Exception {
        dossier = new OpenDossier(bot, "nantes-cantines");
        FormToolkit kit = ((FormEditor) bot.ui(OpenDossier::editor)).getToolkit();
        shell = bot.ui(() -> {
            Shell window = new Shell(Display.getCurrent(), SWT.SHELL_TRIM);
            window.setLayout(new FillLayout());
            form = kit.createScrolledForm(window);
            form.getBody().setLayout(new RowLayout(SWT.VERTICAL));
            for (int i = 0; i < BUTTONS; i++)
                buttons.add(kit.createButton(form.getBody(), "Réponse " + i, SWT.RADIO));
            window.setSize(260, 200);
            window.open();
            form.reflow(true);
            return window;
        });
    }

    @AfterEach
    void close() throws Exception {
        bot.run(shell::dispose);
        dossier.close();
    }

    @Test
    void aClickOnAHalfSeenButtonIsNotLost() {
        bot.idle();
        Button half = bot.ui(() -> {
            int foot = form.getClientArea().height - buttons.getFirst().getSize().y / 3;
            Button below = buttons.stream().filter(b -> top(b) >= foot).findFirst().orElseThrow();
            // its upper third is in sight
            form.setOrigin(0, form.getOrigin().y + top(below) - foot);
            return below;
        });
        bot.idle();
        bot.click(half);
        bot.waitUntil("the answer", half::getSelection);
        assertEquals(1, bot.ui(() -> buttons.stream().filter(Button::getSelection).count()));
    }

    @Test
    void whatGetsTheKeyboardComesIntoSight() {
        bot.idle();
        Button last = buttons.getLast();
        assertTrue(bot.ui(() -> top(last) > form.getClientArea().height), "the last button is out of sight");
        bot.run(() -> {
            shell.forceActive();
            last.setFocus();
        });
        bot.waitUntil("the last button in sight", () -> top(last) + last.getSize().y <= form.getClientArea().height + 1);
    }

    /** Where a button begins, from the top of what is seen of the form. */
    private int top(Button button) {
        return form.getDisplay().map(button.getParent(), form, button.getLocation()).y;
    }
}
