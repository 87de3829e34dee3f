package org.etabli.ui.charter;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.etabli.dossier.CharterModel;
import org.etabli.dossier.DossierFile;
import org.etabli.dossier.DossierPaths;
import org.etabli.dossier.NewCharter;
import org.etabli.imports.Imported;
import org.etabli.imports.Importer;
import org.etabli.model.Finding;
import org.etabli.model.InvalidInputException;
import org.etabli.ui.Core;
import org.etabli.ui.Dossiers;
import org.etabli.ui.form.Named;

/** One page: a model to start from, or a charter that exists already. */
final class NewCharterWizard extends Wizard {
    private static final String[] EXTENSIONS = { "*.docx;*.md;*.adoc;*.asciidoc;*.txt" };

    private final IProject project;
    private final Start start;

    NewCharterWizard(IProject project) {
        this.project = project;
        start = new Start(Core.get().of(Dossiers.folder(project)));
        setWindowTitle(Messages.newCharter);
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        addPage(start);
    }

    @Override
    public boolean performFinish() {
        Path folder = Dossiers.folder(project);
        List<CharterModel> models = start.fromModel.getSelection() ? start.chosen() : List.of();
        Optional<Path> file = start.file();
        List<Imported> imported = new ArrayList<>();
        try {
            // a long document takes seconds to be read
            getContainer().run(true, false, monitor -> {
                try {
                    if (models.isEmpty())
                        imported.add(imported(folder, file.orElseThrow()));
                    else
                        NewCharter.create(folder, Core.get().of(folder).content(), models);
                    project.refreshLocal(IResource.DEPTH_ONE, monitor);
                } catch (InvalidInputException | IOException | CoreException e) {
                    throw new InvocationTargetException(e);
                }
            });
            imported.forEach(this::report);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            failed(e.getCause());
        }
        return false;
    }

    private void failed(Throwable cause) {
        switch (cause) {
            case InvalidInputException e -> start.setErrorMessage(e.findings().stream().map(Finding::message).map(m -> m.in(Core.get().lang())).findFirst().orElse(""));
            case CoreException e -> ErrorDialog.openError(getShell(), Messages.newCharter, Messages.newCharterFailed, e.getStatus());
            default -> ErrorDialog.openError(getShell(), Messages.newCharter, Messages.newCharterFailed, Status.error(String.valueOf(cause.getMessage()), cause));
        }
    }

    /** @throws FileAlreadyExistsException when there is a charter that the workspace has not seen yet: nothing is written then */
    private static Imported imported(Path folder, Path file) throws IOException, InvalidInputException {
        Path charter = folder.resolve(DossierFile.CHARTER.name());
        if (Files.exists(charter, LinkOption.NOFOLLOW_LINKS))
            throw new FileAlreadyExistsException(charter.toString());
        Imported imported = Importer.read(file, Optional.empty());
        DossierPaths.of(folder).write(DossierFile.CHARTER.name(), imported.text().getBytes(StandardCharsets.UTF_8));
        DossierPaths.of(folder).write(Imported.REPORT, imported.said(Core.get().lang()).getBytes(StandardCharsets.UTF_8));
        return imported;
    }

    private void report(Imported imported) {
        String report = imported.report().stream()
                .map(f -> (f.line() > 0 ? NLS.bind(Messages.reportLine, f.line()) + " " : "") + f.message().in(Core.get().lang())).collect(Collectors.joining("\n"));
        new ReportDialog(getShell(), Messages.reportTitle, report.isEmpty() ? Messages.reportNothing : Messages.reportHelp, report).open();
    }

    private static final class Start extends WizardPage {
        private final Core core;
        private final List<CharterModel> models = new ArrayList<>();
        private Button fromModel;
        private Table table;
        private Button both;
        private Text file;

        Start(Core core) {
            super("charter");
            this.core = core;
            setTitle(Messages.newCharter);
            setDescription(Messages.newCharterHelp);
        }

        @Override
        public void createControl(Composite parent) {
            // without the font's measures a list would ask for the height of all its rows
            initializeDialogUnits(parent);
            Composite body = new Composite(parent, SWT.NONE);
            GridLayoutFactory.swtDefaults().numColumns(2).spacing(8, 8).margins(12, 12).applyTo(body);
            fromModel = radio(body, Messages.fromModel, "newCharter.fromModel");
            table = new Table(body, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
            Named.as(Messages.fromModel.replace("&", ""), table).setData("id", "newCharter.models");
            GridDataFactory.fillDefaults().grab(true, true).span(2, 1).indent(20, 0).hint(convertWidthInCharsToPixels(80), convertHeightInCharsToPixels(9)).applyTo(table);
            fill();
            both = new Button(body, SWT.CHECK);
            both.setText(Messages.bothLanguages);
            both.setData("id", "newCharter.both");
            GridDataFactory.fillDefaults().span(2, 1).indent(20, 0).applyTo(both);
            Button fromFile = radio(body, Messages.fromFile, "newCharter.fromFile");
            file = new Text(body, SWT.BORDER);
            Named.as(Messages.fromFile.replace("&", ""), file).setData("id", "newCharter.file");
            GridDataFactory.fillDefaults().grab(true, false).indent(20, 0).applyTo(file);
            Button browse = new Button(body, SWT.PUSH);
            browse.setText(Messages.browse);
            browse.addListener(SWT.Selection, e -> {
                FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
                dialog.setFilterExtensions(EXTENSIONS);
                Optional.ofNullable(dialog.open()).ifPresent(chosen -> {
                    fromModel.setSelection(false);
                    fromFile.setSelection(true);
                    file.setText(chosen);
                });
                validate();
            });
            Label formats = new Label(body, SWT.WRAP);
            formats.setText(Messages.formats);
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(20, 0).hint(convertWidthInCharsToPixels(80), SWT.DEFAULT).applyTo(formats);
            fromModel.setSelection(true);
            for (Button button : List.of(fromModel, fromFile))
                button.addListener(SWT.Selection, e -> validate());
            table.addListener(SWT.Selection, e -> validate());
            file.addListener(SWT.Modify, e -> validate());
            setControl(body);
            validate();
        }

        private static Button radio(Composite parent, String text, String id) {
            Button radio = new Button(parent, SWT.RADIO);
            radio.setText(text);
            radio.setData("id", id);
            GridDataFactory.fillDefaults().span(2, 1).applyTo(radio);
            return radio;
        }

        /** The user's language first. */
        private void fill() {
            try {
                models.addAll(core.content().models());
            } catch (IOException | InvalidInputException e) {
                ILog.get().error("models", e);
                setErrorMessage(e.getMessage());
            }
            models.sort(Comparator.comparing((CharterModel m) -> m.language() != core.lang()).thenComparing(CharterModel::commitments));
            for (CharterModel model : models)
                new TableItem(table, SWT.NONE).setText(NLS.bind(Messages.modelLine, new Object[] { model.title(), model.commitments(), model.language().locale().getDisplayLanguage(core.lang().locale()) }));
            table.select(0);
        }

        /** One model, or the same in both languages. */
        List<CharterModel> chosen() {
            CharterModel one = models.get(table.getSelectionIndex());
            List<CharterModel> chosen = new ArrayList<>(List.of(one));
            if (both.getSelection())
                models.stream().filter(m -> m.name().equals(one.name()) && m.language() != one.language()).forEach(chosen::add);
            return chosen;
        }

        /** The document to be imported; empty while what is typed is no file. */
        Optional<Path> file() {
            try {
                return Optional.of(Path.of(file.getText().strip())).filter(Files::isRegularFile);
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }

        private void validate() {
            table.setEnabled(fromModel.getSelection());
            both.setEnabled(fromModel.getSelection());
            file.setEnabled(!fromModel.getSelection());
            setErrorMessage(null);
            setPageComplete(fromModel.getSelection() ? table.getSelectionIndex() >= 0 : file().isPresent());
        }
    }
}
