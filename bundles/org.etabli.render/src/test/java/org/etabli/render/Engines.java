package org.etabli.render;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.etabli.annex.AnnexDocument;
import org.etabli.model.Lang;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** One engine for all tests of this bundle, since JRuby takes seconds to start; and a strict reader of what comes out. */
final class Engines {
    static final Path CHARTERS = Path.of(System.getProperty("etabli.charters"));
    static final Path HOME = Path.of(System.getProperty("etabli.engine"));
    private static Renderer renderer;

    private Engines() {
    }

    static synchronized Renderer renderer() {
        if (renderer == null)
            renderer = new Renderer(HOME);
        return renderer;
    }

    /** The body of a text as the product makes it. */
    static Element main(String asciidoc) throws Exception {
        String html = renderer().render(new AnnexDocument("t", Lang.FR, "T", "", "", asciidoc, List.of())).html();
        return (Element) xml(html).getElementsByTagName("main").item(0);
    }

    /** @throws org.xml.sax.SAXException when it is no well-formed XML */
    static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(text)));
    }

    static List<Element> elements(Node node) {
        List<Element> list = new ArrayList<>();
        if (node instanceof Element e)
            list.add(e);
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling())
            list.addAll(elements(child));
        return list;
    }

    /** White space of any kind is one space. */
    static String words(String text) {
        return text.replaceAll("[\\s\\u0085\\u2028\\u2029]+", " ").strip();
    }

    /** What a reader can see of a text: controls, halves of surrogates and characters that are none are gone. */
    static String visible(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().filter(c -> Character.isWhitespace(c) || c == 0x85 || Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.SURROGATE && (c & 0xFFFE) != 0xFFFE)
                .forEach(out::appendCodePoint);
        return words(out.toString());
    }
}
