package org.etabli.ui.annex;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.etabli.annex.AnnexDocument;
import org.etabli.annex.Annexes;
import org.etabli.dossier.CharterFolder;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.LawLibrary;
import org.etabli.model.Decision;
import org.etabli.model.DocumentTemplate;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.render.Renderer;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.ui.Core;
import org.etabli.yaml.AtomicFiles;

/** All annexes of a dossier as AsciiDoc, HTML, PDF and Word. Cancelled or failed, it leaves the old files as they were. */
public final class GenerateJob extends Job {
    /** For tests and others that wait for it. */
    public static final Object FAMILY = GenerateJob.class;
    private static final String FOLDER = "annexes";

    private final IProject project;
    private final IWorkbenchPage page;

    GenerateJob(IProject project, IWorkbenchPage page) {
        super(NLS.bind(Messages.jobName, project.getName()));
        this.project = project;
        this.page = page;
        setUser(true);
        setRule(project);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            Made made = make(SubMonitor.convert(monitor, 100));
            if (monitor.isCanceled())
                return Status.CANCEL_STATUS;
            Path folder = project.getLocation().toPath().resolve(FOLDER);
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : made.files.entrySet())
                AtomicFiles.write(folder.resolve(file.getKey()), file.getValue());
            for (String name : made.stale)
                if (Files.isRegularFile(folder.resolve(name)))
                    Files.delete(folder.resolve(name));
            project.getFolder(FOLDER).refreshLocal(IResource.DEPTH_INFINITE, monitor);
            made.files.keySet().stream().filter(n -> n.endsWith(".html")).findFirst().ifPresent(n -> open(project.getFolder(FOLDER).getFile(n)));
            return Status.OK_STATUS;
        } catch (InvalidInputException e) {
            // the user's text is wrong, not the program: a message, not an entry in the log
            show(Messages.cannotMake, e.findings());
            return Status.OK_STATUS;
        } catch (IOException e) {
            return Status.error(NLS.bind(Messages.cannotWrite, e.getMessage()), e);
        } catch (CoreException e) {
            return e.getStatus();
        }
    }

    /** @param stale names of files that go, where they are there */
    private record Made(Map<String, byte[]> files, List<String> stale) {
    }

    private Made make(SubMonitor progress) throws IOException, InvalidInputException {
        Core core = Core.get();
        Path folder = project.getLocation().toPath();
        Content content = core.content().of(folder);
        LawLibrary library = content.overridden().isEmpty() ? core.library() : new LawLibrary(content);
        Law law = library.law(core.today(), java.util.Optional.empty());
        DossierFolder dossier = DossierFolder.load(folder, content, law.catalogue());
        CharterFolder charter = CharterFolder.load(folder, content, library);
        if (charter.charterText().isPresent() && charter.charter().isEmpty())
            show(Messages.withoutCharter, charter.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList());
        Annexes annexes = new Annexes(content, charter);
        Evaluation evaluation = law.evaluate(dossier.facts());
        Decision decision = evaluation.decision(dossier.dossier().id(), core.today());
        if (annexes.lacksReview(law, evaluation))
            show(null, NLS.bind(Messages.withoutReview, decision.law()));
        List<DocumentTemplate> templates = annexes.due(law, evaluation, decision);
        progress.setWorkRemaining(templates.size() * 4);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (DocumentTemplate template : templates) {
            if (progress.isCanceled())
                break;
            progress.subTask(template.title().in(core.lang()));
            AnnexDocument document = annexes.document(template.id(), dossier, law, evaluation, decision, core.lang());
            files.put(document.id() + ".adoc", document.asciidoc().getBytes(StandardCharsets.UTF_8));
            Renderer.Rendered rendered = core.renderer().render(document);
            progress.worked(1);
            files.put(document.id() + ".html", rendered.html().getBytes(StandardCharsets.UTF_8));
            files.put(document.id() + ".pdf", rendered.pdf());
            progress.worked(2);
            files.put(document.id() + ".docx", rendered.docx());
            progress.worked(1);
        }
        return new Made(files, annexes.stale(templates));
    }

    private void open(IFile file) {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            try {
                IDE.openEditor(page, file, PreviewEditor.ID);
            } catch (PartInitException e) {
                ILog.get().error(file.getName(), e);
            }
        });
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
