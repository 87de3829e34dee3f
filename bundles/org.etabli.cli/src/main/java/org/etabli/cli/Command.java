package org.etabli.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.etabli.model.InvalidInputException;

/** The commands there are. The scripts that start Établi list the same words; a test compares them. */
enum Command {
    NEW("new", (main, words) -> new NewCommand(main).run(words)),
    QUESTIONS("questions", (main, words) -> new QuestionsCommand(main).run(words)),
    CLASSIFY("classify", (main, words) -> new ClassifyCommand(main).run(words)),
    CHECK("check", (main, words) -> new CheckCommand(main).run(words)),
    STATUS("status", (main, words) -> new StatusCommand(main).run(words)),
    EXPLAIN("explain", (main, words) -> new Explain(main).run(words)),
    CHARTER("charter", (main, words) -> new CharterCommand(main).run(words)),
    DIFF("diff", (main, words) -> new Compare(main).diff(words)),
    CALENDAR("calendar", (main, words) -> new Compare(main).calendar(words)),
    PROVE("prove", (main, words) -> new ProveCommand(main).run(words)),
    ANNEXES("annexes", (main, words) -> new AnnexesCommand(main).run(words)),
    TRUST("trust", (main, words) -> new TrustCommand(main).run(words)),
    HELP("help", (main, words) -> main.help());

    /** @see #run */
    private interface Body {
        int run(Main main, List<String> words) throws UsageException, IOException, InvalidInputException;
    }

    private final String word;
    private final Body body;

    Command(String word, Body body) {
        this.word = word;
        this.body = body;
    }

    String word() {
        return word;
    }

    static Optional<Command> of(String word) {
        return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
    }

    /** @param words behind the command. @return the exit code */
    int run(Main main, List<String> words) throws UsageException, IOException, InvalidInputException {
        return body.run(main, words);
    }
}
