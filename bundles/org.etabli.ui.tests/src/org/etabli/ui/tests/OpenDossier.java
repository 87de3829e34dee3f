package org.etabli.ui.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.Examples;
import org.etabli.ui.Core;
import org.etabli.ui.Dossiers;
import org.etabli.ui.Recent;
import org.etabli.ui.testkit.Bot;

/** A copy of an example, open in the editor of facts; closed without saving and deleted at the end. */
final class OpenDossier implements AutoCloseable {
    final IProject project;
    final IDocument document;
    /** The text of the facts as it was opened. */
    final String before;
    private final Bot bot;
    private final Path folder;

    OpenDossier(Bot bot, String example) throws Exception {
        this.bot = bot;
        folder = Files.createTempDirectory("etabli-");
        Path dossier = folder.resolve("dossier");
        Examples.copy(Core.get().content(), example, dossier);
        project = bot.ui(() -> {
            IProject opened = Dossiers.project(dossier);
            IDE.openEditor(page(), opened.getFile(DossierFile.FACTS.name()));
            Recent.opened(dossier);
            return opened;
        });
        bot.waitUntil("the editor", () -> editor() instanceof FormEditor);
        document = bot.ui(() -> {
            ITextEditor source = Arrays.stream(((FormEditor) editor()).findEditors(editor().getEditorInput()))
                    .filter(ITextEditor.class::isInstance).map(ITextEditor.class::cast).findFirst().orElseThrow();
            return source.getDocumentProvider().getDocument(source.getEditorInput());
        });
        before = text();
    }

    String text() {
        return bot.ui(document::get);
    }

    Path facts() {
        return folder.resolve("dossier/facts.yaml");
    }

    /** Lines that are other than before; the number of lines must be the same. */
    List<String> changedLines() {
        List<String> old = before.lines().toList();
        List<String> now = text().lines().toList();
        if (old.size() != now.size())
            throw new AssertionError(old.size() + " lines became " + now.size() + ":\n" + text());
        return IntStream.range(0, old.size()).filter(i -> !old.get(i).equals(now.get(i))).mapToObj(i -> old.get(i) + " -> " + now.get(i)).toList();
    }

    void save() {
        bot.ui(() -> page().saveEditor(editor(), false));
    }

    /** The marker of a finding; waits until there is one. */
    IMarker marker(String finding, String subject) {
        bot.waitUntil("a marker of " + finding + " on " + subject, () -> find(finding, subject) != null);
        return find(finding, subject);
    }

    private IMarker find(String finding, String subject) {
        return markers().stream().filter(m -> m.getAttribute("findingId", "").equals(finding) && m.getAttribute("subject", "").equals(subject)).findFirst().orElse(null);
    }

    List<IMarker> markers() {
        try {
            return List.of(project.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE));
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    static IEditorPart editor() {
        return page().getActiveEditor();
    }

    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    @Override
    public void close() throws Exception {
        bot.ui(() -> page().closeAllEditors(false));
        project.delete(false, true, null);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator)
                Files.delete(file);
        }
    }
}
