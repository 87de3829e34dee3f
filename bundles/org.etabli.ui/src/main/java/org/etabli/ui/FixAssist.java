package org.etabli.ui;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.etabli.dossier.Fix;
import org.etabli.dossier.Fixes;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Question;
import org.etabli.rules.Law;
import org.etabli.yaml.YamlText;

/** Ways to put right what is found on the line of the cursor, in the text as it stands, saved or not. */
final class FixAssist implements IQuickAssistProcessor {
    private final Consumer<String> openQuestion;

    /** @param openQuestion shows the question of a fact; null where there is nobody to show it */
    FixAssist(Consumer<String> openQuestion) {
        this.openQuestion = openQuestion;
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
        Core core = Core.get();
        IDocument document = context.getSourceViewer().getDocument();
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        if (buffer == null)
            return null;
        IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(buffer.getLocation());
        List<ICompletionProposal> proposals = new ArrayList<>();
        try {
            Law law = core.law();
            int line = document.getLineOfOffset(context.getOffset()) + 1;
            List<Finding> here = CheckBuilder.findings(core, file, document.get()).stream().filter(f -> f.line() == line).toList();
            for (Finding finding : here) {
                for (Fix fix : fixes(finding, document.get(), law))
                    proposals.add(new Proposal(fix.label().in(core.lang()), () -> DocumentEdits.apply(fix.edit(), document)));
                law.catalogue().get(finding.subject()).filter(q -> openQuestion != null).map(Question::label)
                        .ifPresent(label -> proposals.add(new Proposal(NLS.bind(Messages.openQuestion, label.in(core.lang())),
                                () -> openQuestion.accept(finding.subject()))));
            }
        } catch (BadLocationException | IOException | InvalidInputException e) {
            ILog.get().error(file.getName(), e);
        }
        return proposals.isEmpty() ? null : proposals.toArray(ICompletionProposal[]::new);
    }

    private static List<Fix> fixes(Finding finding, String text, Law law) {
        try {
            return Fixes.of(finding, YamlText.parse(finding.file(), text), law.catalogue());
        } catch (InvalidInputException e) {
            // a text that cannot be read has no fixes
            return List.of();
        }
    }

    private record Proposal(String label, Runnable action) implements ICompletionProposal {
        @Override
        public void apply(IDocument document) {
            action.run();
        }

        @Override
        public String getDisplayString() {
            return label;
        }

        @Override
        public String getAdditionalProposalInfo() {
            return null;
        }

        @Override
        public Point getSelection(IDocument document) {
            return null;
        }

        @Override
        public Image getImage() {
            return null;
        }

        @Override
        public IContextInformation getContextInformation() {
            return null;
        }
    }
}
