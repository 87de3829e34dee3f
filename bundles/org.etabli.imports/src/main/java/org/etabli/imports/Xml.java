package org.etabli.imports;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
record Xml(String name, Map<String, String> attributes, List<Xml> children, String text) {
    static final Xml NONE = new Xml("", Map.of(), List.of(), "");
    /** Of all parts of a file together: a small file may unpack to millions, and each of them takes its room in memory. */
    static final int MOST = 1_000_000;
    /** Characters of all words together: more than any charter may hold. */
    private static final int LONGEST = 8 << 20;
    private static final Set<String> WORDS = Set.of("w:t", "w:delText", "m:t", "a:t");
    private static final int DEEPEST = 400;
    /** A program writes them by the thousand to remember who changed what. */
    private static final String REVISION = "rsid";
    private static final Map<String, String> PREFIXES = Map.of("wordprocessingml/2006/main", "w:", "wordprocessingml/main", "w:", "officeDocument/2006/math", "m:",
            "officeDocument/math", "m:", "drawingml/2006/main", "a:", "drawingml/main", "a:", "markup-compatibility/2006", "mc:", "markup-compatibility", "mc:");

    /** Why a part cannot be read. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;
        private final int line;
        private final int column;

        private Refused(String reason, XMLStreamReader at) {
            super(reason);
            this.reason = reason;
            this.line = at.getLocation().getLineNumber();
            this.column = at.getLocation().getColumnNumber();
        }

        /** Of a message. */
        String reason() {
            return reason;
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }
    }

    /** Reads the parts of one file, which share a limit. */
    static final class Reader {
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, String> known = new HashMap<>();
        private int count;
        private int length;

        /** @throws Refused for anything that an office program would not write, a document type first of all */
        Xml read(byte[] bytes) throws Refused {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            // else the parser prints its complaints beside throwing them
            factory.setXMLReporter((message, type, info, place) -> {
            });
            XMLStreamReader reader;
            try {
                reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            } catch (XMLStreamException e) {
                throw new IllegalStateException(e);
            }
            try {
                return root(reader);
            } catch (XMLStreamException e) {
                throw new Refused("xml", reader);
            }
        }

        private Xml root(XMLStreamReader reader) throws XMLStreamException, Refused {
            Deque<Open> open = new ArrayDeque<>();
            open.push(new Open("", Map.of()));
            while (reader.hasNext())
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        count += 1 + reader.getAttributeCount();
                        if (count > MOST)
                            throw new Refused("elements", reader);
                        if (open.size() > DEEPEST)
                            throw new Refused("nested", reader);
                        open.push(new Open(name(reader), attributes(reader)));
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        Xml closed = open.pop().closed();
                        length += WORDS.contains(closed.name) ? closed.text.length() : 0;
                        if (length > LONGEST)
                            throw new Refused("words", reader);
                        open.peek().children.add(closed);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        open.peek().text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Refused("document-type", reader);
                    default -> {
                        // comments and instructions of programs
                    }
                }
            return open.peek().children.getFirst();
        }

        private String name(XMLStreamReader reader) {
            String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
            String prefix = names.computeIfAbsent(namespace, Reader::prefix);
            return known(prefix + reader.getLocalName());
        }

        /** One object for each word of the vocabulary. */
        private String known(String word) {
            return known.computeIfAbsent(word, w -> w);
        }

        private static String prefix(String namespace) {
            return PREFIXES.entrySet().stream().filter(p -> namespace.endsWith("/" + p.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
        }

        private Map<String, String> attributes(XMLStreamReader reader) {
            Map<String, String> attributes = Map.of();
            for (int i = 0; i < reader.getAttributeCount(); i++)
                if (!reader.getAttributeLocalName(i).startsWith(REVISION)) {
                    attributes = attributes.isEmpty() ? new HashMap<>(4) : attributes;
                    attributes.put(known(reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
                }
            return attributes;
        }
    }

    /** An element whose end has not come yet. */
    private static final class Open {
        private final String name;
        private final Map<String, String> attributes;
        private final List<Xml> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        private Open(String name, Map<String, String> attributes) {
            this.name = name;
            this.attributes = attributes;
        }

        private Xml closed() {
            return new Xml(name, attributes, children.isEmpty() ? List.of() : List.copyOf(children), children.isEmpty() && !text.isEmpty() ? text.toString() : "");
        }
    }

    Optional<Xml> child(String path) {
        Xml at = this;
        for (String step : path.split("/")) {
            Optional<Xml> next = at.first(step);
            if (next.isEmpty())
                return next;
            at = next.get();
        }
        return Optional.of(at);
    }

    private Optional<Xml> first(String childName) {
        for (Xml child : children)
            if (child.name.equals(childName))
                return Optional.of(child);
        return Optional.empty();
    }

    Stream<Xml> children(String childName) {
        return children.stream().filter(c -> c.name.equals(childName));
    }

    /** Itself and everything in it, in order. */
    void each(Consumer<Xml> seen) {
        seen.accept(this);
        for (Xml child : children)
            child.each(seen);
    }

    /** The first of itself and everything in it. */
    Optional<Xml> find(Predicate<Xml> wanted) {
        if (wanted.test(this))
            return Optional.of(this);
        for (Xml child : children) {
            Optional<Xml> found = child.find(wanted);
            if (found.isPresent())
                return found;
        }
        return Optional.empty();
    }

    boolean has(String descendant) {
        return find(x -> x.name.equals(descendant)).isPresent();
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
        each(x -> {
            switch (x.name) {
                case "w:p", "a:p", "w:br", "w:tab", "w:tc" -> words.append(' ');
                default -> words.append(WORDS.contains(x.name) ? x.text : "");
            }
        });
        return words.toString().strip();
    }
}
