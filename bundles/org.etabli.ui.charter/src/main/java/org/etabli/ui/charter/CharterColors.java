package org.etabli.ui.charter;

import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.etabli.model.Finding;
import org.etabli.ui.Offer;
import org.etabli.ui.SourceColors;
import org.etabli.ui.YamlColors;

/** The source page of a charter: colours, quick fixes, and what may be written at a place. */
final class CharterColors extends SourceColors {

    CharterColors(Function<Finding, Optional<Offer>> leading) {
        super(leading);
    }

    @Override
    protected ITokenScanner scanner() {
        return new CharterScanner(YamlColors.yaml(), token("key", SWT.BOLD), token("comment", SWT.NONE), token("key", SWT.NONE), token("value", SWT.BOLD), token("text", SWT.NONE));
    }

    @Override
    public IContentAssistant getContentAssistant(ISourceViewer viewer) {
        ContentAssistant assistant = new ContentAssistant();
        assistant.setContentAssistProcessor(new CharterProposals(), IDocument.DEFAULT_CONTENT_TYPE);
        assistant.setInformationControlCreator(getInformationControlCreator(viewer));
        return assistant;
    }
}
