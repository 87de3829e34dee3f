package org.etabli.ui;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.etabli.dossier.Fix;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;

/** Ways to put right what is found on the line of the cursor, in the text as it stands, saved or not. */
final class FixAssist implements IQuickAssistProcessor {
    private final Function<Finding, Optional<Offer>> leading;

    /** @param leading from a finding to the place of a form where its subject is edited, where there is one */
    FixAssist(Function<Finding, Optional<Offer>> leading) {
        this.leading = leading;
    }

    @Override
    public boolean canFix(Annotation annotation) {
        return true;
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return true;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        IDocument document = context.getSourceViewer().getDocument();
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        if (buffer == null)
            return null;
        FileCheck check = new FileCheck(ResourcesPlugin.getWorkspace().getRoot().getFile(buffer.getLocation()));
        List<ICompletionProposal> proposals = new ArrayList<>();
        try {
            int line = document.getLineOfOffset(context.getOffset()) + 1;
            for (Finding finding : check.findings(document.get()))
                if (finding.line() == line) {
                    for (Fix fix : fixes(check, finding, document.get()))
                        proposals.add(new Offer(fix.label().in(check.core().lang()), () -> DocumentEdits.apply(fix.edit(), document)));
                    leading.apply(finding).ifPresent(proposals::add);
                }
        } catch (BadLocationException | IOException | InvalidInputException e) {
            ILog.get().error(check.file().getName(), e);
        }
        return proposals.isEmpty() ? null : proposals.toArray(ICompletionProposal[]::new);
    }

    private static List<Fix> fixes(FileCheck check, Finding finding, String text) throws IOException {
        try {
            return check.fixes(finding, text);
        } catch (InvalidInputException e) {
            // a text that cannot be read has no fixes
            return List.of();
        }
    }
}
