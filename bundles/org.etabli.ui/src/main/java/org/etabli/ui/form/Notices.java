package org.etabli.ui.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/**
 * What must be known of a text on every page of its editor, above the pages: it has changed on disk, it cannot be written, it
 * cannot be read. Each notice says what can be done about it; it is there until its reason is gone.
 */
public final class Notices {
    private final Composite bar;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** A thing that can be done, in a word or two. */
    public record Choice(String label, Runnable action) {
    }

    private record Row(Composite line, String text) {
    }

    /** @param parent whose grid of one column it is a row of */
    public Notices(Composite parent) {
        bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 3).spacing(0, 3).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(bar);
        bar.setVisible(false);
        bar.setData("id", "notices");
    }

    /**
     * Says something, or says it anew.
     *
     * @param key of the reason
     * @param sign one of SWT's system images
     */
    public void show(String key, int sign, String text, Choice... choices) {
        if (bar.isDisposed() || rows.containsKey(key) && rows.get(key).text.equals(text))
            return;
        remove(key);
        Composite line = new Composite(bar, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(1 + choices.length).spacing(12, 0).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        Label words = new Label(line, SWT.WRAP);
        words.setText(sign(sign) + Parts.plain(text));
        words.setData("id", "notice." + key);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT).applyTo(words);
        for (Choice choice : choices)
            link(line, choice).setData("id", "notice." + key + "." + choice.label);
        rows.put(key, new Row(line, text));
        layOut();
    }

    /** The reason is gone. */
    public void hide(String key) {
        if (!bar.isDisposed() && remove(key))
            layOut();
    }

    /** A sign that is a word of the text, so that it is heard as well as seen. */
    private static String sign(int sign) {
        return switch (sign) {
            case SWT.ICON_ERROR -> "\u2716 ";
            case SWT.ICON_WARNING -> "\u26A0 ";
            default -> "";
        };
    }

    private static Link link(Composite line, Choice choice) {
        Link link = new Link(line, SWT.NONE);
        link.setText("<a>" + Parts.plain(choice.label) + "</a>");
        Consumer<Runnable> later = link.getDisplay()::asyncExec;
        // what is chosen may take the notice away, and the link with it
        link.addListener(SWT.Selection, e -> later.accept(choice.action));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(link);
        return link;
    }

    private boolean remove(String key) {
        Row row = rows.remove(key);
        if (row != null)
            row.line.dispose();
        return row != null;
    }

    private void layOut() {
        bar.setVisible(!rows.isEmpty());
        ((GridData) bar.getLayoutData()).exclude = rows.isEmpty();
        bar.getParent().layout(true, true);
    }
}
