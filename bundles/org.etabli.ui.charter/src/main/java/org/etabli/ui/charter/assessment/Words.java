package org.etabli.ui.charter.assessment;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.etabli.annex.Wording;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Charter;
import org.etabli.model.Lang;

/** Verdicts and levels in words. */
final class Words {

    private Words() {
    }

    /** As in the documents, with a capital. */
    static String verdict(Verdict verdict, Lang lang) {
        return capital(Wording.verdict(verdict, lang));
    }

    static Stream<String> verdicts(Lang lang) {
        return Arrays.stream(Verdict.values()).map(v -> verdict(v, lang));
    }

    static Stream<String> levels(Lang lang) {
        return Arrays.stream(Charter.Level.values()).map(l -> capital(l.word().in(lang)));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String level(Charter.Commitment commitment, Lang lang) {
        return commitment.level().map(l -> l.word().in(lang)).map(Words::capital).orElse("");
    }

    static String titleWithLevel(Charter.Commitment commitment, Lang lang) {
        return commitment.level().isEmpty() ? commitment.title() : NLS.bind(Messages.titleWithLevel, commitment.title(), level(commitment, lang).toLowerCase(Locale.ROOT));
    }
}
