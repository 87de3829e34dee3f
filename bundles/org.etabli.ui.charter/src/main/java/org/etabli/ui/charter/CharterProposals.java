package org.etabli.ui.charter;

import java.io.IOException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.etabli.dossier.CharterAssist;
import org.etabli.markdown.CharterText;
import org.etabli.model.InvalidInputException;
import org.etabli.ui.Core;
import org.etabli.yaml.TextEdit;

/** Shows what the core says may be written at a place. */
final class CharterProposals implements IContentAssistProcessor {

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        Core core = Core.get();
        try {
            return CharterAssist.proposals(CharterText.parse("", viewer.getDocument().get()), offset, core.library().terms(), core.lang()).stream()
                    .map(CharterProposals::proposal).toArray(ICompletionProposal[]::new);
        } catch (IOException | InvalidInputException e) {
            ILog.get().error("law and clauses", e);
            return new ICompletionProposal[0];
        }
    }

    private static ICompletionProposal proposal(CharterAssist.Proposal p) {
        TextEdit edit = p.edit();
        return new CompletionProposal(edit.replacement(), edit.offset(), edit.length(), edit.replacement().length(), null, p.label(), null, p.more().isEmpty() ? null : p.more());
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return new IContextInformation[0];
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
