package org.etabli.imports;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.etabli.model.InvalidInputException;

/** The parts of an office file, unpacked in memory and within limits. Their names differ by more than their case, and have slashes. */
final class DocxPackage {
    private static final int MOST_ENTRIES = 5000;
    private static final long LARGEST = 256L * 1024 * 1024;
    /** Of all XML together: a charter of the greatest length fits in well. */
    private static final long LARGEST_XML = 48L * 1024 * 1024;
    /** What the file of an old or a protected document begins with. */
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String TYPES = "[content_types].xml";
    /** Parts that hold no words of the document: how it looks, and what programs keep for themselves. */
    private static final Set<String> SILENT = Set.of("settings", "webSettings", "fontTable", "theme", "customXml", "stylesWithEffects", "people", "commentsExtended", "commentsIds",
            "commentsExtensible", "attachedTemplate", "printerSettings", "keyMapCustomizations", "vbaProject", "recipientData", "glossaryDocument", "diagramLayout", "diagramQuickStyle",
            "diagramColors", "diagramDrawing", "hyperlink", "documentTasks", "classificationlabels", "customXmlProps", "xmlMaps");

    private final Report report;
    private final Map<String, byte[]> parts = new HashMap<>();
    private final Map<String, Xml> read = new HashMap<>();
    private final Xml.Reader reader = new Xml.Reader();
    private final String main;
    private final List<Relation> relations;
    private final Map<String, Relation> byId = new HashMap<>();
    /** Relations that something in the text stands for. */
    private final Set<Relation> told = new HashSet<>();
    private long size;
    private long xml;

    /**
     * @param type the last word of its kind: styles, footnotes, header…
     * @param name of the file it leads to, as it is written, without its folder
     */
    record Relation(String id, String type, String target, String name, boolean external) {
    }

    DocxPackage(byte[] bytes, Report report) throws InvalidInputException {
        this.report = report;
        if (bytes.length > COMPOUND.length && java.util.Arrays.equals(bytes, 0, COMPOUND.length, COMPOUND, 0, COMPOUND.length))
            throw report.refusal("protected");
        unpack(bytes);
        if (parts.containsKey("word/vbaproject.bin"))
            report.info("macros", 0);
        this.main = relations("_rels/.rels", "").stream().filter(r -> r.type.equals("officeDocument")).map(Relation::target).findFirst().orElse("word/document.xml");
        if (!parts.containsKey(main))
            throw parts.containsKey(TYPES) ? report.refusal("no-document", main) : report.refusal("format", Format.known());
        int slash = main.lastIndexOf('/') + 1;
        this.relations = relations(main.substring(0, slash) + "_rels/" + main.substring(slash) + ".rels", main.substring(0, slash));
        relations.forEach(r -> byId.putIfAbsent(r.id, r));
    }

    private void unpack(byte[] bytes) throws InvalidInputException {
        try {
            ZipParts zip = new ZipParts(bytes, MOST_ENTRIES);
            List<String> names = zip.names();
            for (int i = 0; i < names.size(); i++) {
                String name = normal(names.get(i));
                boolean isXml = isXml(name);
                byte[] content = zip.content(i, more -> {
                    size += more;
                    xml += isXml ? more : 0;
                    if (size > LARGEST || xml > LARGEST_XML)
                        throw new ZipParts.Refused("size");
                });
                parts.put(name, isXml ? content : new byte[0]);
            }
        } catch (ZipParts.Refused e) {
            throw switch (e.getMessage()) {
                case "entries" -> bomb("entries", MOST_ENTRIES);
                case "size" -> bomb("size", (xml > LARGEST_XML ? LARGEST_XML : LARGEST) / 1024 / 1024);
                case "protected" -> report.refusal("protected");
                default -> report.refusal("broken", ImportMessages.TEXTS.text("broken.zip"));
            };
        }
    }

    private static boolean isXml(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    /** As names of parts are compared: some programs write backslashes, or another case than they refer to. */
    private static String normal(String name) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : name.replace('\\', '/').toLowerCase(Locale.ROOT).split("/"))
            if (step.equals(".."))
                steps.pollLast();
            else if (!step.isEmpty() && !step.equals("."))
                steps.addLast(step);
        return String.join("/", steps);
    }

    private InvalidInputException bomb(String what, long limit) {
        return report.refusal("bomb", ImportMessages.TEXTS.text("bomb." + what, limit));
    }

    private List<Relation> relations(String part, String folder) throws InvalidInputException {
        String name = normal(part);
        if (!parts.containsKey(name))
            return List.of();
        return xml(name).children().stream().map(r -> relation(r, folder)).toList();
    }

    private static Relation relation(Xml written, String folder) {
        String type = written.attribute("Type").orElse("");
        String target = written.attribute("Target").orElse("").replace('\\', '/');
        boolean external = written.attribute("TargetMode").filter("External"::equals).isPresent();
        return new Relation(written.attribute("Id").orElse(""), type.substring(type.lastIndexOf('/') + 1), external ? target : normal(decoded(target.startsWith("/") ? target : folder + target)),
                target.substring(target.lastIndexOf('/') + 1), external);
    }

    /** A target is an address, with signs for what an address may not hold. */
    private static String decoded(String target) {
        try {
            return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return target;
        }
    }

    /** @throws InvalidInputException also where the file is of another program */
    Xml document() throws InvalidInputException {
        Xml document = xml(main);
        if (!document.name().equals("w:document"))
            throw report.refusal("format", Format.known());
        return document;
    }

    /** The parts of a kind that the document refers to. */
    List<Xml> parts(String type) throws InvalidInputException {
        List<Xml> found = new ArrayList<>();
        for (Relation relation : relations)
            if (relation.type.equals(type) && parts.containsKey(relation.target)) {
                told.add(relation);
                found.add(xml(relation.target));
            }
        return found;
    }

    /** The one part of a kind, or an empty element. */
    Xml part(String type) throws InvalidInputException {
        List<Xml> found = parts(type);
        return found.isEmpty() ? Xml.NONE : found.getFirst();
    }

    /** Where a link leads. */
    Optional<String> address(String id) {
        return Optional.ofNullable(byId.get(id)).filter(Relation::external).map(Relation::target);
    }

    /** The name of a picture or an object that the text shows; it need not be told once more. */
    Optional<String> shown(String id) {
        Optional<Relation> shown = Optional.ofNullable(byId.get(id));
        shown.ifPresent(told::add);
        return shown.map(Relation::name).filter(name -> !name.isEmpty());
    }

    /** Says what the document refers to, and nobody has spoken of. */
    void others() {
        for (Relation relation : relations)
            if (told.add(relation) && !relation.external) {
                String words = words(relation);
                if (!words.isBlank() || !SILENT.contains(relation.type))
                    report.warn(relation.type.equals("image") ? "image" : "object", 0, words.isBlank() ? relation.name : words);
            }
    }

    /** Of a part that is no text: whether it can be read at all does not matter. */
    private String words(Relation relation) {
        if (!isXml(relation.target) || !parts.containsKey(relation.target))
            return "";
        try {
            return reader.read(parts.get(relation.target)).words();
        } catch (Xml.Refused e) {
            return relation.name;
        }
    }

    private Xml xml(String part) throws InvalidInputException {
        Xml known = read.get(part);
        if (known != null)
            return known;
        try {
            Xml parsed = reader.read(parts.get(part));
            read.put(part, parsed);
            return parsed;
        } catch (Xml.Refused e) {
            throw switch (e.reason()) {
                case "elements" -> bomb("elements", Xml.MOST);
                case "words" -> report.refusal("too-long", org.etabli.yaml.YamlText.MAX_LENGTH / 1024 / 1024);
                default -> report.refusal("broken", ImportMessages.TEXTS.text("broken.part", part, e.line(), e.column(), ImportMessages.TEXTS.text("broken." + e.reason())));
            };
        }
    }
}
