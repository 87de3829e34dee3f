package org.etabli.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.handlers.IHandlerService;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.Examples;
import org.etabli.model.Dossier;
import org.etabli.model.InvalidInputException;
import org.etabli.ui.NewDossierWizard.Start;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.Shades;
import org.etabli.ui.form.Wheel;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.DossierReader;
import org.etabli.yaml.YamlText;

/** The first screen: what Établi does, what one can begin with, what was open last, and where help is. */
public final class Welcome extends ShowingEditor {
    public static final String ID = "org.etabli.ui.welcome";
    private static final String OPEN = "org.etabli.ui.openDossier";
    private static final String KEYS = "org.eclipse.ui.window.showKeyAssist";
    private static final String SEARCH = "org.eclipse.ui.window.quickAccess";

    private FormToolkit kit;
    private Parts parts;
    private ScrolledForm form;
    private Composite recent;
    /** The dossiers that were open last and their titles, as the page shows them; null before it shows any. */
    private Map<Path, String> shown;
    private Font large;

    /** Shows it, once. */
    public static void open(IWorkbenchPage page) {
        try {
            page.openEditor(new WelcomeInput(), ID);
        } catch (PartInitException e) {
            ILog.get().error(ID, e);
        }
    }

    /** Shows it where nothing else is open. */
    public static void openIfEmpty(IWorkbenchPage page) {
        if (page != null && page.getEditorReferences().length == 0)
            open(page);
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        kit = new FormToolkit(parent.getDisplay());
        parts = new Parts(kit);
        form = kit.createScrolledForm(parent);
        Wheel.leadsThrough(form);
        large = new LocalResourceManager(JFaceResources.getResources(), form)
                .create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD).increaseHeight(2));
        form.setText(Messages.welcomeTitle);
        kit.decorateFormHeading(form.getForm());
        Composite body = form.getBody();
        GridLayoutFactory.fillDefaults().margins(18, 14).numColumns(2).equalWidth(true).spacing(28, 16).applyTo(body);
        Label what = parts.label(body, Messages.welcomeWhat);
        what.setData("id", "welcome.what");
        span(what);
        begin(parts.section(body, Messages.welcomeBegin, 1));
        recent = parts.section(body, Messages.welcomeRecent, 1);
        showRecent();
        steps(parts.section(body, Messages.welcomeHow, 1));
        help(parts.section(body, Messages.welcomeHelp, 1));
        span(parts.label(body, Messages.welcomeNotice));
    }

    private static void span(Control control) {
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, SWT.DEFAULT).applyTo(control);
    }

    private void begin(Composite section) {
        offer(section, "welcome.new", Messages.welcomeNew, Messages.welcomeNewHelp, () -> make(Start.EMPTY));
        offer(section, "welcome.charter", Messages.welcomeCharter, Messages.welcomeCharterHelp, () -> make(Start.CHARTER));
        offer(section, "welcome.example", Messages.welcomeExample, NLS.bind(Messages.welcomeExampleHelp, examples()), () -> make(Start.EXAMPLE));
        offer(section, "welcome.open", Messages.welcomeOpen, Messages.welcomeOpenHelp, () -> command(OPEN));
    }

    private void offer(Composite parent, String id, String title, String help, Runnable action) {
        Hyperlink link = parts.link(parent, title, action);
        link.setFont(large);
        link.setData("id", id);
        Label label = parts.label(parent, help);
        label.setForeground(Shades.of(form, Shades.PALE));
        GridDataFactory.fillDefaults().grab(true, false).indent(0, -3).hint(260, SWT.DEFAULT).applyTo(label);
    }

    private static int examples() {
        try {
            return Examples.all(Core.get().content()).size();
        } catch (IOException | InvalidInputException e) {
            ILog.get().error("examples", e);
            return 0;
        }
    }

    /** Made anew only when it says something else: the click that brings the page to the front may be on one of its links. */
    private void showRecent() {
        Map<Path, String> dossiers = new LinkedHashMap<>();
        Recent.dossiers().forEach(folder -> dossiers.put(folder, title(folder)));
        if (dossiers.equals(shown))
            return;
        shown = dossiers;
        for (Control child : recent.getChildren())
            child.dispose();
        if (dossiers.isEmpty())
            parts.label(recent, Messages.welcomeRecentNone);
        dossiers.forEach((folder, title) -> {
            parts.link(recent, title, () -> open(folder));
            Label place = parts.label(recent, folder.toString());
            place.setForeground(Shades.of(form, Shades.PALE));
        });
        recent.layout(true, true);
        form.reflow(true);
    }

    /** The title that a dossier has today; its folder's name where that cannot be read. */
    private static String title(Path folder) {
        try {
            Dossier dossier = DossierReader.read(YamlText.parse(DossierFile.DOSSIER.name(), AtomicFiles.read(folder.resolve(DossierFile.DOSSIER.name()), DossierFile.DOSSIER.name())));
            if (!dossier.title().isBlank())
                return dossier.title();
        } catch (IOException | InvalidInputException e) {
            // its own editor says what is wrong with it
        }
        return folder.getFileName().toString();
    }

    private void steps(Composite section) {
        List.of(Messages.welcomeStep1, Messages.welcomeStep2, Messages.welcomeStep3, Messages.welcomeStep4).forEach(s -> parts.label(section, s));
    }

    private void help(Composite section) {
        parts.label(section, Messages.welcomeKeys);
        parts.link(section, Messages.welcomeKeysAll, () -> command(KEYS));
        parts.link(section, Messages.welcomeSearch, () -> command(SEARCH));
    }

    private void make(Start start) {
        NewDossierWizard.open(getSite().getShell(), getSite().getPage(), start);
    }

    private void open(Path folder) {
        try {
            Dossiers.open(folder, getSite().getPage());
        } catch (CoreException e) {
            ErrorDialog.openError(getSite().getShell(), Messages.openTitle, Messages.cannotOpen, e.getStatus());
        }
    }

    private void command(String id) {
        try {
            getSite().getService(IHandlerService.class).executeCommand(id, null);
        } catch (CommandException e) {
            ILog.get().error(id, e);
        }
    }

    @Override
    public void setFocus() {
        // what was open last may have changed meanwhile
        showRecent();
        form.setFocus();
    }

    @Override
    public void dispose() {
        if (kit != null)
            kit.dispose();
        super.dispose();
    }
}
