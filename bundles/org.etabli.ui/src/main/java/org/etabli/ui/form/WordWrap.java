package org.etabli.ui.form;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/**
 * Breaks a text into lines that a cell can show: the tables of the system show the lines that a text has, and make none of their own. Words are
 * measured once each, since the texts of a table share most of them.
 */
final class WordWrap {
    private static final int MOST_WORDS = 5_000;

    private final Control control;
    private final Map<String, Integer> widths = new HashMap<>();
    private Font font;

    /** @param control in whose font the text is shown */
    WordWrap(Control control) {
        this.control = control;
    }

    /** @param width in pixels; a word that is longer has a line to itself */
    String lines(String text, int width) {
        if (!control.getFont().equals(font) || widths.size() > MOST_WORDS) {
            widths.clear();
            font = control.getFont();
        }
        int space = width(" ");
        StringBuilder out = new StringBuilder(text.length() + 8);
        int used = 0;
        // at a common space only: the others are there not to be broken at
        for (String word : text.split("[ \\r\\n]+")) {
            int needed = width(word);
            boolean first = out.isEmpty();
            boolean breaks = !first && used + space + needed > width;
            out.append(first ? "" : breaks ? "\n" : " ").append(word);
            used = first || breaks ? needed : used + space + needed;
        }
        return out.toString();
    }

    private int width(String word) {
        return widths.computeIfAbsent(word, this::measured);
    }

    private int measured(String word) {
        GC gc = new GC(control);
        try {
            return gc.stringExtent(word).x;
        } finally {
            gc.dispose();
        }
    }
}
