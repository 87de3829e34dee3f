package org.etabli.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlText;

/** Documents of the form {@code {id, facts: {…}}}, separated by {@code ---}, read one at a time: a stream has no end to wait for. */
final class FactStream {
    private static final Set<String> KEYS = Set.of("id", "facts", "schema", "title", "source");

    private final String name;
    private final BufferedReader in;
    private final FactsReader reader;
    /** Lines read so far. */
    private int line;
    private String rest = "";
    private boolean ended;
    private int count;

    FactStream(String name, BufferedReader in, FactsReader reader) {
        this.name = name;
        this.in = in;
        this.reader = reader;
    }

    record Item(String id, Facts facts, List<Finding> findings) {
    }

    /** One document as it stands in the stream. */
    record Document(String text, int linesBefore, int number) {
    }

    /** Whether the next document, or a part of it, has already arrived. */
    boolean isReady() throws IOException {
        return !ended && in.ready();
    }

    /** @return empty at the end */
    Optional<Document> next() throws IOException {
        while (!ended) {
            StringBuilder text = new StringBuilder(rest);
            boolean empty = isEmpty(rest);
            int first = Math.max(1, line);
            String one = in.readLine();
            for (; one != null && !isSeparator(one); one = in.readLine()) {
                line++;
                empty &= isEmpty(one);
                // of a text that is too long it is enough to see that it is
                if (text.length() <= YamlText.MAX_LENGTH)
                    text.append(one).append('\n');
            }
            ended = one == null;
            line++;
            // what stands behind the dashes belongs to the document that they open
            rest = ended ? "" : "   " + one.substring(3) + "\n";
            if (!empty)
                return Optional.of(new Document(text.toString(), first - 1, ++count));
        }
        return Optional.empty();
    }

    private static boolean isEmpty(String one) {
        return one.isBlank() || one.stripLeading().startsWith("#");
    }

    private static boolean isSeparator(String one) {
        return one.equals("---") || one.startsWith("--- ") || one.startsWith("---\t");
    }

    /** May be called by several threads at once. @throws InvalidInputException for this document alone */
    Item read(Document document) throws InvalidInputException {
        int linesBefore = document.linesBefore();
        try {
            YamlText yaml = YamlText.parse(name, document.text());
            Optional<Node> facts = yaml.root().at(List.of("facts"));
            if (facts.isEmpty() || !(facts.get() instanceof Node.Mapping))
                throw new InvalidInputException(yaml.finding(Severity.ERROR, "stream.facts", yaml.root().span(), CliMessages.TEXTS.text("stream-facts")));
            String id = yaml.root().at(List.of("id")).map(n -> n instanceof Node.Scalar s ? s.text() : "").filter(s -> !s.isEmpty()).orElse("#" + document.number());
            FactsReader.Result result = reader.read(yaml);
            List<Finding> errors = result.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
            if (!errors.isEmpty())
                throw new InvalidInputException(errors);
            List<Finding> findings = new ArrayList<>(unknownKeys(yaml));
            findings.addAll(result.findings());
            return new Item(id, result.facts(), findings.stream().map(f -> moved(f, linesBefore)).toList());
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.findings().stream().map(f -> moved(f, linesBefore)).toList());
        }
    }

    private static List<Finding> unknownKeys(YamlText yaml) {
        return ((Node.Mapping) yaml.root()).entries().stream().map(Node.Entry::key).filter(k -> !KEYS.contains(k.text()))
                .map(k -> yaml.finding(Severity.WARNING, "stream.unknown-key", k.span(), CliMessages.TEXTS.text("stream-key", k.text()))).toList();
    }

    private static Finding moved(Finding f, int lines) {
        return new Finding(f.severity(), f.id(), f.file(), f.line() + lines, f.column(), f.offset(), f.length(), f.message());
    }
}
