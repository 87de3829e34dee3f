package org.etabli.ui.annex;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.etabli.annex.Annexes;
import org.etabli.annex.Wording;
import org.etabli.dossier.CharterFolder;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.DossierPaths;
import org.etabli.dossier.Standing;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.render.DocumentFiles;
import org.etabli.render.DocumentFiles.DocumentFile;
import org.etabli.render.OutputFormat;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.ui.Core;
import org.etabli.ui.Dossiers;
import org.etabli.yaml.FileTrouble;

/**
 * All annexes of a dossier as AsciiDoc, HTML, PDF and Word. The preview opens at once and shows each document as soon as it is
 * made; the files are written when all are. Cancelled or failed, it leaves the old files as they were.
 */
public final class GenerateJob extends Job {
    /** For tests and others that wait for it. */
    public static final Object FAMILY = GenerateJob.class;
    static final String FOLDER = "annexes";
    /** Not the dossier: while its documents are made, which takes long, it can be saved and others opened. */
    private static final ISchedulingRule ONE_AT_A_TIME = new ISchedulingRule() {
        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule == this;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule == this;
        }
    };

    private final IProject project;
    /** Of the dossier; kept, because a project that is deleted meanwhile has none any more. */
    private final Path folder;
    private final Path target;
    private final IWorkbenchPage page;

    /** @param target the folder for the documents, made where it is not there */
    GenerateJob(IProject project, Path target, IWorkbenchPage page) {
        super(NLS.bind(Messages.jobName, project.getName()));
        this.project = project;
        this.folder = Dossiers.folder(project);
        this.target = target;
        this.page = page;
        setRule(ONE_AT_A_TIME);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        boolean written = false;
        try {
            preview(p -> p.preparing(Messages.preparing, this::cancel));
            Made made = make(SubMonitor.convert(monitor, 100));
            if (monitor.isCanceled())
                return Status.CANCEL_STATUS;
            write(made);
            written = isInDossier();
            if (!written)
                tell(NLS.bind(Messages.writtenElsewhere, target));
            made.documents.failures().forEach((name, thrown) -> ILog.get().error(name, thrown));
            if (!made.documents.findings().isEmpty())
                show(Messages.notWhole, made.documents.findings());
            return Status.OK_STATUS;
        } catch (InvalidInputException e) {
            // the user's text is wrong, not the program: a message, not an entry in the log
            show(Messages.cannotMake, e.findings());
            return Status.OK_STATUS;
        } catch (IOException e) {
            return Status.error(NLS.bind(Messages.cannotWrite, FileTrouble.of(e).in(Core.get().lang())), e);
        } finally {
            if (written)
                new Refresh().schedule();
            else
                existing(PreviewEditor::finished);
        }
    }

    /** The workbench hears of what was written, as soon as it may. */
    private final class Refresh extends Job {
        Refresh() {
            super(GenerateJob.this.getName());
            setSystem(true);
            setRule(project);
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == FAMILY;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                project.getFolder(FOLDER).refreshLocal(IResource.DEPTH_INFINITE, monitor);
                return Status.OK_STATUS;
            } catch (CoreException e) {
                return e.getStatus();
            } finally {
                existing(PreviewEditor::finished);
            }
        }
    }

    private boolean isInDossier() {
        return target.equals(folder.resolve(FOLDER));
    }

    private void write(Made made) throws IOException, InvalidInputException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        made.documents.files().forEach(f -> contents.put(f.name(), f.content()));
        List<String> gone = new ArrayList<>(made.stale);
        gone.addAll(made.documents.failures().keySet());
        // it may have been deleted meanwhile: then it does not come back for its documents
        DossierFolder.require(folder);
        DossierPaths.of(folder).writeSet(target, contents, gone);
    }

    /** @param stale names of files that go, where they are there */
    private record Made(DocumentFiles documents, List<String> stale) {
    }

    private Made make(SubMonitor progress) throws IOException, InvalidInputException {
        Core core = Core.get().of(folder);
        Standing standing = core.standing(folder);
        DossierFolder dossier = standing.dossier();
        CharterFolder charter = standing.charter();
        if (charter.charterText().isPresent() && charter.charter().isEmpty())
            show(Messages.withoutCharter, charter.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList());
        Annexes annexes = new Annexes(standing.content(), charter);
        Law law = standing.law();
        Evaluation evaluation = standing.evaluation();
        Decision decision = standing.decision();
        if (annexes.lacksReview(law, evaluation))
            show(null, NLS.bind(Messages.withoutReview, new Wording(law, core.lang()).law()));
        List<DocumentTemplate> templates = annexes.due(law, evaluation, decision);
        progress.setWorkRemaining(templates.size());
        DocumentFiles documents = new DocumentFiles(core.renderer(), OutputFormat.shownFirst(), standing.day());
        for (DocumentTemplate template : templates) {
            if (progress.isCanceled())
                break;
            String title = template.title().in(core.lang());
            progress.subTask(title);
            String doing = NLS.bind(Messages.preparingOne, new Object[] { title, templates.indexOf(template) + 1, templates.size() });
            existing(p -> p.preparing(doing, this::cancel));
            documents.add(template.id(), template.title(), () -> annexes.document(template.id(), dossier, law, evaluation, decision, core.lang()), this::shown);
            progress.worked(1);
        }
        return new Made(documents, DocumentFiles.names(annexes.stale(templates)));
    }

    /** A page can be read while the rest is made. */
    private void shown(DocumentFile file) {
        if (file.name().endsWith(OutputFormat.HTML.fileName(""))) {
            String html = new String(file.content(), StandardCharsets.UTF_8);
            existing(p -> p.made(project.getFolder(FOLDER).getFile(file.name()), html));
        }
    }

    /** Opens the preview of the dossier, or brings it to the front. */
    private void preview(Consumer<PreviewEditor> action) throws IOException, InvalidInputException {
        // the sheet is the first of all documents; it may not be there yet
        IFile first = project.getFolder(FOLDER).getFile(OutputFormat.HTML.fileName(Annexes.frames(Core.get().content()).getFirst().id()));
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            try {
                action.accept(PreviewEditor.open(page, first));
            } catch (PartInitException e) {
                ILog.get().error(first.getName(), e);
            }
        });
    }

    private void existing(Consumer<PreviewEditor> action) {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> PreviewEditor.of(page, project).ifPresent(action));
    }

    private void tell(String message) {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> MessageDialog.openInformation(page.getWorkbenchWindow().getShell(), getName(), message));
    }

    private void show(String what, List<Finding> findings) {
        show(what, String.join("\n", findings.stream().map(f -> f.line(Core.get().lang())).toList()));
    }

    /** @param what happened; null where the reason says it too */
    private void show(String what, String text) {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> ErrorDialog.openError(page.getWorkbenchWindow().getShell(), Messages.errorTitle,
                what, Status.error(text)));
    }
}
