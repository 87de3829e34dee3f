package org.etabli.app;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.etabli.ui.form.DocumentEditor;

/** Changes the appearance at once and for later sessions; the menu's radio mark follows. */
public class ThemeHandler extends AbstractHandler implements IElementUpdater {
    static final String COMMAND = "org.etabli.app.theme";
    static final String PARAMETER = "org.etabli.app.theme.id";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        String theme = event.getParameter(PARAMETER);
        if (theme != null) {
            boolean other = engine().getActiveTheme() == null || !theme.equals(engine().getActiveTheme().getId());
            engine().setTheme(theme, true);
            if (other)
                for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows())
                    for (IWorkbenchPage page : window.getPages())
                        DocumentEditor.themeChanged(page);
            PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(COMMAND, null);
        }
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(UIElement element, Map parameters) {
        ITheme active = engine().getActiveTheme();
        element.setChecked(active != null && active.getId().equals(parameters.get(PARAMETER)));
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }
}
