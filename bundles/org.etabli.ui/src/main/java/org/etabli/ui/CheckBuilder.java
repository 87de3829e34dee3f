package org.etabli.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.etabli.dossier.CharterFolder;
import org.etabli.dossier.Checker;
import org.etabli.dossier.Content;
import org.etabli.dossier.DossierFolder;
import org.etabli.dossier.DossierPaths;
import org.etabli.dossier.Identity;
import org.etabli.model.Facts;
import org.etabli.model.Finding;
import org.etabli.model.Finding.Severity;
import org.etabli.model.InvalidInputException;
import org.etabli.rules.Evaluation;
import org.etabli.rules.Law;
import org.etabli.yaml.AtomicFiles;
import org.etabli.yaml.FactsReader;
import org.etabli.yaml.YamlText;

/** Checks a dossier's texts when they change and shows the findings as markers. */
public final class CheckBuilder extends IncrementalProjectBuilder {
    public static final String ID = "org.etabli.ui.checkBuilder";

    private static final List<String> CHECKED = List.of(DossierFolder.DOSSIER, DossierFolder.FACTS, DossierFolder.CHARTER, CharterFolder.ASSESSMENT, CharterFolder.INVOLVEMENT);

    @Override
    protected IProject[] build(int kind, Map<String, String> args, IProgressMonitor monitor) throws CoreException {
        if (kind == FULL_BUILD || getDelta(getProject()) == null || touches(getDelta(getProject()))) {
            // before anything is read: what changes later is then another change, and built again
            for (String name : CHECKED)
                getProject().getFile(name).refreshLocal(IResource.DEPTH_ZERO, null);
            Core core = Core.get().of(Dossiers.folder(getProject()));
            showOwn(core);
            Map<String, List<Finding>> charter = besideCharter(core);
            for (String name : CHECKED)
                check(core, name, charter.getOrDefault(name, List.of()));
        }
        return null;
    }

    /** A mark on every file of content that the dossier brings; on the dossier where it cannot be used. */
    private void showOwn(Core core) throws CoreException {
        Path folder = Dossiers.folder(getProject());
        IFolder brought = getProject().getFolder(Content.OVERRIDES);
        brought.refreshLocal(IResource.DEPTH_INFINITE, null);
        getProject().deleteMarkers(Markers.TYPE, true, IResource.DEPTH_ZERO);
        if (brought.exists())
            brought.deleteMarkers(Markers.TYPE, true, IResource.DEPTH_INFINITE);
        for (Finding finding : own(core, folder)) {
            IFile file = getProject().getFile(IPath.fromPath(folder.relativize(Path.of(finding.file()))));
            Markers.show(file.exists() ? file : getProject(), List.of(finding), core.lang());
        }
    }

    private static List<Finding> own(Core core, Path folder) {
        try {
            return Checker.own(folder, core.content());
        } catch (InvalidInputException e) {
            return e.findings();
        }
    }

    private static boolean touches(IResourceDelta delta) {
        // a charter is compared with its counterpart, whatever that is called
        return Stream.concat(CHECKED.stream(), Stream.of(Content.OVERRIDES)).anyMatch(n -> delta.findMember(IPath.fromOSString(n)) != null)
                || Arrays.stream(delta.getAffectedChildren()).anyMatch(d -> "md".equals(d.getFullPath().getFileExtension()));
    }

    /** @param more findings on the file, from the files that are read together with it */
    private void check(Core core, String name, List<Finding> more) throws CoreException {
        IFile file = getProject().getFile(name);
        if (file.exists())
            Markers.show(file, Stream.concat(alone(core, file).stream(), more.stream()).toList(), core.lang());
    }

    private static List<Finding> alone(Core core, IFile file) throws CoreException {
        String name = file.getName();
        if (!name.equals(DossierFolder.DOSSIER) && !name.equals(DossierFolder.FACTS))
            return List.of();
        try (var in = file.getContents(true)) {
            return findings(core, file, AtomicFiles.decode(in.readAllBytes(), name));
        } catch (InvalidInputException e) {
            return e.findings();
        } catch (IOException e) {
            throw new CoreException(Status.error(Messages.cannotRead + " " + name, e));
        }
    }

    /** What the charter, its assessment and the involvement record say about themselves and about the facts, by file. */
    private Map<String, List<Finding>> besideCharter(Core core) throws CoreException {
        Path folder = Dossiers.folder(getProject());
        // what is wrong with a counterpart is said at the charter
        return charterFindings(core, folder).stream().collect(Collectors.groupingBy(
                f -> CHECKED.stream().filter(n -> f.file().equals(folder.resolve(n).toString())).findFirst().orElse(DossierFolder.CHARTER)));
    }

    private static List<Finding> charterFindings(Core core, Path folder) throws CoreException {
        try {
            CharterFolder charter = CharterFolder.load(folder, core.content(), core.library());
            return Stream.concat(charter.findings().stream(), aboutFacts(core, folder, charter).stream()).toList();
        } catch (InvalidInputException e) {
            return e.findings();
        } catch (IOException e) {
            throw new CoreException(Status.error(Messages.cannotRead + " " + DossierFolder.CHARTER, e));
        }
    }

    /** Nothing while the facts cannot be read, which is shown where they are. */
    private static List<Finding> aboutFacts(Core core, Path folder, CharterFolder charter) throws IOException {
        try {
            DossierFolder dossier = DossierFolder.load(folder, core.content(), core.law().catalogue());
            return charter.about(core.law(), core.law().evaluate(dossier.facts()), dossier.text(DossierFolder.FACTS));
        } catch (InvalidInputException e) {
            return List.of();
        }
    }

    /**
     * Findings on a text of a dossier; of facts also what the law says, of an assessment also what the charter says, once they can be read.
     *
     * @param file that the text is of, whether it is saved or not
     */
    static List<Finding> findings(Core core, IFile file, String text) throws IOException, InvalidInputException {
        String name = file.getName();
        return switch (name) {
            case DossierFolder.FACTS -> facts(core, name, text, Identity.of(DossierPaths.of(Dossiers.folder(file.getProject()))));
            case CharterFolder.ASSESSMENT -> assessment(core, Dossiers.folder(file.getProject()), text);
            case CharterFolder.INVOLVEMENT -> Checker.schema(name, text, CharterFolder.INVOLVEMENT_KIND, core.content().schemas());
            default -> Checker.dossier(name, text, core.content().schemas());
        };
    }

    private static List<Finding> assessment(Core core, Path folder, String text) throws IOException, InvalidInputException {
        String name = CharterFolder.ASSESSMENT;
        List<Finding> findings = new ArrayList<>(Checker.schema(name, text, CharterFolder.ASSESSMENT_KIND, core.content().schemas()));
        if (findings.stream().noneMatch(f -> f.severity() == Severity.ERROR))
            // facts contradict a charter where they are, not here
            findings.addAll(CharterFolder.charter(folder, core.content(), core.library()).with(YamlText.parse(name, text))
                    .about(core.law(), core.law().evaluate(Facts.NONE), Optional.empty()));
        return findings;
    }

    private static List<Finding> facts(Core core, String name, String text, Identity identity) throws IOException, InvalidInputException {
        Law law = core.law();
        List<Finding> findings = new ArrayList<>(Checker.facts(name, text, core.content().schemas(), law.catalogue()));
        if (findings.stream().noneMatch(f -> f.severity() == Severity.ERROR)) {
            YamlText yaml = YamlText.parse(name, text);
            Facts facts = new FactsReader(law.catalogue()).read(yaml).facts();
            findings.addAll(identity.contradictions(law.catalogue(), yaml, facts));
            Evaluation evaluation = law.evaluate(identity.fill(law.catalogue(), facts));
            findings.addAll(Checker.law(yaml, law, evaluation, evaluation.decision(name, core.lawDay()), core.today()));
        }
        return findings;
    }
}
