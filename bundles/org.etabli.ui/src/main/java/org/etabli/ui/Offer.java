package org.etabli.ui;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/** A line of the list of quick fixes, with what it does. */
public record Offer(String label, Runnable action) implements ICompletionProposal {
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
