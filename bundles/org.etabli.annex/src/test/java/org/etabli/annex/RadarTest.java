package org.etabli.annex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javax.xml.parsers.DocumentBuilderFactory;

import org.etabli.dossier.Content;
import org.etabli.dossier.LawLibrary;
import org.etabli.model.Charter;
import org.etabli.model.Lang;
import org.etabli.rules.CharterReview.Share;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The picture of the principles: right points, and words that never meet. */
class RadarTest {
    private static final List<String> WORDS = List.of("Respecter", "les", "personnes", "et", "l’environnement", "MAJUSCULES", "anticonstitutionnellement".repeat(3), "à", "<b>&amp;</b>", "\"q\"", "🙂🙂🙂", "WWWWWW", "i");

    private final Wording wording = new Wording(law(), Lang.FR);

    private static org.etabli.rules.Law law() {
        try {
            return new LawLibrary(new Content(Path.of(System.getProperty("etabli.charters")))).law(LocalDate.of(2026, 11, 21), Optional.empty());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Share share(String title, int kept, int open, int of) {
        return new Share(new Charter.Principle("p", title, "", List.of()), kept, 0, of - kept - open, 0, open, (double) kept / of, (double) (kept + open) / of);
    }

    private static List<Element> elements(String svg, String name) throws Exception {
        NodeList found = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg))).getElementsByTagName(name);
        List<Element> list = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++)
            list.add((Element) found.item(i));
        return list;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** Four axes, up, right, down, left: at least a quarter, a half, nothing, all; the circle has the radius that its largest ring says. */
    @Test
    void pointsStandWhereTheSharesAre() throws Exception {
        String svg = Radar.svg(List.of(share("A", 1, 0, 4), share("B", 2, 2, 4), share("C", 0, 4, 4), share("D", 4, 0, 4)), wording).orElseThrow();
        double r = elements(svg, "circle").stream().mapToDouble(c -> number(c, "r")).max().orElseThrow();
        double x = number(elements(svg, "circle").get(0), "cx");
        double y = number(elements(svg, "circle").get(0), "cy");
        assertEquals(points(x, y - r / 4, x + r / 2, y, x, y, x - r, y), polygon(svg, "least"));
        assertEquals(points(x, y - r / 4, x + r, y, x, y + r, x - r, y), polygon(svg, "most"));
    }

    private static List<Long> points(double... coordinates) {
        List<Long> rounded = new ArrayList<>();
        for (double c : coordinates)
            rounded.add(Math.round(c));
        return rounded;
    }

    private static List<Long> polygon(String svg, String role) throws Exception {
        String points = elements(svg, "polygon").stream().filter(p -> p.getAttribute("class").equals(role)).findFirst().orElseThrow().getAttribute("points");
        return points(java.util.Arrays.stream(points.split("[ ,]")).mapToDouble(Double::parseDouble).toArray());
    }

    @Test
    void twoAxesMakeNoPictureAndWhatDoesNotApplyHasNone() throws Exception {
        assertEquals(Optional.empty(), Radar.svg(List.of(share("A", 1, 0, 2), share("B", 1, 0, 2)), wording));
        Share none = new Share(new Charter.Principle("p", "Sans objet", "", List.of()), 0, 0, 0, 3, 0, 0, 0);
        assertEquals(Optional.empty(), Radar.svg(List.of(share("A", 1, 0, 2), share("B", 1, 0, 2), none), wording));
        String svg = Radar.svg(List.of(share("A", 1, 0, 2), share("B", 1, 0, 2), share("C", 1, 0, 2), none), wording).orElseThrow();
        assertEquals(6, polygon(svg, "least").size(), "three points");
    }

    @Test
    void whoCannotSeeItHearsIt() throws Exception {
        String svg = Radar.svg(List.of(share("Servir", 1, 0, 4), share("B", 1, 1, 3), share("C", 3, 0, 3)), wording).orElseThrow();
        Element root = elements(svg, "svg").get(0);
        Element title = elements(svg, "title").get(0);
        Element desc = elements(svg, "desc").get(0);
        assertEquals("img", root.getAttribute("role"));
        assertEquals(title.getAttribute("id") + " " + desc.getAttribute("id"), root.getAttribute("aria-labelledby"));
        // a third and two thirds, each rounded to the worse side
        assertEquals("Servir : 25 % ; B : 33,3 % à 66,7 % ; C : 100 %", desc.getTextContent());
    }

    /** Lines of words as boxes, as wide as a bold capital on average where they are widest. */
    @Test
    void wordsNeverMeetNorLeaveThePicture() throws Exception {
        int boxes = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<Share> shares = new ArrayList<>();
            for (int n = 3 + random.nextInt(30); n > 0; n--) {
                StringBuilder title = new StringBuilder();
                for (int words = 1 + random.nextInt(12); words > 0; words--)
                    title.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
                shares.add(share(title.toString(), random.nextInt(3), random.nextInt(3), 4));
            }
            String svg = Radar.svg(shares, wording).orElseThrow();
            assertTrue(svg.lines().allMatch(l -> l.startsWith("<")), "no line of it may be taken for AsciiDoc");
            Element root = elements(svg, "svg").get(0);
            double r = elements(svg, "circle").stream().mapToDouble(c -> number(c, "r")).max().orElseThrow();
            double cx = number(elements(svg, "circle").get(0), "cx");
            List<double[]> taken = new ArrayList<>();
            for (Element text : elements(svg, "text")) {
                double size = number(text, "font-size");
                double width = text.getTextContent().codePoints().filter(c -> c != ' ').count() * size * 0.36;
                double x = number(text, "x");
                double left = text.getAttribute("text-anchor").equals("end") ? x - width : text.getAttribute("text-anchor").equals("middle") ? x - width / 2 : x;
                double[] box = {left, number(text, "y") - size * 0.8, left + width, number(text, "y") + size * 0.2};
                assertTrue(box[0] >= 0 && box[1] >= 0 && box[2] <= number(root, "width") && box[3] <= number(root, "height"), text.getTextContent() + " of " + seed);
                assertTrue(box[2] <= cx - r || box[0] >= cx + r || box[1] > number(root, "height") - 50, "not on the circle: " + text.getTextContent());
                for (double[] other : taken)
                    assertTrue(box[2] <= other[0] || box[0] >= other[2] || box[3] <= other[1] || box[1] >= other[3], text.getTextContent() + " meets another of " + seed);
                taken.add(box);
                boxes++;
            }
        }
        assertTrue(boxes > 2000, boxes + " lines");
    }
}
