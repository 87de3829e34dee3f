package org.etabli.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** The command line with its streams caught, on a day that does not move. */
final class Cli {
    static final Path CHARTERS = Path.of(System.getProperty("etabli.charters"));
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    String out = "";
    String err = "";

    int run(Object... words) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        int code = new Main(new PrintStream(outBytes, false, StandardCharsets.UTF_8), new PrintStream(errBytes, false, StandardCharsets.UTF_8), CHARTERS,
                Path.of(System.getProperty("etabli.engine")), () -> TODAY).run(Stream.of(words).map(Object::toString).toList());
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    /** Every file below a folder with its content. */
    static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> tree = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator)
                tree.put(folder.relativize(file).toString(), Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "");
        }
        return tree;
    }

    /** Objects as maps, arrays as lists, the rest as what it is. */
    static Object json(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null)
                throw new IOException("more than one value: " + text);
            return value;
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (map.put(name, value(parser)) != null)
                        throw new IOException("twice: " + name);
                }
                return map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY)
                    list.add(value(parser));
                return list;
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return parser.getBooleanValue();
            }
            case VALUE_NULL -> {
                return null;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                return parser.getDecimalValue();
            }
            default -> {
                return parser.getText();
            }
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String line) throws IOException {
        return (Map<String, Object>) json(line);
    }
}
