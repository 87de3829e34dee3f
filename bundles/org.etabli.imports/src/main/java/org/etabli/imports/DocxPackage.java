package org.etabli.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLStreamException;

import org.etabli.model.InvalidInputException;

/** The parts of an office file, unpacked in memory and within limits. */
final class DocxPackage {
    private static final int MOST_ENTRIES = 5000;
    private static final long LARGEST = 256L * 1024 * 1024;
    /** Of all XML together: a charter of the greatest length fits in well. */
    private static final long LARGEST_XML = 48L * 1024 * 1024;

    private final Report report;
    private final Map<String, byte[]> parts = new HashMap<>();
    private final String main;
    private final List<Relation> relations;

    /** @param type the last word of its kind: styles, footnotes, header… */
    record Relation(String id, String type, String target, boolean external) {
    }

    DocxPackage(byte[] bytes, Report report) throws InvalidInputException {
        this.report = report;
        unpack(bytes);
        if (parts.containsKey("word/vbaProject.bin"))
            report.info("macros", 0);
        this.main = relations("_rels/.rels", "").stream().filter(r -> r.type.equals("officeDocument")).map(Relation::target).findFirst().orElse("word/document.xml");
        if (!parts.containsKey(main))
            throw report.refusal("format", Format.known());
        int slash = main.lastIndexOf('/') + 1;
        this.relations = relations(main.substring(0, slash) + "_rels/" + main.substring(slash) + ".rels", main.substring(0, slash));
    }

    private void unpack(byte[] bytes) throws InvalidInputException {
        long size = 0;
        long xml = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES)
                    throw bomb("entries", MOST_ENTRIES);
                boolean read = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                byte[] some = new byte[1 << 14];
                for (int count = zip.read(some); count >= 0; count = zip.read(some)) {
                    size += count;
                    xml += read ? count : 0;
                    if (size > LARGEST || xml > LARGEST_XML)
                        throw bomb("size", (xml > LARGEST_XML ? LARGEST_XML : LARGEST) / 1024 / 1024);
                    if (read)
                        content.write(some, 0, count);
                }
                parts.put(entry.getName(), content.toByteArray());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw report.refusal("broken", String.valueOf(e.getMessage()));
        }
    }

    private InvalidInputException bomb(String what, long limit) {
        return report.refusal("bomb", ImportMessages.TEXTS.text("bomb." + what, limit));
    }

    private List<Relation> relations(String part, String folder) throws InvalidInputException {
        if (!parts.containsKey(part))
            return List.of();
        return xml(part).children().stream().map(r -> relation(r, folder)).toList();
    }

    private static Relation relation(Xml written, String folder) {
        String type = written.attribute("Type").orElse("");
        String target = written.attribute("Target").orElse("");
        boolean external = written.attribute("TargetMode").filter("External"::equals).isPresent();
        return new Relation(written.attribute("Id").orElse(""), type.substring(type.lastIndexOf('/') + 1),
                external ? target : target.startsWith("/") ? target.substring(1) : folder + target, external);
    }

    Xml document() throws InvalidInputException {
        return xml(main);
    }

    /** The parts of a kind that the document refers to. */
    List<Xml> parts(String type) throws InvalidInputException {
        return parts(relation -> relation.type.equals(type));
    }

    /** Those of every other kind. */
    List<Xml> otherParts(Set<String> types) throws InvalidInputException {
        return parts(relation -> !types.contains(relation.type));
    }

    private List<Xml> parts(Predicate<Relation> wanted) throws InvalidInputException {
        List<Xml> found = new ArrayList<>();
        for (Relation relation : relations)
            if (wanted.test(relation) && parts.containsKey(relation.target))
                found.add(xml(relation.target));
        return found;
    }

    /** The one part of a kind, or an empty element. */
    Xml part(String type) throws InvalidInputException {
        List<Xml> found = parts(type);
        return found.isEmpty() ? new Xml("", Map.of(), List.of(), new StringBuilder()) : found.getFirst();
    }

    /** Where a link leads. */
    Optional<String> address(String id) {
        return relations.stream().filter(r -> r.id.equals(id) && r.external).map(Relation::target).findFirst();
    }

    private Xml xml(String part) throws InvalidInputException {
        try {
            return Xml.parse(parts.get(part));
        } catch (XMLStreamException e) {
            throw report.refusal("broken", part + ", " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }
}
