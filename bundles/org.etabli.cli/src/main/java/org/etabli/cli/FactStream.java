package org.etabli.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.Node;
import org.etabli.yaml.YamlText;

/** Documents of the form {@code {id, facts: {…}}}, separated by {@code ---}, read one at a time: a stream has no end to wait for. */
final class FactStream {
    private final String name;
    private final BufferedReader in;
    private final FactsReader reader;
    private int line = 1;
    private int count;

    FactStream(String name, BufferedReader in, FactsReader reader) {
        this.name = name;
        this.in = in;
        this.reader = reader;
    }

    record Item(String id, Facts facts, List<Finding> findings) {
    }

    /** @return empty at the end; @throws InvalidInputException for this document, the next can still be read */
    Optional<Item> next() throws IOException, InvalidInputException {
        while (true) {
            int first = line;
            StringBuilder text = new StringBuilder();
            boolean end = true;
            for (String one = in.readLine(); one != null; one = in.readLine()) {
                line++;
                if (one.equals("---") || one.startsWith("--- ")) {
                    end = false;
                    break;
                }
                text.append(one).append('\n');
            }
            if (!text.toString().isBlank())
                return Optional.of(item(text.toString(), first - 1));
            if (end)
                return Optional.empty();
        }
    }

    private Item item(String text, int linesBefore) throws InvalidInputException {
        count++;
        try {
            YamlText yaml = YamlText.parse(name, text);
            Optional<Node> facts = yaml.root().at(List.of("facts"));
            if (facts.isEmpty() || !(facts.get() instanceof Node.Mapping))
                throw new InvalidInputException(yaml.finding(Severity.ERROR, "stream.facts", yaml.root().span(), CliMessages.TEXTS.text("stream-facts")));
            String id = yaml.root().at(List.of("id")).map(n -> n instanceof Node.Scalar s ? s.text() : "").filter(s -> !s.isEmpty()).orElse("#" + count);
            FactsReader.Result result = reader.read(yaml);
            List<Finding> errors = result.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
            if (!errors.isEmpty())
                throw new InvalidInputException(errors);
            return new Item(id, result.facts(), result.findings().stream().map(f -> moved(f, linesBefore)).toList());
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.findings().stream().map(f -> moved(f, linesBefore)).toList());
        }
    }

    private static Finding moved(Finding f, int lines) {
        return new Finding(f.severity(), f.id(), f.file(), f.line() + lines, f.column(), f.offset(), f.length(), f.message());
    }
}
