package org.etabli.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;

/**
 * Things to be read whole, one below the other: a heading in bold, and what is to be said under it, on as many lines as it needs. It is
 * as high as its words and leaves scrolling to the page; a table would cut them. All of it is one text, to be copied and read aloud.
 */
public final class Blocks<T> {
    private static final int INDENT = 14;

    private final StyledText text;
    private final Function<T, String> heading;
    private final Function<T, String> words;
    private final List<Integer> starts = new ArrayList<>();
    private List<T> rows = List.of();
    private String shown = "";

    /**
     * @param heading one line
     * @param words   as many lines as wanted; none where they are empty
     */
    public Blocks(Composite parent, FormToolkit kit, String name, String id, Function<T, String> heading, Function<T, String> words) {
        this.heading = heading;
        this.words = words;
        text = new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        kit.adapt(text, true, false);
        text.setData("id", id);
        Named.as(name, text);
        // Tab leads on: there is nothing to type here
        text.addListener(SWT.Traverse, e -> e.doit |= e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    /** What the parent lays out. */
    public StyledText control() {
        return text;
    }

    /** Hears of Enter and of a double click on one of them. */
    public Blocks<T> onOpen(Consumer<T> listener) {
        text.addListener(SWT.MouseDoubleClick, e -> at(text.getCaretOffset()).ifPresent(listener));
        text.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR)
                at(text.getCaretOffset()).ifPresent(listener);
        });
        return this;
    }

    private Optional<T> at(int offset) {
        int found = -1;
        for (int i = 0; i < starts.size() && starts.get(i) <= offset; i++)
            found = i;
        return found < 0 ? Optional.empty() : Optional.of(rows.get(found));
    }

    public List<T> rows() {
        return rows;
    }

    /** Takes no room where there is nothing; nothing is touched where the words are the same. */
    public void show(List<T> fresh) {
        rows = List.copyOf(fresh);
        starts.clear();
        StringBuilder all = new StringBuilder();
        List<StyleRange> styles = new ArrayList<>();
        for (T row : rows) {
            if (!all.isEmpty())
                all.append('\n');
            starts.add(all.length());
            StyleRange bold = new StyleRange();
            bold.start = all.length();
            bold.fontStyle = SWT.BOLD;
            all.append(heading.apply(row));
            bold.length = all.length() - bold.start;
            styles.add(bold);
            String more = words.apply(row);
            if (!more.isEmpty())
                all.append('\n').append(more);
        }
        if (all.toString().equals(shown))
            return;
        shown = all.toString();
        text.setText(shown);
        text.setStyleRanges(styles.toArray(StyleRange[]::new));
        indent();
        text.setVisible(!rows.isEmpty());
        if (text.getLayoutData() instanceof GridData data)
            data.exclude = rows.isEmpty();
    }

    private void indent() {
        for (int line = 0; line < text.getLineCount(); line++) {
            boolean isHeading = starts.contains(text.getOffsetAtLine(line));
            if (!isHeading) {
                text.setLineIndent(line, 1, INDENT);
                text.setLineWrapIndent(line, 1, INDENT);
            } else if (line > 0) {
                text.setLineVerticalIndent(line, 5);
            }
        }
    }
}
