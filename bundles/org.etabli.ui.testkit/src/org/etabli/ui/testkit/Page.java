package org.etabli.ui.testkit;

import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/**
 * The base of page objects: one class for each part of the workbench, whose methods say what a user does there. Tests
 * then read like a story, and a changed widget is mended in one place.
 */
public abstract class Page {
    protected final Bot bot;

    protected Page(Bot bot) {
        this.bot = bot;
    }

    protected IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    protected IWorkbenchPage workbenchPage() {
        return window().getActivePage();
    }

    /** Shows a view and gives it the focus. */
    protected IViewPart showView(String id) {
        return bot.ui(() -> {
            try {
                return workbenchPage().showView(id);
            } catch (PartInitException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** The editor in front; waits until there is one with that title. */
    protected IEditorPart editor(String title) {
        bot.waitUntil("editor " + title, () -> workbenchPage().getActiveEditor() != null
                && workbenchPage().getActiveEditor().getTitle().equals(title));
        return bot.ui(() -> workbenchPage().getActiveEditor());
    }

    /** Closes every editor without saving. */
    protected void closeEditors() {
        bot.ui(() -> workbenchPage().closeAllEditors(false));
    }

    /** The titles of the pages of the editor that is seen. */
    public List<String> pages() {
        CTabFolder tabs = tabs();
        return bot.ui(() -> Arrays.stream(tabs.getItems()).map(CTabItem::getText).toList());
    }

    /** Turns to a page of the editor by its place in the row of tabs. */
    protected final void turnTo(int index) {
        CTabFolder tabs = tabs();
        bot.run(() -> {
            tabs.setSelection(index);
            Event event = new Event();
            event.item = tabs.getItem(index);
            tabs.notifyListeners(SWT.Selection, event);
        });
        bot.waitUntil("page " + index, () -> tabs.getSelectionIndex() == index);
    }

    private CTabFolder tabs() {
        return bot.find(CTabFolder.class, "the pages of the editor", f -> f.getTabPosition() == SWT.BOTTOM && f.getItemCount() > 1);
    }
}
