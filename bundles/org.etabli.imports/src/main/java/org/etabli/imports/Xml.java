package org.etabli.imports;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an office file. Names have one prefix for each vocabulary, whatever the file calls it and whichever of the two
 * editions of the standard it follows: {@code w} for text, {@code a} for drawings, {@code m} for formulas, {@code mc} for alternatives.
 *
 * @param attributes by their local name, since no element here has two of one
 * @param text       of an element without children
 */
record Xml(String name, Map<String, String> attributes, List<Xml> children, StringBuilder text) {
    private static final int DEEPEST = 400;
    private static final Map<String, String> PREFIXES = Map.of("wordprocessingml/2006/main", "w:", "wordprocessingml/main", "w:", "officeDocument/2006/math", "m:",
            "officeDocument/math", "m:", "drawingml/2006/main", "a:", "drawingml/main", "a:", "markup-compatibility/2006", "mc:", "markup-compatibility", "mc:");

    /** @throws XMLStreamException for anything that an office program would not write, a document type first of all */
    static Xml parse(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        Xml root = element("");
        Deque<Xml> open = new ArrayDeque<>();
        open.push(root);
        while (reader.hasNext())
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Xml element = element(prefix(reader.getNamespaceURI()) + reader.getLocalName());
                    for (int i = 0; i < reader.getAttributeCount(); i++)
                        element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    open.peek().children.add(element);
                    open.push(element);
                    if (open.size() > DEEPEST)
                        throw new XMLStreamException("nested too deeply");
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> open.peek().text.append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("document type");
                default -> {
                    // comments and instructions of programs
                }
            }
        return root.children.getFirst();
    }

    private static Xml element(String name) {
        return new Xml(name, new HashMap<>(), new ArrayList<>(), new StringBuilder());
    }

    private static String prefix(String namespace) {
        return namespace == null ? "" : PREFIXES.entrySet().stream().filter(p -> namespace.endsWith("/" + p.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
    }

    Optional<Xml> child(String path) {
        Xml at = this;
        for (String step : path.split("/")) {
            Optional<Xml> next = at.children.stream().filter(c -> c.name.equals(step)).findFirst();
            if (next.isEmpty())
                return next;
            at = next.get();
        }
        return Optional.of(at);
    }

    Stream<Xml> children(String childName) {
        return children.stream().filter(c -> c.name.equals(childName));
    }

    /** Itself and everything in it, in order. */
    Stream<Xml> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Xml::all));
    }

    boolean has(String descendant) {
        return all().anyMatch(x -> x.name.equals(descendant));
    }

    Optional<String> attribute(String attributeName) {
        return Optional.ofNullable(attributes.get(attributeName));
    }

    /** The value that stands in a child, as most properties have it. */
    Optional<String> value(String path) {
        return child(path).flatMap(c -> c.attribute("val"));
    }

    /** Whether a property is there and not switched off. */
    boolean isOn(String path) {
        return child(path).filter(c -> !List.of("0", "false", "off", "none").contains(c.attribute("val").orElse("on"))).isPresent();
    }

    /** The words of everything in it. */
    String words() {
        StringBuilder words = new StringBuilder();
        all().forEach(x -> {
            switch (x.name) {
                case "w:t", "w:delText", "m:t", "a:t" -> words.append(x.text);
                case "w:p", "a:p", "w:br", "w:tab", "w:tc" -> words.append(' ');
                default -> {
                    // no words of its own
                }
            }
        });
        return words.toString().strip();
    }
}
