package org.etabli.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.etabli.annex.Steps;
import org.etabli.annex.Steps.State;
import org.etabli.annex.Steps.Document;
import org.etabli.annex.Steps.Step;
import org.etabli.model.Dossier;
import org.etabli.model.Lang;
import org.etabli.render.OutputFormat;
import org.etabli.ui.form.Header;
import org.etabli.ui.form.Parts;
import org.etabli.ui.form.Shades;
import org.etabli.ui.form.SnapshotPage;

/** The home of a dossier: what it is, its class, its steps with what each lacks, and the next thing to do, which has the focus. */
final class HomePage extends SnapshotPage<IdentityModel.Identity> {
    static final String ID = "home";
    private static final String GENERATE = "org.etabli.ui.annex.generate";
    private static final int STATE = 110;
    private static final int TITLE = 270;
    private static final Map<State, String> MARKS = Map.of(State.OPEN, "○", State.BEGUN, "◐", State.DONE, "✔", State.BLOCKED, "✖");

    private final DossierEditor editor;
    private final IdentityModel model;
    private final Lang lang;
    private FormToolkit kit;
    private Parts parts;
    private Header header;
    private Label what;
    private Label headline;
    private Composite next;
    private Composite steps;
    private Composite documents;
    private List<Step> shown = List.of();
    private List<Document> listed = List.of();

    HomePage(DossierEditor editor, IdentityModel model) {
        super(editor, model, ID, Messages.homePage);
        this.editor = editor;
        this.model = model;
        this.lang = model.core().lang();
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        kit = managed.getToolkit();
        parts = new Parts(kit);
        ScrolledForm form = managed.getForm();
        header = Header.of(managed, Messages.homePage, editor, lang);
        GridLayoutFactory.fillDefaults().margins(14, 10).spacing(0, 12).applyTo(form.getBody());
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), form);
        Composite dossier = parts.section(form.getBody(), Messages.homeDossier, 1);
        what = parts.label(dossier, "");
        headline = parts.label(dossier, Messages.homeReading);
        headline.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD).increaseHeight(2)));
        headline.setData("id", "home.class");
        next = parts.section(form.getBody(), Messages.homeNext, 1);
        steps = parts.section(form.getBody(), Messages.homeSteps, 1);
        GridLayoutFactory.fillDefaults().margins(4, 4).numColumns(3).spacing(10, 8).applyTo(steps);
        documents = parts.section(form.getBody(), Messages.homeDocuments, 1);
        GridLayoutFactory.fillDefaults().margins(4, 4).numColumns(2).spacing(10, 4).applyTo(documents);
        follow();
    }

    @Override
    protected void show(IdentityModel.Identity identity) {
        header.show(identity, getManagedForm().getForm().getBody());
        identity.dossier().ifPresent(d -> {
            getManagedForm().getForm().setText(Parts.plain(d.title()));
            what.setText(Parts.plain(what(d)));
        });
        identity.home().ifPresent(this::show);
    }

    private static String what(Dossier d) {
        return NLS.bind(Messages.homeBuyer, d.authority().name()) + d.authority().inhabitants().map(n -> " — " + NLS.bind(Messages.homeInhabitants, String.format("%,d", n))).orElse("");
    }

    private void show(IdentityModel.Home home) {
        headline.setText(Parts.plain(home.headline()));
        // what is shown already keeps the focus that it may have
        if (!home.steps().equals(shown)) {
            boolean focused = shown.isEmpty() ? editor.getSite().getPage().getActivePart() == editor : isIn(next) || isIn(steps);
            shown = home.steps();
            for (Composite part : List.of(next, steps))
                for (Control child : part.getChildren())
                    child.dispose();
            next();
            shown.forEach(this::row);
            if (focused)
                setFocus();
        }
        if (!home.documents().equals(listed)) {
            listed = home.documents();
            for (Control child : documents.getChildren())
                child.dispose();
            listed.forEach(this::row);
        }
        getManagedForm().reflow(true);
        for (Composite part : List.of(next, steps, documents))
            part.layout(true, true);
    }

    private static boolean isIn(Composite part) {
        for (Control c = part.getDisplay().getFocusControl(); c != null; c = c.getParent())
            if (c == part)
                return true;
        return false;
    }

    private void next() {
        Optional<Step> step = Steps.next(shown);
        if (step.isEmpty()) {
            parts.label(next, Messages.homeNothing);
            return;
        }
        Hyperlink link = parts.link(next, step.get().title().in(lang), () -> go(step.get()));
        link.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        link.setData("id", "home.next");
        parts.label(next, step.get().words().in(lang));
    }

    private void row(Step step) {
        Label state = kit.createLabel(steps, MARKS.get(step.state()) + " " + step.state().title().in(lang));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 1).hint(STATE, SWT.DEFAULT).applyTo(state);
        if (step.state() == State.BLOCKED)
            state.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        Hyperlink link = parts.link(steps, step.title().in(lang), () -> go(step));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).hint(TITLE, SWT.DEFAULT).applyTo(link);
        link.setData("id", "home." + step.id());
        Label words = parts.label(steps, (step.optional() ? Messages.homeOptional + " " : "") + step.words().in(lang));
        GridDataFactory.createFrom((GridData) words.getLayoutData()).align(SWT.FILL, SWT.BEGINNING).indent(0, 1).applyTo(words);
        words.setForeground(Shades.of(steps, step.state() == State.DONE ? Shades.PALE : 1));
    }

    /** One that was made is opened in the preview. */
    private void row(Document document) {
        Label state = kit.createLabel(documents, document.made() ? MARKS.get(State.DONE) + " " + Messages.homeMade : MARKS.get(State.OPEN) + " " + Messages.homeNotMade);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 1).hint(STATE, SWT.DEFAULT).applyTo(state);
        if (document.made())
            parts.link(documents, document.title().in(lang), () -> open(document)).setData("id", "home.document." + document.id());
        else
            parts.label(documents, document.title().in(lang));
    }

    private void open(Document document) {
        if (!(editor.getEditorInput() instanceof FileEditorInput input))
            return;
        IFile file = input.getFile().getProject().getFolder(Steps.DOCUMENTS).getFile(OutputFormat.HTML.fileName(document.id()));
        try {
            file.refreshLocal(IResource.DEPTH_ZERO, null);
            if (file.exists())
                IDE.openEditor(editor.getSite().getPage(), file);
            else
                // somebody made it in other formats only
                generate();
        } catch (CoreException e) {
            ILog.get().error(document.id(), e);
        }
    }

    /** To where the step is done: a field, a file, or the making of the documents. */
    private void go(Step step) {
        if (step.file().isEmpty())
            generate();
        else if (!editor.showStep(step.id()) && editor.getEditorInput() instanceof FileEditorInput input)
            OpenFile.open(step.file().get(), input.getFile().getProject(), editor.getSite().getPage());
    }

    private void generate() {
        try {
            editor.getSite().getService(IHandlerService.class).executeCommand(GENERATE, null);
        } catch (CommandException e) {
            ILog.get().error(GENERATE, e);
        }
    }

    /** The next thing to do is one key away. */
    @Override
    public void setFocus() {
        if (next == null || next.isDisposed())
            return;
        for (Control child : next.getChildren())
            if (child instanceof Hyperlink) {
                child.setFocus();
                return;
            }
        next.setFocus();
    }
}
