package org.etabli.ui;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.ICharacterScanner;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;
import org.etabli.model.Assessment.Verdict;

/** Colours for YAML texts; from the theme, so that light, dark and high contrast each have their own. And quick fixes for what is found in them. */
public final class YamlColors extends TextSourceViewerConfiguration {
    private static final Set<String> MEANINGFUL = Stream.concat(Stream.of("yes", "no", "unknown", "none"), Arrays.stream(Verdict.values()).map(Verdict::code))
            .collect(Collectors.toUnmodifiableSet());

    private final FixAssist fixes;

    /** @param openQuestion shows the question of a fact; null where there is nobody to show it */
    public YamlColors(Consumer<String> openQuestion) {
        super(EditorsUI.getPreferenceStore());
        fixes = new FixAssist(openQuestion);
    }

    @Override
    public IQuickAssistAssistant getQuickAssistAssistant(ISourceViewer viewer) {
        QuickAssistAssistant assistant = new QuickAssistAssistant();
        assistant.setQuickAssistProcessor(fixes);
        return assistant;
    }

    @Override
    public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
        PresentationReconciler reconciler = new PresentationReconciler();
        DefaultDamagerRepairer lines = new DefaultDamagerRepairer(scanner());
        reconciler.setDamager(lines, IDocument.DEFAULT_CONTENT_TYPE);
        reconciler.setRepairer(lines, IDocument.DEFAULT_CONTENT_TYPE);
        return reconciler;
    }

    private static RuleBasedScanner scanner() {
        RuleBasedScanner scanner = new RuleBasedScanner();
        IToken text = token("text", SWT.NONE);
        scanner.setRules(new IRule[] { new EndOfLineRule("#", token("comment", SWT.ITALIC)), new SingleLineRule("\"", "\"", text, '\\'),
                new KeyRule(token("key", SWT.NONE)), new WordRule(token("value", SWT.BOLD)) });
        return scanner;
    }

    /** A token that asks the theme each time, since the theme may change while the editor is open. */
    private static IToken token(String color, int style) {
        Supplier<TextAttribute> attribute = () -> new TextAttribute(
                PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry().get("org.etabli.ui." + color), null, style,
                JFaceResources.getTextFont());
        return new Token(null) {
            @Override
            public Object getData() {
                return attribute.get();
            }
        };
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
