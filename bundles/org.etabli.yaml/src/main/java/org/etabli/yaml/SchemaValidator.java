package org.etabli.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.Text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.serialization.JsonMapperFactory;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;

/**
 * Checks a text against the schema that it names in its first key, {@code schema: etabli/facts/1}.
 * An unknown key is a warning, because it is kept; everything else that a schema refuses is an error.
 */
public final class SchemaValidator {
    private static final Pattern NAME = Pattern.compile("etabli/([a-z-]+)/(\\d{1,9})");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?0*[0-9]{1,2})?");

    /** How a schema refers to a definition of {@code common-1}. */
    private static final String COMMON = "\"common-1#/";

    private final Path folder;
    private final Map<String, Schema> loaded = new ConcurrentHashMap<>();

    /** @param folder with the files {@code <kind>-<version>.schema.json} */
    public SchemaValidator(Path folder) {
        this.folder = folder;
    }

    /**
     * Whether the text is a file of this kind in a version that is known here.
     *
     * @return one error, or nothing
     */
    public Optional<Finding> identity(YamlText text, String kind) {
        int newest = newest(kind);
        String expected = "etabli/" + kind + "/" + newest;
        Optional<Node> schema = text.root().at(List.of("schema"));
        if (schema.isEmpty() || !(schema.get() instanceof Node.Scalar scalar))
            return Optional.of(text.finding(Severity.ERROR, "schema.missing", text.root().span(),
                    YamlMessages.TEXTS.text("schema.missing", expected)));
        Matcher name = NAME.matcher(scalar.text());
        if (!name.matches() || !name.group(1).equals(kind) || Integer.parseInt(name.group(2)) < 1)
            return Optional.of(text.finding(Severity.ERROR, "schema.wrong-kind", scalar.span(),
                    YamlMessages.TEXTS.text("schema.wrong-kind", scalar.text(), expected)));
        if (Integer.parseInt(name.group(2)) > newest)
            return Optional.of(text.finding(Severity.ERROR, "schema.newer", scalar.span(),
                    YamlMessages.TEXTS.text("schema.newer", scalar.text(), expected)));
        return Optional.empty();
    }

    private int newest(String kind) {
        int version = 1;
        while (Files.exists(file(kind, version + 1)))
            version++;
        return version;
    }

    private Path file(String kind, int version) {
        return folder.resolve(kind + "-" + version + ".schema.json");
    }

    /** Everything that the schema refuses, in the order of the text. */
    public List<Finding> validate(YamlText text, String kind) {
        Optional<Finding> identity = identity(text, kind);
        if (identity.isPresent())
            return List.of(identity.get());
        Matcher name = NAME.matcher(((Node.Scalar) text.root().at(List.of("schema")).orElseThrow()).text());
        name.matches();
        Schema schema = schema(kind, Integer.parseInt(name.group(2)));
        List<Complaint> complaints = schema.validate(json(text.root())).stream().map(m -> complaint(text, m, schema.getSchemaNode())).toList();
        List<Finding> findings = new ArrayList<>(useful(text, complaints, 0).stream().map(Complaint::finding).toList());
        findings.sort(java.util.Comparator.comparingInt(Finding::offset));
        return findings.stream().distinct().toList();
    }

    private Schema schema(String kind, int version) {
        return loaded.computeIfAbsent(kind + "-" + version, k -> load(kind, version));
    }

    /** Makes ready in the background what {@link #validate} of these kinds will need: in a new process that takes longer than the validation. */
    public void prepare(String... kinds) {
        Thread.ofPlatform().daemon().name("schemas").start(() -> {
            try {
                for (String kind : kinds)
                    schema(kind, newest(kind)).validate(JsonNodeFactory.instance.objectNode());
            } catch (RuntimeException e) {
                // whoever validates meets it again, and says so
            }
        });
    }

    // --- one useful message for a choice of forms ----------------------------------------------------------------

    /**
     * @param rule  where in the schema, as its words
     * @param place where in the text, as keys and indexes
     * @param types what the schema wants there, when that is what is wrong
     */
    private record Complaint(List<String> rule, List<String> place, Set<String> types, Finding finding) {
        boolean isError() {
            return finding.severity() == Severity.ERROR;
        }
    }

    /**
     * The branches of an "anyOf" each complain. What counts is what the form nearest to the text says; where none is near,
     * one message names them all.
     *
     * @param from how much of the rules is common to all
     */
    private static List<Complaint> useful(YamlText text, List<Complaint> complaints, int from) {
        List<Complaint> useful = new ArrayList<>();
        Map<List<Object>, Map<String, List<Complaint>>> choices = new LinkedHashMap<>();
        for (Complaint c : complaints) {
            int choice = choice(c.rule, from);
            if (choice < 0)
                useful.add(c);
            else
                choices.computeIfAbsent(List.of(c.rule.subList(0, choice), c.place.subList(0, steps(c.rule, choice))), k -> new LinkedHashMap<>())
                        .computeIfAbsent(c.rule.get(choice + 1), k -> new ArrayList<>()).add(c);
        }
        choices.forEach((at, branches) -> {
            @SuppressWarnings("unchecked")
            List<String> place = (List<String>) at.get(1);
            int deeper = ((List<?>) at.get(0)).size() + 2;
            List<List<Complaint>> forms = branches.values().stream().map(b -> useful(text, b, deeper)).toList();
            useful.addAll(forms.stream().filter(f -> f.stream().noneMatch(c -> c.place.equals(place) && !c.types.isEmpty()))
                    .min(java.util.Comparator.comparingLong(f -> f.stream().filter(Complaint::isError).count()))
                    .orElseGet(() -> List.of(noForm(text, place, forms))));
        });
        return useful;
    }

    private static Complaint noForm(YamlText text, List<String> place, List<List<Complaint>> forms) {
        Set<String> types = new LinkedHashSet<>();
        forms.forEach(f -> f.stream().filter(c -> c.place.equals(place)).forEach(c -> types.addAll(c.types)));
        return new Complaint(List.of(), place, types, wrongType(text, place, types));
    }

    /** Where the rules next offer several forms, or -1. */
    private static int choice(List<String> rule, int from) {
        for (int i = from; i < rule.size() - 1; i += isNamed(rule.get(i)) ? 2 : 1)
            if (rule.get(i).equals("anyOf") || rule.get(i).equals("oneOf"))
                return i;
        return -1;
    }

    /** How many steps into the text the beginning of a rule's path makes. */
    private static int steps(List<String> rule, int to) {
        int steps = 0;
        for (int i = 0; i < to; i += isNamed(rule.get(i)) ? 2 : 1)
            steps += Set.of("properties", "patternProperties", "additionalProperties", "items").contains(rule.get(i)) ? 1 : 0;
        return steps;
    }

    /** Words of a schema that are followed by a name or a number. */
    private static boolean isNamed(String word) {
        return Set.of("properties", "patternProperties", "anyOf", "oneOf", "allOf").contains(word);
    }

    private Schema load(String kind, int version) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        try {
            String text = Files.readString(file(kind, version));
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, r -> r.schemaRegistryConfig(config));
            return text.contains(COMMON) ? registry.getSchema(whole(text)) : registry.getSchema(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With what several schemas share in its place, so that every complaint has one schema to be found in. */
    private JsonNode whole(String text) throws IOException {
        ObjectMapper mapper = JsonMapperFactory.getInstance();
        ObjectNode whole = (ObjectNode) mapper.readTree(text.replace(COMMON, "\"#/"));
        ObjectNode definitions = whole.withObject("/$defs");
        mapper.readTree(Files.readString(file("common", 1))).get("$defs").properties().forEach(d -> definitions.putIfAbsent(d.getKey(), d.getValue()));
        return whole;
    }

    private static Complaint complaint(YamlText text, Error message, JsonNode schema) {
        Set<String> types = new LinkedHashSet<>();
        if (message.getKeyword().equals("type") && message.getSchemaNode() != null)
            (message.getSchemaNode().isArray() ? message.getSchemaNode() : List.of(message.getSchemaNode())).forEach(t -> types.add(t.asText()));
        List<String> place = elements(message.getInstanceLocation());
        return new Complaint(elements(message.getEvaluationPath()), place, types,
                types.isEmpty() ? finding(text, message, place, schema) : wrongType(text, place, types));
    }

    private static List<String> elements(NodePath path) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < path.getNameCount(); i++)
            elements.add(String.valueOf(path.getElement(i)));
        return elements;
    }

    private static Finding wrongType(YamlText text, List<String> path, Set<String> types) {
        Node node = text.root().at(path).orElse(text.root());
        List<Text> words = types.stream().map(SchemaValidator::type).toList();
        Text wanted = words.get(0);
        for (int i = 1; i < words.size(); i++)
            wanted = YamlMessages.TEXTS.text(i < words.size() - 1 ? "list.and-more" : "list.or", wanted, words.get(i));
        return text.finding(Severity.ERROR, "schema.type", span(text, path, node),
                YamlMessages.TEXTS.text("schema.type", where(text, path), wanted, type(json(node))));
    }

    private static String where(YamlText text, List<String> path) {
        return path.isEmpty() ? text.name() : String.join(".", path);
    }

    private static Finding finding(YamlText text, Error message, List<String> path, JsonNode schema) {
        Node node = text.root().at(path).orElse(text.root());
        Node.Span span = span(text, path, node);
        String where = where(text, path);
        String found = node instanceof Node.Scalar s ? s.text() : "…";
        Object[] args = message.getArguments() == null ? new Object[0] : message.getArguments();
        JsonNode rule = message.getSchemaNode();
        return switch (message.getKeyword()) {
            case "additionalProperties" -> {
                String key = message.getProperty() != null ? message.getProperty() : String.valueOf(args.length > 0 ? args[0] : "");
                Node.Span at = node instanceof Node.Mapping m ? m.entry(key).map(e -> e.key().span()).orElse(span) : span;
                List<String> near = Nearest.of(key, keys(schema, message));
                yield text.finding(Severity.WARNING, "schema.unknown-key", at, YamlMessages.TEXTS.text("schema.unknown-key", key, YamlMessages.didYouMean(near))).about(key, near);
            }
            case "required" -> text.finding(Severity.ERROR, "schema.required", new Node.Span(span.offset(), span.offset(), span.line(), span.column()),
                    YamlMessages.TEXTS.text("schema.required", message.getProperty() != null ? message.getProperty() : args[0]));
            case "enum" -> {
                List<String> near = Nearest.of(found, words(rule));
                yield text.finding(Severity.ERROR, "schema.enum", span,
                        YamlMessages.TEXTS.text("schema.enum", where, found, String.join(", ", words(rule)), YamlMessages.didYouMean(near))).about(found, near);
            }
            case "const" -> text.finding(Severity.ERROR, "schema.const", span,
                    YamlMessages.TEXTS.text("schema.const", where, rule == null ? "" : rule.asText()));
            case "pattern" -> text.finding(Severity.ERROR, "schema.pattern", span,
                    YamlMessages.TEXTS.text("schema.pattern", where, found, rule == null ? "" : rule.asText()));
            case "format" -> text.finding(Severity.ERROR, "schema.date", span, YamlMessages.TEXTS.text("schema.date", where, found)).about(found, List.of());
            case "minLength", "minItems", "minProperties" -> text.finding(Severity.ERROR, "schema.empty", span,
                    YamlMessages.TEXTS.text("schema.empty", where));
            case "minimum" -> text.finding(Severity.ERROR, "schema.minimum", span,
                    YamlMessages.TEXTS.text("schema.minimum", where, rule == null ? "" : rule.asText()));
            default -> text.finding(Severity.ERROR, "schema." + message.getKeyword(), span,
                    YamlMessages.TEXTS.text("schema.other", where, message.getMessage()));
        };
    }

    /** An empty value has no place of its own that one could see: its key has. */
    private static Node.Span span(YamlText text, List<String> path, Node node) {
        if (node.span().length() > 0 || path.isEmpty())
            return node.span();
        Node parent = text.root().at(path.subList(0, path.size() - 1)).orElse(text.root());
        return parent instanceof Node.Mapping m
                ? m.entry(path.get(path.size() - 1)).map(e -> e.key().span()).orElse(node.span())
                : node.span();
    }

    private static Text type(String name) {
        return YamlMessages.TEXTS.has("type." + name) ? YamlMessages.TEXTS.text("type." + name) : Text.same(name);
    }

    private static Text type(JsonNode node) {
        return type(switch (node.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> node.isIntegralNumber() ? "integer" : "number";
            default -> "null";
        });
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        if (list != null)
            list.forEach(n -> words.add(n.asText()));
        return words;
    }

    /** The keys that the schema names where it allows no others. */
    private static List<String> keys(JsonNode schema, Error message) {
        List<String> rule = elements(message.getSchemaLocation().getFragment());
        JsonNode node = schema;
        for (String step : rule.subList(0, rule.size() - 1))
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        List<String> keys = new ArrayList<>();
        node.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** By YAML 1.2's core schema: {@code yes} and dates are text, {@code true} is a truth value, {@code 12} a number. */
    static JsonNode json(Node node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (node) {
            case Node.Mapping mapping -> {
                ObjectNode object = make.objectNode();
                mapping.entries().forEach(e -> object.set(e.key().text(), json(e.value())));
                yield object;
            }
            case Node.Sequence sequence -> {
                ArrayNode array = make.arrayNode();
                sequence.items().forEach(i -> array.add(json(i)));
                yield array;
            }
            case Node.Scalar scalar -> {
                String text = scalar.text();
                if (!scalar.plain())
                    yield make.textNode(text);
                if (scalar.isNull())
                    yield make.nullNode();
                if (text.equals("true") || text.equals("false"))
                    yield make.booleanNode(text.equals("true"));
                if (text.length() < 40 && INTEGER.matcher(text).matches())
                    yield make.numberNode(new java.math.BigInteger(text.startsWith("+") ? text.substring(1) : text));
                if (text.length() < 40 && FLOAT.matcher(text).matches())
                    yield make.numberNode(new BigDecimal(text));
                yield make.textNode(text);
            }
        };
    }
}
