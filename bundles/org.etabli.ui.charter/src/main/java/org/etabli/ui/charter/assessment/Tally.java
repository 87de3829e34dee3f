package org.etabli.ui.charter.assessment;

import java.util.List;

import org.etabli.rules.CharterReview.Share;

/** How far the whole charter is kept, from the shares of its principles: at least, with what is open counted as broken, and at most. */
record Tally(int judged, int commitments, double atLeast, double atMost) {

    static Tally of(List<Share> shares) {
        int applicable = shares.stream().mapToInt(Share::applicable).sum();
        int unknown = shares.stream().mapToInt(Share::unknown).sum();
        int all = applicable + shares.stream().mapToInt(Share::notApplicable).sum();
        double kept = shares.stream().mapToDouble(s -> s.respected() + s.partly() / 2.0).sum();
        return new Tally(all - unknown, all, applicable == 0 ? 0 : kept / applicable, applicable == 0 ? 0 : (kept + unknown) / applicable);
    }
}
