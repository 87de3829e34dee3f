package org.etabli.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;

/**
 * The pictures that our own documents contain, in a PDF: polygons, lines, circles and words, with presentation attributes. A whole
 * reader of SVG would bring a dozen libraries for one figure. Words become outlines: what a screen reader needs is the figure's
 * alternative text.
 */
final class SvgPictures implements SVGDrawer {
    private final Fonts fonts;

    SvgPictures(Fonts fonts) {
        this.fonts = fonts;
    }

    @Override
    public SVGImage buildSVGImage(Element svg, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
        double width = number(svg, "width");
        double height = number(svg, "height");
        return new SVGImage() {
            @Override
            public int getIntrinsicWidth() {
                return (int) Math.round(width * dotsPerPixel);
            }

            @Override
            public int getIntrinsicHeight() {
                return (int) Math.round(height * dotsPerPixel);
            }

            @Override
            public void drawSVG(OutputDevice device, RenderingContext rendering, double x, double y) {
                // the place is in dots, the size and what is drawn in pixels
                device.drawWithGraphics((float) x, (float) y, (float) width, (float) height, g -> draw(svg, g));
            }
        };
    }

    private void draw(Element svg, Graphics2D g) {
        for (Node child = svg.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element element)
                switch (element.getTagName()) {
                    case "polygon" -> paint(element, polygon(element.getAttribute("points")), g);
                    case "line" -> paint(element, new Line2D.Double(number(element, "x1"), number(element, "y1"), number(element, "x2"), number(element, "y2")), g);
                    case "circle" -> {
                        double r = number(element, "r");
                        paint(element, new Ellipse2D.Double(number(element, "cx") - r, number(element, "cy") - r, 2 * r, 2 * r), g);
                    }
                    case "text" -> paint(element, words(element), g);
                    default -> { }
                }
    }

    private static void paint(Element element, Shape shape, Graphics2D g) {
        if (isColour(element.getAttribute("fill"))) {
            g.setColor(Color.decode(element.getAttribute("fill")));
            g.fill(shape);
        }
        if (isColour(element.getAttribute("stroke"))) {
            g.setColor(Color.decode(element.getAttribute("stroke")));
            g.setStroke(stroke((float) number(element, "stroke-width"), element.getAttribute("stroke-dasharray")));
            g.draw(shape);
        }
    }

    private static boolean isColour(String value) {
        return value.startsWith("#");
    }

    private static BasicStroke stroke(float width, String dashes) {
        if (dashes.isEmpty())
            return new BasicStroke(width);
        String[] lengths = dashes.split(" ");
        float[] pattern = new float[lengths.length];
        for (int i = 0; i < pattern.length; i++)
            pattern[i] = Float.parseFloat(lengths[i]);
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, pattern, 0);
    }

    private static Shape polygon(String points) {
        Path2D path = new Path2D.Double();
        for (String point : points.split(" ")) {
            String[] xy = point.split(",");
            if (path.getCurrentPoint() == null)
                path.moveTo(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]));
            else
                path.lineTo(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]));
        }
        path.closePath();
        return path;
    }

    private Shape words(Element text) {
        boolean bold = text.getAttribute("font-weight").equals("bold");
        double size = number(text, "font-size");
        try {
            Path2D line = new Path2D.Double();
            double width = 0;
            for (int c : text.getTextContent().codePoints().toArray()) {
                TrueTypeFont font = fonts.fontFor(c, bold);
                double scale = size / font.getUnitsPerEm();
                int glyph = font.getUnicodeCmapLookup().getGlyphId(c);
                GlyphData outline = font.getGlyph().getGlyph(glyph);
                if (outline != null) {
                    AffineTransform place = AffineTransform.getTranslateInstance(width, 0);
                    place.scale(scale, -scale);
                    line.append(outline.getPath().getPathIterator(place), false);
                }
                width += font.getAdvanceWidth(glyph) * scale;
            }
            double before = switch (text.getAttribute("text-anchor")) {
                case "end" -> width;
                case "middle" -> width / 2;
                default -> 0;
            };
            return AffineTransform.getTranslateInstance(number(text, "x") - before, number(text, "y")).createTransformedShape(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // our pictures use the fonts of the documents
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // see importFontFaceRules
    }

    @Override
    public void close() {
        // the fonts are kept for the next document
    }
}
