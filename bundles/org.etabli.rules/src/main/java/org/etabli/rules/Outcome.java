package org.etabli.rules;

import org.etabli.model.Decision;

/**
 * The class as far as the answers go.
 *
 * @param strongest index of the strongest class that surely applies, -1 when none does
 * @param open      whether a heavier class is still undecided
 */
record Outcome(int strongest, boolean open) {

    static Outcome of(Law law, byte[] truth) {
        int heaviestOpen = Integer.MAX_VALUE;
        for (int i = 0; i < law.classes.length; i++) {
            byte value = truth[law.classes[i]];
            if (value == Expr.TRUE)
                return new Outcome(i, heaviestOpen < law.level[i]);
            // a way out that nobody has shown is no heavier class
            if (value == Expr.UNKNOWN && !law.isAbsolute[i])
                heaviestOpen = Math.min(heaviestOpen, law.level[i]);
        }
        return new Outcome(-1, true);
    }

    /** Whether a class would weigh more than what is sure; while nothing is, every class does. */
    boolean isHeavier(Law law, int rank) {
        return strongest < 0 || !law.isAbsolute[rank] && law.level[rank] < law.level[strongest];
    }

    String name(Law law) {
        return open || strongest < 0 ? Decision.INSUFFICIENT : law.classRules.get(strongest).id();
    }
}
