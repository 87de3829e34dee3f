package org.etabli.render;

import java.text.BreakIterator;
import java.util.Locale;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Line breaks as a French typographer allows them: not behind an elision ("l’ / acheteur"), not at a space that must not break. */
final class FrenchLineBreaker implements FSTextBreaker {
    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.FRENCH);
    private String text = "";

    @Override
    public int next() {
        int at = breaks.next();
        while (at != BreakIterator.DONE && at < text.length() && isForbidden(at))
            at = breaks.next();
        return at;
    }

    private boolean isForbidden(int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        boolean elision = (before == '’' || before == '\'') && at > 1 && Character.isLetter(text.charAt(at - 2));
        boolean glued = before == '\u00A0' || before == '\u202F' || after == '\u00A0' || after == '\u202F';
        // 2026/1744, n° 1/2: a slash between digits is part of the number
        boolean number = before == '/' && Character.isDigit(after);
        return elision || glued || number;
    }

    @Override
    public void setText(String newText) {
        text = newText;
        breaks.setText(newText);
    }
}
