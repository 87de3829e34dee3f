package org.etabli.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.etabli.dossier.CharterCheck;
import org.etabli.dossier.CharterFolder;
import org.etabli.dossier.Checker;
import org.etabli.dossier.DossierFolder;
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

    @Override
    protected IProject[] build(int kind, Map<String, String> args, IProgressMonitor monitor) throws CoreException {
        if (kind == FULL_BUILD || getDelta(getProject()) == null || touches(getDelta(getProject()))) {
            check(DossierFolder.DOSSIER);
            check(DossierFolder.FACTS);
            check(DossierFolder.CHARTER);
            check(CharterFolder.ASSESSMENT);
            check(CharterFolder.INVOLVEMENT);
        }
        return null;
    }

    private static boolean touches(IResourceDelta delta) {
        // a charter is compared with its counterpart, whatever that is called
        return Stream.of(DossierFolder.DOSSIER, DossierFolder.FACTS, CharterFolder.ASSESSMENT, CharterFolder.INVOLVEMENT).anyMatch(n -> delta.findMember(IPath.fromOSString(n)) != null)
                || Arrays.stream(delta.getAffectedChildren()).anyMatch(d -> "md".equals(d.getFullPath().getFileExtension()));
    }

    private void check(String name) throws CoreException {
        IFile file = getProject().getFile(name);
        file.refreshLocal(IResource.DEPTH_ZERO, null);
        if (!file.exists())
            return;
        Core core = Core.get();
        try (var in = file.getContents(true)) {
            String text = AtomicFiles.decode(in.readAllBytes(), name);
            Markers.show(file, switch (name) {
                case DossierFolder.CHARTER -> charter(core, text);
                case CharterFolder.ASSESSMENT, CharterFolder.INVOLVEMENT -> besideCharter(core, name);
                case DossierFolder.FACTS -> Stream.concat(findings(core, name, text).stream(), againstCharter(core, name).stream()).toList();
                default -> findings(core, name, text);
            }, core.lang());
        } catch (InvalidInputException e) {
            Markers.show(file, e.findings(), core.lang());
        } catch (IOException e) {
            throw new CoreException(Status.error(Messages.cannotRead + " " + name, e));
        }
    }

    private List<Finding> charter(Core core, String text) throws IOException, InvalidInputException {
        Path folder = getProject().getLocation().toPath();
        return CharterCheck.findings(DossierFolder.CHARTER, text, folder::resolve, core.content(), core.library());
    }

    /** Facts that contradict the charter; nothing while a file cannot be read, which is shown at that file. */
    private List<Finding> againstCharter(Core core, String name) throws IOException {
        try {
            return besideCharter(core, name);
        } catch (InvalidInputException e) {
            return List.of();
        }
    }

    /** What is to be said about one file once the charter, its assessment and the facts are read together. */
    private List<Finding> besideCharter(Core core, String name) throws IOException, InvalidInputException {
        Path folder = getProject().getLocation().toPath();
        CharterFolder charter = CharterFolder.load(folder, core.content(), core.library());
        List<Finding> findings = new ArrayList<>(charter.findings());
        DossierFolder dossier = DossierFolder.load(folder, core.content(), core.law().catalogue());
        findings.addAll(charter.about(core.law(), core.law().evaluate(dossier.facts()), dossier.text(DossierFolder.FACTS)));
        return findings.stream().filter(f -> f.file().equals(folder.resolve(name).toString())).toList();
    }

    /** Findings on a text of a dossier; of facts also what the law says, once they can be read. */
    static List<Finding> findings(Core core, String name, String text) throws IOException, InvalidInputException {
        if (!name.equals(DossierFolder.FACTS))
            return Checker.dossier(name, text, core.content().schemas());
        Law law = core.law();
        List<Finding> findings = new ArrayList<>(Checker.facts(name, text, core.content().schemas(), law.catalogue()));
        if (findings.stream().noneMatch(f -> f.severity() == Severity.ERROR)) {
            YamlText yaml = YamlText.parse(name, text);
            Evaluation evaluation = law.evaluate(new FactsReader(law.catalogue()).read(yaml).facts());
            findings.addAll(Checker.law(yaml, law, evaluation, evaluation.decision(name, core.today())));
        }
        return findings;
    }
}
