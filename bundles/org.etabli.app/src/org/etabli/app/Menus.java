package org.etabli.app;

import java.util.Map;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/**
 * The menu bar: only entries that work. Other bundles add theirs through the extension point org.eclipse.ui.menus, at
 * "menu:org.eclipse.ui.main.menu?after=additions", "menu:file?after=org.etabli.file.open", "menu:org.etabli.menu.views?after=additions"
 * and "toolbar:org.eclipse.ui.main.toolbar?after=additions".
 */
class Menus extends ActionBarAdvisor {
    static final String VIEWS_MENU = "org.etabli.menu.views";
    /** Not the platform's name for this place, where it would add "Open Projects from File System". */
    private static final String OPEN_GROUP = "org.etabli.file.open";

    private static final ActionFactory[] ACTIONS = {
            ActionFactory.SAVE, ActionFactory.SAVE_ALL, ActionFactory.CLOSE, ActionFactory.QUIT,
            ActionFactory.UNDO, ActionFactory.REDO, ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE,
            ActionFactory.SELECT_ALL, ActionFactory.FIND, ActionFactory.RESET_PERSPECTIVE, ActionFactory.PREFERENCES,
            ActionFactory.ABOUT,
    };

    private IWorkbenchWindow window;

    Menus(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow forWindow) {
        window = forWindow;
        for (ActionFactory factory : ACTIONS) {
            register(factory.create(window));
        }
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(file());
        bar.add(edit());
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(window());
        bar.add(help());
    }

    private IMenuManager file() {
        MenuManager menu = new MenuManager(Messages.menu_file, IWorkbenchActionConstants.M_FILE);
        addCommand(menu, Commands.NEW_DOSSIER);
        addCommand(menu, Commands.OPEN_DOSSIER);
        menu.add(new GroupMarker(OPEN_GROUP));
        menu.add(new Separator());
        add(menu, ActionFactory.SAVE, ActionFactory.SAVE_ALL);
        menu.add(new GroupMarker(IWorkbenchActionConstants.SAVE_EXT));
        menu.add(new Separator());
        add(menu, ActionFactory.CLOSE);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator());
        add(menu, ActionFactory.QUIT);
        return menu;
    }

    private IMenuManager edit() {
        MenuManager menu = new MenuManager(Messages.menu_edit, IWorkbenchActionConstants.M_EDIT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_START));
        add(menu, ActionFactory.UNDO, ActionFactory.REDO);
        menu.add(new GroupMarker(IWorkbenchActionConstants.UNDO_EXT));
        menu.add(new Separator());
        add(menu, ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE);
        menu.add(new GroupMarker(IWorkbenchActionConstants.CUT_EXT));
        menu.add(new Separator());
        add(menu, ActionFactory.SELECT_ALL);
        menu.add(new Separator());
        add(menu, ActionFactory.FIND);
        menu.add(new GroupMarker(IWorkbenchActionConstants.FIND_EXT));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        return menu;
    }

    private IMenuManager window() {
        MenuManager menu = new MenuManager(Messages.menu_window, IWorkbenchActionConstants.M_WINDOW);
        menu.add(views());
        menu.add(perspectives());
        menu.add(new Separator());
        menu.add(themes());
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        add(menu, ActionFactory.PREFERENCES);
        return menu;
    }

    /** Not the platform's own list, whose "Other…" offers views that have nothing to show here. */
    private IMenuManager views() {
        MenuManager menu = new MenuManager(Messages.menu_views, VIEWS_MENU);
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator());
        for (String view : new String[] {IPageLayout.ID_PROJECT_EXPLORER, IPageLayout.ID_PROBLEM_VIEW, IPageLayout.ID_OUTLINE,
                IPageLayout.ID_PROGRESS_VIEW}) {
            String label = window.getWorkbench().getViewRegistry().find(view).getLabel();
            menu.add(command(IWorkbenchCommandConstants.VIEWS_SHOW_VIEW, IWorkbenchCommandConstants.VIEWS_SHOW_VIEW_PARM_ID, view,
                    label, SWT.PUSH));
        }
        return menu;
    }

    private IMenuManager perspectives() {
        MenuManager menu = new MenuManager(Messages.menu_perspectives, "org.etabli.menu.perspectives");
        for (IPerspectiveDescriptor perspective : window.getWorkbench().getPerspectiveRegistry().getPerspectives()) {
            if (perspective.getId().startsWith("org.etabli.")) {
                menu.add(command(IWorkbenchCommandConstants.PERSPECTIVES_SHOW_PERSPECTIVE,
                        IWorkbenchCommandConstants.PERSPECTIVES_SHOW_PERSPECTIVE_PARM_ID, perspective.getId(), perspective.getLabel(),
                        SWT.PUSH));
            }
        }
        menu.add(new Separator());
        add(menu, ActionFactory.RESET_PERSPECTIVE);
        return menu;
    }

    private IMenuManager themes() {
        MenuManager menu = new MenuManager(Messages.menu_theme, "org.etabli.menu.theme");
        new Themes().getParameterValues().forEach((label, theme) -> menu
                .add(command(ThemeHandler.COMMAND, ThemeHandler.PARAMETER, theme, label, SWT.RADIO)));
        return menu;
    }

    private IMenuManager help() {
        MenuManager menu = new MenuManager(Messages.menu_help, IWorkbenchActionConstants.M_HELP);
        menu.add(new GroupMarker(IWorkbenchActionConstants.HELP_START));
        menu.add(command("org.eclipse.ui.window.quickAccess", null, null, Messages.menu_quickAccess, SWT.PUSH));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator());
        add(menu, ActionFactory.ABOUT);
        return menu;
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        IToolBarManager tools = new ToolBarManager(bar.getStyle());
        tools.add(getAction(ActionFactory.SAVE.getId()));
        bar.add(new ToolBarContributionItem(tools, "org.etabli.toolbar"));
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    private void add(IMenuManager menu, ActionFactory... factories) {
        for (ActionFactory factory : factories) {
            menu.add(getAction(factory.getId()));
        }
    }

    /** Adds a command of the plug-in set under its own name, where it is installed. */
    private void addCommand(IMenuManager menu, String command) {
        if (window.getService(ICommandService.class).getCommand(command).isDefined()) {
            menu.add(command(command, null, null, null, SWT.PUSH));
        }
    }

    private IContributionItem command(String command, String parameter, String value, String label, int style) {
        CommandContributionItemParameter item = new CommandContributionItemParameter(window, null, command, style == SWT.RADIO
                ? CommandContributionItem.STYLE_RADIO : CommandContributionItem.STYLE_PUSH);
        item.label = label;
        if (parameter != null) {
            item.parameters = Map.of(parameter, value);
        }
        return new CommandContributionItem(item);
    }
}
