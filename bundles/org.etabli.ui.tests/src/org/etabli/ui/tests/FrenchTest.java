package org.etabli.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.etabli.ui.testkit.Bot;
import org.etabli.ui.testkit.NoErrorLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.wiring.BundleWiring;

/**
 * What a user sees of the platform is French. The platform has thousands of texts and we translate those that are
 * visible; a text with one of these English words in it is one that was forgotten.
 */
@ExtendWith(NoErrorLogged.class)
class FrenchTest {
    private static final Pattern ENGLISH = Pattern.compile("\\b(the|and|of|to|for|with|from|in|on|all|not|this|that|new|open|close|save"
            + "|delete|copy|paste|show|select|file|files|view|window|project|projects|editor|editors|settings|help|find|search|next"
            + "|previous|enable|filter|restore|apply|cancel|default|defaults|reset|colors|fonts|keys|general|rename|move|refresh|properties"
            + "|items|resource|path|warning|error|errors|warnings)\\b", Pattern.CASE_INSENSITIVE);

    /** From org.eclipse.ui.ide.application, which only the tests' workbench has: two pages and a perspective. */
    private static final Set<String> HARNESS = Set.of("Link Handlers", "Startup and Shutdown", "Resource", "Workspaces");

    private final Bot bot = new Bot();

    @AfterEach
    void writeWhatWasSeen() throws Exception {
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "texts.txt"), seen, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private Set<String> seen = Set.of();

    @Test
    void menuBarAndWindow() {
        seen = bot.ui(() -> new VisibleTexts().addMenu(window().getMenuBar()).addControl(window()).texts());
        assertFrench();
    }

    @Test
    void contextMenuOfADossier() throws Exception {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("essai");
        project.create(null);
        project.open(null);
        project.getFile("note.txt").create("un\n".getBytes(StandardCharsets.UTF_8), true, false, null);
        try {
            bot.ui(() -> page().showView(IPageLayout.ID_PROJECT_EXPLORER));
            Tree tree = bot.find(Tree.class, "the explorer's tree", t -> true);
            seen = new TreeSet<>();
            for (String[] path : new String[][] {{"essai"}, {"essai", "note.txt"}}) {
                bot.select(tree, path);
                seen.addAll(bot.ui(() -> new VisibleTexts().addMenu(tree.getMenu()).texts()));
            }
            seen.remove("essai");
        } finally {
            project.delete(true, null);
        }
        assertFrench();
    }

    @Test
    void preferences() {
        seen = new TreeSet<>();
        bot.run(() -> window().getDisplay().asyncExec(() -> PreferencesUtil.createPreferenceDialogOn(window(), null, null, null).open()));
        Shell dialog = bot.find(Shell.class, "preferences", s -> s != window());
        Tree pages = bot.find(Tree.class, "the list of pages", t -> t.getShell() == dialog);
        for (String[] path : bot.ui(() -> paths(pages.getItems()))) {
            bot.select(pages, path);
            bot.idle();
            bot.run(() -> seen.addAll(new VisibleTexts().addControl(dialog).texts()));
            bot.screenshot("preferences-" + path[path.length - 1]);
        }
        bot.run(dialog::close);
        assertFrench();
    }

    /** The way to each page that is not of the test harness. */
    private static List<String[]> paths(TreeItem[] items, String... before) {
        List<String[]> paths = new ArrayList<>();
        for (TreeItem item : items) {
            String[] path = Arrays.copyOf(before, before.length + 1);
            path[before.length] = item.getText();
            if (!HARNESS.contains(item.getText())) {
                paths.add(path);
                // the tree makes the rows below when it hears of the opening
                Event expand = new Event();
                expand.item = item;
                item.getParent().notifyListeners(SWT.Expand, expand);
                item.setExpanded(true);
                paths.addAll(paths(item.getItems(), path));
            }
        }
        return paths;
    }

    /** What is said while an action waits for a job comes up too seldom to be looked for on the screen. */
    @ParameterizedTest
    @CsvSource({"org.eclipse.core.jobs, org.eclipse.core.internal.jobs.messages, jobs_blocked1",
            "org.eclipse.core.jobs, org.eclipse.core.internal.jobs.messages, jobs_internalError",
            "org.eclipse.ui.workbench, org.eclipse.ui.internal.progress.messages, BlockedJobsDialog_CancelButtonText",
            "org.eclipse.ui.workbench, org.eclipse.ui.internal.progress.messages, JobErrorDialog_CloseDialogTitle"})
    void whatIsSaidOfAJobThatIsWaitedFor(String bundle, String texts, String key) {
        ClassLoader loader = Platform.getBundle(bundle).adapt(BundleWiring.class).getClassLoader();
        String french = ResourceBundle.getBundle(texts, Locale.FRENCH, loader).getString(key);
        assertNotEquals(ResourceBundle.getBundle(texts, Locale.ROOT, loader, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(key), french);
    }

    private void assertFrench() {
        assertEquals(List.of(), seen.stream().filter(t -> ENGLISH.matcher(t).find())
                .filter(t -> HARNESS.stream().noneMatch(t::contains)).toList());
    }

    private static Shell window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }
}
