package org.etabli.product.driver;

import org.etabli.ui.testkit.Bot;

/** The window is there. */
public class OpenWindow implements Scenario {

    @Override
    public void play(Bot bot) {
        bot.shell("Établi");
        bot.idle();
        bot.screenshot("window");
    }
}
