package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.UiWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test kit itself: a robot that does nothing would make every other test green. */
class TestKitTest {
    private final Bot bot = new Bot();
    private final AtomicInteger pressed = new AtomicInteger();
    private Shell shell;

    @BeforeEach
    void open() {
        shell = bot.ui(() -> {
            Shell window = new Shell(Display.getCurrent(), SWT.SHELL_TRIM);
            window.setLayout(new RowLayout(SWT.VERTICAL));
            Text text = new Text(window, SWT.BORDER);
            text.setData(Bot.ID, "text");
            Button button = new Button(window, SWT.PUSH);
            button.setText("Ajouter");
            button.setData(Bot.ID, "add");
            button.addListener(SWT.Selection, e -> pressed.incrementAndGet());
            Button slow = new Button(window, SWT.PUSH);
            slow.setText("Lent");
            slow.setData(Bot.ID, "slow");
            slow.addListener(SWT.MouseDown, e -> busy(250));
            window.pack();
            window.open();
            return window;
        });
    }

    @AfterEach
    void close() {
        bot.run(shell::dispose);
    }

    @Test
    void clicksAndTypes() {
        Text text = bot.find(Text.class, "text");
        bot.click(text);
        bot.type(text, "30 jours");
        assertEquals("30 jours", bot.ui(text::getText));
        bot.click(bot.find(Button.class, "add"));
        bot.waitUntil("the button's listener", () -> pressed.get() == 1);
    }

    @Test
    void seesWhatKeepsTheUserWaiting() {
        try (UiWatch watch = UiWatch.of(PlatformUI.getWorkbench().getDisplay())) {
            bot.click(bot.find(Button.class, "slow"));
            assertTrue(watch.slowest().toMillis() >= 250, () -> watch.slowest().toString());
            assertThrows(AssertionError.class, watch::check);
        }
    }

    /** By the time that the thread has a processor: the rest is not counted as waiting. */
    private static void busy(long millis) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long end = clock.getCurrentThreadCpuTime() + millis * 1_000_000;
        while (clock.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }
}
