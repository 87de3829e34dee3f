package org.etabli.ui;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.ICharacterScanner;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.etabli.model.Assessment.Verdict;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;

/** Colours for YAML texts, and quick fixes for what is found in them. */
public final class YamlColors extends SourceColors {
    private static final Set<String> MEANINGFUL = Stream.concat(Stream.of("yes", "no", "unknown", "none"), Arrays.stream(Verdict.values()).map(Verdict::code))
            .collect(Collectors.toUnmodifiableSet());

    /** @param openQuestion shows the question of a fact; null where there is nobody to show it */
    public YamlColors(Consumer<String> openQuestion) {
        super(finding -> openQuestion == null ? Optional.empty() : question(finding, openQuestion));
    }

    private static Optional<Offer> question(Finding finding, Consumer<String> openQuestion) {
        Core core = Core.get();
        try {
            return core.law().catalogue().get(finding.subject())
                    .map(q -> new Offer(NLS.bind(Messages.openQuestion, q.label().in(core.lang())), () -> openQuestion.accept(q.id())));
        } catch (IOException | InvalidInputException e) {
            ILog.get().error("questions", e);
            return Optional.empty();
        }
    }

    @Override
    protected ITokenScanner scanner() {
        return yaml();
    }

    /** For a text that is YAML in part as well. */
    public static ITokenScanner yaml() {
        RuleBasedScanner scanner = new RuleBasedScanner();
        IToken text = token("text", SWT.NONE);
        scanner.setRules(new IRule[] { new EndOfLineRule("#", token("comment", SWT.ITALIC)), new SingleLineRule("\"", "\"", text, '\\'),
                new KeyRule(token("key", SWT.NONE)), new WordRule(token("value", SWT.BOLD)) });
        return scanner;
    }

    /** Letters, digits and signs up to a colon that ends the line or has a space behind it. */
    private record KeyRule(IToken token) implements IRule {
        @Override
        public IToken evaluate(ICharacterScanner scanner) {
            int read = 0;
            int c = scanner.read();
            read++;
            while (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.') {
                c = scanner.read();
                read++;
            }
            if (c == ':' && read > 1) {
                int next = scanner.read();
                scanner.unread();
                if (next == ' ' || next == '\n' || next == '\r' || next == ICharacterScanner.EOF)
                    return token;
            }
            for (; read > 0; read--)
                scanner.unread();
            return Token.UNDEFINED;
        }
    }

    /** The answers that have a meaning of their own. */
    private record WordRule(IToken token) implements IRule {
        @Override
        public IToken evaluate(ICharacterScanner scanner) {
            int c = scanner.read();
            int read = 1;
            StringBuilder word = new StringBuilder();
            while (Character.isLetter(c) || c == '_') {
                word.append((char) c);
                c = scanner.read();
                read++;
            }
            scanner.unread();
            read--;
            if (MEANINGFUL.contains(word.toString()))
                return token;
            // a word that means nothing is passed over whole, so that no part of it is taken for an answer
            return read > 0 ? Token.WHITESPACE : Token.UNDEFINED;
        }
    }
}
