package org.etabli.ui.charter.assessment;

import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Charter;
import org.etabli.model.Lang;

/** Verdicts and levels in words. */
final class Words {

    private Words() {
    }

    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case RESPECTED -> Messages.respected;
            case PARTLY -> Messages.partly;
            case NOT_RESPECTED -> Messages.notRespected;
            case NOT_APPLICABLE -> Messages.notApplicable;
            case UNKNOWN -> Messages.unknown;
        };
    }

    static String level(Charter.Commitment commitment, Lang lang) {
        return commitment.level().map(l -> l.word().in(lang)).map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1)).orElse("");
    }

    static String titleWithLevel(Charter.Commitment commitment, Lang lang) {
        return commitment.level().isEmpty() ? commitment.title() : NLS.bind(Messages.titleWithLevel, commitment.title(), level(commitment, lang).toLowerCase(Locale.ROOT));
    }
}
