package org.etabli.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

/**
 * The faces of the documents, each parsed once: Liberation for all text, and DejaVu for the characters that Liberation lacks.
 * A parsed font reads through one position, so one thread at a time may use them.
 */
final class Fonts {
    static final String SANS = "LiberationSans-Regular";
    static final String SANS_BOLD = "LiberationSans-Bold";
    private static final String MORE = "DejaVuSans";
    private static final String MORE_BOLD = "DejaVuSans-Bold";
    /** What stands for a character that no face has. */
    private static final int REPLACEMENT = 0xFFFD;

    private static final Pattern REFERENCE = Pattern.compile("&#(x[0-9a-fA-F]{1,6}|[0-9]{1,7});");

    private final Path folder;
    private final Map<String, TrueTypeFont> parsed = new HashMap<>();

    /** @param folder with the font files */
    Fonts(Path folder) {
        this.folder = folder;
    }

    /** Offers every face to a PDF; only those that it uses are parsed and embedded. */
    void offer(PdfRendererBuilder builder, PDDocument target) {
        family(builder, target, "LiberationSans", "Liberation Sans");
        family(builder, target, "LiberationMono", "Liberation Mono");
        // no slanted ones: they have fewer characters, and an upright one is better than none
        face(builder, target, MORE, "DejaVu Sans", 400, FontStyle.NORMAL);
        face(builder, target, MORE_BOLD, "DejaVu Sans", 700, FontStyle.NORMAL);
    }

    private void family(PdfRendererBuilder builder, PDDocument target, String file, String family) {
        face(builder, target, file + "-Regular", family, 400, FontStyle.NORMAL);
        face(builder, target, file + "-Bold", family, 700, FontStyle.NORMAL);
        face(builder, target, file + "-Italic", family, 400, FontStyle.ITALIC);
        face(builder, target, file + "-BoldItalic", family, 700, FontStyle.ITALIC);
    }

    private void face(PdfRendererBuilder builder, PDDocument target, String file, String family, int weight, FontStyle style) {
        builder.useFont(new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                try {
                    return PDType0Font.load(target, font(file), true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }, family, weight, style, true);
    }

    /** A face; it stays open, since PDFBox closes only fonts that it opened itself. */
    TrueTypeFont font(String file) {
        return parsed.computeIfAbsent(file, f -> {
            try {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(Files.readAllBytes(folder.resolve(f + ".ttf"))));
                // no ligatures: text is measured without them, they would lose letters of the text layer, and looking for them takes most of the time
                font.setEnableGsub(false);
                return font;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The face of a style that has a character, in the order of the style sheet. */
    TrueTypeFont fontFor(int codePoint, boolean bold) throws IOException {
        TrueTypeFont usual = font(bold ? SANS_BOLD : SANS);
        return has(usual, codePoint) ? usual : font(bold ? MORE_BOLD : MORE);
    }

    /** A text of which every character can be shown, and those that were replaced. */
    record Shown(String text, SortedSet<Integer> replaced) {
    }

    /** Characters that no face has are replaced; those that are invisible anyway go. Accents stand with their letter where Unicode has them as one. */
    Shown shown(String page) {
        String text = Normalizer.normalize(REFERENCE.matcher(page).replaceAll(Fonts::character), Normalizer.Form.NFC);
        SortedSet<Integer> replaced = new TreeSet<>();
        Map<Integer, Boolean> known = new HashMap<>();
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c < 0x7F || !choosesPicture(c) && known.computeIfAbsent(c, this::isShown)) {
                out.appendCodePoint(c);
            } else if (!isInvisible(c)) {
                out.appendCodePoint(REPLACEMENT);
                replaced.add(c);
            }
        });
        return new Shown(out.toString(), replaced);
    }

    /** What a numeric reference stands for; one to a character of the markup stays. */
    private static String character(MatchResult reference) {
        String digits = reference.group(1);
        int c = digits.startsWith("x") ? Integer.parseInt(digits, 1, digits.length(), 16) : Integer.parseInt(digits);
        return Matcher.quoteReplacement(c > 0x7F && Character.isValidCodePoint(c) ? Character.toString(c) : reference.group());
    }

    /** In every weight and slant: Liberation's faces have the same characters. */
    private boolean isShown(int codePoint) {
        try {
            return has(font(SANS), codePoint) || has(font(MORE), codePoint) && has(font(MORE_BOLD), codePoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(TrueTypeFont font, int codePoint) throws IOException {
        return font.getUnicodeCmapLookup().getGlyphId(codePoint) != 0;
    }

    /** Joiners, variation selectors, marks of direction, controls: what a font without them rightly leaves out. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> choosesPicture(codePoint);
        };
    }

    /** Chooses among, or joins, coloured pictures; ours are letters. */
    private static boolean choosesPicture(int codePoint) {
        return codePoint == 0x200D || codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }
}
