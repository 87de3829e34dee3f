package org.etabli.rules;

import org.etabli.model.Decision;

/**
 * The class as far as the answers go.
 *
 * @param strongest index of the strongest class that surely applies, -1 when none does
 * @param open      whether a stronger class is still undecided
 */
record Outcome(int strongest, boolean open) {

    static Outcome of(Law law, byte[] truth) {
        boolean open = false;
        boolean openAbsolute = false;
        for (int i = 0; i < law.classes.length; i++) {
            byte value = truth[law.classes[i]];
            boolean absolute = law.isAbsolute[i];
            // two ways out of the Regulation do not compete: one that is sure is enough
            if (value == Expr.TRUE)
                return new Outcome(i, open || openAbsolute && !absolute);
            open |= value == Expr.UNKNOWN && !absolute;
            openAbsolute |= value == Expr.UNKNOWN && absolute;
        }
        return new Outcome(-1, true);
    }

    String name(Law law) {
        return open || strongest < 0 ? Decision.INSUFFICIENT : law.classRules.get(strongest).id();
    }
}
