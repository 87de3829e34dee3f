package org.etabli.ui.annex;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.browser.LocationAdapter;
import org.eclipse.swt.browser.LocationEvent;
import org.eclipse.swt.browser.ProgressListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.FileEditorInput;
import org.etabli.annex.Annexes;
import org.etabli.dossier.Checker;
import org.etabli.dossier.DossierPaths;
import org.etabli.dossier.Identity;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.InvalidInputException;
import org.etabli.render.OutputFormat;
import org.etabli.ui.ChainDialog;
import org.etabli.ui.Core;
import org.etabli.ui.Dossiers;
import org.etabli.ui.OpenFile;
import org.etabli.ui.ShowingEditor;
import org.etabli.ui.form.Notices;

/** An annex as its reader will see it, with the other annexes of the dossier at hand. Read only: annexes are generated. */
public final class PreviewEditor extends ShowingEditor {
    public static final String ID = "org.etabli.ui.annex.preview";
    private static final String UNSAID = "unsaid";

    private IFile file;
    private List<IFile> siblings = List.of();
    private Map<String, DocumentTemplate> frames = Map.of();
    /** Pages that are made but not yet written. */
    private final Map<IFile, String> fresh = new LinkedHashMap<>();
    private boolean preparing;
    private Browser browser;
    private Combo documents;
    private Composite progress;
    private Label doing;
    private Notices notices;
    private Runnable cancel = () -> { };
    private final IResourceChangeListener onChange = this::changed;

    /** The preview of the file's dossier, which is opened with that file where there is none. */
    static PreviewEditor open(IWorkbenchPage page, IFile file) throws PartInitException {
        Optional<PreviewEditor> open = of(page, file.getProject());
        if (open.isEmpty())
            return (PreviewEditor) page.openEditor(new FileEditorInput(file), ID);
        page.activate(open.get());
        return open.get();
    }

    /** The preview of a dossier, where it is open. */
    static Optional<PreviewEditor> of(IWorkbenchPage page, IProject project) {
        for (IEditorReference reference : page.getEditorReferences())
            if (ID.equals(reference.getId()) && reference.getEditor(true) instanceof PreviewEditor preview && preview.file.getProject().equals(project))
                return Optional.of(preview);
        return Optional.empty();
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof FileEditorInput files))
            throw new PartInitException(input.getName());
        setSite(site);
        setInput(input);
        file = files.getFile();
        setPartName(Messages.annexes + " — " + file.getProject().getName());
        ResourcesPlugin.getWorkspace().addResourceChangeListener(onChange, IResourceChangeEvent.POST_CHANGE);
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        Composite bar = new Composite(parent, SWT.NONE);
        List<OutputFormat> opened = Arrays.stream(OutputFormat.values()).filter(OutputFormat::isOpened).toList();
        GridLayoutFactory.fillDefaults().numColumns(2 + opened.size()).margins(8, 6).spacing(8, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        new Label(bar, SWT.NONE).setText(Messages.document);
        documents = new Combo(bar, SWT.READ_ONLY);
        documents.setData("id", "preview.document");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(documents);
        documents.addListener(SWT.Selection, e -> {
            file = siblings.get(documents.getSelectionIndex());
            load();
        });
        opened.forEach(f -> launch(bar, f));
        createProgress(parent);
        notices = new Notices(parent);
        try {
            browser = new Browser(parent, SWT.NONE);
            browser.setJavascriptEnabled(false);
            // a preview shows its document: links lead out of it, into the user's own browser
            browser.addLocationListener(new LocationAdapter() {
                @Override
                public void changing(LocationEvent event) {
                    Optional<String> traced = Traced.id(event.location);
                    if (traced.isPresent()) {
                        event.doit = false;
                        ChainDialog.open(getSite().getShell(), file.getProject().getLocation().toPath(), Optional.empty(), traced.get());
                    } else if (event.location.startsWith("http")) {
                        event.doit = false;
                        Program.launch(event.location);
                    }
                }
            });
            browser.addProgressListener(ProgressListener.completedAdapter(e -> browser.setData("loaded", Boolean.TRUE)));
            browser.setData("id", "preview.browser");
            // the engine's own menu is that of a web browser, in its own language
            browser.addListener(SWT.MenuDetect, e -> e.doit = false);
            GridDataFactory.fillDefaults().grab(true, true).applyTo(browser);
        } catch (SWTError e) {
            Label label = new Label(parent, SWT.WRAP);
            label.setText(Messages.noBrowser);
            GridDataFactory.fillDefaults().grab(true, true).indent(12, 12).applyTo(label);
        }
        refresh();
    }

    /** Hidden while nothing is made. */
    private void createProgress(Composite parent) {
        progress = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 6).spacing(8, 0).applyTo(progress);
        progress.setVisible(false);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(progress);
        ProgressBar bar = new ProgressBar(progress, SWT.INDETERMINATE);
        GridDataFactory.swtDefaults().hint(120, SWT.DEFAULT).applyTo(bar);
        doing = new Label(progress, SWT.NONE);
        doing.setData("id", "preview.doing");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(doing);
        Button stop = new Button(progress, SWT.PUSH);
        stop.setText(Messages.stop);
        stop.setData("id", "preview.stop");
        stop.addListener(SWT.Selection, e -> cancel.run());
    }

    private void showProgress(boolean shown) {
        progress.setVisible(shown);
        ((GridData) progress.getLayoutData()).exclude = !shown;
        progress.getParent().layout();
    }

    /**
     * The documents are being made.
     *
     * @param what is being done
     * @param stop stops it
     */
    void preparing(String what, Runnable stop) {
        if (progress.isDisposed())
            return;
        boolean first = !preparing;
        preparing = true;
        cancel = stop;
        doing.setText(what);
        if (!progress.isVisible())
            showProgress(true);
        if (first)
            load();
    }

    /** A document is there, though not yet on the disk. */
    void made(IFile page, String html) {
        if (progress.isDisposed())
            return;
        fresh.put(page, html);
        // nothing else could be read so far
        if (!file.exists() && !fresh.containsKey(file))
            file = page;
        list();
        if (page.equals(file))
            load();
    }

    /** All is written, or nothing is. */
    void finished() {
        if (progress.isDisposed())
            return;
        preparing = false;
        fresh.clear();
        showProgress(false);
        refresh();
    }

    /** Opens the document in the user's own program. */
    private void launch(Composite parent, OutputFormat format) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(format.opening().in(Core.get().lang()));
        button.setData("id", "preview." + format.extension());
        button.addListener(SWT.Selection, e -> launch(file.getLocation().removeFileExtension().addFileExtension(format.extension())));
    }

    /** Without a program for it nothing would happen: then the user hears where the file is. */
    private void launch(IPath document) {
        if (!document.toFile().exists() || !Program.launch(document.toOSString()))
            MessageDialog.openInformation(getSite().getShell(), Messages.errorTitle,
                    NLS.bind(Messages.noProgram, document.lastSegment(), document.removeLastSegments(1).toOSString()));
    }

    /** Each document by its title; one that no frame knows keeps the name of its file. */
    private Map<String, DocumentTemplate> frames() {
        Map<String, DocumentTemplate> frames = new LinkedHashMap<>();
        Core core = Core.get();
        try {
            Annexes.frames(core.content().of(Dossiers.folder(file.getProject()))).forEach(f -> frames.put(f.id(), f));
        } catch (IOException | InvalidInputException e) {
            // the frames of this dossier cannot be read: generating says so, and the files are there all the same
            ILog.get().info(file.getFullPath().toString(), e);
        }
        return frames;
    }

    private static String id(IFile document) {
        return document.getFullPath().removeFileExtension().lastSegment();
    }

    private String title(IFile document) {
        return Optional.ofNullable(frames.get(id(document))).map(f -> f.title().in(Core.get().lang())).orElse(id(document));
    }

    private void changed(IResourceChangeEvent event) {
        IResourceDelta delta = event.getDelta() == null ? null : event.getDelta().findMember(file.getParent().getFullPath());
        if (delta != null && browser != null && !browser.isDisposed())
            browser.getDisplay().asyncExec(() -> {
                if (!browser.isDisposed())
                    refresh();
            });
    }

    /** Lists the documents of the folder and shows the current one. */
    private void refresh() {
        list();
        load();
        Identity.of(DossierPaths.of(Dossiers.folder(file.getProject()))).dossier().flatMap(Checker::unsaid).ifPresentOrElse(
                f -> notices.show(UNSAID, SWT.ICON_WARNING, f.message().in(Core.get().lang()), new Notices.Choice(Messages.completeIdentity, this::openIdentity)),
                () -> notices.hide(UNSAID));
    }

    private void openIdentity() {
        OpenFile.identity(file.getProject(), getSite().getPage());
    }

    private void list() {
        frames = frames();
        List<String> order = List.copyOf(frames.keySet());
        Set<IFile> all = new LinkedHashSet<>(fresh.keySet());
        try {
            if (file.getParent().exists())
                Stream.of(file.getParent().members()).filter(IFile.class::isInstance).map(IFile.class::cast).filter(f -> OutputFormat.HTML.extension().equals(f.getFileExtension())).forEach(all::add);
        } catch (CoreException e) {
            ILog.get().error(file.getFullPath().toString(), e);
        }
        siblings = all.stream().sorted(Comparator.comparing((IFile f) -> order.contains(id(f)) ? order.indexOf(id(f)) : order.size()).thenComparing(IResource::getName)).toList();
        // the one that was shown is not made any more
        if (!siblings.contains(file) && !siblings.isEmpty() && !preparing)
            file = siblings.getFirst();
        documents.setItems(siblings.stream().map(this::title).toArray(String[]::new));
        documents.select(siblings.indexOf(file));
    }

    private void load() {
        if (browser == null)
            return;
        String html = fresh.get(file);
        if (html == null && preparing && !file.exists())
            html = "<html><body style=\"font-family: sans-serif; margin: 3em\"><p>" + Messages.preparing + "</p></body></html>";
        if (html == null && !file.exists())
            return;
        browser.setData("loaded", Boolean.FALSE);
        try {
            browser.setText(Traced.page(html != null ? html : Files.readString(file.getLocation().toPath()), id(file)));
        } catch (IOException e) {
            ILog.get().error(file.getFullPath().toString(), e);
        }
    }

    @Override
    public void setFocus() {
        (browser != null ? browser : documents).setFocus();
    }

    @Override
    public void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(onChange);
        super.dispose();
    }
}
