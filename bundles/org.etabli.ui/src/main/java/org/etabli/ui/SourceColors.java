package org.etabli.ui;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;
import org.eclipse.ui.themes.IThemeManager;
import org.etabli.model.Finding;

/** A text of a dossier with colours from the theme, so that light, dark and high contrast each have their own, and with quick fixes for what is found in it. */
public abstract class SourceColors extends TextSourceViewerConfiguration {
    private final FixAssist fixes;

    /** @param leading from a finding to the place of a form where its subject is edited, where there is one */
    protected SourceColors(Function<Finding, Optional<Offer>> leading) {
        super(EditorsUI.getPreferenceStore());
        fixes = new FixAssist(leading);
    }

    /** Cuts lines into tokens. */
    protected abstract ITokenScanner scanner();

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
        followTheme(viewer);
        return reconciler;
    }

    /** Another theme has other colours for the same words. */
    private static void followTheme(ISourceViewer viewer) {
        StyledText text = viewer.getTextWidget();
        IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
        IPropertyChangeListener repaint = e -> {
            if (!text.isDisposed())
                viewer.invalidateTextPresentation();
        };
        themes.addPropertyChangeListener(repaint);
        text.addDisposeListener(e -> themes.removePropertyChangeListener(repaint));
    }

    /**
     * A token that asks the theme each time, since the theme may change while the editor is open.
     *
     * @param color the last part of its id in the theme
     * @param style of SWT
     */
    protected static IToken token(String color, int style) {
        Supplier<TextAttribute> attribute = () -> new TextAttribute(
                PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry().get("org.etabli.ui." + color), null, style);
        return new Token(null) {
            @Override
            public Object getData() {
                return attribute.get();
            }
        };
    }
}
