package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.ide.IDE;
import org.etabli.ui.form.Shades;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.FactsForm;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Themes that are changed while a text is open: all of it changes, and all of it can be read. */
@ExtendWith(NoErrorLogged.class)
class ThemeTest {
    /** Contrast that WCAG 2.1 asks of text (1.4.3), and of text for those who need more (1.4.6). */
    private static final double LEGIBLE = 4.5;
    private static final double ENHANCED = 7;

    private final Bot bot = new Bot();
    private OpenDossier dossier;

    @BeforeEach
    void open() throws Exception {
        dossier = new OpenDossier(bot, "nantes-cantines");
    }

    @AfterEach
    void close() throws Exception {
        theme("Claire");
        dossier.close();
    }

    private void theme(String name) {
        bot.menu("Fenêtre", "Apparence", name);
        bot.idle();
    }

    @Test
    void theSourceChangesWithTheTheme() {
        new FactsForm(bot).page(5);
        StyledText source = bot.find(StyledText.class, "the source", t -> t.getText().contains("schema: etabli/facts"));
        Set<RGB> before = bot.ui(() -> colors(source));
        assertTrue(before.size() > 1, "the text has colours: " + before);
        for (String name : List.of("Sombre", "Contraste élevé", "Claire")) {
            theme(name);
            double wanted = name.startsWith("Contraste") ? ENHANCED : LEGIBLE;
            bot.waitUntil("legible colours in the theme " + name, () -> worst(source) >= wanted);
            bot.screenshot("source-" + name);
        }
        assertEquals(before, bot.ui(() -> colors(source)));
    }

    @Test
    void tabsBehindAreLegibleInHighContrast() throws Exception {
        bot.ui(() -> IDE.openEditor(OpenDossier.page(), dossier.project.getFile("dossier.yaml")));
        theme("Contraste élevé");
        bot.waitUntil("tabs of two editors", () -> tabs().size() >= 3);
        bot.screenshot("tabs-contrast");
        bot.waitUntil("legible tabs", () -> tabs().stream().filter(CTabItem::isShowing).allMatch(t -> strongest(t) >= ENHANCED));
    }

    /** What the platform does not paint anew is said, and one click opens the page in the new colours. */
    @Test
    void anOpenPageSaysThatItIsToBeOpenedAgain() {
        IEditorPart before = bot.ui(OpenDossier::editor);
        theme("Sombre");
        bot.find(Label.class, "notice.theme");
        Link again = bot.find(Link.class, "notice.theme.Rouvrir");
        bot.run(() -> again.notifyListeners(SWT.Selection, new Event()));
        bot.waitUntil("another editor of the same text", () -> OpenDossier.editor() != before && OpenDossier.editor() instanceof FormEditor);
        bot.waitUntil("no notice", () -> !bot.exists(Label.class, "notice.theme"));
        bot.screenshot("theme-reopened");
    }

    @Test
    void aButtonThatCannotBePressedIsPaler() {
        new FactsForm(bot).page(3);
        Button agenda = bot.find(Button.class, "calendar.agenda");
        for (String name : List.of("Claire", "Sombre")) {
            theme(name);
            bot.waitUntil("a legible button in the theme " + name, () -> strongest(agenda) >= LEGIBLE);
            double live = bot.ui(() -> strongest(agenda));
            bot.run(() -> Shades.enable(agenda, false));
            bot.waitUntil("a paler one in the theme " + name, () -> strongest(agenda) < live * 0.75);
            bot.screenshot("button-" + name);
            bot.run(() -> Shades.enable(agenda, true));
        }
    }

    private static double strongest(Control control) {
        return strongest(control.getDisplay(), control.getDisplay().map(control.getParent(), null, control.getBounds()));
    }

    private static double strongest(CTabItem tab) {
        return strongest(tab.getDisplay(), tab.getDisplay().map(tab.getParent(), null, tab.getBounds()));
    }

    /** The strongest contrast that is painted in a place: what is told to the painter is not what he does. */
    private static double strongest(Display display, Rectangle bounds) {
        Image picture = new Image(display, bounds.width, bounds.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(picture, bounds.x, bounds.y);
            ImageData data = picture.getImageData();
            double lightest = 0;
            double darkest = 1;
            // the middle, where the title is, without the lines around and the picture before it
            for (int x = data.width / 3; x < data.width * 2 / 3; x++)
                for (int y = data.height / 4; y < data.height * 3 / 4; y++) {
                    RGB rgb = data.palette.getRGB(data.getPixel(x, y));
                    double luminance = luminance(rgb);
                    lightest = Math.max(lightest, luminance);
                    darkest = Math.min(darkest, luminance);
                }
            return (lightest + 0.05) / (darkest + 0.05);
        } finally {
            gc.dispose();
            picture.dispose();
        }
    }

    private List<CTabItem> tabs() {
        List<CTabItem> tabs = new ArrayList<>();
        collect(OpenDossier.page().getWorkbenchWindow().getShell(), tabs);
        return tabs;
    }

    private static void collect(Composite parent, List<CTabItem> into) {
        if (parent instanceof CTabFolder folder && folder.isVisible())
            into.addAll(Arrays.asList(folder.getItems()));
        for (Control child : parent.getChildren())
            if (child instanceof Composite composite)
                collect(composite, into);
    }

    private static Set<RGB> colors(StyledText text) {
        return Arrays.stream(text.getStyleRanges()).map(r -> r.foreground).filter(c -> c != null).map(Color::getRGB).collect(Collectors.toSet());
    }

    /** The least contrast of a word of the text, plain ones among them. */
    private static double worst(StyledText text) {
        double worst = contrast(text.getForeground(), text.getBackground());
        for (StyleRange range : text.getStyleRanges())
            if (range.foreground != null)
                worst = Math.min(worst, contrast(range.foreground, range.background == null ? text.getBackground() : range.background));
        return worst;
    }

    private static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a.getRGB()), luminance(b.getRGB()));
        double dark = Math.min(luminance(a.getRGB()), luminance(b.getRGB()));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(RGB color) {
        return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
    }

    /** As WCAG 2.1 defines it. */
    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
