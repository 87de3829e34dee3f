package org.etabli.product.driver;

import org.etabli.ui.testkit.Bot;

/** What a user does with the finished product, from the open window on. Needs a constructor without parameters. */
@FunctionalInterface
public interface Scenario {
    /** Acts outside the UI thread; throws when something is not as it should be. */
    void play(Bot bot) throws Exception;
}
