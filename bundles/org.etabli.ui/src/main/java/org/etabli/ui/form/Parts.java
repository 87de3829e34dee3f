package org.etabli.ui.form;

import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;

/** The parts of a page, laid out alike everywhere: parents have a grid. Texts are shown as they are, without mnemonics. */
public final class Parts {
    /** What a wrapped text asks for; it gets the width of its column. */
    private static final int NARROW = 300;
    /** Characters on a line of a tip. */
    private static final int TIP = 80;

    private final FormToolkit kit;

    public Parts(FormToolkit kit) {
        this.kit = kit;
    }

    /** A titled part; what it holds goes into the result. */
    public Composite section(Composite parent, String title, int span) {
        Section section = kit.createSection(parent, ExpandableComposite.TITLE_BAR);
        section.setText(title);
        GridDataFactory.fillDefaults().grab(true, false).span(span, 1).applyTo(section);
        Composite client = kit.createComposite(section);
        GridLayoutFactory.fillDefaults().margins(4, 4).spacing(6, 6).applyTo(client);
        section.setClient(client);
        return client;
    }

    /** What fills a page, side by side: a list of things and the chosen one, with their widths to be set. */
    public SashForm panes(Composite page) {
        GridLayoutFactory.fillDefaults().margins(8, 8).applyTo(page);
        SashForm panes = new SashForm(page, SWT.HORIZONTAL);
        panes.setSashWidth(6);
        kit.adapt(panes);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, 300).applyTo(panes);
        return panes;
    }

    /** A column of things, one below the other. */
    public Composite column(Composite parent) {
        Composite column = kit.createComposite(parent);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(column);
        return column;
    }

    /**
     * Two things beside one another where a page is wide enough for both, else one below the other.
     *
     * @param both whose grid they stand in
     * @param least the width of the page that both need
     */
    public static void beside(ScrolledForm page, Composite both, int least) {
        page.addListener(SWT.Resize, e -> {
            GridLayout grid = (GridLayout) both.getLayout();
            int columns = page.getClientArea().width < least ? 1 : 2;
            if (grid.numColumns != columns) {
                grid.numColumns = columns;
                page.reflow(true);
            }
        });
    }

    /** A text on as many lines as it needs. */
    public Label label(Composite parent, String text) {
        Label label = kit.createLabel(parent, plain(text), SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(label);
        return label;
    }

    /** A name in bold, and what is to be said of it. */
    public Label pair(Composite parent, String name, String text) {
        Label label = kit.createLabel(parent, name);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        return label(parent, text);
    }

    public Hyperlink link(Composite parent, String text, Runnable action) {
        Hyperlink link = kit.createHyperlink(parent, plain(text), SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(link);
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent e) {
                action.run();
            }
        });
        return link;
    }

    /** Words for a tip beside the pointer, in lines of a width that fits every screen. */
    public static String tip(String text) {
        return text == null ? null : plain(text).lines().map(Parts::lines).collect(Collectors.joining("\n"));
    }

    private static String lines(String line) {
        StringBuilder out = new StringBuilder();
        int length = 0;
        for (String word : line.split(" ")) {
            if (length > 0) {
                boolean full = length + 1 + word.length() > TIP;
                out.append(full ? '\n' : ' ');
                length = full ? 0 : length + 1;
            }
            out.append(word);
            length += word.length();
        }
        return out.toString();
    }

    /** Words in which {@code &} means itself. */
    public static String plain(String text) {
        return text.replace("&", "&&");
    }
}
