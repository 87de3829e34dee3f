package org.etabli.ui;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The dossiers on the left, an editor, the findings below. */
public final class DossierPerspective implements IPerspectiveFactory {
    public static final String ID = "org.etabli.ui.perspective";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.addView(IPageLayout.ID_PROJECT_EXPLORER, IPageLayout.LEFT, 0.2f, editors);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.76f, editors);
        below.addView(IPageLayout.ID_PROBLEM_VIEW);
        below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.78f, editors);
        right.addPlaceholder(IPageLayout.ID_OUTLINE);
        right.addPlaceholder("org.etabli.*");
        layout.addNewWizardShortcut(NewDossierWizard.ID);
    }
}
